"""What a new year begins with: floors, members, changes, and what the year before leaves open."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from tests.books import YUAN, account, filing, new_desk, unit
from zhengzhou_desk.records import Change, Entry, Followup, Spending
from zhengzhou_desk.reports.year_start import YearStart
from zhengzhou_desk.services import unit_changes, years
from zhengzhou_desk.services.desk import Desk

DAY = datetime.date(2024, 3, 28)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return new_desk(
        tmp_path,
        unit("101", "教育局", "none"), filing("101", None, None, platform_note="无食堂"),
        unit("101003", "第一小学"), filing("101003", 800_000, 60_000), filing("101003", 500_000, 50_000, 2023),
        unit("101004", "第二小学"), filing("101004", 100_000, 10_000), filing("101004", 100_000, 10_000, 2023),
        unit("101005", "第三小学"), unit("101006", "旧校", closed=datetime.date(2023, 5, 1)),
        Spending(year=2024, unit="101003", members=40), Spending(year=2024, unit="101004", welfare=1),
        account("城投公司", "91410105MA00000319", "101003", since=datetime.date(2023, 1, 1)),
        account("城投公司", "91410105MA00000319", "101004", since=datetime.date(2024, 1, 1)),
        Followup(year=2024, unit="101003", day=DAY, means="call", result="promised", promised=datetime.date(2024, 12, 1)),
        Followup(year=2024, unit="101004", day=DAY, means="call", result="disputed"),
        Followup(year=2024, unit="101005", day=DAY, means="call", result="disputed"),
        Followup(year=2024, unit="101005", day=DAY + datetime.timedelta(1), means="call", result="settled"),
    )  # fmt: skip


def ends(start: YearStart) -> dict[str, tuple[str, ...]]:
    return {task.name: task.units for task in start.open_ends}


def test_what_is_carried_is_what_the_units_reserved(desk: Desk) -> None:
    start = years.look_at(desk, 2025)
    assert (start.year, start.before) == (2025, 2024)
    assert [each.code for each in start.units] == ["101", "101003", "101004", "101005"]
    assert start.floors == {"101003": 60_000 * YUAN, "101004": 10_000 * YUAN}
    assert start.floor_sum == 70_000 * YUAN
    assert start.unknown == ("101005",), "a canteen that has not filed; without one nothing is asked"
    assert start.accounts == 1, "an SOE's history is one SOE"
    assert [row.unit for row in start.members] == ["101003"]


def test_the_floors_that_are_shown_are_those_that_bind_once_the_year_is_open(desk: Desk) -> None:
    old, into = desk.unit("101004"), desk.unit("101003")
    assert old is not None
    assert into is not None
    unit_changes.apply(desk, unit_changes.merge(desk, [old], into, DAY))
    start = years.look_at(desk, 2025)
    assert [row.kind for row in start.changes] == ["merge"]
    assert start.floors == {"101003": 70_000 * YUAN}
    years.open_year(desk, 2025)
    bound = {row.unit.code: row.last_year for row in desk.unit_statuses() if row.last_year}
    assert bound == start.floors


def test_open_ends_are_named_and_vanish_once_they_are_settled(desk: Desk) -> None:
    found = ends(years.look_at(desk, 2025))
    assert found["file"] == ("101005",)
    assert found["press"] == ("101003",)
    assert found["promise"] == ("101003",), "also one that is not due yet"
    assert found["dispute"] == ("101004",), "not one that was settled since"
    assert "confirm" not in found
    kept = next(row for row in desk.tables.all(Followup) if row.result == "disputed" and row.unit == "101004")
    desk.apply(Entry("remove", (Change(kept, None),), ("督办", "1")))
    assert "dispute" not in ends(years.look_at(desk, 2025))


def test_a_book_without_a_year_before_says_so(desk: Desk) -> None:
    start = years.look_at(desk, 2022)
    assert start.before is None
    assert start.open_ends == () and start.members == () and start.floors == {}
    # A year was left out: its reserves are nobody's floor in the one after it.
    assert years.look_at(desk, 2026).floors == {}
    assert years.look_at(desk, 2026).before == 2024
