"""Replacing in a column: counted first, in the rows that are shown, and one step of the journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialogButtonBox

from tests.gui.helpers import choose, table
from zhengzhou_desk.gui.dialogs.replace import ReplaceDialog
from zhengzhou_desk.records import Unit

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from zhengzhou_desk.gui.main_window import MainWindow


def replacing(window: MainWindow, qtbot: QtBot, tab: str, column: str) -> ReplaceDialog:
    page = table(window, tab)
    page.grid.go_to(0, page.records.column_of(column))
    dialog = ReplaceDialog(window, page)
    qtbot.addWidget(dialog)
    return dialog


def test_what_is_counted_is_replaced_in_one_step(window: MainWindow, qtbot: QtBot) -> None:
    dialog = replacing(window, qtbot, "units", "name")
    ok = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
    assert not ok.isEnabled(), "nothing is looked for yet"
    dialog.wanted.setText("小学")
    dialog.put.setText("学校")
    assert "2 处" in dialog.count.text()
    lines = len(window.desk.journal())
    ok.click()
    assert [row.name for row in window.desk.rows(Unit)] == ["教育局", "金水第一学校", "第二学校"]
    assert len(window.desk.journal()) == lines + 1
    window.desk.undo()
    assert window.desk.rows(Unit)[2].name == "第二小学"


def test_rows_that_a_filter_hides_are_left_alone(window: MainWindow, qtbot: QtBot) -> None:
    table(window, "units").records.condition("name", "第二")
    dialog = replacing(window, qtbot, "units", "name")
    dialog.wanted.setText("小学")
    assert "1 处" in dialog.count.text()


def test_amounts_are_not_replaced_as_text(window: MainWindow, qtbot: QtBot) -> None:
    dialog = replacing(window, qtbot, "filings", "reserve")
    dialog.wanted.setText("6")
    assert dialog.cells() == []


def test_only_the_marked_cells_are_replaced_where_some_are_marked(window: MainWindow, qtbot: QtBot) -> None:
    page = table(window, "units")
    choose(page, 0, "code", 1, "name")
    dialog = ReplaceDialog(window, page)
    qtbot.addWidget(dialog)
    dialog.wanted.setText("小学")
    dialog.put.setText("学校")
    assert "1 处" in dialog.count.text(), "of two that the column has"
    dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).click()
    assert [row.name for row in window.desk.rows(Unit)] == ["教育局", "金水第一学校", "第二小学"]
    assert [row.code for row in window.desk.rows(Unit)] == ["101", "101003", "101004"]
