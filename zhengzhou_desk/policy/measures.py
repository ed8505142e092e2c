"""Measures: quantities of a unit and year that rules call and tables show, each a plain function."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from zhengzhou_desk.common.messages import sentence
from zhengzhou_desk.policy.law import Unknown, ValueInForce
from zhengzhou_desk.policy.parameters import (
    CANTEEN_AND_UNION,
    ERROR,
    OFF,
    PROGRESS_BASE,
    RATIO,
    TOTAL_DROP,
    TOTAL_RISE,
    severity,
)
from zhengzhou_desk.policy.view import known
from zhengzhou_desk.records import Filing, Unit, UnitChange, Waiver
from zhengzhou_desk.records.change import DISSOLVE, MERGE, NEW, RENAME, SPLIT
from zhengzhou_desk.records.kinds import WAN
from zhengzhou_desk.records.unit import OUTSOURCED, OWN, SHARED

if TYPE_CHECKING:
    from zhengzhou_desk.policy.view import View

BASIS_POINTS = 10_000
NO_CANTEEN_NOTE, SHARED_NOTE = "无食堂", "共用"


# -- units ------------------------------------------------------------------------------


def unit_of(code: str, view: View) -> Unit:
    """The unit of a code; raises Unknown where the book has none. Nearly every rule needs it."""
    found = view.units.get(code)
    if found is None:
        found = view.units[code] = known(view.one(Unit, ("code",), (code,)), sentence("单位"))
    return found


def founding_day(unit: Unit, view: View) -> datetime.date | None:
    """The day the unit was founded: as typed, or by a change 新设; None where it has always been."""
    if unit.founded is not None:
        return unit.founded
    days = [change.day for change in view.find(UnitChange, ("new_unit",), (unit.code,)) if change.kind == NEW]
    return min(days, default=None)


def opening_day(unit: Unit, view: View) -> datetime.date | None:
    """The day from which there is a unit under this code: founded, or named or split off so by a change.

    A code under which an earlier year was filed has been there before.
    """
    founded = founding_day(unit, view)
    if founded is not None:
        return founded
    days = [
        change.day
        for change in view.find(UnitChange, ("new_unit",), (unit.code,))
        if change.kind in (RENAME, SPLIT) and change.old_unit != unit.code
    ]
    opened = min(days, default=None)
    if opened is None or any(filing.year < opened.year for filing in view.find(Filing, ("unit",), (unit.code,))):
        return None
    return opened


def closing_day(unit: Unit, view: View) -> datetime.date | None:
    """The day the unit ceased: as typed, or by a change that left nothing under its code.

    Changes count from their day.
    """
    if unit.closed is not None:
        return unit.closed
    left = [
        change.day
        for change in view.find(UnitChange, ("old_unit",), (unit.code,))
        if change.day <= view.today
        and (change.kind == DISSOLVE or (change.kind in (MERGE, RENAME) and change.new_unit not in (None, unit.code)))
    ]
    if not left:
        return None
    # A code that is given to a unit again later stands for one that exists; none can be merged into one that is gone.
    again = [
        change.day
        for change in view.find(UnitChange, ("new_unit",), (unit.code,))
        if change.day <= view.today and change.old_unit != unit.code and change.kind in (RENAME, SPLIT, NEW)
    ]
    back = max(again, default=datetime.date.min)
    return min((day for day in left if day >= back), default=None)


def exists_in(unit: Unit, year: int, view: View) -> bool:
    """Whether the unit existed on at least one day of `year`, by its own days and by the changes."""
    opened, closed = opening_day(unit, view), closing_day(unit, view)
    return (opened is None or opened.year <= year) and (closed is None or closed > datetime.date(year, 1, 1))


def is_closed(unit: Unit, day: datetime.date, view: View) -> bool:
    """Whether the unit is dissolved or merged away by `day`."""
    closing = closing_day(unit, view)
    return closing is not None and closing <= day


def is_representative(unit: Unit, view: View) -> bool:
    """Whether the unit files for others with whom it shares a canteen."""
    if unit.canteen != SHARED or unit.canteen_host not in (None, unit.code):
        return False
    return any(other.code != unit.code for other in view.find(Unit, ("canteen_host",), (unit.code,)))


def host_fault(unit: Unit, view: View) -> str | None:
    """What is wrong with the representative a unit names: missing, loop, not_filer, dissolved; or None."""
    if unit.canteen_host is None:
        return "missing"
    if unit.canteen_host == unit.code:
        return "loop"
    host = view.one(Unit, ("code",), (unit.canteen_host,))
    if host is None:
        return "missing"
    if is_closed(host, view.today, view):
        return "dissolved"
    if _files_for_canteen(host, view):
        return None
    return "loop" if host.canteen_host == unit.code else "not_filer"


def _files_for_canteen(unit: Unit, view: View) -> bool:
    return unit.canteen in (OWN, OUTSOURCED) or is_representative(unit, view)


def is_represented(unit: Unit, view: View) -> bool:
    """Whether another unit's figures are those of this unit's canteen, so that its own would count twice in a sum.

    Of units that name each other in a circle the one of the lowest code stands for all.
    """
    if unit.canteen != SHARED or is_representative(unit, view):
        return False
    passed, host = [unit.code], unit
    while host.canteen == SHARED and host.canteen_host is not None:
        if host.canteen_host in passed:
            circle = passed[passed.index(host.canteen_host) :]
            return unit.code != min(circle)
        found = view.one(Unit, ("code",), (host.canteen_host,))
        if found is None or is_closed(found, view.today, view):
            return False
        if _files_for_canteen(found, view):
            return True
        host = found
        passed.append(host.code)
    return False


def must_reserve(unit: Unit, filing: Filing | None, view: View) -> bool:
    """Whether a reserve is required: a canteen of one's own, outsourced, or shared as representative.

    财办库〔2022〕54号: none is required without a canteen; of a shared one the representative files.
    Where the unit's canteen is blank, a filing with figures shows that there is one; without it raises Unknown.
    """
    if unit.canteen is None:
        if filing is not None and (filing.total or filing.reserve):
            return True
        raise Unknown(sentence("食堂情况"))
    return _files_for_canteen(unit, view)


# -- the reserve of a filing --------------------------------------------------------------


def filing_of(code: str, year: int, view: View) -> Filing | None:
    """The unit's filing of a year; where there are several, a confirmed one, else the last."""
    found = view.find(Filing, ("unit", "year"), (code, year))
    return max(found, key=lambda filing: (filing.state == "confirmed", filing.id), default=None)


