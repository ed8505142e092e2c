"""Copies of a book that still hold personal data which the book itself has given up."""

from __future__ import annotations

import dataclasses
import datetime
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.paths import resolved
from zhengzhou_desk.records import BY_NAME, CLASSES
from zhengzhou_desk.store import book_file, schema
from zhengzhou_desk.store.backup import AUTOMATIC, backups, kept_before
from zhengzhou_desk.store.io_errors import plain_errors

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from zhengzhou_desk.records.tables import Tables

# A cell by its table, row and column.
Cell = tuple[str, int, str]


@dataclass(frozen=True, slots=True)
class OldCopy:
    """A copy that holds `cells` of names, telephones or addresses that its book has blank; None: it cannot be read.

    A `sealed` one cannot be read without its password, and is listed since it may hold them.
    `pinned` copies (and books set aside by a restore) are kept until a person deletes them.
    """

    path: Path
    made: datetime.datetime
    pinned: bool
    cells: int | None
    sealed: bool = False


def folders_of(book: Path) -> tuple[Path, ...]:
    """Where copies of a book are looked for: beside it, and in its folder of automatic ones."""
    book = resolved(book)
    return book.parent / AUTOMATIC, book.parent


def holding(book: Path, tables: Tables, folders: Iterable[Path] = ()) -> list[OldCopy]:
    """The copies of `book`, newest first, that hold what `tables` (its present rows) no longer hold."""
    found: dict[Path, OldCopy] = {}
    for copy in _copies(resolved(book), dict.fromkeys((*folders_of(book), *folders))):
        cells = None if copy.sealed else _personal_cells(copy.path)
        lost = None if cells is None else sum(not _is_held(tables, cell) for cell in cells)
        if lost != 0:
            found[copy.path] = dataclasses.replace(copy, cells=lost)
    return sorted(found.values(), key=lambda copy: (copy.made, copy.path.name), reverse=True)


def delete(copies: Iterable[OldCopy]) -> list[OldCopy]:
    """Deletes copies; returns those that are still there: open elsewhere, or on a disk that cannot be written."""
    left = []
    for copy in copies:
        try:
            copy.path.unlink(missing_ok=True)
        except OSError:
            left.append(copy)
    return left


def _copies(book: Path, folders: Iterable[Path]) -> Iterator[OldCopy]:
    for folder in folders:
        with suppress(OSError):  # a stick that is not in
            for copy in backups(folder, book):
                yield OldCopy(copy.path, copy.made, copy.pinned, None, copy.sealed)
    with suppress(OSError):
        # What a restore set aside is a book of its own, kept until somebody deletes it.
        for copy in kept_before(book):
            if copy.path.suffix == book.suffix:
                yield OldCopy(copy.path, copy.made, copy.pinned, None)


def _personal_cells(path: Path) -> list[Cell] | None:
    """The personal cells that are filled in a copy; None where it cannot be read."""
    try:
        with plain_errors(path):
            book_file.refuse_foreign_file(path)
            with closing(book_file.connect(path, writable=False)) as connection, book_file.one_moment(connection):
                version = connection.execute("PRAGMA user_version").fetchone()[0]
                if schema.fingerprint(connection) != schema.FINGERPRINTS.get(version):
                    return None
                return list(_filled(connection))
    except (Refused, UnicodeDecodeError):
        return None


def _filled(connection: sqlite3.Connection) -> Iterator[Cell]:
    for cls in CLASSES:
        name = cls.table.name
        for column in (column.name for column in cls.table.columns if column.personal):
            filled = connection.execute(f'SELECT id FROM "{name}" WHERE "{column}" IS NOT NULL')  # noqa: S608 - our own names
            yield from ((name, row, column) for (row,) in filled)


def _is_held(tables: Tables, cell: Cell) -> bool:
    name, number, column = cell
    row = tables.get(BY_NAME[name], number)
    return row is not None and row.cell(column) is not None
