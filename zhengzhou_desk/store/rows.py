"""Records as stored rows and back, whole columns at a time."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from itertools import repeat
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from zhengzhou_desk.records import CLASSES, Record
from zhengzhou_desk.records.kinds import Choice, Code, Kind, Year

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator

    from zhengzhou_desk.records import Column

R = TypeVar("R", bound=Record)
Stored: TypeAlias = "str | int | None"
Row: TypeAlias = "tuple[Stored, ...]"
_CHUNK = 5_000
_BYTES_PER_CHARACTER, _ROOMY = 4, 2**18


def stored_row(record: Record) -> Row:
    """The record as the file keeps it: its id, then every column in order."""
    shape = _SHAPES[type(record)]
    row: Row = shape.values(record)
    if not shape.converting:
        return row
    values = list(row)
    for place, convert in shape.converting:
        if values[place] is not None:
            values[place] = convert(values[place])
    return tuple(values)


def select(cls: type[Record]) -> str:
    """The query for every row of a table in the form that `loaded_records` and `stored_row` use."""
    names = ", ".join(["id", *(column.name for column in cls.table.columns)])
    return f'SELECT {names} FROM "{cls.table.name}" ORDER BY id'  # noqa: S608 - our own names


def most_bytes(cls: type[Record]) -> int:
    """More bytes than any row of a table has, whose texts are as long as their columns take them."""
    characters = sum(getattr(column.kind, "limit", 0) for column in cls.table.columns)
    return max(characters * _BYTES_PER_CHARACTER, _ROOMY)


def loaded_records(cls: type[R], cursor: sqlite3.Cursor, codes: dict[object, object] | None = None) -> Iterator[R]:
    """The records of the rows that `cursor` gives; ValueError where a stored value is invalid.

    `codes` has one copy of each code, for all tables that are read with it: a unit's stands in all its filings.

    Constructors are left out on purpose: setting one slot of 5,000 records at a time is four
    times faster, and nothing is computed when a record is made.
    """
    slots = [getattr(cls, name).__set__ for name in ("id", *(column.name for column in cls.table.columns))]
    readers: list[_Reader | None] = [None, *map(reader, cls.table.columns)]
    texts: dict[object, object] = {}
    codes = {} if codes is None else codes
    is_code = [False, *(isinstance(column.kind, Code) for column in cls.table.columns)]
    while rows := cursor.fetchmany(_CHUNK):
        records: list[R] = list(map(object.__new__, repeat(cls, len(rows))))
        for put, read, shares, column in zip(slots, readers, is_code, zip(*rows, strict=True), strict=True):
            values: Iterable[object] = column
            if read is not None:
                values = map(read.__getitem__, column)
            elif shares:
                values = map(codes.setdefault, column, column)
            elif isinstance(column[0], str) and len(set(column)) * 2 < len(column):
                values = map(texts.setdefault, column, column)  # one copy of what repeats
            deque(map(put, records, values), maxlen=0)
        yield from records


class _Reader(dict[Any, Any]):
    """Reads each stored value of a column once: days and choices repeat."""

    def __init__(self, kind: Kind) -> None:
        self.kind = kind
        self.codes = {option.code for option in kind.options} if isinstance(kind, Choice) else None

    def __missing__(self, value: Stored) -> object:
        read = None if value is None else self.kind.from_sql(value)
        if value is not None and (not self._is_valid(value) or self.kind.to_sql(read) != value):
            raise ValueError(value)
        self[value] = read
        return read

    def _is_valid(self, value: Stored) -> bool:
        """Whether the kind has such a value at all."""
        if isinstance(self.kind, Year):
            return isinstance(value, int) and self.kind.least <= value <= self.kind.most
        return self.codes is None or value in self.codes


def reader(column: Column) -> _Reader | None:
    """The function that checks and converts a column's stored values; None where they are used as they are stored.

    It raises ValueError for an invalid one.
    """
    return _Reader(column.kind) if isinstance(column.kind, Choice | Year) or is_converted(column) else None


def is_converted(column: Column) -> bool:
    """Whether the column's values are kept in another form than they have in memory."""
    return type(column.kind).from_sql is not Kind.from_sql


@dataclass(frozen=True, slots=True)
class _Shape:
    values: Callable[[Record], Any]
    converting: tuple[tuple[int, Callable[[Any], Stored]], ...]


def _shape(cls: type[Record]) -> _Shape:
    columns = cls.table.columns
    converting = [(place, column.kind.to_sql) for place, column in enumerate(columns, 1) if is_converted(column)]
    return _Shape(attrgetter("id", *(column.name for column in columns)), tuple(converting))


_SHAPES = {cls: _shape(cls) for cls in CLASSES}
