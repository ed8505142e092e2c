"""Measures: quantities of a unit and year that rules call and tables show, each a plain function."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zhengzhou_desk.policy.law import Unknown
from zhengzhou_desk.policy.params import CANTEEN_AND_UNION, ERROR, PROGRESS_BASE, RATIO, severity
from zhengzhou_desk.policy.view import known
from zhengzhou_desk.records import Filing, Unit, UnitChange, Waiver
from zhengzhou_desk.records.change import DISSOLVE, MERGE, NEW, RENAME, SPLIT
from zhengzhou_desk.records.filing import is_filed
from zhengzhou_desk.records.unit import NO_CANTEEN, OUTSOURCED, OWN, SHARED

if TYPE_CHECKING:
    from zhengzhou_desk.policy.view import View

POINTS = 10_000
NO_CANTEEN_NOTE, SHARED_NOTE = "无食堂", "共用"


# -- units ------------------------------------------------------------------------------


def unit_of(code: str, view: View) -> Unit:
    """The unit of a code; raises Unknown where the book has none. Nearly every rule asks for it."""
    found = view.units.get(code)
    if found is None:
        found = view.units[code] = known(view.one(Unit, ("code",), (code,)), "单位")
    return found


def closing_day(unit: Unit, view: View) -> datetime.date | None:
    """The day the unit ceased: as typed, or by a change that left nothing under its code."""
    if unit.closed is not None:
        return unit.closed
    days = [
        change.day
        for change in view.find(UnitChange, ("old_unit",), (unit.code,))
        if change.kind == DISSOLVE
        or (change.kind in (MERGE, RENAME) and change.new_unit is not None and change.new_unit != unit.code)
    ]
    return min(days, default=None)


def is_closed(unit: Unit, day: datetime.date, view: View) -> bool:
    """Whether the unit is dissolved or merged away by `day`."""
    closing = closing_day(unit, view)
    return closing is not None and closing <= day


def is_representative(unit: Unit, view: View) -> bool:
    """Whether the unit files for others with whom it shares a canteen."""
    if unit.canteen != SHARED or unit.canteen_host not in (None, unit.code):
        return False
    return any(other.code != unit.code for other in view.find(Unit, ("canteen_host",), (unit.code,)))


def must_reserve(unit: Unit, filing: Filing | None, view: View) -> bool:
    """Whether a reserve is required: a canteen of one's own, outsourced, or shared as representative.

    财办库〔2022〕54号: none is required without a canteen; of a shared one the representative files.
    Where the unit's canteen is blank, a filing with figures shows that there is one.
    """
    if unit.canteen is None:
        if filing is not None and (filing.total or filing.reserve):
            return True
        raise Unknown("食堂情况")
    return unit.canteen in (OWN, OUTSOURCED) or is_representative(unit, view)


# -- the reserve of a filing --------------------------------------------------------------


def filing_of(code: str, year: int, view: View) -> Filing | None:
    """The unit's filing of a year; where there are several, a confirmed one, else the last."""
    found = view.find(Filing, ("unit", "year"), (code, year))
    return max(found, key=lambda filing: (filing.state == "confirmed", filing.id), default=None)


def valid_waiver(code: str, year: int, view: View) -> Waiver | None:
    """The waiver with a document for that very year (财库〔2021〕19号), or None."""
    for waiver in view.find(Waiver, ("unit", "year"), (code, year)):
        if waiver.document and waiver.ratio is not None:
            return waiver
    return None


def ratio(code: str, year: int, view: View) -> int:
    """The ratio to keep, in basis points: a valid waiver's, else the law's or the bureau's."""
    waiver = valid_waiver(code, year, view)
    return waiver.ratio if waiver is not None and waiver.ratio is not None else view.known(RATIO, year)


