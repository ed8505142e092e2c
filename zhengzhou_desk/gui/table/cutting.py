"""What has been cut: it stays where it is until it is pasted, and then moves as one step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.gui.table.pasting import Cell
from zhengzhou_desk.gui.widgets import clipboard

if TYPE_CHECKING:
    from zhengzhou_desk.gui.table.model import RecordModel
    from zhengzhou_desk.gui.table.selection import CellSelection


@dataclass(frozen=True, slots=True)
class CutCells:
    """The cells by row id and column, what the clipboard said then, and how far the book was."""

    cells: tuple[tuple[int, int], ...]
    text: str
    head: str


def cut_cells(records: RecordModel, marked: CellSelection) -> CutCells:
    """What is marked, as cells that have just been put on the clipboard."""
    cells = [(record.id, column) for row, column in marked.cells() if (record := records.record(row)) is not None]
    return CutCells(tuple(cells), clipboard.text(), records.window.desk.store.head)


def is_on_clipboard(cut: CutCells) -> bool:
    """Whether the clipboard still holds what was cut."""
    return clipboard.text() == cut.text


def blanks(records: RecordModel, cut: CutCells) -> list[Cell]:
    """The cells that are emptied where they come from. Refuses where they are not what they were, or not in sight."""
    if records.window.desk.store.head != cut.head:
        raise Refused("剪切以后账册改动过，请重新剪切。只要复制的，用“复制”")
    places = {record.id: place for place, record in enumerate(records.rows)}
    if any(row not in places for row, _ in cut.cells):
        raise Refused("剪切的行现在被筛选隐藏，请先清除筛选再粘贴")
    return [Cell(places[row], column, "") for row, column in cut.cells]
