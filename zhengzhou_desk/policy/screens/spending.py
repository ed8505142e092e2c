"""The screen of union spending: 二（二） by what was typed, where there are no order lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengzhou_desk.policy.measures import exact_share
from zhengzhou_desk.policy.parameters import (
    ALL,
    UNION_COMBINATION,
    UNION_LAST_YEAR,
    UNION_NO_CANTEEN_SHARE,
    UNION_PER_MEMBER,
    UNION_WELFARE_SHARE,
)
from zhengzhou_desk.policy.purchases import year_column
from zhengzhou_desk.policy.union import typed_amount
from zhengzhou_desk.records import Purchase, Spending

if TYPE_CHECKING:
    from collections.abc import Callable

    from zhengzhou_desk.policy.view import View
    from zhengzhou_desk.records.tables import Tables

COVERS = frozenset({"union", "union_no_canteen", "union_data", "union_mismatch"})


def _standards(year: int, view: View) -> tuple[int, int, bool] | None:
    """Fen a member, basis points of the welfare, whether both are asked; None where a region has other standards."""
    per_member, share = view.stated(UNION_PER_MEMBER, year), view.stated(UNION_WELFARE_SHARE, year)
    combination = view.stated(UNION_COMBINATION, year)
    if view.stated(UNION_NO_CANTEEN_SHARE, year) is not None or view.stated(UNION_LAST_YEAR, year):
        return None
    if per_member is None or share is None or combination is None:
        return None
    return per_member, share, combination == ALL


def begin(tables: Tables, view: View) -> Callable[[Spending], tuple[str, ...] | None]:
    """What must be judged of a union that typed what it bought."""
    standards: dict[int, tuple[int, int, bool] | None] = {}
    orders = {}

    def suspects(spending: Spending) -> tuple[str, ...] | None:
        year = spending.year
        if year not in standards:
            standards[year] = _standards(year, view)
            orders[year] = tables.index(Purchase, ("buyer", year_column(year, view))).rows
        if (spending.unit, year) in orders[year]:
            return None
        if spending.no_funds:
            return ()
        asked, typed = standards[year], typed_amount(spending)
        if asked is None or typed is None or not spending.members or not spending.welfare:
            return None
        per_member, share, needs_all = asked
        required = (per_member * spending.members, exact_share(spending.welfare, share))
        return () if typed >= (max(required) if needs_all else min(required)) else ("union",)

    return suspects
