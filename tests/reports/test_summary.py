"""The city summary's figures: what ties is reckoned twice, who is gone has no figures, nobody's orders show twice."""

from __future__ import annotations

import dataclasses
import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.books import YUAN, filing, new_desk, order, unit
from zhengzhou_desk.policy.purchases import PurchaseSums
from zhengzhou_desk.records import Account, Execution, Notice, Record, UnitChange
from zhengzhou_desk.records.report import Report
from zhengzhou_desk.reports import purchasing, summary
from zhengzhou_desk.reports.unit_status import unit_statuses
from zhengzhou_desk.services import exports
from zhengzhou_desk.services.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Callable

    from zhengzhou_desk.reports.unit_status import UnitStatus

SOE = "91410105MA00000319"
DONE = {
    "accepted": datetime.date(2024, 3, 3), "paid": datetime.date(2024, 3, 5), "evaluated": datetime.date(2024, 3, 6),
}  # fmt: skip
ROWS: tuple[Record, ...] = (
    unit("101", "教育局"), filing("101", 300_000, 30_000), filing("101", 300_000, 30_000, 2023),
    unit("101001", "第一小学", department="101"), filing("101001", 800_000, 80_000), filing("101001", 800_000, 80_000, 2023),
    unit("201", "卫健委"), filing("201", 500_000, 50_000), filing("201", 500_000, 50_000, 2023),
    order("1", "101", 700, **DONE), order("2", "101001", 4_000, **DONE), order("3", "888", 900, **DONE),
    Execution(year=2024, unit="201", as_of=datetime.date(2024, 3, 31), traded=5_000 * YUAN, paid=5_000 * YUAN, completed=5_000 * YUAN),
)  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path) -> Any:
    with new_desk(tmp_path, *ROWS) as made:
        yield made


def sheet(desk: Desk, name: str) -> Report:
    return next(report for report in exports.summary(desk) if report.name == name)


def cell(report: Report, line: int, column: str) -> object:
    return report.lines[line].values[report.place(column)]


def untied(desk: Desk) -> list[tuple[object, object]]:
    """What does not tie: the item and the first of the two ways in which it was reckoned."""
    ties = sheet(desk, "核对")
    lines = range(len(ties.lines))
    return [(cell(ties, at, "what"), cell(ties, at, "left_name")) for at in lines if cell(ties, at, "difference")]


# -- 核对 ------------------------------------------------------------------------------------------


def a_department_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = summary._SummaryData.departments
    monkeypatch.setattr(summary._SummaryData, "departments", lambda book: whole(book)[:-1])


def _with(monkeypatch: pytest.MonkeyPatch, change: Callable[[UnitStatus], UnitStatus]) -> None:
    """The units' figures as the summary gets them, with those of the second unit altered."""
    true = unit_statuses

    def altered(*given: Any) -> tuple[UnitStatus, ...]:
        first, second, *rest = true(*given)
        return (first, change(second), *rest)

    monkeypatch.setattr(summary, "unit_statuses", altered)


def a_reserve_is_a_fen_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    _with(monkeypatch, lambda row: dataclasses.replace(row, reserve=(row.reserve or 0) + 1))


def a_unit_bought_a_fen_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    _with(monkeypatch, lambda row: dataclasses.replace(row, bought=row.bought + PurchaseSums(1, 1, 1)))


def what_counts_for_nobody_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(summary, "unassigned_sums", lambda *_: PurchaseSums())


def a_month_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    true = purchasing.by_month

    def short(*given: Any) -> Any:
        empty = purchasing.MonthSums(0, PurchaseSums())
        return tuple(empty if slot == 3 else month for slot, month in enumerate(true(*given)))

    monkeypatch.setattr(purchasing, "by_month", short)


def a_kind_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    line = purchasing._kind_line
    monkeypatch.setattr(purchasing, "_kind_line", lambda name, orders, day: line(name, (), day))


# What goes wrong with the figures, and where the sheet must say so.
FAULTS: tuple[tuple[Callable[[pytest.MonkeyPatch], None], set[tuple[str, str]]], ...] = (
    (a_department_is_lost, {("年度食堂食材采购总额", "各部门之和"), ("预留份额", "各部门之和")}),
    (a_reserve_is_a_fen_too_much, {("预留份额", "填报表之和")}),
    (
        what_counts_for_nobody_is_forgotten,
        {("下单金额", "订单之和"), ("已支付金额", "订单之和"), ("完结金额", "订单之和")},
    ),
    (
        a_unit_bought_a_fen_too_much,
        {("下单金额", "按订单与按统计之和"), ("完结金额", "按订单与按统计之和")},
    ),
    (a_month_is_lost, {("下单金额", "“各月采购”之和"), ("完结金额", "“各月采购”之和")}),
    (a_kind_is_lost, {("下单金额", "“采购分类”之和"), ("完结金额", "“采购分类”之和")}),
)


def test_a_true_book_ties(desk: Desk) -> None:
    assert untied(desk) == []
    ties = sheet(desk, "核对")
    assert all(cell(ties, at, "left") for at in range(len(ties.lines))), "no line ties because both sides are nothing"


