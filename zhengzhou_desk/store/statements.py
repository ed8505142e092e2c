"""The statements by which the rows of an entry are written."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, TypeAlias

from zhengzhou_desk.store.rows import stored_row

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zhengzhou_desk.records import Change, Record
    from zhengzhou_desk.store.journal import Writing
    from zhengzhou_desk.store.rows import Row

# One statement and the rows it is executed for.
Run: TypeAlias = "tuple[str, list[Row]]"


def writing_of(change: Change) -> Writing:
    """The class of the row that a change is about, and the row as the file holds it before and after."""
    before, after = change.before, change.after
    return type(change.row), stored_row(before) if before else None, stored_row(after) if after else None


def runs_of(writings: Iterable[Writing]) -> Iterable[Run]:
    """The statements that write the rows, each with as many rows as follow each other in one form."""
    for (cls, form, places), run in groupby(map(_form, writings), key=lambda item: item[0]):
        rows = [row for _, row in run]
        name, columns = cls.table.name, cls.table.columns
        if form == "insert":
            marks = ", ".join("?" * (len(columns) + 1))
            yield f'INSERT INTO "{name}" VALUES ({marks})', rows  # noqa: S608 - our own names
        elif form == "delete":
            yield f'DELETE FROM "{name}" WHERE id = ?', rows  # noqa: S608
        elif places:
            sets = ", ".join(f"{columns[at - 1].name} = ?" for at in places)
            yield f'UPDATE "{name}" SET {sets} WHERE id = ?', rows  # noqa: S608


def _form(writing: Writing) -> tuple[tuple[type[Record], str, tuple[int, ...]], Row]:
    """How one row is written, and with which values."""
    cls, before, after = writing
    if after is None:
        return (cls, "delete", ()), (before or ())[:1]
    if before is None:
        return (cls, "insert", ()), after
    places = tuple([at for at, value in enumerate(after) if before[at] != value])
    return (cls, "update", places), (*[after[at] for at in places], after[0])
