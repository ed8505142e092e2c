"""The charts of the overview, and what each of their labels leads to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from zhengzhou_desk.documents.content import ACROSS, LINE, ChartBlock, Series
from zhengzhou_desk.reports import overview, purchasing
from zhengzhou_desk.reports.bulletin import pace
from zhengzhou_desk.reports.unit_status import by_department, total_reserve, totals

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zhengzhou_desk.reports.unit_status import UnitStatus
    from zhengzhou_desk.services.desk import Desk


def tr(text: str) -> str:
    """A sentence of this module in the language of the window."""
    return QCoreApplication.translate("overview", text)


@dataclass(frozen=True, slots=True)
class DepartmentsChart:
    """Progress by department, best first, and the units of each."""

    chart: ChartBlock
    units: tuple[tuple[str, ...], ...]


def by_departments(desk: Desk, rows: Sequence[UnitStatus]) -> DepartmentsChart:
    """采购进度 of every department that has something to buy, with 序时进度 as a line."""
    found = []
    for code, units in by_department(rows).items():
        progress = totals(units).progress
        points = progress.basis_points() if progress is not None else None
        if points is not None:
            head = desk.unit(code)
            name = (head.name if head is not None else None) or code
            found.append((points, name, tuple(row.unit.code for row in units)))
    found.sort(key=lambda one: -one[0])
    expected = pace(desk.year, desk.engine.reader())
    chart = ChartBlock(
        tuple(name for _, name, _ in found), (Series(tr("采购进度"), tuple(points for points, _, _ in found)),),
        tr("各部门采购进度"), ACROSS, 2, tr("单位：%"),
        expected.expected.basis_points() if expected is not None else None, tr("序时进度"),
    )  # fmt: skip
    return DepartmentsChart(chart, tuple(codes for _, _, codes in found))


@dataclass(frozen=True, slots=True)
class MonthsChart:
    """What was ordered and completed month by month, and the orders of each month."""

    chart: ChartBlock
    orders: tuple[tuple[int, ...], ...]


def by_months(desk: Desk) -> MonthsChart:
    """Twelve months; those to come are left open."""
    found = overview.by_months(desk.engine, desk.year)
    months = [month.bought for month in found.slots[1:13]]
    last = purchasing.last_month(desk.year, desk.today)
    ordered = tuple(month.ordered if place < last else None for place, month in enumerate(months))
    completed = tuple(month.completed if place < last else None for place, month in enumerate(months))
    chart = ChartBlock(
        tuple(tr("{month}月").format(month=month) for month in range(1, 13)),
        (Series(tr("下单"), ordered), Series(tr("完结"), completed)),
        tr("各月采购"), LINE, decimals=6, unit=tr("单位：万元"),
    )  # fmt: skip
    return MonthsChart(chart, found.orders)


@dataclass(frozen=True, slots=True)
class YearsChart:
    """What was reserved year by year."""

    chart: ChartBlock
    years: tuple[int, ...]


def by_years(desk: Desk) -> YearsChart:
    """The year in front and those before it."""
    years = overview.years_shown(desk.years, desk.year)
    sums = tuple(total_reserve(desk.engine, year) for year in years)
    chart = ChartBlock(
        tuple(map(str, years)), (Series(tr("预留份额"), sums),), tr("各年预留"), decimals=6, unit=tr("单位：万元")
    )
    return YearsChart(chart, years)
