"""Where the window stands: odd geometry leaves one that can be seen."""

from __future__ import annotations

import base64
import struct
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QApplication

from tests.books import clock
from tests.common.test_settings import written
from zhengzhou_desk.common.settings import Settings
from zhengzhou_desk.gui.main_window import MainWindow
from zhengzhou_desk.gui.window_api import Start

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize(
    "place",
    [
        (-30_000, -30_000, -29_000, -29_400),
        (0, 0, 0, 0),
        (100_000, 100_000, 100_800, 100_600),
        (0, 0, 2**31 - 1, 2**31 - 1),
        (500, 500, 100, 100),
    ],
)
def test_odd_geometry_leaves_a_window_that_can_be_seen(
    place: tuple[int, int, int, int], book: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    # As QWidget.saveGeometry writes it: magic, version, frame, normal geometry, screen, states, screen width, geometry.
    state = struct.pack(">IHH4i4iiBBi4i", 0x1D9D0CB, 3, 0, *place, *place, 0, 0, 0, 1920, *place)
    found = written(
        book.parent / "settings.json", {"geometry": base64.b64encode(state).decode("ascii"), "state": "AAAA"}
    )
    window = MainWindow(Start(found, "zh", clock, "王"))
    qtbot.addWidget(window)
    window.show()
    assert window.width() >= 400
    assert window.height() >= 300
    assert any(screen.availableGeometry().intersects(window.geometry()) for screen in qapp.screens())


@pytest.mark.parametrize(("room", "height"), [(1_040, 760), (728, 680)], ids=["large", "1366×768 with a panel"])
def test_the_first_window_is_no_higher_than_the_screen(
    room: int, height: int, tmp_path: Path, qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QScreen, "availableSize", lambda _: QSize(1_366, room))
    window = MainWindow(Start(Settings(tmp_path / "settings.json"), "zh", clock, "王"))
    qtbot.addWidget(window)
    assert (window.width(), window.height()) == (1_280, height)
