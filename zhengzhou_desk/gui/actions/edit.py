"""Editing and looking: undo, the grid of the table that is shown, its columns."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from zhengzhou_desk.gui.actions.action import tr
from zhengzhou_desk.gui.actions.enabled import can_write, table
from zhengzhou_desk.gui.table import personal
from zhengzhou_desk.gui.table.selection import selection_of
from zhengzhou_desk.services.editing import step_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from zhengzhou_desk.gui.window_api import WindowApi
    from zhengzhou_desk.records import Entry


def undo(window: WindowApi) -> None:
    """Takes the last step of this sitting back."""
    window.undo()


def redo(window: WindowApi) -> None:
    """Does again what was taken back last."""
    window.redo()


def can_undo(window: WindowApi) -> bool:
    """Whether there is a step of this sitting to take back."""
    return can_write(window) and window.desk.undoable is not None


def can_redo(window: WindowApi) -> bool:
    """Whether there is a step to do again."""
    return can_write(window) and window.desk.redoable is not None


def undo_text(window: WindowApi) -> str:
    """撤销, with the name of the step."""
    entry = window.desk.undoable if window.has_book else None
    return tr("撤销：{step}").format(step=_named(entry, window.lang)) if entry is not None else tr("撤销")


def redo_text(window: WindowApi) -> str:
    """What the menu says of doing again: which step it would be."""
    entry = window.desk.redoable if window.has_book else None
    return tr("重做：{step}").format(step=_named(entry, window.lang)) if entry is not None else tr("重做")


def _named(entry: Entry, lang: str) -> str:
    """A step by its own name: one that took a line of the journal back says so in other words than 撤销."""
    text = step_text(dataclasses.replace(entry, undoes=None), lang)
    return tr("撤回“{step}”").format(step=text) if entry.undoes else text


def on_grid(name: str) -> Callable[[WindowApi], None]:
    """The action that calls a method of the grid in front, where there is one."""

    def run(window: WindowApi) -> None:
        found = table(window)
        if found is not None:
            getattr(found.grid, name)()

    return run


def find(window: WindowApi) -> None:
    """Opens the bar that finds in the table in front."""
    found = table(window)
    if found is not None:
        found.finder.open()


def finding(by: int) -> Callable[[WindowApi], None]:
    """Goes to the next cell that holds what is looked for, or of -1 to the one before."""

    def run(window: WindowApi) -> None:
        found = table(window)
        if found is not None:
            found.finder.step(by)

    return run


def filter_rows(window: WindowApi) -> None:
    """Puts the cursor into the filter of the table in front."""
    found = table(window)
    if found is not None:
        found.look_for()


def replace(window: WindowApi) -> None:
    """Finds and replaces in the table in front."""
    from zhengzhou_desk.gui.dialogs.replace import ReplaceDialog

    found = table(window)
    if found is None:
        return
    marked = selection_of(found.grid)
    numbers = {max(0, found.grid.currentIndex().column()), *(marked.columns if marked is not None else ())}
    fields = [found.records.columns[number].field for number in numbers]
    if any(field is not None and field.personal for field in fields) and not personal.shown_first(
        window, window.widget
    ):
        return
    ReplaceDialog(window, found).exec()


def moving(by: int) -> Callable[[WindowApi], None]:
    """The action that moves the keyboard to the next part of the window, or the one before."""
    return lambda window: window.move_part(by)


def stepping(by: int) -> Callable[[WindowApi], None]:
    """Goes to the next finding, or of -1 to the one before."""

    def run(window: WindowApi) -> None:
        window.step_finding(by)

    return run


def unit_page(window: WindowApi) -> None:
    """Opens the page of the unit that the current row is about."""
    found = table(window)
    record = found.records.record(found.grid.currentIndex().row()) if found is not None else None
    if record is not None and record.unit_of is not None:
        window.show_unit(record.unit_of)


def columns(window: WindowApi) -> None:
    """Chooses the columns of the table in front."""
    from zhengzhou_desk.gui.dialogs.columns import ColumnsDialog

    found = table(window)
    if found is not None:
        ColumnsDialog(window, found).exec()


def column_menu(window: WindowApi) -> None:
    """Opens the menu of the column that the cursor is in: sorting, values to tick, freezing."""
    found = table(window)
    if found is not None:
        found.grid.ask_head()


def wan(window: WindowApi) -> None:
    """Shows the amounts of the table in front in 万元, or in 元 again."""
    found = table(window)
    if found is not None:
        found.records.show_in_wan(wan=not found.records.wan)


def is_wan(window: WindowApi) -> bool:
    """Whether the table in front shows its amounts in 万元."""
    found = table(window)
    return found is not None and found.records.wan
