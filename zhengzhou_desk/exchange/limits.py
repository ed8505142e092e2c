"""Limits: what a spreadsheet may hold at most, and the refusals of one that holds more or is broken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengzhou_desk.common.errors import Refused

if TYPE_CHECKING:
    from pathlib import Path

# What a real county's spreadsheet stays far below, and a bomb does not.
LARGEST_FILE = 100 * 2**20
LARGEST_UNPACKED = 400 * 2**20
MOST_PARTS = 2_000
MOST_ROWS = 300_000
MOST_COLUMNS = 512
# A quarter of a million orders of twelve columns; the rectangle that holds a sheet's cells counts as well.
MOST_CELLS = 3_000_000
# Cells that are only styled hold nothing; past so many of them nobody looks.
MOST_STYLED = 4 * MOST_CELLS


class CellBudget:
    """The cells that the sheets of one file may still take."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._left = MOST_CELLS

    def take(self, cells: int) -> None:
        """Counts cells that were read; refuses a file with more than are allowed in all."""
        self._left -= cells
        if self._left < 0:
            raise too_many_cells(self._path)


def broken_file(path: Path) -> Refused:
    """The refusal (made, not raised) of a spreadsheet that is damaged or cut short."""
    return Refused("{path} 已损坏或不完整，读不出来。请重新导出或另存一份再试", path=path)


def too_far(path: Path) -> Refused:
    """The refusal of cells far outside any table."""
    return Refused(
        "{path} 中有远在表外的单元格（超过 {rows} 行或 {columns} 列）。请删去多余的行列再试",
        path=path, rows=MOST_ROWS, columns=MOST_COLUMNS,
    )  # fmt: skip


def too_many_cells(path: Path) -> Refused:
    """The refusal of more cells than a table of ours can have."""
    return Refused(
        "{path} 的单元格太多（超过 {cells} 个）。请删去多余的行列和格式，或分成几份再试", path=path, cells=MOST_CELLS
    )


def too_large(path: Path, size: int = LARGEST_UNPACKED) -> Refused:
    """The refusal of a packed file that unpacks to too many bytes."""
    return Refused("{path} 解开后太大（{size} MB），不予读取", path=path, size=size // 2**20)
