"""The overview's numbers: each leads to exactly the rows it counts."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtWidgets import QPushButton

from tests.books import clock
from zhengzhou_desk.common.paths import SAMPLE
from zhengzhou_desk.common.settings import Settings
from zhengzhou_desk.gui.main_window import MainWindow
from zhengzhou_desk.gui.pages.overview import OverviewPage
from zhengzhou_desk.gui.table.tab import RecordTab, TablePage
from zhengzhou_desk.gui.window_api import Start
from zhengzhou_desk.records import Change, Entry
from zhengzhou_desk.reports import deadlines
from zhengzhou_desk.sample import SAMPLE_YEAR, notices
from zhengzhou_desk.services import imports
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
    links = [button for button in overview._tasks._made if isinstance(button, QPushButton)]
    tasks = [task for task in deadlines.tasks(county.desk.engine, county.desk.year) if not task.is_done]
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
