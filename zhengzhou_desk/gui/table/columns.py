"""Shown columns: a record's own fields, and measures computed when they are shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from zhengzhou_desk.common.messages import sentence, translated
from zhengzhou_desk.policy import union
from zhengzhou_desk.policy.facts import Ratio
from zhengzhou_desk.policy.law import Unknown
from zhengzhou_desk.policy.measures import exists_in
from zhengzhou_desk.policy.purchases import orders_of_year, purchase_sums, purchases_of
from zhengzhou_desk.records import Account, Filing, Purchase, Spending, Unit
from zhengzhou_desk.records.clean import folded
from zhengzhou_desk.records.kinds import Kind, Money, Text, in_wan, wan_shown, yuan
from zhengzhou_desk.records.purchase import PLATFORM
from zhengzhou_desk.reports.unit_status import UnitStatus, counting_unit, unit_status

if TYPE_CHECKING:
    from collections.abc import Callable

    from zhengzhou_desk.records import Record
    from zhengzhou_desk.records.columns import Column
    from zhengzhou_desk.services.desk import Desk

# A measure's value for sorting and for showing.
MeasureValue: TypeAlias = "int | str | Ratio | None"
# What the measures of one row share while it is worked out.
Memo: TypeAlias = "dict[str, UnitStatus | None]"
_IN_WAN = sentence("（万元）")


@dataclass(frozen=True, slots=True)
class Measure:
    """A read-only column: what it is called and how it is computed from a record."""

    name: str
    label: str
    kind: Kind
    value: Callable[[Desk, Record, Memo], MeasureValue]
    width: int = 14
    # Of the kind of amounts, but a share: it has no unit.
    is_share: bool = False

    def text(self, lang: str) -> str:
        """The heading in a language."""
        return translated(self.label, lang)


@dataclass(frozen=True, slots=True)
class GridColumn:
    """One column of a table: a field that can be edited, or a measure."""

    field: Column | None = None
    measure: Measure | None = None

    @property
    def name(self) -> str:
        """The field's name; a computed column's begins with `=`."""
        return self.field.name if self.field is not None else f"={self._measure.name}"

    @property
    def kind(self) -> Kind:
        """What sort of value it holds."""
        return self.field.kind if self.field is not None else self._measure.kind

    @property
    def width(self) -> int:
        """How wide it is at first, in characters."""
        return self.field.width if self.field is not None else self._measure.width

    @property
    def right_aligned(self) -> bool:
        """Whether its values stand at the right, as figures do."""
        return self.kind.right_aligned

    @property
    def _measure(self) -> Measure:
        assert self.measure is not None
        return self.measure

    def label(self, lang: str) -> str:
        """The heading in a language."""
        return self.field.text(lang) if self.field is not None else self._measure.text(lang)

    @property
    def is_amount(self) -> bool:
        """Whether it holds amounts, which have a unit."""
        return isinstance(self.kind, Money) and not (self.measure is not None and self.measure.is_share)

    def head(self, lang: str, *, wan: bool) -> str:
        """The heading, with the unit where amounts are shown in another one than 元."""
        return f"{self.label(lang)}{translated(_IN_WAN, lang)}" if wan and self.is_amount else self.label(lang)

    def value(self, desk: Desk, record: Record, memo: Memo | None = None) -> object:
        """The value itself, for sorting, sums and copying."""
        if self.field is not None:
            return record.cell(self.field.name)
        return self._measure.value(desk, record, {} if memo is None else memo)

    def text(self, desk: Desk, record: Record, lang: str, *, wan: bool, memo: Memo | None = None) -> str:
        """What the cell shows; the cells of one row may share a memo."""
        return self.said(desk, self.value(desk, record, memo), lang, wan=wan)

    def said(self, desk: Desk, value: object, lang: str, *, wan: bool) -> str:
        """A value of this column as its cell shows it."""
        if value is None:
            return ""
        if isinstance(value, Ratio):
            return value.text(lang)
        if wan and isinstance(self.kind, Money) and isinstance(value, int):
            return wan_shown(value)
        if self.field is not None:
            return self.field.shown(value, lang, personal=desk.shows_personal)  # type: ignore[arg-type]
        if isinstance(value, str):
            return translated(value, lang)
        return self.kind.show(value, lang)  # type: ignore[arg-type]

    def exact_text(self, desk: Desk, record: Record, lang: str, *, wan: bool) -> str:
        """What the cell says with every decimal that it has, as it is edited and copied."""
        value = self.value(desk, record)
        if wan and isinstance(self.kind, Money) and isinstance(value, int):
            return in_wan(value)
        return self.said(desk, value, lang, wan=False)

    def is_masked(self, desk: Desk, record: Record) -> bool:
        """Whether a cell holds something personal that is not shown now."""
        hidden = self.field is not None and self.field.personal and not desk.shows_personal
        return hidden and self.value(desk, record) is not None


def unit_name(desk: Desk, record: Record, _memo: Memo) -> MeasureValue:
    """The name of the unit a row is about; of an order, of the SOE where that bought."""
    code = record.unit_of
    unit = desk.unit(code)
    if unit is not None:
        return unit.name
    if isinstance(record, Purchase) and record.buyer:
        rows = desk.tables.find(Account, ("uscc",), (record.buyer,))
        return rows[-1].name if rows else None
    return None


def _unit_status(desk: Desk, record: Record) -> UnitStatus | None:
    unit = desk.unit(record.unit_of)
    year = record.year_of or desk.year
    view = desk.engine.reader()
    if unit is None or not exists_in(unit, year, view):
        return None
    found = [*desk.about(record)] if isinstance(record, Filing) else []
    return unit_status(unit, year, view, found)


def _of_unit_status(value: Callable[[UnitStatus], MeasureValue]) -> Callable[[Desk, Record, Memo], MeasureValue]:
    def measure(desk: Desk, record: Record, memo: Memo) -> MeasureValue:
        if "unit_status" not in memo:
            memo["unit_status"] = _unit_status(desk, record)
        found = memo["unit_status"]
        return value(found) if found is not None else None

    return measure


_STATES = {
    "pass": sentence("达标"),
    "fail": sentence("不达标"),
    "unknown": sentence("待查"),
    "exempt": sentence("不作要求"),
    "unfiled": sentence("未填报"),
    "closed": sentence("已撤并"),
}
_NOWHERE = {"elsewhere": sentence("不计入"), "channel": sentence("渠道待查"), "unassigned": sentence("未归集")}
_UNIONS = {
    "met": sentence("已达标"),
    "short": sentence("未达标"),
    "unknown": sentence("待查"),
    "exempt": sentence("不作要求"),
}


def _union(part: Callable[[union.UnionStandard], int]) -> Callable[[Desk, Record, Memo], MeasureValue]:
    def measure(desk: Desk, record: Record, _memo: Memo) -> MeasureValue:
        assert isinstance(record, Spending)
        if record.no_funds:
            return None
        try:
            return part(union.standard(record, desk.engine.reader()))
        except Unknown:
            return None

    return measure


def _union_state(desk: Desk, record: Record, _memo: Memo) -> MeasureValue:
    assert isinstance(record, Spending)
    return _UNIONS[union.union_state(record.unit, record.year, desk.engine.reader())]


def _soe_bought(desk: Desk, record: Record, _memo: Memo) -> MeasureValue:
    assert isinstance(record, Account)
    orders = desk.tables.find(Purchase, ("buyer",), (record.uscc,)) if record.uscc else ()
    return purchase_sums(orders_of_year(orders, desk.year, desk.engine.reader()), desk.today).ordered


def _unit_bought(desk: Desk, record: Record, _memo: Memo) -> MeasureValue:
    assert isinstance(record, Unit)
    return purchases_of(record.code, desk.year, desk.engine.reader()).ordered


def _counts_for(desk: Desk, record: Record, _memo: Memo) -> MeasureValue:
    assert isinstance(record, Purchase)
    if record.channel != PLATFORM:
        return _NOWHERE["elsewhere" if record.channel else "channel"]
    unit = counting_unit(record, desk.engine.reader())
    return unit.name or unit.code if unit is not None else _NOWHERE["unassigned"]


_MONEY, _TEXT = Money(signed=True), Text()
NAME = Measure("unit_name", sentence("单位名称"), _TEXT, unit_name, 24)
FILING_MEASURES = (
    Measure("last_year", sentence("上年度预留"), _MONEY, _of_unit_status(lambda row: row.last_year)),
    Measure("required", sentence("应预留"), _MONEY, _of_unit_status(lambda row: row.required)),
    Measure("gap", sentence("尚差"), _MONEY, _of_unit_status(lambda row: row.gap)),
    Measure("ratio", sentence("预留比例"), _MONEY, _of_unit_status(lambda row: row.ratio), 10, is_share=True),
    Measure("state", sentence("审核结果"), _TEXT, _of_unit_status(lambda row: _STATES[row.state]), 10),
    Measure("ordered", sentence("已下单"), _MONEY, _of_unit_status(lambda row: row.bought.ordered)),
    Measure("completed", sentence("已完结"), _MONEY, _of_unit_status(lambda row: row.bought.completed)),
    Measure("progress", sentence("采购进度"), _MONEY, _of_unit_status(lambda row: row.progress), 10, is_share=True),
)
SPENDING_MEASURES = (
    Measure("bought", sentence("计入采购"), _MONEY, _union(lambda found: found.purchased)),
    Measure("required", sentence("达标所需"), _MONEY, _union(lambda found: found.required)),
    Measure("gap", sentence("尚需采购"), _MONEY, _union(lambda found: found.gap)),
    Measure("state", sentence("结果"), _TEXT, _union_state, 10),
)
ACCOUNT_MEASURES = (Measure("bought", sentence("本年下单"), _MONEY, _soe_bought),)
PURCHASE_MEASURES = (Measure("counts_for", sentence("计入单位"), _TEXT, _counts_for, 22),)
UNIT_MEASURES = (Measure("bought", sentence("本年下单"), _MONEY, _unit_bought),)


def with_unit(kind: Kind, typed: str, *, wan: bool) -> str:
    """What was typed into a cell; an amount without a unit gets the one that is shown."""
    if isinstance(kind, Money) and folded(typed)[-1:].isdigit():
        return f"{typed}万元" if wan else f"{typed}元"
    return typed


def plain_value(value: object, *, wan: bool = False) -> str:
    """A value as a spreadsheet takes it from the clipboard: amounts without separators."""
    if isinstance(value, Ratio):
        return value.plain() or ""
    if wan and isinstance(value, int):
        return in_wan(value).replace(",", "")
    return "" if value is None else yuan(value) if isinstance(value, int) else str(value)
