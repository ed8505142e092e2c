"""Spreadsheets as bureaus get them: what is read, what is refused and where, and that nothing else changes."""

from __future__ import annotations

import datetime
import random
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from tests.books import new_desk, unit, written
from tests.counting import calls
from tests.exchange.made import HEAD, reasons, remarks
from tests.faults import office_sheets
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.exchange import consistency, importing, plain_text, unit_names
from zhengzhou_desk.exchange.plan import CHANGED, NEW, REFUSED, SAME, ImportPlan
from zhengzhou_desk.exchange.sheet import Row, Sheet
from zhengzhou_desk.exchange.sheet_remarks import MOST_NAMED
from zhengzhou_desk.records import Filing, Unit
from zhengzhou_desk.records.change import SPLIT
from zhengzhou_desk.records.kinds import Day, Value
from zhengzhou_desk.records.tables import Tables
from zhengzhou_desk.services import imports
from zhengzhou_desk.services.desk import Desk

# -- what is read ------------------------------------------------------------------------------


def test_new_changed_same_and_the_list_shown_is_the_list_applied(desk: Desk, tmp_path: Path) -> None:
    path = written(
        tmp_path / "a.xlsx",
        填报=[HEAD, [2024, "101003", 1000000, "10万元", "已填报"], [2024, 101004, "８００", 80, None]],
    )
    plan = imports.plan_file(desk, path)
    assert [row.verdict for row in plan.rows] == [NEW, NEW]
    head = desk.store.head
    assert desk.store.head == head
    imports.apply_plan(desk, plan)
    assert [(row.unit, row.total, row.reserve) for row in desk.rows(Filing)] == [
        ("101003", 10**8, 10**7),
        ("101004", 80_000, 8_000),
    ]
    again = imports.plan_file(
        desk,
        written(
            tmp_path / "b.xlsx",
            填报=[HEAD, [2024, "101003", 1000000, 99999.99, "已填报"], [2024, "101004", 800, 80, None]],
        ),
    )
    assert [row.verdict for row in again.rows] == [CHANGED, SAME]
    assert [(c.name, old, new) for c, old, new in again.rows[0].changed] == [("reserve", 10**7, 9_999_999)]
    imports.apply_plan(desk, again)
    desk.undo()
    assert desk.rows(Filing)[0].reserve == 10**7


