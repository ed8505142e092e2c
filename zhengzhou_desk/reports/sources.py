"""Where a figure comes from: the records that a figure of a report sums or counts, by their ids."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zhengzhou_desk.policy import union
from zhengzhou_desk.policy.parameters import COUNTED_STATUS, ORDERED, PAID
from zhengzhou_desk.policy.purchases import (
    completion_day,
    counted_lines,
    is_counted,
    latest_accounts,
    latest_statistics,
    own_orders,
    union_orders,
)
from zhengzhou_desk.records import Account, Execution, Filing, Purchase, Record, Spending, Unit
from zhengzhou_desk.records.account import APPLIED, MISSING, OPENED
from zhengzhou_desk.records.filing import CONFIRMED, is_filed
from zhengzhou_desk.records.purchase import PURCHASE_KINDS
from zhengzhou_desk.records.report import TOTAL, Report, ReportLine
from zhengzhou_desk.reports import purchasing
from zhengzhou_desk.reports.assessment import assess
from zhengzhou_desk.reports.bulletin_units import figures_of
from zhengzhou_desk.reports.summary import orders_under
from zhengzhou_desk.reports.unit_status import (
    EXEMPT,
    FAIL,
    NOT_KNOWN,
    PASS,
    UnitStatus,
    unassigned_orders,
    unit_statuses,
)

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from zhengzhou_desk.policy.engine import Engine
    from zhengzhou_desk.policy.view import View
    from zhengzhou_desk.reports.assessment import ItemScore

_STATES = {"passed": PASS, "failed": FAIL, "exempt": EXEMPT, "unknown": NOT_KNOWN}
_STAGES = ("ordered", "paid", "completed")
_ACCOUNTS = {"opened": OPENED, "applied": APPLIED, "missing": MISSING}
# What the platform's statistics call the same.
_IN_STATISTICS = {"ordered": "traded", "paid": "paid", "completed": "completed"}
# Reports in which a unit's figures stand as filed, also where another unit files for it.
_AS_FILED = frozenset({"to_press"})
# Reports that count filings by the state they are in, whichever day they came.
_BY_STATE = frozenset({"departments"})


@dataclass(frozen=True, slots=True)
class Source:
    """Rows of one table, and what they come to: the sum of their `column`, or how many they are.

    A column that is worked out begins with `=`, as in the tables of the window. Without a column the figure is a count,
    or is worked out of the rows as a whole.
    """

    table: str
    ids: tuple[int, ...]
    column: str | None
    amount: int


def sources(engine: Engine, year: int, report: Report, place: int, name: str) -> tuple[Source, ...]:
    """The records that make up the figure in line `place` under heading `name`; their amounts sum to it exactly.

    Of a share those of what is divided, and of what it is divided by. Nothing where the cell holds no figure, or one
    that is no sum of records of this book: a rank, a figure of another day, one that a district has reported.
    """
    line, heading = report.lines[place], report.headings[report.place(name)]
    if heading.quotient is not None:
        part, whole = (sources(engine, year, report, place, each) for each in heading.quotient)
        return tuple(dict.fromkeys((*part, *whole)))
    value = line.values[report.place(name)]
    if type(value) is not int:
        return ()
    found = tuple(each for each in _Book(engine, year).of(report, place, name) if each.ids)
    # A source that does not come to the figure would mislead: nothing is better.
    return found if sum(each.amount for each in found) == value else ()


def purchases_of_unit(engine: Engine, row: UnitStatus) -> tuple[Source, ...]:
    """What counts of a unit's purchases: its order lines, or its statistics; nothing where no law says what counts."""
    if row.counted is None:
        return ()
    return tuple(each for each in _Book(engine, row.year).counting_of(row) if each.ids)


