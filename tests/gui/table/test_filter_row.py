"""The row of filters: a field over every column, wherever the column goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.gui.helpers import table
from zhengzhou_desk.gui.table.table_page import TablePage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from zhengzhou_desk.gui.main_window import MainWindow


@pytest.fixture
def page(window: MainWindow) -> TablePage:
    made = table(window, "filings")
    made._toggle.setChecked(True)
    return made


def lies_over(page: TablePage, name: str) -> bool:
    """Whether a column's field begins where the column does."""
    number = page.records.column_of(name)
    head = page.grid.horizontalHeader()
    start = page.grid.verticalHeader().width() + page.grid.frameWidth()
    return page.row.edits[number].x() == start + head.sectionViewportPosition(number)


def test_what_is_typed_filters_after_a_short_wait(page: TablePage, qtbot: QtBot) -> None:
    edit = page.row.edits[page.records.column_of("reserve")]
    qtbot.keyClicks(edit, ">70000")
    qtbot.waitUntil(lambda: [row.unit_of for row in page.records.rows] == ["101004"])
    edit.clear()
    qtbot.waitUntil(lambda: len(page.records.rows) == 3)


def test_fields_follow_their_columns_when_these_are_moved_widened_and_scrolled(page: TablePage) -> None:
    head = page.grid.horizontalHeader()
    total, reserve = page.records.column_of("total"), page.records.column_of("reserve")
    assert lies_over(page, "reserve") and lies_over(page, "total")
    page.grid.setColumnWidth(total, 333)
    assert lies_over(page, "reserve") and page.row.edits[total].width() == 332
    head.moveSection(head.visualIndex(reserve), head.visualIndex(total))
    assert lies_over(page, "reserve") and lies_over(page, "total")
    assert page.row.edits[reserve].x() < page.row.edits[total].x()


def test_fields_under_the_frozen_columns_and_of_hidden_ones_are_not_seen(page: TablePage) -> None:
    frozen, reserve = page.row.edits[page.records.column_of("unit")], page.row.edits[page.records.column_of("reserve")]
    place = frozen.x()
    assert frozen.isVisible() and reserve.isVisible()
    bar = page.grid.horizontalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.maximum() > 0
    assert frozen.isVisible() and frozen.x() == place, "the first columns stay, and their fields with them"
    assert not page.row.edits[page.records.spec.frozen].isVisible(), "scrolled away below them"
    bar.setValue(0)
    page.grid.hide_columns(["reserve"])
    page.row.place()
    assert not reserve.isVisible()
