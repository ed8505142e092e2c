"""What is said of one unit at a glance is what the book says elsewhere."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from tests.books import filing, new_desk, order, unit
from zhengzhou_desk.records import Unit
from zhengzhou_desk.services import dismissals
from zhengzhou_desk.services.unit_card import unit_card

if TYPE_CHECKING:
    from pathlib import Path

DAY = datetime.date(2024, 7, 1)


def test_floors_years_purchases_and_findings(tmp_path: Path) -> None:
    with new_desk(
        tmp_path, unit(), filing(year=2022, total=400_000, reserve=40_000), filing(year=2023, total=500_000, reserve=50_000),
        filing(reserve=60_000, confirmed=datetime.date(2024, 3, 25)), order("A1", "101003", 1_000, accepted=DAY, paid=DAY, evaluated=DAY),
    ) as desk:  # fmt: skip
        desk.set_today(DAY)
        card = unit_card(desk, desk.rows(Unit)[0])
        assert (card.by_ratio, card.last_year) == (8_000_000, 5_000_000)
        assert card.years == ((2020, None), (2021, None), (2022, 4_000_000), (2023, 5_000_000), (2024, 6_000_000))
        assert card.status.gap == 2_000_000
        assert card.expected is not None
        assert (card.expected.part, card.expected.whole) == (98, 220)
        rules = [one.rule for one in card.findings]
        assert rules[0] == "ratio"
        assert "pace" in rules
        pace = next(one for one in card.findings if one.rule == "pace")
        dismissals.dismiss(desk, pace, "季节性采购")
        again = unit_card(desk, desk.rows(Unit)[0])
        assert "pace" not in [one.rule for one in again.findings]
        assert again.dismissed == 1


def test_a_unit_of_which_nothing_is_known(tmp_path: Path) -> None:
    with new_desk(tmp_path, unit()) as desk:
        card = unit_card(desk, desk.rows(Unit)[0])
        assert (card.by_ratio, card.last_year, card.expected, card.notices) == (None, None, None, ())
        assert {amount for _, amount in card.years} == {None}
