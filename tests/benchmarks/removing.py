"""Removing 20,000 orders of one buyer in one step, beside half as many: it must not grow by the square."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.benchmarks.rows import Row, seconds
from tests.books import filing, new_desk, order, unit
from zhengzhou_desk.records import Purchase
from zhengzhou_desk.services import editing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.benchmarks.parts import Run


def rows(run: Run) -> Iterator[Row]:
    count = run.size("removed")
    half, whole = _removed(run, count // 2), _removed(run, count)
    yield Row("remove the orders of one buyer", f"{count:,} orders", whole, "s", "twice half as many", 2 * half, at_most=0.3)  # fmt: skip


def _removed(run: Run, count: int) -> float:
    folder = run.folder / f"removed {count}"
    folder.mkdir()
    orders = (order(f"{number:09d}", "101003", 100 + number) for number in range(count))
    with new_desk(folder, unit(), filing(), *orders) as desk:
        desk.copies = lambda _: None  # in the window the backup is made beside it
        found = list(desk.tables.all(Purchase))
        took = seconds(lambda: editing.remove(desk, found))
        assert not desk.tables.all(Purchase)
    return took
