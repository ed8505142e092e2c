"""The fill handle: copies, series with Ctrl, a double click down; one step of the journal each, refusals as in a paste."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.gui.helpers import choose, table
from zhengzhou_desk.gui.system import ask
from zhengzhou_desk.gui.table.fill_handle import FillHandle
from zhengzhou_desk.records import Filing, Unit
from zhengzhou_desk.services import editing

if TYPE_CHECKING:
    from zhengzhou_desk.gui.main_window import MainWindow
    from zhengzhou_desk.gui.table.table_page import TablePage

_CTRL = Qt.KeyboardModifier.ControlModifier
_NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def page(window: MainWindow) -> TablePage:
    made = table(window, "filings")
    for row, (total, reserve) in enumerate((("100", "10"), ("200", "20"), ("300", "30"))):
        editing.edit(window.desk, window.desk.rows(Filing)[row], "total", total)
        editing.edit(window.desk, window.desk.rows(Filing)[row], "reserve", reserve)
    return made


def handle(page: TablePage) -> FillHandle:
    for _ in range(100):  # a moment later than whatever moves the cells
        QTest.qWait(20)
        if page.grid.handle.isVisible():
            return page.grid.handle
    pytest.fail("no handle")


def draw(page: TablePage, row: int, column: str, held: Qt.KeyboardModifier = _NONE) -> None:
    """Draws the handle out to the middle of a cell."""
    grip = handle(page)
    middle = grip._cell(row, page.records.column_of(column)).center()
    QTest.mousePress(grip, Qt.MouseButton.LeftButton, held, QPoint(4, 4))
    grip._draw_to(middle)
    QTest.mouseRelease(grip, Qt.MouseButton.LeftButton, held, QPoint(4, 4))


def figures(window: MainWindow) -> list[tuple[object, object]]:
    return [(row.total, row.reserve) for row in window.desk.rows(Filing)]


def test_drawn_down_a_cell_is_copied_as_one_step(page: TablePage, window: MainWindow) -> None:
    lines = len(window.desk.journal())
    choose(page, 0, "total", 0, "reserve")
    draw(page, 2, "total")
    assert figures(window) == [(10_000, 1_000)] * 3
    assert len(window.desk.journal()) == lines + 1
    marked = page.grid.chosen()
    assert len(marked) == 3, "what was filled is marked"
    window.desk.undo()
    assert figures(window)[2] == (30_000, 3_000)


def test_drawn_up_and_to_the_right(page: TablePage, window: MainWindow) -> None:
    choose(page, 2, "reserve", 2, "reserve")
    draw(page, 0, "reserve")
    assert [reserve for _, reserve in figures(window)] == [3_000] * 3
    choose(page, 0, "total", 2, "total")
    draw(page, 0, "reserve")
    assert figures(window) == [(10_000, 10_000), (20_000, 20_000), (30_000, 30_000)]


def test_with_ctrl_amounts_go_on_in_their_own_steps(page: TablePage, window: MainWindow) -> None:
    choose(page, 0, "reserve", 0, "reserve")
    draw(page, 2, "reserve", _CTRL)
    assert [reserve for _, reserve in figures(window)] == [1_000, 1_100, 1_200], "one yuan each"
    editing.edit(window.desk, window.desk.rows(Filing)[1], "reserve", "15")
    choose(page, 0, "reserve", 1, "reserve")
    draw(page, 2, "reserve", _CTRL)
    assert [reserve for _, reserve in figures(window)] == [1_000, 1_500, 2_000]
    choose(page, 0, "reserve", 1, "reserve")
    draw(page, 2, "reserve")
    assert [reserve for _, reserve in figures(window)] == [1_000, 1_500, 1_000], "without it, copied in turn"


def test_with_ctrl_days_and_numbered_texts_go_on(page: TablePage, window: MainWindow) -> None:
    first = window.desk.rows(Filing)[0]
    editing.edit(window.desk, first, "first_filed", "2024-02-28")
    page.grid.hide_columns([])
    choose(page, 0, "first_filed", 0, "first_filed")
    page.grid.scrollTo(page.records.index(0, page.records.column_of("first_filed")))
    draw(page, 2, "first_filed", _CTRL)
    assert [row.first_filed for row in window.desk.rows(Filing)] == [
        datetime.date(2024, 2, 28),
        datetime.date(2024, 2, 29),
        datetime.date(2024, 3, 1),
    ]
    units = table(window, "units")
    editing.edit(window.desk, window.desk.rows(Unit)[0], "name", "分校09")
    choose(units, 0, "name", 0, "name")
    draw(units, 2, "name", _CTRL)
    assert [row.name for row in window.desk.rows(Unit)] == ["分校09", "分校10", "分校11"]


def test_a_double_click_fills_down_as_far_as_the_next_column_has_data(page: TablePage, window: MainWindow) -> None:
    editing.edit(window.desk, window.desk.rows(Filing)[2], "total", "")
    choose(page, 0, "reserve", 0, "reserve")
    QTest.mouseDClick(handle(page), Qt.MouseButton.LeftButton, _NONE, QPoint(4, 4))
    assert [reserve for _, reserve in figures(window)] == [1_000, 1_000, 3_000]


def test_what_cannot_be_filled_is_said_first(
    page: TablePage, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(ask, "yes", lambda parent, question, details="", **more: asked.append(details) or True)
    before = figures(window)
    choose(page, 0, "=unit_name", 0, "total")
    draw(page, 2, "total")
    assert "算出来的" in asked[0]
    assert [total for total, _ in figures(window)] == [10_000] * 3 != [total for total, _ in before]


def test_ctrl_r_fills_to_the_right_and_a_single_cell_takes_what_is_to_its_left(
    page: TablePage, window: MainWindow
) -> None:
    choose(page, 0, "total", 1, "reserve")
    QTest.keyClick(page.grid, Qt.Key.Key_R, _CTRL)
    assert figures(window) == [(10_000, 10_000), (20_000, 20_000), (30_000, 3_000)]
    choose(page, 2, "reserve", 2, "reserve")
    QTest.keyClick(page.grid, Qt.Key.Key_R, _CTRL)
    assert figures(window)[2] == (30_000, 30_000)


def test_the_handle_is_where_the_corner_is_and_nowhere_without_one(page: TablePage, window: MainWindow) -> None:
    grid = page.grid
    choose(page, 0, "total", 1, "reserve")
    grip = handle(page)
    corner = grip._cell(1, page.records.column_of("reserve")).bottomRight()
    assert grip.geometry().contains(corner)
    grid.setColumnWidth(page.records.column_of("=last_year"), 1_500)
    grid.horizontalScrollBar().setValue(grid.horizontalScrollBar().maximum())
    QTest.qWait(50)
    assert not grip.isVisible(), "scrolled away below the columns that stay"
    grid.horizontalScrollBar().setValue(0)
    grid.go_to(len(page.records.rows), page.records.column_of("total"))
    QTest.qWait(20)
    assert not grip.isVisible(), "the blank row has nothing to fill with"
    window.resize(window.width() - 120, window.height() - 40)
    choose(page, 0, "unit", 0, "unit")
    assert handle(page).geometry().contains(grip._cell(0, page.records.column_of("unit")).bottomRight())
