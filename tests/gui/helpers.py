"""What tests of the window share: a table on the screen, cells typed and read, a list's texts."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import QItemSelection, QItemSelectionModel

from tests.books import county
from zhengzhou_desk.gui.findings.panel import FindingsPanel
from zhengzhou_desk.gui.main_window import MainWindow
from zhengzhou_desk.gui.pages.open_failed import OpenFailedDialog, OpenFailedPage
from zhengzhou_desk.gui.table.tab import RecordTab
from zhengzhou_desk.gui.table.table_page import TablePage


def settle() -> None:
    """Waits until no book is being copied unasked: such a copy is made at every opening and closing, and nobody waits for it."""
    for thread in threading.enumerate():
        if thread.name in ("backup", "job", "copies"):
            thread.join()


def table(window: MainWindow, name: str) -> TablePage:
    window.show_tab(name)
    page = window.page
    assert isinstance(page, RecordTab)
    return page.table


def put(page: TablePage, row: int, column: str, text: str) -> bool:
    return page.records.setData(page.records.index(row, page.records.column_of(column)), text)


def shows(page: TablePage, row: int, column: str) -> str:
    return str(page.records.data(page.records.index(row, page.records.column_of(column))))


def choose(page: TablePage, top: int, left: str, bottom: int, right: str) -> None:
    records = page.records
    corner = records.index(top, records.column_of(left))
    end = records.index(bottom, records.column_of(right))
    page.grid.setCurrentIndex(corner)
    page.grid.selectionModel().select(QItemSelection(corner, end), QItemSelectionModel.SelectionFlag.ClearAndSelect)


def rules(window: MainWindow) -> list[str]:
    assert isinstance(window.panel, FindingsPanel)
    return [one.rule for one in window.panel.model.findings]


def over(window: MainWindow) -> OpenFailedPage:
    """The page of a book that was not opened, over the one that is."""
    found = [dialog.findChild(OpenFailedPage) for dialog in window.findChildren(OpenFailedDialog) if dialog.isVisible()]
    assert len(found) == 1
    return cast("OpenFailedPage", found[0])


def texts(listing: Any) -> list[tuple[str, ...]]:
    return [row.texts for row in listing.records.rows]


def altered(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement)
        connection.commit()


def another_book(folder: Path) -> Path:
    folder = folder / "another"
    folder.mkdir()
    return county(folder)
