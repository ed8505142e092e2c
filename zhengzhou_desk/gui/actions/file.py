"""Doing things with files: opening books, importing, exporting, submitting."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QDialog

from zhengzhou_desk.common.atomic_file import made_folder
from zhengzhou_desk.common.messages import counted, translated
from zhengzhou_desk.common.paths import SAMPLE
from zhengzhou_desk.gui.actions.action import tr
from zhengzhou_desk.gui.actions.enabled import table
from zhengzhou_desk.gui.system import ask
from zhengzhou_desk.gui.widgets.counting import said

if TYPE_CHECKING:
    from collections.abc import Callable

    from zhengzhou_desk.exchange.headers import Layout
    from zhengzhou_desk.exchange.sheet import Sheet
    from zhengzhou_desk.gui.window_api import WindowApi


def new_book(window: WindowApi) -> None:
    """Asks for what a new book needs, makes it and opens it."""
    from zhengzhou_desk.gui.dialogs.new_book import NewBook
    from zhengzhou_desk.services import editing
    from zhengzhou_desk.services.desk import Desk

    start = window.start
    dialog = NewBook(window.widget, start.clock().date(), window.lang)
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return
    path = Path(dialog.path.text().strip())

    def made() -> bool:
        made_folder(path.parent)
        with Desk.new(
            path, region=dialog.region.currentData(), bureau=dialog.bureau.text(), year=dialog.year.value(),
            clock=start.clock, who=start.who,
        ) as desk:  # fmt: skip
            for name, value in dialog.settings().items():
                editing.set_setting(desk, name, value)
        return True

    if window.attempt(made):
        window.open_book(path)
        window.show_tab("units")


def open_book(window: WindowApi) -> None:
    """Asks for a book and opens it."""
    path = ask.open_file(window.widget, tr("打开账册"), ask.BOOKS)
    if path is not None:
        window.open_book(path)


def open_sample(window: WindowApi) -> None:
    """A book of the sample county, made anew among the program's own files."""
    from zhengzhou_desk.sample import SAMPLE_BUREAU, SAMPLE_DAY, SAMPLE_REGION, SAMPLE_YEAR
    from zhengzhou_desk.services import imports
    from zhengzhou_desk.services.desk import Desk

    start = window.start
    folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation) or ".")
    number = 1
    while (path := folder / tr("示例县{number}.zzd").format(number="" if number == 1 else f"-{number}")).exists():
        number += 1

    def job(*_: object) -> Path:
        made_folder(folder)
        with Desk.new(
            path, region=SAMPLE_REGION, bureau=SAMPLE_BUREAU, year=SAMPLE_YEAR, clock=start.clock, who=start.who
        ) as desk:
            imports.apply_plan(desk, imports.plan_file(desk, SAMPLE))
        return path

    def done(made: Path) -> None:
        window.open_book(made)
        if window.has_book:
            window.judge_as_of(SAMPLE_DAY)
            window.tell(tr("示例县的数据全部虚构，以 {day} 为准。").format(day=SAMPLE_DAY))

    window.work(tr("正在准备示例县"), job, done)


def copy_and_open(window: WindowApi, path: Path) -> None:
    """A verified copy of a book that is in use elsewhere or cannot be written, opened in its place."""
    from zhengzhou_desk.store.backup import back_up

    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folder = ask.folder(window.widget, tr("副本放在哪个文件夹"), documents)
    if folder is not None:
        clock = window.start.clock
        window.work(tr("正在复制"), lambda *_: back_up(path, folder, clock()), window.open_book)


def dropped(window: WindowApi, path: Path) -> None:
    """A file dropped on the window: a book is opened, anything else imported."""
    if path.suffix.lower() == ".zzd":
        window.open_book(path)
    elif not window.has_book:
        window.tell(tr("先打开或新建账册，再把电子表格拖进来"))
    elif not window.desk.can_edit:
        window.tell(tr("现在是只读的，不能导入"))
    else:
        import_file(window, path)


def import_sheets(window: WindowApi) -> None:
    """Asks for a file and imports it."""
    path = ask.open_file(window.widget, tr("导入电子表格"), ask.SHEETS)
    if path is not None:
        import_file(window, path)


def import_file(window: WindowApi, path: Path) -> None:
    """Reads a file in the background, then shows what it would change.

    Where a column is unclear, that is asked first.
    """
    from zhengzhou_desk.gui.imports import dialog as import_dialog
    from zhengzhou_desk.services import import_memory, imports

    desk = window.desk

    def read(_progress: object, cancelled: Callable[[], bool]) -> tuple[tuple[Sheet, ...], tuple[Layout, ...]]:
        from zhengzhou_desk.exchange.importing import layouts
        from zhengzhou_desk.exchange.reading import read_workbook

        sheets = read_workbook(path, cancelled=cancelled)
        found = layouts(sheets, mappings=import_memory.mappings(desk))
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
    """Writes the whole book, or a year of it, as a workbook."""
    from zhengzhou_desk.gui.dialogs import export

    export.export(window)


def summary(window: WindowApi) -> None:
    """Writes the summary as a workbook."""
    from zhengzhou_desk.gui.dialogs import export

    export.summary(window)


def check_before(window: WindowApi) -> None:
    """Shows what to look at before the year is reported."""
    from zhengzhou_desk.gui.actions import submissions

    submissions.check_before(window)


def package(window: WindowApi) -> None:
    """Writes what is reported to the city."""
    from zhengzhou_desk.gui.actions import submissions

    submissions.submit_package(window)


def merge(window: WindowApi) -> None:
    """Takes in what districts have reported."""
    from zhengzhou_desk.gui.actions import submissions

    submissions.merge_packages(window)


def export_shown(window: WindowApi) -> None:
    """Writes the table in front as it is shown: these rows in this order, these columns, this unit."""
    from zhengzhou_desk.gui.dialogs.export import say_written
    from zhengzhou_desk.gui.table.shown import shown
    from zhengzhou_desk.services.shown_table import write_shown

    found = table(window)
    if found is None:
        return
    desk, made = window.desk, shown(found.grid)
    title = translated(found.spec.title, window.lang)
    path = ask.save_file(window.widget, tr("导出当前表格"), f"{desk.year}{title}{desk.today}.xlsx", ".xlsx")
    if path is None:
        return

    def done(count: int) -> None:
        say_written(window, said(counted("已写出 {path}：{count} 行"), count=count, path=path), path)

    window.work(tr("正在导出"), lambda *_: write_shown(desk, path, made()), done)


def print_shown(window: WindowApi) -> None:
    """The table in front as it is shown, on paper: previewed, printed or kept as a PDF."""
    from zhengzhou_desk.gui.dialogs.preview import PreviewWindow
    from zhengzhou_desk.gui.table.shown import shown
    from zhengzhou_desk.services.notices import rendering
    from zhengzhou_desk.services.shown_table import shown_sheet

    found = table(window)
    if found is None:
        return
    desk, made = window.desk, shown(found.grid)
    name = f"{desk.year}{translated(found.spec.title, window.lang)}{desk.today}.pdf"

    def done(pdf: bytes) -> None:
        PreviewWindow(window, tr("打印当前表格"), pdf, name).exec()

    window.work(tr("正在排版表格"), lambda *_: rendering.pdf_of(shown_sheet(desk, made())), done)
