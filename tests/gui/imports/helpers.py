"""What tests of importing in the window share: a workbook, and the dialog opened on it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from openpyxl import Workbook

from zhengzhou_desk.gui.actions import file
from zhengzhou_desk.gui.imports.dialog import ImportDialog
from zhengzhou_desk.gui.main_window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pytestqt.qtbot import QtBot


def workbook(path: Path, *rows: Sequence[object], title: str = "填报") -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    book.save(path)
    return path


def opened(window: MainWindow, qtbot: QtBot, path: Path) -> ImportDialog:
    """The dialog as a person meets it."""
    file.import_file(window, path)
    found: list[ImportDialog] = []

    def seen() -> bool:
        found[:] = [dialog for dialog in window.findChildren(ImportDialog) if dialog.isVisible()]
        return bool(found)

    qtbot.waitUntil(seen, timeout=20_000)
    return found[0]


def planned(dialog: ImportDialog, qtbot: QtBot) -> ImportDialog:
    qtbot.waitUntil(lambda: dialog.model is not None and dialog.pages.currentIndex() == 1, timeout=20_000)
    return dialog
