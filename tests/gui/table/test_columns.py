"""Shown columns: what is worked out beside a record."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from tests.books import YUAN, new_desk, order, unit
from zhengzhou_desk.gui.table.columns import ACCOUNT_MEASURES, UNIT_MEASURES
from zhengzhou_desk.records import Account, Unit
from zhengzhou_desk.records.kinds import in_wan

SOE = "91410105MA00000319"


@pytest.mark.parametrize(
    ("fen", "shown"),
    [
        (0, "0.00"), (1, "0.000001"), (50, "0.00005"), (1_000_050, "1.00005"), (1_000_000, "1.00"), (-1_050_000, "-1.05"),
        (123_456_789_000, "123,456.789"),
    ],
)  # fmt: skip
def test_ten_thousands_are_exact(fen: int, shown: str) -> None:
    assert in_wan(fen) == shown


def test_what_was_bought_this_year_is_of_this_year_and_not_of_days_to_come(tmp_path: Path) -> None:
    rows = (
        unit(), Account(name="城投公司", uscc=SOE, unit="101003", state="opened"),
        order("1", SOE, 1, datetime.date(2023, 12, 31)), order("2", SOE, 20, datetime.date(2024, 4, 1)),
        order("3", SOE, 300, datetime.date(2024, 4, 2)), order("4", "101003", 4_000, datetime.date(2024, 4, 1)),
        order("5", "101003", 50_000, datetime.date(2024, 4, 2)),
    )  # fmt: skip
    with new_desk(tmp_path, *rows) as desk:
        assert ACCOUNT_MEASURES[0].value(desk, desk.rows(Account)[0], {}) == 20 * YUAN
        assert UNIT_MEASURES[0].value(desk, desk.rows(Unit)[0], {}) == 4_020 * YUAN
