"""Purchases of a year: by month, by kind, and of state-owned enterprises by their regulator."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zhengzhou_desk.common.messages import sentence
from zhengzhou_desk.policy.parameters import COUNTED_STATUS
from zhengzhou_desk.policy.purchases import (
    PurchaseSums,
    completion_day,
    counted_lines,
    is_counted,
    latest_accounts,
    own_orders,
    purchase_sums,
)
from zhengzhou_desk.records import Account
from zhengzhou_desk.records.account import APPLIED, MISSING, OPENED
from zhengzhou_desk.records.purchase import PURCHASE_KINDS, SOE
from zhengzhou_desk.records.report import Heading, Report, ReportLine, quotient, sum_line
from zhengzhou_desk.reports.headings import COUNT, FEN, SHARE, TEXT, purchase_headings
from zhengzhou_desk.reports.progress import progress_basis

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Mapping

    from zhengzhou_desk.policy.view import View
    from zhengzhou_desk.records import Purchase
    from zhengzhou_desk.reports.unit_status import UnitStatus

# The slots of a year's series: what fell before the year, its twelve months, and what fell after it.
BEFORE, AFTER = 0, 13
# What lines are called that are no month, kind or regulator.
BY_STATISTICS_MONTH, BY_STATISTICS_KIND = sentence("按平台统计，不分月"), sentence("按平台统计，不分类")
BEFORE_YEAR, AFTER_YEAR = sentence("本年以前"), sentence("本年以后")
NO_KIND, NO_REGULATOR = sentence("未注明类型"), sentence("（未注明）")
# The key of a line that is a month of the year.
MONTH = "month"
_AMOUNTS = (
    Heading("orders", "订单数", COUNT, 10, summed=True),
    *purchase_headings(18),
)


@dataclass(frozen=True, slots=True)
class OrderLines:
    """What counts for the units of the county: their order lines by kind, and amounts known by statistics only.

    `kinds` has None for lines that do not say their kind; an SOE's line is of its own kind whatever it says.
    """

    kinds: Mapping[str | None, tuple[Purchase, ...]]
    statistics: PurchaseSums

    @property
    def orders(self) -> list[Purchase]:
        """All orders, kind by kind."""
        return [order for orders in self.kinds.values() for order in orders]


def counting_lines(rows: Iterable[UnitStatus], view: View) -> OrderLines:
    """The order lines that are counted for the units of `rows`, each once."""
    kinds: dict[str | None, list[Purchase]] = defaultdict(list)
    statistics = PurchaseSums()
    for row in rows:
        if not row.is_counted:
            continue
        lines = counted_lines(row.unit.code, row.year, view, view.today)
        for order in lines:
            kinds[order.kind if order.buyer == row.unit.code else SOE].append(order)
        if not lines:
            statistics += row.bought
    return OrderLines({kind: tuple(orders) for kind, orders in kinds.items()}, statistics)


@dataclass(frozen=True, slots=True)
class MonthSums:
    """One slot of the series: how many orders were placed, and what was ordered, paid and completed in it."""

    orders: int
    bought: PurchaseSums


def by_month(orders: Iterable[Purchase], year: int, day: datetime.date) -> tuple[MonthSums, ...]:
    """The fourteen slots as of `day`: each amount stands in the month of its own event, not of its order."""
    counts: Counter[int] = Counter()
    ordered: Counter[int] = Counter()
    paid: Counter[int] = Counter()
    completed: Counter[int] = Counter()
    for order in orders:
        if not is_counted(order, day):
            continue
        counts[_slot(order.day, year)] += 1
        ordered[_slot(order.day, year)] += order.amount
        if order.paid is not None and order.paid <= day:
            paid[_slot(order.paid, year)] += order.amount
        done = completion_day(order)
        if done is not None and done <= day:
            completed[_slot(done, year)] += order.amount
    return tuple(
        MonthSums(counts[slot], PurchaseSums(ordered[slot], paid[slot], completed[slot])) for slot in range(AFTER + 1)
    )


def _slot(day: datetime.date, year: int) -> int:
    return day.month if day.year == year else BEFORE if day.year < year else AFTER


def slot_of(order: Purchase, stage: str, year: int, day: datetime.date) -> int | None:
    """In which slot of the series an order was ordered, paid or completed; None where it was not by `day`."""
    if not is_counted(order, day):
        return None
    event = order.day if stage == "ordered" else order.paid if stage == "paid" else completion_day(order)
    return _slot(event, year) if event is not None and event <= day else None


def slot_of_line(line: ReportLine) -> int | None:
    """The slot that a line of the series shows; None of the statistics and the total."""
    label = str(line.values[0])
    if line.key == MONTH or label.removesuffix("月").isdecimal():
        return int(label.removesuffix("月"))
    return {BEFORE_YEAR: BEFORE, AFTER_YEAR: AFTER}.get(label)


def last_month(year: int, day: datetime.date) -> int:
    """The last month of `year` that has begun by `day`; 0 before it, 12 after it."""
    return 12 if day.year > year else day.month if day.year == year else 0


def months_report(rows: Iterable[UnitStatus], lines: OrderLines, year: int, view: View) -> Report:
    """各月采购: the series, with what counts so far beside what is to be reached."""
    series = by_month(lines.orders, year, view.today)
    base = sum(row.base or 0 for row in rows if row.is_counted)
    # In a year without the law of what counts, the columns of what has been reached stay blank.
    status = view.stated(COUNTED_STATUS, year)
    headings = (
        Heading("month", "月份", TEXT, 14), *_AMOUNTS, Heading("sum", "累计计入完成", FEN, 18, running=status),
        Heading("base", "应完成", FEN, 18), Heading("progress", "累计采购进度", SHARE, 10, quotient=("sum", "base")),
    )  # fmt: skip
    found: list[ReportLine] = []
    reached = lines.statistics.counted(year, view) if status is not None else None
    if lines.statistics != PurchaseSums():
        found.append(
            ReportLine(
                (
                    BY_STATISTICS_MONTH,
                    None,
                    *lines.statistics.amounts,
                    reached,
                    base,
                    quotient(reached, base),
                )
            )
        )
    for slot, month in enumerate(series):
        in_year = BEFORE < slot <= last_month(year, view.today)
        if not in_year and month == MonthSums(0, PurchaseSums()):
            continue
        reached = reached + month.bought.counted(year, view) if reached is not None else None
        name = f"{slot}月" if in_year else BEFORE_YEAR if slot == BEFORE else AFTER_YEAR
        found.append(_month_line(name, month, reached, base, MONTH if in_year else None))
    below = [sentence("金额记在下单、付款、完结各自发生的月份；未归集的订单不在内。")]
    below += [] if status is not None else [sentence("本年度没有规定计入完成的状态，累计计入完成和进度无从计算。")]
    return Report(
        "months",
        sentence("各月采购"),
        f"{year}年各月采购情况",
        headings,
        (*found, sum_line(headings, found, place=0)),
        (*below, *progress_basis(year, view)),
    )


def _month_line(name: str, month: MonthSums, reached: int | None, base: int, key: str | None) -> ReportLine:
    values = (name, month.orders, *month.bought.amounts, reached, base, quotient(reached, base))
    return ReportLine(values, key=key)


def kinds_report(lines: OrderLines, year: int, view: View) -> Report:
    """采购分类: canteen, union, vouchers, personal, contractor and SOE purchases, and what no line says."""
    headings = (Heading("kind", "采购类型", TEXT, 20), *_AMOUNTS)
    found = [
        _kind_line(option.label, lines.kinds.get(option.code, ()), view.today) for option in PURCHASE_KINDS.options
    ]
    if lines.kinds.get(None):
        found.append(_kind_line(NO_KIND, lines.kinds[None], view.today))
    if lines.statistics != PurchaseSums():
        found.append(ReportLine((BY_STATISTICS_KIND, None, *lines.statistics.amounts)))
    return Report(
        "kinds", sentence("采购分类"), f"{year}年采购分类情况", headings, (*found, sum_line(headings, found, place=0))
    )


def _kind_line(name: str, orders: Iterable[Purchase], day: datetime.date) -> ReportLine:
    counted = [order for order in orders if is_counted(order, day)]
    return ReportLine((name, len(counted), *purchase_sums(counted, day).amounts))


def regulators_report(year: int, view: View) -> Report:
    """国资监管: enterprises, accounts and purchases by regulator (an enterprise's latest row names it)."""
    headings = (
        Heading("regulator", "国资监管机构", TEXT, 26), Heading("enterprises", "企业数", COUNT, 10, summed=True),
        Heading("opened", "已开通", COUNT, 9, summed=True), Heading("applied", "已申请", COUNT, 9, summed=True),
        Heading("missing", "未开通", COUNT, 9, summed=True), *_AMOUNTS,
    )  # fmt: skip
    by_name: dict[str, list[Account]] = defaultdict(list)
    for account in latest_accounts(view):
        by_name[regulator_of(account)].append(account)
    found = [
        _regulator_line(name, by_name[name], year, view)
        for name in sorted(by_name, key=lambda name: (name == NO_REGULATOR, name))
    ]
    below = sentence("企业的采购按下单日的归属计入预算单位，这里按企业合计。")
    return Report(
        "regulators",
        sentence("国资监管"),
        f"{year}年国有企业采购情况（按国资监管机构）",
        headings,
        (*found, sum_line(headings, found, place=0)),
        (below,),
    )


def regulator_of(account: Account) -> str:
    """Under which name an enterprise stands in the report by regulators."""
    return account.regulator or NO_REGULATOR


def _regulator_line(name: str, accounts: Iterable[Account], year: int, view: View) -> ReportLine:
    accounts = list(accounts)
    states = Counter(account.state or MISSING for account in accounts)
    orders = [order for account in accounts if account.uscc for order in own_orders(account.uscc, year, view)]
    counted = [order for order in orders if is_counted(order, view.today)]
    sums = purchase_sums(counted, view.today).amounts
    return ReportLine((name, len(accounts), states[OPENED], states[APPLIED], states[MISSING], len(counted), *sums))
