"""Filings: 一（一） the reserve and its two floors, 一（二） totals and confirmation, 三 completion by October."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from zhengzhou_desk.common.messages import sentence
from zhengzhou_desk.policy import carried_reserve, measures
from zhengzhou_desk.policy.facts import BasisPoints, Fen, Ratio, amount
from zhengzhou_desk.policy.law import Unknown
from zhengzhou_desk.policy.measures import BASIS_POINTS, NO_CANTEEN_NOTE, SHARED_NOTE, unit_of
from zhengzhou_desk.policy.parameters import (
    COMPLETION_DUE,
    CONFIRM_DUE,
    FILING_DUE,
    RATIO,
    TINY_TOTAL,
    TOTAL_DROP,
    TOTAL_RISE,
    severity,
)
from zhengzhou_desk.policy.purchases import counted_lines, latest_statistics, purchases_of, statistics_sums
from zhengzhou_desk.policy.purchases import purchase_sums as purchases_total
from zhengzhou_desk.policy.rule import Violation, Violations, rule, violation
from zhengzhou_desk.policy.view import known
from zhengzhou_desk.records import Execution, Filing, Unit, Waiver
from zhengzhou_desk.records.filing import CONFIRMED, is_filed
from zhengzhou_desk.records.unit import NO_CANTEEN, SHARED

if TYPE_CHECKING:
    from zhengzhou_desk.policy.view import View

# The year in a document's number: 财库函〔2024〕1号.
_NUMBERED = re.compile(r"〔(\d{4})〕")


def _must_reserve(filing: Filing, view: View) -> bool:
    """Whether the reserve of this filing is to be judged: filed, and a reserve required.

    Nearly every rule asks it first, so one judgement answers it once.
    """
    found = view.memo.get(filing.id)
    if found is None:
        found = view.memo[filing.id] = is_filed(filing) and measures.must_reserve(
            unit_of(filing.unit, view), filing, view
        )
    return bool(found)


# -- 一（一） at least 10 % of the year's canteen purchases, and no less than last year -------------


def _half_up_share(total: int, basis_points: int) -> int:
    return (total * basis_points * 2 + BASIS_POINTS) // (2 * BASIS_POINTS)


def _is_short_by_rounding(filing: Filing, view: View) -> bool:
    """Short of the exact product, but the amount is that product rounded half up to the fen."""
    if not filing.total or filing.reserve is None:
        return False
    basis_points = measures.ratio(filing.unit, filing.year, view)
    short = filing.reserve * BASIS_POINTS < filing.total * basis_points
    return short and filing.reserve == _half_up_share(filing.total, basis_points)


@rule("ratio", Filing, "reserve")
def ratio(filing: Filing, view: View) -> Violations:
    """一（一）: the reserve is below the ratio of the total; a blank or zero total is `total`'s business."""
    if not _must_reserve(filing, view) or not filing.total:
        return None
    basis_points = measures.ratio(filing.unit, filing.year, view)
    reserve = known(filing.reserve, sentence("预留份额"))
    if reserve * BASIS_POINTS >= filing.total * basis_points or _is_short_by_rounding(filing, view):
        return None
    needed = measures.exact_share(filing.total, basis_points)
    return violation(
        ratio=BasisPoints(basis_points),
        actual=Ratio(reserve, filing.total, basis_points),
        total=Fen(filing.total),
        reserve=Fen(reserve),
        required=Fen(needed),
        gap=Fen(needed - reserve),
        by=(measures.ratio_source(filing.unit, filing.year, view),),
    )


@rule("rounding", Filing, "reserve")
def rounding(filing: Filing, view: View) -> Violations:
    """一（一）: the reserve falls short of the exact product only by rounding to the fen."""
    if not _must_reserve(filing, view) or not _is_short_by_rounding(filing, view):
        return None
    basis_points = measures.ratio(filing.unit, filing.year, view)
    total, reserve = known(filing.total, ""), known(filing.reserve, "")
    needed = measures.exact_share(total, basis_points)
    return violation(
        ratio=BasisPoints(basis_points), total=Fen(total), reserve=Fen(reserve), required=Fen(needed),
        gap=Fen(needed - reserve),
        by=(measures.ratio_source(filing.unit, filing.year, view),),
    )  # fmt: skip


@rule("last_year", Filing, "reserve")
def last_year(filing: Filing, view: View) -> Violations:
    """一（一）: the reserve is below last year's reserve, carried through merges and renames."""
    if not _must_reserve(filing, view):
        return None
    floor = carried_reserve.last_year(filing.unit, filing.year, view)
    if floor is None:
        return None
    reserve = known(filing.reserve, sentence("预留份额"))
    if reserve >= floor:
        return None
    return violation(last_year=Fen(floor), reserve=Fen(reserve), required=Fen(floor), gap=Fen(floor - reserve))


