"""The overview's numbers: each leads to exactly the rows it counts."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING, Any, cast

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QGridLayout, QLabel

from tests.books import clock
from zhengzhou_desk.common.paths import SAMPLE
from zhengzhou_desk.common.settings import Settings
from zhengzhou_desk.gui.main_window import MainWindow
from zhengzhou_desk.gui.pages.overview import OverviewPage
from zhengzhou_desk.gui.table.tab import RecordTab
from zhengzhou_desk.gui.table.table_page import TablePage
from zhengzhou_desk.gui.window_api import Start
from zhengzhou_desk.records import Change, Entry, Filing, Purchase, Unit
from zhengzhou_desk.reports import deadlines
from zhengzhou_desk.sample import SAMPLE_YEAR, notices
from zhengzhou_desk.services import editing, imports
from zhengzhou_desk.services.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def county(qapp: Any, qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """The sample county late in its year, when there is something of every sort to do."""
    path = tmp_path / "县.zzd"
    with Desk.new(path, region="410105", bureau="示例县财政局", year=SAMPLE_YEAR, clock=clock, who="王") as desk:
        imports.apply_plan(desk, imports.plan_file(desk, SAMPLE))
        desk.apply(Entry("import", tuple(Change(None, row) for row in notices()), ("test",)))
    window = MainWindow(Start(Settings(tmp_path / "settings.json"), "zh", clock, "王"))
    qtbot.addWidget(window)
    window.show()
    window.open_book(path)
    window.desk.set_today(datetime.date(SAMPLE_YEAR, 11, 20))
    yield window
    window.close()


def shown(window: MainWindow) -> TablePage:
    assert isinstance(window.page, RecordTab)
    return window.page.table


def test_every_task_opens_exactly_the_rows_it_counts(county: MainWindow) -> None:
    overview = county.pages[0]
    assert isinstance(overview, OverviewPage)
    overview.renew()
    links = overview.tasks.links
    tasks = [task for task in deadlines.tasks(county.desk.engine, county.desk.year) if not task.is_done]
    tasks.sort(key=lambda task: (task.due is None, task.due or county.desk.today))
    assert len(links) == len(tasks) >= 9
    for task, link in zip(tasks, links, strict=True):
        wanted = int(re.search(r"：(\d+) 项", link.text())[1])  # type: ignore[index]
        assert wanted == task.count
        # Filters that were on before, and another table of the same tab, do not get in the way.
        for page in county.pages:
            if isinstance(page, RecordTab):
                page.show_table(len(page.tables) - 1)
                page.tables[0]._quick.setText("第一")
        link.click()
        found = shown(county)
        assert len(found.records.rows) == wanted, task.name
        if task.rows:
            assert {row.id for row in found.records.rows} == set(task.rows)
        else:
            assert {row.unit_of for row in found.records.rows} == set(task.units)
        found._only.click()
        assert len(found.records.rows) == found.records.total


def test_every_tile_that_leads_to_rows_leads_to_those_it_names(county: MainWindow) -> None:
    overview = county.pages[0]
    assert isinstance(overview, OverviewPage)
    overview.renew()
    rows = [row for row in county.desk.unit_statuses() if row.is_counted]
    wanted = (
        len(rows), sum(row.state == "unfiled" for row in rows),
        sum(row.filing is not None and row.filing.state != "confirmed" and row.state != "unfiled" for row in rows),
        sum(row.state == "fail" for row in rows), None, sum(deadlines.is_behind(row) for row in rows),
    )  # fmt: skip
    for tile, count in zip(overview.tiles, wanted, strict=True):
        tile.clicked.emit()
        if count is not None:
            assert len(shown(county).records.rows) == count, tile.accessibleName()


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
    said = [button.text() for button in page.behind.links]
    assert said == ["金水第一小学：尚差 20,000.00 元", "第二小学：尚差 1,000.00 元"]


def test_months_to_come_are_left_open(window: MainWindow) -> None:
    """On 1 April the line ends in April; a line at nought until December would read as nothing bought."""
    chart = overview(window).months.view.chart
    assert chart is not None
    for series in chart.series:
        assert [value is None for value in series.values] == [False] * 4 + [True] * 8
    assert chart.series[0].values[:4] == (0, 0, 500_000, 0)


def test_what_is_due_first_stands_first_with_names_and_a_step(county: MainWindow) -> None:
    county.desk.set_today(datetime.date(SAMPLE_YEAR, 3, 22))
    page = cast("OverviewPage", county.pages[0])
    page.renew()
    first = page.tasks.links[0]
    assert "已过 2 天" in first.text()
    assert first.property("kind") == "wrong"
    assert page.tasks.steps[0].text() == "起草通知书"
    unfiled = county.desk.unit(next(row.unit.code for row in county.desk.unit_statuses() if row.state == "unfiled"))
    assert unfiled is not None
    assert any(unfiled.name in label.text() for label in page.tasks.findChildren(QLabel) if unfiled.name)


def test_a_list_of_links_does_not_sink_when_it_is_renewed(county: MainWindow) -> None:
    """What has gone leaves no room behind: the first link stays in the first row."""
    overview = cast("OverviewPage", county.pages[0])
    for _ in range(3):
        overview.renew()
        (rows,) = overview.tasks.findChildren(QGridLayout)
        places = [cast("tuple[int, ...]", rows.getItemPosition(rows.indexOf(link))) for link in overview.tasks.links]
        assert places[0][0] == 0


def test_a_step_of_a_task_is_the_action_of_the_menu(county: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    page = cast("OverviewPage", county.pages[0])
    page.renew()
    taken: list[str] = []
    for key, made in county.menus.made.items():
        made.triggered.disconnect()
        made.triggered.connect(lambda _=False, key=key: taken.append(key))
    for step in page.tasks.steps:
        step.click()
    assert {"notices", "reminders"} <= set(taken)


def test_figures_that_are_bad_look_bad(county: MainWindow) -> None:
    page = cast("OverviewPage", county.pages[0])
    page.renew()
    assert [tile.value.property("kind") for tile in page.tiles] == [
        "",
        "wrong",
        "caution",
        "wrong",
        "caution",
        "caution",
    ]


def test_the_day_is_chosen_on_the_overview_and_told_in_the_title(window: MainWindow) -> None:
    window.show_tab("overview")
    page = cast("OverviewPage", window.page)
    assert not page.back.isVisible()
    page.day.setDate(QDate(2026, 11, 20))
    assert window.desk.today == datetime.date(2026, 11, 20)
    assert "2026-11-20" in window.windowTitle()
    page.back.click()
    assert window.desk.today == clock().date()
    assert "截至" not in window.windowTitle()


def test_the_charts_lead_to_what_they_show(county: MainWindow) -> None:
    page = cast("OverviewPage", county.pages[0])
    page.renew()
    name, codes = page._departments.chart.labels[0], page._departments.units[0]
    page.departments.view.chosen.emit(0)
    assert {row.unit_of for row in shown(county).records.rows} == {
        row.unit for row in county.desk.rows(Filing) if row.year == SAMPLE_YEAR and row.unit in codes
    }, name
    page.months.view.chosen.emit(1)
    days = {(row.day.year, row.day.month) for row in shown(county).records.rows if isinstance(row, Purchase)}
    assert days == {(SAMPLE_YEAR, 2)}
    page.years.view.chosen.emit(0)
    assert county.desk.year == page._years.years[0] < SAMPLE_YEAR
