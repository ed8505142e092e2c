"""A book's file read page by page, without SQLite: nothing in it is executed, and what is damaged is left out."""

from __future__ import annotations

import os
import re
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from zhengzhou_desk.common import protected_files
from zhengzhou_desk.common.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator
    from pathlib import Path

# A value as it stands in the file: a real number or a blob where no program of ours has written one.
RawValue: TypeAlias = "int | float | str | bytes | None"

# https://www.sqlite.org/fileformat2.html: the header of a file, and the two sorts of pages of a table.
_MAGIC = b"SQLite format 3\x00"
_HEADER = 100
_USUAL_SIZE = 4096
_SMALLEST, _LARGEST = 512, 65536
_INNER, _LEAF = 5, 13
_INNER_HEAD, _LEAF_HEAD = 12, 8
_ENCODINGS = {1: "utf-8", 2: "utf-16-le", 3: "utf-16-be"}
_INTEGER_BYTES = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
_REAL, _ZERO, _ONE, _FIRST_BLOB = 7, 8, 9, 12
_DEEPEST = 20
# Only names of our own kind are looked for in the words of a table.
_COLUMN = re.compile(r"\s*[\"\[`]?(\w+)[\"\]`]?\s+(?:TEXT|INTEGER|BLOB)\b", re.IGNORECASE)
_BETWEEN_LOOKS = 64


class _Broken(Exception):  # noqa: N818 - an answer within this module
    """A page or a row that does not say what such a page or row can say."""


@dataclass(frozen=True, slots=True)
class RawRow:
    """A row as it stands in the file: its number, and its values in the order of the columns."""

    number: int
    values: tuple[RawValue, ...]


@dataclass(frozen=True, slots=True)
class TableRoot:
    """Where a table begins, and its columns as the file names them."""

    page: int
    columns: tuple[str, ...]


@dataclass(slots=True)
class TablePages:
    """What could be read of one table. `gaps` are the numbers (after, up to) between which rows may be missing.

    None as the end of a gap means: up to the last one.
    """

    rows: list[RawRow] = field(default_factory=list)
    gaps: list[tuple[int, int | None]] = field(default_factory=list)
    broken_rows: int = 0

    @property
    def is_whole(self) -> bool:
        """Whether nothing of it was unreadable."""
        return not self.gaps and not self.broken_rows