@rule("waiver", Filing, "reserve", stages=("", "higher", "dated"))
def waiver(filing: Filing, view: View) -> Violations:
    """财库〔2021〕19号: a lower ratio without the document of approval is ignored, as is one that is not lower.

    A document numbered in another year may well be about this one: it counts, and is said.
    """
    rows = view.find(Waiver, ("unit", "year"), (filing.unit, filing.year))
    if not rows:
        return None
    found = measures.valid_waiver(filing.unit, filing.year, view)
    if found is not None:
        numbered = _NUMBERED.search(found.document or "")
        if numbered is None or int(numbered[1]) == filing.year:
            return None
        return violation("dated", document=found.document or "", numbered=int(numbered[1]), year=filing.year)
    ordinary = view.stated(RATIO, filing.year)
    given = rows[0].ratio
    if rows[0].document and given is not None and ordinary is not None and given > ordinary:
        grounds = (view.source(severity("waiver", "higher"), filing.year), view.source(RATIO, filing.year))
        return violation("higher", ratio=BasisPoints(given), ordinary=BasisPoints(ordinary), by=grounds)
    return violation(ratio=BasisPoints(given) if given is not None else "—")


# -- 一（一） filed by 20 March --------------------------------------------------------------------


def _not_filed(unit: Unit, year: int, view: View) -> Violation | None:
    """Judges a unit that has not filed.

    None is due of a unit that is closed by today or was founded after the due day.
    """
    if measures.is_closed(unit, view.today, view):
        return None
    due = view.day(FILING_DUE, year)
    opened = measures.opening_day(unit, view)
    if opened is not None and opened > due:
        return None
    return violation("before" if view.today <= due else "", due=due, by=(view.source(FILING_DUE, year),))


@rule("not_filed", Filing, "state", stages=("before", ""))
def not_filed(filing: Filing, view: View) -> Violations:
    """一（一）: not filed; the due day itself is still in time."""
    if is_filed(filing):
        return None
    return _not_filed(unit_of(filing.unit, view), filing.year, view)


@rule("not_filed", Unit, "state", stages=("before", ""))
def no_filing(unit: Unit, view: View) -> Violations:
    """一（一）: not filed, and the book has no row for the year at all (of years whose due day is stated)."""
    missing = [
        year
        for year in view.years
        if not view.find(Filing, ("unit", "year"), (unit.code, year)) and view.stated(FILING_DUE, year) is not None
    ]
    answers = ((year, _not_filed(unit, year, view)) for year in missing)
    return [replace(fired, year=year, table="filing") for year, fired in answers if fired is not None]


@rule("late", Filing, "first_filed")
def late(filing: Filing, view: View) -> Violations:
    """一（一）: first filed after the due day; a later correction does not make a filing late."""
    if not is_filed(filing):
        return None
    due = view.day(FILING_DUE, filing.year)
    filed = known(filing.first_filed or filing.last_filed, sentence("首次填报日期"))
    return violation(due=due, filed=filed, by=(view.source(FILING_DUE, filing.year),)) if filed > due else None


@rule("not_confirmed", Filing, "state")
def not_confirmed(filing: Filing, view: View) -> Violations:
    """一（二）: filed, but not confirmed after the bureau's own day."""
    if not is_filed(filing) or filing.state == CONFIRMED:
        return None
    if measures.is_closed(unit_of(filing.unit, view), view.today, view):
        return None
    due = view.day(CONFIRM_DUE, filing.year)
    return violation(due=due, by=(view.source(CONFIRM_DUE, filing.year),)) if view.today > due else None


# -- 一（二） the total is filled in truly ---------------------------------------------------------


@rule("total", Filing, "total")
def total(filing: Filing, view: View) -> Violations:
    """一（二）: a canteen of one's own, outsourced or shared as representative, and no total."""
    if not _must_reserve(filing, view) or filing.total:
        return None
    return violation()


@rule("tiny_total", Filing, "total")
def tiny_total(filing: Filing, view: View) -> Violations:
    """一（二）: a total so small that it is likely a slip."""
    if not _must_reserve(filing, view) or not filing.total:
        return None
    limit = view.stated(TINY_TOTAL, filing.year)
    if limit is None or filing.total >= limit:
        return None
    return violation(total=Fen(filing.total), limit=Fen(limit), by=(view.source(TINY_TOTAL, filing.year),))


