"""Assessment (绩效考核): how many points a unit earns by which records, and departments by their units.

郑财购〔2023〕3号 三 has the work assessed and does not say by how many points: the weights are values of
the packs. What does not apply to a unit is left out and the rest taken as the whole; what is not known
earns nothing and says so, since a point must be traceable to a record.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from zhengzhou_desk.common.messages import Message, counted, message, sentence
from zhengzhou_desk.policy import measures, union
from zhengzhou_desk.policy.facts import Fen, Ratio
from zhengzhou_desk.policy.law import Unknown
from zhengzhou_desk.policy.parameters import (
    ASSESS_COMPLETION,
    ASSESS_FILED,
    ASSESS_LATE,
    ASSESS_PAYMENT,
    ASSESS_RESERVE,
    ASSESS_SOE,
    ASSESS_UNION,
    COMPLETION_DUE,
    FILING_DUE,
)
from zhengzhou_desk.policy.purchases import counted_lines, is_in_force, purchases_of
from zhengzhou_desk.records import Account, Filing, Purchase, Record, Spending
from zhengzhou_desk.records.account import OPENED
from zhengzhou_desk.records.filing import is_filed
from zhengzhou_desk.reports.unit_status import PASS, UnitStatus, unit_statuses

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from zhengzhou_desk.policy.engine import Engine
    from zhengzhou_desk.policy.parameters import Param
    from zhengzhou_desk.policy.view import View

HUNDRED = 100
# The rules whose findings say that payment or evaluation of an order is overdue.
_OVERDUE = frozenset({"unpaid", "unevaluated"})


@dataclass(frozen=True, slots=True)
class ItemResult:
    """What a unit earns of one item: a share of it, or None where the item does not apply; why, and by which rows."""

    share: Fraction | None
    why: Message
    rows: tuple[Record, ...] = ()


@dataclass(frozen=True, slots=True)
class AssessedItem:
    """An assessed item: its weight (a value of the law) and how a unit's share of it is found."""

    label: str
    weight: Param[int]
    earn: Callable[[UnitStatus, View], ItemResult]


@dataclass(frozen=True, slots=True)
class ItemScore:
    """One item's result of one unit: the points it could earn and those it earned, in hundredths rounded half up."""

    item: AssessedItem
    weight: int
    earned: ItemResult

    @property
    def points(self) -> int | None:
        """None where the item does not apply."""
        share = self.earned.share
        return None if share is None else half_up(share * self.weight * HUNDRED)


@dataclass(frozen=True, slots=True)
class UnitScore:
    """One unit's points by item.

    `score` is out of a hundred points, in hundredths; None where nothing applies to it.
    """

    unit_status: UnitStatus
    marks: tuple[ItemScore, ...]

    @property
    def whole(self) -> int:
        """The points that apply, in whole points."""
        return sum(mark.weight for mark in self.marks if mark.points is not None)

    @property
    def points(self) -> int:
        """The points earned, in hundredths: the sum of those of its items."""
        return sum(mark.points or 0 for mark in self.marks)

    @property
    def score(self) -> int | None:
        """Out of a hundred, in hundredths, half up; None where nothing could be judged."""
        return half_up(Fraction(self.points * HUNDRED, self.whole)) if self.whole else None


@dataclass(frozen=True, slots=True)
class DepartmentScore:
    """A department by the mean of its units' scores, in hundredths."""

    code: str
    units: tuple[UnitScore, ...]

    @property
    def score(self) -> int:
        """The mean of its units, in hundredths, half up."""
        return half_up(Fraction(sum(unit.score or 0 for unit in self.units), len(self.units)))


def half_up(value: Fraction) -> int:
    """A share or score that is not negative, to the next whole number, halves upward."""
    return (2 * value.numerator + value.denominator) // (2 * value.denominator)


def assess(engine: Engine, year: int) -> tuple[UnitScore, ...]:
    """Every unit that counts, as of the engine's day, in the order of the book."""
    view = engine.reader()
    return tuple(_unit(row, view) for row in unit_statuses(engine, year) if row.is_counted)