class Pages:
    """The pages of one file. Rows that cannot be made out are left out and counted; nothing is guessed."""

    def __init__(self, file: int, path: Path, cancelled: Callable[[], bool] = lambda: False) -> None:
        self._file = file
        self._path = path
        self._cancelled = cancelled
        self._looked = 0
        size = os.fstat(file).st_size
        head = self._bytes(0, _HEADER) or b""
        self.has_header = head.startswith(_MAGIC) and len(head) == _HEADER
        given = int.from_bytes(head[16:18], "big") if self.has_header else 0
        given = _LARGEST if given == 1 else given
        sound = _SMALLEST <= given <= _LARGEST and not given & (given - 1)
        self.size = given if sound else _USUAL_SIZE
        reserved = head[20] if self.has_header and sound else 0
        self._usable = self.size - (reserved if reserved <= self.size - 480 else 0)
        self.count = size // self.size
        self.version = int.from_bytes(head[60:64], "big") if self.has_header else None
        self._encoding = _ENCODINGS.get(int.from_bytes(head[56:60], "big"), "utf-8") if self.has_header else "utf-8"
        self._free = int.from_bytes(head[32:36], "big") if self.has_header else 0
        # Pages that were read as part of something; no page is part of two things, so that a round ends.
        self._used: set[int] = set()
        self.broken_pages: set[int] = set()

    # -- tables --------------------------------------------------------------------------------

    def roots(self) -> dict[str, TableRoot]:
        """The tables that the file names; nothing for views, triggers and tables of other programs' code."""
        found: dict[str, TableRoot] = {}
        for row in self.table(1).rows:
            if len(row.values) != 5:  # noqa: PLR2004 - type, name, table, root page, words
                continue
            kind, name, _, page, words = row.values
            if kind != "table" or not isinstance(name, str) or not isinstance(words, str):
                continue
            if isinstance(page, int) and 1 < page <= self.count and not _is_virtual(words):
                found.setdefault(name, TableRoot(page, _columns(words)))
        return found

    def table(self, root: int) -> TablePages:
        """Every row of the table that begins at page `root`, in order, with what of it could not be read."""
        found = TablePages()
        # The pages to be read yet, the next one last: each with the numbers its rows lie between.
        waiting: list[tuple[int, int, int | None, int]] = [(root, -(2**63), None, 0)]
        while waiting:
            page, after, upto, depth = waiting.pop()
            try:
                self._take(page, depth)
                kind, cells = self._cells(page)
                if kind == _INNER:
                    waiting += reversed(self._children(page, cells, after, upto, depth))
                else:
                    self._read_leaf(page, cells, (after, upto), found)
            except _Broken:
                self.broken_pages.add(page)
                found.gaps.append((after, upto))
        return found

    def unclaimed(self) -> Iterator[list[RawRow]]:
        """The rows of each page of rows that belongs to no table any more, because what led to it is unreadable.

        To be asked when all tables have been read. Pages that the file has given free are left alone.
        """
        self._take_free()
        for page in range(2, self.count + 1):
            if page in self._used or page in self.broken_pages:
                continue
            try:
                kind, cells = self._cells(page)
                if kind != _LEAF or not cells:
                    continue
                found = TablePages()
                self._read_leaf(page, cells, (-(2**63), None), found)
            except _Broken:
                continue
            if found.rows:
                yield found.rows

    def row(self, root: int, number: int) -> RawRow | None:
        """The row of a number; only the few pages that lead to it are read."""
        return self._sought(root, number)

    def last_row(self, root: int) -> RawRow | None:
        """The row of the largest number."""
        return self._sought(root, None)

    def _sought(self, root: int, number: int | None) -> RawRow | None:
        page = root
        try:
            for _ in range(_DEEPEST):
                kind, cells = self._cells(page)
                if kind == _LEAF:
                    rows = TablePages()
                    self._used.clear()
                    wanted = cells[-1:] if number is None else cells
                    self._read_leaf(page, wanted, (-(2**63), None), rows, only=number)
                    return rows.rows[-1] if rows.rows else None
                children = self._children(page, cells, -(2**63), None, 0)
                page = next(child for child, _, upto, _ in children if upto is None or (number or 2**63) <= upto)
        except _Broken:
            pass
        return None

    # -- pages ---------------------------------------------------------------------------------

    def _take(self, page: int, depth: int) -> None:
        """Notes a page as read; one that was read before leads in a round, or belongs to two."""
        if page in self._used or depth > _DEEPEST:
            raise _Broken
        self._used.add(page)

    def _take_free(self) -> None:
        """The pages given free hold nothing that counts, whatever stands in them."""
        page = self._free
        while page and page not in self._used:
            try:
                content = self._page(page)
            except _Broken:
                return
            self._used.add(page)
            count = int.from_bytes(content[4:8], "big")
            if count <= self._usable // 4 - 2:
                places = range(8, 8 + 4 * count, 4)
                self._used.update(int.from_bytes(content[place : place + 4], "big") for place in places)
            page = int.from_bytes(content[:4], "big")

    def _bytes(self, offset: int, size: int) -> bytes | None:
        """Bytes of the file; None where the disk does not give them."""
        try:
            os.lseek(self._file, offset, os.SEEK_SET)
            return os.read(self._file, size)
        except OSError:
            return None

    def _page(self, page: int) -> bytes:
        if not 1 <= page <= self.count:
            raise _Broken
        self._looked += 1
        if self._looked % _BETWEEN_LOOKS == 0 and self._cancelled():
            raise Refused("已取消，没有读完 {path}", path=self._path)
        content = self._bytes((page - 1) * self.size, self.size)
        if content is None or len(content) < self.size:
            raise _Broken
        return content

    def _cells(self, page: int) -> tuple[int, list[bytes]]:
        """The sort of a page of a table, and its cells, each from its beginning to the end of the page."""
        content = self._page(page)
        start = _HEADER if page == 1 else 0
        kind = content[start]
        if kind not in (_INNER, _LEAF):
            raise _Broken
        head = start + (_INNER_HEAD if kind == _INNER else _LEAF_HEAD)
        count = int.from_bytes(content[start + 3 : start + 5], "big")
        if head + 2 * count > self._usable:
            raise _Broken
        places = [int.from_bytes(content[head + 2 * at : head + 2 * at + 2], "big") for at in range(count)]
        if any(not head + 2 * count <= place < self._usable for place in places) or len({*places}) < count:
            raise _Broken
        cells = [content[place : self._usable] for place in places]
        if kind == _INNER:
            cells.append(content[start + 8 : start + 12])
        return kind, cells

    def _children(
        self, page: int, cells: list[bytes], after: int, upto: int | None, depth: int
    ) -> list[tuple[int, int, int | None, int]]:
        """The pages below an inner one, each with the numbers its rows lie between."""
        found: list[tuple[int, int, int | None, int]] = []
        for cell in cells[:-1]:
            key, _ = _varint(cell, 4)
            if key <= after or (upto is not None and key > upto):
                raise _Broken
            found.append((int.from_bytes(cell[:4], "big"), after, key, depth + 1))
            after = key
        found.append((int.from_bytes(cells[-1], "big"), after, upto, depth + 1))
        if any(not 1 < child <= self.count or child == page for child, *_ in found):
            raise _Broken
        return found

    # -- rows ----------------------------------------------------------------------------------

    def _read_leaf(
        self, page: int, cells: list[bytes], between: tuple[int, int | None], found: TablePages, only: int | None = None
    ) -> None:
        """The rows of a page of rows; one that cannot be made out is counted, and says where it is missing."""
        before, upto = between
        broken = False
        for cell in cells:
            try:
                size, place = _varint(cell, 0)
                number, place = _varint(cell, place)
                if number <= before or (upto is not None and number > upto):
                    raise _Broken
                if only is not None and number != only:
                    continue
                row = RawRow(number, self._record(self._payload(cell, place, size)))
            except (_Broken, IndexError, UnicodeDecodeError):
                found.broken_rows += 1
                broken = True
                continue
            if broken:
                found.gaps.append((before, number - 1))
                broken = False
            found.rows.append(row)
            before = number
        if broken:
            found.gaps.append((before, upto))
            self.broken_pages.add(page)

    def _payload(self, cell: bytes, place: int, size: int) -> bytes:
        """What a row says, also where it goes on in pages of its own."""
        most = self._usable - 35
        if not 0 < size <= self.count * self.size:
            raise _Broken
        if size <= most:
            local = size
        else:
            least = (self._usable - 12) * 32 // 255 - 23
            local = least + (size - least) % (self._usable - 4)
            local = local if local <= most else least
        if place + local > len(cell):
            raise _Broken
        parts = [cell[place : place + local]]
        left = size - local
        following = int.from_bytes(cell[place + local : place + local + 4], "big") if left else 0
        while left:
            self._take(following, 0)
            content = self._page(following)
            parts.append(content[4 : min(4 + left, self._usable)])
            left -= len(parts[-1])
            following = int.from_bytes(content[:4], "big")
        return b"".join(parts)

    def _record(self, payload: bytes) -> tuple[RawValue, ...]:
        end, place = _varint(payload, 0)
        if not place <= end <= len(payload):
            raise _Broken
        kinds = []
        while place < end:
            kind, place = _varint(payload, place)
            kinds.append(kind)
        values: list[RawValue] = []
        for kind in kinds:
            value, place = self._value(payload, place, kind)
            values.append(value)
        if place != len(payload):
            raise _Broken
        return tuple(values)

    def _value(self, payload: bytes, place: int, kind: int) -> tuple[RawValue, int]:
        if kind == 0:
            return None, place
        if kind in (_ZERO, _ONE):
            return kind - _ZERO, place
        if kind == _REAL:
            return float("nan"), place + 8  # no column of ours holds one: whoever reads it refuses it
        if kind in _INTEGER_BYTES:
            end = place + _INTEGER_BYTES[kind]
            return int.from_bytes(payload[place:end], "big", signed=True), end
        if kind < _FIRST_BLOB:
            raise _Broken
        end = place + (kind - _FIRST_BLOB) // 2
        if end > len(payload):
            raise _Broken
        raw = payload[place:end]
        return (raw.decode(self._encoding) if kind % 2 else raw), end