def _total_before(filing: Filing, view: View) -> int | None:
    before = measures.filing_of(filing.unit, filing.year - 1, view)
    return before.total if before is not None else None


@rule("total_change", Filing, "total")
def total_change(filing: Filing, view: View) -> Violations:
    """一（二）: the total has halved or doubled since last year."""
    if not _must_reserve(filing, view) or not filing.total:
        return None
    before = _total_before(filing, view)
    drop, rise = view.stated(TOTAL_DROP, filing.year), view.stated(TOTAL_RISE, filing.year)
    if not before or drop is None or rise is None:
        return None
    if before * drop <= filing.total * 100 <= before * rise:
        return None
    return violation(
        total=Fen(filing.total),
        before=Fen(before),
        change=Ratio(filing.total, before),
        least=BasisPoints(drop * 100),
        most=BasisPoints(rise * 100),
        by=(view.source(TOTAL_DROP, filing.year), view.source(TOTAL_RISE, filing.year)),
    )


@rule("over_total", Filing, "reserve")
def over_total(filing: Filing, view: View) -> Violations:
    """一（二）: the reserve exceeds the total."""
    if not _must_reserve(filing, view) or not filing.total or filing.reserve is None:
        return None
    if filing.reserve <= filing.total:
        return None
    return violation(total=Fen(filing.total), reserve=Fen(filing.reserve))


@rule("mixup", Filing, "total", stages=("", "reserve", "past"))
def mixup(filing: Filing, view: View) -> Violations:
    """万元 for 元: times 10,000 the total is like last year's, or the reserve like last year's or what is required."""
    if not _must_reserve(filing, view):
        return None
    before = _total_before(filing, view)
    if filing.total and before and measures.looks_like_wan(filing.total, before, filing.year, view):
        return violation(total=Fen(filing.total), before=Fen(before))
    if not filing.reserve:
        return None
    if filing.total:
        needed = measures.exact_share(filing.total, measures.ratio(filing.unit, filing.year, view))
        if measures.looks_like_wan(filing.reserve, needed, filing.year, view):
            return violation("reserve", at="reserve", total=Fen(filing.total), reserve=Fen(filing.reserve))
    # Where both years' totals are there, they have been compared.
    reserved = _reserved_before(filing, view) if not (filing.total and before) else None
    if reserved and measures.looks_like_wan(filing.reserve, reserved, filing.year, view):
        return violation("past", at="reserve", reserve=Fen(filing.reserve), before=Fen(reserved))
    return None


def _reserved_before(filing: Filing, view: View) -> int | None:
    """Last year's reserve where the book states it; for comparison, not for judging."""
    try:
        return carried_reserve.last_year(filing.unit, filing.year, view)
    except Unknown:
        return None


# -- 财办库〔2022〕54号 no canteen, shared canteens ------------------------------------------------


@rule("no_canteen_note", Filing, "platform_note")
def no_canteen_note(filing: Filing, view: View) -> Violations:
    """财办库〔2022〕54号: a unit without a canteen files and states so in the note."""
    if not is_filed(filing) or unit_of(filing.unit, view).canteen != NO_CANTEEN:
        return None
    return None if NO_CANTEEN_NOTE in (filing.platform_note or "") else violation()


@rule("no_canteen_amount", Filing, "total")
def no_canteen_amount(filing: Filing, view: View) -> Violations:
    """财办库〔2022〕54号: amounts of a unit without a canteen."""
    if unit_of(filing.unit, view).canteen != NO_CANTEEN or not (filing.total or filing.reserve):
        return None
    return violation(total=amount(filing.total), reserve=amount(filing.reserve))


@rule("canteen_gone", Filing, "platform_note")
def canteen_gone(filing: Filing, view: View) -> Violations:
    """A unit that reserved last year has no canteen this year: to be asked about."""
    if not is_filed(filing) or unit_of(filing.unit, view).canteen != NO_CANTEEN:
        return None
    before = measures.filing_of(filing.unit, filing.year - 1, view)
    if before is None or not before.reserve:
        return None
    return violation(last_year=Fen(before.reserve))


@rule("shared", Filing, "unit")
def shared(filing: Filing, view: View) -> Violations:
    """财办库〔2022〕54号: a shared canteen needs one valid representative who files for all."""
    unit = unit_of(filing.unit, view)
    if unit.canteen != SHARED or measures.is_representative(unit, view):
        return None
    reason = measures.host_fault(unit, view)
    return violation(host=unit.canteen_host or "—", reason=reason) if reason else None


