"""The status of every unit in a year: the figures that screen, JSON, summary and notices share."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from zhengzhou_desk.policy import measures
from zhengzhou_desk.policy.carried_reserve import last_year
from zhengzhou_desk.policy.facts import Ratio
from zhengzhou_desk.policy.law import Unknown
from zhengzhou_desk.policy.parameters import ERROR, RATIO, UNKNOWN
from zhengzhou_desk.policy.purchases import PurchaseSums, affiliated_unit, orders_of_year, purchase_sums, purchases_of
from zhengzhou_desk.policy.union import union_state
from zhengzhou_desk.records import Account, Filing, Purchase, Unit
from zhengzhou_desk.records.filing import is_filed
from zhengzhou_desk.reports.kept import kept

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from zhengzhou_desk.policy.engine import Engine, Finding
    from zhengzhou_desk.policy.view import View

T = TypeVar("T")
PASS, FAIL, NOT_KNOWN, EXEMPT, UNFILED, CLOSED = "pass", "fail", "unknown", "exempt", "unfiled", "closed"
STATES = (FAIL, UNFILED, NOT_KNOWN, PASS, EXEMPT, CLOSED)
# What cannot be judged about the reserve itself; a blank filing day, say, leaves the figures judged.
_NOTHING = PurchaseSums()
_ABOUT_RESERVE = frozenset({"ratio", "rounding", "last_year", "total", "shared"})


@dataclass(frozen=True, slots=True)
class UnitStatus:
    """One unit in one year. Amounts are fen; None is "the book does not say" (blank is not 0).

    `required` is the greater of both floors as far as they are known, 0 where no reserve is asked;
    `asked_ratio` is the ratio to keep in basis points, so that 9.9999 % is never shown as 10.00 %.
    """

    unit: Unit
    year: int
    state: str
    filing: Filing | None
    total: int | None
    reserve: int | None
    last_year: int | None
    required: int | None
    bought: PurchaseSums
    counted: int | None
    base: int | None
    union: str
    asked_ratio: int | None
    # Another unit's figures are those of its canteen already: what it filed itself enters no sum.
    is_represented: bool
    findings: tuple[Finding, ...] = field(compare=False)

    @property
    def summed_total(self) -> int | None:
        """The total as it enters a sum: a shared canteen counts once, by its representative."""
        return None if self.is_represented else self.total

    @property
    def summed_reserve(self) -> int | None:
        """The reserve as it enters a sum."""
        return None if self.is_represented else self.reserve

    @property
    def gap(self) -> int | None:
        """What is missing in fen; None where the requirement or the reserve is not known."""
        if self.required is None:
            return None
        if self.reserve is None:
            return 0 if self.required == 0 else None
        return max(0, self.required - self.reserve)

    @property
    def ratio(self) -> Ratio | None:
        """The reserve as a share of the total; None where the total is blank or 0."""
        return Ratio(self.reserve, self.total, self.asked_ratio) if self.total and self.reserve is not None else None

    @property
    def progress(self) -> Ratio | None:
        """What counts of the purchases as a share of the reserve; None where nothing was reserved."""
        return Ratio(self.counted, self.base) if self.base and self.counted is not None else None

    @property
    def is_counted(self) -> bool:
        """Whether the unit's figures enter the sums: one that is gone is listed, not counted."""
        return self.state != CLOSED


@dataclass(frozen=True, slots=True)
class Totals:
    """Sums over units that count, in fen; `required` over those where it is known."""

    units: int
    filed: int
    confirmed: int
    states: dict[str, int]
    total: int
    reserve: int
    required: int
    gap: int
    bought: PurchaseSums
    counted: int
    base: int
    unassigned: PurchaseSums
    # Whether the law of the year says what counts; where it does not, `counted` says nothing.
    is_measured: bool = True

    @property
    def progress(self) -> Ratio | None:
        """What counts against what it is measured by; None where there is nothing to measure by."""
        return Ratio(self.counted, self.base) if self.base and self.is_measured else None

    @property
    def ratio(self) -> Ratio | None:
        """The reserve against the total; None without a total."""
        return Ratio(self.reserve, self.total) if self.total else None


