"""The years of a book: opened one after another, closed when their figures are final."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.records import BookYear, Change, Entry

if TYPE_CHECKING:
    from zhengzhou_desk.services.desk import Desk


def open_year(desk: Desk, year: int) -> None:
    """Opens a new year of the book; units, changes and last year's reserve carry over by themselves.

    Refuses a year that the book has, and one out of range.
    """
    if desk.tables.find(BookYear, ("year",), (year,)):
        raise Refused("{year} 年度已经在账册里了", year=year)
    BookYear.table.column("year").parsed(year)
    desk.apply(Entry("open_year", (Change(None, BookYear(year=year, closed=False)),), (str(year),)))
    desk.choose_year(year)


def close_year(desk: Desk, year: int, *, closed: bool = True) -> None:
    """Closes a year, whose records are then read-only, or opens it again."""
    found = desk.tables.find(BookYear, ("year",), (year,))
    before = found[0] if found else None
    after = dataclasses.replace(before or BookYear(year=year), closed=closed)
    if after != before:
        name = "close_year" if closed else "reopen_year"
        desk.apply(Entry(name, (Change(before, after),), (str(year),)))
