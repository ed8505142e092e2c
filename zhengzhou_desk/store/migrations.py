"""Migrations: bringing a book to this version's format, each step whole or not at all."""

from __future__ import annotations

import datetime
import json
import sqlite3
from typing import TYPE_CHECKING, Any

from sqlite_utils import Database, Migrations

from zhengzhou_desk.store import digest, journal, schema
from zhengzhou_desk.store.journal import Trace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

migrations = Migrations("zhengzhou_desk")


class _Book(Database):
    """A book on its way to this version's format, with who brings it there and when."""

    def __init__(self, connection: sqlite3.Connection, at: datetime.datetime, who: str) -> None:
        super().__init__(connection, execute_plugins=False)
        self.at = at
        self.who = who


def bring_up_to_date(connection: sqlite3.Connection, at: datetime.datetime, who: str) -> None:
    """Applies what the book still lacks, each migration in a transaction of its own."""
    migrations.apply(_Book(connection, at, who))


def anchor_anew(connection: sqlite3.Connection) -> None:
    """Every migration that changes tables or rows ends with this, in its own transaction."""
    connection.execute("UPDATE anchor SET content = ?", (digest.as_text(digest.of_book(connection)),))


# Every migration carries its own literal statements: an old one must never change with the code.
@migrations()
def first(db: Database) -> None:
    """Tables of 0.1 and the append-only journal."""
    for statement in statements(schema.FIRST):
        db.execute(statement)
    db.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
    db.execute("PRAGMA user_version = 1")


@migrations()
def second(db: Database) -> None:
    """The regulator of an SOE and the funds of a union: blank in every row there is."""
    for statement in statements(schema.SECOND):
        db.execute(statement)
    anchor_anew(db.conn)
    db.execute("PRAGMA user_version = 2")


@migrations()
def third(db: Database) -> None:
    """Kept bulletins, mappings of columns and aliases of units: out of the settings, into tables of their own.

    The journal gets a line that says so, or its account would not lead to the rows any more. A setting that cannot be
    made out stays where it is: nobody reads it, and nothing is lost.
    """
    assert isinstance(db, _Book)
    for statement in statements(schema.THIRD):
        db.execute(statement)
    traces: list[Trace] = []
    rows = db.conn.execute('SELECT id, name, year, value, document, note FROM "setting" ORDER BY id').fetchall()
    for row in rows:
        moved = list(_moved(*row[1:4]))
        if not moved:
            continue
        said = dict(zip(("name", "year", "value", "document", "note"), row[1:], strict=True))
        traces.append(Trace("setting", row[0], _filled(said), None))
        db.conn.execute('DELETE FROM "setting" WHERE id = ?', row[:1])
        for table, fields in moved:
            names, marks = ", ".join(fields), ", ".join("?" * len(fields))
            new = db.conn.execute(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', tuple(fields.values()))  # noqa: S608
            traces.append(Trace(table, new.lastrowid or 0, None, _filled(fields)))
    if traces:
        _add_line(db, "upgrade", (str(sum(trace.after is None for trace in traces)),), traces)
    anchor_anew(db.conn)
    db.execute("PRAGMA user_version = 3")


@migrations()
def fourth(db: Database) -> None:
    """Who made a submission: not known of those there are; and an empty table of the districts' codes."""
    for statement in statements(schema.FOURTH):
        db.execute(statement)
    anchor_anew(db.conn)
    db.execute("PRAGMA user_version = 4")


@migrations()
def fifth(db: Database) -> None:
    """Contacts with units and quotas: two empty tables."""
    for statement in statements(schema.FIFTH):
        db.execute(statement)
    anchor_anew(db.conn)
    db.execute("PRAGMA user_version = 5")


_COUNTED = ("asked", "filed", "confirmed", "reserve", "ordered", "paid", "completed", "counted", "base")


def _moved(name: str, year: int | None, value: str | None) -> Iterator[tuple[str, dict[str, Any]]]:
    """The rows that a setting of format 2 becomes in format 3; none where it is not one of those, or says nothing."""
    sort, _, rest = name.partition(":")
    if not rest or not value:
        return
    if sort == "alias":
        yield "alias", {"name": rest, "unit": value}
        return
    if sort not in ("mapping", "bulletin"):
        return
    try:
        said = json.loads(value)
    except ValueError:
        return
    if not isinstance(said, dict):
        return
    if sort == "mapping" and all(isinstance(field, str) for field in said.values()):
        for heading, field in said.items():
            yield "column_mapping", {"fingerprint": rest, "heading": heading, "field": field or None}
    if sort == "bulletin" and year is not None and _is_day(rest):
        yield "bulletin", {"year": year, "day": rest, **{name: _whole(said.get(name)) for name in _COUNTED}}


def _is_day(text: str) -> bool:
    try:
        return datetime.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _whole(value: object) -> int | None:
    return value if type(value) is int and abs(value) < 2**63 else None


def _filled(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value is not None}


def _add_line(db: _Book, name: str, about: tuple[str, ...], traces: Iterable[Trace]) -> None:
    """A line at the journal's end, and the anchor's number and head to it."""
    number, head = db.conn.execute("SELECT number, head FROM anchor").fetchone()
    at, packed = db.at.isoformat(" ", "seconds"), journal.packed_traces(traces)
    chained = journal.chain_hash(head, number + 1, at, db.who, name, about, None, packed)
    row = (number + 1, at, db.who, name, json.dumps(about, ensure_ascii=False), None, packed, head, chained)
    db.conn.execute("INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
    db.conn.execute("UPDATE anchor SET number = ?, head = ?", (number + 1, chained))


def statements(script: str) -> Iterable[str]:
    """The statements of a script, one by one: executescript would commit the open transaction."""
    statement = ""
    for line in script.strip().splitlines():
        statement += line + "\n"
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
