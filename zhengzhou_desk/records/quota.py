"""Quotas (任务): the part of the amount set by the city that a unit is to buy in a year."""

from __future__ import annotations

from dataclasses import dataclass

from zhengzhou_desk.records.columns import Record, column, table
from zhengzhou_desk.records.kinds import Money, Reference, Text, Year


@table("quota", "任务", key=("year", "unit"), sheet="任务", year="year", unit="unit")
@dataclass(frozen=True, slots=True, kw_only=True)
class Quota(Record):
    """A unit's part of the year's task; it stands beside the reserve and takes nothing from it."""

    year: int = column(Year(), "年度", required=True, width=7)
    unit: str = column(Reference(20), "单位编码", required=True)
    amount: int = column(Money(), "任务金额", "分解任务", "采购任务", required=True, width=14)
    basis: str | None = column(Text(200), "分解依据", "任务依据", width=24)
