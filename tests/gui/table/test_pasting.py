"""Blocks of cells: what is chosen is what is changed, what does not fit is said first, many rows are one step."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QProgressDialog

from tests.books import unit
from zhengzhou_desk.gui.actions import edit
from zhengzhou_desk.gui.system import ask
from zhengzhou_desk.gui.table.delegates import AmountEdit
from zhengzhou_desk.gui.table.tab import RecordTab
from zhengzhou_desk.gui.table.table_page import TablePage
from zhengzhou_desk.gui.widgets import clipboard
from zhengzhou_desk.records import Change, Entry, Filing, Purchase, Unit
from zhengzhou_desk.services import editing, years

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from zhengzhou_desk.gui.main_window import MainWindow

_FLAG = QItemSelectionModel.SelectionFlag


def table(window: MainWindow, name: str) -> TablePage:
    window.show_tab(name)
    page = window.page
    assert isinstance(page, RecordTab)
    return page.table


def choose(page: TablePage, *cells: tuple[int, str], to: tuple[int, str] | None = None) -> None:
    """Chooses cells one by one with Ctrl, or the block from the one cell to another."""
    records, marked = page.records, page.grid.selectionModel()
    first = records.index(cells[0][0], records.column_of(cells[0][1]))
    marked.setCurrentIndex(first, _FLAG.ClearAndSelect)
    if to is not None:
        marked.select(QItemSelection(first, records.index(to[0], records.column_of(to[1]))), _FLAG.Select)
    for row, column in cells[1:]:
        marked.setCurrentIndex(records.index(row, records.column_of(column)), _FLAG.Select)


def clip(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def figures(window: MainWindow) -> list[tuple[int | None, int | None]]:
    """Total and reserve of the filings in whole yuan."""

    def yuan(fen: int | None) -> int | None:
        return None if fen is None else fen // 100

    return [(yuan(row.total), yuan(row.reserve)) for row in window.desk.rows(Filing)]


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every question is agreed to, and kept."""
    asked: list[str] = []
    monkeypatch.setattr(
        ask, "yes", lambda parent, question, details="", **more: asked.append(f"{question}\n{details}") or True
    )
    return asked


def filled(window: MainWindow) -> None:
    """Three more filings, so that there is something between."""
    more = [unit(f"10101{n}", f"第{n}中学") for n in range(3)]
    rows = [Filing(year=2024, unit=each.code, total=n * 100, reserve=n * 10 * 100) for n, each in enumerate(more, 1)]
    window.desk.apply(Entry("import", tuple(Change(None, row) for row in (*more, *rows)), ("test",)))


# -- only the chosen cells -------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["paste", "fill_down", "fill_selection", "clear_cells"])
def test_cells_chosen_one_by_one_are_changed_and_no_others(window: MainWindow, name: str) -> None:
    filled(window)
    page = table(window, "filings")
    before = figures(window)
    choose(page, (1, "reserve"), (4, "reserve"))
    clip("7000")
    getattr(page.grid, name)()
    after = figures(window)
    assert [row for row in range(len(after)) if before[row][1] != after[row][1]] == {
        "paste": [1, 4], "fill_down": [4], "fill_selection": [1], "clear_cells": [1, 4],
    }[name]  # fmt: skip
    assert [total for total, _ in after] == [total for total, _ in before]
    assert len(window.desk.journal(1)) == 1 and window.desk.journal(1)[0].name in ("paste", "fill", "clear")
    edit.undo(window)
    assert figures(window) == before


def test_cells_in_several_rows_and_columns_keep_what_lies_between(window: MainWindow) -> None:
    filled(window)
    page = table(window, "filings")
    choose(page, (1, "total"), (3, "reserve"), (5, "total"))
    clip("7000")
    before = figures(window)
    page.grid.paste()
    before[1], before[3], before[5] = (7000, before[1][1]), (before[3][0], 7000), (7000, before[5][1])
    assert figures(window) == before
    page.grid.fill_down()
    assert figures(window)[3] == (before[3][0], before[2][1]), "a single cell takes what stands above it"
    assert figures(window)[5][0] == 7000
    choose(page, (2, "total"), (2, "reserve"))
    page.grid.copy()
    assert QGuiApplication.clipboard().text() == "800000.00\t80000.00\r\n"


