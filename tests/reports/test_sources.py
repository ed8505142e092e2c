"""Where a figure comes from: the records named come to the figure exactly, whatever stands in the book."""

from __future__ import annotations

import dataclasses
import datetime
import random
from typing import TYPE_CHECKING

import pytest

from zhengzhou_desk.common.paths import SAMPLE
from zhengzhou_desk.gui.table.tables import TABS
from zhengzhou_desk.records import BY_NAME, Change, Entry, Execution, Filing, Purchase, Record, Spending, Unit
from zhengzhou_desk.records.kinds import Money, Whole
from zhengzhou_desk.reports.sources import Source, sources
from zhengzhou_desk.sample import SAMPLE_DAY, SAMPLE_YEAR
from zhengzhou_desk.services import exports, imports
from zhengzhou_desk.services.desk import Desk
from zhengzhou_desk.services.notices import bulletins

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhengzhou_desk.records.report import Report

# Figures that no records of this book add up to: places in a row.
NO_SUM = frozenset({"rank"})
# Lists of rows as they stand, and the figures that were checked against one another.
LISTS = frozenset({"changes", "notices", "ties"})


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The sample county on its day."""
    path = tmp_path_factory.mktemp("来源") / "县.zzd"
    with Desk.new(
        path, region="410105", bureau="示例县财政局", year=SAMPLE_YEAR,
        clock=lambda: datetime.datetime.combine(SAMPLE_DAY, datetime.time(9)), who="王",
    ) as desk:  # fmt: skip
        imports.apply_plan(desk, imports.plan_file(desk, SAMPLE))
        yield desk


def shuffled(desk: Desk, seed: int) -> None:
    """Blanks, changes and removes rows here and there, and gives some units statistics in place of orders."""
    chance = random.Random(seed)
    changes: list[Change] = []
    for row in desk.rows(Filing):
        if chance.random() < 0.3:
            amount = chance.choice([None, 0, 1, chance.randrange(10**9)])
            name = chance.choice(["total", "reserve"])
            changes.append(Change(row, dataclasses.replace(row, **{name: amount})))  # type: ignore[arg-type]
        elif chance.random() < 0.1:
            changes.append(Change(row, None))
    for order in desk.rows(Purchase):
        if chance.random() < 0.2:
            paid, kind = chance.choice([None, order.paid]), chance.choice([None, "union", order.kind])
            changes.append(Change(order, dataclasses.replace(order, paid=paid, kind=kind)))
        elif chance.random() < 0.2:
            changes.append(Change(order, None))
    for unit in chance.sample(list(desk.rows(Unit)), 12):
        made = Execution(
            year=desk.year, unit=unit.code, as_of=desk.today, traded=chance.randrange(10**8),
            paid=chance.randrange(10**7),
        )  # fmt: skip
        if not desk.tables.find(Execution, ("year", "unit", "as_of"), (desk.year, unit.code, desk.today)):
            changes.append(Change(None, made))
    for spending in desk.rows(Spending):
        if chance.random() < 0.3:
            changes.append(Change(spending, dataclasses.replace(spending, members=chance.randrange(200))))
    desk.apply(Entry("import", tuple(changes), ("x",)))


def reckoned(desk: Desk, source: Source) -> int:
    """What the rows come to by the cells that the window shows of them."""
    cls = BY_NAME[source.table]
    rows: list[Record] = [row for each in source.ids if (row := desk.tables.get(cls, each)) is not None]
    assert len(rows) == len(source.ids) == len(set(source.ids))
    if source.column is None:
        return len(rows)
    spec = next(spec for tab in TABS for spec in tab.tables if spec.cls is cls)
    column = next(column for column in spec.columns() if column.name == source.column)
    return sum(value for row in rows if isinstance(value := column.value(desk, row), int))


def checked(desk: Desk, report: Report) -> tuple[int, set[tuple[str, str]]]:
    """How many figures of a report are traced, and those that are not."""
    traced, left = 0, set()
    for place, line in enumerate(report.lines):
        for heading, value in zip(report.headings, line.values, strict=True):
            if type(value) is not int or not isinstance(heading.kind, Money | Whole) or heading.quotient is not None:
                continue
            found = sources(desk.engine, desk.year, report, place, heading.name)
            if not found:
                # Below this bulletin's figures stand those of another day.
                if value and heading.name not in NO_SUM and not (report.key == "overview" and place):
                    left.add((report.key, heading.name))
                continue
            traced += 1
            assert sum(each.amount for each in found) == value, (report.key, place, heading.name)
            for each in found:
                # Without a column it is a count, or worked out of the rows as a whole (a plan added to a reserve).
                if each.column is not None or isinstance(heading.kind, Whole):
                    assert reckoned(desk, each) == each.amount, (report.key, place, heading.name, each.table)
    return traced, left


@pytest.mark.parametrize("seed", [None, 1, 2, 3])
def test_every_figure_is_the_sum_of_the_records_it_names(county: Desk, seed: int | None) -> None:
    if seed is not None:
        shuffled(county, seed)
    reports = [report for report in exports.summary(county) if report.key not in LISTS]
    reports += bulletins.make(county, county.year).reports
    traced = 0
    left: set[tuple[str, str]] = set()
    for report in reports:
        count, missing = checked(county, report)
        traced += count
        left |= missing
    assert left == set(), "figures that lead nowhere"
    assert traced > 1_000