def exact_share(total: int, points: int) -> int:
    """The smallest whole fen that is not less than `points` of `total`."""
    return -(-total * points // POINTS)


def last_year(code: str, year: int, view: View) -> int | None:
    """Last year's reserve in fen, carried through changes; None where it does not apply (a new unit).

    一（一）“不低于上年度数额” compares reserve with reserve. Raises Unknown where the book does not say.
    """
    return _carried(code, year - 1, view, frozenset())


def _carried(code: str, year: int, view: View, seen: frozenset[str]) -> int | None:
    """What the unit, and those that became part of it since, reserved in `year`."""
    if code in seen:
        raise Unknown("变更关系")  # a loop of changes: nobody can say
    seen |= {code}
    unit = unit_of(code, view)
    arrivals = [change for change in view.find(UnitChange, ("new_unit",), (code,)) if _moves(change, year, view)]
    parts = [_arriving(change, year, view, seen) for change in arrivals]
    own = _own_reserve(unit, year, view, arrivals)
    amounts = [amount for amount in (own, *parts) if amount is not None]
    return sum(amounts) if amounts else None


def moved_year(change: UnitChange, view: View) -> int:
    """Which year's reserve a change carries on.

    Had the old unit filed for the change's year by then, that year's reserve goes on and binds the next;
    else the reserve of the year before goes on, and the successor files for the old unit too.
    """
    year = change.day.year
    filing = filing_of(change.old_unit, year, view) if change.old_unit is not None else None
    if filing is None or not is_filed(filing):
        return year - 1
    if change.kind == SPLIT and _parts_filed(change, view):
        return year - 1
    filed = filing.first_filed or filing.last_filed
    # A unit that ends and has filed has filed for itself; one that goes on may have done so after the change.
    ends = change.old_unit != change.new_unit and change.kind != SPLIT
    return year if ends or filed is None or filed < change.day else year - 1


def _parts_filed(change: UnitChange, view: View) -> bool:
    """Whether what was split off has filed for the year of the split itself."""
    siblings = view.find(UnitChange, ("old_unit",), (change.old_unit,))
    parts = {part.new_unit for part in siblings if part.kind == SPLIT and part.day == change.day} - {change.old_unit, None}
    filings = (filing_of(part, change.day.year, view) for part in parts if part is not None)
    return any(filing is not None and is_filed(filing) for filing in filings)


def _moves(change: UnitChange, year: int, view: View) -> bool:
    """Whether a change carries the reserve of `year` on."""
    near = change.kind in (MERGE, RENAME, SPLIT) and year <= change.day.year <= year + 1
    return near and moved_year(change, view) == year


def _arriving(change: UnitChange, year: int, view: View, seen: frozenset[str]) -> int | None:
    """What a change brings from the old unit: as stated, else as the old unit had filed."""
    if change.carried is not None:
        return change.carried
    if change.old_unit is None or change.old_unit in seen:
        return None
    if change.kind == SPLIT:
        raise Unknown("结转上年预留")
    return _carried(change.old_unit, year, view, seen)


def reckoned(change: UnitChange, view: View) -> int | None:
    """What a merger or a new name brings by the old unit's own filings; None where they do not say.

    The book carries on what was filed; a bureau may state another amount with its reason.
    """
    if change.old_unit is None:
        return None
    year = moved_year(change, view)
    if change.old_unit == change.new_unit:
        before = filing_of(change.old_unit, year, view)
        return before.reserve if before is not None else None
    try:
        return _carried(change.old_unit, year, view, frozenset())
    except Unknown:
        return None


def _own_reserve(unit: Unit, year: int, view: View, arrivals: list[UnitChange]) -> int | None:
    """The unit's own reserve of `year`, less what it gave away by splitting; 0 where a change says what it keeps."""
    leaving = [change for change in view.find(UnitChange, ("old_unit",), (unit.code,)) if _moves(change, year, view)]
    if any(change.new_unit == unit.code and (change.kind == SPLIT or change.carried is not None) for change in leaving):
        return 0
    filing = filing_of(unit.code, year, view)
    if filing is None or not is_filed(filing):
        if _began(unit, year, view) or any(change.old_unit != unit.code for change in arrivals):
            return None
        raise Unknown("上年度预留份额")
    if filing.reserve is None:
        if NO_CANTEEN_NOTE in (filing.platform_note or "") or SHARED_NOTE in (filing.platform_note or ""):
            return 0
        if unit.canteen in (NO_CANTEEN, SHARED):
            return 0
        raise Unknown("上年度预留份额")
    given = [known(change.carried, "结转上年预留") for change in leaving if change.kind == SPLIT]
    return filing.reserve - sum(given)


def _began(unit: Unit, year: int, view: View) -> bool:
    """Whether the unit came into being in `year` or later, so that it has no amount of `year`."""
    if unit.founded is not None and unit.founded.year >= year:
        return True
    return any(
        change.kind == NEW and change.day.year >= year for change in view.find(UnitChange, ("new_unit",), (unit.code,))
    )


def floor_applies(year: int, view: View) -> bool:
    """Whether last year's amount is a hard floor where the book is kept."""
    return view.stated(severity("last_year"), year) == ERROR


@dataclass(frozen=True, slots=True)
class Required:
    """What a filing must reserve, in fen: by ratio, by last year, and the greater of both."""

    ratio: int
    by_ratio: int
    last_year: int | None

    @property
    def amount(self) -> int:
        return max(self.by_ratio, self.last_year or 0)


def required(filing: Filing, view: View) -> Required:
    """一（一）: not below the ratio of the total and not below last year's amount."""
    points = ratio(filing.unit, filing.year, view)
    by_ratio = exact_share(known(filing.total, "年度食堂食材采购总额"), points)
    floor = last_year(filing.unit, filing.year, view) if floor_applies(filing.year, view) else None
    return Required(points, by_ratio, floor)


# -- progress -----------------------------------------------------------------------------


def progress_base(filing: Filing, view: View) -> int | None:
    """The denominator of progress in fen: the reserve, with the union's plan where a region says so."""
    if filing.reserve is None:
        return None
    if view.stated(PROGRESS_BASE, filing.year) == CANTEEN_AND_UNION:
        return filing.reserve + (filing.union_plan or 0)
    return filing.reserve
