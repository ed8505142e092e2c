"""The dialog of notices: what is chosen is what is issued, with the number that stands in it."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from zhengzhou_desk.gui.dialogs.notices import NoticesDialog
from zhengzhou_desk.gui.system import ask
from zhengzhou_desk.records import Filing, Notice, Unit
from zhengzhou_desk.services import editing

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from zhengzhou_desk.gui.main_window import MainWindow


def dialog_of(window: MainWindow, qtbot: QtBot) -> NoticesDialog:
    """A second department with a unit that falls short, too."""
    desk = window.desk
    editing.add(desk, Unit, {"code": "201", "name": "卫健委", "canteen": "无食堂"})
    editing.add(desk, Unit, {"code": "201001", "name": "区医院", "department": "201", "canteen": "自有"})
    day = datetime.date(2024, 3, 10)
    editing.add(
        desk,
        Filing,
        {"year": 2024, "unit": "201001", "total": 100, "reserve": 1, "state": "已填报", "first_filed": day},
    )
    made = NoticesDialog(window)
    qtbot.addWidget(made)
    return made


def test_units_of_another_department_than_is_shown_are_not_written_to(window: MainWindow, qtbot: QtBot) -> None:
    dialog = dialog_of(window, qtbot)
    dialog._choose("101")
    assert [content.unit for content in dialog.contents()] == ["101003"]
    dialog._choose("201")
    assert {content.unit for content in dialog.contents()} <= {"201", "201001"}
    assert "201001" in {content.unit for content in dialog.contents()}
    dialog._choose(None)
    assert {"101003", "201001"} <= {content.unit for content in dialog.contents()}


def test_the_serial_that_stands_in_the_dialog_is_the_first_one_issued(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = dialog_of(window, qtbot)
    dialog._choose("101")
    dialog.first.setValue(7)
    monkeypatch.setattr(ask, "yes", lambda *given, **more: True)
    monkeypatch.setattr(ask, "folder", lambda *given: tmp_path)
    dialog._issue()
    qtbot.waitUntil(lambda: "已写出" in window.bar.label.text(), timeout=20_000)
    assert [row.number for row in window.desk.rows(Notice)] == ["金水财购〔2024〕7号"]