def test_the_frozen_columns_are_the_same_cells(window: MainWindow) -> None:
    filled(window)
    page = table(window, "units")
    names = [row.name for row in window.desk.rows(Unit)]
    frozen = page.grid.frozen
    column = page.records.column_of("name")
    assert column < page.records.spec.frozen
    frozen.selectionModel().setCurrentIndex(page.records.index(1, column), _FLAG.ClearAndSelect)
    frozen.selectionModel().setCurrentIndex(page.records.index(4, column), _FLAG.Select)
    clip("同名学校")
    page.grid.paste()
    assert [row for row, each in enumerate(window.desk.rows(Unit)) if each.name != names[row]] == [1, 4]


def test_a_block_for_several_places_is_refused_with_a_sentence(window: MainWindow) -> None:
    page = table(window, "filings")
    before = figures(window)
    choose(page, (0, "total"), (2, "total"))
    clip("1\n2")
    page.grid.paste()
    assert "只能往里粘贴一个值" in window.bar.label.text()
    choose(page, (0, "total"), (2, "reserve"))
    clip("x")
    page.grid.cut()
    assert "不能一起复制" in window.bar.label.text()
    assert figures(window) == before, "what was not copied is not cut"
    assert clipboard.text() == "x"


def test_a_block_fills_a_place_it_fits_and_asks_where_it_does_not(window: MainWindow, said: list[str]) -> None:
    page = table(window, "filings")
    choose(page, (0, "total"), to=(2, "reserve"))
    clip("900\t90")
    page.grid.paste()
    assert figures(window) == [(900, 90)] * 3
    assert not said
    clip("1\t2\n3\t4")
    page.grid.paste()
    assert "2 行 × 2 列，选中的是 3 行 × 2 列" in said[0]
    assert figures(window) == [(1, 2), (3, 4), (900, 90)]
    choose(page, (1, "total"))
    clip("5\t6\n7\t8")
    page.grid.paste()
    assert len(said) == 1
    assert figures(window) == [(1, 2), (5, 6), (7, 8)]


def test_what_cannot_be_changed_is_said_before_anything_is(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, said: list[str]
) -> None:
    page = table(window, "filings")
    head = window.desk.store.head
    for name in ("paste", "clear_cells"):
        choose(page, (1, "=state"), (2, "=state"))
        clip("达标了")
        getattr(page.grid, name)()
        assert "审核结果" in window.bar.label.text()
    assert window.desk.store.head == head
    asked: list[str] = []
    monkeypatch.setattr(ask, "yes", lambda parent, question, details="", **more: bool(asked.append(question + details)))
    choose(page, (1, "reserve"), (1, "=state"))
    page.grid.clear_cells()
    assert "有 1 格放不进去" in asked[0] and "审核结果" in asked[0]
    assert window.desk.store.head == head, "nothing is done before it is agreed to"
    # A block that was copied from here and comes back says nothing new, so nothing is asked.
    for _ in range(2):
        choose(page, (1, "unit"), to=(2, "=progress"))
        page.grid.copy()
        page.grid.paste()
        assert len(asked) == 1
        assert window.desk.store.head == head
        edit.wan(window)


def test_a_clipboard_without_text_clears_nothing(window: MainWindow) -> None:
    page = table(window, "filings")
    before = figures(window)
    choose(page, (1, "reserve"))
    QGuiApplication.clipboard().clear()
    page.grid.paste()
    assert figures(window) == before
    assert "没有文字" in window.bar.label.text()
    clip("\r\n")
    page.grid.paste()
    assert window.desk.rows(Filing)[1].reserve is None, "a blank cell that was copied"


def test_a_year_that_is_closed_takes_nothing_and_says_so(window: MainWindow) -> None:
    years.close_year(window.desk, 2024)
    page = table(window, "filings")
    head = window.desk.store.head
    choose(page, (1, "reserve"))
    clip("1")
    for name in ("paste", "clear_cells", "fill_down", "fill_selection"):
        window.bar.label.clear()
        getattr(page.grid, name)()
        assert "只能查看" in window.bar.label.text(), name
    assert window.desk.store.head == head


