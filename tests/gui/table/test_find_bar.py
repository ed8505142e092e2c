"""Finding apart from filtering: from cell to cell and round, in the table, a column or marked cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.gui.helpers import choose, table
from zhengzhou_desk.gui.actions import edit as edits
from zhengzhou_desk.gui.table import cell_search
from zhengzhou_desk.records import Filing, Unit
from zhengzhou_desk.services import editing

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from zhengzhou_desk.gui.main_window import MainWindow
    from zhengzhou_desk.gui.table.table_page import TablePage


@pytest.fixture
def page(window: MainWindow) -> TablePage:
    made = table(window, "filings")
    made.grid.go_to(0, made.records.column_of("unit"))
    edits.find(window)
    return made


def here(page: TablePage) -> tuple[int, str]:
    index = page.grid.currentIndex()
    return index.row(), page.records.columns[index.column()].name


def look_for(page: TablePage, qtbot: QtBot, text: str) -> None:
    page.finder.field.setText(text)
    qtbot.wait(150)
    qtbot.waitUntil(lambda: page.finder.search.done)


def test_what_is_typed_is_gone_to_and_nothing_is_hidden(page: TablePage, window: MainWindow, qtbot: QtBot) -> None:
    look_for(page, qtbot, "小学")
    assert here(page) == (1, "=unit_name") and len(page.records.rows) == 3
    assert "第 1 处，共 2 处" in page.finder.count.text()
    window.take("find_next")
    assert here(page) == (2, "=unit_name") and "第 2 处" in page.finder.count.text()
    window.take("find_next")
    assert here(page) == (1, "=unit_name") and "绕过" in page.finder.count.text()
    window.take("find_previous")
    assert here(page) == (2, "=unit_name")
    assert page.finder.field.hasFocus(), "Enter goes on to the next"
    QTest.keyClick(page.finder.field, Qt.Key.Key_Return)
    assert here(page) == (1, "=unit_name")
    QTest.keyClick(page.finder.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert here(page) == (2, "=unit_name")


def test_initials_and_amounts_without_their_commas_are_found(page: TablePage, qtbot: QtBot) -> None:
    look_for(page, qtbot, "jsdy")
    assert here(page) == (1, "=unit_name")
    look_for(page, qtbot, "80000.00")
    row, column = page.records.rows[here(page)[0]], page.grid.currentIndex().column()
    assert "80,000.00" in page.records.text(row, column)
    look_for(page, qtbot, "没有的")
    assert page.finder.count.text() == "没有找到"


def test_in_a_column_and_in_marked_cells(page: TablePage, qtbot: QtBot) -> None:
    page.grid.go_to(0, page.records.column_of("unit"))
    page.finder.scope.setCurrentIndex(1)
    look_for(page, qtbot, "101")
    assert "共 3 处" in page.finder.count.text() and here(page)[1] == "unit"
    page.finder.leave()
    choose(page, 1, "unit", 2, "reserve")
    page.finder.open()
    page.finder.scope.setCurrentIndex(2)
    look_for(page, qtbot, "101")
    assert "共 2 处" in page.finder.count.text() and here(page)[0] in (1, 2)
    page.finder.step(1)
    page.finder.step(1)
    assert "共 2 处" in page.finder.count.text(), "the cursor's going does not change what was marked"


def test_esc_closes_the_bar_first_and_then_lifts_the_filters(page: TablePage) -> None:
    page._toggle.setChecked(True)
    page.row.put({"unit": "101003"})
    QTest.keyClick(page.finder.field, Qt.Key.Key_Escape)
    assert not page.finder.isVisible() and len(page.records.rows) == 1 and page.grid.hasFocus()
    page._escape()
    assert len(page.records.rows) == 3


def test_hidden_columns_and_filtered_rows_are_not_looked_through(page: TablePage, qtbot: QtBot) -> None:
    page.grid.hide_columns(["=unit_name"])
    look_for(page, qtbot, "小学")
    assert page.finder.count.text() == "没有找到"
    page.grid.hide_columns([])
    page.records.condition("unit", "101003")
    look_for(page, qtbot, "小学 ")
    assert "共 1 处" in page.finder.count.text()


def test_an_edit_is_found_too(page: TablePage, window: MainWindow, qtbot: QtBot) -> None:
    look_for(page, qtbot, "123,456.00")
    assert page.finder.search.count == 0
    editing.edit(window.desk, window.desk.rows(Filing)[1], "total", "123456")
    qtbot.waitUntil(lambda: page.finder.search.count > 0)


def test_a_long_table_is_looked_through_in_slices(
    page: TablePage, window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cell_search, "_SLICE_SECONDS", 0.0)
    page.grid.go_to(2, page.records.column_of("unit"))
    page.finder.field.setText("小学")
    qtbot.waitUntil(lambda: page.finder.search.done and page.finder.search.count == 2)
    assert here(page) == (2, "=unit_name"), "from where the cursor is, not from the top"
    page.finder.step(1)
    qtbot.waitUntil(lambda: here(page) == (1, "=unit_name"))


def test_masked_cells_are_found_by_what_is_shown_of_them(window: MainWindow, qtbot: QtBot) -> None:
    editing.edit(window.desk, window.desk.rows(Unit)[0], "contact", "欧阳明")
    page = table(window, "units")
    page.finder.open()
    look_for(page, qtbot, "阳明")
    assert page.finder.search.count == 0


def test_the_filter_has_its_own_key_and_f3_opens_the_bar(window: MainWindow) -> None:
    page = table(window, "units")
    window.take("filter")
    assert page._quick.hasFocus() and not page.finder.isVisible()
    window.take("find_next")
    assert page.finder.isVisible() and page.finder.field.hasFocus()
