"""The screen of order lines: 二（一） those through the platform that are done, or not due yet."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from zhengzhou_desk.policy.parameters import UNEVALUATED_DAYS, UNPAID_DAYS
from zhengzhou_desk.records import Account, Purchase, Unit
from zhengzhou_desk.records.purchase import PLATFORM

if TYPE_CHECKING:
    from collections.abc import Callable

    from zhengzhou_desk.policy.view import View
    from zhengzhou_desk.records.tables import Tables

COVERS = frozenset({"unpaid", "unevaluated", "off_platform", "unknown_buyer"})


def begin(tables: Tables, view: View) -> Callable[[Purchase], tuple[str, ...] | None]:
    """What must be judged of an order whose buyer is in the book."""
    buyers = {unit.code for unit in tables.all(Unit)} | {row.uscc for row in tables.all(Account) if row.uscc}
    today = view.today
    # Of each year the last days that are not late yet.
    days: dict[int, tuple[datetime.date, datetime.date]] = {}

    def suspects(order: Purchase) -> tuple[str, ...] | None:
        if order.buyer not in buyers:
            return None
        if order.channel != PLATFORM:
            return ("off_platform",)
        if order.amount <= 0 or order.accepted is None:
            return () if order.paid is None or order.amount <= 0 else _paid(order, _days(order))
        least = _days(order)
        if (order.paid is None or order.paid > today) and order.accepted < least[0]:
            return ("unpaid", "unevaluated")
        return _paid(order, least)

    def _paid(order: Purchase, least: tuple[datetime.date, datetime.date]) -> tuple[str, ...]:
        is_late = order.paid is not None and order.paid < least[1]
        return ("unevaluated",) if is_late and (order.evaluated is None or order.evaluated > today) else ()

    def _days(order: Purchase) -> tuple[datetime.date, datetime.date]:
        year = order.day.year
        found = days.get(year)
        if found is None:
            limits = (view.stated(UNPAID_DAYS, year), view.stated(UNEVALUATED_DAYS, year))
            # Without a limit the rule says what is not stated.
            first, second = (
                today - datetime.timedelta(days=limit) if limit is not None else datetime.date.max for limit in limits
            )
            found = days[year] = (first, second)
        return found

    return suspects
