"""The units of amounts: the same where they are typed, shown by a format, stand in a heading or above the table."""

from __future__ import annotations

from decimal import Decimal

import pytest

from zhengzhou_desk.exchange.headers import layout
from zhengzhou_desk.exchange.sheet import Cell, Sheet, ShownNumber
from zhengzhou_desk.exchange.shown_number import meaning
from zhengzhou_desk.records.amount_units import YUAN_IN, unit_of
from zhengzhou_desk.records.kinds import FEN_PER_YUAN, Money

HEAD: tuple[Cell, ...] = ("年度", "单位编码", "年度食堂食材采购总额", "预留份额")


def _scale(*rows: tuple[Cell, ...]) -> int:
    found = layout(Sheet("填报", (*rows, (Decimal(2024), "101003", Decimal(2), Decimal(1)))))
    assert found is not None
    return next(match.scale for match in found.matches if match.field == "reserve")


@pytest.mark.parametrize(("unit", "yuan"), YUAN_IN.items())
def test_an_amount_is_as_much_wherever_its_unit_stands(unit: str, yuan: int) -> None:
    assert Money().parse(f"3{unit}") == 3 * yuan * FEN_PER_YUAN
    # 1.5 under a heading in that unit, shown with the unit behind it.
    assert meaning(Money(), ShownNumber(Decimal("1.5"), f"1.50{unit}"), yuan)[0] == yuan * FEN_PER_YUAN * 3 // 2
    if unit.endswith("元"):
        assert _scale((*HEAD[:3], f"预留份额（{unit}）")) == yuan
        assert _scale((*HEAD[:3], f"预留份额(单位：{unit})")) == yuan
        assert _scale((f"单位：{unit}",), HEAD) == yuan
        assert _scale((f"（金额单位:{unit}）",), HEAD) == yuan
        assert unit_of(yuan) == unit


def test_what_a_heading_says_of_itself_comes_before_what_stands_above() -> None:
    assert _scale(("单位：千元",), (*HEAD[:3], "预留份额（元）")) == 1
    assert _scale(("单位：千元",), (*HEAD[:3], "预留份额")) == 1_000
