"""The overview: every tile leads to the very rows that it counts, the months to come are open, the worst comes first."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest

from zhengzhou_desk.gui.pages.overview import OverviewPage
from zhengzhou_desk.gui.table.tab import RecordTab
from zhengzhou_desk.records import Filing, Unit
from zhengzhou_desk.services import editing

if TYPE_CHECKING:
    from zhengzhou_desk.gui.main_window import MainWindow


def overview(window: MainWindow) -> OverviewPage:
    """Four units: one to press, one not confirmed, one that has not filed, one confirmed."""
    desk = window.desk
    editing.edit(desk, next(row for row in desk.rows(Filing) if row.unit == "101004"), "state", "已填报")
    editing.edit(desk, next(row for row in desk.rows(Filing) if row.unit == "101004"), "confirmed", None)
    editing.edit(desk, next(row for row in desk.rows(Filing) if row.unit == "101004"), "reserve", "79000")
    editing.add(desk, Unit, {"code": "101005", "name": "第三小学", "department": "101", "canteen": "自有"})
    window.show_tab("overview")
    return cast("OverviewPage", window.page)


def led_to(window: MainWindow, page: OverviewPage, tile: int) -> set[str]:
    page.tiles[tile].clicked.emit()
    assert isinstance(window.page, RecordTab)
    return {row.unit_of or "" for row in window.page.table.records.rows}


@pytest.mark.parametrize(("tile", "units"), [(2, {"101004"}), (3, {"101003", "101004"}), (5, {"101003", "101004"})])
def test_a_tile_leads_to_the_rows_it_is_about(window: MainWindow, tile: int, units: set[str]) -> None:
    assert led_to(window, overview(window), tile) == units


def test_the_tiles_count_what_there_is(window: MainWindow) -> None:
    page = overview(window)
    assert [tile.value.text() for tile in page.tiles[:5]] == ["4", "3", "2", "2", "139,000.00"]
    assert page.tiles[3].below.text() == "未填报 1，待查 0"


def test_the_largest_gap_is_named_first(window: MainWindow) -> None:
    page = overview(window)
    said = [widget.text() for widget in page._behind._made]  # type: ignore[attr-defined]
    assert said == ["金水第一小学：尚差 20,000.00 元", "第二小学：尚差 1,000.00 元"]


def test_months_to_come_are_left_open(window: MainWindow) -> None:
    """On 1 April the line ends in April; a line at nought until December would read as nothing bought."""
    chart = overview(window).pictures[1]._chart
    assert chart is not None
    for series in chart.series:
        assert [value is None for value in series.values] == [False] * 4 + [True] * 8
    assert chart.series[0].values[:4] == (0, 0, 500_000, 0)
