"""Nothing a clerk does all day holds the window up: a watchdog counts the work between two turns of the event loop."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QItemSelectionModel, QObject, QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.books import clock
from tests.gui.conftest import calls
from zhengzhou_desk.common.paths import SAMPLE
from zhengzhou_desk.common.settings import Settings
from zhengzhou_desk.gui.actions import edit
from zhengzhou_desk.gui.actions.catalogue import ACTIONS
from zhengzhou_desk.gui.findings.model import BY_DEPARTMENT, BY_LEVEL, BY_RULE, BY_UNIT
from zhengzhou_desk.gui.main_window import MainWindow
from zhengzhou_desk.gui.table.tab import RecordTab
from zhengzhou_desk.gui.window_api import Start
from zhengzhou_desk.records import Filing
from zhengzhou_desk.sample import SAMPLE_DAY, SAMPLE_YEAR
from zhengzhou_desk.services import imports
from zhengzhou_desk.services import years as years_service
from zhengzhou_desk.services.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

# So many calls are some hundredths of a second (tests.benchmarks.grid prints the milliseconds); another year is judged anew as a whole.
_MOST_CALLS = 100_000
_MORE_CALLS = {"year": 400_000}


class Watchdog(QObject):
    """The most work between two turns of the event loop, by name of what was done.

    Calls of functions are counted and not milliseconds: they are the same on every machine, however busy it is.
    """

    def __init__(self) -> None:
        super().__init__()
        self.most: dict[str, int] = {}

    def do(self, name: str, job: Callable[[], object]) -> None:
        worst = calls(job)
        for _ in range(4):
            QTimer.singleShot(0, self, lambda: None)
            worst = max(worst, calls(QCoreApplication.processEvents))
        self.most[name] = max(self.most.get(name, 0), worst)


def test_the_watchdog_bites(qapp: Any) -> None:
    dog = Watchdog()
    dog.do("idle", lambda: None)
    dog.do("busy", lambda: [abs(n) for n in range(_MOST_CALLS)])
    assert dog.most["idle"] < 1_000 < _MOST_CALLS < dog.most["busy"]


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample county as a book."""
    path = tmp_path_factory.mktemp("county") / "示例县.zzd"
    with Desk.new(path, region="410105", bureau="示例县财政局", year=SAMPLE_YEAR, clock=clock, who="王") as desk:
        imports.apply_plan(desk, imports.plan_file(desk, SAMPLE))
    return path


@pytest.fixture
def busy(qapp: Any, qtbot: QtBot, county: Path, tmp_path: Path) -> Iterator[MainWindow]:
    window = MainWindow(Start(Settings(tmp_path / "s.json"), "zh", clock, "王"))
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    window.open_book(county)
    window.desk.set_today(SAMPLE_DAY)
    QTest.qWait(300)
    yield window
    window.close()


def tab(window: MainWindow, name: str) -> RecordTab:
    window.show_tab(name)
    page = window.page
    assert isinstance(page, RecordTab)
    return page


