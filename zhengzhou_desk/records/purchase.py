"""Purchases: the order lines of the platform, from order to acceptance, payment and evaluation."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from zhengzhou_desk.common.messages import sentence
from zhengzhou_desk.common.override import override
from zhengzhou_desk.records.columns import Record, column, table
from zhengzhou_desk.records.kinds import Code, Day, Money, choice

CANTEEN, UNION, VOUCHER, PERSONAL, CONTRACTOR, SOE = "canteen", "union", "voucher", "personal", "contractor", "soe"
PURCHASE_KINDS = choice(
    (
        (CANTEEN, sentence("食堂"), "食堂食材"),
        (UNION, sentence("工会"), "工会福利", "工会慰问"),
        (VOUCHER, sentence("提货券"), "爱心提货券"),
        (PERSONAL, sentence("个人"), "职工个人"),
        (CONTRACTOR, sentence("承包方"), "食堂承包方"),
        (SOE, sentence("国企"), "国有企业", "企业"),
    )
)
PLATFORM, ELSEWHERE = "platform", "other"
CHANNELS = choice(
    (
        (PLATFORM, sentence("832平台"), "832", "平台", "脱贫地区农副产品网络销售平台"),
        (ELSEWHERE, sentence("其他"), "其它", "线下"),
    )
)


@table("purchase", "采购", key=("number",), sheet="采购", unit="buyer")
@dataclass(frozen=True, slots=True, kw_only=True)
class Purchase(Record):
    """One order. The buyer is a unit's code or an SOE's credit code; a refund is negative."""

    number: str = column(Code(60), "订单号", "订单编号", "单号", required=True, width=20)
    day: datetime.date = column(Day(), "下单日期", "订单日期", "交易日期", "下单时间", required=True)
    buyer: str | None = column(
        Code(20), "采购单位编码", "所属预算单位编码", "单位编码", "采购人编码", "买方编码", width=20
    )
    kind: str | None = column(PURCHASE_KINDS, "类型", "采购类型", width=8)
    amount: int = column(Money(signed=True), "金额", "订单金额", "交易额", "成交金额", required=True, width=14)
    channel: str | None = column(CHANNELS, "渠道", "采购渠道", width=9)
    accepted: datetime.date | None = column(Day(), "验收日期", "收货日期", "验货日期")
    paid: datetime.date | None = column(Day(), "付款日期", "支付日期", "付款时间")
    evaluated: datetime.date | None = column(Day(), "评价日期", "履约评价日期")

    @property
    def year_ordered(self) -> int:
        """The year of the order's day; an index looks orders up by it."""
        return self.day.year

    @property
    def year_completed(self) -> int:
        """The year in which the last of acceptance, payment and evaluation fell; of the order while one is missing."""
        if self.accepted is None or self.paid is None or self.evaluated is None:
            return self.day.year
        return max(self.accepted, self.paid, self.evaluated).year

    @property
    @override
    def years_held(self) -> tuple[int, ...]:
        """The year of the order, and that of its completion, by which some regions count."""
        return (self.day.year, self.year_completed)
