"""Orders on the wrong unit: moved with a reason, and the platform's list of them."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.books import YUAN, filing, new_desk, order, unit
from zhengzhou_desk import sample
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.records import Purchase
from zhengzhou_desk.reports.unit_status import counting_unit, unassigned_orders, unassigned_sums
from zhengzhou_desk.services import orders as moving

ROWS = (
    unit("101003", "第一小学"), unit("101004", "第二小学"), unit("101005", "第三小学", founded=datetime.date(2024, 3, 20)),
    unit("101009", "旧校", closed=datetime.date(2024, 1, 10)), filing("101003"), filing("101004"),
    order("1", "101003", 500), order("2", "101003", 300), order("3", "101009", 200),
)  # fmt: skip


def test_orders_are_moved_as_one_step_with_a_reason_and_nothing_is_lost(tmp_path: Path) -> None:
    with new_desk(tmp_path, *ROWS) as desk:
        right = desk.unit("101004")
        assert right is not None
        assert unassigned_sums(desk.engine, 2024).ordered == 200 * YUAN
        entry = moving.move(
            desk, [row for row in desk.rows(Purchase) if row.number in ("2", "3")], right, "下单时选错了所属单位"
        )
        assert desk.unit_status(right).bought.ordered == 500 * YUAN
        assert unassigned_sums(desk.engine, 2024).ordered == 0
        assert "下单时选错了所属单位" in desk.journal()[0].about
        assert moving.write_application(desk, tmp_path / "申请.xlsx", entry) == 2
        sheet = load_workbook(tmp_path / "申请.xlsx").active
        assert isinstance(sheet, Worksheet)
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3)]
        assert rows[0] == [
            "1",
            "2",
            "2024-03-01",
            "300.00",
            "101003",
            "第一小学",
            "101004",
            "第二小学",
            "下单时选错了所属单位",
        ]
        desk.undo()
        assert unassigned_sums(desk.engine, 2024).ordered == 200 * YUAN


def test_no_reason_a_unit_that_is_gone_or_not_yet_there_and_the_same_unit_are_refused(tmp_path: Path) -> None:
    with new_desk(tmp_path, *ROWS) as desk:
        orders = desk.rows(Purchase)[:1]
        for code, reason, words in (
            ("101004", "  ", "改记的原因"), ("101009", "错", "已撤销或合并"), ("101003", "错", "已经记在"), ("101005", "错", "早于 第三小学 成立"),
        ):  # fmt: skip
            to = desk.unit(code)
            assert to is not None
            with pytest.raises(Refused, match=words):
                moving.move(desk, orders, to, reason)
        assert desk.rows(Purchase)[0].buyer == "101003"


def test_the_column_and_the_sum_of_what_is_unassigned_agree(tmp_path: Path) -> None:
    with new_desk(tmp_path, *sample.county(160, 5_000), year=sample.SAMPLE_YEAR) as desk:
        desk.set_today(sample.SAMPLE_DAY)
        view = desk.engine.reader()
        orders = desk.rows(Purchase)
        loose = [order for order in orders if counting_unit(order, view) is None]
        assert loose
        assert {order.id for order in unassigned_orders(view, sample.SAMPLE_YEAR)} == {order.id for order in loose}
