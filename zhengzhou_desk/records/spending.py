"""Union spending: members, welfare and what the union bought on the platform in a year."""

from __future__ import annotations

from dataclasses import dataclass

from zhengzhou_desk.records.columns import Record, column, table
from zhengzhou_desk.records.kinds import Flag, Money, Reference, Whole, Year


@table("spending", "工会", key=("year", "unit"), sheet="工会", year="year", unit="unit")
@dataclass(frozen=True, slots=True, kw_only=True)
class Spending(Record):
    """二（二）: ≥ 300 元 a member and year, or ≥ 15 % of the year's welfare.

    `funds` is asked for only where a region measures units without a canteen by it.
    """

    year: int = column(Year(), "年度", "年份", required=True, width=7)
    unit: str = column(Reference(20), "单位编码", "预算单位编码", required=True)
    members: int | None = column(Whole(most=1_000_000), "工会会员数", "会员数", "会员人数", "工会会员人数", width=10)
    welfare: int | None = column(Money(), "年度福利总额", "福利总额", width=14)
    purchased: int | None = column(Money(), "采购金额", "工会采购金额", "平台采购金额", width=14)
    vouchers: int | None = column(Money(), "提货券金额", "提货券", width=14)
    no_funds: bool | None = column(Flag(), "暂无工会经费", "无独立工会经费", width=10)
    funds: int | None = column(Money(), "年度工会经费", "工会经费", width=14)
