"""Kept bulletins (通报): the figures of a bulletin that went out, for the next one to be compared with."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from zhengzhou_desk.records.columns import Record, column, table
from zhengzhou_desk.records.kinds import Day, Money, Whole, Year


@table("bulletin", "通报", key=("year", "day"))
@dataclass(frozen=True, slots=True, kw_only=True)
class KeptBulletin(Record):
    """The headline of the bulletin of a year as of a day (see `reports.bulletin.BulletinFigures`).

    It can be kept after the year is closed, so the year is no year of the table's.
    """

    year: int = column(Year(), "年度", required=True, width=7)
    day: datetime.date = column(Day(), "数据截至", required=True)
    asked: int | None = column(Whole(), "应填报单位数", width=10)
    filed: int | None = column(Whole(), "已填报", width=8)
    confirmed: int | None = column(Whole(), "已确认", width=8)
    reserve: int | None = column(Money(), "预留份额", width=16)
    ordered: int | None = column(Money(signed=True), "下单金额", width=16)
    paid: int | None = column(Money(signed=True), "已支付金额", width=16)
    completed: int | None = column(Money(signed=True), "完结金额", width=16)
    counted: int | None = column(Money(signed=True), "计入完成", width=16)
    base: int | None = column(Money(), "应完成", width=16)
