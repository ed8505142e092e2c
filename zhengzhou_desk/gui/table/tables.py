"""Tabs: what the record tables of the window show, as data; one model and one tab class serve them all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zhengzhou_desk.common.messages import Message, in_context, message, sentence
from zhengzhou_desk.gui.table.columns import (
    ACCOUNT_MEASURES,
    FILING_MEASURES,
    NAME,
    PURCHASE_MEASURES,
    SPENDING_MEASURES,
    UNIT_MEASURES,
    GridColumn,
    Measure,
)
from zhengzhou_desk.records import (
    Account,
    Execution,
    Filing,
    Notice,
    Purchase,
    Record,
    Spending,
    Unit,
    UnitChange,
    Waiver,
)
from zhengzhou_desk.records.notice import TYPED, is_issued

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def typed(_record: Record, _column: str) -> Message | None:
    """Nothing stands against typing into a cell; what the book refuses is said when it is refused."""
    return None


def of_register(record: Record, column: str) -> Message | None:
    """Why a cell of the register is not typed: what has been issued stays as it is."""
    if isinstance(record, Notice) and is_issued(record) and column not in TYPED:
        return message("已经发文，不能改动。有了结果的，在“文书”菜单登记；发错的，先撤回，再另发")
    return None


@dataclass(frozen=True, slots=True)
class TableSpec:
    """One table: its record class, measures (`after` a column or at the end), what stays in sight, what is not shown.

    `locked` says why a cell of a row is not to be typed into.
    """

    cls: type[Record]
    title: str
    measures: tuple[Measure, ...] = ()
    named: bool = True
    frozen: int = 2
    hidden: tuple[str, ...] = ()
    after: str = ""
    editable: bool = True
    locked: Callable[[Record, str], Message | None] = typed
    empty: str = sentence("还没有内容。可以直接在表格里输入，或从菜单“文件”中导入电子表格。")

    @property
    def away(self) -> tuple[str, ...]:
        """Columns that are shown only when a person asks for them: the year is chosen above the tables."""
        return ("year",) if self.cls.table.year == "year" else ()

    def columns(self) -> tuple[GridColumn, ...]:
        """The columns in their order: the unit's name stands beside its code."""
        return tuple(self._columns())

    def _columns(self) -> Iterator[GridColumn]:
        for column in self.cls.table.columns:
            if column.name in self.hidden:
                continue
            yield GridColumn(field=column)
            if self.named and column.name == self.cls.table.unit:
                yield GridColumn(measure=NAME)
            if column.name == self.after:
                yield from (GridColumn(measure=measure) for measure in self.measures)
        if not self.after:
            yield from (GridColumn(measure=measure) for measure in self.measures)


@dataclass(frozen=True, slots=True)
class TabSpec:
    """One tab of the window: one table, or a few with a switch between them."""

    name: str
    title: str
    tables: tuple[TableSpec, ...]


TABS: tuple[TabSpec, ...] = (
    TabSpec(
        "units", in_context("tab", "单位"), (TableSpec(Unit, in_context("tab", "单位"), UNIT_MEASURES, named=False),)
    ),
    TabSpec(
        "filings",
        in_context("tab", "填报"),
        (TableSpec(Filing, in_context("tab", "填报"), FILING_MEASURES, frozen=3, after="reserve"),),
    ),
    TabSpec(
        "spending",
        in_context("tab", "工会"),
        (TableSpec(Spending, in_context("tab", "工会"), SPENDING_MEASURES, frozen=3, after="vouchers"),),
    ),
    TabSpec(
        "accounts",
        in_context("tab", "国企"),
        (TableSpec(Account, in_context("tab", "国企"), ACCOUNT_MEASURES, frozen=1),),
    ),
    TabSpec(
        "purchases",
        sentence("采购"),
        (
            TableSpec(Purchase, sentence("订单"), PURCHASE_MEASURES, frozen=1, after="buyer"),
            TableSpec(Execution, sentence("采购执行"), frozen=3),
        ),
    ),
    TabSpec(
        "changes",
        in_context("tab", "变更"),
        (TableSpec(UnitChange, sentence("单位变更"), frozen=1), TableSpec(Waiver, sentence("放宽比例"), frozen=3)),
    ),
    TabSpec(
        "notices",
        sentence("通知书"),
        (
            TableSpec(
                Notice,
                sentence("通知书"),
                frozen=3,
                hidden=("content",),
                locked=of_register,
                empty=sentence("还没有发出通知书。请在菜单“文书”中选“起草通知书”。"),
            ),
        ),
    ),
)


def tab_of(table: str) -> TabSpec | None:
    """The tab that shows a table of the book."""
    return next((tab for tab in TABS if any(spec.cls.table.name == table for spec in tab.tables)), None)
