"""The grid: what is summed is what is seen, keys do what they do in a spreadsheet, columns stay as they were arranged."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.gui.helpers import choose, table
from zhengzhou_desk.gui.actions import edit as edits
from zhengzhou_desk.gui.main_window import MainWindow
from zhengzhou_desk.gui.pages.unit import UnitPage
from zhengzhou_desk.gui.system import ask
from zhengzhou_desk.gui.table.table_page import TablePage
from zhengzhou_desk.records import Change, Entry, Filing, Unit
from zhengzhou_desk.services import editing

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


# -- keys ------------------------------------------------------------------------------------------


def test_keys_copy_cut_paste_fill_and_clear(window: MainWindow, qtbot: QtBot) -> None:
    page = table(window, "filings")
    control, grid = Qt.KeyboardModifier.ControlModifier, page.grid

    def reserves() -> list[int | None]:
        return [row.reserve for row in window.desk.rows(Filing)[1:]]

    choose(page, 1, "reserve", 1, "reserve")
    qtbot.keyClick(grid, Qt.Key.Key_C, control)
    assert QGuiApplication.clipboard().text() == "60000.00\r\n"
    choose(page, 2, "reserve", 2, "reserve")
    qtbot.keyClick(grid, Qt.Key.Key_V, control)
    assert reserves() == [6_000_000, 6_000_000]
    choose(page, 1, "reserve", 1, "reserve")
    qtbot.keyClick(grid, Qt.Key.Key_X, control)
    assert reserves() == [6_000_000, 6_000_000], "what is cut stays until it is pasted"
    choose(page, 2, "reserve", 2, "reserve")
    qtbot.keyClick(grid, Qt.Key.Key_V, control)
    assert reserves() == [None, 6_000_000]
    edits.undo(window)
    qtbot.keyClick(grid, Qt.Key.Key_Delete)
    assert reserves() == [6_000_000, None]
    qtbot.keyClick(grid, Qt.Key.Key_D, control)
    assert reserves() == [6_000_000, 6_000_000], "a single cell takes what stands above it"
    choose(page, 1, "reserve", 2, "reserve")
    qtbot.keyClick(grid, Qt.Key.Key_Delete)
    assert reserves() == [None, None]
    edits.undo(window)
    window.desk.apply(editing_step(window))
    choose(page, 1, "reserve", 2, "reserve")
    qtbot.keyClick(grid, Qt.Key.Key_Return, control)
    assert reserves() == [7_000_000, 7_000_000], "all chosen cells take what the current one holds"


def editing_step(window: MainWindow) -> Entry:
    """The first unit's reserve becomes 70,000 yuan."""
    row = window.desk.rows(Filing)[1]
    return Entry("edit", (Change(row, dataclasses.replace(row, reserve=7_000_000)),), ("test",))


