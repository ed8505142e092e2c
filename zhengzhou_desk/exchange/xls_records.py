"""The records in an .xls (MS-XLS): its sheets, cells that hold an error, and the number formats of cells.

The library that reads the values gives blanks for errors, and an amount would vanish; it tells no formats. An .xls is a
compound file (MS-CFB) that holds a stream of records; only the few that say these things are looked at.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from zhengzhou_desk.exchange.markup import SheetMarks
from zhengzhou_desk.exchange.number_format import BUILT_IN, is_telling
from zhengzhou_desk.exchange.sheet import DAY_ZERO_OF_1904

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# The errors of a formula by the numbers that .xls and .xlsb keep for them.
ERRORS = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}  # fmt: skip
_FORMULA, _BOOLEAN_OR_ERROR, _SHEET, _BEGIN, _END = 0x0006, 0x0205, 0x0085, 0x0809, 0x000A
_DAYS = 0x0022
_FORMAT, _STYLE, _NUMBER, _SHORT_NUMBER, _SHORT_NUMBERS = 0x041E, 0x00E0, 0x0203, 0x027E, 0x00BD
_WANTED = frozenset(
    {_FORMULA, _BOOLEAN_OR_ERROR, _SHEET, _DAYS, _FORMAT, _STYLE, _NUMBER, _SHORT_NUMBER, _SHORT_NUMBERS}
)
_NUMBERS = frozenset({_NUMBER, _SHORT_NUMBER, _FORMULA})
_ENDS = frozenset({_BEGIN, _END})
_HEADER = struct.Struct("<HH")
_CELL = struct.Struct("<HHH")
# The bytes of each number of a row of short ones: its style and itself.
_EACH_SHORT = 6
_LAST_SECTOR = 0xFFFFFFFA
_NAMES = ("workbook", "book")
_STREAM, _ROOT, _SMALL = 2, 5, 4096


def marks_of(content: bytes) -> list[SheetMarks]:
    """The errors and formats of each sheet of an .xls, in the order of its sheets.

    Raises ValueError or struct.error where it is broken.
    """
    stream = _workbook(content)
    book = list(_records(stream, 0))
    telling = _telling_styles(book)
    found = [_marks(stream, struct.unpack_from("<I", body)[0], telling) for kind, body in book if kind == _SHEET]
    if any(kind == _DAYS and body[:1] == b"\1" for kind, body in book):
        for marks in found:
            marks.day_zero = DAY_ZERO_OF_1904
    return found


def _telling_styles(book: list[tuple[int, bytes]]) -> dict[int, str]:
    """The styles under whose number format a number may look other than it is, each with the format."""
    codes = dict(BUILT_IN)
    for kind, body in book:
        if kind == _FORMAT:
            number, length, wide = struct.unpack_from("<HHB", body)
            encoding, size = ("utf-16-le", 2 * length) if wide & 1 else ("latin-1", length)
            codes[number] = body[5 : 5 + size].decode(encoding, "replace")
    styles = [struct.unpack_from("<HH", body)[1] for kind, body in book if kind == _STYLE]
    found = ((place, codes.get(number, "")) for place, number in enumerate(styles))
    return {place: code for place, code in found if is_telling(code)}


def _note_formats(marks: SheetMarks, kind: int, body: bytes, telling: Mapping[int, str]) -> None:
    row, column, style = _CELL.unpack_from(body)
    if kind in _NUMBERS and style in telling:
        marks.note_format(row, column, telling[style])
    elif kind == _SHORT_NUMBERS:
        for place in range((len(body) - 6) // _EACH_SHORT):
            style = struct.unpack_from("<H", body, 4 + place * _EACH_SHORT)[0]
            if style in telling:
                marks.note_format(row, column + place, telling[style])


def _marks(stream: bytes, offset: int, telling: Mapping[int, str]) -> SheetMarks:
    marks = SheetMarks()
    for kind, body in _records(stream, offset):
        if telling and (kind in _NUMBERS or kind == _SHORT_NUMBERS):
            _note_formats(marks, kind, body, telling)
        if kind == _BOOLEAN_OR_ERROR and len(body) >= 8 and body[7]:  # noqa: PLR2004 - as the format lays it out
            code = body[6]
        elif kind == _FORMULA and len(body) >= 14 and body[6] == 2 and body[12:14] == b"\xff\xff":  # noqa: PLR2004
            code = body[8]
        else:
            continue
        marks.errors[_HEADER.unpack_from(body)] = ERRORS.get(code, "#N/A")
    return marks


def _records(stream: bytes, offset: int) -> Iterator[tuple[int, bytes]]:
    """The records that matter, from a beginning to the end that belongs to it; charts within a sheet have their own."""
    depth = 0
    while offset + 4 <= len(stream):
        kind, length = _HEADER.unpack_from(stream, offset)
        if kind in _ENDS:
            depth += 1 if kind == _BEGIN else -1
            if depth <= 0:
                return
        elif kind in _WANTED and depth == 1:
            yield kind, stream[offset + 4 : offset + 4 + length]
        offset += 4 + length


def _workbook(content: bytes) -> bytes:
    """The stream of records in a compound file."""
    shift = struct.unpack_from("<H", content, 30)[0]
    if shift not in (9, 12):
        raise ValueError(shift)
    size = 1 << shift

    def sector(number: int) -> bytes:
        return content[(number + 1) * size : (number + 2) * size]

    numbers = list(struct.unpack_from("<109I", content, 76))
    following = struct.unpack_from("<I", content, 68)[0]
    seen: set[int] = set()
    while following < _LAST_SECTOR and following not in seen:
        seen.add(following)
        more = struct.unpack(f"<{size // 4}I", sector(following))
        numbers += more[:-1]
        following = more[-1]
    table = b"".join(sector(number) for number in numbers if number < _LAST_SECTOR)
    chain = struct.unpack(f"<{len(table) // 4}I", table[: len(table) // 4 * 4])

    def whole(first: int) -> bytes:
        found: dict[int, bytes] = {}
        while first < len(chain) and first not in found:
            found[first] = sector(first)
            first = chain[first]
        return b"".join(found.values())

    folder = whole(struct.unpack_from("<I", content, 48)[0])
    small_chain, small = b"", b""
    for place in range(0, len(folder) - 127, 128):
        name_length, kind = struct.unpack_from("<H", folder, place + 64)[0], folder[place + 66]
        name = folder[place : place + max(name_length - 2, 0)].decode("utf-16-le", "replace").lower()
        first, length = struct.unpack_from("<II", folder, place + 116)
        if kind == _ROOT:
            small, small_chain = whole(first), whole(struct.unpack_from("<I", content, 60)[0])
        elif kind == _STREAM and name in _NAMES:
            return (whole(first) if length >= _SMALL else _small(small, small_chain, first))[:length]
    raise ValueError(_NAMES)


def _small(stream: bytes, table: bytes, first: int) -> bytes:
    """A stream that lies in small sectors within another."""
    chain = struct.unpack(f"<{len(table) // 4}I", table[: len(table) // 4 * 4])
    found: dict[int, bytes] = {}
    while first < len(chain) and first not in found:
        found[first] = stream[first * 64 : (first + 1) * 64]
        first = chain[first]
    return b"".join(found.values())
