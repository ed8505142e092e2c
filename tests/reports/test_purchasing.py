"""What was bought month by month and kind by kind: each amount in the month of its own event."""

from __future__ import annotations

import datetime

import pytest

from tests.books import YUAN, order
from zhengzhou_desk.policy.purchases import PurchaseSums
from zhengzhou_desk.reports.purchasing import by_month, last_month

DECEMBER = datetime.date(2024, 12, 31)


@pytest.mark.parametrize(
    ("day", "month"),
    [
        ("2023-12-31", 0), ("2024-01-01", 1), ("2024-06-30", 6), ("2024-12-31", 12), ("2025-03-01", 12),
    ],
)  # fmt: skip
def test_the_last_month_that_has_begun(day: str, month: int) -> None:
    assert last_month(2024, datetime.date.fromisoformat(day)) == month


def test_each_amount_stands_in_the_month_of_its_own_event() -> None:
    bought = order(
        "1", "101003", 100, datetime.date(2024, 1, 31),
        accepted=datetime.date(2024, 2, 1), paid=datetime.date(2024, 3, 1), evaluated=datetime.date(2025, 1, 2),
    )  # fmt: skip
    months = by_month([bought], 2024, datetime.date(2025, 1, 2))
    amount = 100 * YUAN
    assert (months[1].orders, months[1].bought) == (1, PurchaseSums(amount, 0, 0))
    assert months[3].bought == PurchaseSums(0, amount, 0)
    assert months[13].bought == PurchaseSums(0, 0, amount), "completed after the year"
    assert sum(month.orders for month in months) == 1
    eve = by_month([bought], 2024, datetime.date(2025, 1, 1))
    assert eve[13].bought == PurchaseSums(), "what lies in the future has not happened"


def test_what_is_ordered_later_or_elsewhere_does_not_count() -> None:
    later = order("1", "101003", 100, datetime.date(2024, 12, 31))
    elsewhere = order("2", "101003", 100, channel="other")
    blank = order("3", "101003", 100, channel=None)
    assert all(
        month.orders == 0 for month in by_month([later, elsewhere, blank], 2024, DECEMBER - datetime.timedelta(1))
    )
    assert by_month([later], 2024, DECEMBER)[12].orders == 1
