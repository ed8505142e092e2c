"""Doing things with files: opening books, importing, exporting, submitting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengzhou_desk.gui.actions.action import tr
from zhengzhou_desk.gui.system import ask
from zhengzhou_desk.services import imports

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from zhengzhou_desk.exchange.headers import Layout
    from zhengzhou_desk.exchange.sheet import Sheet
    from zhengzhou_desk.gui.window_api import WindowApi


def new_book(window: WindowApi) -> None:
    from zhengzhou_desk.gui.session import make_book

    make_book(window)


def open_book(window: WindowApi) -> None:
    path = ask.open_file(window.widget, tr("打开账册"), ask.BOOKS)
    if path is not None:
        window.open_book(path)


def import_sheets(window: WindowApi) -> None:
    path = ask.open_file(window.widget, tr("导入电子表格"), ask.SHEETS)
    if path is not None:
        import_file(window, path)


def import_file(window: WindowApi, path: Path) -> None:
    """Reads a file in the background, then shows what it would change; where a column is unclear, that is asked first."""
    from zhengzhou_desk.gui.imports import dialog as import_dialog

    desk = window.desk

    def read(progress: object, cancelled: Callable[[], bool]) -> tuple[tuple[Sheet, ...], tuple[Layout, ...]]:
        from zhengzhou_desk.exchange.importing import layouts
        from zhengzhou_desk.exchange.reading import read_workbook

        sheets = read_workbook(path, cancelled=cancelled)
        found = layouts(sheets)
        if not found:
            imports.plan_sheets(desk, sheets, path.name)  # says in its own words what is missing
        return sheets, found

    def look(answer: tuple[tuple[Sheet, ...], tuple[Layout, ...]]) -> None:
        dialog = import_dialog.ImportDialog(window, path, *answer)
        if dialog.is_clear:
            dialog.look(dialog.open)
        else:
            dialog.open()

    window.work(tr("正在读取 {name}").format(name=path.name), read, look)


def export(window: WindowApi) -> None:
    from zhengzhou_desk.gui.dialogs import export

    export.export(window)


def summary(window: WindowApi) -> None:
    from zhengzhou_desk.gui.dialogs import export

    export.summary(window)


def package(window: WindowApi) -> None:
    from zhengzhou_desk.gui.actions import submissions

    submissions.submit_package(window)


def merge(window: WindowApi) -> None:
    from zhengzhou_desk.gui.actions import submissions

    submissions.merge_packages(window)
