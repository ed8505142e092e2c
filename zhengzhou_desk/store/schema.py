"""The book's file format: its tables, its migrations, and the fingerprint that every book must show."""

from __future__ import annotations

import hashlib
import sqlite3
from typing import TYPE_CHECKING

from sqlite_utils import Database, Migrations

if TYPE_CHECKING:
    from collections.abc import Iterable

APPLICATION_ID = 0x5A5A4442  # "ZZDB"
# SQLite's own tables and the list of applied migrations are not the book's content.
INTERNAL = ("sqlite_sequence", "sqlite_stat1", "_sqlite_migrations")

migrations = Migrations("zhengzhou_desk")

# Every migration carries its own literal statements: an old one must never change with the code.
_FIRST = """
CREATE TABLE "unit" (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    code TEXT NOT NULL,
    name TEXT,
    uscc TEXT,
    department TEXT,
    level TEXT,
    kind TEXT,
    canteen TEXT,
    canteen_host TEXT,
    contractor TEXT,
    contractor_account TEXT,
    admin_account TEXT,
    contact TEXT,
    phone TEXT,
    founded TEXT,
    closed TEXT,
    note TEXT
) STRICT;
CREATE TABLE "change" (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    day TEXT NOT NULL,
    kind TEXT NOT NULL,
    old_unit TEXT,
    new_unit TEXT,
    new_name TEXT,
    carried INTEGER,
    basis TEXT,
    platform_day TEXT
) STRICT;
CREATE TABLE "filing" (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    year INTEGER NOT NULL,
    unit TEXT NOT NULL,
    total INTEGER,
    reserve INTEGER,
    union_plan INTEGER,
    first_filed TEXT,
    last_filed TEXT,
    state TEXT,
    confirmed TEXT,
    platform_note TEXT
) STRICT;
CREATE TABLE "waiver" (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    year INTEGER NOT NULL,
    unit TEXT NOT NULL,
    ratio INTEGER,
    document TEXT
) STRICT;
CREATE TABLE "spending" (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    year INTEGER NOT NULL,
    unit TEXT NOT NULL,
    members INTEGER,
    welfare INTEGER,
    purchased INTEGER,
    vouchers INTEGER,
    no_funds INTEGER
) STRICT;
CREATE TABLE "account" (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT,
    uscc TEXT,
    unit TEXT,
    since TEXT,
    state TEXT,
    contact TEXT,
    phone TEXT,
    address TEXT,
    note TEXT
) STRICT;
CREATE TABLE "purchase" (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    number TEXT NOT NULL,
    day TEXT NOT NULL,
    buyer TEXT,
    kind TEXT,
    amount INTEGER NOT NULL,
    channel TEXT,
    accepted TEXT,
    paid TEXT,
    evaluated TEXT
) STRICT;
CREATE TABLE "execution" (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    year INTEGER NOT NULL,
    unit TEXT NOT NULL,
    as_of TEXT NOT NULL,
    traded INTEGER,
    paid INTEGER,
    completed INTEGER
) STRICT;
CREATE TABLE "notice" (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    year INTEGER NOT NULL,
    unit TEXT NOT NULL,
    kind TEXT NOT NULL,
    number TEXT,
    state TEXT,
    day TEXT,
    reply_by TEXT,
    rules TEXT,
    delivered TEXT,
    answered TEXT,
    note TEXT,
    content TEXT
) STRICT;
CREATE TABLE "setting" (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    year INTEGER,
    value TEXT,
    document TEXT,
    note TEXT
) STRICT;
CREATE TABLE "book_year" (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    year INTEGER NOT NULL,
    closed INTEGER
) STRICT;
CREATE TABLE journal (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    name TEXT NOT NULL,
    about TEXT NOT NULL,
    undoes INTEGER REFERENCES journal(number),
    changes BLOB NOT NULL,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL
) STRICT;
CREATE TRIGGER journal_keeps_lines BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_keeps_words BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
"""


@migrations()
def first(db: Database) -> None:
    """Tables of 0.1 and the append-only journal."""
    for statement in _statements(_FIRST):
        db.execute(statement)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute("PRAGMA user_version = 1")


VERSION = 1


def _statements(script: str) -> Iterable[str]:
    """The statements of a script, one by one: executescript would commit the open transaction."""
    statement = ""
    for line in script.strip().splitlines():
        statement += line + "\n"
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def fingerprint(connection: sqlite3.Connection) -> str:
    """SHA-256 over every table, index, view and trigger: a smuggled trigger shows here."""
    rows = connection.execute("SELECT type, name, sql FROM sqlite_schema").fetchall()
    lines = sorted(f"{kind} {name} {sql}" for kind, name, sql in rows if name not in INTERNAL)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def expected_fingerprint() -> str:
    """The fingerprint of a book of this version, taken from a fresh one in memory."""
    db = Database(memory=True)
    try:
        migrations.apply(db)
        return fingerprint(db.conn)
    finally:
        db.close()