class _Book:
    """What the records of a figure are looked up in."""

    def __init__(self, engine: Engine, year: int) -> None:
        self._engine, self._year = engine, year
        self._view: View = engine.reader()
        self._rows = unit_statuses(engine, year)

    def of(self, report: Report, place: int, name: str) -> Iterable[Source]:
        line = report.lines[place]
        special: Mapping[str, Callable[[Report, int, str], Iterable[Source]]] = {
            "kinds": self._of_kind, "months": self._of_month, "regulators": self._of_regulator,
            "enterprises": self._of_enterprise, "unit_scores": self._of_score, "grounds": self._of_score,
        }  # fmt: skip
        if report.key in special:
            return special[report.key](report, place, name)
        if report.key == "unions":
            return self._of_union(self._members(line), name)
        found = self._of_units(report, self._members(line), name)
        if report.key == "execution" and name in _STAGES and (line.units is None or line.depth == TOTAL):
            return (*found, self._orders(unassigned_orders(self._view, self._year), name))
        return found

    def _members(self, line: ReportLine) -> list[UnitStatus]:
        wanted = frozenset(line.units or ())
        return [row for row in self._rows if row.unit.id in wanted]

    # -- units and their filings ---------------------------------------------------------------------

    def _of_units(self, report: Report, rows: list[UnitStatus], name: str) -> Iterable[Source]:
        counted = [row for row in rows if row.is_counted]
        day = self._view.today
        if name in ("units", "asked"):
            return (_counted(Unit, [row.unit for row in counted]),)
        if name in ("filed", "confirmed"):
            at_day = report.key not in _BY_STATE
            return (_counted(Filing, _filings(row for row in counted if _is_done(row, name, day if at_day else None))),)
        if name in _STATES:
            return (_counted(Filing, _filings(row for row in counted if row.state == _STATES[name])),)
        if name in ("total", "reserve"):
            read = name if report.key in _AS_FILED else f"summed_{name}"
            shown = [row for row in counted if getattr(row, read) is not None]
            return (_summed(_filings(shown), name, sum(getattr(row, read) for row in shown)),)
        if name in ("required", "gap", "last_year"):
            return _worked_out(counted, name)
        if name in _STAGES:
            return self._bought(counted, name)
        if name == "counted":
            return self._bought(counted, self._stage)
        return self._base(counted) if name == "base" else ()

    def _base(self, rows: Iterable[UnitStatus]) -> Iterable[Source]:
        asked = [row for row in rows if row.base is not None]
        is_reserve = all(row.base == row.reserve for row in asked)
        return (_summed(_filings(asked), "reserve" if is_reserve else None, sum(row.base or 0 for row in asked)),)

    def counting_of(self, row: UnitStatus) -> Iterable[Source]:
        return self._bought((row,), self._stage)

    @property
    def _stage(self) -> str:
        """How far an order must have come to count, by the law of the year."""
        status = self._view.stated(COUNTED_STATUS, self._year)
        return "ordered" if status == ORDERED else "paid" if status == PAID else "completed"

    # -- purchases --------------------------------------------------------------------------------------

    def _bought(self, rows: Iterable[UnitStatus], stage: str) -> Iterable[Source]:
        """The order lines that count for units, and the statistics of those that have none."""
        orders: list[Purchase] = []
        bare = []
        for row in rows:
            mine = counted_lines(row.unit.code, self._year, self._view, self._view.today)
            orders += mine
            if not mine:
                bare.append(row)
        return (self._orders(orders, stage), self._statistics(bare, stage))

    def _statistics(self, rows: Iterable[UnitStatus], stage: str) -> Source:
        column = _IN_STATISTICS[stage]
        found = (latest_statistics(row.unit.code, self._year, self._view, self._view.today) for row in rows)
        shown = [each for each in found if each is not None and each.cell(column)]
        return _summed(shown, column, sum(_amount(each.cell(column)) for each in shown), Execution)

    def _orders(self, orders: Iterable[Purchase], stage: str) -> Source:
        """Those of the orders that have come so far."""
        day = self._view.today
        shown = [order for order in orders if _has_come(order, stage, day)]
        return _summed(shown, "amount", sum(order.amount for order in shown), Purchase)

    def _counted_rows(self) -> list[UnitStatus]:
        return [row for row in self._rows if row.is_counted]

    def _without_lines(self) -> list[UnitStatus]:
        year, view = self._year, self._view
        return [row for row in self._counted_rows() if not counted_lines(row.unit.code, year, view, view.today)]

    def _of_kind(self, report: Report, place: int, name: str) -> Iterable[Source]:
        line = report.lines[place]
        lines = purchasing.counting_lines(self._rows, self._view)
        codes = {option.label: option.code for option in PURCHASE_KINDS.options}
        label = line.values[0]
        orders: Sequence[Purchase] = ()
        if line.depth == TOTAL:
            orders = lines.orders
        elif label in codes:
            orders = lines.kinds.get(codes[str(label)], ())
        elif label == purchasing.NO_KIND:
            orders = lines.kinds.get(None, ())
        if name == "orders":
            return (_counted(Purchase, orders),)
        bare = self._without_lines() if line.depth == TOTAL or label == purchasing.BY_STATISTICS_KIND else []
        return (self._orders(orders, name), self._statistics(bare, name))

    def _of_month(self, report: Report, place: int, name: str) -> Iterable[Source]:
        line = report.lines[place]
        if name == "base":
            return self._base(self._counted_rows())
        lines = purchasing.counting_lines(self._rows, self._view)
        stage = self._stage if name == "sum" else "ordered" if name == "orders" else name
        label = str(line.values[0])
        by_statistics = label == purchasing.BY_STATISTICS_MONTH
        slot = purchasing.slot_of_line(line)
        orders = [
            order
            for order in lines.orders
            if (has := purchasing.slot_of(order, stage, self._year, self._view.today)) is not None
            and (line.depth == TOTAL or has == slot or (name == "sum" and slot is not None and has < slot))
        ]
        if name == "orders":
            return (_counted(Purchase, orders),)
        statistics = by_statistics or line.depth == TOTAL or name == "sum"
        found = _summed(orders, "amount", sum(order.amount for order in orders), Purchase)
        return (found, self._statistics(self._without_lines() if statistics else [], stage))

    def _of_regulator(self, report: Report, place: int, name: str) -> Iterable[Source]:
        line, day = report.lines[place], self._view.today
        every = latest_accounts(self._view)
        mine = [row for row in every if line.depth == TOTAL or purchasing.regulator_of(row) == line.values[0]]
        if name == "enterprises":
            return (_counted(Account, mine),)
        if name in _ACCOUNTS:
            return (_counted(Account, [row for row in mine if (row.state or MISSING) == _ACCOUNTS[name]]),)
        orders = [order for row in mine if row.uscc for order in own_orders(row.uscc, self._year, self._view)]
        if name == "orders":
            return (_counted(Purchase, [each for each in orders if is_counted(each, day)]),)
        return (self._orders(orders, name),) if name in _STAGES else ()

    def _of_enterprise(self, report: Report, place: int, name: str) -> Iterable[Source]:
        every = tuple(self._view.all(Account))
        mine = every if report.lines[place].depth == TOTAL else every[place : place + 1]
        orders = [order for row in mine for order in orders_under(row, self._year, self._view)]
        return (self._orders(orders, name),) if name in _STAGES else ()

    # -- unions and scores ----------------------------------------------------------------------------

    def _of_union(self, rows: Iterable[UnitStatus], name: str) -> Iterable[Source]:
        found = (self._view.one(Spending, ("unit", "year"), (row.unit.code, self._year)) for row in rows)
        spendings = [each for each in found if each is not None]
        if name in ("members", "welfare"):
            shown = [each for each in spendings if each.cell(name) is not None]
            return (_summed(shown, name, sum(_amount(each.cell(name)) for each in shown), Spending),)
        if name in ("required", "gap"):
            return tuple(
                _summed([each], f"={name}", getattr(union.standard(each, self._view), name), Spending)
                for each in spendings[:1]
            )
        if name != "purchased":
            return ()
        orders = [order for each in spendings for order in union_orders(each.unit, self._year, self._view)]
        bought = {order.buyer for order in orders}
        typed = [each for each in spendings if each.unit not in bought]
        amounts = [union.purchased_amount(each, self._view) for each in typed]
        return (
            _summed(orders, "amount", sum(order.amount for order in orders), Purchase),
            _summed(
                [each for each, amount in zip(typed, amounts, strict=True) if amount is not None], None,
                sum(amount or 0 for amount in amounts), Spending,
            ),
        )  # fmt: skip

    def _of_score(self, report: Report, place: int, name: str) -> Iterable[Source]:
        """The records that the points for one item rest on, or for all; the points are those of the item as a whole."""
        line = report.lines[place]
        scored = [unit for unit in assess(self._engine, self._year) if unit.unit_status.unit.code == line.unit]
        marks = [mark for unit in scored for mark in unit.marks if self._is_meant(mark, report, line, name)]
        value = line.values[report.place(name)]
        return of_records((row for mark in marks for row in mark.earned.rows), _amount(value))

    def _is_meant(self, mark: ItemScore, report: Report, line: ReportLine, name: str) -> bool:
        if report.key == "grounds":
            return name == "points" and mark.item.label == line.values[report.place("item")]
        return mark.item.weight.name == name or name in ("points", "score")