def test_no_ordinary_action_keeps_the_window_from_its_turn(busy: MainWindow) -> None:
    dog = Watchdog()
    for place in range(busy.tabs.count()):
        # What a tab has to work out once is not counted against the hundredth time it is shown.
        busy.tabs.setCurrentIndex(place)
        QApplication.processEvents()
    for place in range(busy.tabs.count()):
        dog.do(f"tab {place + 1}", lambda place=place: busy.tabs.setCurrentIndex(place))  # type: ignore[misc]
    table = tab(busy, "filings").table
    column = table.records.column_of("reserve")
    for row in range(6):
        index = table.records.index(row, column)
        dog.do("edit", lambda index=index: table.records.setData(index, "123456"))  # type: ignore[misc]
    dog.do("undo", lambda: edit.undo(busy))
    dog.do("redo", lambda: edit.redo(busy))
    dog.do("sort", lambda: table.records.sort_by("total"))
    for typed in ("j", "js", "jsx", ""):
        dog.do("filter", lambda typed=typed: table.records.show_quick(typed))  # type: ignore[misc]
    dog.do("select all", table.grid.selectAll)
    dog.do("wan", lambda: edit.wan(busy))
    dog.do("wan", lambda: edit.wan(busy))
    QGuiApplication.clipboard().setText("\n".join(f"{n}" for n in range(1_000, 1_030)))
    table.grid.selectionModel().setCurrentIndex(
        table.records.index(0, column), QItemSelectionModel.SelectionFlag.ClearAndSelect
    )
    dog.do("paste 30 cells", table.grid.paste)
    assert busy.panel is not None
    for place in range(0, 40, 8):
        dog.do("finding", lambda place=place: busy.panel.choose(busy.panel.model.findings[place]))  # type: ignore[misc]
    for order in (BY_UNIT, BY_DEPARTMENT, BY_RULE, BY_LEVEL):
        dog.do("fold", lambda order=order: busy.panel.order.setCurrentIndex(order))  # type: ignore[misc]
    for menu in busy.menuBar().actions():
        dog.do("menu", lambda menu=menu: menu.menu().aboutToShow.emit())  # type: ignore[misc]
    years = busy.desk.years
    for year in (years[0], years[-1]):
        dog.do("year", lambda year=year: busy.desk.choose_year(year))  # type: ignore[misc]
    heavy = {name: worst for name, worst in dog.most.items() if worst > _MORE_CALLS.get(name, _MOST_CALLS)}
    assert not heavy, dog.most


def test_every_action_says_when_it_can_be_taken_and_can_then_be_taken_by_key(busy: MainWindow) -> None:
    """Enabled or not, in every tab, asking costs nothing and breaks nothing."""
    for place in range(busy.tabs.count()):
        busy.tabs.setCurrentIndex(place)
        for action in ACTIONS:
            made = busy.menus.made[action.key]
            assert made.isEnabled() == action.enabled(busy), (action.key, place)
            assert made.shortcut() == QKeySequence(action.shortcut)
            assert made.text()
    busy.welcome()
    for action in ACTIONS:
        assert busy.menus.made[action.key].isEnabled() == action.enabled(busy)


def test_a_day_of_work_survives_closing_and_opening(busy: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    """The journey: open, mend what a finding points at, see it go, close, open again, find it as it was left."""
    busy.resize(1200, 700)
    panel = busy.panel
    assert panel is not None
    finding = next(one for one in panel.model.findings if one.rule == "ratio")
    before = panel.model.counts["error"]
    panel._open(panel.model.place_of(finding) or 0)
    page = busy.page
    assert isinstance(page, RecordTab)
    index = page.table.grid.currentIndex()
    required = next(row.required for row in busy.desk.unit_statuses() if row.unit.code == finding.unit)
    assert required is not None
    assert page.table.records.setData(index, f"{required // 100}.{required % 100:02d}")
    assert panel.model.counts["error"] < before
    assert busy.status.levels["error"].text() == f"错误 {panel.model.counts['error']}"
    counts, path = dict(panel.model.counts), busy.desk.path
    busy.close()
    again = MainWindow(Start(Settings(tmp_path / "s.json"), "zh", clock, "王"))
    qtbot.addWidget(again)
    again.show()
    assert again.settings.recent()[0] == path.resolve()
    again.open_book(path)
    again.desk.set_today(SAMPLE_DAY)
    assert again.panel is not None
    assert again.panel.model.counts == counts
    assert next(row.reserve for row in again.desk.rows(Filing) if row.unit == finding.unit) == required
    assert again.size().height() == 700
    again.close()


def test_a_closed_year_looks_it(busy: MainWindow) -> None:
    years_service.close_year(busy.desk, busy.desk.year)
    assert "已经结账" in busy.strip.label.text()
    assert busy.tabs.property("quiet") is True
    assert "只能查看" in busy.status.saved.text()
    busy.desk.choose_year(busy.desk.years[0])
    assert not busy.strip.isVisible()
    busy.desk.choose_year(SAMPLE_YEAR)
    years_service.close_year(busy.desk, SAMPLE_YEAR, closed=False)
    assert busy.tabs.property("quiet") is False
    QApplication.sendEvent(busy, QEvent(QEvent.Type.StyleChange))
    assert datetime.date.fromisoformat(str(busy.desk.today)) == SAMPLE_DAY
