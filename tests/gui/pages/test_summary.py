"""The summary tab: a figure leads to exactly the rows it is made of, and the sum shown is the figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.gui.pages.summary import SummaryPage
from zhengzhou_desk.gui.table.tab import RecordTab
from zhengzhou_desk.records.kinds import yuan
from zhengzhou_desk.services.notices import bulletins

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from zhengzhou_desk.gui.main_window import MainWindow


@pytest.fixture
def page(window: MainWindow) -> SummaryPage:
    window.show_tab("summary")
    found = window.page
    assert isinstance(found, SummaryPage)
    return found


def point_at(page: SummaryPage, report: str, line: int, name: str) -> str:
    """Puts the cursor on a figure; gives what is shown there."""
    places = {each.key: place for place, each in enumerate(page._reports)}
    page._choice.setCurrentIndex(places[report])
    index = page._model.index(line, page._model.report.place(name))
    page.table.setCurrentIndex(index)
    page.trace()
    return str(page._model.data(index))


def rows_of(window: MainWindow) -> int:
    assert isinstance(window.page, RecordTab)
    records = window.page.table.records
    return sum(records.record(place) is not None for place in range(records.rowCount()))


def test_one_click_shows_the_rows_and_their_sum(window: MainWindow, page: SummaryPage) -> None:
    reports = {report.key: report for report in page._reports}
    shown = point_at(page, "departments", len(reports["departments"].lines) - 1, "reserve")
    (link,) = page.sources.links
    link.click()
    assert window.page.name == "filings"
    assert isinstance(window.page, RecordTab)
    _, amounts, total = window.page.table.grid.sums()
    assert yuan(total, grouped=True) == shown
    assert amounts == rows_of(window) > 1
    assert "预留份额" in window.page.table._only.toolTip()


def test_a_count_of_units_shows_so_many(window: MainWindow, page: SummaryPage) -> None:
    shown = point_at(page, "departments", 0, "units")
    page.table.doubleClicked.emit(page.table.currentIndex())
    assert window.page.name == "units"
    assert str(rows_of(window)) == shown


def test_a_name_leads_nowhere_and_a_double_click_on_it_to_the_unit(
    window: MainWindow, page: SummaryPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    monkeypatch.setattr(window, "show_unit", seen.append)
    point_at(page, "units", 0, "name")
    assert not page.sources.links
    page.table.doubleClicked.emit(page.table.currentIndex())
    assert len(seen) == 1


def test_bulletin_and_scores_are_looked_at_in_the_same_place(
    window: MainWindow, page: SummaryPage, qtbot: QtBot
) -> None:
    page.series.setCurrentIndex(1)
    assert [report.key for report in page._reports][:3] == ["overview", "department_ranks", "unit_ranks"]
    point_at(page, "overview", 0, "filed")
    page.sources.links[0].click()
    assert window.page.name == "filings"
    window.show_tab("summary")
    page.table.setCurrentIndex(page._model.index(0, page._model.report.place("asked")))
    qtbot.waitUntil(lambda: "单位" in page.sources.links[0].text())
    page.series.setCurrentIndex(2)
    scores = next(report for report in page._reports if report.key == "unit_scores")
    item = scores.headings[scores.place("department") + 1].name
    place = next(place for place, line in enumerate(scores.lines) if line.values[scores.place(item)])
    point_at(page, "unit_scores", place, item)
    assert page.sources.links
    point_at(page, "grounds", 0, "points")
    assert page.sources.links


def test_why_there_is_no_bulletin_is_said_in_its_place(page: SummaryPage, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise Refused("2020 年度没有现行的采购规定")

    monkeypatch.setattr(bulletins, "tables", refuse)
    page.series.setCurrentIndex(1)
    assert page._remark.text() == "2020 年度没有现行的采购规定"
    assert page.table.model() is None
    page.series.setCurrentIndex(0)
    assert page.table.model() is not None
