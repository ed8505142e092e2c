"""The union's standard: which criteria there are, which are met, and what is still to buy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zhengzhou_desk.common.messages import sentence
from zhengzhou_desk.policy.law import Unknown
from zhengzhou_desk.policy.measures import exact_share
from zhengzhou_desk.policy.parameters import (
    ALL,
    UNION_COMBINATION,
    UNION_LAST_YEAR,
    UNION_NO_CANTEEN_SHARE,
    UNION_PER_MEMBER,
    UNION_WELFARE_SHARE,
)
from zhengzhou_desk.policy.purchases import union_orders
from zhengzhou_desk.records import Spending, Unit
from zhengzhou_desk.records.unit import NO_CANTEEN

if TYPE_CHECKING:
    from zhengzhou_desk.policy.view import View

MET, SHORT, UNKNOWN, EXEMPT = "met", "short", "unknown", "exempt"
PER_MEMBER, WELFARE, FUNDS = "per_member", "welfare", "funds"


@dataclass(frozen=True, slots=True)
class Criterion:
    """One standard: the amount in fen it asks for."""

    name: str
    required: int


@dataclass(frozen=True, slots=True)
class UnionStandard:
    """What a union bought and what its criteria ask for; `needs_all` where all criteria must be met.

    `floor` is last year's amount where the law forbids to fall below it, else 0.
    """

    purchased: int
    criteria: tuple[Criterion, ...]
    needs_all: bool
    floor: int = 0

    @property
    def required(self) -> int:
        """The amount that meets the standard: the cheapest criterion, or the dearest where all must be met."""
        amounts = [criterion.required for criterion in self.criteria]
        return max(self.floor, max(amounts) if self.needs_all else min(amounts))

    @property
    def gap(self) -> int:
        """What is still to be bought, in fen; 0 where enough was."""
        return max(0, self.required - self.purchased)


def typed_amount(spending: Spending) -> int | None:
    """Purchases and vouchers as typed, in fen; None where both are blank."""
    if spending.purchased is None and spending.vouchers is None:
        return None
    return (spending.purchased or 0) + (spending.vouchers or 0)


def purchased_amount(spending: Spending, view: View) -> int | None:
    """What the union bought: from its order lines, else as typed; None where neither is stated."""
    lines = union_orders(spending.unit, spending.year, view)
    return sum(order.amount for order in lines) if lines else typed_amount(spending)


def is_measured_by_funds(spending: Spending, view: View) -> bool:
    """Whether a region measures this union by its funds: some do where a unit has no canteen to reserve from."""
    if view.stated(UNION_NO_CANTEEN_SHARE, spending.year) is None:
        return False
    unit = view.one(Unit, ("code",), (spending.unit,))
    return unit is not None and unit.canteen == NO_CANTEEN


def usable_criteria(spending: Spending, view: View) -> tuple[Criterion, ...]:
    """The criteria that the law states and for which there are data; 0 ≥ 0 is no data."""
    if is_measured_by_funds(spending, view):
        basis_points = view.known(UNION_NO_CANTEEN_SHARE, spending.year)
        return (Criterion(FUNDS, exact_share(spending.funds, basis_points)),) if spending.funds else ()
    per_member = view.stated(UNION_PER_MEMBER, spending.year)
    share = view.stated(UNION_WELFARE_SHARE, spending.year)
    criteria = []
    if per_member is not None and spending.members:
        criteria.append(Criterion(PER_MEMBER, per_member * spending.members))
    if share is not None and spending.welfare:
        criteria.append(Criterion(WELFARE, exact_share(spending.welfare, share)))
    return tuple(criteria)


def standard(spending: Spending, view: View) -> UnionStandard:
    """The union's standard of the year (二（二）); raises Unknown where data are missing."""
    criteria = usable_criteria(spending, view)
    if not criteria:
        raise Unknown(
            sentence("年度工会经费") if is_measured_by_funds(spending, view) else sentence("工会会员数、年度福利总额")
        )
    return standard_of(spending, criteria, view)


def standard_of(spending: Spending, criteria: tuple[Criterion, ...], view: View) -> UnionStandard:
    """The standard by criteria that are known already; raises Unknown where the purchases are not stated."""
    purchased = purchased_amount(spending, view)
    if purchased is None:
        raise Unknown(sentence("采购金额"))
    needs_all = len(criteria) > 1 and view.known(UNION_COMBINATION, spending.year) == ALL
    return UnionStandard(purchased, criteria, needs_all, _floor(spending, view))


def _floor(spending: Spending, view: View) -> int:
    if not view.stated(UNION_LAST_YEAR, spending.year):
        return 0
    before = view.one(Spending, ("unit", "year"), (spending.unit, spending.year - 1))
    amount = purchased_amount(before, view) if before is not None else None
    if amount is None:
        raise Unknown(sentence("上年度工会采购金额"))
    return amount


def union_state(code: str, year: int, view: View) -> str:
    """met, short, unknown or exempt: how a unit's union stands in a year."""
    spending = view.one(Spending, ("unit", "year"), (code, year))
    if spending is None:
        return UNKNOWN
    if spending.no_funds:
        return EXEMPT
    try:
        return SHORT if standard(spending, view).gap else MET
    except Unknown:
        return UNKNOWN
