"""Migrations: bringing a book to this version's format, each step whole or not at all."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from sqlite_utils import Database, Migrations

from zhengzhou_desk.store import digest, schema

if TYPE_CHECKING:
    from collections.abc import Iterable

migrations = Migrations("zhengzhou_desk")


def bring_up_to_date(connection: sqlite3.Connection) -> None:
    """Applies the migrations that the book lacks, each in a transaction of its own."""
    migrations.apply(Database(connection, execute_plugins=False))


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


def statements(script: str) -> Iterable[str]:
    """The statements of a script, one by one: executescript would commit the open transaction."""
    statement = ""
    for line in script.strip().splitlines():
        statement += line + "\n"
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
