"""Sheets kept as text: comma or tab separated files in any Chinese encoding, and HTML tables named .xls."""

from __future__ import annotations

import csv
import io
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from zhengzhou_desk.errors import Refused
from zhengzhou_desk.exchange.guard import MOST_COLUMNS, MOST_ROWS
from zhengzhou_desk.exchange.sheet import Cell, Sheet

if TYPE_CHECKING:
    from pathlib import Path

_ENCODINGS = ("utf-8-sig", "gb18030")


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
    """A separated text file as one sheet named after the file."""
    text = decoded(path.read_bytes(), path)
    head = text[:20_000]
    separator = max("\t,;，", key=head.count)
    rows: list[tuple[Cell, ...]] = []
    try:
        for row in csv.reader(io.StringIO(text.replace("，", ",") if separator == "，" else text, newline=""), delimiter="," if separator == "，" else separator):
            rows.append(tuple(_cell(cell) for cell in row))
            if len(rows) > MOST_ROWS or len(row) > MOST_COLUMNS:
                raise Refused("{path} 的行或列太多，不像一份电子表格", path=path)
    except csv.Error:
        raise Refused("{path} 的分隔或引号不完整，读不出来。请另存为 .xlsx 再试", path=path) from None
    return Sheet(path.stem, tuple(rows))


def _cell(text: str) -> Cell:
    # Exports guard long codes from Excel as ="0123" or with an apostrophe before them.
    match = re.fullmatch(r'="(.*)"', text.strip())
    if match:
        return match[1] or None
    text = text.removeprefix("'") if re.fullmatch(r"'[\d=+\-@].*", text) else text
    return text if text.strip() else None


def read_html(path: Path) -> tuple[Sheet, ...]:
    """The tables of an HTML page, as many government systems name .xls."""
    content = path.read_bytes()
    named = re.search(rb'charset\s*=\s*["\']?\s*([\w-]+)', content[:4096])
    text = _as_named(content, named[1].decode("ascii")) if named else None
    reader = _Tables()
    reader.feed(text if text is not None else decoded(content, path))
    reader.close()
    tables = [table for table in reader.tables if table]
    if not tables:
        raise Refused("{path} 是网页，其中没有表格", path=path)
    if any(len(table) > MOST_ROWS for table in tables):
        raise Refused("{path} 的行或列太多，不像一份电子表格", path=path)
    return tuple(Sheet(f"{path.stem}-{number}" if number > 1 else path.stem, tuple(map(tuple, table)))
                 for number, table in enumerate(tables, 1))  # fmt: skip


def _as_named(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode("gb18030" if encoding.lower() in ("gb2312", "gbk") else encoding)
    except (UnicodeDecodeError, LookupError):
        return None


class _Tables(HTMLParser):
    """Collects the rows of every table; a cell over several columns or rows stands in each."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[list[list[Cell]]] = []
        self._text: list[str] | None = None
        self._span = (1, 1)
        self._below: dict[int, tuple[int, Cell]] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self.tables.append([])
            self._below = {}
        elif tag == "tr" and self.tables:
            self._end_cell()
            self.tables[-1].append([])
            self._from_above()
        elif tag in ("td", "th") and self.tables and self.tables[-1]:
            self._end_cell()
            given = dict(attrs)
            self._span = (_span(given.get("colspan")), _span(given.get("rowspan")))
            self._text = []
        elif tag == "br" and self._text is not None:
            self._text.append(" ")

    def handle_data(self, data: str) -> None:
        if self._text is not None:
            self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th", "tr", "table"):
            self._end_cell()

    def _end_cell(self) -> None:
        if self._text is None:
            return
        value: Cell = "".join(self._text).strip() or None
        self._text = None
        row = self.tables[-1][-1]
        for _ in range(self._span[0]):
            if self._span[1] > 1:
                self._below[len(row)] = (self._span[1] - 1, value)
            row.append(value)
            self._from_above()

    def _from_above(self) -> None:
        row = self.tables[-1][-1]
        while len(row) in self._below and len(row) < MOST_COLUMNS:
            left, value = self._below.pop(len(row))
            if left > 1:
                self._below[len(row)] = (left - 1, value)
            row.append(value)


def _span(text: str | None) -> int:
    return min(int(text), MOST_COLUMNS) if text and text.isdigit() and int(text) > 0 else 1
