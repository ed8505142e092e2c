"""Sheets kept as text: comma or tab separated files in any Chinese encoding, and HTML tables named .xls."""

from __future__ import annotations

import csv
import io
import math
import re
from collections import Counter
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.exchange.limits import (
    MOST_COLUMNS,
    MOST_PARTS,
    MOST_ROWS,
    CellBudget,
    broken_file,
    too_far,
    too_many_cells,
)
from zhengzhou_desk.exchange.sheet import Cell, Sheet, text_or_error

if TYPE_CHECKING:
    from pathlib import Path

_ENCODINGS = ("utf-8-sig", "gb18030")
# The likelier first: of two that cut equally well, the earlier separates.
SEPARATORS = ("\t", ",", ";", "，")
_LOOKED_AT = 20_000
# A tag ends at its > or, where it is broken, at the next <: none is looked at beyond that.
_TAG = re.compile(
    r"""<(?P<end>/?)(?P<name>[A-Za-z][A-Za-z0-9:_-]*+)(?P<rest>(?:[^"'<>]++|"[^"<]*+"|'[^'<]*+'|["'])*+)>?|<[!?][^<>]*+>"""
)
_SPAN = re.compile(r"""\b(colspan|rowspan)\s*+=\s*+(?:"\s*([0-9]+)\s*"|'\s*([0-9]+)\s*'|([0-9]+))""", re.IGNORECASE)


