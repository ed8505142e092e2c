"""Closed years: no row that belongs to one can be added, changed or removed, by whichever step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.records import BookYear, Setting

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zhengzhou_desk.records import Change, Record
    from zhengzhou_desk.records.tables import Tables


def refuse_closed(tables: Tables, changes: Iterable[Change]) -> None:
    """Refuses changes of rows of a closed year, and rows that leave or enter one (see `Record.years_held`)."""
    closed = {year.year for year in tables.all(BookYear) if year.closed}
    for change in changes if closed else ():
        for row in (change.before, change.after):
            held = _held(row, closed) if row is not None else None
            if held and not _is_afterwards(change):
                raise Refused("{year} 年度已结账，只能查看。要改请先重新打开该年度", year=min(held))


def _held(row: Record, closed: set[int]) -> set[int]:
    """The closed years whose figures rest on a row; a policy pack is the law of its year and of all that follow."""
    if isinstance(row, Setting) and row.is_pack and row.year is not None:
        return {year for year in closed if year >= row.year}
    return closed.intersection(row.years_held)


def _is_afterwards(change: Change) -> bool:
    """Whether only such columns change as are filled in when the year may be over and none of its figures change."""
    before, after = change.before, change.after
    if before is None or after is None:
        return False
    changed = {column.name for column in after.table.columns if before.cell(column.name) != after.cell(column.name)}
    return changed <= after.afterwards
