"""The calendar of a year: the last day of a stage belongs to it, days are counted to the day itself."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from tests.books import filing, new_desk, order, unit
from zhengzhou_desk.reports import deadlines
from zhengzhou_desk.reports.deadlines import BUY, CLOSE, CONFIRM, FILE
from zhengzhou_desk.reports.unit_status import unit_statuses


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("2024-03-20", FILE), ("2024-03-21", CONFIRM), ("2024-03-25", CONFIRM), ("2024-03-26", BUY), ("2024-10-31", BUY),
        ("2024-11-01", CLOSE), ("2024-12-31", CLOSE), ("2025-01-05", CLOSE),
    ],
)  # fmt: skip
def test_the_last_day_of_a_stage_belongs_to_it(tmp_path: Path, day: str, name: str) -> None:
    with new_desk(tmp_path, unit()) as desk:
        desk.set_today(datetime.date.fromisoformat(day))
        assert deadlines.stage(2024, desk.engine.reader()).name == name


@pytest.mark.parametrize(("day", "left"), [("2024-03-19", 1), ("2024-03-20", 0), ("2024-03-22", -2)])
def test_days_are_counted_to_the_due_day(tmp_path: Path, day: str, left: int) -> None:
    with new_desk(tmp_path, unit("101003"), unit("101004", "第二小学"), filing("101004")) as desk:
        desk.set_today(datetime.date.fromisoformat(day))
        task = next(task for task in deadlines.tasks(desk.engine, 2024) if task.name == "file")
        assert (task.units, task.count, task.is_done) == (("101003",), 1, False)
        assert task.days_left(desk.today) == left


@pytest.mark.parametrize(("yuan", "behind"), [(79_999, True), (80_000, False), (80_001, False)])
def test_who_has_bought_what_was_reserved_is_not_behind(tmp_path: Path, yuan: int, *, behind: bool) -> None:
    done = dict.fromkeys(("accepted", "paid", "evaluated"), datetime.date(2024, 3, 5))
    with new_desk(tmp_path, unit(), filing(), filing(year=2023), order("1", "101003", yuan, **done)) as desk:
        (row,) = unit_statuses(desk.engine, 2024)
        assert deadlines.is_behind(row) is behind
        task = next(task for task in deadlines.tasks(desk.engine, 2024) if task.name == "buy")
        assert task.is_done is not behind
