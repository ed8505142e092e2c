"""Settings: what goes into the book can only be typed where the book can be written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengzhou_desk.gui.actions import book
from zhengzhou_desk.gui.dialogs.settings import SettingsDialog

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from zhengzhou_desk.gui.main_window import MainWindow


def editable(window: MainWindow, qtbot: QtBot) -> dict[str, bool]:
    dialog = SettingsDialog(window)
    qtbot.addWidget(dialog)
    return {name: field.isEnabled() for name, field in dialog._fields.items()}


def test_the_bureaus_own_words_of_a_book_that_is_only_read_are_only_read(window: MainWindow, qtbot: QtBot) -> None:
    path = window.desk.path
    assert set(editable(window, qtbot).values()) == {True}
    book.close_book(window)
    window.open_book(path, writable=False)
    assert set(editable(window, qtbot).values()) == {False}
