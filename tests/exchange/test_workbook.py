"""The public workbook: text stays text, in this program and in the spreadsheet that opens it."""

from __future__ import annotations

import datetime
import gc
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from tests.books import filing, new_desk, order, unit, written
from tests.exchange.made import HEAD, reasons
from zhengzhou_desk import sample
from zhengzhou_desk.exchange import workbook
from zhengzhou_desk.exchange.plan import NEW, REFUSED, SAME
from zhengzhou_desk.exchange.reading import read_workbook
from zhengzhou_desk.exchange.workbook import write_refused
from zhengzhou_desk.records import WORKBOOK, Filing, Unit
from zhengzhou_desk.services import exports, imports
from zhengzhou_desk.services.desk import Desk


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
        write_refused(tmp_path / "back.xlsx", plan, "zh")
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


def test_refused_rows_come_back_as_a_workbook_that_imports_once_mended(desk: Desk, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    from zhengzhou_desk.exchange.workbook import write_refused

    plan = imports.plan_file(
        desk, written(tmp_path / "a.xlsx", 填报=[HEAD, [2024, "101003", "三万", 1, None], [2024, "101004", 2, 2, None]])
    )
    back = tmp_path / "back.xlsx"
    write_refused(back, plan, "zh")
    book = load_workbook(back)
    assert "不是金额" in str(book["填报"]["F2"].value)
    book["填报"]["C2"] = 30000
    book.save(back)
    mended = imports.plan_file(desk, back)
    assert [row.verdict for row in mended.rows] == [NEW]


def test_export_and_import_give_the_same_records(tmp_path: Path) -> None:
    rows = sample.county(160, 600)
    with new_desk(tmp_path, *rows, name="a.zzd") as first, new_desk(tmp_path, name="b.zzd") as second:
        exports.export_book(first, tmp_path / "all.xlsx")
        plan = imports.plan_file(second, tmp_path / "all.xlsx")
        assert reasons(plan) == ""
        imports.apply_plan(second, plan)
        for cls in WORKBOOK:
            assert [row.cells() for row in first.tables.all(cls)] == [row.cells() for row in second.tables.all(cls)], (
                cls
            )
        again = imports.plan_file(second, tmp_path / "all.xlsx")
        assert again.count(SAME) == len(again.rows)


@pytest.mark.parametrize("evil", ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "<b>粗</b>", "A&B<C", "'单引号"])
def test_text_is_never_a_formula(tmp_path: Path, evil: str) -> None:
    from openpyxl import load_workbook

    with new_desk(tmp_path, Unit(code="101003", name=evil), name="a.zzd") as desk:
        exports.export_book(desk, tmp_path / "x.xlsx")
        cell = load_workbook(tmp_path / "x.xlsx")["单位"]["B2"]
        assert cell.data_type == "s"
        assert cell.value == desk.rows(Unit)[0].name
        with new_desk(tmp_path, name="b.zzd") as other:
            imports.apply_plan(other, imports.plan_file(other, tmp_path / "x.xlsx"))
            assert other.rows(Unit)[0].name == desk.rows(Unit)[0].name


def test_one_year_of_the_workbook(tmp_path: Path) -> None:
    with new_desk(
        tmp_path, unit(), Filing(year=2023, unit="101003", total=1), Filing(year=2024, unit="101003", total=2)
    ) as desk:
        exports.export_book(desk, tmp_path / "x.xlsx", 2023)
        sheets = {sheet.name: sheet for sheet in read_workbook(tmp_path / "x.xlsx")}
        assert len(sheets["填报"].rows) == 2
        assert len(sheets["单位"].rows) == 2


def test_a_workbook_that_cannot_be_finished_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The third row cannot be written: no half workbook, no temporary file, no warning later."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    written_rows = 0
    cell = workbook._WorkbookWriter._cell

    def failing(self: object, *given: Any) -> Any:
        nonlocal written_rows
        written_rows += 1
        if written_rows > 20:
            raise MemoryError
        return cell(self, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(workbook._WorkbookWriter, "_cell", failing)
    with new_desk(tmp_path, unit(), filing(), filing(year=2023)) as desk, pytest.raises(MemoryError):
        exports.export_book(desk, tmp_path / "x.xlsx")
    gc.collect()
    assert not (tmp_path / "x.xlsx").exists()
    assert not list(temporary.iterdir())


def test_refused_rows_keep_their_days_and_units_in_another_workbook(desk: Desk, tmp_path: Path) -> None:
    """Serial numbers that count from 1904, and amounts in 千元 by a line above: neither goes along with the cells."""
    book = Workbook()
    book.epoch = CALENDAR_MAC_1904
    sheet = book.active
    assert sheet is not None
    sheet.title = "填报"
    for row in (
        ["单位：千元"], ["年度", "单位编码", "预留份额", "首次填报日期", "确认日期", "状态"],
        [2024, "101003", 30, 43907, 43909, "没有的状态"], [2024, "101004", 40, 43907, "43909", None],
    ):  # fmt: skip
        sheet.append(row)
    book.save(tmp_path / "a.xlsx")
    write_refused(tmp_path / "back.xlsx", imports.plan_file(desk, tmp_path / "a.xlsx"), "zh")
    back = load_workbook(tmp_path / "back.xlsx")
    back["填报"]["F2"] = None
    back.save(tmp_path / "back.xlsx")
    mended, asked = imports.plan_file(desk, tmp_path / "back.xlsx").rows
    assert mended.after is not None
    assert [str(mended.after.cell(name)) for name in ("first_filed", "confirmed", "reserve")] == [
        "2024-03-18", "2024-03-20", "3000000",
    ]  # fmt: skip
    assert asked.verdict == REFUSED, "a text may count from either day: it is asked again"


def test_refused_rows_of_several_sheets_keep_their_kinds_of_value(desk: Desk, tmp_path: Path) -> None:
    rows = {
        "单位": [["单位编码", "单位名称", "食堂情况"], ["101009", "第九小学", "自有"]],
        "填报": [[*HEAD, "首次填报日期"], [2024, "999", 1.5, 2, datetime.date(2024, 3, 1)]],
    }
    plan = imports.plan_file(desk, written(tmp_path / "a.xlsx", **rows))
    write_refused(tmp_path / "back.xlsx", plan, "zh")
    book = load_workbook(tmp_path / "back.xlsx")
    assert book.sheetnames == ["填报"], "what was taken does not come back"
    kept = {cell.value for cell in book["填报"][2]}
    assert {2024, "999", 1.5, 2, datetime.datetime(2024, 3, 1)} <= kept


def test_nothing_refused_is_still_a_workbook(desk: Desk, tmp_path: Path) -> None:
    rows = [["单位编码", "单位名称", "食堂情况"], ["101009", "第九小学", "自有"]]
    plan = imports.plan_file(desk, written(tmp_path / "a.xlsx", 单位=rows))
    write_refused(tmp_path / "back.xlsx", plan, "zh")
    assert load_workbook(tmp_path / "back.xlsx").sheetnames == ["空"]
