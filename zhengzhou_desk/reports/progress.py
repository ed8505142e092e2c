"""采购进度: its columns and its footnote (口径), the same on every sheet and paper that shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengzhou_desk.common.messages import sentence
from zhengzhou_desk.policy.parameters import (
    BY_COMPLETION,
    CANTEEN_AND_UNION,
    COMPLETED,
    COUNTED_STATUS,
    COUNTED_YEAR,
    ORDERED,
    PAID,
    PROGRESS_BASE,
)
from zhengzhou_desk.records.report import Heading
from zhengzhou_desk.reports.headings import FEN, SHARE

if TYPE_CHECKING:
    from zhengzhou_desk.policy.view import View

_STATUS = {
    ORDERED: sentence("计入完成为经“832平台”下单的金额。"),
    PAID: sentence("计入完成为经“832平台”下单并已支付的金额。"),
    COMPLETED: sentence("计入完成为经“832平台”下单并已验收、付款、评价（完结）的金额。"),
}


def progress_headings(width: int = 16) -> tuple[Heading, ...]:
    """What counts, what it is measured against, and the share: the three always stand side by side."""
    return (
        Heading("counted", "计入完成", FEN, width, summed=True),
        Heading("base", "应完成", FEN, width, summed=True),
        Heading("progress", "采购进度", SHARE, 10, quotient=("counted", "base")),
    )


def progress_basis(year: int, view: View) -> tuple[str, ...]:
    """口径: what counts over what, as the law in force says; nothing in a year of which it says nothing."""
    status = view.stated(COUNTED_STATUS, year)
    if status is None:
        return ()
    with_union = view.stated(PROGRESS_BASE, year) == CANTEEN_AND_UNION
    by_completion = view.stated(COUNTED_YEAR, year) == BY_COMPLETION
    return (
        sentence("口径：采购进度 = 计入完成 ÷ 应完成，按元计算，四舍五入保留两位小数。"),
        _STATUS[status],
        sentence("工会、提货券、职工个人、食堂承包方和所属国有企业的采购，以及不作预留要求单位的采购，都计入；未归集的不计。"),
        sentence("订单按完结日归属年度。") if by_completion else sentence("订单按下单日归属年度。"),
        sentence("应完成为须预留且已填报单位的预留份额与工会预计采购金额之和。")
        if with_union
        else sentence("应完成为须预留且已填报单位的预留份额。"),
    )  # fmt: skip
