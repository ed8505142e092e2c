"""The plan of an import: the verdict on every row, shown to a person and then applied as it was shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from zhengzhou_desk.records import Change
from zhengzhou_desk.records.kinds import Money

if TYPE_CHECKING:
    from zhengzhou_desk.common.messages import Message
    from zhengzhou_desk.exchange.headers import Layout
    from zhengzhou_desk.exchange.left_out import LeftOutRow
    from zhengzhou_desk.exchange.sheet import Cell
    from zhengzhou_desk.records import Record
    from zhengzhou_desk.records.columns import Column
    from zhengzhou_desk.records.kinds import Value

NEW, CHANGED, SAME, REFUSED = "new", "changed", "same", "refused"
VERDICTS = (NEW, CHANGED, SAME, REFUSED)


class PlannedRow(NamedTuple):
    """One row of a sheet: its verdict, and the reasons of a refusal. `number` is its number in the worksheet.

    `unknown_name` is the name of a unit that the book does not know: a person may say which it is.
    """

    sheet: str
    number: int
    verdict: str
    cls: type[Record]
    before: Record | None = None
    after: Record | None = None
    reasons: tuple[Message, ...] = ()
    cells: tuple[Cell, ...] = ()
    unknown_name: str = ""

    @property
    def changed(self) -> tuple[tuple[Column, Value, Value], ...]:
        """The columns whose value changes: old and new."""
        if self.before is None or self.after is None:
            return ()
        pairs = (
            (column, self.before.cell(column.name), self.after.cell(column.name)) for column in self.cls.table.columns
        )
        return tuple((column, old, new) for column, old, new in pairs if old != new)

    def as_refused(self, reason: Message) -> PlannedRow:
        """The same row, refused."""
        return self._replace(verdict=REFUSED, before=None, after=None, reasons=(reason,))


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What importing a file would do. It holds for the very book it was made for: the store refuses stale rows.

    `left_out` are the rows of its sheets that are no data.
    """

    source: str
    rows: tuple[PlannedRow, ...]
    remarks: tuple[Message, ...] = ()
    layouts: tuple[Layout, ...] = ()
    left_out: tuple[LeftOutRow, ...] = ()

    def count(self, verdict: str) -> int:
        """How many rows have a verdict."""
        return sum(row.verdict == verdict for row in self.rows)

    @property
    def refused(self) -> tuple[PlannedRow, ...]:
        """The rows that are not taken over, each with its reasons."""
        return tuple(row for row in self.rows if row.verdict == REFUSED)

    def sums(self) -> tuple[tuple[Column, int, int], ...]:
        """Of each amount that the file touches: its column, the sum before and the sum after, in fen."""
        before: dict[tuple[type[Record], str], int] = {}
        after: dict[tuple[type[Record], str], int] = {}
        for row in self.rows:
            if row.verdict == REFUSED or row.after is None:
                continue
            for column in row.cls.table.columns:
                if isinstance(column.kind, Money):
                    key = (row.cls, column.name)
                    old = row.before.cell(column.name) if row.before is not None else None
                    new = row.after.cell(column.name)
                    before[key] = before.get(key, 0) + (old if isinstance(old, int) else 0)
                    after[key] = after.get(key, 0) + (new if isinstance(new, int) else 0)
        return tuple(
            (cls.table.column(name), before[cls, name], total)
            for (cls, name), total in after.items()
            if total or before[cls, name]
        )

    def changes(self) -> tuple[Change, ...]:
        """The changes of all rows but the refused ones, in the order of the file."""
        return tuple(
            Change(row.before, row.after)
            for row in self.rows
            if row.verdict in (NEW, CHANGED) and row.after is not None
        )
