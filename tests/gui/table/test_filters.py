"""Filters: pinyin, amounts from and to, blanks."""

from __future__ import annotations

import datetime

import pytest

from tests.gui.helpers import table
from zhengzhou_desk.gui.main_window import MainWindow
from zhengzhou_desk.gui.table.filters import parsed
from zhengzhou_desk.policy.facts import Ratio
from zhengzhou_desk.records.kinds import Day, Kind, Money, Text


def test_filters_know_pinyin_amounts_and_blanks(window: MainWindow) -> None:
    page = table(window, "units")
    page.records.condition("name", "jsdy")
    assert [row.cell("code") for row in page.records.rows] == ["101003"]
    page.records.condition("name", "")
    page = table(window, "filings")
    for condition, codes in (
        (">=8万", ["101004"]),
        ("50000~70000", ["101003"]),
        ("=", ["101"]),
        ("<70000", ["101003"]),
    ):
        page.records.condition("reserve", condition)
        assert [row.unit_of for row in page.records.rows] == codes, condition
    page.records.condition("reserve", "")
    page.records.condition("=ratio", "<10%")
    assert [row.unit_of for row in page.records.rows] == ["101003"]


@pytest.mark.parametrize(
    ("kind", "typed", "yes", "no"),
    [
        (Money(), ">7万", [8_000_000], [7_000_000, None]),
        (Money(), "≥ 7万", [7_000_000], [6_999_999]),
        (Money(), "<=70000", [7_000_000], [7_000_001, None]),
        (Money(), "=70000", [7_000_000], [7_000_001]),
        (Money(), "6万～8万", [6_000_000, 8_000_000], [5_999_999, 8_000_001, None]),
        (Day(), "2024-03-01至2024-03-31", [datetime.date(2024, 3, 1)], [datetime.date(2024, 4, 1), None]),
        (Day(), ">2024-03-01", [datetime.date(2024, 3, 2)], [datetime.date(2024, 3, 1)]),
        (Text(), "空", [None], ["甲"]),
        (Money(), "空", [None], [0]),
    ],
)
def test_comparisons_and_spans_hold_at_their_edges(kind: Kind, typed: str, yes: list[object], no: list[object]) -> None:
    test = parsed(typed, kind)
    for value in (*yes, *no):
        assert test(value, "" if value is None else str(value)) == (value in yes), value


def test_an_amount_without_a_unit_is_one_of_those_that_are_shown() -> None:
    assert parsed(">7", Money(), 10_000)(8_000_000, "8.00")
    assert not parsed(">7", Money(), 10_000)(6_000_000, "6.00")
    assert parsed(">7元", Money(), 10_000)(701, "0.0007")


def test_what_is_no_value_of_the_column_finds_only_the_same_text() -> None:
    """三万 is no number, and 明天 no day: nothing is greater than it, and nothing is left out by an error."""
    assert not parsed(">三", Money())(8_000_000, "80,000.00")
    assert not parsed("明天~后天", Day())(datetime.date(2024, 3, 1), "2024-03-01")
    assert parsed("=甲", Text())("甲", "甲")
    assert not parsed("=甲", Text())("甲乙", "甲乙")
    assert not parsed(">甲", Text())("乙", "乙")


def test_shares_are_compared_exactly() -> None:
    tenth = Ratio(1, 10)
    assert parsed(">=10%", Text())(tenth, "10%")
    assert not parsed(">10%", Text())(tenth, "10%")
    assert parsed("<10.01%", Text())(tenth, "10%")
    assert not parsed(">=9.999%", Text())(tenth, "10%"), "three decimals are no share that is shown"
    assert not parsed(">=10%", Text())(Ratio(0, 0), ""), "nothing of nothing is no share"
