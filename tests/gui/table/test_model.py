"""The table model: rows go where they belong, marks go when a warning is set aside."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from tests.gui.helpers import choose, put, rules, shows, table
from zhengzhou_desk.gui.main_window import MainWindow
from zhengzhou_desk.gui.system import ask
from zhengzhou_desk.gui.table.model import RecordModel
from zhengzhou_desk.gui.table.tab import RecordTab
from zhengzhou_desk.policy.facts import Ratio
from zhengzhou_desk.policy.parameters import INFO, WARNING
from zhengzhou_desk.records import Filing, Notice, Purchase, Unit, kinds
from zhengzhou_desk.services import dismissals, editing, years


def test_a_row_that_is_given_another_year_leaves_the_table_of_this_one(window: MainWindow) -> None:
    page = table(window, "filings")
    before = [row.unit_of for row in page.records.rows]
    assert put(page, 2, "year", "2022")
    assert [row.unit_of for row in page.records.rows] == before[:2]
    assert page.records.total == 2
    window.desk.undo()
    assert sorted(row.unit_of or "" for row in page.records.rows) == sorted(code or "" for code in before)


def test_a_warning_set_aside_leaves_no_mark_on_its_cell(window: MainWindow) -> None:
    page, desk = table(window, "filings"), window.desk
    found = next(one for one in desk.findings() if one.table == "filing" and one.severity in (WARNING, INFO))
    row = next(row for row in desk.rows(Filing) if row.id == found.id)
    alone = [one for one in desk.about(row) if one.column == found.column]
    marks = dict(page.records.marks(row))
    assert found.column in marks
    for one in alone:
        if one.severity in (WARNING, INFO):
            dismissals.dismiss(desk, one, "已核实")
    left = [one for one in alone if one.severity not in (WARNING, INFO)]
    assert page.records.marks(row).get(found.column, ("", ""))[0] == (left[0].severity if left else "")
    wording = desk.wording("zh")
    assert wording.message(found) not in page.records.marks(row).get(found.column, ("", ""))[1]


def test_a_closed_year_has_no_blank_row_to_type_into(window: MainWindow) -> None:
    page = table(window, "filings")
    rows = page.records.rowCount()
    years.close_year(window.desk, 2024)
    assert page.records.rowCount() == rows - 1
    assert not put(page, 1, "reserve", "1")


def test_filters_of_several_columns_hold_together_and_each_goes_by_itself(window: MainWindow) -> None:
    records = table(window, "filings").records
    records.condition("unit", "101003")
    assert [row.unit_of for row in records.rows] == ["101003"]
    records.condition("reserve", ">=80000")
    assert list(records.rows) == []
    records.condition("unit", "")
    assert [row.unit_of for row in records.rows] == ["101004"]
    records.condition("reserve", " ")
    assert len(records.rows) == records.total == 3


def test_a_second_column_sorts_within_the_first(window: MainWindow) -> None:
    records = table(window, "filings").records
    records.sort_by("total")
    records.sort_by("reserve", add=True)
    assert records.sorting == [("total", False), ("reserve", False)]
    assert [row.unit_of for row in records.rows] == ["101003", "101004", "101"], "blanks last"
    records.sort_by("reserve", add=True)
    assert [row.unit_of for row in records.rows][:2] == ["101004", "101003"]
    records.sort_by("unit")
    assert records.sorting == [("unit", False)]
    assert [row.unit_of for row in records.rows] == ["101", "101003", "101004"]


def test_every_table_passes_qt_s_own_examination(window: MainWindow, qtmodeltester: Any) -> None:
    for page in window.pages:
        if isinstance(page, RecordTab):
            for each in page.tables:
                qtmodeltester.check(each.records)


def test_an_edit_is_judged_at_once(window: MainWindow) -> None:
    page = table(window, "filings")
    assert "ratio" in rules(window)
    assert put(page, 1, "reserve", "8万元")
    assert shows(page, 1, "reserve") == "80,000.00"
    assert shows(page, 1, "=state") == "达标"
    assert "ratio" not in rules(window)
    window.desk.undo()
    assert shows(page, 1, "reserve") == "60,000.00"
    assert "ratio" in rules(window)


def test_a_refused_cell_keeps_its_value_says_why_and_stays_marked_until_left(window: MainWindow) -> None:
    page = table(window, "filings")
    page.grid.go_to(1, page.records.column_of("reserve"))
    head = window.desk.store.head
    assert not put(page, 1, "reserve", "三万")
    index = page.records.index(1, page.records.column_of("reserve"))
    assert window.desk.store.head == head
    assert shows(page, 1, "reserve") == "60,000.00"
    assert "不是金额" in page.records.data(index, Qt.ItemDataRole.ToolTipRole)
    assert window.bar.isVisible()
    assert "不是金额" in window.bar.label.text()
    page.grid.go_to(0, 0)
    assert "不是金额" not in str(page.records.data(index, Qt.ItemDataRole.ToolTipRole))


def test_cells_are_marked_where_findings_point(window: MainWindow) -> None:
    page = table(window, "filings")
    index = page.records.index(1, page.records.column_of("reserve"))
    assert page.records.data(index, Qt.ItemDataRole.DecorationRole) is not None
    assert "低于规定的10%" in page.records.data(index, Qt.ItemDataRole.ToolTipRole)


def test_the_blank_row_makes_a_record_once_it_may(window: MainWindow) -> None:
    page = table(window, "units")
    last = len(page.records.rows)
    assert put(page, last, "name", "第三小学")
    assert len(page.records.rows) == last
    assert put(page, last, "code", "101005")
    assert len(page.records.rows) == last + 1
    assert window.desk.unit("101005") == Unit(id=4, code="101005", name="第三小学")
    assert shows(page, last + 1, "name") == ""


def test_sorting_by_several_columns_and_in_ten_thousands(window: MainWindow) -> None:
    page = table(window, "filings")
    page.records.sort_by("total")
    page.records.sort_by("reserve", add=True)
    assert [row.unit_of for row in page.records.rows] == ["101003", "101004", "101"]
    page.records.show_in_wan(wan=True)
    assert shows(page, 0, "reserve") == "6.00"
    assert window.desk.rows(Filing)[1].reserve == 6_000_000
    assert kinds.in_wan(1_005) == "0.001005"


def test_ten_thousands_have_two_decimals_and_their_unit_in_the_head_and_are_edited_whole(window: MainWindow) -> None:
    page = table(window, "filings")
    editing.edit(window.desk, page.records.rows[1], "reserve", "65050.01")
    page.records.show_in_wan(wan=True)
    reserve = page.records.column_of("reserve")
    assert shows(page, 1, "reserve") == "6.51", "half up"
    cell = page.records.index(1, reserve)
    assert page.records.data(cell, Qt.ItemDataRole.EditRole) == "6.505001"
    heads = {
        column.name: str(page.records.headerData(number, Qt.Orientation.Horizontal))
        for number, column in enumerate(page.records.columns)
    }
    assert heads["reserve"].endswith("（万元）") and heads["=last_year"].endswith("（万元）")
    assert not any("万元" in heads[name] for name in ("unit", "=ratio", "=progress", "=state"))
    metrics = page.grid.horizontalHeader().fontMetrics()
    assert page.grid.columnWidth(reserve) > metrics.horizontalAdvance(heads["reserve"])
    page.records.show_in_wan(wan=False)
    assert shows(page, 1, "reserve") == "65,050.01"
    assert "万元" not in str(page.records.headerData(reserve, Qt.Orientation.Horizontal))
    assert [kinds.wan_shown(fen) for fen in (-5_000, -4_999, 0, 1_234_567_890_000)] == [
        "-0.01", "0.00", "0.00", "1,234,567.89",
    ]  # fmt: skip


def test_an_issued_row_is_read_only_but_for_the_note(issued: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    page = table(issued, "notices")
    before = issued.desk.rows(Notice)[0]
    for column in page.records.columns:
        index = page.records.index(0, page.records.column_of(column.name))
        assert bool(page.records.flags(index) & Qt.ItemFlag.ItemIsEditable) is (column.name == "note"), column.name
    number = page.records.index(0, page.records.column_of("number"))
    assert "先撤回，再另发" in page.records.data(number, Qt.ItemDataRole.ToolTipRole)
    assert put(page, 0, "note", "电话已通知")
    assert not put(page, 0, "number", "金水财购〔2024〕9号")
    assert "不能改动或删除" in issued.bar.label.text()
    monkeypatch.setattr(ask, "yes", lambda *given, **more: True)
    choose(page, 0, "number", 0, "rules")
    page.grid.clear_cells()
    QGuiApplication.clipboard().setText("金水财购〔2024〕9号")
    page.grid.paste()
    page.grid.fill_selection()
    page.grid.remove_rows()
    assert issued.desk.rows(Notice) == [before if before.note else issued.desk.rows(Notice)[0]]
    assert shows(page, 0, "number") == "金水财购〔2024〕1号"


def test_a_row_removed_while_a_filter_hides_it_is_gone_when_the_filter_is(window: MainWindow) -> None:
    page = table(window, "filings")
    page.records.show_quick("第二")
    editing.remove(window.desk, [row for row in window.desk.rows(Filing) if row.unit == "101003"])
    assert [row.unit_of for row in page.records.rows] == ["101004"] and page.records.total == 2
    page.records.show_quick("")
    assert [row.unit_of for row in page.records.rows] == ["101", "101004"]


def test_what_cannot_be_typed_into_the_blank_row_is_refused_and_the_rest_waits(window: MainWindow) -> None:
    page = table(window, "units")
    last = len(page.records.rows)
    assert put(page, last, "name", "第九小学")
    assert not put(page, last, "canteen", "有时")
    assert window.bar.isVisible()
    assert shows(page, last, "name") == "第九小学", "what was typed before is still there"
    assert not put(page, last, "code", "1" * 60), "no code is that long"
    assert len(window.desk.rows(Unit)) == last
    assert put(page, last, "code", "101009")
    assert len(window.desk.rows(Unit)) == last + 1
    assert shows(page, last + 1, "name") == ""


def test_a_filter_by_amount_means_the_unit_that_is_shown(window: MainWindow) -> None:
    page = table(window, "filings")
    page.records.condition("reserve", ">7")
    assert len(page.records.rows) == 2
    page.records.show_in_wan(wan=True)
    assert [row.unit_of for row in page.records.rows] == ["101004"], "7 is 70,000 yuan now"
    page.records.show_quick("没有")
    page.records.show_in_wan(wan=False)
    assert not page.records.rows


def test_there_is_nothing_beyond_the_table(window: MainWindow) -> None:
    records = table(window, "filings").records
    nowhere = records.index(99, 99)
    assert records.data(nowhere) is None and records.flags(nowhere) == Qt.ItemFlag.NoItemFlags
    assert not records.setData(nowhere, "1")
    assert not records.setData(records.index(1, records.column_of("=unit_name")), "改名"), "it is worked out"
    assert records.headerData(99, Qt.Orientation.Horizontal) is None
    assert records.headerData(3, Qt.Orientation.Vertical) == "＊"
    assert "必填" in records.data(records.index(3, records.column_of("unit")), Qt.ItemDataRole.ToolTipRole)


def _key(value: object, *, falling: bool) -> tuple[int, Any]:
    """Blanks last either way; numbers and shares by their size, everything else by its words."""
    if value is None:
        return (-1 if falling else 9, 0)
    if isinstance(value, Ratio):
        return (0, value.part / value.whole if value.whole else -1)
    return (0, value) if isinstance(value, int) else (1, str(value))


def assert_sorts(records: RecordModel, name: str) -> None:
    """Sorting by a column, both ways, gives the order of what the column says just now."""
    column, desk = records.columns[records.column_of(name)], records.window.desk
    records.sorting = []
    records.rearrange()
    before = list(records.rows)
    for falling in (False, True):
        records.sort_by(name)
        wanted = sorted(before, key=lambda row: _key(column.value(desk, row), falling=falling), reverse=falling)
        assert [row.id for row in records.rows] == [row.id for row in wanted], name


@pytest.mark.parametrize("tab", ["units", "filings", "spending", "purchases"])
def test_every_column_sorts_with_blanks_last_and_rows_alike_as_they_stood(busy: MainWindow, tab: str) -> None:
    records = table(busy, tab).records
    for column in records.columns:
        assert_sorts(records, column.name)


def test_a_measure_that_rows_were_sorted_by_follows_every_change(busy: MainWindow) -> None:
    page, desk = table(busy, "filings"), busy.desk
    records = page.records
    measures = [column.name for column in records.columns if column.measure is not None]

    def after(step: Callable[[], object]) -> None:
        step()
        for name in measures:
            assert_sorts(records, name)

    after(lambda: None)
    row = next(row for row in desk.rows(Filing) if row.reserve)
    after(lambda: editing.edit(desk, row, "reserve", "1234567"))
    last = next(each for each in desk.rows(Filing, desk.year - 1) if each.unit == row.unit)
    after(lambda: editing.edit(desk, last, "reserve", "7654321"))
    order = next(each for each in desk.rows(Purchase) if desk.unit(each.buyer) is not None)
    after(lambda: editing.edit(desk, order, "amount", "9999999"))
    after(lambda: editing.edit(desk, desk.rows(Unit)[0], "name", "啊"))
    after(desk.undo)
    after(lambda: desk.set_today(desk.today.replace(month=12)))
    after(lambda: desk.choose_year(desk.years[0]))
