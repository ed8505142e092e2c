"""Execution statistics: what the platform says a unit has traded, for units without order lines."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from zhengzhou_desk.records.columns import Record, column, table
from zhengzhou_desk.records.kinds import Day, Money, Reference, Year


@table("execution", "采购执行", key=("year", "unit", "as_of"), sheet="采购执行", year="year", unit="unit")
@dataclass(frozen=True, slots=True, kw_only=True)
class Execution(Record):
    """The platform's statistics of a unit up to a day: ordered, paid, completed."""

    year: int = column(Year(), "年度", "年份", required=True, width=7)
    unit: str = column(Reference(20), "单位编码", "预算单位编码", required=True)
    as_of: datetime.date = column(Day(), "截止日期", "统计截止日期", "截至日期", required=True)
    traded: int | None = column(Money(signed=True), "交易额", "成交额", "累计交易额", width=14)
    paid: int | None = column(Money(signed=True), "已支付金额", "支付金额", width=14)
    completed: int | None = column(Money(signed=True), "完结金额", "完结交易额", "已完成交易额", width=14)
