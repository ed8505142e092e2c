"""What the window is shown with, as whoever helps is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from zhengzhou_desk.common.paths import FONTS
from zhengzhou_desk.gui.system import shown_with

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_each_character_is_told_with_the_family_that_draws_it(qtbot: QtBot) -> None:
    font = QApplication.font()
    number = QFontDatabase.addApplicationFont(str(FONTS / "LXGWZhuqueFangsong-Regular.ttf"))
    family = QFontDatabase.applicationFontFamilies(number)[0]
    font.setFamilies([family])
    assert shown_with.drawn_by("郑", font) == family
    assert shown_with.drawn_by("\U0010fffe", font) == "", "no font draws what is no character"


def test_a_screen_is_told_by_size_and_scale_alone(qtbot: QtBot) -> None:
    assert shown_with.screens()
    screen = QApplication.primaryScreen()
    assert shown_with.screens()[0].startswith(f"{screen.size().width()}×{screen.size().height()} × 1")
    assert not screen.name() or screen.name() not in " ".join(shown_with.screens())
