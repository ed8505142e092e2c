"""Events that cannot have happened in that order are refused with the reason; a file's rows are named."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from tests.books import YUAN, filing, new_desk, order, unit, written
from tests.exchange.made import reasons
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.records import Account, Filing, Purchase, Record, Unit, UnitChange
from zhengzhou_desk.records.sequence import KnownUnits, fault
from zhengzhou_desk.services import editing, filings, imports, unit_changes

FOUNDED = datetime.date(2024, 3, 5)
ROWS = (
    unit("101003", "第一小学"), unit("101004", "第二小学", founded=FOUNDED), unit("101005", "第三小学", closed=datetime.date(2024, 1, 31)),
    unit("101006", "第四小学"), filing("101003", 500_000, 50_000, year=2023), filing("101003", state="filed", confirmed=None),
    filing("101006", None, None, state="unfiled", first_filed=None, confirmed=None), order("1", "101003", 500),
)  # fmt: skip


def test_a_cell_that_would_turn_the_order_round_is_refused_and_keeps_its_value(tmp_path: Path) -> None:
    with new_desk(tmp_path, *ROWS) as desk:
        row = next(row for row in desk.rows(Filing) if row.unit == "101003")
        with pytest.raises(Refused, match="确认日期 2024-03-09 早于首次填报日期 2024-03-10"):
            editing.edit(desk, row, "confirmed", "2024-03-09")
        with pytest.raises(Refused, match="早于下单日期 2024-03-01"):
            editing.edit(desk, desk.rows(Purchase)[0], "paid", "2024-02-28")
        with pytest.raises(Refused, match="早于 第二小学 成立的日子 2024-03-05"):
            editing.add(desk, Purchase, {"number": "2", "day": "2024-03-04", "buyer": "101004", "amount": "100"})
        editing.add(desk, Purchase, {"number": "2", "day": "2024-03-05", "buyer": "101004", "amount": "100"})
        editing.add(
            desk,
            Purchase,
            {"number": "退1", "day": "2024-03-20", "buyer": "101003", "amount": "-100", "paid": "2024-03-02"},
        )
        assert len(desk.rows(Purchase)) == 3


def test_both_cells_of_a_paste_are_looked_at_together(tmp_path: Path) -> None:
    with new_desk(tmp_path, *ROWS) as desk:
        row = next(row for row in desk.rows(Filing) if row.unit == "101003")
        editing.edit_many(desk, [(row, "confirmed", "2024-03-09"), (row, "first_filed", "2024-03-08")])
        assert desk.unit_statuses()[0].filing is not None


def test_nothing_is_confirmed_before_it_was_filed(tmp_path: Path) -> None:
    with new_desk(tmp_path, *ROWS) as desk:
        unfiled = next(row for row in desk.rows(Filing) if row.unit == "101006")
        with pytest.raises(Refused, match="还没有填报"):
            filings.confirm(desk, [unfiled], datetime.date(2024, 4, 1))
        filed = next(row for row in desk.rows(Filing) if row.unit == "101003")
        with pytest.raises(Refused, match="早于首次填报日期"):
            filings.confirm(desk, [filed], datetime.date(2024, 3, 9))
        assert filed in desk.rows(Filing)


def test_nobody_goes_into_a_unit_that_is_gone(tmp_path: Path) -> None:
    with new_desk(tmp_path, *ROWS) as desk:
        gone, stays = desk.unit("101005"), desk.unit("101006")
        assert gone is not None and stays is not None
        with pytest.raises(Refused, match="第三小学 已于 2024-01-31 撤销或合并"):
            unit_changes.merge(desk, [stays], gone, datetime.date(2024, 2, 1))
        assert desk.rows(UnitChange) == []


def test_rows_of_a_file_are_named_and_nothing_is_half_done(tmp_path: Path) -> None:
    with new_desk(tmp_path, *ROWS) as desk:
        path = written(
            tmp_path / "events.xlsx",
            单位=[["单位编码", "单位名称", "成立日期", "撤销日期"], ["101007", "第五小学", "2024-05-01", None], ["101008", "第六小学", "2024-05-01", "2024-04-01"]],
            变更=[
                ["日期", "类型", "原单位编码", "新单位编码", "结转上年预留"], ["2024-02-01", "合并", "101006", "101005", None],
                ["2024-02-01", "分立", "101003", "101003", 30_000], ["2024-02-01", "分立", "101003", "101009", 30_000],
            ],
            填报=[["年度", "单位编码", "预留份额", "首次填报日期", "确认日期", "状态"], [2024, "101004", 1, "2024-03-10", "2024-03-09", "已确认"]],
            采购=[
                ["订单号", "下单日期", "采购单位编码", "金额", "付款日期"], ["9", "2024-04-30", "101007", 100, None],
                ["10", "2024-05-01", "101007", 100, None], ["11", "2024-05-01", "101003", 100, "2024-04-01"],
            ],
        )  # fmt: skip
        plan = imports.plan_file(desk, path)
        said = reasons(plan)
        for words in (
            "第 3 行：撤销日期 2024-04-01 早于成立日期 2024-05-01", "第 2 行：第三小学 已于 2024-01-31 撤销或合并，不能再并入它",
            "第 3 行：各部分结转的上年预留合计 60,000.00 元，与 101003 上年预留 50,000.00 元不符，差 10,000.00 元", "第 4 行：各部分",
            "第 2 行：确认日期 2024-03-09 早于首次填报日期", "第 2 行：下单日期 2024-04-30 早于 第五小学 成立的日子",
            "第 4 行：付款日期 2024-04-01 早于下单日期",
        ):  # fmt: skip
            assert words in said
        assert len(plan.refused) == 7
        imports.apply_plan(desk, plan)
        assert [row.number for row in desk.rows(Purchase)] == ["1", "10"]
        assert desk.rows(UnitChange) == []


def test_parts_that_add_up_and_a_chain_of_one_day_are_taken(tmp_path: Path) -> None:
    with new_desk(tmp_path, *ROWS) as desk:
        path = written(
            tmp_path / "good.xlsx",
            变更=[
                ["日期", "类型", "原单位编码", "新单位编码", "结转上年预留"], ["2024-02-01", "分立", "101003", "101003", 30_000],
                ["2024-02-01", "分立", "101003", "101009", 20_000], ["2024-03-06", "合并", "101009", "101004", None],
                ["2024-03-06", "合并", "101004", "101006", None],
            ],
        )  # fmt: skip
        plan = imports.plan_file(desk, path)
        assert reasons(plan) == ""
        imports.apply_plan(desk, plan)
        found = desk.unit("101003")
        assert found is not None
        assert desk.unit_status(found).last_year == 30_000 * YUAN


def test_what_a_split_of_a_file_divides_is_what_the_law_says(tmp_path: Path) -> None:
    """A unit that was given another name, and one whose filing bears no day: the parts must add up to what the rules carry."""
    rows = (
        unit("101003", "第一小学"), unit("101004", "第二小学"), filing("101003", 500_000, 50_000),
        unit("101005", "第三小学"), filing("101005", 500_000, 40_000), filing("101005", 700_000, 70_000, year=2023),
    )  # fmt: skip
    with new_desk(tmp_path, *rows) as desk:
        editing.edit(desk, next(row for row in desk.rows(Filing, 2024) if row.unit == "101005"), "first_filed", None)

        def planned(name: str, first: int, second: int) -> str:
            head = ["日期", "类型", "原单位编码", "新单位编码", "结转上年预留"]
            changes = [
                head, ["2024-05-01", "更名", "101003", "101004", None], ["2024-09-01", "分立", "101004", "101004", first],
                ["2024-09-01", "分立", "101004", "101009", 20_000], ["2024-09-01", "分立", "101005", "101005", second],
                ["2024-09-01", "分立", "101005", "101010", 20_000],
            ]  # fmt: skip
            return reasons(imports.plan_file(desk, written(tmp_path / f"{name}.xlsx", 变更=changes)))

        assert planned("good", 30_000, 20_000) == ""
        said = planned("bad", 30_001, 50_000)
        assert "合计 50,001.00 元，与 101004 上年预留 50,000.00 元不符，差 1.00 元" in said
        assert "合计 70,000.00 元，与 101005 上年预留 40,000.00 元不符，差 30,000.00 元" in said


def test_what_was_wrong_before_can_be_mended_step_by_step(tmp_path: Path) -> None:
    bad = filing("101003", state="filed", confirmed=datetime.date(2024, 3, 1), first_filed=datetime.date(2024, 3, 10))
    with new_desk(tmp_path, unit(), bad, Account(name="城投公司", unit="101003")) as desk:
        editing.edit(desk, desk.rows(Filing)[0], "platform_note", "已核")
        editing.edit(desk, desk.rows(Filing)[0], "confirmed", "2024-03-12")
        with pytest.raises(Refused, match="早于首次填报日期"):
            editing.edit(desk, desk.rows(Filing)[0], "confirmed", "2024-03-01")
        assert desk.rows(Unit)[0].name == "第一小学"


def test_an_order_may_be_accepted_paid_and_evaluated_on_its_own_day_and_not_before(tmp_path: Path) -> None:
    day = datetime.date(2024, 3, 1)
    with new_desk(tmp_path, unit(), order("1", "101003", 5, day)) as desk:
        for column in ("accepted", "paid", "evaluated"):
            with pytest.raises(Refused, match="早于下单日期 2024-03-01"):
                editing.edit(desk, desk.rows(Purchase)[0], column, "2024-02-29")
            assert editing.edit(desk, desk.rows(Purchase)[0], column, "2024-03-01") is not None
        bought = desk.rows(Purchase)[0]
        assert (bought.accepted, bought.paid, bought.evaluated) == (day, day, day)


def test_a_unit_that_ends_on_a_day_takes_nobody_in_on_that_day_but_on_the_one_before(tmp_path: Path) -> None:
    end = datetime.date(2024, 1, 31)
    rows = (unit("101003", "第一小学"), unit("101005", "第三小学", closed=end), filing("101003", year=2023))
    with new_desk(tmp_path, *rows) as desk:
        given = {"kind": "合并", "old_unit": "101003", "new_unit": "101005"}
        with pytest.raises(Refused, match="第三小学 已于 2024-01-31 撤销或合并"):
            editing.add(desk, UnitChange, given | {"day": end})
        assert editing.add(desk, UnitChange, given | {"day": datetime.date(2024, 1, 30)}).day.day == 30


@pytest.mark.parametrize(
    ("record", "says"),
    [
        (unit(founded=FOUNDED, closed=FOUNDED), None),
        (unit(founded=FOUNDED, closed=FOUNDED - datetime.timedelta(days=1)), "早于成立日期"),
        (filing(confirmed=datetime.date(2024, 3, 10)), None),
        (filing(confirmed=datetime.date(2024, 3, 9)), "早于首次填报日期"),
        (filing(last_filed=datetime.date(2024, 3, 10)), None),
        (filing(last_filed=datetime.date(2024, 3, 9)), "最近填报日期"),
        (filing(state="unfiled"), "还没有填报"),
        (order("1", "101003", 500, paid=datetime.date(2024, 3, 1)), None),
        (order("1", "101003", 500, paid=datetime.date(2024, 2, 29)), "早于下单日期"),
        (order("1", "101003", 0, paid=datetime.date(2024, 2, 29)), "早于下单日期"),
        (order("1", "101003", -500, paid=datetime.date(2024, 2, 29)), None),
    ],
)
def test_the_same_day_is_no_fault_and_the_day_before_is_one(record: Record, says: str | None) -> None:
    found = fault(record, KnownUnits())
    assert found is None if says is None else found is not None and says in found.text()


@pytest.mark.parametrize(
    ("into", "says"), [("101003", "并入自己"), ("101005", "不能再并入它"), ("101004", "不能再并入它"), ("101006", None)]
)
def test_a_unit_is_not_merged_into_itself_or_one_that_is_gone(into: str, says: str | None) -> None:
    day = datetime.date(2024, 3, 1)
    about = KnownUnits()
    gone = UnitChange(day=datetime.date(2024, 2, 1), kind="merge", old_unit="101005", new_unit="101006")
    about.learn([unit("101004", "第二小学", closed=datetime.date(2024, 2, 1)), gone])
    found = fault(UnitChange(day=day, kind="merge", old_unit="101003", new_unit=into), about)
    assert found is None if says is None else found is not None and says in found.text()