def findings_of_year(engine: Engine, year: int) -> tuple[Finding, ...]:
    """The findings of a year and those of no year, in the book's order."""
    return of_year(engine.findings(), year, engine.view)


def findings_of_unit(engine: Engine, code: str, year: int) -> tuple[Finding, ...]:
    """The same of one unit."""
    return of_year(engine.of_unit(code), year, engine.view)


def of_year(findings: Iterable[Finding], year: int, view: View) -> tuple[Finding, ...]:
    """Those of a year and those of no year."""
    return tuple(found for found in findings if _year_of(found, view) in (year, None))


def _year_of(found: Finding, view: View) -> int | None:
    """The year a finding belongs to; an order belongs to the year of its day."""
    if found.year is None and found.table == Purchase.table.name:
        order = view.record(Purchase, found.id)
        return order.day.year if order is not None else None
    return found.year


@kept
def unit_statuses(engine: Engine, year: int) -> tuple[UnitStatus, ...]:
    """The status of every unit that existed in the year, in the order of the book; kept until something changes."""
    view = engine.reader()
    about: dict[str, list[Finding]] = defaultdict(list)
    for found in findings_of_year(engine, year):
        if found.unit is not None:
            about[found.unit].append(found)
    return tuple(
        unit_status(unit, year, view, about.get(unit.code, ()))
        for unit in view.all(Unit)
        if measures.exists_in(unit, year, view)
    )


@kept
def total_reserve(engine: Engine, year: int) -> int:
    """The reserves of a year of all units that count, in fen.

    Read from the filings alone, without judging the units.
    """
    view = engine.reader()
    units = (
        unit
        for unit in view.all(Unit)
        if measures.exists_in(unit, year, view) and not measures.is_closed(unit, view.today, view)
    )
    filings = (measures.filing_of(unit.code, year, view) for unit in units if not measures.is_represented(unit, view))
    return sum(filing.reserve or 0 for filing in filings if filing is not None)


def unit_status(unit: Unit, year: int, view: View, findings: Iterable[Finding]) -> UnitStatus:
    """The status of one unit; `findings` are the findings about it."""
    findings = tuple(findings)
    filing = measures.filing_of(unit.code, year, view)
    exempt = _exempt(unit, filing, view)
    amounts = purchases_of(unit.code, year, view)
    asked = filing is not None and is_filed(filing) and exempt is False
    return UnitStatus(
        unit=unit,
        year=year,
        state=_state(unit, filing, view, findings, exempt=exempt),
        filing=filing,
        total=filing.total if filing is not None else None,
        reserve=filing.reserve if filing is not None else None,
        last_year=_known_or_none(lambda: last_year(unit.code, year, view)),
        required=0 if exempt else _required(filing, view) if filing is not None else None,
        bought=amounts,
        counted=_known_or_none(lambda: amounts.counted(year, view)),
        base=measures.progress_base(filing, view) if asked and filing is not None else None,
        union=union_state(unit.code, year, view),
        asked_ratio=_known_or_none(lambda: measures.ratio(unit.code, year, view)) if asked else None,
        is_represented=measures.is_represented(unit, view),
        findings=findings,
    )


def has_law(year: int, view: View) -> bool:
    """Whether a reserve is stated for the year at all; without one no unit passes and none fails."""
    return view.stated(RATIO, year) is not None


def _known_or_none(measure: Callable[[], T | None]) -> T | None:
    try:
        return measure()
    except Unknown:
        return None


def _exempt(unit: Unit, filing: Filing | None, view: View) -> bool | None:
    """Whether no reserve is asked of the unit; None where its canteen is not known."""
    try:
        return not measures.must_reserve(unit, filing, view)
    except Unknown:
        return None