def _unit(row: UnitStatus, view: View) -> UnitScore:
    marks = []
    for item in ITEMS:
        weight = view.stated(item.weight, row.year)
        if weight:
            marks.append(ItemScore(item, weight, item.earn(row, view)))
    return UnitScore(row, tuple(marks))


def departments(units: Iterable[UnitScore]) -> tuple[DepartmentScore, ...]:
    """Departments by their units that have a score, in the order of the codes."""
    by_code: dict[str, list[UnitScore]] = defaultdict(list)
    for unit in units:
        if unit.score is not None:
            by_code[unit.unit_status.unit.department_or_self].append(unit)
    return tuple(DepartmentScore(code, tuple(by_code[code])) for code in sorted(by_code))


# -- the items -----------------------------------------------------------------------------------


def _filed(row: UnitStatus, view: View) -> ItemResult:
    """一（一）: filed by the day; lateness is judged by the first filing."""
    due = _filing_due(row, view)
    if due is None:
        return ItemResult(None, message("本年度没有规定填报截止日"))
    if _founded_after(row, due, view):
        return ItemResult(None, message("截止日之后才成立"))
    filing = row.filing
    if filing is None or not is_filed(filing):
        if view.today <= due:
            return ItemResult(None, message("还没有到填报截止日 {due}", due=due))
        return ItemResult(Fraction(0), message("截止日 {due} 已过，没有填报", due=due), _rows(filing))
    day = filing.first_filed or filing.last_filed
    if day is None:
        return ItemResult(Fraction(0), message("没有填报日期，待查"), _rows(filing))
    if day <= due:
        return ItemResult(Fraction(1), message("{day} 填报，截止日 {due}", day=day, due=due), _rows(filing))
    kept = view.stated(ASSESS_LATE, row.year) or 0
    return ItemResult(
        Fraction(kept, measures.BASIS_POINTS), message("{day} 填报，晚于截止日 {due}", day=day, due=due), _rows(filing)
    )


def _filing_due(row: UnitStatus, view: View) -> datetime.date | None:
    try:
        return view.day(FILING_DUE, row.year)
    except Unknown:
        return None


def _founded_after(row: UnitStatus, due: datetime.date, view: View) -> bool:
    """Whether the unit came into being after the day, so that it owed no filing this year."""
    opened = measures.opening_day(row.unit, view)
    return opened is not None and opened > due


def _reserve(row: UnitStatus, view: View) -> ItemResult:
    """一（一）: at least the ratio and last year's amount; what falls short earns its part."""
    filing = row.filing
    absent = _no_reserve(row, view)
    if absent is not None:
        return absent
    if row.state == PASS:
        return ItemResult(Fraction(1), message("预留 {reserve}，达标", reserve=Fen(row.reserve or 0)), _rows(filing))
    if row.required is None or row.reserve is None or not row.total:
        return ItemResult(Fraction(0), message("采购总额或预留份额没有填实，待查"), _rows(filing))
    share = min(Fraction(1), Fraction(row.reserve, row.required)) if row.required else Fraction(1)
    says = message("预留 {reserve}，应预留 {required}", reserve=Fen(row.reserve), required=Fen(row.required))
    return ItemResult(share, says, _rows(filing))


def _completion(row: UnitStatus, view: View) -> ItemResult:
    """三: the year's purchases done by the day; after it nothing more is earned."""
    absent = _no_reserve(row, view)
    if absent is not None:
        return absent
    try:
        due = view.day(COMPLETION_DUE, row.year)
    except Unknown:
        due = datetime.date(row.year, 12, 31)
    day = min(due, view.today)
    if not row.base:
        return ItemResult(Fraction(0), message("没有预留份额可完成，待查"), _rows(row.filing))
    try:
        counted = purchases_of(row.unit.code, row.year, view, day).counted(row.year, view)
    except Unknown:
        return ItemResult(Fraction(0), message("没有规定计入完成的状态，待查"), _rows(row.filing))
    share = max(Fraction(0), min(Fraction(1), Fraction(counted, row.base)))
    says = message(
        "截至 {day} 完成 {counted}，应完成 {base}（{progress}）",
        day=day,
        counted=Fen(counted),
        base=Fen(row.base),
        progress=Ratio(counted, row.base),
    )
    return ItemResult(share, says, (*_rows(row.filing), *_orders(row, view)))


