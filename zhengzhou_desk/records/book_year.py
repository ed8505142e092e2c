"""Book years: which years the book keeps, and which of them are closed."""

from __future__ import annotations

from dataclasses import dataclass

from zhengzhou_desk.records.columns import Record, column, table
from zhengzhou_desk.records.kinds import Flag, Year


@table("book_year", "账年", key=("year",))
@dataclass(frozen=True, slots=True, kw_only=True)
class BookYear(Record):
    """A year of the book; once closed its records are read-only: judged by `closed`, not by year_of."""

    year: int = column(Year(), "年度", required=True)
    closed: bool | None = column(Flag(), "已结账")
