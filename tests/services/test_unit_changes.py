"""Changes of units: shown first, written as one step, with last year's reserve where it belongs."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from tests.books import YUAN, filing, new_desk, order, unit
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.records import Account, Unit, UnitChange
from zhengzhou_desk.services import editing, unit_changes, years

DAY = datetime.date(2024, 2, 1)
ROWS = (
    unit("101003", "第一小学"), unit("101004", "第二小学"),
    filing("101003", 800_000, 80_000, year=2023), filing("101004", 500_000, 50_000, year=2023),
    filing("101003", 900_000, 90_000), order("1", "101004", 3_000),
)  # fmt: skip


def one(desk: object, code: str) -> Unit:
    found = desk.unit(code)  # type: ignore[attr-defined]
    assert isinstance(found, Unit)
    return found


def test_merging_adds_last_years_reserves_and_says_what_stays_behind(tmp_path: Path) -> None:
    with new_desk(tmp_path, *ROWS) as desk:
        step = unit_changes.merge(desk, [one(desk, "101004")], one(desk, "101003"), DAY, "编办〔2024〕1号")
        said = [str(consequence.says) for consequence in step.consequences]
        assert any("50,000.00 元并入 第一小学" in sentence for sentence in said)
        assert any("1 笔订单转入未归集" in sentence for sentence in said)
        assert desk.rows(UnitChange) == [], "showing changes nothing"
        unit_changes.apply(desk, step)
        assert desk.unit_status(one(desk, "101003")).last_year == 130_000 * YUAN
        assert desk.unit_status(one(desk, "101003")).state == "fail"
        assert desk.unit_status(one(desk, "101004")).state == "closed"
        desk.undo()
        assert desk.unit_status(one(desk, "101003")).state == "pass"
        assert one(desk, "101004").closed is None


def test_a_split_must_add_up(tmp_path: Path) -> None:
    with new_desk(tmp_path, *ROWS) as desk:
        old = one(desk, "101003")
        parts = {"101003": ("第一小学", 50_000 * YUAN), "101009": ("第一小学东校区", 20_000 * YUAN)}
        with pytest.raises(Refused, match="差 -10,000.00 元"):
            unit_changes.split(desk, old, parts, DAY)
        parts["101009"] = ("第一小学东校区", 30_000 * YUAN)
        unit_changes.apply(desk, unit_changes.split(desk, old, parts, DAY))
        assert desk.unit_status(one(desk, "101003")).last_year == 50_000 * YUAN
        assert desk.unit_status(one(desk, "101009")).last_year == 30_000 * YUAN


def test_a_new_unit_is_bound_by_the_ratio_only_and_a_used_code_is_refused(tmp_path: Path) -> None:
    with new_desk(tmp_path, *ROWS) as desk:
        with pytest.raises(Refused, match="已有单位使用"):
            unit_changes.establish(desk, "101003", "第九小学", DAY)
        unit_changes.apply(desk, unit_changes.establish(desk, "101009", "第九小学", DAY))
        assert desk.unit_status(one(desk, "101009")).last_year is None


def test_renaming_keeps_everything_under_the_code(tmp_path: Path) -> None:
    with new_desk(tmp_path, *ROWS) as desk:
        unit_changes.apply(desk, unit_changes.rename(desk, one(desk, "101003"), "实验小学", DAY))
        assert one(desk, "101003").name == "实验小学"
        assert desk.unit_status(one(desk, "101003")).last_year == 80_000 * YUAN
        with pytest.raises(Refused, match="新的单位名称"):
            unit_changes.rename(desk, one(desk, "101003"), "实验小学", DAY)


def test_a_dissolved_unit_lapses_and_is_not_dissolved_twice(tmp_path: Path) -> None:
    with new_desk(tmp_path, *ROWS) as desk:
        step = unit_changes.dissolve(desk, one(desk, "101004"), DAY)
        assert any("失效" in str(consequence.says) for consequence in step.consequences)
        unit_changes.apply(desk, step)
        with pytest.raises(Refused, match="已于 2024-02-01"):
            unit_changes.dissolve(desk, one(desk, "101004"), DAY)


def test_another_amount_is_carried_only_with_a_reason_and_shows_as_such(tmp_path: Path) -> None:
    with new_desk(tmp_path, *ROWS) as desk:
        with pytest.raises(Refused, match="要在“依据”中写明理由"):
            unit_changes.merge(desk, [one(desk, "101004")], one(desk, "101003"), DAY, None, "4万元")
        step = unit_changes.merge(desk, [one(desk, "101004")], one(desk, "101003"), DAY, "编办〔2024〕1号", "4万元")
        assert any("按登记的 40,000.00 元结转" in str(each.says) for each in step.consequences)
        unit_changes.apply(desk, step)
        assert desk.unit_status(one(desk, "101003")).last_year == 120_000 * YUAN
        assert [found.severity for found in desk.findings() if found.rule == "override"] == ["info"]
        editing.edit(desk, desk.rows(UnitChange)[0], "basis", None)
        assert [found.severity for found in desk.findings() if found.rule == "override"] == ["warning"]


def test_a_change_after_the_filing_moves_what_was_filed_this_year(tmp_path: Path) -> None:
    rows = (*ROWS, filing("101004", 600_000, 60_000))
    with new_desk(tmp_path, *rows) as desk:
        step = unit_changes.merge(
            desk, [one(desk, "101004")], one(desk, "101003"), datetime.date(2024, 7, 1), "编办〔2024〕1号"
        )
        assert any("60,000.00 元并入" in str(each.says) for each in step.consequences)
        unit_changes.apply(desk, step)
        assert desk.unit_status(one(desk, "101003")).last_year == 80_000 * YUAN
        years.open_year(desk, 2025)
        assert desk.unit_status(one(desk, "101003"), 2025).last_year == 90_000 * YUAN, "the merger has not happened yet"
        desk.set_today(datetime.date(2024, 7, 1))
        assert desk.unit_status(one(desk, "101003"), 2025).last_year == 150_000 * YUAN
        with pytest.raises(Refused, match="原单位上年预留 150,000.00 元不符"):
            parts = {"101003": ("一小", 10_000 * YUAN), "101009": ("东校区", 20_000 * YUAN)}
            unit_changes.split(desk, one(desk, "101003"), parts, datetime.date(2024, 9, 1))


def test_enterprises_and_sharers_of_the_canteen_go_along_and_orders_where_asked(tmp_path: Path) -> None:
    soe = "91410105MA00000319"
    rows = (
        *ROWS, unit("101005", "教研室", "shared", canteen_host="101004"), Account(name="城投公司", uscc=soe, unit="101004", state="opened"),
        order("2", soe, 700, datetime.date(2024, 1, 15)), order("3", soe, 900, datetime.date(2024, 2, 15)),
    )  # fmt: skip
    with new_desk(tmp_path, *rows) as desk:
        step = unit_changes.merge(desk, [one(desk, "101004")], one(desk, "101003"), DAY, "编办〔2024〕1号")
        said = [str(each.says) for each in step.consequences]
        assert "1 家国有企业自 2024-02-01 起归属 第一小学" in said
        assert "1 个与 第二小学 共用食堂的单位改由 第一小学 代表" in said
        unit_changes.apply(desk, step)
        assert one(desk, "101005").canteen_host == "101003"
        assert [(row.unit, row.since) for row in desk.rows(Account)] == [("101004", None), ("101003", DAY)]
        assert desk.unit_status(one(desk, "101003")).bought.ordered == 900 * YUAN, (
            "an order counts by the day it was placed"
        )
        desk.undo()
        assert one(desk, "101005").canteen_host == "101004"
        step = unit_changes.merge(
            desk,
            [one(desk, "101004")],
            one(desk, "101003"),
            DAY,
            "编办〔2024〕1号",
            along=unit_changes.TakenAlong(orders=True),
        )
        assert "第二小学 本年的 1 笔订单改记到 第一小学" in [str(each.says) for each in step.consequences]
        unit_changes.apply(desk, step)
        assert desk.unit_status(one(desk, "101003")).bought.ordered == 3_900 * YUAN
        desk.undo()
        step = unit_changes.merge(
            desk, [one(desk, "101004")], one(desk, "101003"), DAY, None, along=unit_changes.TakenAlong(ties=False)
        )
        assert any("请改记所属单位" in str(each.says) for each in step.consequences)


def test_two_who_shared_a_canteen_go_into_a_third_or_one_into_the_other(tmp_path: Path) -> None:
    rows = (*ROWS, unit("101005", "教研室", "shared", canteen_host="101004"))
    with new_desk(tmp_path, *rows) as desk:
        unit_changes.apply(
            desk, unit_changes.merge(desk, [one(desk, "101004"), one(desk, "101005")], one(desk, "101003"), DAY)
        )
        assert one(desk, "101005").closed == DAY
        desk.undo()
        unit_changes.apply(desk, unit_changes.merge(desk, [one(desk, "101004")], one(desk, "101005"), DAY))
        assert one(desk, "101005").canteen_host is None


def test_of_those_who_shared_the_canteen_only_who_is_still_there_goes_along(tmp_path: Path) -> None:
    gone = unit("101006", "老教研室", "shared", canteen_host="101004", closed=datetime.date(2023, 6, 1))
    rows = (*ROWS, unit("101005", "教研室", "shared", canteen_host="101004"), gone)
    with new_desk(tmp_path, *rows) as desk:
        step = unit_changes.merge(desk, [one(desk, "101004")], one(desk, "101003"), DAY, "编办〔2024〕1号")
        assert "1 个与 第二小学 共用食堂的单位改由 第一小学 代表" in [str(each.says) for each in step.consequences]
        unit_changes.apply(desk, step)
        assert one(desk, "101005").canteen_host == "101003"
        assert one(desk, "101006").canteen_host == "101004", "what was, stays as it was"


def test_another_amount_goes_with_one_unit_only_and_a_rename_says_it(tmp_path: Path) -> None:
    with new_desk(tmp_path, *ROWS, unit("101009", "第三小学")) as desk:
        olds = [one(desk, "101004"), one(desk, "101009")]
        with pytest.raises(Refused, match="一个单位一个单位地办理"):
            unit_changes.merge(desk, olds, one(desk, "101003"), DAY, "审计", carried="5")
        step = unit_changes.rename(desk, one(desk, "101003"), "实验小学", DAY, "审计决定", carried="70000")
        assert any("70,000.00" in str(each.says) for each in step.consequences)
        unit_changes.apply(desk, step)
        assert desk.unit_status(one(desk, "101003")).last_year == 70_000 * YUAN


def test_a_change_is_registered_once(tmp_path: Path) -> None:
    with new_desk(tmp_path, *ROWS) as desk:
        unit_changes.apply(desk, unit_changes.rename(desk, one(desk, "101003"), "实验小学", DAY))
        with pytest.raises(Refused, match="已经登记过了"):
            unit_changes.rename(desk, one(desk, "101003"), "第一实验小学", DAY)


def test_an_enterprise_without_a_credit_code_goes_along_as_the_row_it_is(tmp_path: Path) -> None:
    with new_desk(tmp_path, *ROWS, Account(name="城投公司", unit="101004")) as desk:
        step = unit_changes.merge(desk, [one(desk, "101004")], one(desk, "101003"), DAY)
        unit_changes.apply(desk, step)
        assert [(row.unit, row.since) for row in desk.rows(Account)] == [("101003", None)]
