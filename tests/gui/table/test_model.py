"""The table model: rows go where they belong, marks go when a warning is set aside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.gui.test_window import put, table
from zhengzhou_desk.policy.parameters import INFO, WARNING
from zhengzhou_desk.records import Filing
from zhengzhou_desk.services import dismissals, years

if TYPE_CHECKING:
    from zhengzhou_desk.gui.main_window import MainWindow


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
