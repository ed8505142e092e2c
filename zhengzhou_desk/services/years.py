"""The years of a book: opened one after another, closed when their figures are final."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.records import BookYear, Change, Entry, Spending
from zhengzhou_desk.reports.year_start import YearStart, year_start

if TYPE_CHECKING:
    from zhengzhou_desk.services.desk import Desk


def look_at(desk: Desk, year: int) -> YearStart:
    """What a year would begin with. Refuses a year that the book has, and one out of range."""
    _refuse_year(desk, year)
    before = max((each for each in desk.years if each < year), default=None)
    if before is not None:
        desk.engine.include_years((before,))
    return year_start(desk.engine, year, before)


def open_year(desk: Desk, year: int, *, members: bool = False) -> Entry:
    """Opens a new year of the book as one step; units, changes and last year's reserve carry over by themselves.

    `members`: the numbers of union members are taken over from the year before, until others are filled in.
    Refuses a year that the book has, and one out of range.
    """
    start = look_at(desk, year)
    changes = [Change(None, BookYear(year=year, closed=False))]
    if members:
        there = {row.unit for row in desk.tables.find(Spending, ("year",), (year,))}
        known = [row for row in start.members if row.unit not in there]
        changes += [Change(None, Spending(year=year, unit=row.unit, members=row.members)) for row in known]
    entry = desk.apply(Entry("open_year", tuple(changes), (str(year),)))
    desk.choose_year(year)
    return entry


def _refuse_year(desk: Desk, year: int) -> None:
    if desk.tables.find(BookYear, ("year",), (year,)):
        raise Refused("{year} 年度已经在账册里了", year=year)
    BookYear.table.column("year").parsed(year)


def close_year(desk: Desk, year: int, *, closed: bool = True) -> None:
    """Closes a year, whose records are then read-only, or opens it again."""
    found = desk.tables.find(BookYear, ("year",), (year,))
    before = found[0] if found else None
    after = dataclasses.replace(before or BookYear(year=year), closed=closed)
    if after != before:
        name = "close_year" if closed else "reopen_year"
        desk.apply(Entry(name, (Change(before, after),), (str(year),)))
