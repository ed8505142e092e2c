"""What the overview shows is worked out ahead, and anew after each change."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.books import filing, new_desk, order, unit
from zhengzhou_desk.records import Filing, Purchase
from zhengzhou_desk.reports import overview, purchasing
from zhengzhou_desk.reports.unit_status import total_reserve, unit_statuses
from zhengzhou_desk.services import editing

if TYPE_CHECKING:
    from pathlib import Path

    from zhengzhou_desk.services.desk import Desk


def county(folder: Path) -> Desk:
    return new_desk(folder, unit(), filing(), order("1", "101003", 500), order("2", "101003", 700), filing(year=2023))


def test_once_prepared_nothing_is_worked_out_when_it_is_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with county(tmp_path) as desk:
        overview.prepare(desk.engine, desk.years, desk.year)
        before = overview.by_months(desk.engine, desk.year)
        monkeypatch.setattr(purchasing, "counting_lines", lambda *_: pytest.fail("worked out again"))
        assert overview.by_months(desk.engine, desk.year) is before
        assert unit_statuses(desk.engine, desk.year) is unit_statuses(desk.engine, desk.year)


def test_after_a_change_the_figures_are_new(tmp_path: Path) -> None:
    with county(tmp_path) as desk:
        overview.prepare(desk.engine, desk.years, desk.year)
        filing = next(row for row in desk.rows(Filing) if row.reserve)
        before, held = total_reserve(desk.engine, desk.year), filing.reserve or 0
        editing.edit(desk, filing, "reserve", "123456.78")
        assert total_reserve(desk.engine, desk.year) == before - held + 12_345_678
        gone = desk.rows(Purchase)[0]
        was = overview.by_months(desk.engine, desk.year)
        editing.remove(desk, (gone,))
        now = overview.by_months(desk.engine, desk.year)
        assert was.orders[2] == (gone.id, desk.rows(Purchase)[0].id) and now.orders[2] == (desk.rows(Purchase)[0].id,)
        assert now.slots[3].bought.ordered == was.slots[3].bought.ordered - gone.amount


def test_the_years_before_are_shown_and_none_after() -> None:
    assert overview.years_shown((2018, 2019, 2020, 2021, 2022, 2023, 2024), 2023) == (2019, 2020, 2021, 2022, 2023)
