"""The menu of a column: values to tick with their counts, beside every other filter; freezing, hiding, fitting."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.gui.helpers import choose, table
from zhengzhou_desk.gui.table import value_list
from zhengzhou_desk.gui.table.head import Head
from zhengzhou_desk.records import Change, Entry, Filing, Unit
from zhengzhou_desk.services import editing

if TYPE_CHECKING:
    from zhengzhou_desk.gui.main_window import MainWindow
    from zhengzhou_desk.gui.table.head_menu import HeadMenu
    from zhengzhou_desk.gui.table.table_page import TablePage


@pytest.fixture
def page(window: MainWindow) -> TablePage:
    made = table(window, "filings")
    first = made.records.rows[0]
    editing.edit(window.desk, first, "reserve", "0")
    editing.edit(window.desk, made.records.rows[1], "reserve", "")
    return made


def menu_of(page: TablePage, name: str) -> HeadMenu:
    return page.head_menu(page.records.column_of(name))


def lines(menu: HeadMenu) -> list[str]:
    return [item.text() for item in menu._items()]


def tick(menu: HeadMenu, *begins: str) -> None:
    for item in menu._items():
        item.setCheckState(Qt.CheckState.Checked if item.text().split("　")[0] in begins else Qt.CheckState.Unchecked)
    menu.ok.click()


def test_every_value_is_listed_with_its_rows_and_a_blank_is_not_a_zero(page: TablePage) -> None:
    menu = menu_of(page, "reserve")
    assert lines(menu) == ["0.00　1", "80,000.00　1", "(空白)　1"]
    tick(menu, "(空白)")
    assert [row.cell("reserve") for row in page.records.rows] == [None]
    tick(menu_of(page, "reserve"), "0.00")
    assert [row.cell("reserve") for row in page.records.rows] == [0]


def test_counts_are_those_of_the_rows_that_the_other_filters_leave(page: TablePage) -> None:
    tick(menu_of(page, "reserve"), "0.00", "80,000.00")
    menu = menu_of(page, "reserve")
    assert len(lines(menu)) == 3, "its own ticks hide nothing from its own list"
    menu.close()
    assert len(lines(menu_of(page, "unit"))) == 2
    page.row.edits[page.records.column_of("unit")].setText("101004")
    page.row.apply()
    assert lines(menu_of(page, "reserve")) == ["80,000.00　1"]


def test_a_column_that_filters_says_so_in_its_head_and_is_cleared_there_or_with_esc(page: TablePage) -> None:
    number = page.records.column_of("reserve")
    assert not page.records.is_filtered("reserve")
    tick(menu_of(page, "reserve"), "0.00")
    assert page.records.is_filtered("reserve")
    assert "已筛选" in page.records.headerData(number, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    menu_of(page, "reserve").clear.click()
    assert len(page.records.rows) == 3 and not page.records.is_filtered("reserve")
    tick(menu_of(page, "reserve"), "0.00")
    page._escape()
    assert len(page.records.rows) == 3
    page.row.edits[number].setText(">1")
    page.row.apply()
    menu_of(page, "reserve").clear.click()
    assert len(page.records.rows) == 3 and page.row.conditions() == {}


def test_the_search_narrows_the_list_by_initials_and_all_means_what_is_seen(page: TablePage) -> None:
    menu = menu_of(page, "=unit_name")
    before = len(lines(menu))
    menu.search.setText("jsdyxx")
    assert [line.split("　")[0] for line in lines(menu)] == ["金水第一小学"] and before == 3
    menu.everything.click()
    assert not menu.ok.isEnabled()
    menu.everything.click()
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert [row.unit_of for row in page.records.rows] == ["101003"]


def test_esc_in_the_menu_changes_nothing(page: TablePage) -> None:
    menu = menu_of(page, "reserve")
    menu.everything.click()
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    assert not page.records.chosen_values and len(page.records.rows) == 3


def test_everything_ticked_is_no_filter(page: TablePage) -> None:
    tick(menu_of(page, "reserve"), "0.00")
    menu = menu_of(page, "reserve")
    menu.everything.click()
    menu.ok.click()
    assert not page.records.chosen_values and len(page.records.rows) == 3


def test_ticks_stay_true_when_amounts_are_shown_in_wan(page: TablePage) -> None:
    page.records.show_in_wan(wan=True)
    assert lines(menu_of(page, "reserve"))[1] == "8.00　1"
    tick(menu_of(page, "reserve"), "8.00")
    page.records.show_in_wan(wan=False)
    page.records.rearrange()
    assert [row.cell("reserve") for row in page.records.rows] == [8_000_000]


def test_ticks_are_kept_with_a_saved_filter(
    page: TablePage, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    from zhengzhou_desk.gui.system import ask

    tick(menu_of(page, "reserve"), "0.00")
    monkeypatch.setattr(ask, "text", lambda *_: "零")
    page._save()
    page.lift_filters()
    assert len(page.records.rows) == 3
    page._take("零")
    assert [row.cell("reserve") for row in page.records.rows] == [0]
    window.settings.put("filters.filing", {"零": {"values": {"reserve": 5, "没有的列": ["1"]}}})
    page._take("零")
    assert len(page.records.rows) == 3


def test_masked_persons_are_not_told_apart_by_the_list(window: MainWindow) -> None:
    for row, name in zip(window.desk.rows(Unit), ("王一", "王二", "王三"), strict=True):
        editing.edit(window.desk, row, "contact", name)
    page = table(window, "units")
    menu = menu_of(page, "contact")
    assert len(lines(menu)) == 1 and "3" in lines(menu)[0]
    menu.close()


def test_too_many_values_are_said_not_listed(page: TablePage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(value_list, "MOST", 2)
    menu = menu_of(page, "reserve")
    assert lines(menu) == [] and menu.ok.isHidden()


def test_sorting_freezing_and_hiding_from_the_head(page: TablePage, window: MainWindow) -> None:
    page.records.sort_to("reserve", falling=True)
    assert [row.cell("reserve") for row in page.records.rows] == [8_000_000, 0, None]
    grid, total = page.grid, page.records.column_of("total")
    grid.freeze_to(total)
    assert grid.frozen.columns()[-1] == total and not grid.frozen.isColumnHidden(total)
    bar = grid.horizontalScrollBar()
    bar.setValue(bar.maximum())
    at = grid.frozen.columnViewportPosition(total)
    assert 0 <= at < grid.frozen.width(), "stays in sight"
    window.apply_look()
    page = table(window, "filings")
    assert page.grid.frozen.columns()[-1] == total, "remembered"
    page.grid.freeze_to(-1)
    assert not page.grid.frozen.isVisible()
    page.grid.hide_column(total)
    assert page.grid.isColumnHidden(total)
    assert "total" in window.settings.texts("hidden.filing", ())


def test_a_moved_column_is_frozen_where_it_is_seen(page: TablePage) -> None:
    grid, reserve = page.grid, page.records.column_of("reserve")
    head = grid.horizontalHeader()
    first = grid.frozen.count
    head.moveSection(head.visualIndex(reserve), first)
    grid.freeze_to(reserve)
    assert grid.frozen.columns()[first:] == [reserve]
    assert grid.frozen.columnViewportPosition(reserve) == grid.columnViewportPosition(reserve)


def test_a_double_click_on_a_border_fits_the_column_to_what_it_shows(page: TablePage, window: MainWindow) -> None:
    grid, name = page.grid, page.records.column_of("=unit_name")
    long = "郑州市金水区教育体育局所属第一实验小学附属幼儿园分园"
    editing.edit(window.desk, window.desk.rows(Unit)[1], "name", long)
    grid.frozen.head.sectionHandleDoubleClicked.emit(name)
    assert grid.columnWidth(name) >= grid.fontMetrics().horizontalAdvance(long) + 16
    assert grid.frozen.columnWidth(name) == grid.columnWidth(name)
    grid.frozen.head.resizeSection(name, 90)
    assert grid.columnWidth(name) == 90, "who pulls a frozen border pulls the grid's"


def test_the_sign_in_a_head_opens_the_menu_and_does_not_sort(page: TablePage) -> None:
    head = page.grid.horizontalHeader()
    assert isinstance(head, Head)
    asked: list[int] = []
    page.grid.head_asked.disconnect()  # a menu that pops up needs a screen
    page.grid.head_asked.connect(asked.append)
    number = page.records.column_of("reserve")
    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=head.sign(number).center())
    assert asked == [number] and page.records.sorting == []
    QTest.mouseClick(
        head.viewport(),
        Qt.MouseButton.LeftButton,
        pos=QPoint(head.sectionViewportPosition(number) + head.sectionSize(number) // 2, 8),
    )
    assert [name for name, _ in page.records.sorting] == ["reserve"]
    choose(page, 0, "total", 0, "total")
    QTest.keyClick(page.grid, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert asked[-1] == page.records.column_of("total")


def test_a_row_that_changes_stays_until_filters_are_applied_anew(page: TablePage, window: MainWindow) -> None:
    """As with what is typed: a row does not vanish under the hands of whoever is typing in it."""
    tick(menu_of(page, "reserve"), "0.00")
    editing.edit(window.desk, page.records.rows[0], "reserve", "5")
    assert len(page.records.rows) == 1
    row = window.desk.rows(Filing)[0]
    window.desk.apply(Entry("edit", (Change(row, dataclasses.replace(row, reserve=0)),)))
    assert len(page.records.rows) == 1