def test_hidden_columns_and_rows_out_of_sight_stay_as_they_are(window: MainWindow, said: list[str]) -> None:
    filled(window)
    page = table(window, "filings")
    page.grid.hide_columns(["reserve"])
    reserves = [reserve for _, reserve in figures(window)]
    choose(page, (1, "total"), to=(3, "union_plan"))
    clip("5")
    page.grid.paste()
    assert [reserve for _, reserve in figures(window)] == reserves
    assert "算出来的" in said[0]
    page.grid.hide_columns([])
    page.records.condition("unit", "1010")
    shown = [row.id for row in page.records.rows]
    page.grid.selectAll()
    choose(page, (0, "reserve"), to=(len(shown) - 1, "reserve"))
    clip("6")
    page.grid.paste()
    assert {row.id for row in window.desk.rows(Filing) if row.reserve == 600} == set(shown)


# -- new rows ----------------------------------------------------------------------------------------


def orders(count: int, start: int = 0) -> str:
    return "\n".join(f"N{n}\t2024-03-05\t101003\t\t\t食堂\t{n + 1}.50\t832平台" for n in range(start, start + count))


def at_the_end(page: TablePage) -> None:
    choose(page, (len(page.records.rows), page.records.columns[0].name))


def test_rows_pasted_at_the_end_are_one_step(window: MainWindow, said: list[str]) -> None:
    page = table(window, "purchases")
    assert [column.name for column in page.records.columns][:6] == [
        "number",
        "day",
        "buyer",
        "=unit_name",
        "=counts_for",
        "kind",
    ]
    lines = len(window.desk.journal())
    at_the_end(page)
    clip(orders(40))
    page.grid.paste()
    assert not said
    assert len(window.desk.journal()) == lines + 1
    assert [row.amount for row in window.desk.rows(Purchase)[2:]] == [n * 100 + 150 for n in range(40)]
    assert "已新增 40 行" in window.bar.label.text()
    edit.undo(window)
    assert len(window.desk.rows(Purchase)) == 2
    edit.redo(window)
    assert len(window.desk.rows(Purchase)) == 42


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        ("N7\t2024-03-05\t101003\t\t\t食堂\t三元\t832平台", "要新增的第 4 行：“金额”‘三元’不是金额"),
        ("\t2024-03-05\t101003\t\t\t食堂\t3\t832平台", "要新增的第 4 行：“订单号”不能空着"),
        ("N1\t2024-03-05\t101003\t\t\t食堂\t3\t832平台", "要新增的第 4 行：“采购”中已有 N1"),
        ("A1\t2024-03-05\t101003\t\t\t食堂\t3\t832平台", "要新增的第 4 行：“采购”中已有 A1"),
    ],
)
def test_one_bad_row_keeps_all_of_them_out_and_is_named(window: MainWindow, bad: str, reason: str) -> None:
    page = table(window, "purchases")
    head = window.desk.store.head
    at_the_end(page)
    clip("\n".join((orders(3), bad, orders(3, 4))))
    page.grid.paste()
    assert window.desk.store.head == head
    assert "整块没有放入" in window.bar.label.text()
    assert reason in window.bar.label.text()


def test_a_block_over_the_last_rows_changes_and_adds_in_one_step(window: MainWindow) -> None:
    page = table(window, "units")
    lines = len(window.desk.journal())
    choose(page, (2, "code"))
    clip("101004\t改名小学\n101005\t第三小学\n\t\n101006\t第四小学\n")
    page.grid.paste()
    assert [(row.code, row.name) for row in window.desk.rows(Unit)][2:] == [
        ("101004", "改名小学"),
        ("101005", "第三小学"),
        ("101006", "第四小学"),
    ]
    assert len(window.desk.journal()) == lines + 1
    edit.undo(window)
    assert [(row.code, row.name) for row in window.desk.rows(Unit)][2:] == [("101004", "第二小学")]


def test_a_block_that_runs_over_the_end_without_what_a_row_must_have(window: MainWindow, said: list[str]) -> None:
    page = table(window, "filings")
    choose(page, (2, "reserve"))
    clip("1\n2\n3")
    page.grid.paste()
    assert "2 格在表格以外" in said[0]
    assert figures(window)[2] == (800_000, 1)
    head = window.desk.store.head
    choose(page, (3, "reserve"))
    page.grid.paste()
    assert "必须有：单位编码" in window.bar.label.text()
    assert window.desk.store.head == head


