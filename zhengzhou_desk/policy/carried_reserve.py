"""The carried reserve: last year's reserve of a unit, through every merger, new name and split up to a day.

Each filing is an amount of its year at its unit. A change takes one year's amounts along: that of its own
year where the old unit had filed by then, since those bind the next year; else that of the year before,
and the successor files for the old unit too. Amounts that came to the old unit before go on with its own.
"""

from __future__ import annotations

import dataclasses
import datetime
from typing import TYPE_CHECKING, TypeAlias

from zhengzhou_desk.common.messages import sentence
from zhengzhou_desk.policy import measures
from zhengzhou_desk.policy.law import Unknown
from zhengzhou_desk.policy.view import View, known
from zhengzhou_desk.records import Filing, Record, Unit, UnitChange
from zhengzhou_desk.records.change import DISSOLVE, MERGE, RENAME, SPLIT
from zhengzhou_desk.records.filing import is_filed
from zhengzhou_desk.records.tables import Tables
from zhengzhou_desk.records.unit import NO_CANTEEN, SHARED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from zhengzhou_desk.records.kinds import Value

# What happens to a unit on one day, in this order: what it has is stated anew, others come, parts leave, it goes.
_STATED, _COMES, _PARTS, _GOES, _OVER = range(5)
Moment: TypeAlias = "tuple[datetime.date, int]"
# A longer chain of changes within two years is a slip, whatever it says.
_LONGEST = 100


def last_year(code: str, year: int, view: View) -> int | None:
    """Last year's reserve in fen, carried through changes; None where it does not apply (a new unit).

    一（一）“不低于上年度数额” compares reserve with reserve. Raises Unknown where the book does not say.
    Of a unit that is gone: what it had when it went.
    """
    return _CarriedReserve(year - 1, view).held(code, (view.today, _OVER), after_end=True)


def would_carry(code: str, kind: str, day: datetime.date, view: View) -> int | None:
    """The reserve that a change of this kind on `day` would carry on; None where the book does not state it."""
    return _carried_by_filings(UnitChange(day=day, kind=kind, old_unit=code), view)


def carried_by_filings(change: UnitChange, view: View) -> int | None:
    """The reserve that a merger or a new name brings by the old unit's own filings; None where they do not state it.

    The book carries on what was filed; a bureau may state another amount with its reason.
    """
    return _carried_by_filings(change, view)


def carried_with(coming: Iterable[Record], view: View) -> Callable[[UnitChange], int | None]:
    """What changes carry on, or divide, once the rows that are coming are in the book: asked before an import."""
    tables = Tables()
    later: dict[type[Record], dict[tuple[Value, ...], Record]] = {Unit: {}, Filing: {}, UnitChange: {}}
    for row in coming:
        if type(row) in later:
            later[type(row)][row.key()] = row
    for cls, rows in later.items():
        every = {**{row.key(): row for row in view.all(cls)}, **rows}.values()
        tables.fill(cls, [dataclasses.replace(row, id=number) for number, row in enumerate(every, 1)])
    there = View(tables, view.law, view.today, view.years)
    return lambda change: _carried_by_filings(change, there)


def _carried_by_filings(change: UnitChange, view: View) -> int | None:
    if change.old_unit is None:
        return None
    try:
        return _CarriedReserve(_year_carried(change, view), view).held(
            change.old_unit, (change.day, _phase(change, change.old_unit))
        )
    except Unknown:
        return None


def _year_carried(change: UnitChange, view: View) -> int:
    return _CarriedReserve(change.day.year, view).year_carried(change)


def _phase(change: UnitChange, code: str) -> int:
    """When within its day a change concerns a unit."""
    if change.kind == SPLIT:
        return _PARTS if change.old_unit == code else _COMES
    if change.old_unit == change.new_unit:
        return _STATED
    return _GOES if change.old_unit == code else _COMES


def _is_continued(change: UnitChange) -> bool:
    """Whether the old unit goes on under its code, so that it may have filed after the change."""
    return change.kind == SPLIT or change.old_unit == change.new_unit


