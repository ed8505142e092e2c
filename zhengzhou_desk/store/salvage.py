"""What can be read of a damaged book: rows that pass the checks of an import, and an account of what is missing."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeAlias

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.messages import Message, message
from zhengzhou_desk.common.paths import resolved
from zhengzhou_desk.records import BY_NAME, CLASSES, Record
from zhengzhou_desk.records.clean import clean
from zhengzhou_desk.records.kinds import FEN_PER_YUAN, Money, Rate, Text, Whole
from zhengzhou_desk.store import book_file, pages, replay, schema
from zhengzhou_desk.store.io_errors import plain_errors
from zhengzhou_desk.store.journal import MASK, JournalLine
from zhengzhou_desk.store.journal_pages import ANCHOR, anchors_in, is_chained, is_line, lines_in, refuse_foreign
from zhengzhou_desk.store.rows import reader

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from zhengzhou_desk.records import Column
    from zhengzhou_desk.store.pages import Pages, RawRow, TablePages, TableRoot
    from zhengzhou_desk.store.rows import _Reader

    Fields: TypeAlias = "dict[str, Any]"
    Told: TypeAlias = "Mapping[tuple[str, int], Fields]"

_LONGEST_SHOWN = 40
_NO_TEXT = re.compile("[\x00-\x08\x0e-\x1f]")
# The list of migrations that a book has been through holds this in every row.
_MIGRATIONS = "zhengzhou_desk"


@dataclass(frozen=True, slots=True)
class LostRow:
    """A row that is not rescued: its number, what a person calls it as far as that is known, and why."""

    number: int
    called: str = ""
    reasons: tuple[Message, ...] = ()


@dataclass(slots=True)
class TableSalvage:
    """What was rescued of one table.

    `from_journal` are rows that stood on unreadable pages and that the journal tells, without personal fields;
    `corrected` rows that said something else than the journal, which is followed; `untold` rows of which it does not
    know. `gaps` are the numbers (after, up to) between which rows may be missing of which nothing is known.
    """

    cls: type[Record]
    records: dict[int, Record] = field(default_factory=dict)
    from_journal: list[int] = field(default_factory=list)
    corrected: list[int] = field(default_factory=list)
    untold: list[int] = field(default_factory=list)
    lost: list[LostRow] = field(default_factory=list)
    gaps: list[tuple[int, int | None]] = field(default_factory=list)
    cleaned: int = 0

    @property
    def at_most_lost(self) -> int | None:
        """How many rows may be missing at most, the known ones among them; None where the end is not known."""
        count = len(self.lost)
        for after, upto in self.gaps:
            if upto is None:
                return None
            numbers = {row.number for row in self.lost} | self.records.keys()
            count += upto - max(after, 0) - sum(max(after, 0) < number <= upto for number in numbers)
        return count

    @property
    def is_as_read(self) -> bool:
        """Whether every row was there, and nothing of it came from elsewhere."""
        return not (self.lost or self.gaps or self.from_journal or self.corrected or self.untold or self.cleaned)


@dataclass(slots=True)
class Salvage:
    """Everything rescued of a book. `journal_is_whole`: what is missing is known, row by row."""

    tables: list[TableSalvage]
    lines: list[JournalLine]
    journal_is_whole: bool
    broken_pages: int = 0
    unclaimed_pages: int = 0

    @property
    def rescued(self) -> int:
        """How many rows there are."""
        return sum(len(table.records) for table in self.tables)

    @property
    def at_most_lost(self) -> int | None:
        """How many rows may be missing at most; None where that is not known."""
        counts = [table.at_most_lost for table in self.tables]
        return None if None in counts else sum(count or 0 for count in counts)

    @property
    def is_complete(self) -> bool:
        """Whether every row of the book was read from it."""
        return not self.broken_pages and all(table.is_as_read for table in self.tables)


def salvage(path: Path, cancelled: Callable[[], bool] = lambda: False) -> Salvage:
    """Reads what can be read of the book at `path`, which is not changed. Refuses what is no book of ours.

    The file is taken apart page by page: whatever it says is never executed, and its size bounds the work.
    """
    refuse_foreign(path)
    with plain_errors(path), book_file.at_rest(resolved(path)) as file, pages.opened(file, cancelled) as found:
        if found.version is not None and found.version > schema.VERSION:
            raise book_file.newer(path, found.version)
        return _Reading(found).result()


class _Reading:
    """One book being read."""

    def __init__(self, found: Pages) -> None:
        self._pages = found
        self._roots = found.roots()
        self._schema_is_whole = bool(self._roots) and not found.broken_pages
        self._columns = {cls: StoredColumns(cls) for cls in CLASSES}

    def result(self) -> Salvage:
        """All of it."""
        raw: dict[str, tuple[TableRoot | None, TablePages]] = {}
        for name in (*BY_NAME, "journal", "anchor"):
            raw[name] = self._raw(name)
        # Also the tables of SQLite and of migrations, so that their pages are not taken for another's.
        others = {name: self._pages.table(self._roots[name].page) for name in self._roots.keys() - raw.keys()}
        self._end_gaps(raw, others.get("sqlite_sequence"))
        unclaimed = self._give_unclaimed(raw)
        lines = sorted(lines_in(raw["journal"][1].rows), key=lambda line: line.number)
        told = self._told(lines, raw)
        tables = [self._table(cls, *raw[cls.table.name], told) for cls in CLASSES]
        return Salvage(tables, lines, told is not None, len(self._pages.broken_pages), unclaimed)

    def _raw(self, name: str) -> tuple[TableRoot | None, TablePages]:
        root = self._roots.get(name)
        if root is not None:
            return root, self._pages.table(root.page)
        nothing = pages.TablePages()
        if not self._schema_is_whole:
            nothing.gaps.append((0, None))
        return None, nothing

    def _end_gaps(self, raw: Mapping[str, tuple[TableRoot | None, TablePages]], given: TablePages | None) -> None:
        """Ends each gap at the largest number that its table has ever given, where that can be read."""
        if given is None or not given.is_whole:
            return
        largest = {row.values[0]: row.values[1] for row in given.rows if len(row.values) == len(("name", "seq"))}
        for cls in CLASSES:
            most = largest.get(cls.table.name, 0)
            found = raw[cls.table.name][1]
            if isinstance(most, int):
                ended = [(max(after, 0), most if upto is None else min(upto, most)) for after, upto in found.gaps]
                found.gaps = [(after, upto) for after, upto in ended if after < upto]

    # -- pages that nothing leads to any more ----------------------------------------------------

    def _give_unclaimed(self, raw: dict[str, tuple[TableRoot | None, TablePages]]) -> int:
        """Gives pages of rows back to the one table that they can be of; returns how many belong to none for certain.

        They must fill a gap of it, and every row must be one that it could hold.
        """
        left = 0
        for rows in self._pages.unclaimed():
            fitting = [
                name
                for name, (root, found) in raw.items()
                if any(
                    after < rows[0].number and (upto is None or rows[-1].number <= upto) for after, upto in found.gaps
                )
                and all(self._fits(name, root, row) for row in rows)
            ]
            if all(row.values[1:2] == (_MIGRATIONS,) for row in rows):
                continue
            if len(fitting) != 1:
                left += 1
                continue
            found = raw[fitting[0]][1]
            found.rows = sorted([*found.rows, *rows], key=lambda row: row.number)
        return left

    def _fits(self, name: str, root: TableRoot | None, row: RawRow) -> bool:
        if not row.values or row.values[0] is not None:
            return False
        if name == "journal":
            return is_line(row)
        if name == "anchor":
            return len(row.values) == len(ANCHOR) and row.number == 1
        cls = BY_NAME[name]
        fields = self._fields(cls, root, row)
        return fields is not None and self._columns[cls].could_be(fields)

    def _fields(self, cls: type[Record], root: TableRoot | None, row: RawRow) -> Fields | None:
        """A row by the names of its columns; None where it is none of this table."""
        names = ("id", *(column.name for column in cls.table.columns))
        if root is not None and root.columns:
            names = root.columns
        if len(row.values) > len(names) or not row.values or row.values[0] is not None or names[0] != "id":
            return None
        return dict(zip(names[1:], row.values[1:], strict=False))

    # -- the journal's account -------------------------------------------------------------------

    def _told(self, lines: Sequence[JournalLine], raw: Mapping[str, tuple[object, TablePages]]) -> Told | None:
        """The rows that the journal tells; None where it is not there from its first line to its last."""
        anchors = anchors_in(raw["anchor"][1])
        if not is_chained(lines) or (anchors and anchors[0] != (len(lines), lines[-1].hash)):
            return None
        # Without an anchor only a journal of which nothing is unreadable is known to be all of it.
        if not anchors and (raw["journal"][1].gaps or not self._roots):
            return None
        try:
            return replay.told_rows(lines)
        except (Refused, AttributeError, TypeError, ValueError, KeyError):
            return None

    # -- one table -------------------------------------------------------------------------------

    def _table(self, cls: type[Record], root: TableRoot | None, raw: TablePages, told: Told | None) -> TableSalvage:
        found = TableSalvage(cls)
        refused: dict[int, LostRow] = {}
        for row in raw.rows:
            fields = self._fields(cls, root, row)
            if fields is None:
                refused[row.number] = LostRow(row.number, "", (message("不是这张表的行"),))
                continue
            self._take(found, row.number, fields, refused)
        if told is None:
            found.lost = list(refused.values())
            found.gaps = [gap for gap in raw.gaps if _may_hold(gap, found.records)]
            return found
        for (table, number), fields in told.items():
            if table == cls.table.name:
                self._compare(found, number, fields, refused)
        found.untold = [number for number in found.records if (cls.table.name, number) not in told]
        found.lost = sorted(refused.values(), key=lambda lost: lost.number)
        found.records = dict(sorted(found.records.items()))
        return found

    def _compare(self, found: TableSalvage, number: int, told: Fields, refused: dict[int, LostRow]) -> None:
        """What the journal tells of a row takes the place of what cannot be read, or reads otherwise.

        Personal fields it does not tell: they are as they were read, or blank.
        """
        cls, present = found.cls, found.records.get(number)
        if present is not None and not _differs(present, told):
            return
        fields = {name: value for name, value in told.items() if value != MASK}
        if present is not None:
            fields |= {
                column.name: column.kind.to_sql(present.cell(column.name))
                for column in cls.table.columns
                if column.personal
            }
        values, reasons, _ = self._columns[cls].checked(fields)
        if not reasons:
            found.records[number] = cls(id=number, **values)
            refused.pop(number, None)
            (found.from_journal if present is None else found.corrected).append(number)
        elif present is None:
            refused.setdefault(number, LostRow(number, _called(cls, fields), tuple(reasons)))

    def _take(self, found: TableSalvage, number: int, fields: Fields, refused: dict[int, LostRow]) -> None:
        columns = self._columns[found.cls]
        values, reasons, cleaned = columns.checked(fields)
        if not 0 < number < 2**62:
            reasons.append(message("行号不对"))
        if reasons:
            refused[number] = LostRow(number, _called(found.cls, fields), tuple(reasons))
            return
        found.records[number] = found.cls(id=number, **values)
        found.cleaned += cleaned


def _may_hold(gap: tuple[int, int | None], records: Mapping[int, Record]) -> bool:
    """Whether a row may be missing there: some number between is not there."""
    after, upto = gap
    if upto is None:
        return True
    return upto - max(after, 0) > sum(max(after, 0) < number <= upto for number in records)


def _differs(record: Record, told: Fields) -> bool:
    """Whether a row says something else than the journal tells, which knows of personal fields only that they are."""
    for column in record.table.columns:
        stored = column.kind.to_sql(record.cell(column.name))
        said = told.get(column.name)
        if (stored is None) != (said is None) or (not column.personal and stored != said):
            return True
    return False


def _called(cls: type[Record], fields: Fields) -> str:
    words = [fields.get(name) for name in cls.table.key]
    words += [fields.get("name")] if "name" not in cls.table.key else []
    return " ".join(str(word)[:_LONGEST_SHOWN] for word in words if isinstance(word, str | int))


class StoredColumns:
    """The columns of a table, each with what reads its stored values."""

    def __init__(self, cls: type[Record]) -> None:
        self._columns = cls.table.columns
        self._readers: dict[str, _Reader | None] = {column.name: reader(column) for column in self._columns}
        self._known: dict[str, dict[object, object]] = {column.name: {} for column in self._columns}

    def could_be(self, fields: Fields) -> bool:
        """Whether every value is of the sort that its column holds, and none is missing that must be there."""
        return not self.checked(fields)[1]

    def checked(self, fields: Fields) -> tuple[dict[str, Any], list[Message], bool]:
        """The values as the columns' kinds understand them, why they do not, and whether a text was cleaned."""
        values: dict[str, Any] = {}
        reasons: list[Message] = []
        cleaned = False
        for column in self._columns:
            stored = fields.get(column.name)
            if stored is None:
                if column.required:
                    reasons.append(message("“{column}”不能空着", column=column))
                else:
                    values[column.name] = None
                continue
            try:
                value = self._value(column, stored)
            except Refused as refused:
                reasons.append(message("“{column}”{reason}", column=column, reason=refused.message))
                continue
            values[column.name] = value
            cleaned |= isinstance(stored, str) and isinstance(value, str) and value != stored
        return values, reasons, cleaned

    def _value(self, column: Column, stored: object) -> object:
        known = self._known[column.name]
        if stored in known:
            return known[stored]
        value = self._parsed(column, stored)
        if len(known) < 50_000:  # noqa: PLR2004 - days and choices repeat, numbers of orders do not
            known[stored] = value
        return value

    def _parsed(self, column: Column, stored: object) -> object:
        """The value by the kind's own parser, as an import would take it."""
        kind, read = column.kind, self._readers[column.name]
        if not isinstance(stored, str if kind.sql == "TEXT" else int):
            raise _unreadable(stored)
        try:
            value = read[stored] if read is not None else stored
        except (ValueError, TypeError):
            raise _unreadable(stored) from None
        if isinstance(kind, Money):
            return kind.parse(Decimal(int(stored)) / FEN_PER_YUAN)
        if isinstance(kind, Whole):
            return kind.parse(Decimal(int(stored)))
        if isinstance(kind, Rate):
            return kind.parse(kind.show(value))
        if isinstance(kind, Text) and _NO_TEXT.search(str(stored)):
            raise _unreadable(stored)  # an import would leave these out; here they are what damage has left
        return kind.parse(value) if isinstance(kind, Text) else value


def _unreadable(stored: object) -> Refused:
    return Refused("‘{given}’读不出来", given=clean(str(stored))[:_LONGEST_SHOWN])
