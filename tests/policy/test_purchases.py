"""Which row of an SOE is in force on a day, and which is its latest; when an order is completed."""

from __future__ import annotations

import dataclasses
import datetime
import itertools

from zhengzhou_desk.policy.purchases import completion_day, is_in_force, latest_accounts, purchase_sums
from zhengzhou_desk.records import Account, Purchase
from zhengzhou_desk.records.tables import Tables

USCC = "91410100MA00000001"


def tables(*accounts: Account) -> Tables:
    made = Tables()
    made.fill(Account, list(accounts))
    return made


def row(number: int, since: datetime.date | None, unit: str, uscc: str | None = USCC) -> Account:
    return Account(id=number, uscc=uscc, unit=unit, since=since)


FIRST, SECOND = row(1, None, "101003"), row(2, datetime.date(2024, 3, 1), "101004")


def test_the_last_row_that_has_begun_is_in_force() -> None:
    book = tables(SECOND, FIRST)
    before, on = datetime.date(2024, 2, 29), datetime.date(2024, 3, 1)
    assert [is_in_force(each, book, before) for each in (FIRST, SECOND)] == [True, False]
    assert [is_in_force(each, book, on) for each in (FIRST, SECOND)] == [False, True]
    assert is_in_force(SECOND, book)


def test_of_two_rows_of_one_day_the_later_one_is_in_force() -> None:
    again = row(3, SECOND.since, "101005")
    book = tables(FIRST, SECOND, again)
    assert latest_accounts(book) == [again]


def test_a_row_without_a_credit_code_is_an_enterprise_of_its_own() -> None:
    one, other = row(4, None, "101003", uscc=None), row(5, datetime.date(2030, 1, 1), "101003", uscc=None)
    book = tables(FIRST, one, other)
    assert latest_accounts(book) == [FIRST, one, other]
    assert not is_in_force(other, book, datetime.date(2029, 12, 31)), "it has not begun"


def test_an_order_is_completed_on_the_day_of_its_last_step() -> None:
    """Accepted, paid and evaluated, in whatever order: until the last of them it is not completed."""
    first, second, third = (datetime.date(2024, month, 1) for month in (3, 5, 7))
    for days in itertools.permutations((first, second, third)):
        accepted, paid, evaluated = days
        order = Purchase(
            number="A1", day=first, buyer="101003", amount=5_000, kind="canteen", channel="platform",
            accepted=accepted, paid=paid, evaluated=evaluated,
        )  # fmt: skip
        assert completion_day(order) == third
        eve = third - datetime.timedelta(days=1)
        assert purchase_sums([order], eve).completed == 0
        assert purchase_sums([order], third).amounts == (5_000, 5_000, 5_000)
        assert purchase_sums([order], paid - datetime.timedelta(days=1)).paid == 0
    for unfinished in (
        dataclasses.replace(order, accepted=None),
        dataclasses.replace(order, paid=None),
        dataclasses.replace(order, evaluated=None),
    ):
        assert completion_day(unfinished) is None
        assert purchase_sums([unfinished], third).completed == 0