def test_a_real_sheet(desk: Desk, tmp_path: Path) -> None:
    """Title, unit of money, a group over two headings, a total that does not add up, notes."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Sheet1"
    for row in (
        ["金水区2024年预留份额填报情况表"], [None, None, None, "单位：万元"],
        ["序号", "单位名称", "填报情况", None, "备注"], [None, None, "食堂食材采购总额", "预留金额（元）", None],
        [1, "第一小学", 100, 100000, None], [2, "金水区(东)小学", "２０．５", "20,500.00", None],
        ["合计", None, 120.5, 120500.01, None], ["填表人：王"],
    ):  # fmt: skip
        sheet.append(row)
    sheet.merge_cells("C3:D3")
    path = tmp_path / "real.xlsx"
    book.save(path)
    plan = imports.plan_file(desk, path)
    assert reasons(plan) == ""
    imports.apply_plan(desk, plan)
    assert [(row.year, row.unit, row.total, row.reserve) for row in desk.rows(Filing)] == [
        (2024, "101003", 100_000_000, 10_000_000), (2024, "101004", 20_500_000, 2_050_000),
    ]  # fmt: skip
    assert "合计 120,500.01 与明细不符，差 0.01" in remarks(plan)
    assert [row.text() for row in plan.left_out] == [
        "合计 120.5 120500.01：“预留份额”120,500.01 与明细不符，差 0.01",
        "填表人：王",
    ]


def test_units_are_found_by_credit_code_and_name_but_never_by_likeness(tmp_path: Path) -> None:
    with new_desk(tmp_path, unit("101003", "第一小学", uscc="12410105000000027W"), unit("101004", "第二小学")) as desk:
        rows = [
            ["年度", "统一社会信用代码", "单位名称", "采购总额"],
            [2024, "12410105000000027W", None, 1],
            [2024, None, "第二小学 ", 2],
            [2024, None, "第三小学", 3],
        ]
        plan = imports.plan_file(desk, written(tmp_path / "a.xlsx", 填报=rows))
        assert [row.after.cell("unit") for row in plan.rows if row.after] == ["101003", "101004"]
        assert "是否为：" in reasons(plan)
        assert "第二小学" in reasons(plan)


def test_two_units_of_one_credit_code_or_name_are_never_guessed_between(tmp_path: Path) -> None:
    credit = "12410105000000027W"
    units = (
        unit("101003", "第一小学", uscc=credit),
        unit("101004", "第二小学", uscc=credit),
        unit("101005", "第一小学"),
    )
    with new_desk(tmp_path, *units) as desk:
        rows = [
            ["年度", "统一社会信用代码", "单位名称", "采购总额"],
            [2024, credit, None, 1],
            [2024, None, "第一小学", 2],
        ]
        plan = imports.plan_file(desk, written(tmp_path / "a.xlsx", 填报=rows))
        assert [row.verdict for row in plan.rows] == [REFUSED, REFUSED]
        said = reasons(plan)
        assert f"第 2 行‘{credit}’对应几个单位：101003、101004。请填单位编码" in said
        assert "第 3 行‘第一小学’对应几个单位：101003、101005。请填单位编码" in said
        assert plan.changes() == ()


def test_units_of_one_credit_code_within_the_file_are_not_guessed_between_either(tmp_path: Path) -> None:
    credit = "12410105000000027W"
    with new_desk(tmp_path) as desk:
        path = written(
            tmp_path / "a.xlsx",
            单位=[
                ["单位编码", "单位名称", "统一社会信用代码"],
                ["101003", "第一小学", credit],
                ["101004", "第二小学", credit],
            ],
            填报=[["年度", "统一社会信用代码", "采购总额"], [2024, credit, 1]],
        )
        plan = imports.plan_file(desk, path)
        assert [row.verdict for row in plan.rows] == [NEW, NEW, REFUSED]
        assert "对应几个单位：101003、101004" in reasons(plan)


def test_what_is_left_out_is_said(desk: Desk, tmp_path: Path) -> None:
    """Sheets and columns that are not read, and those that are read though nobody sees them."""
    book = Workbook()
    book.remove(book.active)  # type: ignore[arg-type]
    sheets: dict[str, list[list[Any]]] = {
        "填报": [
            [*HEAD, "经办人"],
            [2024, "101003", 100, 10, "已填报", "王"],
            [2024, "101004", 200, 20, "已填报", None],
        ],
        "说明": [["本表由各单位填写"], ["如有疑问请电话联系"]],
        "空表": [],
    }
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book["填报"].row_dimensions[3].hidden = True
    book["填报"].column_dimensions["D"].hidden = True
    book["填报"].sheet_state = "hidden"
    path = tmp_path / "a.xlsx"
    book.save(path)
    plan = imports.plan_file(desk, path)
    said = remarks(plan)
    assert [row.verdict for row in plan.rows] == [NEW, NEW]
    assert "工作表“说明”没有认得的表头，没有读" in said
    assert "空表" not in said, "nothing is left out of a sheet that holds nothing"
    assert "工作表“填报”中不认得的列，没有读：经办人" in said
    assert "工作表“填报”是隐藏的，照样读了" in said
    assert "工作表“填报”有 1 个隐藏行，照样读了" in said
    assert "工作表“填报”的隐藏列照样读了：预留份额" in said


def test_cells_that_become_blank_are_counted_before_they_do(desk: Desk, tmp_path: Path) -> None:
    first = imports.plan_file(desk, written(tmp_path / "a.xlsx", 填报=[HEAD, [2024, "101003", 100, 10, "已填报"]]))
    assert "清空" not in remarks(first)
    imports.apply_plan(desk, first)
    again = imports.plan_file(desk, written(tmp_path / "b.xlsx", 填报=[HEAD, [2024, "101003", 100, None, None]]))
    assert "工作表“填报”有 2 个空格会清空原来的内容" in remarks(again)


@pytest.mark.parametrize(("sum_", "words"), [(300, None), (299.99, "差 -0.01"), (300.01, "差 0.01")])
def test_a_sum_in_the_file_that_is_not_the_sum_of_its_details_is_said(
    desk: Desk, tmp_path: Path, sum_: float, words: str | None
) -> None:
    rows = [HEAD, [2024, "101003", 100, 10, None], [2024, "101004", 200, 20, None], [None, "合计", sum_, 30, None]]
    said = remarks(imports.plan_file(desk, written(tmp_path / "a.xlsx", 填报=rows)))
    if words is None:
        assert "与明细不符" not in said
    else:
        assert words in said
        assert said.count("与明细不符") == 1


def test_a_subtotal_is_of_its_own_rows_and_not_compared_with_all(desk: Desk, tmp_path: Path) -> None:
    rows = [HEAD, [2024, "101003", 100, 10, None], [None, "小计", 100, 10, None],
            [2024, "101004", 200, 20, None], [None, "小计", 200, 20, None], [None, "合计", 300, 30, None]]  # fmt: skip
    plan = imports.plan_file(desk, written(tmp_path / "a.xlsx", 填报=rows))
    assert [row.verdict for row in plan.rows] == [NEW, NEW]
    assert "与明细不符" not in remarks(plan)


# -- what is refused -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ([2024, "101003", "三万", 1, None], "第 2 行“年度食堂食材采购总额”‘三万’不是金额"),
        ([2024, "101003", -5, 1, None], "负数"),
        ([2024, "999", 5, 1, None], "‘999’不在账册的单位表中"),
        ([None, "101003", 5, 1, None], "“年度”不能空着，可用 --year 指明"),
        ([2024, None, 5, 1, None], "“单位编码”不能空着"),
        ([2024, "101003", 5, 1, "批准"], "不在可选之列"),
        ([2024, "101003", 1.005, 1, None], "精确到分以下"),
        ([2024, "101003", "=1/0", 1, None], "公式没有结果"),
    ],
)
def test_a_bad_cell_is_named_and_nothing_changes(desk: Desk, tmp_path: Path, row: list[Any], words: str) -> None:
    plan = imports.plan_file(desk, written(tmp_path / "a.xlsx", 填报=[HEAD, row]))
    assert [each.verdict for each in plan.rows] == [REFUSED]
    assert words in reasons(plan)
    assert plan.changes() == ()


def test_a_row_twice_and_a_field_twice(desk: Desk, tmp_path: Path) -> None:
    plan = imports.plan_file(
        desk, written(tmp_path / "a.xlsx", 填报=[HEAD, [2024, "101003", 1, 1, None], [2024, "101003", 2, 2, None]])
    )
    assert "第 3 行与第 2 行重复" in reasons(plan)
    with pytest.raises(Refused, match="两列都是"):
        imports.plan_file(
            desk,
            written(tmp_path / "b.xlsx", 填报=[["年度", "单位编码", "预留份额", "预留份额"], [2024, "101003", 1, 2]]),
        )


def test_year_from_the_command_line_or_the_title(desk: Desk, tmp_path: Path) -> None:
    path = written(tmp_path / "a.xlsx", 填报=[["单位编码", "采购总额", "预留份额"], ["101003", 1, 1]])
    assert imports.plan_file(desk, path, 2025).rows[0].after.cell("year") == 2025  # type: ignore[union-attr]


def test_units_of_the_same_file_are_known(tmp_path: Path) -> None:
    with new_desk(tmp_path) as desk:
        path = written(
            tmp_path / "a.xlsx",
            填报=[HEAD, [2024, "101003", 1, 1, None]],
            单位=[["单位编码", "单位名称"], ["101003", "一小"]],
        )
        assert imports.plan_file(desk, path).count(NEW) == 2


# -- very many rows ------------------------------------------------------------------------------

MANY = 2_000
SUM: Row = (None, "合计", Decimal(300), Decimal(30), None)


def plan_of(desk: Desk, *rows: Row, head: Row = tuple(HEAD), name: str = "填报") -> ImportPlan:
    return imports.plan_sheets(desk, [Sheet(name, (head, *rows))], "a.xlsx")


@pytest.mark.parametrize(
    ("row", "most"),
    [
        (SUM, 150),
        ((Decimal(2024), "101003", "三万", Decimal(1), None), 200),
        ((Decimal(2024), "999", "三万", "二", "批准"), 250),
        ((None, None, Decimal(1), Decimal(1), None), 200),
        ((Decimal(2024), "101003", Decimal(1), Decimal(1), None), 250),
    ],
)
def test_very_many_rows_cost_a_few_calls_each(desk: Desk, row: Row, most: int) -> None:
    """A sheet of a quarter of a million sums, or of refused rows, held the program for twenty seconds."""
    head = calls(lambda: plan_of(desk, row))
    assert (calls(lambda: plan_of(desk, *[row] * (MANY + 1))) - head) / MANY < most


def test_of_very_many_sums_that_do_not_tie_the_first_are_named_and_the_rest_counted(desk: Desk) -> None:
    plan = plan_of(desk, *[SUM] * MANY, *[("注：一",)] * MANY)
    said = [str(remark) for remark in plan.remarks]
    assert len(said) == MOST_NAMED + 1
    assert said[0] == "工作表“填报”第 2 行“年度食堂食材采购总额”合计 300.00 与明细不符，差 300.00"
    assert said[-1] == f"工作表“填报”只列出前 {MOST_NAMED} 处合计与明细不符，另有 {2 * MANY - MOST_NAMED} 处也不符"
    assert len(plan.left_out) == 2 * MANY


def test_as_many_sums_as_are_named_are_not_counted_beside(desk: Desk) -> None:
    said = [str(remark) for remark in plan_of(desk, *[SUM] * (MOST_NAMED // 2)).remarks]
    assert len(said) == MOST_NAMED
    assert "只列出" not in said[-1]


def test_of_very_many_refused_rows_each_says_its_first_reason(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each row stays refused and says why; what is left out is said."""
    monkeypatch.setattr(importing, "MOST_EXPLAINED", 3)
    plan = plan_of(desk, *[(Decimal(2024), "101003", "三万", "二", None)] * 5)
    assert [len(row.reasons) for row in plan.rows] == [2, 2, 2, 1, 1]
    assert plan.count(REFUSED) == 5
    assert "第 6 行“年度食堂食材采购总额”‘三万’不是金额" in str(plan.rows[4].reasons[0])
    assert "被拒绝的行太多：前 3 行列出全部原因，其余各行只列出第一个原因" in remarks(plan)


