"""Editing and looking: undo, the grid of the table that is shown, its columns."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from zhengzhou_desk.gui.actions.action import tr
from zhengzhou_desk.gui.actions.enabled import can_write, table
from zhengzhou_desk.services.editing import line_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from zhengzhou_desk.gui.window_api import Frame
    from zhengzhou_desk.records import Entry


def undo(frame: Frame) -> None:
    _step(frame, frame.desk.undoable, frame.desk.undo, tr("正在撤销"))


def redo(frame: Frame) -> None:
    _step(frame, frame.desk.redoable, frame.desk.redo, tr("正在重做"))


def _step(frame: Frame, entry: Entry | None, job: Callable[[], Entry | None], title: str) -> None:
    frame.change(title, len(entry.changes) if entry is not None else 0, job, lambda _: None)


def can_undo(frame: Frame) -> bool:
    return can_write(frame) and frame.desk.undoable is not None


def can_redo(frame: Frame) -> bool:
    return can_write(frame) and frame.desk.redoable is not None


def undo_text(frame: Frame) -> str:
    """撤销, with the name of the step."""
    entry = frame.desk.undoable if frame.has_book else None
    return tr("撤销：{step}").format(step=_named(entry, frame.lang)) if entry is not None else tr("撤销")


def redo_text(frame: Frame) -> str:
    entry = frame.desk.redoable if frame.has_book else None
    return tr("重做：{step}").format(step=_named(entry, frame.lang)) if entry is not None else tr("重做")


def _named(entry: Entry, lang: str) -> str:
    """A step by its own name: one that took a line of the journal back says so in other words than 撤销."""
    text = line_text(dataclasses.replace(entry, undoes=None), lang)
    return tr("撤回“{step}”").format(step=text) if entry.undoes else text


def on_grid(name: str) -> Callable[[Frame], None]:
    def run(frame: Frame) -> None:
        found = table(frame)
        if found is not None:
            getattr(found.grid, name)()

    return run


def find(frame: Frame) -> None:
    found = table(frame)
    if found is not None:
        found.look_for()


def replace(frame: Frame) -> None:
    from zhengzhou_desk.gui.dialogs.replace import ReplaceDialog

    found = table(frame)
    if found is not None:
        ReplaceDialog(frame, found).exec()


def unit_page(frame: Frame) -> None:
    found = table(frame)
    record = found.records.record(found.grid.currentIndex().row()) if found is not None else None
    if record is not None and record.unit_of is not None:
        frame.show_unit(record.unit_of)


def columns(frame: Frame) -> None:
    from zhengzhou_desk.gui.dialogs.columns import ColumnsDialog

    found = table(frame)
    if found is not None:
        ColumnsDialog(frame, found).exec()


def wan(frame: Frame) -> None:
    found = table(frame)
    if found is not None:
        found.records.show_in_wan(wan=not found.records.wan)


def is_wan(frame: Frame) -> bool:
    found = table(frame)
    return found is not None and found.records.wan