def test_one_value_on_the_blank_row_is_typed_into_it(window: MainWindow) -> None:
    page = table(window, "units")
    choose(page, (3, "code"))
    clip("101005")
    page.grid.paste()
    assert window.desk.unit("101005") is not None


def test_fifty_thousand_rows_are_looked_at_and_written_elsewhere(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The window has its turns, nobody is told before the end, it is one step, and it can be called off while it is looked at."""
    from zhengzhou_desk.services import editing

    threads: set[object] = set()
    real = editing.parse_record
    monkeypatch.setattr(
        editing, "parse_record", lambda cls, given: (threads.add(threading.current_thread()), real(cls, given))[1]
    )
    page = table(window, "purchases")
    head, lines = window.desk.store.head, len(window.desk.journal())
    at_the_end(page)
    clip(orders(50_000))
    page.grid.paste()
    waiting = window.findChild(QProgressDialog)
    assert isinstance(waiting, QProgressDialog)
    waiting.canceled.emit()
    qtbot.waitUntil(lambda: not window.desk.is_being_read, timeout=60_000)
    qtbot.waitUntil(lambda: window.findChild(QProgressDialog) is None)
    assert window.desk.store.head == head
    page.grid.paste()
    assert window.desk.is_being_read and not threads & {threading.main_thread()}
    qtbot.waitUntil(lambda: not window.desk.is_paused and len(window.desk.rows(Purchase)) == 50_002, timeout=120_000)
    assert threads and not threads & {threading.main_thread()}
    assert len(window.desk.journal()) == lines + 1
    assert len(page.records.rows) == 50_002
    edit.undo(window)
    qtbot.waitUntil(lambda: not window.desk.is_paused and len(window.desk.rows(Purchase)) == 2, timeout=120_000)


# -- the unit that is shown ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "fen"),
    [
        ("6.5", 6_500_000),
        ("６．５", 6_500_000),
        ("0.000001", 1),
        ("6.5元", 650),
        ("6.5万", 6_500_000),
        ("1,234.5", 1_234_500_000),
        ("0.001亿", 10_000_000),
    ],
)
def test_what_is_typed_or_pasted_has_the_unit_that_is_shown(window: MainWindow, typed: str, fen: int) -> None:
    page = table(window, "filings")
    edit.wan(window)
    index = page.records.index(1, page.records.column_of("reserve"))
    assert page.records.setData(index, typed)
    assert window.desk.rows(Filing)[1].reserve == fen
    choose(page, (2, "reserve"))
    clip(typed)
    page.grid.paste()
    assert window.desk.rows(Filing)[2].reserve == fen
    edit.wan(window)
    if typed[-1].isdigit():
        assert page.records.setData(index, typed) == (typed != "0.000001")


def test_an_edit_that_changes_nothing_in_ten_thousands_changes_nothing(window: MainWindow, qtbot: QtBot) -> None:
    page = table(window, "filings")
    editing.edit(window.desk, window.desk.rows(Filing)[1], "reserve", "123456.78")
    edit.wan(window)
    head = window.desk.store.head
    index = page.records.index(1, page.records.column_of("reserve"))
    page.grid.setCurrentIndex(index)
    page.grid.edit(index)
    editor = page.grid.viewport().findChild(AmountEdit)
    assert editor is not None
    assert (editor.text(), editor.unit) == ("12.345678", "万元")
    assert "按万元计" in editor.accessibleDescription()
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert window.desk.store.head == head
    page.records.setData(index, "12.3456789")
    assert "精确到分以下" in window.bar.label.text()
    assert window.desk.store.head == head
    edit.wan(window)
    qtbot.waitUntil(lambda: page.grid.viewport().findChild(AmountEdit) is None)
    page.grid.edit(index)
    editor = page.grid.viewport().findChild(AmountEdit)
    assert editor is not None
    assert editor.unit == "元"


def test_what_is_copied_comes_back_the_same_whatever_is_shown(window: MainWindow) -> None:
    page = table(window, "filings")
    editing.edit(window.desk, window.desk.rows(Filing)[1], "reserve", "65000.01")
    for copied_in_wan in (True, False):
        for pasted_in_wan in (True, False):
            page.records.show_in_wan(wan=copied_in_wan)
            choose(page, (1, "total"), to=(1, "reserve"))
            page.grid.copy()
            assert QGuiApplication.clipboard().text() == (
                "80.00\t6.500001\r\n" if copied_in_wan else "800000.00\t65000.01\r\n"
            )
            page.records.show_in_wan(wan=pasted_in_wan)
            editing.edit(window.desk, window.desk.rows(Filing)[2], "reserve", "1元")
            choose(page, (2, "total"))
            page.grid.paste()
            assert (window.desk.rows(Filing)[2].total, window.desk.rows(Filing)[2].reserve) == (80_000_000, 6_500_001)


def test_filling_and_new_rows_in_ten_thousands(window: MainWindow) -> None:
    filled(window)
    page = table(window, "filings")
    edit.wan(window)
    choose(page, (1, "reserve"), to=(3, "reserve"))
    page.grid.fill_down()
    assert [row.reserve for row in window.desk.rows(Filing)[1:4]] == [6_000_000] * 3
    choose(page, (2, "total"), (4, "reserve"))
    page.grid.fill_selection()
    assert (window.desk.rows(Filing)[2].total, window.desk.rows(Filing)[4].reserve) == (2_000, 2_000)
    window.desk.apply(Entry("import", (Change(None, unit("101020")), Change(None, unit("101021"))), ("test",)))
    last = len(page.records.rows)
    choose(page, (last, "unit"))
    clip("101020\t\t80\t8")
    page.grid.paste()
    assert (window.desk.rows(Filing)[-1].total, window.desk.rows(Filing)[-1].reserve) == (80_000_000, 8_000_000)
    # Typed into the blank row by hand, and the display changed before the row is whole.
    put = page.records.setData
    put(page.records.index(last + 1, page.records.column_of("reserve")), "9")
    edit.wan(window)
    put(page.records.index(last + 1, page.records.column_of("unit")), "101021")
    assert window.desk.rows(Filing)[-1].reserve == 9_000_000


def test_filters_have_the_unit_that_is_shown(window: MainWindow) -> None:
    page = table(window, "filings")
    page.records.show_conditions({"reserve": ">=8"})
    assert len(page.records.rows) == 2
    edit.wan(window)
    assert [row.unit_of for row in page.records.rows] == ["101004"]
    for condition in (">7", "7~9", "8.00", ">70000元"):
        page.records.show_conditions({"reserve": condition})
        assert [row.unit_of for row in page.records.rows] == ["101004"], condition
    page.records.show_conditions({"=ratio": "<10%"})
    assert [row.unit_of for row in page.records.rows] == ["101003"]


# -- quotes on the clipboard -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ('"十四五"示范校\t1\n甲\t2', [['"十四五"示范校', "1"], ["甲", "2"]]),
        ('"未闭合\t1\n甲\t2\n乙\t3', [['"未闭合', "1"], ["甲", "2"], ["乙", "3"]]),
        ('甲"乙"\t5"', [['甲"乙"', '5"']]),
        ('"全名"\t1', [['"全名"', "1"]]),
        ('"两\n行"\t1\r\n甲\t2\r\n', [["两\n行", "1"], ["甲", "2"]]),
        ('1\t"他说""好"""', [["1", '他说"好"']]),
        ('"a\tb"', [["a\tb"]]),
        ("", [[""]]),
        ("\t", [["", ""]]),
    ],
)
def test_quotes_count_only_where_spreadsheets_write_them(text: str, rows: list[list[str]]) -> None:
    assert clipboard.read(text) == rows


