"""Sheets as they print: no figure below 8 points, none as ###, and lines to be signed below what is submitted."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from tests.books import clock, filing, new_desk, order, unit
from tests.services.packages import reported
from zhengzhou_desk import sample
from zhengzhou_desk.exchange import sheet_layout
from zhengzhou_desk.exchange.sheet_layout import A3, A4, LEAST, SIZE, layout, signature_lines
from zhengzhou_desk.records.kinds import Money, Text
from zhengzhou_desk.records.report import Heading, Report, ReportLine
from zhengzhou_desk.services import exports, submissions
from zhengzhou_desk.services.desk import Desk
from zhengzhou_desk.services.notices import bulletins


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The summary of a county of 160 units, of one with the largest amounts, and of a city."""
    folder = tmp_path_factory.mktemp("sheets")
    with new_desk(folder, *sample.county(160, 800), year=sample.SAMPLE_YEAR) as desk:
        desk.set_today(sample.SAMPLE_DAY)
        exports.write_summary(desk, folder / "county.xlsx")
        exports.write_summary(desk, folder / "wan.xlsx", wan=True)
        exports.write_bulletin(desk, folder / "bulletin.xlsx", bulletins.make(desk, sample.SAMPLE_YEAR).reports)
    rows = (
        unit("101003", "一" * 60),
        filing("101003", 9_999_999_999, 999_999_999),
        order("1", "101003", 9_999_999_999),
    )
    with new_desk(folder, *rows, name="b.zzd") as desk:
        exports.write_summary(desk, folder / "large.xlsx")
    with Desk.new(folder / "市.zzd", region="410100", bureau="郑州市财政局", year=2024, clock=clock, who="李") as desk:
        submissions.apply(desk, submissions.examine(desk, [reported(folder), reported(folder, "410122")]))
        exports.write_summary(desk, folder / "city.xlsx")
    return folder


BOOKS = ("county", "wan", "large", "city", "bulletin")


@pytest.mark.parametrize("name", BOOKS)
def test_no_figure_is_printed_below_eight_points(folder: Path, name: str) -> None:
    for sheet in load_workbook(folder / f"{name}.xlsx"):
        widths = list(_widths(sheet).values())
        room = {A4: 1045, A3: 1510}[int(sheet.page_setup.paperSize or 0)]
        pixels = sum(7 * width for width in widths)
        assert SIZE * min(1.0, room / pixels) >= LEAST - 0.01, (sheet.title, widths)
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.print_area
        assert (str(sheet.page_setup.fitToHeight) != "0") == (sheet.title == "封面")  # the cover on one page


@pytest.mark.parametrize("name", BOOKS)
def test_no_figure_turns_to_hashes(folder: Path, name: str) -> None:
    seen = 0
    for sheet in load_workbook(folder / f"{name}.xlsx", data_only=True):
        if sheet.title == "封面":
            continue
        widths = _widths(sheet)
        for row in sheet.iter_rows(min_row=4):
            for cell in row:
                if isinstance(cell.value, int | float):
                    shown = f"{cell.value:,.2f}" if "." in cell.number_format else f"{cell.value:,d}"
                    shown = f"{cell.value * 100:.2f}%" if "%" in cell.number_format else shown
                    assert len(shown) + 0.7 + 1 <= widths[cell.column_letter], (sheet.title, cell.coordinate, shown)
                    seen += 1
    assert seen > 20


def _widths(sheet: Any) -> dict[str, float]:
    """The width of every column, its padding included; the file names one for several that are the same."""
    return {
        get_column_letter(number): dimension.width
        for dimension in sheet.column_dimensions.values()
        for number in range(dimension.min, dimension.max + 1)
    }


def test_what_is_submitted_is_signed_and_what_checks_is_not(folder: Path) -> None:
    book = load_workbook(folder / "county.xlsx")
    for sheet in book:
        said = "".join(str(cell.value) for row in sheet.iter_rows(min_row=4) for cell in row if cell.value)
        signed = all(
            label in said
            for label in ("填报单位（盖章）：金水区财政局", "单位负责人：", "审核人：", "填表人：", "填报日期：")
        )
        assert signed == (sheet.title not in ("封面", "核对", "变更", "通知书台账")), sheet.title
        assert sheet.protection.sheet and sheet.protection.password is None
        assert sheet.protection.autoFilter is False  # allowed
    assert "填表人" not in str(
        [[cell.value for cell in row] for row in load_workbook(folder / "bulletin.xlsx")["部门排名"]]
    )


def test_the_totals_have_names(folder: Path) -> None:
    book = load_workbook(folder / "county.xlsx")
    target = book.defined_names["合计_汇总表_预留份额"].attr_text
    found = re.fullmatch(r"'?汇总表'?!\$([A-Z]+)\$(\d+)", target)
    assert found is not None
    sheet = load_workbook(folder / "county.xlsx", data_only=True)["汇总表"]
    assert sheet[f"{found[1]}3"].value == "预留份额"
    assert any(cell.value == "合计" for cell in sheet[int(found[2])])


def test_the_bulletin_s_workbook_has_a_title_of_its_own(folder: Path) -> None:
    book = load_workbook(folder / "bulletin.xlsx")
    assert book["封面"]["A1"].value == f"{sample.SAMPLE_YEAR}年政府采购脱贫地区农副产品工作通报附表"


def test_a_sheet_of_too_many_columns_goes_onto_a3() -> None:
    headings = (Heading("name", "单位名称", Text()), *(Heading(f"a{n}", "金额", Money()) for n in range(16)))
    line = ReportLine(("第一小学", *(9_999_999_99 for _ in range(16))))
    made = layout(Report("x", "表", "表", headings, (line,)), wan=False)
    assert (made.paper, SIZE * made.scale >= LEAST) == (A3, True)


def test_signatures_take_the_lines_they_need() -> None:
    assert len(signature_lines("金水区财政局", 200)) == 1
    narrow = signature_lines("金水区财政局", 70)
    assert len(narrow) > 1
    assert all(sheet_layout.columns(line) <= 70 for line in narrow)