def of_records(rows: Iterable[Record], amount: int) -> list[Source]:
    """Records as sources, table by table; what they come to is said with the first."""
    by_table: dict[str, dict[int, None]] = defaultdict(dict)
    for row in rows:
        by_table[row.table.name][row.id] = None
    return [
        Source(table, tuple(ids), None, amount if place == 0 else 0)
        for place, (table, ids) in enumerate(by_table.items())
    ]


def _has_come(order: Purchase, stage: str, day: datetime.date) -> bool:
    """Whether an order counts as ordered, paid or completed by `day`."""
    if not is_counted(order, day):
        return False
    event = order.day if stage == "ordered" else order.paid if stage == "paid" else completion_day(order)
    return event is not None and event <= day


def _filings(rows: Iterable[UnitStatus]) -> list[Filing]:
    return [row.filing for row in rows if row.filing is not None]


def _is_done(row: UnitStatus, name: str, day: datetime.date | None) -> bool:
    """Whether a unit is filed or confirmed: by the days of its filing, or without a day by its state."""
    if day is not None:
        return bool(getattr(figures_of(row, day), name))
    filing = row.filing
    return filing is not None and (filing.state == CONFIRMED if name == "confirmed" else is_filed(filing))


def _worked_out(rows: Sequence[UnitStatus], name: str) -> Iterable[Source]:
    """A measure of units: shown beside their filings, or by the units where there is no filing yet."""
    shown = [row for row in rows if getattr(row, name) is not None]
    filed = [row for row in shown if row.filing is not None]
    bare = [row.unit for row in shown if row.filing is None and getattr(row, name)]
    rest = sum(getattr(row, name) for row in shown if row.filing is None)
    return (
        _summed(_filings(filed), f"={name}", sum(getattr(row, name) for row in filed)),
        _summed(bare, None, rest, Unit),
    )


def _counted(cls: type[Record], rows: Iterable[Record]) -> Source:
    ids = tuple(row.id for row in rows)
    return Source(cls.table.name, ids, None, len(ids))


def _summed(rows: Iterable[Record], column: str | None, amount: int, cls: type[Record] = Filing) -> Source:
    return Source(cls.table.name, tuple(row.id for row in rows), column, amount)


def _amount(value: object) -> int:
    return value if isinstance(value, int) else 0
