"""The content digest: 256 bits over every row, so that one altered byte anywhere is detected."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

# The journal is chained by itself, the anchor holds the result, the rest is not content.
_NOT_CONTENT = frozenset({"journal", "anchor", "_sqlite_migrations"})


def of_row(table: str, row: Sequence[object]) -> int:
    """The digest of one stored row, its id first.

    A book's content is the exclusive-or of its rows' digests: an edit takes the old row's out and
    puts the new one's in, so the store knows the digest of 200,000 rows after hashing two.
    """
    words = json.dumps([table, *row]).encode()
    return int.from_bytes(hashlib.sha256(words).digest(), "big")


def of_book(connection: sqlite3.Connection) -> int:
    """The digest of all rows of all tables, read from the file."""
    total = 0
    for name in tables(connection):
        for row in connection.execute(f'SELECT * FROM "{name}"'):  # noqa: S608 - names of a checked schema
            total ^= of_row(name, row)
    return total


def is_unaltered(connection: sqlite3.Connection) -> bool:
    """Whether the digest of all rows is the one that the anchor holds."""
    claimed = connection.execute("SELECT content FROM anchor").fetchone()
    return claimed is not None and as_text(of_book(connection)) == claimed[0]


def tables(connection: sqlite3.Connection) -> Iterator[str]:
    """The names of the tables that hold records."""
    names = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").fetchall()
    for (name,) in names:
        if name not in _NOT_CONTENT and not name.startswith("sqlite_"):
            yield name


def as_text(digest: int) -> str:
    """The digest as 64 hexadecimal digits."""
    return f"{digest:064x}"
