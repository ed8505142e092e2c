"""The journal: one line per entry, only what changed, chained by hash, personal fields masked."""

from __future__ import annotations

import hashlib
import json
import zlib
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeAlias

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.records import BY_NAME, CLASSES, Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from zhengzhou_desk.store.rows import Row, Stored

GENESIS = "0" * 64
MASK = "***"
# What a line of the largest import there may be takes when it is unpacked.
_LARGEST = 2**29
# One row as it is written: its class, and what the file holds before and after.
Writing: TypeAlias = "tuple[type[Record], Row | None, Row | None]"


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
class JournalLine:
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
        """What the line changed. Refuses a line that cannot be decoded."""
        try:
            unpacking = zlib.decompressobj()
            told = unpacking.decompress(self.changes, _LARGEST)
            if not unpacking.eof:
                raise ValueError(self.number)
            return tuple(Trace(*row) for row in json.loads(told))
        except (zlib.error, ValueError, TypeError, RecursionError):
            raise Refused("日志第 {number} 号已损坏，读不出改了什么。请做“体检”", number=self.number) from None

    @classmethod
    def of(cls, row: tuple[Any, ...]) -> JournalLine:
        """The line from a row of the journal table."""
        number, at, who, name, about, undoes, changes, previous, digest = row
        return cls(number, at, who, name, tuple(json.loads(about)), undoes, changes, previous, digest)

    def computed_hash(self) -> str:
        """What its hash must be, by what it says and the hash before it."""
        return chain_hash(
            self.previous, self.number, self.at, self.who, self.name, self.about, self.undoes, self.changes
        )


def chain_hash(  # noqa: PLR0917 - an entry, in the order in which it is hashed
    previous: str,
    number: int,
    at: str,
    who: str,
    name: str,
    about: Iterable[str],
    undoes: int | None,
    changes: bytes,
) -> str:
    """SHA-256 over the hash of the line before and all fields of this line."""
    words = json.dumps([previous, number, at, who, name, list(about), undoes], ensure_ascii=False)
    return hashlib.sha256(words.encode() + b"\n" + changes).hexdigest()


def packed(writings: Iterable[Writing]) -> bytes:
    """The rows written, packed for a journal line: a list of [table, id, before, after], compressed."""
    squeeze = zlib.compressobj(6)
    parts = [squeeze.compress(b"[")]
    between = ""
    for some in _batches(writings):
        text = ",".join([_ROW.encode(_trace(writing)) for writing in some])
        parts.append(squeeze.compress((between + text).encode()))
        between = ","
    parts.append(squeeze.compress(b"]"))
    return b"".join([*parts, squeeze.flush()])


def packed_traces(traces: Iterable[Trace]) -> bytes:
    """The same for traces that exist already."""
    return zlib.compress(
        _ROW.encode([[trace.table, trace.id, trace.before, trace.after] for trace in traces]).encode(), 6
    )


def _batches(writings: Iterable[Writing]) -> Iterator[list[Writing]]:
    rest = iter(writings)
    while some := list(islice(rest, 1_000)):
        yield some


def _trace(writing: Writing) -> list[object]:
    cls, before, after = writing
    names, personal = _PLACES[cls]
    row = (after or before or (0,))[0]
    if before is None or after is None:
        return [cls.table.name, row, before and _all(names, personal, before), after and _all(names, personal, after)]
    differing = [place for place, value in enumerate(before) if after[place] != value]
    return [
        cls.table.name,
        row,
        {names[place]: _masked(before[place], place in personal) for place in differing},
        {names[place]: _masked(after[place], place in personal) for place in differing},
    ]


def _all(names: tuple[str, ...], personal: frozenset[int], row: Row) -> Mapping[str, Stored]:
    """Every field that is not blank."""
    fields = {name: value for name, value in zip(names, row, strict=True) if value is not None}
    del fields["id"]
    for place in personal:
        if row[place] is not None:
            fields[names[place]] = MASK
    return fields


def _masked(value: Stored, personal: bool) -> Stored:  # noqa: FBT001 - used twice, right above
    return MASK if personal and value is not None else value


def _names(cls: type[Record]) -> tuple[tuple[str, ...], frozenset[int]]:
    """The names of a stored row's places, and the places that are personal."""
    columns = cls.table.columns
    personal = frozenset(place for place, column in enumerate(columns, 1) if column.personal)
    return ("id", *(column.name for column in columns)), personal


_PLACES = {cls: _names(cls) for cls in CLASSES}
_ROW = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False)


def record_of(trace: Trace, fields: dict[str, Stored]) -> Record:
    """A record from the full row of a trace; personal fields come back blank."""
    cls = BY_NAME[trace.table]
    values = {
        column.name: column.kind.from_sql(fields[column.name])
        for column in cls.table.columns
        if fields.get(column.name) is not None and not column.personal
    }
    return cls(id=trace.id, **values)
