"""Text sheets: codes that an export guards from the spreadsheet come without their guard."""

from __future__ import annotations

from pathlib import Path

from tests.books import new_desk, unit
from zhengzhou_desk.exchange.plain_text import read_text
from zhengzhou_desk.records import Filing
from zhengzhou_desk.services import imports


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
