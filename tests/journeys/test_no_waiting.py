"""Nothing a clerk does all day holds the window up: a watchdog counts the work between two turns of the event loop."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QItemSelectionModel, QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from tests.counting import calls
from tests.gui.helpers import put, table
from zhengzhou_desk.gui.actions import edit
from zhengzhou_desk.gui.findings.model import BY_DEPARTMENT, BY_LEVEL, BY_RULE, BY_UNIT
from zhengzhou_desk.gui.main_window import MainWindow
from zhengzhou_desk.gui.table.tab import RecordTab

if TYPE_CHECKING:
    from collections.abc import Callable


def test_no_ordinary_action_blocks_the_window(window: MainWindow) -> None:
    page = table(window, "filings")

    def edit(number: int) -> int:
        def job() -> None:
            put(page, 1, "reserve", str(60_000 + number))
            QApplication.processEvents()

        return calls(job)

    edit(0)
    needed = [edit(number) for number in range(1, 20)]
    assert max(needed) < 2 * min(needed) < 40_000, "the twentieth edit is no heavier than the first"


# So many calls are some hundredths of a second (tests.benchmarks prints the milliseconds); another year is judged anew as a whole.
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