def _no_reserve(row: UnitStatus, view: View) -> ItemResult | None:
    """The result where no reserve can be assessed: none is asked of the unit, or it has not filed."""
    filing = row.filing
    try:
        if not measures.must_reserve(row.unit, filing, view):
            return ItemResult(None, message("不作预留要求"))
    except Unknown:
        return ItemResult(Fraction(0), message("食堂情况没有填，待查"), (row.unit,))
    if filing is not None and is_filed(filing):
        return None
    due = _filing_due(row, view)
    if due is not None and _founded_after(row, due, view):
        return ItemResult(None, message("截止日之后才成立"))
    return ItemResult(Fraction(0), message("没有填报"), _rows(filing))


def _payment(row: UnitStatus, view: View) -> ItemResult:
    """二（一）: paid and evaluated in time; the part of what was accepted of which neither is overdue."""
    accepted = {
        order.id: order
        for order in _orders(row, view)
        if order.accepted is not None and order.accepted <= view.today and order.amount > 0
    }
    if not accepted:
        return ItemResult(None, message("没有验收的订单"))
    late = {found.id for found in row.findings if found.rule in _OVERDUE and found.table == Purchase.table.name}
    overdue = tuple(order for row_id, order in accepted.items() if row_id in late)
    whole, part = sum(order.amount for order in accepted.values()), sum(order.amount for order in overdue)
    if not overdue:
        return ItemResult(
            Fraction(1), message("验收 {whole}，没有逾期未付款、未评价的", whole=Fen(whole)), tuple(accepted.values())
        )
    says = message(
        counted("验收 {whole}，其中 {count} 笔 {part} 逾期未付款或未评价"),
        whole=Fen(whole),
        count=len(overdue),
        part=Fen(part),
    )
    return ItemResult(1 - Fraction(part, whole), says, overdue)


def _union(row: UnitStatus, view: View) -> ItemResult:
    """二（二）: the union's standard; what falls short earns its part."""
    spending = view.one(Spending, ("unit", "year"), (row.unit.code, row.year))
    if row.union == union.EXEMPT:
        return ItemResult(None, message("暂无工会经费"), _rows(spending))
    if spending is None and view.today <= datetime.date(row.year, 12, 31):
        return ItemResult(None, message("本年还没有报工会数据"))
    if spending is None or row.union == union.UNKNOWN:
        return ItemResult(Fraction(0), message("工会数据没有报全，待查"), _rows(spending))
    found = union.standard(spending, view)
    says = message(
        "工会采购 {purchased}，标准 {required}", purchased=Fen(found.purchased), required=Fen(found.required)
    )
    share = Fraction(1) if not found.gap else max(Fraction(0), Fraction(found.purchased, found.required))
    return ItemResult(share, says, _rows(spending))


def _enterprises(row: UnitStatus, view: View) -> ItemResult:
    """二（三）: the unit's SOEs have a trading account; each counts the same."""
    present = [
        account for account in view.find(Account, ("unit",), (row.unit.code,)) if is_in_force(account, view, view.today)
    ]
    if not present:
        return ItemResult(None, message("没有所属国有企业"))
    opened = sum(account.state == OPENED for account in present)
    says = message(counted("{count} 家所属国有企业，{opened} 家已开通账号"), count=len(present), opened=opened)
    return ItemResult(Fraction(opened, len(present)), says, tuple(present))


def _orders(row: UnitStatus, view: View) -> list[Purchase]:
    return counted_lines(row.unit.code, row.year, view, view.today)


def _rows(record: Filing | Spending | None) -> tuple[Record, ...]:
    return () if record is None else (record,)


ITEMS = (
    AssessedItem(sentence("按时填报"), ASSESS_FILED, _filed),
    AssessedItem(sentence("预留达标"), ASSESS_RESERVE, _reserve),
    AssessedItem(sentence("按期完成采购"), ASSESS_COMPLETION, _completion),
    AssessedItem(sentence("付款和评价"), ASSESS_PAYMENT, _payment),
    AssessedItem(sentence("工会采购"), ASSESS_UNION, _union),
    AssessedItem(sentence("国有企业账号"), ASSESS_SOE, _enterprises),
)
