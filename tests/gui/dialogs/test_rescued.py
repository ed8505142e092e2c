"""The account of a rescue, with the way to the new book."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.books import clock
from zhengzhou_desk.gui.dialogs.rescued import OPEN, RescuedDialog
from zhengzhou_desk.gui.main_window import MainWindow
from zhengzhou_desk.services.rescue import rescue


def test_the_account_can_be_read_and_the_new_book_opened(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    book = window.desk.path
    window.session.close()
    done = rescue(book, tmp_path / "新.zzd", clock=clock, who="王")
    dialog = RescuedDialog(window, book, done, "en")
    qtbot.addWidget(dialog)
    assert "All 15 rows were read" in dialog.account.toPlainText()
    dialog.take.click()
    assert dialog.result() == OPEN
