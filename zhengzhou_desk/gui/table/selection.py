"""Chosen cells: what is marked in a grid, column by column, so that a whole county is not counted cell by cell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from PySide6.QtCore import QItemSelectionModel, QModelIndex
    from PySide6.QtWidgets import QWidget

    from zhengzhou_desk.gui.table.model import RecordModel

# First and last row.
Span: TypeAlias = "tuple[int, int]"


class CellGrid(Protocol):
    """What looks at marked cells and fills them need of the grid."""

    records: RecordModel

    def seen_columns(self) -> list[int]:
        """The columns that are not hidden, from left to right."""
        ...

    def currentIndex(self) -> QModelIndex: ...  # noqa: N802, D102 - of the QTableView that it is

    def selectionModel(self) -> QItemSelectionModel: ...  # noqa: N802, D102

    def window(self) -> QWidget:
        """The window it is in."""
        ...


@dataclass(frozen=True, slots=True)
class CellSelection:
    """The columns in the order they are seen, and of each the rows that are marked.

    Hidden columns are never among them.
    """

    rows: Mapping[int, tuple[Span, ...]]
    # Whether no visible column lies between the first and the last.
    together: bool

    @property
    def columns(self) -> tuple[int, ...]:
        """The marked columns, from left to right."""
        return tuple(self.rows)

    @property
    def count(self) -> int:
        """How many cells are marked."""
        return sum(last - first + 1 for spans in self.rows.values() for first, last in spans)

    @property
    def corner(self) -> tuple[int, int]:
        """The upper left cell: its row and column."""
        return min(spans[0][0] for spans in self.rows.values()), self.columns[0]

    @property
    def shared(self) -> tuple[Span, ...] | None:
        """The rows, where they are the same in every column."""
        found = set(self.rows.values())
        return found.pop() if len(found) == 1 else None

    @property
    def block(self) -> Span | None:
        """First and last row where the cells are one rectangle without holes."""
        shared = self.shared
        return shared[0] if shared is not None and len(shared) == 1 and self.together else None

    def cells(self) -> Iterator[tuple[int, int]]:
        """Row and column of every cell, column by column."""
        for column, spans in self.rows.items():
            for first, last in spans:
                for row in range(first, last + 1):
                    yield row, column


def selection_of(grid: CellGrid) -> CellSelection | None:
    """What is marked in a grid, or its current cell; None where there is neither."""
    found: dict[int, list[Span]] = {}
    for block in grid.selectionModel().selection().toList():
        for column in range(block.left(), block.right() + 1):
            found.setdefault(column, []).append((block.top(), block.bottom()))
    present = grid.currentIndex()
    if not found and present.isValid():
        found = {present.column(): [(present.row(), present.row())]}
    seen = [column for column in grid.seen_columns() if column in found]
    if not seen:
        return None
    places = [place for place, column in enumerate(grid.seen_columns()) if column in found]
    return CellSelection({column: _joined(found[column]) for column in seen}, places[-1] - places[0] + 1 == len(places))


def _joined(spans: list[Span]) -> tuple[Span, ...]:
    """The same rows as spans that rise and do not touch."""
    joined: list[Span] = []
    for first, last in sorted(spans):
        if joined and first <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(joined[-1][1], last))
        else:
            joined.append((first, last))
    return tuple(joined)
