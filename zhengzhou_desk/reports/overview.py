"""What the overview works out of the whole book: it can be prepared beside the window, which then only shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zhengzhou_desk.policy.purchases import is_counted
from zhengzhou_desk.reports import deadlines, purchasing
from zhengzhou_desk.reports.kept import kept
from zhengzhou_desk.reports.unit_status import total_reserve, unassigned_sums, unit_statuses

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zhengzhou_desk.policy.engine import Engine

# So many years are shown side by side.
_YEARS = 5


@dataclass(frozen=True, slots=True)
class YearByMonths:
    """The fourteen slots of a year's series, and the ids of the orders placed in each of its twelve months."""

    slots: tuple[purchasing.MonthSums, ...]
    orders: tuple[tuple[int, ...], ...]


@kept
def by_months(engine: Engine, year: int) -> YearByMonths:
    """The orders of a year that count for a unit, month by month."""
    rows = (row for row in unit_statuses(engine, year) if row.is_counted)
    lines = purchasing.counting_lines(rows, engine.reader()).orders
    orders: list[list[int]] = [[] for _ in range(12)]
    for order in lines:
        if order.day.year == year and is_counted(order, engine.today):
            orders[order.day.month - 1].append(order.id)
    return YearByMonths(purchasing.by_month(lines, year, engine.today), tuple(map(tuple, orders)))


def years_shown(years: Iterable[int], year: int) -> tuple[int, ...]:
    """A year and those before it that are shown beside it."""
    return tuple(each for each in years if each <= year)[-_YEARS:]


def prepare(engine: Engine, years: Iterable[int], year: int) -> None:
    """Works out what the overview of a year shows, of the `years` of the book, so that it is there when asked for."""
    by_months(engine, year)
    unassigned_sums(engine, year)
    deadlines.tasks(engine, year)
    for each in years_shown(years, year):
        total_reserve(engine, each)
