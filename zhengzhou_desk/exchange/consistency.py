"""Consistency of the rows of an import with what else is known: the order of events, and the parts of a split."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from zhengzhou_desk.common.messages import message
from zhengzhou_desk.exchange.plan import CHANGED, NEW, REFUSED, PlannedRow
from zhengzhou_desk.records import UnitChange, sequence
from zhengzhou_desk.records.change import SPLIT
from zhengzhou_desk.records.kinds import yuan

if TYPE_CHECKING:
    import datetime

    from zhengzhou_desk.records import Record
    from zhengzhou_desk.records.sequence import KnownUnits
    from zhengzhou_desk.records.tables import Tables

# What a change carries on, or divides, in a book that these rows have come into; None where that is not known.
CarriedLookup: TypeAlias = "Callable[[Sequence[Record]], Callable[[UnitChange], int | None]]"


@dataclass(slots=True)
class _Parts:
    """The parts of one split, summed up once for all its rows."""

    sum: int = 0
    is_complete: bool = True
    to_itself: bool = False

    def add(self, part: UnitChange) -> None:
        self.sum += part.carried or 0
        self.is_complete &= part.carried is not None
        self.to_itself |= part.new_unit == part.old_unit


def refused_if_impossible(row: PlannedRow, known: KnownUnits) -> PlannedRow:
    """The row as it is, or refused where its events cannot have happened in that order."""
    if row.after is None or row.verdict not in (NEW, CHANGED):
        return row
    wrong = sequence.fault(row.after, known)
    return row if wrong is None else row.as_refused(message("第 {row} 行：{reason}", row=row.number, reason=wrong))


def refused_if_untied(
    rows: Sequence[PlannedRow], tables: Tables, known: KnownUnits, carried_lookup: CarriedLookup
) -> list[PlannedRow]:
    """The rows; those of a split are refused where its parts do not add up to the reserve that is divided.

    How much that is the law says: `carried_lookup` is asked for it, of the book with the rows that are coming.
    A unit that goes on under its code keeps what it does not give away, so that its parts may be less.
    """
    coming = [row.after for row in rows if row.after is not None and row.verdict != REFUSED]
    if not any(isinstance(row, UnitChange) and row.kind == SPLIT for row in coming):
        return list(rows)
    reckoned = carried_lookup(coming)
    changes = {change.key(): change for change in (*tables.all(UnitChange), *coming) if isinstance(change, UnitChange)}
    parts: dict[tuple[str | None, datetime.date], _Parts] = {}
    for change in changes.values():
        if change.kind == SPLIT:
            parts.setdefault((change.old_unit, change.day), _Parts()).add(change)

    def checked(row: PlannedRow) -> PlannedRow:
        split = row.after
        if (
            not isinstance(split, UnitChange)
            or split.kind != SPLIT
            or row.verdict not in (NEW, CHANGED)
            or split.old_unit is None
        ):
            return row
        given = parts[split.old_unit, split.day]
        unit = known.units.get(split.old_unit)
        keeps_rest = unit is not None and unit.closed is None and not given.to_itself
        whole = reckoned(split)
        if whole is None or not given.is_complete:
            return row
        if given.sum == whole or (keeps_rest and given.sum < whole):
            return row
        return row.as_refused(message(
            "第 {row} 行：各部分结转的上年预留合计 {given} 元，与 {unit} 上年预留 {whole} 元不符，差 {difference} 元",
            row=row.number, given=yuan(given.sum, grouped=True), unit=split.old_unit, whole=yuan(whole, grouped=True),
            difference=yuan(given.sum - whole, grouped=True),
        ))  # fmt: skip

    return [checked(row) for row in rows]
