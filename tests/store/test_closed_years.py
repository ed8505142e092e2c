"""A closed year: whatever belongs to it is read-only, in every table that has a year or a day, by whichever step."""

from __future__ import annotations

import dataclasses
import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.books import filing, new_desk, order, unit, written
from zhengzhou_desk.cli.run import run
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.records import (
    CLASSES,
    Account,
    BookYear,
    Change,
    DistrictCode,
    Entry,
    KeptBulletin,
    Purchase,
    Record,
    Setting,
    Unit,
    UnitChange,
)
from zhengzhou_desk.records.kinds import Choice, Day, Flag, Money, Rate, Value, Whole, Year
from zhengzhou_desk.records.setting import SUBMITTED
from zhengzhou_desk.services import editing, imports, orders, years

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhengzhou_desk.services.desk import Desk

# Tables with a year or a day that a closed year does not hold, and why.
OPEN: dict[type[Record], str] = {
    Unit: "is of every year; its days say when it began and ended",
    Account: "is of every year from its first day on",
    KeptBulletin: "copies figures and changes none; it goes out when the year is over",
    DistrictCode: "is of every year; its day says since when it is kept",
    BookYear: "is what closes the year and opens it again",
}
WITH_TIME = [cls for cls in CLASSES if any(isinstance(column.kind, Year | Day) for column in cls.table.columns)]
HELD = [cls for cls in WITH_TIME if cls not in OPEN]


def made(cls: type[Record], year: int, **more: Value) -> Record:
    """A row whose every year and day is of `year`."""
    values: dict[str, Value] = {}
    for column in cls.table.columns:
        match column.kind:
            case Year():
                values[column.name] = year
            case Day():
                values[column.name] = datetime.date(year, 3, 5)
            case Choice():
                values[column.name] = column.kind.options[0].code
            case Flag():
                values[column.name] = True
            case Money() | Rate() | Whole():
                values[column.name] = 1
            case _:
                values[column.name] = "1"
    return cls(**(values | more))  # type: ignore[arg-type]


def put(desk: Desk, before: Record | None, after: Record | None) -> Record | None:
    return desk.store.apply(Entry("edit", (Change(before, after),))).changes[0].after


def other_text(row: Record) -> Record:
    """The same row with another word somewhere, but in the same years."""
    for column in reversed(row.table.columns):
        if not isinstance(column.kind, Year | Day | Choice | Flag | Whole | Money | Rate):
            return dataclasses.replace(row, **{column.name: "2"})  # type: ignore[arg-type]
    name = next(column.name for column in row.table.columns if isinstance(column.kind, Money))
    return dataclasses.replace(row, **{name: 2})


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(tmp_path, unit(), unit("101004", "第二小学"), filing(), order("A1", "101003", 10)) as made_desk:
        years.open_year(made_desk, 2025)
        yield made_desk


@pytest.mark.parametrize("cls", HELD, ids=lambda cls: cls.table.name)
def test_no_row_of_a_closed_year_is_added_changed_moved_or_removed(desk: Desk, cls: type[Record]) -> None:
    row = put(desk, None, made(cls, 2024))
    later = put(desk, None, made(cls, 2025))
    assert row is not None
    assert later is not None
    years.close_year(desk, 2024)
    for before, after in (
        (None, made(cls, 2024)),
        (row, other_text(row)),
        (row, None),
        (row, dataclasses.replace(made(cls, 2025), id=row.id)),
        (later, dataclasses.replace(made(cls, 2024), id=later.id)),
    ):
        with pytest.raises(Refused, match="2024 年度已结账，只能查看。要改请先重新打开该年度"):
            put(desk, before, after)
    assert put(desk, later, other_text(later)) is not None
    years.close_year(desk, 2024, closed=False)
    assert put(desk, row, other_text(row)) is not None


@pytest.mark.parametrize("cls", [cls for cls in OPEN if cls is not BookYear], ids=lambda cls: cls.table.name)
def test_what_is_of_no_single_year_stays_open(desk: Desk, cls: type[Record]) -> None:
    years.close_year(desk, 2024)
    row = put(desk, None, made(cls, 2024))
    assert row is not None
    assert put(desk, row, other_text(row)) is not None


def test_the_platform_may_follow_a_change_when_its_year_is_closed(desk: Desk) -> None:
    change = put(desk, None, made(UnitChange, 2024, kind="rename", platform_day=None))
    assert isinstance(change, UnitChange)
    years.close_year(desk, 2024)
    told = put(desk, change, dataclasses.replace(change, platform_day=datetime.date(2025, 1, 9)))
    assert isinstance(told, UnitChange)
    with pytest.raises(Refused, match="2024 年度已结账"):
        put(desk, told, dataclasses.replace(told, platform_day=None, carried=2))


def test_that_a_year_was_reported_may_be_said_after_it_was_closed(desk: Desk) -> None:
    years.close_year(desk, 2024)
    assert put(desk, None, Setting(name=SUBMITTED, year=2024, value="2025-01-10")) is not None
    assert put(desk, None, Setting(name="phone", value="1")) is not None


def test_an_order_is_held_by_the_year_it_was_completed_in_as_well(desk: Desk) -> None:
    """Some regions count an order in that year."""
    days = {name: datetime.date(2025, 1, 9) for name in ("accepted", "paid", "evaluated")}
    row = put(desk, None, made(Purchase, 2024, **days))
    years.close_year(desk, 2025)
    with pytest.raises(Refused, match="2025 年度已结账"):
        put(desk, row, None)


def test_orders_of_a_closed_year_are_refused_however_one_tries(
    desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    years.close_year(desk, 2024)
    row = desk.rows(Purchase, 2024)[0]
    other = desk.unit("101004")
    assert other is not None
    path = written(
        tmp_path / "a.xlsx", 采购=[["订单号", "下单日期", "采购单位编码", "金额"], ["A9", "2024-05-01", "101003", 7]]
    )
    plan = imports.plan_file(desk, path)
    before = desk.store.head
    for tried in (
        lambda: editing.edit(desk, row, "amount", "11"),
        lambda: editing.edit_many(desk, [(row, "amount", "11"), (row, "buyer", "101004")]),
        lambda: editing.remove(desk, [row]),
        lambda: editing.add(desk, Purchase, {"number": "A2", "day": "2024-12-31", "amount": "1"}),
        lambda: orders.move(desk, [row], other, "选错了"),
        lambda: imports.apply_plan(desk, plan),
    ):
        with pytest.raises(Refused, match="2024 年度已结账"):
            tried()
    assert desk.store.head == before
    desk.close()
    assert run(["import", str(desk.path), str(path)]) == 2
    assert "2024 年度已结账，只能查看。要改请先重新打开该年度" in capsys.readouterr().err
