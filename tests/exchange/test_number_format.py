"""Number formats: what a cell shows under the formats that people set, and when that says something else."""

from __future__ import annotations

from decimal import Decimal

import pytest

from zhengzhou_desk.exchange.number_format import is_telling, number_as_shown, shown
from zhengzhou_desk.exchange.sheet import ShownNumber

ACCOUNTS = '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ '
IN_WAN = '[>=10000]0!.0,"万元";0"元"'


@pytest.mark.parametrize(
    ("number", "code", "text"),
    [
        ("0.05", "0%", "5%"),
        ("0.053", "0.0%", "5.3%"),
        ("1000000", "0!.0,", "100.0"),
        ("1000000", r"0\.0,", "100.0"),
        ("1234567", "0!.0000", "123.4567"),
        ("1000000", '0!.0,"万元"', "100.0万元"),
        ("1234567", IN_WAN, "123.5万元"),
        ("12", IN_WAN, "12元"),
        ("-3", "[>0]0", None),
        ("1000000", "#,##0,", "1,000"),
        ("1234567890", "#,##0", "1,234,567,890"),
        ("1004.925", "#,##0.00", "1,004.93"),
        ("1003", "000000", "001003"),
        ("1", ";;;", ""),
        ("-5", "0;(0)", "(5)"),
        ("-5", "0.0", "-5.0"),
        ("0", ACCOUNTS, "-"),
        ("1234567.8", ACCOUNTS, "1,234,567.80"),
        ("2024", '0"年"', "2024年"),
        ("12", '"DD"0000', "DD0012"),
        ("1234567", "[$¥-804]#,##0.00", "¥1,234,567.00"),
        ("7", "General", "7"),
        ("7.5", 'G/通用格式"元"', "7.5元"),
        ("0.5", "0.###", "0.5"),
        ("3", '"无"', "无"),
        ("45369", "yyyy-m-d", None),
        ("3", "[DBNum1]0", None),
        ("3", "0.00E+00", None),
        ("0.5", "# ?/?", None),
        ("1e40", "0.00", None),
        ("1", "0" * 401, None),
    ],
)
def test_a_number_under_a_format(number: str, code: str, text: str | None) -> None:
    assert shown(Decimal(number), code) == text


@pytest.mark.parametrize(
    "code", ["General", "0.00", "#,##0.00", ACCOUNTS, "0.00_);[Red]\\(0.00\\)", "yyyy-m-d", "@", '"¥"#,##0.00', ""]
)
def test_under_the_usual_formats_nobody_has_to_look(code: str) -> None:
    assert not is_telling(code)


@pytest.mark.parametrize("code", ["0%", "0!.0,", "#,##0", "000000", '0.00"万元"', ";;;", IN_WAN, "#,##0,"])
def test_under_these_a_number_may_look_other_than_it_is(code: str) -> None:
    assert is_telling(code)


@pytest.mark.parametrize(
    ("number", "code", "is_other"),
    [("1005", "#,##0", False), ("1004.92", "#,##0", True), ("-5", "#,##0;(#,##0)", False), ("0", "0!.0,", False),
     ("0", ";;;", False), ("5", "000", True), ("0.5", "#", True), ("0", "000000", True)],
)  # fmt: skip
def test_only_what_says_something_else_is_kept_beside_the_number(number: str, code: str, is_other: bool) -> None:
    found = number_as_shown(Decimal(number), code)
    assert isinstance(found, ShownNumber) is is_other