def _required(filing: Filing, view: View) -> int | None:
    """The greater of both floors; one that is not known leaves the other as the least there is."""
    last = _known_or_none(lambda: last_year(filing.unit, filing.year, view))
    floor = last if measures.is_floor_binding(filing.year, view) else None
    basis_points = _known_or_none(lambda: measures.ratio(filing.unit, filing.year, view))
    by_ratio = measures.exact_share(filing.total, basis_points) if filing.total and basis_points is not None else None
    known = [amount for amount in (by_ratio, floor) if amount is not None]
    return max(known, default=None)


def _state(unit: Unit, filing: Filing | None, view: View, findings: Sequence[Finding], *, exempt: bool | None) -> str:
    if measures.is_closed(unit, view.today, view):
        return CLOSED
    if filing is None or not is_filed(filing):
        return UNFILED
    about_filing = [finding for finding in findings if finding.table == Filing.table.name]
    if any(finding.severity == ERROR for finding in about_filing):
        return FAIL
    if exempt is None:
        return NOT_KNOWN
    if exempt:
        return EXEMPT
    if any(finding.severity == UNKNOWN and finding.rule in _ABOUT_RESERVE for finding in about_filing):
        return NOT_KNOWN
    if not has_law(filing.year, view):
        return NOT_KNOWN  # no rule is in force in such a year: the absence of findings proves nothing
    return PASS


def totals(rows: Iterable[UnitStatus], unassigned: PurchaseSums = _NOTHING) -> Totals:
    """The sums over `rows`; closed units are left out, so that a merged unit counts once (一（二）)."""
    rows = [row for row in rows if row.is_counted]
    bought_in_all = PurchaseSums()
    states: dict[str, int] = dict.fromkeys(STATES, 0)
    for row in rows:
        bought_in_all += row.bought
        states[row.state] += 1
    return Totals(
        units=len(rows),
        filed=sum(row.filing is not None and is_filed(row.filing) for row in rows),
        confirmed=sum(row.filing is not None and row.filing.state == "confirmed" for row in rows),
        states=states,
        total=sum(row.summed_total or 0 for row in rows),
        reserve=sum(row.summed_reserve or 0 for row in rows),
        required=sum(row.required or 0 for row in rows),
        gap=sum(row.gap or 0 for row in rows),
        bought=bought_in_all,
        counted=sum(row.counted or 0 for row in rows),
        base=sum(row.base or 0 for row in rows),
        unassigned=unassigned,
        is_measured=any(row.counted is not None for row in rows),
    )


def by_department(rows: Iterable[UnitStatus]) -> dict[str, list[UnitStatus]]:
    """The units that count by the code of their department, in the order of the codes."""
    found: dict[str, list[UnitStatus]] = defaultdict(list)
    for row in rows:
        if row.is_counted:
            found[row.unit.department_or_self].append(row)
    return {code: found[code] for code in sorted(found)}


@kept
def unassigned_sums(engine: Engine, year: int) -> PurchaseSums:
    """未归集: the orders of the year that count for no unit, so that the total stays complete."""
    view = engine.reader()
    return purchase_sums(unassigned_orders(view, year), view.today)


def counting_unit(order: Purchase, view: View) -> Unit | None:
    """The unit an order counts for: its buyer, or of an SOE the one it belonged to on the day; None is 未归集."""
    unit = view.one(Unit, ("code",), (order.buyer,))
    if unit is None and order.buyer is not None:
        unit = view.one(Unit, ("code",), (affiliated_unit(order.buyer, order.day, view),))
    return None if unit is None or measures.is_closed(unit, view.today, view) else unit


def unassigned_orders(view: View, year: int) -> list[Purchase]:
    """The order lines of a year that count for no unit of today.

    Their buyer is not in the book, is a unit that is gone, or an SOE that belonged to neither on the day.
    """
    counting = {unit.code for unit in view.all(Unit) if not measures.is_closed(unit, view.today, view)}
    enterprises = {row.uscc for row in view.all(Account) if row.uscc}

    def counts(order: Purchase) -> bool:
        if order.buyer is None or order.buyer in counting:
            return order.buyer is not None
        return order.buyer in enterprises and affiliated_unit(order.buyer, order.day, view) in counting

    return [order for order in orders_of_year(view.all(Purchase), year, view) if not counts(order)]