@pytest.mark.parametrize(("spoil", "expected"), FAULTS, ids=[spoil.__name__ for spoil, _ in FAULTS])
def test_what_does_not_tie_shows_where_and_by_how_much(
    desk: Desk,
    monkeypatch: pytest.MonkeyPatch,
    spoil: Callable[[pytest.MonkeyPatch], None],
    expected: set[tuple[str, str]],
) -> None:
    spoil(monkeypatch)
    assert expected <= set(untied(desk))
    ties = sheet(desk, "核对")
    for at in range(len(ties.lines)):
        left, right, difference = (cell(ties, at, column) for column in ("left", "right", "difference"))
        assert isinstance(left, int)
        assert isinstance(right, int)
        assert difference == left - right


def test_every_line_that_ties_has_a_fault_that_it_shows(desk: Desk) -> None:
    ties = sheet(desk, "核对")
    every = {(cell(ties, at, "what"), cell(ties, at, "left_name")) for at in range(len(ties.lines))}
    assert every == set().union(*(expected for _, expected in FAULTS))


# -- 单位明细 ---------------------------------------------------------------------------------------


def test_a_closed_unit_is_named_after_the_sums_without_any_figure(tmp_path: Path) -> None:
    gone = unit("101002", "并走小学", department="101", closed=datetime.date(2024, 2, 1))
    with new_desk(tmp_path, *ROWS, gone, filing("101002", 400_000, 40_000), order("4", "101002", 60, **DONE)) as desk:
        details = sheet(desk, "单位明细")
        last = details.lines[-1]
        assert last.values[:2] == ("101002", "并走小学")
        assert last.values[details.place("state")] == "closed"
        figures = last.values[details.place("total") :]
        assert set(figures) == {None}
        assert cell(details, -2, "reserve") == 160_000 * YUAN, "the sum is of those who count"
        assert [line.values[0] for line in details.lines].count("101002") == 1


# -- 未填报及不达标清单、通知书台账 ----------------------------------------------------------------------


def test_those_to_press_stand_in_the_order_in_which_they_are_called(tmp_path: Path) -> None:
    """Who has not filed comes first, then the largest gap; equal ones by their code."""
    rows: list[Record] = []
    for code, reserve in (("101", 79_000), ("102", 30_000), ("103", None), ("105", 79_000), ("104", 50_000)):
        rows += [unit(code, f"{code}单位"), filing(code, 800_000, 80_000, 2023)]
        rows += [filing(code, 800_000, reserve)] if reserve is not None else []
    with new_desk(tmp_path, *rows) as desk:
        report = sheet(desk, "未填报及不达标清单")
        shown = [(cell(report, at, "code"), cell(report, at, "gap")) for at in range(len(report.lines))]
    assert [code for code, _ in shown] == ["103", "102", "104", "101", "105", None]
    assert [gap for _, gap in shown[1:]] == [50_000 * YUAN, 30_000 * YUAN, 1_000 * YUAN, 1_000 * YUAN, 82_000 * YUAN]


def test_the_register_holds_the_notices_and_changes_of_its_year(tmp_path: Path) -> None:
    papers = [
        Notice(year=year, unit="101", kind="refile", number=f"金水财购〔{year}〕1号", state="issued", day=datetime.date(year, 4, 1))
        for year in (2023, 2024)
    ]  # fmt: skip
    changes = [
        UnitChange(day=datetime.date(year, 2, 1), kind="rename", old_unit="101", new_unit="101", new_name="教育局")
        for year in (2023, 2024)
    ]
    with new_desk(tmp_path, *ROWS, *papers, *changes) as desk:
        register, changed = sheet(desk, "通知书台账"), sheet(desk, "变更")
        assert [cell(register, at, "number") for at in range(len(register.lines))] == ["金水财购〔2024〕1号"]
        assert [cell(changed, at, "day") for at in range(len(changed.lines))] == [datetime.date(2024, 2, 1)]


# -- 各月采购 ---------------------------------------------------------------------------------------


def test_what_is_known_by_statistics_only_is_in_the_sum_of_every_month(desk: Desk) -> None:
    months = sheet(desk, "各月采购")
    named = {cell(months, at, "month"): at for at in range(len(months.lines))}
    reached = {name: cell(months, at, "sum") for name, at in named.items() if name != "合计"}
    assert reached == {
        "按平台统计，不分月": 5_000 * YUAN, "1月": 5_000 * YUAN, "2月": 5_000 * YUAN, "3月": 9_700 * YUAN, "4月": 9_700 * YUAN,
    }  # fmt: skip
    assert cell(months, named["合计"], "completed") == 9_700 * YUAN


# -- 国企 -------------------------------------------------------------------------------------------


def test_orders_of_an_enterprise_that_came_back_show_once_under_the_row_of_their_day(tmp_path: Path) -> None:
    def belongs(code: str, since: datetime.date) -> Account:
        return Account(name="城投公司", uscc=SOE, unit=code, since=since, state="opened")

    first, second, third = datetime.date(2023, 1, 1), datetime.date(2024, 2, 1), datetime.date(2024, 3, 1)
    rows = (
        *ROWS, belongs("101", first), belongs("101001", second), belongs("101", third),
        order("11", SOE, 10, datetime.date(2024, 1, 31), **DONE), order("12", SOE, 200, datetime.date(2024, 2, 1), **DONE),
        order("13", SOE, 3_000, datetime.date(2024, 3, 1), **DONE),
    )  # fmt: skip
    with new_desk(tmp_path, *rows) as desk:
        report = sheet(desk, "国企")
        shown = [(cell(report, at, "unit"), cell(report, at, "ordered")) for at in range(len(report.lines))]
        assert shown == [("101", 10 * YUAN), ("101001", 200 * YUAN), ("101", 3_000 * YUAN), (None, 3_210 * YUAN)]
