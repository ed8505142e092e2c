"""What foreseen changes would mean: of one cell, and of 10,000 beside those edits themselves."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from tests.benchmarks import books
from tests.benchmarks.rows import Row, median_of, seconds, timed
from zhengzhou_desk.records import Change, Filing
from zhengzhou_desk.services.desk import Desk
from zhengzhou_desk.services.impact import impact_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.benchmarks.parts import Run


def rows(run: Run) -> Iterator[Row]:
    path = books.county(run)
    units, orders = run.sizes("county")
    size = f"{units:,} units, {orders:,} orders"
    with Desk.opened(path, clock=books.clock, who="基准", writable=False) as desk:
        for year in books.YEARS:
            desk.choose_year(year)
        filings = sorted((row for row in desk.tables.all(Filing) if row.reserve), key=lambda row: -row.year)
        one = _lowered(filings[:1])
        impact_of(desk, one)  # what all of them share is worked out
        yield Row("impact of one cell", size, median_of(run.times(5), lambda: impact_of(desk, one)) * 1000, "ms", at_most=20)  # fmt: skip
        many = _lowered(filings[: run.size("many")])
        took, impact = timed(lambda: impact_of(desk, many))
        assert impact.appearing, "a tenth of the reserve is too little"

        def made() -> None:
            desk.tables.apply(many)
            desk.engine.update(many)

        yield Row(f"impact of {len(many):,} cells", size, took, "s", "the edits themselves", seconds(made), times=2)


def _lowered(filings: list[Filing]) -> tuple[Change, ...]:
    return tuple(Change(row, dataclasses.replace(row, reserve=(row.reserve or 0) // 10)) for row in filings)
