"""Headings that several reports share: the kinds of their columns, a unit's code and name, what was bought."""

from __future__ import annotations

from zhengzhou_desk.records.kinds import Money, Rate, Text, Whole
from zhengzhou_desk.records.report import Heading

TEXT, COUNT, FEN, SHARE = Text(), Whole(), Money(signed=True), Rate()
UNIT_HEADINGS = (Heading("code", "单位编码", TEXT, 14), Heading("name", "单位名称", TEXT, 28))


def purchase_headings(width: int = 16) -> tuple[Heading, ...]:
    """Ordered, paid, completed: the values are `PurchaseSums.amounts`."""
    return (
        Heading("ordered", "下单金额", FEN, width, summed=True),
        Heading("paid", "已支付金额", FEN, width, summed=True),
        Heading("completed", "完结金额", FEN, width, summed=True),
    )