def valid_waiver(code: str, year: int, view: View) -> Waiver | None:
    """The waiver with a document and a lower ratio for that very year (财库〔2021〕19号), or None."""
    ordinary = view.stated(RATIO, year)
    for waiver in view.find(Waiver, ("unit", "year"), (code, year)):
        if waiver.document and waiver.ratio is not None and (ordinary is None or waiver.ratio <= ordinary):
            return waiver
    return None


def ratio(code: str, year: int, view: View) -> int:
    """The ratio to keep, in basis points: a valid waiver's, else the law's or the bureau's."""
    waiver = valid_waiver(code, year, view)
    return waiver.ratio if waiver is not None and waiver.ratio is not None else view.known(RATIO, year)


def ratio_source(code: str, year: int, view: View) -> ValueInForce:
    """The same ratio with what states it: the waiver's document, the article, or the bureau's own document."""
    waiver = valid_waiver(code, year, view)
    return ValueInForce(waiver.ratio, (), waiver.document) if waiver is not None else view.source(RATIO, year)


def exact_share(total: int, basis_points: int) -> int:
    """The smallest whole fen that is not less than `basis_points` of `total`."""
    return -(-total * basis_points // BASIS_POINTS)


def looks_like_wan(typed: int, likely: int, year: int, view: View) -> bool:
    """Whether `typed` × 10,000 is as near to the `likely` amount as a total usually is to last year's."""
    drop, rise = view.stated(TOTAL_DROP, year), view.stated(TOTAL_RISE, year)
    return drop is not None and rise is not None and likely * drop <= typed * WAN * 100 <= likely * rise


def floor_severity(year: int, view: View) -> str:
    """How last year's amount binds where the book is kept: ERROR, WARNING (原则上), or OFF where nothing states it."""
    return view.stated(severity("last_year"), year) or OFF


def is_floor_binding(year: int, view: View) -> bool:
    """Whether last year's amount is a hard floor where the book is kept."""
    return floor_severity(year, view) == ERROR


# -- progress -----------------------------------------------------------------------------


def progress_base(filing: Filing, view: View) -> int | None:
    """The denominator of progress in fen: the reserve, with the union's plan where a region says so."""
    if filing.reserve is None:
        return None
    if view.stated(PROGRESS_BASE, filing.year) == CANTEEN_AND_UNION:
        return filing.reserve + (filing.union_plan or 0)
    return filing.reserve
