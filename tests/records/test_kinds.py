"""Kinds of values: what is typed is understood exactly, or refused in words a clerk understands."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.records import CLASSES
from zhengzhou_desk.records.kinds import (
    Choice,
    Code,
    Day,
    Flag,
    Kind,
    Money,
    Rate,
    Text,
    Whole,
    Year,
    percent,
    rate,
    yuan,
)

MONEY = Money()


@pytest.mark.parametrize(
    ("typed", "fen"),
    [
        ("3万元", 3_000_000), ("3.333333万元", 3_333_333), ("３３３３３．３３", 3_333_333), ("1,200", 120_000), ("¥ 12.5", 1_250),
        ("0", 0), ("0.01", 1), ("1亿", 10**10), (Decimal("33333.33"), 3_333_333), (100, 10_000), ("100元", 10_000), (".5", 50),
    ],
)  # fmt: skip
def test_money_is_exact(typed: object, fen: int) -> None:
    assert MONEY.parse(typed) == fen


@pytest.mark.parametrize("typed", ["三万", "1,20", "1.234", "-5", "1e5", "12元3角", "∞", "nan", "10" * 20])
def test_what_is_no_amount_is_refused(typed: str) -> None:
    with pytest.raises(Refused) as caught:
        MONEY.parse(typed)
    assert typed[:3] in caught.value.text()
    assert caught.value.text("en")


@pytest.mark.parametrize("blank", [None, "", "  ", "\u3000", "\u200b"])
def test_blank_is_not_zero(blank: object) -> None:
    for cls in CLASSES:
        for column in cls.table.columns:
            assert column.kind.parse(blank) is None


def test_a_column_in_wan_yuan_is_ten_thousand_times_as_much() -> None:
    assert MONEY.parse("3.5", 10_000) == 3_500_000
    assert MONEY.parse("3.5元", 10_000) == 350


@pytest.mark.parametrize(
    "typed", ["2024-03-18", "2024/3/18", "2024.3.18", "2024年3月18日", "20240318", "２０２４－０３－１８"]
)
def test_six_spellings_of_a_day(typed: str) -> None:
    assert Day().parse(typed) == datetime.date(2024, 3, 18)


@pytest.mark.parametrize("typed", ["2024-02-30", "3月18日", "18/3/2024", "昨天"])
def test_what_is_no_day_is_refused(typed: str) -> None:
    with pytest.raises(Refused):
        Day().parse(typed)


def test_codes_keep_leading_zeros_and_lose_width() -> None:
    assert Code().parse("００１２３") == "00123"
    assert Code().parse(Decimal(101003)) == "101003"
    assert Code().parse(" 12 34a ") == "1234A"


def test_rates_flags_years() -> None:
    assert Rate().parse("5") == Rate().parse("5%") == 500
    assert Flag().parse("是") is True
    assert Flag().parse("否") is False
    assert Year().parse("2024年度") == 2024
    with pytest.raises(Refused):
        Rate().parse("0.05")


def test_text_loses_what_would_deceive_or_break_files() -> None:
    assert Text().parse("一小\u202e\x00\ud800  二小\t三") == "一小 二小 三"
    with pytest.raises(Refused):
        Text(5).parse("一二三四五六")


@given(st.integers(0, 10**15))
def test_money_round_trip(fen: int) -> None:
    assert MONEY.parse(yuan(fen)) == MONEY.parse(yuan(fen, grouped=True)) == fen
    assert MONEY.from_sql(MONEY.to_sql(fen)) == fen


@given(st.integers(0, 10_000))
def test_rate_round_trip(points: int) -> None:
    assert Rate().parse(rate(points)) == points


@given(st.integers(0, 10**12), st.integers(1, 10**12))
def test_percent_is_half_up(part: int, whole: int) -> None:
    shown = Decimal(percent(part, whole).rstrip("%"))
    exact = Decimal(part) * 100 / Decimal(whole)
    assert abs(shown - exact) <= Decimal("0.00500001")


def test_percent_as_published() -> None:
    # domain figures: 30,596 of 30,000; 512.02 of 2,224.93; 233.52 of 632.61; 242.51 of 226.73
    assert percent(3_059_600, 3_000_000) == "101.99%"
    assert percent(51_202, 222_493) == "23.01%"
    assert percent(23_352, 63_261) == "36.91%"
    assert percent(24_251, 22_673) == "106.96%"


def test_every_choice_takes_its_labels_and_synonyms_in_any_width() -> None:
    for cls in CLASSES:
        for column in cls.table.columns:
            if isinstance(column.kind, Choice):
                for option in column.kind.options:
                    for word in (option.code, option.label, *option.synonyms):
                        assert column.kind.parse(f" {word} ") == option.code


@pytest.mark.parametrize(
    ("part", "whole", "places", "said"),
    [(1, 800, 2, "0.13%"), (1, 8, 0, "13%"), (-1, 800, 2, "-0.13%"), (1249, 1_000_000, 2, "0.12%"), (1, 2, 0, "50%")],
)
def test_an_exact_half_goes_up(part: int, whole: int, places: int, said: str) -> None:
    """Half up is what the reports promise; half down or to even differs only here."""
    assert percent(part, whole, places) == said


@pytest.mark.parametrize(
    ("kind", "typed", "words"),
    [
        (Whole(), "2.5", "‘2.5’不是整数"), (Whole(most=5), "6", "6 不在 0 到 5 之间"), (Whole(), "三", "‘三’不是数字"),
        (Rate(), "120%", "不是 0% 到 100% 之间"), (Rate(), "5.001%", "最多两位小数"), (Rate(), "0.3", "请写成 5% 这样"),
        (Flag(), "也许", "‘也许’请填 是 或 否"), (Flag(), datetime.datetime(2024, 3, 1), "‘2024-03-01’请填"), (Day(), True, "‘是’不是日期"),
    ],
)  # fmt: skip
def test_what_is_not_of_its_kind_is_refused_with_what_was_typed(kind: Kind, typed: object, words: str) -> None:
    with pytest.raises(Refused, match=words):
        kind.parse(typed)


def test_what_a_spreadsheet_hands_over_is_taken_as_it_is_meant() -> None:
    assert Day().parse(datetime.datetime(2024, 3, 1, 8, 30)) == datetime.date(2024, 3, 1)
    assert (Flag().parse(True), Flag().parse(False)) == (True, False)
    assert Text().parse(Decimal("1E+3")) == "1000"
