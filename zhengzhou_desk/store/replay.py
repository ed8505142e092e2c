"""Replaying the journal from its first line, and where the tables differ from the result."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from zhengzhou_desk.records import CLASSES
from zhengzhou_desk.store import journal
from zhengzhou_desk.store.journal import Trace

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

    from zhengzhou_desk.store.rows import Stored

    # A row as the journal keeps it: what is not blank, personal fields masked.
    Fields: TypeAlias = "dict[str, Stored]"

# The columns of each table whose values the journal does not keep.
_PERSONAL = {
    cls.table.name: frozenset(column.name for column in cls.table.columns if column.personal) for cls in CLASSES
}


def journal_lines(connection: sqlite3.Connection) -> Iterator[journal.JournalLine]:
    """Every line of the journal, oldest first."""
    for row in connection.execute("SELECT * FROM journal ORDER BY number"):
        yield journal.JournalLine.of(row)


def broken_at(connection: sqlite3.Connection) -> int | None:
    """The number of the first line that was altered or is missing; None where the chain holds to the anchor."""
    previous, expected = journal.GENESIS, 1
    for line in journal_lines(connection):
        if line.number != expected or line.previous != previous or line.computed_hash() != line.hash:
            return expected
        previous, expected = line.hash, line.number + 1
    anchor = connection.execute("SELECT number, head FROM anchor").fetchone()
    return None if anchor == (expected - 1, previous) else expected


def differences(connection: sqlite3.Connection) -> list[Trace]:
    """How the tables differ from the replayed journal, as the changes that lead from it to them.

    A line with these very changes makes journal and tables agree again: that is what `Store.accept` writes.
    What personal fields say the journal does not know, only whether they are blank.
    """
    told = told_rows(journal_lines(connection))
    found = []
    for table, number, present in _rows(connection):
        before = told.pop((table, number), None)
        if before is None:
            found.append(Trace(table, number, None, present))
        elif before != present:
            names = [name for name in {**before, **present} if before.get(name) != present.get(name)]
            found.append(
                Trace(table, number, *({name: fields.get(name) for name in names} for fields in (before, present)))
            )
    return found + [Trace(table, number, before, None) for (table, number), before in told.items()]


def told_rows(lines: Iterable[journal.JournalLine]) -> dict[tuple[str, int], Fields]:
    """The rows that there must be after these lines, by table and id."""
    rows: dict[tuple[str, int], Fields] = {}
    for line in lines:
        for trace in line.traces():
            key = (trace.table, trace.id)
            if trace.after is None:
                rows.pop(key, None)
                continue
            fields = trace.after if trace.before is None else {**rows.get(key, {}), **trace.after}
            personal = _PERSONAL.get(trace.table, frozenset())
            # Older lines name what has been called personal since (addresses): they are read as if it were masked.
            rows[key] = {
                name: journal.MASK if name in personal else value for name, value in fields.items() if value is not None
            }
    return rows


def _rows(connection: sqlite3.Connection) -> Iterator[tuple[str, int, Fields]]:
    # A book of an earlier format lacks a table that came later, and so does its journal.
    present = {row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    for cls in CLASSES:
        if cls.table.name not in present:
            continue
        personal = _PERSONAL[cls.table.name]
        cursor = connection.execute(f'SELECT * FROM "{cls.table.name}"')  # noqa: S608 - our own names
        names = [item[0] for item in cursor.description]
        for row in cursor:
            fields = {
                name: journal.MASK if name in personal else value
                for name, value in zip(names, row, strict=True)
                if value is not None and name != "id"
            }
            yield cls.table.name, row[0], fields
