"""Tables with changes laid over them: what would be there if they were made, while the tables stay as they are."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

from zhengzhou_desk.records.tables import Tables

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from zhengzhou_desk.records.columns import Record
    from zhengzhou_desk.records.entry import Change
    from zhengzhou_desk.records.tables import Columns, Index, Values


class Overlay(Tables):
    """Only the lists of rows that changes touch are made anew; everything else is looked up below."""

    def __init__(self, below: Tables, changes: Collection[Change]) -> None:
        super().__init__()
        self._below = below
        self._gone: dict[type[Record], set[int]] = {}
        self._come: dict[type[Record], dict[int, Record]] = {}
        for change in changes:
            cls = type(change.row)
            if change.before is not None:
                self._gone.setdefault(cls, set()).add(change.before.id)
            if change.after is not None:
                self._come.setdefault(cls, {})[change.after.id] = change.after

    def get(self, cls: type[Any], row: int) -> Any:
        """The record of an id, if it would be there."""
        come = self._come.get(cls, {}).get(row)
        if come is not None or row in self._gone.get(cls, ()):
            return come
        return self._below.get(cls, row)

    def all(self, cls: type[Any]) -> Collection[Any]:
        """Every record that would be there; those that are changed stand last."""
        if cls not in self._gone and cls not in self._come:
            return self._below.all(cls)
        gone = self._gone.get(cls, set())
        return [*(row for row in self._below.all(cls) if row.id not in gone), *self._come.get(cls, {}).values()]

    def index(self, cls: type[Record], columns: Columns) -> Index:
        """The index of a table with the changes laid over it."""
        below = self._below.index(cls, columns)
        if cls not in self._gone and cls not in self._come:
            return below
        made = self._indexes.setdefault(cls, {}).get(columns)
        if made is None:
            made = self._indexes[cls][columns] = self._laid_over(cls, below)
        return made

    def _laid_over(self, cls: type[Record], below: Index) -> Index:
        from zhengzhou_desk.records.tables import Index

        made = Index(below.columns, ())
        rows = _Rows(below.rows)
        gone, come = self._gone.get(cls, set()), self._come.get(cls, {})
        before = (row for number in gone if (row := self._below.get(cls, number)) is not None)
        for values in {made.values(row) for row in chain(before, come.values())}:
            rows.own[values] = [row for row in below.rows.get(values, ()) if row.id not in gone]
        for row in come.values():
            rows.own[made.values(row)].append(row)
        made.rows = rows
        return made


class _Rows(dict[Any, Any]):
    """The lists of an index: those of its own before those below."""

    def __init__(self, below: dict[Values, list[Record]]) -> None:
        super().__init__()
        self.below = below
        self.own: dict[Values, list[Record]] = {}

    def get(self, values: Values, otherwise: Any = None) -> Any:
        found = self.own.get(values)
        if found is None:
            return self.below.get(values, otherwise)
        return found or otherwise

    def __getitem__(self, values: Values) -> list[Record]:
        found = self.get(values)
        if found is None:
            raise KeyError(values)
        return found  # type: ignore[no-any-return]

    def __contains__(self, values: object) -> bool:
        return self.get(values) is not None  # type: ignore[arg-type]

    def __iter__(self) -> Iterator[Any]:
        return (values for values in dict.fromkeys((*self.below, *self.own)) if values in self)
