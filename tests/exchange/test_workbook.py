"""The public workbook: text stays text, in this program and in the spreadsheet that opens it."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.books import filing, new_desk, order, unit, written
from zhengzhou_desk.exchange.plan import REFUSED
from zhengzhou_desk.exchange.workbook import write_refused
from zhengzhou_desk.services import exports, imports


@pytest.mark.parametrize("text", ["=1+1", "+86", "-东校区", "@甲"])
def test_text_that_looks_like_a_formula_is_quoted_so_that_editing_the_cell_keeps_it_text(
    tmp_path: Path, text: str
) -> None:
    """Without the mark of quoted text a spreadsheet makes it a formula once the cell is edited or pasted on."""
    with new_desk(tmp_path, unit("101003", text), unit("101004", "第二小学")) as desk:
        exports.export_book(desk, tmp_path / "x.xlsx")
    sheet = load_workbook(tmp_path / "x.xlsx")["单位"]
    assert (sheet["B2"].value, sheet["B2"].data_type, sheet["B2"].quotePrefix) == (text, "s", True)
    assert (sheet["B3"].value, bool(sheet["B3"].quotePrefix)) == ("第二小学", False)


def test_refused_rows_are_quoted_as_well(tmp_path: Path) -> None:
    with new_desk(tmp_path) as desk:
        rows = [["单位编码", "单位名称", "食堂情况"], ["101003", "+小学", "有时"]]
        plan = imports.plan_file(desk, written(tmp_path / "a.xlsx", 单位=rows))
        assert [row.verdict for row in plan.rows] == [REFUSED]
        write_refused(tmp_path / "back.xlsx", plan, lambda reason: reason.text())
    cell = load_workbook(tmp_path / "back.xlsx")["单位"]["B2"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == ("+小学", "s", True)


def test_a_year_goes_with_its_own_orders_and_filings_and_every_unit(tmp_path: Path) -> None:
    rows = (
        unit(), filing(year=2023), filing(),
        order("OLD", "101003", 1, datetime.date(2023, 12, 31)), order("NEW", "101003", 2, datetime.date(2024, 1, 1)),
    )  # fmt: skip
    with new_desk(tmp_path, *rows) as desk:
        exports.export_book(desk, tmp_path / "x.xlsx", 2024)
    book = load_workbook(tmp_path / "x.xlsx")
    assert [row[0].value for row in book["采购"].iter_rows(min_row=2)] == ["NEW"]
    assert [row[0].value for row in book["填报"].iter_rows(min_row=2)] == [2024]
    assert [row[0].value for row in book["单位"].iter_rows(min_row=2)] == ["101003"]
