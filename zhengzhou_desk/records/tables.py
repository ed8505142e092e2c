"""The tables of a book in memory: its records, with indexes that are built when first used."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from zhengzhou_desk.records.columns import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from zhengzhou_desk.records.entry import Change

R = TypeVar("R", bound=Record)
Columns: TypeAlias = tuple[str, ...]
Values: TypeAlias = tuple[object, ...]


class Index:
    """Rows of one table by the values of some columns."""

    __slots__ = ("columns", "rows", "values")

    def __init__(self, columns: Columns, records: Iterable[Record]) -> None:
        self.columns = columns
        get = attrgetter(*columns)
        # attrgetter gives a tuple of several columns, but one column bare.
        self.values: Callable[[Record], Values] = get if len(columns) > 1 else lambda record: (get(record),)
        self.rows: dict[Values, list[Record]] = {}
        rows = self.rows
        for record in records:
            values = self.values(record)
            if values in rows:
                rows[values].append(record)
            else:
                rows[values] = [record]

    def add(self, record: Record) -> None:
        """Takes a record in, after those with the same values."""
        self.rows.setdefault(self.values(record), []).append(record)

    def drop(self, records: Iterable[Record]) -> None:
        """Removes records, those of the same values together: fifty thousand orders of one buyer are one list."""
        gone: dict[Values, set[int]] = {}
        for record in records:
            gone.setdefault(self.values(record), set()).add(record.id)
        for values, ids in gone.items():
            left = [other for other in self.rows.get(values, ()) if other.id not in ids]
            if left:
                self.rows[values] = left
            else:
                self.rows.pop(values, None)


class Tables:
    """All records of the book by table and id. Only the store changes it, one entry at a time."""

    def __init__(self) -> None:
        self._rows: dict[type[Record], dict[int, Record]] = {}
        self._indexes: dict[type[Record], dict[Columns, Index]] = {}

    def fill(self, cls: type[R], records: Iterable[R]) -> None:
        """Puts a whole table in place, as it is read from the file."""
        self._rows[cls] = {record.id: record for record in records}
        self._indexes.pop(cls, None)

    def get(self, cls: type[R], row: int) -> R | None:
        """The record of an id, if it is there."""
        return self._rows.get(cls, {}).get(row)  # type: ignore[return-value]

    def all(self, cls: type[R]) -> Collection[R]:
        """Every record of a table, in the order they came."""
        return self._rows.get(cls, {}).values()  # type: ignore[return-value]

    def find(self, cls: type[R], columns: Columns, values: Values) -> Sequence[R]:
        """The records whose `columns` hold `values`; the answer must not be changed."""
        return self.index(cls, columns).rows.get(values, ())  # type: ignore[return-value]

    def index(self, cls: type[Record], columns: Columns) -> Index:
        """The index of a table by some columns, built when first asked for and maintained from then on."""
        index = self._indexes.get(cls, {}).get(columns)
        if index is None:
            index = Index(columns, self.all(cls))
            self._indexes.setdefault(cls, {})[columns] = index
        return index

    def indexed(self, cls: type[Record]) -> Iterable[Index]:
        """The indexes that have been asked for so far."""
        return self._indexes.get(cls, {}).values()

    def apply(self, changes: Collection[Change]) -> None:
        """Applies changes; no row may be among them twice."""
        before: dict[type[Record], list[Record]] = {}
        for change in changes:
            if change.before is not None:
                before.setdefault(type(change.before), []).append(change.before)
        for cls, records in before.items():
            for index in self._indexes.get(cls, {}).values():
                index.drop(records)
        for change in changes:
            cls = type(change.row)
            rows = self._rows.setdefault(cls, {})
            indexes = self._indexes.get(cls, {}).values()
            if change.after is None:
                rows.pop(change.row.id, None)
                continue
            rows[change.after.id] = change.after
            for index in indexes:
                index.add(change.after)