def decoded(content: bytes, path: Path) -> str:
    """The text of a file: UTF-8 with or without its mark, UTF-16, else GB18030. Refuses what is none of them."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        tried: tuple[str, ...] = ("utf-16",)
    elif content[1:200:2].count(0) > len(content[1:200:2]) // 2:
        tried = ("utf-16-le",)
    else:
        tried = _ENCODINGS
    for encoding in tried:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise Refused("{path} 不是电子表格，也不是认得的文本（UTF-8、GB18030、UTF-16）", path=path)


def read_text(path: Path) -> Sheet:
    """A separated text file as one sheet named after the file. Refuses open quotes, and cells far outside any table."""
    text = decoded(path.read_bytes(), path)
    room = CellBudget(path)
    rows: list[tuple[Cell, ...]] = []
    known = _Cells()
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator(text), strict=True)
    try:
        for row in reader:
            rows.append(tuple([known[cell] for cell in row]))
            room.take(len(row))
            if len(rows) > MOST_ROWS or len(row) > MOST_COLUMNS:
                raise too_far(path)
    except csv.Error:
        raise Refused(
            "{path} 第 {row} 行的引号不完整或文字太长，读不出来。请补上引号，或另存为 .xlsx 再试",
            path=path,
            row=reader.line_num,
        ) from None  # fmt: skip
    return Sheet(path.stem, tuple(rows), separated=True)


def separator(text: str) -> str:
    """What separates the cells: it cuts the head already, and most rows into equally many cells, as a table has them.

    Only that one separates: a comma of the other sort inside a note is a comma.
    """
    head = text[:_LOOKED_AT]
    if len(text) > _LOOKED_AT and "\n" in head:
        head = head[: head.rindex("\n")]
    cut = {each: _cut(head, each) for each in SEPARATORS}
    earliest = min(first for first, _ in cut.values())
    return max(SEPARATORS, key=lambda each: (cut[each][0] == earliest, cut[each][1]))


def _cut(head: str, separator: str) -> tuple[float, int]:
    """The first row that has the commonest number of cells above one, and how many separators such rows hold."""
    try:
        widths = [len(row) for row in csv.reader(io.StringIO(head, newline=""), delimiter=separator)]
    except csv.Error:
        return math.inf, 0
    counted = Counter(width for width in widths if width > 1)
    if not counted:
        return math.inf, 0
    width, count = max(counted.items(), key=lambda each: (each[1], each[0]))
    # One such row alone may be a title with a comma in it.
    return widths.index(width) if count > 1 else math.inf, count * (width - 1)


class _Cells(dict[str, Cell]):
    """What texts are as cells: days, words and codes come again and again."""

    def __missing__(self, text: str) -> Cell:
        found = self[text] = text_or_error(text) or None if text.strip() else None
        return found


def read_html(path: Path) -> tuple[Sheet, ...]:
    """The tables of an HTML page, which many government systems name .xls. Refuses a page without tables."""
    sheets = read_page(path.read_bytes(), path)
    if not sheets:
        raise Refused("{path} 是网页，其中没有表格", path=path)
    return sheets


def read_page(content: bytes, path: Path, encoding: str | None = None, before: int = 0) -> tuple[Sheet, ...]:
    """The tables of one page of a file, in which `before` tables came before."""
    named = re.search(rb'charset\s*=\s*["\']?\s*([\w-]+)', content[:4096])
    encoding = encoding or (named[1].decode("ascii") if named else None)
    text = _as_named(content, encoding) if encoding else None
    reader = _HtmlTables(path)
    try:
        reader.read(text if text is not None else decoded(content, path))
    except ValueError:  # a character by a number of thousands of digits
        raise broken_file(path) from None
    tables = [table for table in reader.tables if table]
    return tuple(Sheet(f"{path.stem}-{number}" if number > 1 else path.stem, tuple(map(tuple, table)))
                 for number, table in enumerate(tables, before + 1))  # fmt: skip


def _as_named(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode("gb18030" if encoding.lower() in ("gb2312", "gbk") else encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _without_comments(text: str) -> str:
    """The page without its comments; one that is never closed reaches to the end."""
    kept: list[str] = []
    place = 0
    while (begin := text.find("<!--", place)) >= 0:
        kept.append(text[place:begin])
        place = text.find("-->", begin + 2) + len("-->")
        if place < len("-->"):
            return "".join(kept)
    return "".join([*kept, text[place:]])


@dataclass(slots=True)
class _OpenTable:
    """A table that is being read: its rows, what reaches down into its next row, and the cell in which it stands."""

    rows: list[list[Cell]]
    below: dict[int, tuple[int, Cell]]
    text: list[str] | None
    span: tuple[int, int]


class _HtmlTables:
    """Collects the rows of every table; a cell over several columns or rows stands in each.

    A table within a cell is the cell's text where it is one row or one column, and a table of its own otherwise: pages
    are laid out by tables, and the one that matters may be the inner one. The page is cut at its tags in one pass:
    what a broken tag costs does not grow with what follows it.
    """

    def __init__(self, path: Path) -> None:
        self.tables: list[list[list[Cell]]] = []
        self._path = path
        self._room = CellBudget(path)
        # The tables that are open, the inner ones last.
        self._open: list[_OpenTable] = []
        self._text: list[str] | None = None
        self._span = (1, 1)
        self._unseen = ""

    def read(self, page: str) -> None:
        page = _without_comments(page)
        place = 0
        for tag in _TAG.finditer(page):
            self._say(page[place : tag.start()])
            place = tag.end()
            name = (tag["name"] or "").lower()
            if self._unseen:
                self._unseen = "" if tag["end"] and name == self._unseen else self._unseen
            elif tag["end"]:
                self._end(name)
            else:
                self._start(name, tag["rest"])
        self._say(page[place:])
        self._end_cell()

    def _start(self, tag: str, rest: str) -> None:
        if tag == "table":
            if len(self._open) >= MOST_PARTS or len(self.tables) >= MOST_PARTS:
                raise too_many_cells(self._path)
            self.tables.append([])
            self._open.append(_OpenTable(self.tables[-1], {}, self._text, self._span))
            self._text = None
        elif tag == "tr" and self._open:
            self._end_cell()
            if len(self._open[-1].rows) >= MOST_ROWS:
                raise too_far(self._path)
            self._open[-1].rows.append([])
            self._from_above()
        elif tag in ("td", "th") and self._open and self._open[-1].rows:
            self._end_cell()
            spans = {name.lower(): first or second or bare for name, first, second, bare in _SPAN.findall(rest)}
            self._span = (_span(spans.get("colspan"), MOST_COLUMNS), _span(spans.get("rowspan"), MOST_ROWS))
            self._text = []
        elif tag == "br":
            self._say(" ")
        elif tag in ("script", "style"):
            self._unseen = tag

    def _say(self, text: str) -> None:
        if self._text is not None and text and not self._unseen:
            self._text.append(text)

    def _end(self, tag: str) -> None:
        if tag in ("td", "th", "tr", "table"):
            self._end_cell()
        if tag == "table" and self._open:
            self._end_table(self._open.pop())

    def _end_table(self, table: _OpenTable) -> None:
        """Goes on in the cell in which the table stood."""
        self._text, self._span = table.text, table.span
        if self._text is None or (len(table.rows) > 1 and max(map(len, table.rows)) > 1):
            return
        self.tables = [each for each in self.tables if each is not table.rows]
        for row in table.rows:
            self._text += [f" {cell}" for cell in row if cell is not None]

    def _end_cell(self) -> None:
        if self._text is None:
            return
        value: Cell = text_or_error(unescape("".join(self._text)).strip()) or None
        self._text = None
        rows, below = self._open[-1].rows, self._open[-1].below
        for _ in range(self._span[0]):
            if self._span[1] > 1:
                below[len(rows[-1])] = (self._span[1] - 1, value)
            self._append(value)
            self._from_above()

    def _append(self, value: Cell) -> None:
        row = self._open[-1].rows[-1]
        if len(row) >= MOST_COLUMNS:
            raise too_far(self._path)
        self._room.take(1)
        row.append(value)

    def _from_above(self) -> None:
        rows, below = self._open[-1].rows, self._open[-1].below
        while len(rows[-1]) in below:
            left, value = below.pop(len(rows[-1]))
            if left > 1:
                below[len(rows[-1])] = (left - 1, value)
            self._append(value)


def _span(text: str | None, most: int) -> int:
    return min(int(text), most) if text and re.fullmatch(r"[0-9]{1,9}", text) and int(text) > 0 else 1
