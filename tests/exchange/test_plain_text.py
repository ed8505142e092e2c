"""Text sheets: codes that an export guards from the spreadsheet come without their guard."""

from __future__ import annotations

import itertools
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.books import new_desk, unit, written
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.exchange import plain_text
from zhengzhou_desk.exchange.plain_text import read_text
from zhengzhou_desk.exchange.plan import NEW, ImportPlan
from zhengzhou_desk.exchange.reading import read_workbook
from zhengzhou_desk.records import Filing, Purchase, Unit
from zhengzhou_desk.services import imports
from zhengzhou_desk.services.desk import Desk

pytestmark = pytest.mark.usefixtures("read_here")


def test_the_guards_of_codes_are_taken_off_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("编码,名称,备注\n'0101,'引号'小学,=\"0102\"\n'-5,'甲',\n", encoding="utf-8")
    assert read_text(path).rows == (
        ("编码", "名称", "备注"), ("0101", "'引号'小学", "0102"), ("-5", "'甲'", None),
    )  # fmt: skip


def test_a_guarded_code_finds_its_unit(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('年度,单位编码,采购总额\n2024,\'101003,100\n2024,="101004",200\n', encoding="gb18030")
    with new_desk(tmp_path, unit("101003"), unit("101004", "第二小学")) as desk:
        plan = imports.plan_file(desk, path)
        assert not plan.refused
        imports.apply_plan(desk, plan)
        assert [(row.unit, row.total) for row in desk.rows(Filing)] == [("101003", 10_000), ("101004", 20_000)]


HEAD = ["年度", "单位编码", "年度食堂食材采购总额", "预留份额", "平台备注"]


@pytest.fixture
def desk(tmp_path: Path) -> Any:
    with new_desk(tmp_path, unit("101003", "第一小学"), unit("101004", "第二小学")) as made:
        yield made


def text(path: Path, *lines: str) -> Path:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def reasons(plan: ImportPlan) -> list[str]:
    return [reason.text() for row in plan.refused for reason in row.reasons]


def remarks(plan: ImportPlan) -> str:
    return "\n".join(remark.text() for remark in plan.remarks)


NOTES = ["已核，无误，待补；下周再看", "见附件：一、二，三", "甲;乙；丙", "无"]


@pytest.mark.parametrize("separator", plain_text.SEPARATORS)
def test_only_the_separator_of_the_file_separates(tmp_path: Path, separator: str) -> None:
    others = "".join(each for each in plain_text.SEPARATORS if each != separator)
    notes = [note.replace(separator, "、") + others for note in NOTES]
    rows = [HEAD, *([str(2020 + n), "101003", "1000.50", "", note] for n, note in enumerate(notes))]
    sheet = read_workbook(text(tmp_path / "a.csv", *(separator.join(row) for row in rows)))[0]
    assert [[cell or "" for cell in row] for row in sheet.rows] == rows
    assert sheet.name == "a"


@pytest.mark.parametrize(
    ("title", "count"), list(itertools.product(["", "金水区，2024年，填报表", "一,二,三"], [1, 2, 30]))
)
def test_a_title_or_a_few_rows_do_not_mislead(tmp_path: Path, title: str, count: int) -> None:
    rows = [[str(2024), "101003", '"1,000"', "10", f"核对{n}，无误，已办，归档，完"] for n in range(count)]
    for separator in (",", "\t"):
        lines = [title] if title else []
        lines += [separator.join(row) for row in (HEAD, *rows)]
        assert plain_text.separator("\n".join(lines)) == separator


def test_the_separator_of_a_long_file_is_told_by_its_head() -> None:
    """Cut between two rows, so that no half of one counts."""
    rows = "2024;101003;1,000;无\n" * 2_000
    assert plain_text.separator(";".join(HEAD[:4]) + "\n" + rows) == ";"
    assert plain_text.separator('"' + "x" * 200_000 + ";;") in plain_text.SEPARATORS, "a text too long for a cell"


def test_a_note_of_chinese_commas_is_whole(desk: Desk, tmp_path: Path) -> None:
    note = "已核，无误，待补，金额另报，一，二，三，四，五，六，七，八，九，十"
    plan = imports.plan_file(desk, text(tmp_path / "a.csv", ",".join(HEAD), f"2024,101003,1000,100,{note}"))
    assert [row.after.cell("platform_note") for row in plan.rows if row.after] == [note]


def test_cells_beyond_the_head_of_a_text_are_refused(desk: Desk, tmp_path: Path) -> None:
    path = text(tmp_path / "a.csv", ",".join(HEAD), "2024,101003,1000,100,已核,无误", "2024,101004,1000,100,无,,")
    plan = imports.plan_file(desk, path)
    assert [row.verdict for row in plan.rows] == ["refused", NEW]
    assert reasons(plan) == ["第 2 行有 6 格，表头只有 5 列。文字里有分隔符时请给整格加上引号，或另存为 .xlsx 再试"]


def test_values_without_a_heading_are_said(desk: Desk, tmp_path: Path) -> None:
    rows = [
        [*HEAD[:2], None, *HEAD[2:]],
        [2024, "101003", None, 1, 1, "无"],
        [2024, "101004", "草", 1, 1, "无", None, 77],
    ]
    plan = imports.plan_file(desk, written(tmp_path / "a.xlsx", 填报=rows))
    assert plan.count(NEW) == 2
    assert "工作表“填报”的 C 列没有表头，没有读（如 C3）" in remarks(plan)
    assert "工作表“填报”的 H 列没有表头，没有读（如 H3）" in remarks(plan)


@pytest.mark.parametrize(("line", "number"), [('2024,101003,1,1,"未闭合', 4), ('2024,101003,1,1,"十四五"示范校', 3)])
def test_quotes_that_do_not_fit_are_refused_with_the_line(tmp_path: Path, line: str, number: int) -> None:
    path = text(
        tmp_path / "a.csv",
        ",".join(HEAD),
        '2024,101003,1,1,"他说""好"""',
        line,
        *(["2024,101004,1,1,无"] if number == 4 else []),
    )
    with pytest.raises(Refused, match=f"第 {number} 行的引号不完整"):
        read_workbook(path)


LOST = ["按数字保存的，第 15 位以后的数字已丢失", "按科学记数显示的数字，后面的数字已丢失"]


@pytest.mark.parametrize("number", [911000000000000123, 1000000000000000, 9.11e17])
@pytest.mark.parametrize(
    ("cls", "head", "row", "place"),
    [
        (Unit, ["单位编码", "单位名称", "统一社会信用代码"], ["101009", "三小", None], 2),
        (Unit, ["单位编码", "单位名称", "承包方交易账号"], ["101009", "三小", None], 2),
        (Unit, ["单位编码", "单位名称"], [None, "三小"], 0),
        (Purchase, ["订单号", "下单日期", "采购单位编码", "金额"], [None, "2024-03-01", "101003", 5], 0),
        (Filing, ["年度", "单位编码", "采购总额"], [2024, None, 5], 1),
        (Filing, ["年度", "统一社会信用代码", "采购总额"], [2024, None, 5], 1),
    ],
)
def test_long_codes_kept_as_numbers_are_refused(
    desk: Desk, tmp_path: Path, number: float, cls: type[Any], head: list[Any], row: list[Any], place: int
) -> None:
    given = [*row[:place], number, *row[place + 1 :]]
    plan = imports.plan_file(desk, written(tmp_path / "a.xlsx", **{cls.table.sheet: [head, given]}))
    assert LOST[0] in reasons(plan)[0]
    assert plan.changes() == ()
    shown = text(
        tmp_path / "a.csv",
        ",".join(head),
        ",".join("9.11E+17" if n == place else str(cell) for n, cell in enumerate(row)),
    )
    plan = imports.plan_file(desk, shown)
    assert LOST[1] in reasons(plan)[0]
    assert plan.changes() == ()


def test_codes_that_kept_all_digits_are_taken(desk: Desk, tmp_path: Path) -> None:
    head = ["订单号", "下单日期", "采购单位编码", "金额"]
    rows = [
        ["911000000000000123", "2024-03-01", 101003, 5],
        [999999999999999, "2024-03-01", 101003, 5],
        ["12E5", "2024-03-01", 101003, 5],
    ]
    plan = imports.plan_file(desk, written(tmp_path / "a.xlsx", 采购=[head, *rows]))
    assert [row.after.cell("number") for row in plan.rows if row.after] == [
        "911000000000000123",
        "999999999999999",
        "12E5",
    ]


def test_a_code_has_no_fraction(desk: Desk, tmp_path: Path) -> None:
    plan = imports.plan_file(desk, written(tmp_path / "a.xlsx", 填报=[HEAD, [2024, 101003.5, 1, 1, None]]))
    assert "编码没有小数" in reasons(plan)[0]
    assert read_workbook(tmp_path / "a.xlsx")[0].rows[1][1] == Decimal("101003.5")