def test_enter_stays_within_the_table(window: MainWindow, qtbot: QtBot) -> None:
    page = table(window, "filings")
    page.grid.go_to(0, page.records.column_of("total"))
    qtbot.keyClick(page.grid, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert page.grid.currentIndex().row() == 0
    for _ in range(6):
        qtbot.keyClick(page.grid, Qt.Key.Key_Enter)
    assert page.grid.currentIndex().row() == 3, "the blank row is the last one"


def test_alt_enter_and_a_double_click_open_the_unit_and_the_blank_row_opens_nothing(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(UnitPage, "exec", lambda self: opened.append(self.windowTitle()) or 0)
    page = table(window, "filings")
    name = page.records.column_of("=unit_name")
    for row in (1, 3):
        page.grid.go_to(row, name)
        qtbot.keyClick(page.grid, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
        page.grid.doubleClicked.emit(page.records.index(row, name))
    assert opened == ["101003 金水第一小学"] * 2


def test_enter_after_typing_keeps_the_value_and_goes_down(window: MainWindow, qtbot: QtBot) -> None:
    page = table(window, "filings")
    page.grid.go_to(1, page.records.column_of("reserve"))
    qtbot.keyClick(page.grid, Qt.Key.Key_7)
    editor = page.grid.viewport().findChild(QLineEdit)
    assert editor is not None
    qtbot.keyClicks(editor, "1000")
    editor.grab()  # the unit at its end is painted
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.desk.rows(Filing)[1].reserve == 7_100_000)
    assert page.grid.currentIndex().row() == 2


def test_chinese_input_where_nothing_can_be_typed_begins_no_edit(window: MainWindow) -> None:
    page = table(window, "filings")
    page.grid.go_to(1, page.records.column_of("=unit_name"))
    event = QInputMethodEvent()
    event.setCommitString("实验小学")
    QApplication.sendEvent(page.grid, event)
    assert page.grid.viewport().findChild(QLineEdit) is None


# -- columns ---------------------------------------------------------------------------------------


def shown_order(page: TablePage) -> list[str]:
    return [page.records.columns[number].name for number in page.grid.seen_columns()]


def test_columns_moved_and_widened_are_so_again_next_time(window: MainWindow, qtbot: QtBot) -> None:
    page = table(window, "filings")
    head = page.grid.horizontalHeader()
    reserve, total = (page.records.column_of(name) for name in ("reserve", "total"))
    head.moveSection(head.visualIndex(reserve), head.visualIndex(total))
    page.grid.setColumnWidth(total, 222)
    qtbot.waitUntil(lambda: "columns.filing" in window.settings._path.read_text(encoding="utf-8"))
    wanted = shown_order(page)
    assert wanted.index("reserve") < wanted.index("total")
    window.apply_look()
    page = table(window, "filings")
    assert shown_order(page) == wanted
    assert page.grid.columnWidth(total) == 222
    assert shown_order(table(window, "units")) == [column.name for column in table(window, "units").records.columns]


def test_the_first_columns_stay_first(window: MainWindow) -> None:
    page = table(window, "filings")
    before = shown_order(page)
    head = page.grid.horizontalHeader()
    head.moveSection(0, 5)
    assert shown_order(page) == before
    head.moveSection(6, 1)
    assert shown_order(page) == before


@pytest.mark.parametrize(
    "kept",
    [
        {"order": 7, "widths": 7},
        {"order": ["reserve", "total"], "widths": {"total": "wide"}},
        {"order": ["没有的列"], "widths": {"total": 100_000}},
        {},
    ],
)
def test_widths_and_orders_that_nobody_can_have_made_are_not_taken(window: MainWindow, kept: dict[str, object]) -> None:
    page = table(window, "filings")
    total = page.records.column_of("total")
    order, width = shown_order(page), page.grid.columnWidth(total)
    window.settings.put("columns.filing", kept)
    window.apply_look()
    page = table(window, "filings")
    assert shown_order(page) == order
    assert page.grid.columnWidth(total) == width


def test_a_click_on_a_head_sorts_and_with_shift_sorts_within(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = table(window, "filings")

    def reserves() -> list[int | None]:
        return [row.cell("reserve") for row in page.records.rows]  # type: ignore[misc]

    head = page.grid.horizontalHeader()
    head.sectionClicked.emit(page.records.column_of("reserve"))
    assert reserves() == [6_000_000, 8_000_000, None]
    head.sectionClicked.emit(page.records.column_of("reserve"))
    assert reserves() == [8_000_000, 6_000_000, None], "who has filed nothing comes last either way"
    head.sectionClicked.emit(page.records.column_of("total"))
    assert page.records.sorting == [("total", False)]
    monkeypatch.setattr(QGuiApplication, "keyboardModifiers", lambda: Qt.KeyboardModifier.ShiftModifier)
    page.grid.frozen.horizontalHeader().sectionClicked.emit(page.records.column_of("unit"))
    assert page.records.sorting == [("total", False), ("unit", False)]
    assert page.records.headerData(page.records.column_of("unit"), Qt.Orientation.Horizontal).endswith(" ▲")


# -- rows ------------------------------------------------------------------------------------------


def test_a_new_row_is_typed_at_the_end(window: MainWindow) -> None:
    page = table(window, "filings")
    page.grid.new_row()
    present = page.grid.currentIndex()
    assert (present.row(), present.column()) == (3, page.records.column_of("unit"))


def test_removing_is_asked_and_who_thinks_better_of_it_keeps_the_rows(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = table(window, "filings")
    page.grid.clearSelection()
    page.grid.remove_rows()  # nothing is chosen: nothing is asked
    asked: list[str] = []
    monkeypatch.setattr(ask, "yes", lambda parent, question, *rest, **more: asked.append(question))
    choose(page, 1, "unit", 2, "unit")
    page.grid.remove_rows()
    assert asked == ["删除选中的 2 行吗？可以撤销。"]
    assert len(window.desk.rows(Filing)) == 3


def test_in_a_book_that_is_only_read_keys_change_nothing_and_say_so(window: MainWindow, qtbot: QtBot) -> None:
    path = window.desk.path
    window.welcome()
    window.open_book(path, writable=False)
    page = table(window, "filings")
    choose(page, 1, "reserve", 2, "reserve")
    for key, held in (
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier),
    ):
        window.bar.hide()
        qtbot.keyClick(page.grid, key, held)
        assert window.bar.label.text() == "现在只能查看，不能修改" and window.bar.isVisible()
    page.grid.remove_rows()
    page.grid.new_row()
    assert page.grid.currentIndex().row() == 1
    assert [row.reserve for row in window.desk.rows(Filing)[1:]] == [6_000_000, 8_000_000]


def test_without_a_cell_nothing_is_copied_filled_or_cleared(window: MainWindow) -> None:
    page = table(window, "filings")
    steps = len(window.desk.journal())
    QGuiApplication.clipboard().setText("9")
    page.grid.clearSelection()
    page.grid.setCurrentIndex(QModelIndex())
    assert not page.grid.copy()
    for job in (page.grid.paste, page.grid.fill_down, page.grid.fill_selection, page.grid.clear_cells, page.grid.cut):
        job()
    assert len(window.desk.journal()) == steps
    assert QGuiApplication.clipboard().text() == "9"


def test_a_zero_is_counted_as_filled_and_a_blank_is_not(window: MainWindow) -> None:
    page = table(window, "filings")
    choose(page, 0, "reserve", 2, "reserve")
    assert page.grid.sums() == (2, 2, 14_000_000), "who has no canteen has filed nothing"
    editing.edit(window.desk, window.desk.rows(Filing)[1], "reserve", "0")
    assert page.grid.sums() == (2, 2, 8_000_000)


def test_zoomed_with_the_wheel_in_every_table_and_next_time(window: MainWindow) -> None:
    grid = table(window, "filings").grid
    width, height = grid.columnWidth(3), grid.rowHeight(0)
    turned = QWheelEvent(
        QPointF(50, 50), QPointF(50, 50), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    for _ in range(3):
        QApplication.sendEvent(grid.viewport(), turned)
    assert window.settings.get("zoom", 100) == 130
    assert grid.rowHeight(0) > height and grid.columnWidth(3) == width * 13 // 10
    grid._keep_columns()
    other = table(window, "units").grid
    assert other.rowHeight(0) == grid.rowHeight(0)
    window.apply_look()  # makes every table anew
    QApplication.processEvents()
    assert abs(table(window, "filings").grid.columnWidth(3) - width * 13 // 10) <= 2
