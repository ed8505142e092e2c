"""The history of a unit: the rows that name it, and the lines of the journal that touched it."""

from __future__ import annotations

import json
import zlib
from typing import TYPE_CHECKING

from zhengzhou_desk.records import BY_NAME, Unit
from zhengzhou_desk.services.editing import REFERENCES
from zhengzhou_desk.store.journal import Trace

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from zhengzhou_desk.records import Record
    from zhengzhou_desk.records.tables import Tables
    from zhengzhou_desk.store.journal import JournalLine

    Rows = set[tuple[str, int]]

# The columns that say which unit a row is about, by table; its department is another unit's matter.
_NAMING: dict[str, frozenset[str]] = {
    cls.table.name: frozenset(
        {name for table, name in REFERENCES if table is cls and (cls is not Unit or name == "canteen_host")}
        | ({"code"} if cls is Unit else {cls.table.unit} if cls.table.unit else set())
    )
    for cls in BY_NAME.values()
}

_UNIT = f'{Unit.table.name}",'


def rows_naming(tables: Tables, cls: type[Record], code: str) -> list[Record]:
    """The rows of a table that name the unit of this code, each once."""
    columns = [column for table, column in REFERENCES if table is cls]
    found = {row.id: row for column in columns for row in tables.find(cls, (column,), (code,))}
    return list(found.values())


def lines_about(lines: Iterable[JournalLine], codes: Collection[str], tables: Tables) -> Iterator[JournalLine]:
    """Of the lines, newest first, those that touched one of the units, newest first.

    A line keeps only what changed, so a row is known by its id: those that are about the unit now,
    and, going back, those that were until they were removed or booked to another.
    """
    names = set(codes)
    rows = _present(tables, names)
    for line in lines:
        try:
            told = zlib.decompress(line.changes).decode("utf-8", "replace")
        except zlib.error:  # a damaged line is said where it is looked at
            continue
        touched = False
        for trace in _traces(told, names, rows):
            touched |= _follow(trace, names, rows)
        if touched:
            yield line


def _traces(told: str, codes: Collection[str], rows: Rows) -> Iterator[Trace]:
    """The changes of a line that may be about the units, units first; the others are not even parsed.

    An import has hundreds of thousands; what stands between two of them cannot stand inside a text.
    A new code of the unit comes before the rows that follow it.
    """
    parts = told.removeprefix('[["').removesuffix("]]").split('],["')
    said = [f'"{code}"' for code in codes]
    ids = {str(row) for _, row in rows}
    mine = [part for part in parts if part.split(",", 2)[1] in ids or any(code in part for code in said)]
    # One that becomes the unit's on the way is met in an older line: a row is changed once in a line.
    for part in sorted(mine, key=lambda part: not part.startswith(_UNIT)):
        yield Trace(*json.loads(f'["{part}]'))


def _present(tables: Tables, codes: Collection[str]) -> Rows:
    """The rows that are about the units now."""
    return {
        (name, row.id)
        for name, columns in _NAMING.items()
        for column in columns
        for code in codes
        for row in tables.find(BY_NAME[name], (column,), (code,))
    }


def _follow(trace: Trace, codes: set[str], rows: Rows) -> bool:
    """Whether a change touched one of the units; `codes` and `rows` become those of the moment before it."""
    subject = (trace.table, trace.id)
    columns = _NAMING.get(trace.table, frozenset())
    before, after = (
        {half.get(name) for name in columns} & codes if half else set() for half in (trace.before, trace.after)
    )
    touched = subject in rows or bool(before) or bool(after)
    if (
        trace.table == Unit.table.name
        and subject in rows
        and trace.before
        and isinstance(old := trace.before.get("code"), str)
    ):
        # The unit had another code until then.
        codes.add(old)
        before.add(old)
    if before:
        rows.add(subject)
    elif after and trace.before is not None:
        rows.discard(subject)
    return touched
