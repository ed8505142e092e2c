"""The journal: one line per entry, only what changed, chained by hash, personal fields masked."""

from __future__ import annotations

import hashlib
import json
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from zhengzhou_desk.records import BY_NAME

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zhengzhou_desk.records import Change, Column, Record

GENESIS = "0" * 64
MASK = "***"
Stored: TypeAlias = "str | int | None"


@dataclass(frozen=True, slots=True)
class Trace:
    """One row's change as the journal keeps it: stored values of the fields that changed.

    `before` is None for a new row, `after` None for a removed one; personal fields read MASK.
    """

    table: str
    id: int
    before: dict[str, Stored] | None
    after: dict[str, Stored] | None


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the journal."""

    number: int
    at: str
    who: str
    name: str
    about: tuple[str, ...]
    undoes: int | None
    changes: bytes
    previous: str
    hash: str

    def traces(self) -> tuple[Trace, ...]:
        rows = json.loads(zlib.decompress(self.changes))
        return tuple(Trace(*row) for row in rows)

    def computed_hash(self) -> str:
        return chain_hash(
            self.previous, self.number, self.at, self.who, self.name, self.about, self.undoes, self.changes
        )


def chain_hash(
    previous: str,
    number: int,
    at: str,
    who: str,
    name: str,
    about: Iterable[str],
    undoes: int | None,
    changes: bytes,
) -> str:
    """SHA-256 over the line before and everything this line says."""
    words = json.dumps([previous, number, at, who, name, list(about), undoes], ensure_ascii=False)
    return hashlib.sha256(words.encode() + b"\n" + changes).hexdigest()


def packed(changes: Iterable[Change]) -> bytes:
    """The changes as they are written into a line."""
    rows = [_trace(change) for change in changes]
    text = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(text.encode(), 6)


def _trace(change: Change) -> list[object]:
    row = change.row
    before, after = change.before, change.after
    if before is None or after is None:
        return [row.table.name, row.id, before and _fields(before), after and _fields(after)]
    differing = [c for c in row.table.columns if getattr(before, c.name) != getattr(after, c.name)]
    return [row.table.name, row.id, _fields(before, differing), _fields(after, differing)]


def _fields(record: Record, columns: Iterable[Column] | None = None) -> dict[str, Stored]:
    fields: dict[str, Stored] = {}
    for column in record.table.columns if columns is None else columns:
        value = column.kind.to_sql(record.cell(column.name))
        if value is not None or columns is not None:
            fields[column.name] = MASK if column.personal and value is not None else value
    return fields


def record_of(table: str, row: int, fields: dict[str, Stored]) -> Record:
    """A record from stored values; masked fields come back blank."""
    cls = BY_NAME[table]
    values = {
        column.name: column.kind.from_sql(fields[column.name])
        for column in cls.table.columns
        if fields.get(column.name) not in (None, MASK)
    }
    return cls(id=row, **values)
