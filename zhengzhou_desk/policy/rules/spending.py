"""Union spending: 二（二） 300 元 a member or 15 % of the year's welfare."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from zhengzhou_desk.common.messages import sentence
from zhengzhou_desk.policy import union as unions
from zhengzhou_desk.policy.facts import BasisPoints, Fen
from zhengzhou_desk.policy.law import Unknown
from zhengzhou_desk.policy.parameters import (
    UNION_LAST_YEAR,
    UNION_NO_CANTEEN_SHARE,
    UNION_PER_MEMBER,
    UNION_WELFARE_SHARE,
)
from zhengzhou_desk.policy.purchases import union_orders
from zhengzhou_desk.policy.rule import Violations, rule, violation
from zhengzhou_desk.policy.view import known
from zhengzhou_desk.records import Spending

if TYPE_CHECKING:
    from zhengzhou_desk.policy.parameters import Param
    from zhengzhou_desk.policy.view import View


# The values that the standard rests on, as far as a region states them.
_STATING: tuple[Param[Any], ...] = (UNION_PER_MEMBER, UNION_WELFARE_SHARE, UNION_LAST_YEAR)


@rule("union", Spending, "purchased", stages=("before", ""))
def union(spending: Spending, view: View) -> Violations:
    """二（二）: neither standard is met; before the year's end only a hint of what is still to buy."""
    criteria = () if spending.no_funds else unions.usable_criteria(spending, view)
    if not criteria or criteria[0].name == unions.FUNDS:
        return None
    standard = unions.standard_of(spending, criteria, view)
    if not standard.gap:
        return None
    over = view.today > datetime.date(spending.year, 12, 31)
    asked = {criterion.name: Fen(criterion.required) for criterion in criteria}
    return violation(
        "" if over else "before",
        purchased=Fen(standard.purchased),
        required=Fen(standard.required),
        gap=Fen(standard.gap),
        per_member=asked.get(unions.PER_MEMBER, "—"),
        welfare=asked.get(unions.WELFARE, "—"),
        by=tuple(view.source(param, spending.year) for param in _STATING if view.stated(param, spending.year)),
    )


@rule("union_no_canteen", Spending, "purchased", stages=("before", ""))
def union_no_canteen(spending: Spending, view: View) -> Violations:
    """A unit without a canteen buys a share of its union's funds instead of reserving (Xinjiang; see the packs)."""
    if spending.no_funds or not unions.is_measured_by_funds(spending, view):
        return None
    standard = unions.standard(spending, view)
    if not standard.gap:
        return None
    over = view.today > datetime.date(spending.year, 12, 31)
    basis_points, funds = (
        view.known(UNION_NO_CANTEEN_SHARE, spending.year),
        known(spending.funds, sentence("年度工会经费")),
    )
    return violation(
        "" if over else "before", share=BasisPoints(basis_points), funds=Fen(funds),
        purchased=Fen(standard.purchased), required=Fen(standard.required), gap=Fen(standard.gap),
        by=(view.source(UNION_NO_CANTEEN_SHARE, spending.year),),
    )  # fmt: skip


@rule("union_data", Spending, "members")
def union_data(spending: Spending, view: View) -> Violations:
    """Members and welfare, by which the standard is measured: one missing is a violation.

    Without both it raises Unknown.
    """
    if spending.no_funds or unions.is_measured_by_funds(spending, view) or not _are_both_stated(spending.year, view):
        return None
    if not spending.members and not spending.welfare:
        raise Unknown(sentence("工会会员数、年度福利总额"))
    if spending.members and spending.welfare:
        return None
    return violation(
        at="welfare" if spending.members else "members", missing="年度福利总额" if spending.members else "工会会员数"
    )


def _are_both_stated(year: int, view: View) -> bool:
    return view.stated(UNION_PER_MEMBER, year) is not None and view.stated(UNION_WELFARE_SHARE, year) is not None


@rule("union_mismatch", Spending, "purchased")
def union_mismatch(spending: Spending, view: View) -> Violations:
    """What was typed and what the order lines add up to differ; the lines count."""
    typed = unions.typed_amount(spending)
    lines = union_orders(spending.unit, spending.year, view)
    if typed is None or not lines:
        return None
    ordered = sum(order.amount for order in lines)
    return (
        violation(typed=Fen(typed), ordered=Fen(ordered), difference=Fen(typed - ordered)) if typed != ordered else None
    )