@rule("shared_double", Filing, "total")
def shared_double(filing: Filing, view: View) -> Violations:
    """财办库〔2022〕54号: the representative files for all; amounts of the others would count twice."""
    if not _is_sharing(filing, view) or not (filing.total or filing.reserve):
        return None
    return violation(total=amount(filing.total), reserve=amount(filing.reserve))


@rule("shared_note", Filing, "platform_note")
def shared_note(filing: Filing, view: View) -> Violations:
    """财办库〔2022〕54号: units that do not file themselves name in the note who does."""
    if not is_filed(filing) or not _is_sharing(filing, view):
        return None
    return None if SHARED_NOTE in (filing.platform_note or "") else violation()


def _is_sharing(filing: Filing, view: View) -> bool:
    unit = unit_of(filing.unit, view)
    return unit.canteen == SHARED and not measures.is_representative(unit, view)


@rule("dissolved_filing", Filing, "year")
def dissolved_filing(filing: Filing, view: View) -> Violations:
    """一（二）: a unit that is gone files for a year after its end."""
    if not is_filed(filing):
        return None
    unit = unit_of(filing.unit, view)
    closing = measures.closing_day(unit, view)
    return (
        violation(closed=closing)
        if closing is not None and closing.year < filing.year and closing <= view.today
        else None
    )


# -- 三 the year's purchases done by the end of October --------------------------------------------


@rule("completion", Filing, "reserve")
def completion(filing: Filing, view: View) -> Violations:
    """三: the reserve is not bought in full by the due day."""
    base = _base(filing, view)
    if base is None:
        return None
    due = view.day(COMPLETION_DUE, filing.year)
    if view.today <= due:
        return None
    counted = purchases_of(filing.unit, filing.year, view).counted(filing.year, view)
    if counted >= base:
        return None
    return violation(
        due=due, counted=Fen(counted), reserve=Fen(base), progress=Ratio(counted, base), gap=Fen(base - counted),
        by=(view.source(COMPLETION_DUE, filing.year),),
    )  # fmt: skip


@rule("pace", Filing, "reserve")
def pace(filing: Filing, view: View) -> Violations:
    """三: purchases are behind the calendar from confirmation to the end of October."""
    base = _base(filing, view)
    if base is None:
        return None
    due = view.day(COMPLETION_DUE, filing.year)
    if view.today > due:
        return None
    begin = filing.confirmed or view.day(CONFIRM_DUE, filing.year)
    elapsed, days = (view.today - begin).days, (due - begin).days
    if not 0 < elapsed <= days:
        return None
    counted = purchases_of(filing.unit, filing.year, view).counted(filing.year, view)
    if counted * days >= base * elapsed:
        return None
    return violation(
        counted=Fen(counted), reserve=Fen(base), progress=Ratio(counted, base), expected=Ratio(elapsed, days),
        by=(view.source(COMPLETION_DUE, filing.year),),
    )  # fmt: skip


@rule("statistics", Filing, "reserve")
def statistics(filing: Filing, view: View) -> Violations:
    """The unit is counted from its order lines, and lines are missing.

    They come to less than the platform's statistics.
    """
    return _fewer_lines(filing.unit, filing.year, view)


@rule("statistics", Unit, "code")
def statistics_without_filing(unit: Unit, view: View) -> Violations:
    """The same of a unit that has no row for the year."""
    missing = [year for year in view.years if not view.find(Filing, ("unit", "year"), (unit.code, year))]
    answers = ((year, _fewer_lines(unit.code, year, view)) for year in missing)
    return [replace(fired, year=year, table="filing") for year, fired in answers if fired is not None]


def _fewer_lines(code: str, year: int, view: View) -> Violation | None:
    row = latest_statistics(code, year, view, view.today)
    lines = counted_lines(code, year, view, view.today) if row is not None else ()
    if row is None or not lines:
        return None
    by_lines, by_statistics = purchases_total(lines, view.today), statistics_sums(row)
    for column, name in (("traded", "ordered"), ("paid", "paid"), ("completed", "completed")):
        ordered, said = getattr(by_lines, name), getattr(by_statistics, name)
        if ordered < said:
            what = Execution.table.column(column).label
            return violation(
                what=what, as_of=row.as_of, ordered=Fen(ordered), stated=Fen(said), difference=Fen(said - ordered)
            )
    return None


def _base(filing: Filing, view: View) -> int | None:
    """What is to be bought, in fen; None where nothing is required or nothing was reserved."""
    if not _must_reserve(filing, view) or measures.is_closed(unit_of(filing.unit, view), view.today, view):
        return None
    return measures.progress_base(filing, view) or None
