"""Rows beside what else is known: events in an order that can have happened, splits whose parts add up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengzhou_desk.exchange.plan import CHANGED, NEW, REFUSED, PlannedRow
from zhengzhou_desk.language import message
from zhengzhou_desk.records import Filing, UnitChange, sequence
from zhengzhou_desk.records.change import SPLIT
from zhengzhou_desk.records.filing import is_filed
from zhengzhou_desk.records.kinds import yuan

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from zhengzhou_desk.records.sequence import Known
    from zhengzhou_desk.records.shelf import Shelf


def in_order(row: PlannedRow, known: Known) -> PlannedRow:
    """The row, or the row refused because what it says cannot have happened in that order."""
    if row.after is None or row.verdict not in (NEW, CHANGED):
        return row
    wrong = sequence.fault(row.after, known)
    return row if wrong is None else row.turned_away(message("第 {row} 行：{reason}", row=row.number, reason=wrong))


def tied_splits(rows: Sequence[PlannedRow], shelf: Shelf, known: Known) -> list[PlannedRow]:
    """The rows, those of a split refused whose parts do not add up to last year's reserve of the unit that is split.

    A unit that goes on under its code keeps what it does not give away, so that its parts may be less.
    """
    coming = [row.after for row in rows if row.after is not None and row.verdict != REFUSED]
    changes = {change.key(): change for change in (*shelf.all(UnitChange), *coming) if isinstance(change, UnitChange)}
    arrived = {change.new_unit for change in changes.values() if change.new_unit != change.old_unit}
    filings = {(row.unit, row.year): row for row in (*shelf.all(Filing), *coming) if isinstance(row, Filing) and is_filed(row)}

    def checked(row: PlannedRow) -> PlannedRow:
        split = row.after
        if not isinstance(split, UnitChange) or split.kind != SPLIT or row.verdict not in (NEW, CHANGED) or split.old_unit is None:
            return row
        siblings = [c for c in changes.values() if (c.kind, c.old_unit, c.day) == (SPLIT, split.old_unit, split.day)]
        parts = [part.carried for part in siblings]
        unit = known.units.get(split.old_unit)
        keeps_rest = unit is not None and unit.closed is None and all(part.new_unit != split.old_unit for part in siblings)
        whole = _reserve(split, filings)
        given = [part for part in parts if part is not None]
        # What came to the unit by another change is for the rules to reckon.
        if whole is None or len(given) < len(parts) or split.old_unit in arrived:
            return row
        if sum(given) == whole or (keeps_rest and sum(given) < whole):
            return row
        return row.turned_away(message(
            "第 {row} 行：各部分结转的上年预留合计 {given} 元，与 {unit} 上年预留 {whole} 元不符，差 {difference} 元",
            row=row.number, given=yuan(sum(given), grouped=True), unit=split.old_unit, whole=yuan(whole, grouped=True),
            difference=yuan(sum(given) - whole, grouped=True),
        ))  # fmt: skip

    return [checked(row) for row in rows]


def _reserve(split: UnitChange, filings: Mapping[tuple[str, int], Filing]) -> int | None:
    """What a split divides: the reserve of its own year where that was filed before it, else that of the year before."""
    filing = filings.get((split.old_unit or "", split.day.year))
    filed = (filing.first_filed or filing.last_filed) if filing is not None else None
    if filing is None or filed is None or filed >= split.day:
        filing = filings.get((split.old_unit or "", split.day.year - 1))
    return filing.reserve if filing is not None else None
