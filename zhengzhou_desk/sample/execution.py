"""The platform's statistics for units that have no order lines in the book."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from zhengzhou_desk.records import Execution
from zhengzhou_desk.sample.figures import YEARS
from zhengzhou_desk.sample.lots import LAST_DAY, STATISTICS_LITTLE

if TYPE_CHECKING:
    from collections.abc import Iterable
    from random import Random

    from zhengzhou_desk.sample.figures import FilingFigures
    from zhengzhou_desk.sample.roster import Body


def statistics(bodies: Iterable[Body], figures: FilingFigures, rng: Random) -> list[Execution]:
    """Half-yearly rows of each unit; of the year that has begun one of its last day."""
    rows = []
    for body in bodies:
        for year in YEARS:
            amounts = figures.get((body.code, year))
            if amounts is None or not amounts.reserve:
                continue
            done = STATISTICS_LITTLE.get((body.name, year)) or rng.randint(103, 130)
            if year == LAST_DAY.year:
                rows.append(_row(body.code, LAST_DAY, amounts.reserve * rng.randint(16, 30) // 100, 4))
                continue
            rows.append(_row(body.code, datetime.date(year, 6, 30), amounts.reserve * done * 45 // 10_000, 8))
            rows.append(_row(body.code, datetime.date(year, 12, 31), amounts.reserve * done // 100, 3))
    return rows


def _row(code: str, day: datetime.date, completed: int, open_percent: int) -> Execution:
    """Statistics with a few percent paid but not evaluated, and as much ordered but not paid."""
    paid = completed * (100 + open_percent) // 100
    return Execution(
        year=day.year,
        unit=code,
        as_of=day,
        traded=completed * (100 + 2 * open_percent) // 100,
        paid=paid,
        completed=completed,
    )
