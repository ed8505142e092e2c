"""Filings: a unit's canteen total and reserve of a year, and how far the filing has come."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from zhengzhou_desk.common.messages import sentence
from zhengzhou_desk.records.columns import Record, column, table
from zhengzhou_desk.records.kinds import Day, Money, Reference, Text, Year, choice

UNFILED, FILED, RETURNED, CONFIRMED = "unfiled", "filed", "returned", "confirmed"
FILING_STATES = choice(
    (
        (UNFILED, sentence("未填报")),
        (FILED, sentence("已填报"), "重新填报", "待确认", "已填报待确认"),
        (RETURNED, sentence("已退回"), "退回"),
        (CONFIRMED, sentence("已确认"), "确认"),
    )
)


@table("filing", "填报", key=("year", "unit"), sheet="填报", year="year", unit="unit")
@dataclass(frozen=True, slots=True, kw_only=True)
class Filing(Record):
    """A unit's filing of a year (一（一）): reserve ≥ 10 % of the total and ≥ last year's reserve."""

    year: int = column(Year(), "年度", "年份", required=True, width=7)
    unit: str = column(Reference(20), "单位编码", "预算单位编码", "编码", "单位代码", required=True)
    total: int | None = column(
        Money(), "年度食堂食材采购总额", "食堂食材采购总额", "采购总额", "年度采购总额", "食堂采购总额", width=18
    )
    reserve: int | None = column(
        Money(), "预留份额", "预留金额", "食堂预留份额", "年度预留份额", "拟预留金额", width=14
    )
    union_plan: int | None = column(Money(), "工会预计采购金额", "工会预计采购", width=14)
    first_filed: datetime.date | None = column(Day(), "首次填报日期", "填报日期", "首次填报时间")
    last_filed: datetime.date | None = column(Day(), "最近填报日期", "最近填报时间", "重新填报日期")
    state: str | None = column(FILING_STATES, "状态", "填报状态", default=None, width=9)
    confirmed: datetime.date | None = column(Day(), "确认日期", "确认时间")
    platform_note: str | None = column(Text(200), "平台备注", "备注", width=20)
    returned: datetime.date | None = column(Day(), "退回日期", "退回时间")
    return_reason: str | None = column(Text(500), "退回原因", "退回理由", width=24)


def is_filed(filing: Filing) -> bool:
    """Whether the unit has filed: by the state, or where that is blank by a filing day or a figure."""
    if filing.state is not None:
        return filing.state != UNFILED
    return any(value is not None for value in (filing.first_filed, filing.last_filed, filing.total, filing.reserve))
