"""Purchases: what a unit bought in a year, from order lines or the platform's statistics."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zhengzhou_desk.policy.parameters import BY_COMPLETION, COUNTED_STATUS, COUNTED_YEAR, ORDERED, PAID
from zhengzhou_desk.records import Account, Execution, Purchase
from zhengzhou_desk.records.purchase import PLATFORM, UNION, VOUCHER

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from zhengzhou_desk.policy.view import View
    from zhengzhou_desk.records.tables import Tables

_EVER = datetime.date.min


@dataclass(frozen=True, slots=True)
class PurchaseSums:
    """Amounts in fen: ordered, paid, completed (accepted, paid and evaluated), and what counts."""

    ordered: int = 0
    paid: int = 0
    completed: int = 0

    def __add__(self, other: PurchaseSums) -> PurchaseSums:
        return PurchaseSums(self.ordered + other.ordered, self.paid + other.paid, self.completed + other.completed)

    def __sub__(self, other: PurchaseSums) -> PurchaseSums:
        return PurchaseSums(self.ordered - other.ordered, self.paid - other.paid, self.completed - other.completed)

    @property
    def amounts(self) -> tuple[int, int, int]:
        """Ordered, paid, completed."""
        return self.ordered, self.paid, self.completed

    def counted(self, year: int, view: View) -> int:
        """The amount that counts toward the reserve (which of the three: a value of the law)."""
        status = view.known(COUNTED_STATUS, year)
        return self.ordered if status == ORDERED else self.paid if status == PAID else self.completed


def is_counted(order: Purchase, day: datetime.date) -> bool:
    """Whether an order counts: ordered by `day` through the platform; a blank channel does not count.

    财政部2021年预留份额填报通知, 计入范围: what is bought elsewhere does not count.
    """
    return order.day <= day and order.channel == PLATFORM


def completion_day(order: Purchase) -> datetime.date | None:
    """The day on which the last of acceptance, payment and evaluation fell; None while one is missing."""
    if order.accepted is None or order.paid is None or order.evaluated is None:
        return None
    return max(order.accepted, order.paid, order.evaluated)


def purchase_sums(orders: Iterable[Purchase], day: datetime.date) -> PurchaseSums:
    """The sums of `orders` as of `day`; an order that is not through the platform does not count."""
    ordered = paid = completed = 0
    # `is_counted` and `completion_day` written out: a county sums 200,000 orders whenever it is judged.
    for order in orders:
        if order.day > day or order.channel != PLATFORM:
            continue
        amount = order.amount
        ordered += amount
        if order.paid is None or order.paid > day:
            continue
        paid += amount
        if (
            order.accepted is not None
            and order.evaluated is not None
            and order.accepted <= day
            and order.evaluated <= day
        ):
            completed += amount
    return PurchaseSums(ordered, paid, completed)


def year_column(year: int, view: View) -> str:
    """The column by which an order belongs to a year (a value of the law)."""
    return "year_completed" if view.stated(COUNTED_YEAR, year) == BY_COMPLETION else "year_ordered"


def orders_of_year(orders: Iterable[Purchase], year: int, view: View) -> list[Purchase]:
    """The orders that belong to `year`, by order day or (a value of the law) by the day of completion."""
    column = year_column(year, view)
    return [order for order in orders if getattr(order, column) == year]


def own_orders(code: str, year: int, view: View) -> Sequence[Purchase]:
    """The unit's own order lines of a year: canteen, union, vouchers, personal, contractor."""
    return view.find(Purchase, ("buyer", year_column(year, view)), (code, year))


def soe_orders(code: str, year: int, view: View) -> list[Purchase]:
    """Order lines of SOEs on days when they belonged to the unit, each once (二（三）)."""
    enterprises = dict.fromkeys(row.uscc for row in view.find(Account, ("unit",), (code,)) if row.uscc)
    return [
        order
        for uscc in enterprises
        for order in own_orders(uscc, year, view)
        if affiliated_unit(uscc, order.day, view) == code
    ]


def affiliated_unit(uscc: str, day: datetime.date, view: View) -> str | None:
    """The unit an SOE belongs to on `day`: the last row of its credit code that has begun by then."""
    row = _row_in_force(view.find(Account, ("uscc",), (uscc,)), day)
    return row.unit if row is not None else None


def _row_in_force(rows: Sequence[Account], day: datetime.date) -> Account | None:
    """Of an SOE's rows the one in force on `day`; a row without a day has always been."""
    begun = [row for row in rows if (row.since or _EVER) <= day]
    return max(begun, key=lambda row: (row.since or _EVER, row.id), default=None)


def is_in_force(account: Account, book: View | Tables, day: datetime.date = datetime.date.max) -> bool:
    """Whether an SOE's row is the one in force on `day` (unless said: its latest); the others are its history.

    Rows of one credit code are one SOE; a row without a code is an SOE of its own.
    """
    rows = book.find(Account, ("uscc",), (account.uscc,)) if account.uscc else (account,)
    return _row_in_force(rows, day) == account


def latest_accounts(book: View | Tables) -> list[Account]:
    """Every SOE once, by its latest row."""
    return [account for account in book.all(Account) if is_in_force(account, book)]


def purchases_of(code: str, year: int, view: View, day: datetime.date | None = None) -> PurchaseSums:
    """A unit's purchases of a year as of `day` (today unless said), its SOEs' included.

    From the order lines through the platform by then that count for it; where there are none, from its
    latest statistics not after that day, which the platform makes of the very same orders.
    """
    day = day or view.today
    lines = counted_lines(code, year, view, day)
    return purchase_sums(lines, day) if lines else statistics_sums(latest_statistics(code, year, view, day))


def counted_lines(code: str, year: int, view: View, day: datetime.date) -> list[Purchase]:
    """The order lines through the platform up to `day` that count for a unit: its own, and those of its SOEs."""
    lines = (*own_orders(code, year, view), *soe_orders(code, year, view))
    return [order for order in lines if is_counted(order, day)]


def latest_statistics(code: str, year: int, view: View, day: datetime.date) -> Execution | None:
    """The platform's latest statistics of a unit and year that are not after `day`."""
    rows = [row for row in view.find(Execution, ("unit", "year"), (code, year)) if row.as_of <= day]
    return max(rows, key=lambda row: (row.as_of, row.id), default=None)


def statistics_sums(row: Execution | None) -> PurchaseSums:
    """The amounts of the platform's statistics; zeros where there are none."""
    return PurchaseSums(row.traded or 0, row.paid or 0, row.completed or 0) if row is not None else PurchaseSums()


def union_orders(code: str, year: int, view: View) -> list[Purchase]:
    """The unit's union and voucher lines of a year up to today, on the platform."""
    return [
        order
        for order in own_orders(code, year, view)
        if order.kind in (UNION, VOUCHER) and is_counted(order, view.today)
    ]
