"""The records in an .xlsb (MS-XLSB): its sheets, and the cells that hold an error, which are read as blanks."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.exchange.limits import MOST_COLUMNS, MOST_ROWS, broken_file, too_far, too_large
from zhengzhou_desk.exchange.markup import SheetMarks
from zhengzhou_desk.exchange.number_format import BUILT_IN, is_telling
from zhengzhou_desk.exchange.sheet import DAY_ZERO, DAY_ZERO_OF_1904
from zhengzhou_desk.exchange.xls_records import ERRORS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path
    from typing import IO

_ROW, _BLANK, _ERROR, _FORMULA_ERROR, _SHEET, _WORKBOOK = 0, 1, 3, 11, 156, 153
_NUMBERS = frozenset({2, 5, 9})
_FORMAT, _STYLE, _BEGIN_STYLES, _END_STYLES = 44, 47, 617, 618
# Of the records from 0 on these are a row's beginning and its cells; a cell begins with its column.
_LAST_CELL = _FORMULA_ERROR
_NUMBER, _SHORT = struct.Struct("<I"), struct.Struct("<H")
# Behind a cell's column stands its style in three bytes.
_STYLE_BITS = 0xFF_FFFF
_NO_TEXT = 0xFFFF_FFFF
_MORE, _SEVEN_BITS, _SIZE_BYTES = 0x80, 0x7F, 4


class _RecordsPart:
    """Reads one part to its end, never more than `left` bytes of it; a record that is cut refuses the file."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self, stream: IO[bytes], left: int) -> int:
        try:
            content = stream.read(left + 1)
            if len(content) > left:
                raise too_large(self._path)
            self._look(content)
        except (Refused, MemoryError):
            raise
        except Exception:  # noqa: BLE001 - zlib, zipfile, struct and others, all of them say: broken
            raise broken_file(self._path) from None
        return len(content)

    def _look(self, content: bytes) -> None:
        raise NotImplementedError  # pragma: no cover - each part has its own


class WorkbookRecords(_RecordsPart):
    """The sheets that a workbook names, each by the id of the relation that leads to its part."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.sheets: list[tuple[str, str]] = []
        self.day_zero = DAY_ZERO

    def _look(self, content: bytes) -> None:
        for kind, start, end in _records(content):
            if kind == _SHEET:
                relation, after = _text(content, start + 8, end)
                name, _ = _text(content, after, end)
                self.sheets.append((name, relation))
            elif kind == _WORKBOOK and content[start] & 1:
                self.day_zero = DAY_ZERO_OF_1904


class StylesRecords(_RecordsPart):
    """The styles under whose number format a number may look other than it is, each with the format."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.telling: dict[int, str] = {}

    def _look(self, content: bytes) -> None:
        codes, place = dict(BUILT_IN), -1
        for kind, start, end in _records(content):
            if kind == _FORMAT:
                codes[_SHORT.unpack_from(content, start)[0]] = _text(content, start + 2, end)[0]
            elif kind in (_BEGIN_STYLES, _END_STYLES):
                place = 0 if kind == _BEGIN_STYLES else -1
            elif kind == _STYLE and place >= 0:
                code = codes.get(_SHORT.unpack_from(content, start + 2)[0], "")
                if is_telling(code):
                    self.telling[place] = code
                place += 1


class WorksheetRecords(_RecordsPart):
    """One worksheet: its cells are counted, and those marked that hold an error or stand under a telling format."""

    def __init__(self, path: Path, telling: Mapping[int, str] | None = None) -> None:
        super().__init__(path)
        self.marks = SheetMarks()
        self._telling = telling or {}

    def _look(self, content: bytes) -> None:
        row = cells = 0
        for kind, start, end in _records(content):
            if kind > _LAST_CELL:
                continue
            place: int = _NUMBER.unpack_from(content, start)[0]
            if kind == _ROW:
                row = place
            elif kind != _BLANK:
                if row >= MOST_ROWS or place >= MOST_COLUMNS:
                    raise too_far(self._path)
                cells += 1
                if self._telling and kind in _NUMBERS:
                    code = self._telling.get(_NUMBER.unpack_from(content, start + 4)[0] & _STYLE_BITS)
                    if code is not None:
                        self.marks.note_format(row, place, code)
                if kind in (_ERROR, _FORMULA_ERROR):
                    if end < start + 9:
                        raise broken_file(self._path)
                    self.marks.errors[row, place] = ERRORS.get(content[start + 8], "#N/A")
        self.marks.cells = cells


def _records(content: bytes) -> Iterator[tuple[int, int, int]]:
    """The kind of each record, and where its content begins and ends. Raises IndexError where the last one is cut."""
    at, length = 0, len(content)
    while at < length:
        kind = content[at]
        at += 1
        if kind & _MORE:
            kind = kind & _SEVEN_BITS | (content[at] & _SEVEN_BITS) << 7
            at += 1
        size = byte = content[at]
        at += 1
        if byte & _MORE:
            size &= _SEVEN_BITS
            for number in range(1, _SIZE_BYTES):
                byte = content[at]
                at += 1
                size |= (byte & _SEVEN_BITS) << 7 * number
                if not byte & _MORE:
                    break
        start, at = at, at + size
        if at > length:
            raise IndexError(at)
        yield kind, start, at


def _text(content: bytes, start: int, end: int) -> tuple[str, int]:
    """A counted text in UTF-16, and where it ends; an absent one is empty."""
    count: int = _NUMBER.unpack_from(content, start)[0]
    if count == _NO_TEXT:
        return "", start + 4
    after = start + 4 + 2 * count
    if after > end:
        raise IndexError(after)
    return content[start + 4 : after].decode("utf-16-le", "surrogatepass"), after
