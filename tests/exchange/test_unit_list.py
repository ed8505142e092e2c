"""Another system's list of units as it is read: names, codes, departments, what is stopped; nothing else counts."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

import pytest

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.exchange.headers import layout
from zhengzhou_desk.exchange.sheet import Sheet
from zhengzhou_desk.exchange.unit_list import UnitList, read
from zhengzhou_desk.records import Unit


def units(*rows: Any, name: str = "Sheet1", **more: Any) -> UnitList:
    return read([Sheet(name, tuple(tuple(row) for row in rows))], [], "名录.xlsx", **more)


def told(found: UnitList) -> list[tuple[str | None, str | None, str | None, str | None]]:
    return [(row.code, row.name, row.uscc, row.department) for row in found.rows]


def test_the_export_of_a_budget_system() -> None:
    found = units(
        ("2024年预算单位名录",),
        ("序号", "预算单位代码", "预算单位名称", "社会信用代码", "主管部门", "经费性质", "单位状态"),
        ("1", "101", "教育局", "", "", "全额", "正常"),
        ("", "一、教育系统", "", "", "", "", ""),
        ("2", "101003", "第一小学（东校区）", "12410105000000027w", "教育局", "全额", "正常"),
        ("3", "101004", "第⼆小学", "", "101-教育局", "全额", "停用"),
        ("合计", "", "", "", "", "", ""),
        ("制表人：张三", "", "", "", "", "", ""),
    )
    assert told(found) == [
        ("101", "教育局", None, None),
        ("101003", "第一小学（东校区）", "12410105000000027W", "教育局"),
        ("101004", "第二小学", None, "101"),
    ]
    assert [row.stopped for row in found.rows] == [False, False, True]
    assert [row.number for row in found.rows] == [3, 5, 6]
    assert len(found.left_out) == 3


def test_code_and_name_in_one_cell_and_a_list_without_codes() -> None:
    assert told(units(("单位编码", "单位名称"), ("101003-第一小学", ""))) == [("101003", "第一小学", None, None)]
    found = units(("单位名称", "统一社会信用代码"), ("101004 第二小学", ""), ("城关小学", "12410105000000027W"))
    assert told(found) == [("101004", "第二小学", None, None), (None, "城关小学", "12410105000000027W", None)]


def test_the_day_on_which_a_unit_ended_and_what_else_the_list_knows() -> None:
    (row,) = units(
        ("单位编码", "单位名称", "撤销日期", "联系人", "单位级次", "备注"),
        ("101003", "第一小学", "2024年3月1日", "李四", "二级", "老校区"),
    ).rows
    assert (row.stopped, row.since) == (True, datetime.date(2024, 3, 1))
    assert dict(row.more) == {"contact": "李四", "level": "2"}


def test_a_report_by_unit_is_a_list_too_where_the_file_has_no_other() -> None:
    report = Sheet("汇总", (("年度", "单位编码", "单位名称", "预留份额"), ("2024", "101003", "第一小学", "5")))
    names = Sheet("名录", (("单位编码", "单位名称"), ("101004", "第二小学")))
    orders = Sheet(
        "订单", (("订单号", "下单日期", "单位编码", "单位名称", "金额"), ("1", "2024-01-01", "9", "某", "5"))
    )
    assert told(read([report, orders], [], "a")) == [("101003", "第一小学", None, None)]
    both = read([report, names], [], "a")
    assert told(both) == [("101004", "第二小学", None, None)]
    assert [remark.text() for remark in both.remarks] == ["工作表“汇总”不是单位名录，没有读"]
    with pytest.raises(Refused, match="没有单位名录"):
        read([orders], [], "订单.xlsx")


def test_what_cannot_be_read_is_said_and_the_rest_of_the_row_counts() -> None:
    found = units(
        ("单位编码", "单位名称", "统一社会信用代码", "主管部门"),
        ("101003", "第一小学", Decimal(911234567890123456), "一个名称比任何编码都长得多得多得多的主管部门"),
        ("", "", Decimal(911234567890123456), ""),
    )
    assert told(found) == [("101003", "第一小学", None, "一个名称比任何编码都长得多得多得多的主管部门")]
    said = [remark.text() for remark in found.remarks]
    assert "第 2 行“统一社会信用代码”" in said[0] and "第 15 位以后的数字已丢失" in said[0]
    assert said[-1] == "第 3 行看不出是哪个单位，没有读"


def test_a_columns_meaning_that_a_person_once_named_holds_here_too() -> None:
    rows = (("编码甲", "单位名称", "主管部门"), ("101003", "第一小学", ""))
    shape = layout(Sheet("Sheet1", rows))
    assert shape is not None and shape.cls is Unit
    found = units(*rows, mappings={shape.fingerprint: {"编码甲": "code"}})
    assert told(found) == [("101003", "第一小学", None, None)]
    assert units(*rows).shape == found.shape