@contextmanager
def opened(path: Path, cancelled: Callable[[], bool] = lambda: False) -> Generator[Pages, None, None]:
    """The pages of a file that this program does not have open: closing it would give up the locks of one that is."""
    if protected_files.is_open(path):
        raise Refused("{path} 正开着，请先关闭", path=path)
    file = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0))
    try:
        yield Pages(file, path, cancelled)
    finally:
        os.close(file)


def _varint(content: bytes, place: int) -> tuple[int, int]:
    """A number of one to nine bytes, and where it ends."""
    value = 0
    for at in range(8):
        if place + at >= len(content):
            raise _Broken
        byte = content[place + at]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:  # noqa: PLR2004 - the last byte says so
            return value, place + at + 1
    if place + 8 >= len(content):
        raise _Broken
    value = value << 8 | content[place + 8]
    return value - (2**64 if value >= 2**63 else 0), place + 9


def _columns(words: str) -> tuple[str, ...]:
    """The names of a table's columns, from the words by which it was made."""
    _, _, inside = words.partition("(")
    return tuple(match[1] for part in inside.split(",") if (match := _COLUMN.match(part)))


def _is_virtual(words: str) -> bool:
    return re.match(r"\s*CREATE\s+VIRTUAL\b", words, re.IGNORECASE) is not None
