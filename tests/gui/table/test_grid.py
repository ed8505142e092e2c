"""The grid: what is summed is what is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.gui.helpers import choose, table
from zhengzhou_desk.gui.actions import edit as edits
from zhengzhou_desk.gui.main_window import MainWindow
from zhengzhou_desk.gui.system import ask
from zhengzhou_desk.records import Filing, Unit

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_columns_that_are_hidden_are_not_summed(window: MainWindow) -> None:
    page = table(window, "filings")
    choose(page, 1, "total", 2, "reserve")
    total = page.records.column_of("total")
    *_, whole = page.grid.summing()
    assert whole == (4, 4, 174_000_000)
    page.grid.setColumnHidden(total, True)
    choose(page, 1, "total", 2, "reserve")
    *_, seen = page.grid.summing()
    assert seen == (2, 2, 14_000_000)


def test_blocks_go_out_and_come_in_as_spreadsheets_write_them(window: MainWindow) -> None:
    page = table(window, "filings")
    choose(page, 1, "total", 2, "reserve")
    page.grid.copy()
    assert QGuiApplication.clipboard().text() == "800000.00\t60000.00\r\n800000.00\t80000.00\r\n"
    QGuiApplication.clipboard().setText("900000\t9万元\r\n700,000\t70000\r\n")
    page.grid.paste()
    assert [(row.total, row.reserve) for row in window.desk.rows(Filing)[1:]] == [
        (90_000_000, 9_000_000),
        (70_000_000, 7_000_000),
    ]
    window.desk.undo()
    assert [row.reserve for row in window.desk.rows(Filing)[1:]] == [6_000_000, 8_000_000]


def test_a_paste_with_bad_cells_takes_the_good_after_asking(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = table(window, "filings")
    asked = []
    monkeypatch.setattr(
        ask, "yes", lambda parent, question, details="", **more: asked.append((question, details)) or True
    )
    choose(page, 1, "reserve", 1, "reserve")
    QGuiApplication.clipboard().setText("三万\n81000\n")
    page.grid.paste()
    assert "1 格放不进去" in asked[0][0]
    assert "不是金额" in asked[0][1]
    assert [row.reserve for row in window.desk.rows(Filing)[1:]] == [6_000_000, 8_100_000]


def test_fill_clear_and_undo_are_single_steps(window: MainWindow) -> None:
    page = table(window, "filings")
    lines = len(window.desk.journal())
    choose(page, 1, "reserve", 2, "reserve")
    page.grid.fill_down()
    assert [row.reserve for row in window.desk.rows(Filing)[1:]] == [6_000_000, 6_000_000]
    choose(page, 1, "total", 2, "reserve")
    page.grid.clear_cells()
    assert [(row.total, row.reserve) for row in window.desk.rows(Filing)[1:]] == [(None, None)] * 2
    assert len(window.desk.journal()) == lines + 2
    edits.undo(window)
    edits.undo(window)
    assert [row.reserve for row in window.desk.rows(Filing)[1:]] == [6_000_000, 8_000_000]


def test_keys_move_as_in_a_spreadsheet(window: MainWindow, qtbot: QtBot) -> None:
    page = table(window, "filings")
    page.grid.go_to(0, page.records.column_of("total"))
    qtbot.keyClick(page.grid, Qt.Key.Key_Return)
    assert page.grid.currentIndex().row() == 1
    qtbot.keyClick(page.grid, Qt.Key.Key_Tab)
    assert page.grid.currentIndex().column() == page.records.column_of("reserve")
    qtbot.keyClick(page.grid, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert page.grid.currentIndex().row() == 0


def test_chinese_input_begins_an_edit(window: MainWindow, qtbot: QtBot) -> None:
    page = table(window, "units")
    page.grid.go_to(1, page.records.column_of("name"))
    event = QInputMethodEvent()
    event.setCommitString("实验小学")
    QApplication.sendEvent(page.grid, event)
    editor = page.grid.viewport().findChild(QLineEdit)
    assert editor is not None
    assert editor.text() == "实验小学"
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.desk.rows(Unit)[1].name == "实验小学")


def test_removing_names_what_depends(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    page = table(window, "units")
    asked = []
    monkeypatch.setattr(ask, "yes", lambda parent, question, details="", **more: asked.append(details) or True)
    choose(page, 1, "code", 1, "code")
    page.grid.remove_rows()
    assert "填报中有 2 行" in asked[0]
    assert window.desk.unit("101003") is None
    edits.undo(window)
    assert window.desk.unit("101003") is not None