@pytest.mark.parametrize(
    "cell", ['"十四五"示范校', '"未闭合', '"', '""', '"全名"', '说"好"', "一\n二", 'a\tb"', '"x\n"y', " 空 ", ""]
)
def test_what_we_write_we_read_again(cell: str) -> None:
    rows = [["甲", cell], [cell, cell], [cell, "乙"]]
    assert clipboard.read(clipboard.written(rows)) == rows


@pytest.mark.parametrize("answer", [0, 1, None])
def test_quotes_that_join_lines_are_asked_about(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, answer: int | None, said: list[str]
) -> None:
    asked: list[list[str]] = []
    monkeypatch.setattr(ask, "choice", lambda parent, title, question, options: (asked.append(options), answer)[1])
    page = table(window, "units")
    choose(page, (0, "name"))
    clip('"甲\n乙"')
    head = window.desk.store.head
    page.grid.paste()
    assert "1 行 × 1 列" in asked[0][0] and "2 行 × 1 列" in asked[0][1]
    names: Any = [row.name for row in window.desk.rows(Unit)][:2]
    assert names == {0: ["甲 乙", "金水第一小学"], 1: ['"甲', '乙"'], None: ["教育局", "金水第一小学"]}[answer]
    assert (window.desk.store.head == head) == (answer is None)


