"""Years closed and opened again."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.books import book, opened
from tests.services.helpers import rules, the_filing
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.records import Filing, Spending
from zhengzhou_desk.services import editing, years
from zhengzhou_desk.services.desk import Desk


def test_a_closed_year_is_read_only(tmp_path: Path) -> None:
    with opened(book(tmp_path)) as desk:
        years.close_year(desk, 2024)
        with pytest.raises(Refused, match="已结账"):
            editing.edit(desk, desk.rows(Filing)[0], "reserve", 1)
        years.close_year(desk, 2024, closed=False)
        assert editing.edit(desk, desk.rows(Filing)[0], "reserve", 1) is not None


def test_a_closed_year_is_read_only_until_opened_again(desk: Desk) -> None:
    years.close_year(desk, 2024)
    assert not desk.can_edit
    with pytest.raises(Refused, match="2024 年度已结账"):
        editing.edit(desk, the_filing(desk), "reserve", "80000")
    years.close_year(desk, 2024, closed=False)
    editing.edit(desk, the_filing(desk), "reserve", "80000")
    assert "ratio" not in rules(desk)


def test_a_new_year_asks_every_unit_to_file(desk: Desk) -> None:
    years.open_year(desk, 2025)
    assert desk.year == 2025
    assert {finding.unit for finding in desk.findings() if finding.rule == "not_filed"} == {"101003", "101004"}
    with pytest.raises(Refused, match="已经在账册里"):
        years.open_year(desk, 2025)


def test_opening_a_year_is_one_step_that_can_be_undone(desk: Desk) -> None:
    editing.add(desk, Spending, {"year": "2024", "unit": "101003", "members": "40", "welfare": "10000"})
    editing.add(desk, Spending, {"year": "2024", "unit": "101004", "welfare": "10000"})
    before = desk.store.head
    years.look_at(desk, 2025)
    assert desk.store.head == before, "looking writes nothing"
    entry = years.open_year(desk, 2025, members=True)
    assert [(row.unit, row.members, row.welfare) for row in desk.rows(Spending)] == [("101003", 40, None)]
    assert editing.journal_text(desk, desk.journal()[0]) == "开启 2025 年度"
    assert entry.number == desk.journal()[0].number
    desk.undo()
    assert desk.year == 2024 and 2025 not in desk.years, "one is back in the year before"
    assert {row.year for row in desk.tables.all(Spending)} == {2024}
    desk.redo()
    assert 2025 in desk.years
    assert len(desk.tables.find(Spending, ("year",), (2025,))) == 1


def test_members_that_are_there_already_are_not_taken_over(desk: Desk) -> None:
    editing.add(desk, Spending, {"year": "2024", "unit": "101003", "members": "40"})
    editing.add(desk, Spending, {"year": "2025", "unit": "101003", "members": "44"})
    years.open_year(desk, 2025, members=True)
    assert [(row.unit, row.members) for row in desk.rows(Spending)] == [("101003", 44)]


def test_without_being_asked_for_no_members_are_taken_over(desk: Desk) -> None:
    editing.add(desk, Spending, {"year": "2024", "unit": "101003", "members": "40"})
    years.open_year(desk, 2025)
    assert not desk.rows(Spending)


def test_a_year_out_of_range_is_refused_before_anything_is_shown(desk: Desk) -> None:
    for year in (1900, 20250):
        with pytest.raises(Refused):
            years.look_at(desk, year)