class _CarriedReserve:
    """Follows the unit changes backwards and finds who holds the reserves of one year."""

    def __init__(self, year: int, view: View) -> None:
        self._year = year
        self._view = view
        # The changes that are being followed: one that leads back to itself cannot have happened.
        self._followed: list[UnitChange] = []

    # -- what a unit holds -------------------------------------------------------------

    def held(self, code: str, before: Moment, *, after_end: bool = False) -> int | None:
        """What a unit holds of the year's reserves just before a moment; `after_end`: what it held when it went."""
        parts: list[int | None] = []
        given = 0
        came = False
        for change in reversed(self._changes(code, before)):
            phase = _phase(change, code)
            if phase == _GOES:
                if came or not after_end:
                    return _sum(parts, given)
            elif phase == _COMES:
                came = True
                parts.append(self._brought(change))
            elif phase == _STATED or change.new_unit == code:
                parts.append(known(change.carried, sentence("结转上年预留")))
                if self._year == change.day.year and self._has_filed(code, self._year) and not self._had_filed(change):
                    parts.append(self._own(code, came=True))  # what it filed later was not divided
                return _sum(parts, given)
            else:
                given += known(change.carried, sentence("结转上年预留"))
        parts.append(self._own(code, came=came))
        return _sum(parts, given)

    def _changes(self, code: str, before: Moment) -> list[UnitChange]:
        """The changes of a unit that carry the year's reserves, in the order in which they happened."""
        view = self._view
        rows = {
            change.id: change
            for column in ("old_unit", "new_unit")
            for change in view.find(UnitChange, (column,), (code,))
            if self._year <= change.day.year <= self._year + 1 and (change.day, _phase(change, code)) < before
        }
        found = [change for change in rows.values() if self._carries(change, code)]
        found.sort(key=lambda change: (change.day, _phase(change, code), change.new_unit != code, change.id))
        # Where a split says what stays, that is what stays, whatever else it gives away.
        stays = {change.day for change in found if change.kind == SPLIT and change.old_unit == change.new_unit == code}
        gone = [change.day for change in found if _phase(change, code) == _GOES and change.kind != DISSOLVE]
        if len(set(gone)) < len(gone):
            raise Unknown(
                sentence("变更关系")
            )  # it went to two units on one day: which of them took the reserve is not known
        return [
            change
            for change in found
            if change.kind != SPLIT or change.old_unit != code or change.day not in stays or change.new_unit == code
        ]

    def _carries(self, change: UnitChange, code: str) -> bool:
        """Whether a change moves reserves of this year, away from or to a unit."""
        if change.kind == DISSOLVE:
            return change.old_unit == code
        if change.kind not in (MERGE, RENAME, SPLIT) or (_phase(change, code) == _STATED and change.carried is None):
            return False
        return self._year in self._years(change)

    def _brought(self, change: UnitChange) -> int | None:
        """What a change brings from the old unit: as stated, else as the old unit had filed."""
        if change.carried is not None and self._year == self.year_carried(change):
            return change.carried
        if change.kind == SPLIT:
            raise Unknown(sentence("结转上年预留"))
        if change.old_unit is None:
            return None
        self._follow(change)
        try:
            return self.held(change.old_unit, (change.day, _GOES))
        finally:
            self._followed.pop()

    def _follow(self, change: UnitChange) -> None:
        if change in self._followed or len(self._followed) >= _LONGEST:
            raise Unknown(sentence("变更关系"))
        self._followed.append(change)

    def _own(self, code: str, *, came: bool) -> int | None:
        """What the unit filed itself; None where it was not there yet or another's reserve is all it has."""
        view = self._view
        unit = measures.unit_of(code, view)
        filing = measures.filing_of(code, self._year, view)
        if filing is None or not is_filed(filing):
            founded, opened = measures.founding_day(unit, view), measures.opening_day(unit, view)
            if came or (founded and founded.year >= self._year) or (opened and opened.year > self._year):
                return None
            raise Unknown(sentence("上年度预留份额"))
        if filing.reserve is None:
            note = filing.platform_note or ""
            if measures.NO_CANTEEN_NOTE in note or measures.SHARED_NOTE in note or unit.canteen in (NO_CANTEEN, SHARED):
                return 0
            raise Unknown(sentence("上年度预留份额"))
        return filing.reserve

    # -- which year a change carries -----------------------------------------------------

    def year_carried(self, change: UnitChange) -> int:
        """Which year's reserve a change carries on; an amount that it states is of that year."""
        year, code = change.day.year, change.old_unit
        if code is None:
            return year - 1
        if self._had_filed(change):
            # Where the parts of a split file for its own year themselves, they divide the reserve of the year before.
            return year - 1 if change.kind == SPLIT and self._have_parts_filed(change) else year
        before = (change.day, _phase(change, code))
        has_none = not self._has_filed(code, year - 1) and not self._has_received(code, year - 1, before)
        return year if has_none and self._has_received(code, year, before) else year - 1

    def _years(self, change: UnitChange) -> set[int]:
        """The years whose reserves a change moves.

        What came in its own year to a unit that had not filed goes on as well.
        """
        year = self.year_carried(change)
        if _is_continued(change) or change.old_unit is None or year == change.day.year:
            return {year}
        return {year, year + 1} if self._has_received(change.old_unit, year + 1, (change.day, _GOES)) else {year}

    def _had_filed(self, change: UnitChange) -> bool:
        """Whether the old unit had filed for the change's year when it happened."""
        year = change.day.year
        filing = measures.filing_of(change.old_unit, year, self._view) if change.old_unit is not None else None
        if filing is None or not is_filed(filing):
            return False
        # A unit that ends and has filed has filed for itself; one that goes on may have done so after the change.
        filed = filing.first_filed or filing.last_filed
        return not _is_continued(change) or filed is None or filed < change.day

    def _have_parts_filed(self, change: UnitChange) -> bool:
        """Whether what was split off has filed for the year of the split itself, under whatever name by then."""
        siblings = self._view.find(UnitChange, ("old_unit",), (change.old_unit,))
        parts = {part.new_unit for part in siblings if part.kind == SPLIT and part.day == change.day}
        waiting, seen = [part for part in parts if part is not None], {change.old_unit}
        while waiting:
            part = waiting.pop()
            if part in seen:
                continue
            seen.add(part)
            if self._has_filed(part, change.day.year):
                return True
            names = self._view.find(UnitChange, ("old_unit",), (part,))
            waiting += [
                each.new_unit
                for each in names
                if each.kind == RENAME
                and each.new_unit is not None
                and each.day >= change.day
                and each.day.year == change.day.year
            ]
        return False

    def _has_filed(self, code: str, year: int) -> bool:
        filing = measures.filing_of(code, year, self._view)
        return filing is not None and is_filed(filing)

    def _has_received(self, code: str, year: int, before: Moment) -> bool:
        """Whether reserves of a year had come to a unit from others."""
        for change in self._view.find(UnitChange, ("new_unit",), (code,)):
            if change.old_unit in (None, code) or change.kind not in (MERGE, RENAME, SPLIT):
                continue
            if not (year <= change.day.year <= year + 1 and (change.day, _COMES) < before):
                continue
            self._follow(change)
            try:
                if year in self._years(change):
                    return True
            finally:
                self._followed.pop()
        return False


def _sum(parts: list[int | None], given: int) -> int | None:
    amounts = [amount for amount in parts if amount is not None]
    return max(0, sum(amounts) - given) if amounts else None