def test_names_with_quotes_go_out_and_come_in_unasked(window: MainWindow) -> None:
    page = table(window, "units")
    for name in ('"十四五"示范校', '"未闭合'):
        editing.edit(window.desk, window.desk.rows(Unit)[0], "name", name)
        choose(page, (0, "name"))
        page.grid.copy()
        choose(page, (1, "name"))
        page.grid.paste()
        assert window.desk.rows(Unit)[1].name == name


# -- cutting ---------------------------------------------------------------------------------------


def test_what_is_cut_stays_until_it_is_pasted_and_moves_as_one_step(window: MainWindow) -> None:
    page = table(window, "filings")
    before, lines = figures(window), len(window.desk.journal())
    choose(page, (1, "total"), to=(1, "reserve"))
    page.grid.cut()
    assert figures(window) == before and "已剪切 2 格" in window.bar.label.text()
    choose(page, (0, "total"))
    page.grid.paste()
    assert figures(window) == [before[1], (None, None), before[2]]
    assert len(window.desk.journal()) == lines + 1
    window.desk.undo()
    assert figures(window) == before


def test_pasted_again_or_given_up_it_is_only_copied(window: MainWindow) -> None:
    page = table(window, "filings")
    before = figures(window)
    choose(page, (1, "total"))
    page.grid.cut()
    page._escape()
    assert "取消剪切" in window.bar.label.text()
    choose(page, (2, "total"))
    page.grid.paste()
    assert figures(window)[1] == before[1], "given up: it stays"
    page.grid.cut()
    choose(page, (0, "total"))
    page.grid.paste()
    choose(page, (1, "total"))
    page.grid.paste()
    assert figures(window)[0][0] == figures(window)[1][0] == before[1][0], "the second time there is nothing to empty"


def test_a_move_over_its_own_place_keeps_what_lies_there(window: MainWindow) -> None:
    page = table(window, "filings")
    before = figures(window)
    choose(page, (1, "reserve"), to=(2, "reserve"))
    page.grid.cut()
    choose(page, (0, "reserve"))
    page.grid.paste()
    assert [reserve for _, reserve in figures(window)] == [before[1][1], before[2][1], None]


def test_a_move_that_does_not_fit_moves_nothing(window: MainWindow) -> None:
    page = table(window, "filings")
    before = figures(window)
    choose(page, (1, "total"), to=(1, "reserve"))
    page.grid.cut()
    choose(page, (1, "=last_year"))
    page.grid.paste()
    assert figures(window) == before and "没有移动" in window.bar.label.text()
    units = table(window, "units")
    names = [row.name for row in window.desk.rows(Unit)]
    choose(units, (1, "code"))
    units.grid.cut()
    choose(units, (1, "name"))
    units.grid.paste()
    assert [row.name for row in window.desk.rows(Unit)] == names, "a code cannot be emptied"


def test_what_was_cut_before_another_step_or_is_hidden_now_is_refused(window: MainWindow) -> None:
    page = table(window, "filings")
    choose(page, (1, "total"))
    page.grid.cut()
    page.records.condition("unit", "101004")
    choose(page, (0, "total"))
    before = figures(window)
    page.grid.paste()
    assert figures(window) == before and "被筛选隐藏" in window.bar.label.text()
    page.records.condition("unit", "")
    editing.edit(window.desk, window.desk.rows(Filing)[2], "total", "5")
    choose(page, (0, "total"))
    before = figures(window)
    page.grid.paste()
    assert figures(window) == before and "改动过" in window.bar.label.text()
