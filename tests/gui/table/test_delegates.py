"""Cell editors: what is chosen from the list of units goes into the cell as the code."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QComboBox, QLineEdit, QStyleOptionViewItem

from tests.gui.test_window import table
from zhengzhou_desk.gui.table.delegates import CellDelegate
from zhengzhou_desk.records import Account, Filing

if TYPE_CHECKING:
    from zhengzhou_desk.gui.main_window import MainWindow


@pytest.mark.parametrize("typed", ["101004 第二小学", "101004 ", "101004"])
def test_a_unit_offered_by_code_and_name_is_kept_by_its_code(window: MainWindow, typed: str) -> None:
    page = table(window, "accounts")
    delegate = CellDelegate(page.records, page)
    index = page.records.index(0, page.records.column_of("unit"))
    editor = delegate.createEditor(page.grid, QStyleOptionViewItem(), index)
    assert isinstance(editor, QLineEdit)
    delegate.setEditorData(editor, index)
    assert editor.text() == "101003"
    editor.setText(typed)
    delegate.setModelData(editor, page.records, index)
    assert window.desk.rows(Account)[0].unit == "101004"


def test_an_editor_left_as_it_was_is_no_step(window: MainWindow) -> None:
    page = table(window, "filings")
    delegate = CellDelegate(page.records, page)
    steps = len(window.desk.journal())
    for column in ("reserve", "state", "first_filed", "platform_note"):
        index = page.records.index(1, page.records.column_of(column))
        editor = delegate.createEditor(page.grid, QStyleOptionViewItem(), index)
        delegate.setEditorData(editor, index)
        delegate.setModelData(editor, page.records, index)
        if column == "state":
            assert isinstance(editor, QComboBox)
            assert editor.currentText() == "已确认"
    assert len(window.desk.journal()) == steps
    assert window.desk.rows(Filing)[1].reserve == 6_000_000
