"""The inspector: what it says of the unit in front, and what can be done from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from tests.books import DAY, order
from tests.gui.helpers import choose, put, table
from zhengzhou_desk.gui.dialogs.notices import NoticesDialog
from zhengzhou_desk.gui.system import ask
from zhengzhou_desk.gui.units.bars import Bar, YearsLine
from zhengzhou_desk.gui.units.inspector import Inspector
from zhengzhou_desk.gui.widgets import theme
from zhengzhou_desk.records import Change, Entry, Filing

if TYPE_CHECKING:
    from typing import Any

    from pytestqt.qtbot import QtBot

    from zhengzhou_desk.gui.main_window import MainWindow


@pytest.fixture
def inspector(window: MainWindow) -> Inspector:
    made = window.sides.inspector
    assert made is not None
    table(window, "filings")
    return made


def to_row(window: MainWindow, row: int) -> None:
    page = table(window, window.page.name)
    choose(page, row, page.records.columns[2].name, row, page.records.columns[2].name)
    renewed(window)


def renewed(window: MainWindow) -> None:
    """Waits until the inspector has taken what it was told, however busy the machine is."""
    inspector = window.sides.inspector
    assert inspector is not None
    for _ in range(100):
        QTest.qWait(20)
        if not inspector._later.isActive():
            return
    pytest.fail("the inspector never came to rest")


def test_it_follows_the_current_row_on_every_tab(window: MainWindow, inspector: Inspector) -> None:
    to_row(window, 1)
    assert inspector.name.text() == "金水第一小学"
    assert inspector.verdict.text() == "不达标，尚差 20,000.00 元"
    window.show_tab("units")
    to_row(window, 2)
    assert inspector.name.text() == "第二小学"
    assert inspector.verdict.text() == "达标"


def test_figures_and_bars_are_those_of_the_book_and_change_with_it(window: MainWindow, inspector: Inspector) -> None:
    to_row(window, 1)
    assert "按比例不低于 80,000.00" in inspector.floors.text()
    assert inspector.reserve.amount == 6_000_000
    assert not inspector.reserve.is_good
    assert put(table(window, "filings"), 1, "reserve", "90000")
    renewed(window)
    assert inspector.reserve.amount == 9_000_000
    assert inspector.reserve.is_good
    assert inspector.verdict.text() == "达标"


def test_a_finding_leads_to_its_cell(window: MainWindow, inspector: Inspector) -> None:
    to_row(window, 1)
    lines = [inspector._open.itemAt(place).widget() for place in range(inspector._open.count())]
    link = next(line for line in lines if isinstance(line, QPushButton) and "比例" in line.text())
    link.click()
    page = table(window, "filings")
    assert page.records.columns[page.grid.currentIndex().column()].name == "reserve"


def test_sent_back_and_confirmed_from_it(
    window: MainWindow, inspector: Inspector, monkeypatch: pytest.MonkeyPatch
) -> None:
    to_row(window, 1)
    monkeypatch.setattr(ask, "text", lambda *_: "请核对")
    inspector.steps["send_back"].click()
    filing = next(row for row in window.desk.rows(Filing) if row.unit == "101003")
    assert (filing.state, filing.return_reason) == ("returned", "请核对")


def test_a_notice_is_drafted_to_this_unit_alone(
    window: MainWindow, inspector: Inspector, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[NoticesDialog] = []
    monkeypatch.setattr(NoticesDialog, "exec", lambda self: opened.append(self) or 0)
    to_row(window, 1)
    inspector.steps["notice"].click()
    (dialog,) = opened
    assert dialog._chosen() == ["101003"]
    to_row(window, 2)
    assert not inspector.steps["notice"].isEnabled()


def test_on_a_page_without_rows_it_leaves_its_room(window: MainWindow, inspector: Inspector) -> None:
    to_row(window, 1)
    assert window.sides.inspector_dock.isVisible()
    window.show_tab("overview")
    assert not window.sides.inspector_dock.isVisible()
    window.show_tab("units")
    assert window.sides.inspector_dock.isVisible()


def test_who_puts_it_away_has_it_away_next_time(window: MainWindow, inspector: Inspector) -> None:
    window.sides.inspector_dock.toggleViewAction().trigger()
    assert not window.sides.inspector_dock.isVisible()
    window.show_tab("units")
    window.apply_look()
    assert not window.sides.inspector_dock.isVisible()
    window.sides.inspector_dock.toggleViewAction().trigger()
    assert window.sides.inspector_dock.isVisible()


def test_the_bar_is_as_long_as_its_amount(qapp: Any, qtbot: QtBot) -> None:
    bar = Bar()
    qtbot.addWidget(bar)
    bar.resize(QSize(200, 18))
    bar.show_amount(50, (80,), whole=100, is_good=False)
    picture = bar.grab().toImage()
    middle = [picture.pixelColor(x, 9).name() for x in range(200)]
    error = theme.colours().error
    assert middle[10] == error and middle[90] == error and middle[110] != error
    assert middle[160] != middle[150], "the mark"


def test_years_without_a_figure_break_the_line(qapp: Any, qtbot: QtBot) -> None:
    line = YearsLine()
    qtbot.addWidget(line)
    line.resize(200, 60)
    empty = QImage(line.grab().toImage())
    line.show_years(((2022, None), (2023, 5), (2024, 10)))
    assert line.grab().toImage() != empty
    assert line._place(0, 20) is None
    low, high = line._place(1, 20), line._place(2, 20)
    assert low is not None and high is not None and low.y() > high.y()


def test_a_narrow_window_leaves_its_room_to_the_table_until_it_is_asked_for(
    window: MainWindow, inspector: Inspector
) -> None:
    window.resize(1093, 614)
    QTest.qWait(20)
    assert window.sides.inspector_dock.isHidden()
    window.sides.inspector_dock.toggleViewAction().trigger()
    to_row(window, 1)
    assert not window.sides.inspector_dock.isHidden()
    assert inspector.name.text() == "金水第一小学"
    window.resize(1400, 768)
    QTest.qWait(20)
    assert not window.sides.inspector_dock.isHidden()


def test_what_was_bought_leads_to_its_orders(window: MainWindow, inspector: Inspector) -> None:
    orders = (
        order("A-1", "101003", 300, accepted=DAY, paid=DAY, evaluated=DAY), order("A-2", "101003", 200),
        order("A-3", "101004", 100, accepted=DAY, paid=DAY, evaluated=DAY),
    )  # fmt: skip
    window.desk.apply(Entry("import", tuple(Change(None, row) for row in orders), ("x",)))
    to_row(window, 1)
    assert inspector.code == "101003"
    counted = inspector.card.status.counted if inspector.card is not None else None
    (link,) = inspector.bought_from.links
    link.click()
    assert window.page.name == "purchases"
    page = table(window, "purchases")
    _, _, total = page.grid.sums()
    assert total == counted
