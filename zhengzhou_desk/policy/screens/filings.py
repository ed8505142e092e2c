"""The screen of filings: 一（一） and 一（二） at a glance, 三 by sums of what was bought."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zhengzhou_desk.policy.law import Unknown
from zhengzhou_desk.policy.measures import BASIS_POINTS, NO_CANTEEN_NOTE
from zhengzhou_desk.policy.parameters import (
    CANTEEN_AND_UNION,
    COMPLETION_DUE,
    CONFIRM_DUE,
    FILING_DUE,
    PROGRESS_BASE,
    RATIO,
    TINY_TOTAL,
    TOTAL_DROP,
    TOTAL_RISE,
)
from zhengzhou_desk.policy.purchases import latest_statistics, purchases_of, statistics_sums, year_column
from zhengzhou_desk.records import Account, Execution, Filing, Purchase, Unit, UnitChange, Waiver
from zhengzhou_desk.records.filing import CONFIRMED, UNFILED, is_filed
from zhengzhou_desk.records.kinds import WAN
from zhengzhou_desk.records.unit import NO_CANTEEN, OUTSOURCED, OWN

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Mapping

    from zhengzhou_desk.policy.view import View
    from zhengzhou_desk.records.tables import Tables, Values

COVERS = frozenset({
    "ratio", "rounding", "last_year", "waiver", "not_filed", "late", "not_confirmed", "total", "tiny_total",
    "total_change", "over_total", "mixup", "no_canteen_note", "no_canteen_amount", "canteen_gone", "shared",
    "shared_double", "shared_note", "dissolved_filing", "completion", "pace", "statistics",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class _YearLaw:
    """What the law asks for in a year. Amounts in fen, `drop` and `rise` in percent of the total before."""

    ratio: int
    filing_due: datetime.date
    confirm_due: datetime.date
    completion_due: datetime.date
    tiny: int
    drop: int
    rise: int
    with_union: bool
    year_column: str


def _law_of(year: int, view: View) -> _YearLaw | None:
    """None where something is not stated, or stated so oddly that a glance does not settle it."""
    try:
        drop, rise = view.known(TOTAL_DROP, year), view.known(TOTAL_RISE, year)
        # An amount that is as usual must not look like 万元 for 元 as well.
        if rise >= min(drop, 100) * WAN:
            return None
        return _YearLaw(
            view.known(RATIO, year), view.day(FILING_DUE, year), view.day(CONFIRM_DUE, year),
            view.day(COMPLETION_DUE, year), view.stated(TINY_TOTAL, year) or 0, drop, rise,
            view.stated(PROGRESS_BASE, year) == CANTEEN_AND_UNION, year_column(year, view),
        )  # fmt: skip
    except Unknown:
        return None


def begin(tables: Tables, view: View) -> Callable[[Filing], tuple[str, ...] | None]:
    """What must be judged of a filing."""
    return _FilingScreen(tables, view).suspects


class _FilingScreen:
    """Looks at filings of units without a history or enterprises, with a canteen of their own or none."""

    def __init__(self, tables: Tables, view: View) -> None:
        self._tables, self._view, self._today = tables, view, view.today
        self._units = tables.index(Unit, ("code",)).rows
        self._filings = tables.index(Filing, ("unit", "year")).rows
        self._waivers = tables.index(Waiver, ("unit", "year")).rows
        self._statistics = tables.index(Execution, ("unit", "year")).rows
        self._apart = {row.unit for row in tables.all(Account)}
        for change in tables.all(UnitChange):
            self._apart |= {change.old_unit, change.new_unit}
        self._laws: dict[int, _YearLaw | None] = {}
        # By the column that says the year of an order: the orders of a buyer and year.
        self._orders: dict[str, Mapping[Values, object]] = {}

    def suspects(self, filing: Filing) -> tuple[str, ...] | None:
        code, year = filing.unit, filing.year
        unit, before = self._plain_unit(code), self._filings.get((code, year - 1), ())
        if unit is None or len(before) > 1 or (code, year) in self._waivers or filing.state in (None, UNFILED):
            return None
        if year not in self._laws:
            self._laws[year] = _law_of(year, self._view)
        law = self._laws[year]
        if law is None:
            return None
        earlier: Filing | None = before[0] if before else None  # type: ignore[assignment]
        names = self._filed(filing, law)
        if unit.canteen == NO_CANTEEN:
            return (*names, *_without_canteen(filing, earlier))
        if unit.canteen not in (OWN, OUTSOURCED) or not filing.total or filing.reserve is None:
            return None
        names += _amounts(filing.total, filing.reserve, earlier, law)
        names += self._progress(filing, filing.reserve, law)
        return tuple(names)

    def _plain_unit(self, code: str) -> Unit | None:
        found = self._units.get((code,))
        if found is None or code in self._apart:
            return None
        unit: Unit = found[0]  # type: ignore[assignment]
        return unit if unit.closed is None else None

    def _filed(self, filing: Filing, law: _YearLaw) -> list[str]:
        """In time, confirmed, and no lines that are fewer than the platform's statistics."""
        names, key = [], (filing.unit, filing.year)
        filed = filing.first_filed or filing.last_filed
        if filed is None or filed > law.filing_due:
            names.append("late")
        if filing.state != CONFIRMED and self._today > law.confirm_due:
            names.append("not_confirmed")
        if key in self._statistics and key in self._orders_by(law.year_column):
            names.append("statistics")
        return names

    def _orders_by(self, column: str) -> Mapping[Values, object]:
        found = self._orders.get(column)
        if found is None:
            found = self._orders[column] = self._tables.index(Purchase, ("buyer", column)).rows
        return found

    def _progress(self, filing: Filing, reserve: int, law: _YearLaw) -> tuple[str, ...]:
        """三: bought in full after the due day, before it in step with the calendar."""
        base = reserve + (filing.union_plan or 0) if law.with_union else reserve
        if not base:
            return ()
        if self._today > law.completion_due:
            return ("completion",) if self._counted(filing, law) < base else ()
        begin = filing.confirmed or law.confirm_due
        elapsed, days = (self._today - begin).days, (law.completion_due - begin).days
        is_behind = 0 < elapsed <= days and self._counted(filing, law) * days < base * elapsed
        return ("pace",) if is_behind else ()

    def _counted(self, filing: Filing, law: _YearLaw) -> int:
        """What counts as bought by a unit that has no enterprises."""
        code, year = key = filing.unit, filing.year
        try:
            if key in self._orders_by(law.year_column):
                bought = purchases_of(code, year, self._view)
            else:
                is_known = key in self._statistics
                bought = statistics_sums(latest_statistics(code, year, self._view, self._today) if is_known else None)
            return bought.counted(year, self._view)
        except Unknown:
            return -1  # what counts is not stated: the rule says so


def _without_canteen(filing: Filing, earlier: Filing | None) -> tuple[str, ...]:
    """财办库〔2022〕54号: a note, no amounts, and no reserve last year."""
    asked = {
        "no_canteen_note": NO_CANTEEN_NOTE not in (filing.platform_note or ""),
        "no_canteen_amount": bool(filing.total or filing.reserve),
        "canteen_gone": earlier is not None and bool(earlier.reserve),
    }
    return tuple(name for name, is_asked in asked.items() if is_asked)


def _amounts(total: int, reserve: int, earlier: Filing | None, law: _YearLaw) -> list[str]:
    """一: the reserve against the ratio, last year's and the total; the total against last year's."""
    names = []
    if reserve * BASIS_POINTS < total * law.ratio:
        names += ["ratio", "rounding", "mixup"]
    if earlier is None or earlier.reserve is None or reserve < earlier.reserve or not is_filed(earlier):
        names.append("last_year")
    if total < law.tiny:
        names.append("tiny_total")
    if reserve > total:
        names.append("over_total")
    if earlier is not None:
        if not earlier.total:
            names.append("mixup")
        elif not earlier.total * law.drop <= total * 100 <= earlier.total * law.rise:
            names += ["total_change", "mixup"]
    return names