def test_refused_rows_that_have_one_reason_each_are_said_in_full(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importing, "MOST_EXPLAINED", 3)
    assert remarks(plan_of(desk, *[(Decimal(2024), "101003", "三万", None, None)] * 5)) == ""


def test_very_many_units_of_one_name_are_listed_in_part(tmp_path: Path) -> None:
    """Each row that says no more than the name would list all of them again."""
    with new_desk(tmp_path, *(unit(f"1{number:05}", "同名小学") for number in range(300))) as desk:
        plan = plan_of(desk, (Decimal(2024), "同名小学", Decimal(1)), head=("年度", "单位名称", "采购总额"))
        assert "100018、100019、等共 300 个单位。请填单位编码" in reasons(plan)
        sheet = [(f"2{number:05}", "又同名小学") for number in range(600)]
        half = calls(lambda: plan_of(desk, *sheet[:300], head=("单位编码", "单位名称"), name="单位"))
        assert calls(lambda: plan_of(desk, *sheet, head=("单位编码", "单位名称"), name="单位")) < 2 * half


def test_unknown_names_are_compared_with_units_a_limited_number_of_times(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first unknown names get likely units; each costs a comparison with every unit there is."""
    monkeypatch.setattr(unit_names, "MOST_COMPARED", 2 * 2)
    rows = [(Decimal(2024), f"第一小学{word}", Decimal(1)) for word in ("甲", "乙", "丙", "甲")]
    plan = plan_of(desk, *rows, head=("年度", "单位名称", "采购总额"))
    assert ["是否为" in str(row.reasons[0]) for row in plan.rows] == [True, True, False, True]


def test_the_parts_of_very_many_splits_are_looked_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not again for each row of the sheet."""
    looks = 0

    class Counted(str):
        __slots__ = ()
        __hash__ = str.__hash__

        def __eq__(self, other: object) -> bool:
            nonlocal looks
            looks += 1
            return str.__eq__(self, other)

    monkeypatch.setattr(consistency, "SPLIT", Counted(SPLIT))
    head = ("日期", "变更类型", "原单位编码", "新单位编码", "结转上年预留")
    rows = [("2024-03-05", "拆分", f"1{number // 2:05}", f"2{number:05}", Decimal(number)) for number in range(400)]
    with new_desk(tmp_path) as desk:
        plan_of(desk, *rows, head=head, name="变更")
    assert looks <= 4 * len(rows)


def test_an_enterprise_finds_its_unit_by_a_name_that_only_one_has(tmp_path: Path) -> None:
    units = (unit("101003", "第一小学"), unit("101004", "第二小学"), unit("101005", "第二小学"))
    rows = [["企业名称", "采购单位名称"], ["城投公司", "第一小学"], ["水务公司", "第二小学"], ["燃气公司", "第九小学"]]
    with new_desk(tmp_path, *units) as desk:
        plan = imports.plan_file(desk, written(tmp_path / "a.xlsx", 国企=rows))
        assert [(row.after.cell("name"), row.after.cell("unit")) for row in plan.rows if row.after] == [
            ("城投公司", "101003"), ("水务公司", None), ("燃气公司", None),
        ]  # fmt: skip


def test_a_day_that_comes_again_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[object] = []
    parse = Day._parse

    def counted(self: Day, given: object, scale: int) -> Value:
        read.append(given)
        return parse(self, given, scale)

    monkeypatch.setattr(Day, "_parse", counted)
    tables = Tables()
    tables.fill(Unit, [Unit(id=1, code="101003", name="一小")])
    days = [datetime.date(2024, 3, 1 + number % 3) for number in range(60)]
    rows: list[Row] = [("订单号", "下单日期", "采购单位编码", "类型", "金额", "渠道")]
    rows += [(f"A{number:04d}", day, "101003", "食堂", Decimal(100), "832平台") for number, day in enumerate(days)]
    made = importing.plan([Sheet("采购", tuple(rows))], tables)
    assert [row.after.cell("day") for row in made.rows if row.after is not None] == days
    assert len(read) == 3, "each day of the column once"


def test_it_does_not_matter_how_many_rows_are_read_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sums stand between the rows that they are about, and what is noted of a column names its first cell."""
    tables = Tables()
    tables.fill(Unit, [Unit(id=1, code="101003", name="第一小学"), Unit(id=2, code="101004", name="金水区(东)小学")])

    def planned(sheet: Sheet, together: int) -> object:
        monkeypatch.setattr(importing, "_TOGETHER", together)
        try:
            made = importing.plan([sheet], tables, year=2024)
        except Refused as refused:
            return refused.text()
        said = [(row.number, row.verdict, row.after, [each.text() for each in row.reasons]) for row in made.rows]
        return said, [each.text() for each in made.remarks], [row.text() for row in made.left_out]

    read = 0
    for seed in range(150):
        rows = office_sheets.grid(random.Random(seed))
        (tmp_path / "f.csv").write_bytes(office_sheets.wrapped(rows, "csv", tmp_path))
        sheet = plain_text.read_text(tmp_path / "f.csv")
        whole = planned(sheet, 1_000)
        read += isinstance(whole, tuple)
        assert planned(sheet, 1) == planned(sheet, 3) == whole, seed
    assert read > 100
