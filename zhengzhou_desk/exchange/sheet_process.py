"""The process that reads one spreadsheet: started by `reading`, limited in time and memory, killed if need be."""

from __future__ import annotations

import datetime
import json
from array import array
from binascii import a2b_base64, b2a_base64
from decimal import Decimal
from io import BytesIO
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.gc_pause import gc_paused
from zhengzhou_desk.common.messages import sentence
from zhengzhou_desk.exchange import guard
from zhengzhou_desk.exchange.confined import confine
from zhengzhou_desk.exchange.limits import MOST_COLUMNS, MOST_ROWS, CellBudget, broken_file, too_far
from zhengzhou_desk.exchange.markup import SheetMarks
from zhengzhou_desk.exchange.number_format import number_as_shown
from zhengzhou_desk.exchange.sheet import NOT_COMPUTED, BrokenCell, Cell, Row, Sheet, ShownNumber, text_or_error

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

# What the copy of a file is called that the child reads: no worksheet can be called so.
COPY = "[sheet]"
# A float has no more digits before it says something else than was typed.
_EXACT_DIGITS = 10.0**15
# How a cell travels: None and bool as they are, others as text behind a letter; each different one once, and of every
# place in the sheet, row by row, the number of its cell.
# Parts of one cell are divided by a sign that is in no text.
_BETWEEN = "\x1f"
_TEXT, _NUMBER, _DAY, _BROKEN, _SHOWN = "s", "n", "d", "b", "f"
# Cells that are equal and not the same are of other sorts: 1 is true, and 0 is -0.
_SAME_IF_EQUAL = frozenset({str, datetime.date, type(None)})
_PLACES = "I"


def main(arguments: list[str]) -> int:
    """Reads the file named first and writes its sheets, or the reason why not, as JSON to the file named second.

    The third is how many seconds that may take. It ends at once when the parent process has ended.
    """
    source, answer, seconds = Path(arguments[0]), Path(arguments[1]), float(arguments[2])
    confine(answer.parent, seconds)
    # A million cells and nothing in circles: this process ends before there would be anything to collect.
    with gc_paused():
        said = _said(source)
        answer.write_text(
            json.dumps(said, ensure_ascii=False, separators=(",", ":")), encoding="utf-8", errors="surrogatepass"
        )
    return 0


def _said(source: Path) -> dict[str, Any]:
    """The sheets of a file, or the reason why they cannot be read."""
    try:
        return {"sheets": [_packed(sheet) for sheet in read(source)]}
    except Refused as refused:
        fields = {name: str(value) for name, value in refused.message.fields}
        return {"refused": refused.message.template, "fields": fields}
    except MemoryError:
        return {"refused": sentence("{path} 需要的内存太多，不予读取"), "fields": {}}


def read(path: Path) -> tuple[Sheet, ...]:
    """The sheets of a file. Only ever called in the child: a legal file can abort the reading library."""
    kind = guard.kind_of(path)
    if kind in (guard.TEXT, guard.HTML, guard.MHTML, guard.XML):
        return _written_as_text(path, kind)
    marks = guard.examine(path, kind)
    return _by_library(path, kind, marks)


def _written_as_text(path: Path, kind: str) -> tuple[Sheet, ...]:
    from zhengzhou_desk.exchange import mhtml, plain_text, spreadsheet_xml

    if kind == guard.TEXT:
        return (plain_text.read_text(path),)
    read = {guard.HTML: plain_text.read_html, guard.MHTML: mhtml.read_mhtml, guard.XML: spreadsheet_xml.read_xml}
    return read[kind](path)


def _by_library(path: Path, kind: str, marks: dict[str, SheetMarks]) -> tuple[Sheet, ...]:
    import python_calamine

    room = CellBudget(path)
    try:
        # The content and not the path, which the library cannot read in every locale.
        book = python_calamine.CalamineWorkbook.from_filelike(BytesIO(path.read_bytes()))
        if kind == guard.XLS:
            from zhengzhou_desk.exchange import xls_records

            found = xls_records.marks_of(path.read_bytes())
            marks = dict(zip(book.sheet_names, found, strict=True))
        hidden = {meta.name for meta in book.sheets_metadata if str(meta.visible).rsplit(".", 1)[-1] != "Visible"}
        sheets = []
        for name in book.sheet_names:
            sheet = book.get_sheet_by_name(name)
            if sheet.height > MOST_ROWS or sheet.width > MOST_COLUMNS:
                raise too_far(path)
            room.take(sheet.height * sheet.width)
            if sheet.height and name not in marks:
                raise broken_file(path)
            sheets.append(_sheet(name, sheet, marks.get(name, SheetMarks()), hidden=name in hidden))
        return tuple(sheets)
    except (Refused, MemoryError):
        raise
    except Exception:  # noqa: BLE001 - the library has a dozen errors, all of which say: broken
        raise broken_file(path) from None


def _sheet(name: str, sheet: Any, marks: SheetMarks, *, hidden: bool) -> Sheet:
    top, left = sheet.start or (0, 0)
    before = (None,) * left
    text = _Texts()
    grid = [
        [*before, *[text[value] if (sort := type(value)) is str else _SORTS.get(sort, _cell)(value) for value in row]]
        for row in sheet.to_python(skip_empty_area=True)
    ]
    top = _without_result(grid, top, marks)
    _as_shown(grid, top, marks)
    _put_shown(grid, top, marks)
    for (first, column), (last, right) in getattr(sheet, "merged_cell_ranges", None) or ():
        _spread(grid, first - top, column, last - top, right)
    return Sheet(
        name, tuple(map(tuple, grid)), frozenset(marks.hidden_rows), top + 1, frozenset(marks.hidden_columns), hidden,
        day_zero=marks.day_zero,
    )  # fmt: skip


def _without_result(grid: list[list[Cell]], top: int, marks: SheetMarks) -> int:
    """Writes into the grid which cells are without a value though a formula gives them one.

    Returns its first row, from 0.

    The library gives blanks for them and leaves out rows that hold nothing else, which must be seen for all that.
    """
    places = [(*place, NOT_COMPUTED) for place in marks.not_computed]
    places += [(row, column, row, column, BrokenCell(text)) for (row, column), text in marks.errors.items()]
    if not places:
        return top
    first = min([place[0] for place in places] + [top] * bool(grid))
    grid[:0] = [[] for _ in range(top - first if grid else 0)]
    grid += [[] for _ in range(max(place[2] for place in places) + 1 - first - len(grid))]
    for upper, left, lower, right, said in places:
        for row in grid[upper - first : lower - first + 1]:
            row.extend([None] * (right + 1 - len(row)))
            for column in range(left, right + 1):
                there = row[column]
                if there is None or (isinstance(there, str) and not there.strip()):
                    row[column] = said
    return first


def _as_shown(grid: list[list[Cell]], top: int, marks: SheetMarks) -> None:
    """Puts beside a number what its format makes of it, where that says something else."""
    for (column, code), rows in marks.formats.items():
        for place in rows:
            row = grid[place - top] if 0 <= place - top < len(grid) else []
            number = row[column] if column < len(row) else None
            if isinstance(number, Decimal):
                row[column] = number_as_shown(number, code)


def _put_shown(grid: list[list[Cell]], top: int, marks: SheetMarks) -> None:
    """The same where the file says itself what it shows."""
    for (upper, left, lower, right), text in marks.shown:
        for row in grid[max(upper - top, 0) : lower + 1 - top]:
            for column in range(left, min(right + 1, len(row))):
                number = row[column]
                if isinstance(number, Decimal):
                    row[column] = ShownNumber(number, text)


def _spread(grid: list[list[Cell]], top: int, left: int, bottom: int, right: int) -> None:
    """A merged cell's value into each cell it covers, where it is a heading's (in the first rows of the sheet)."""
    if not 0 <= top < min(len(grid), 20) or left >= len(grid[top]):
        return
    value = grid[top][left]
    # A title is often merged to the last column of all: it is told as far as the table goes.
    right = min(right, max(map(len, grid)) - 1)
    for row in grid[top : min(bottom + 1, top + 5)]:
        row.extend([None] * (right + 1 - len(row)))
        for column in range(left, right + 1):
            if row[column] is None:
                row[column] = value


class _Texts(dict[str, Cell]):
    """What the texts of a sheet are as cells: most of them come again and again."""

    def __missing__(self, text: str) -> Cell:
        found = self[text] = text_or_error(text) or None if text else None
        return found


def _number(value: float) -> Cell:
    """A number as the decimal of at most 15 digits that the spreadsheet itself shows.

    Its binary form is told from it by no sheet, so 1004.92 is 1004.92 and a sum that came out as 0.30000000000000004
    is 0.3.
    """
    if value and value.is_integer() and -_EXACT_DIGITS < value < _EXACT_DIGITS:
        return Decimal(int(value))
    number = Decimal(f"{value:.15g}")
    return number if number.is_finite() else BrokenCell(str(value))


def _cell(value: Any) -> Cell:
    """A value of the library, which is neither a text nor a number with a point, as an exact one."""
    if value is None or isinstance(value, bool | datetime.date):
        return value
    return Decimal(value) if isinstance(value, int) else str(value)


# What makes cells of the values of a sort.
_SORTS: dict[type, Callable[[Any], Cell]] = {float: _number, datetime.datetime: datetime.datetime.date}


# -- the way to the parent -------------------------------------------------------------------------


def _packed(sheet: Sheet) -> dict[str, Any]:
    sent = _Sent()
    places = array(_PLACES, [
        sent[cell] if type(cell) in _SAME_IF_EQUAL else sent.place(cell) for cell in chain.from_iterable(sheet.rows)
    ])  # fmt: skip
    return {
        "name": sheet.name,
        "first": sheet.first,
        "hidden": sheet.hidden,
        "separated": sheet.separated,
        "day_zero": sheet.day_zero.isoformat(),
        "hidden_rows": sorted(sheet.hidden_rows),
        "hidden_columns": sorted(sheet.hidden_columns),
        "cells": sent.cells,
        "widths": array(_PLACES, map(len, sheet.rows)).tolist(),
        "places": b2a_base64(places.tobytes(), newline=False).decode("ascii"),
    }


class _Sent(dict[Cell, int]):
    """The cells of a sheet as they are sent, each different one once, and where each stands among them."""

    def __init__(self) -> None:
        super().__init__()
        self.cells: list[str | bool | None] = []
        self._places: dict[str | bool | None, int] = {}

    def __missing__(self, cell: Cell) -> int:
        at = self[cell] = len(self.cells)
        self.cells.append(_TEXT + cell if type(cell) is str else _packed_cell(cell))
        return at

    def place(self, cell: Cell) -> int:
        """Where a cell stands of which equal ones are not always the same."""
        packed = f"{_NUMBER}{cell:f}" if type(cell) is Decimal else _packed_cell(cell)
        at = self._places.setdefault(packed, len(self.cells))
        if at == len(self.cells):
            self.cells.append(packed)
        return at


def _packed_cell(cell: Cell) -> str | bool | None:
    if isinstance(cell, str):
        return _TEXT + cell
    if cell is None or isinstance(cell, bool):
        return cell
    if isinstance(cell, Decimal):
        return f"{_NUMBER}{cell:f}"
    if isinstance(cell, ShownNumber):
        return f"{_SHOWN}{cell.number:f}{_BETWEEN}{cell.code.replace(_BETWEEN, ' ')}{_BETWEEN}{cell.shown}"
    return _DAY + cell.isoformat() if isinstance(cell, datetime.date) else _BROKEN + cell.text


def unpacked(given: dict[str, Any], name: str) -> Sheet:
    """A sheet as the parent takes it from the child; one called after the copy that was read is called `name`."""
    cells = [_unpacked_cell(cell) for cell in given["cells"]]
    places = array(_PLACES, a2b_base64(given["places"]))
    each, widths = iter([cells[place] for place in places]), given["widths"]
    alike = widths[0] if len(set(widths)) == 1 else 0
    rows: Iterable[Row] = (
        zip(*[each] * alike, strict=True) if alike else (tuple(islice(each, width)) for width in widths)
    )
    return Sheet(
        given["name"].replace(COPY, name), tuple(rows), frozenset(given["hidden_rows"]), given["first"],
        frozenset(given["hidden_columns"]),
        given["hidden"], given["separated"], datetime.date.fromisoformat(given["day_zero"]),
    )  # fmt: skip


def _unpacked_cell(cell: str | bool | None) -> Cell:  # noqa: FBT001
    if cell is None or isinstance(cell, bool):
        return cell
    sort, text = cell[0], cell[1:]
    if sort == _TEXT:
        return text
    if sort == _NUMBER:
        return Decimal(text)
    if sort == _SHOWN:
        number, code, said = text.split(_BETWEEN, 2)
        return ShownNumber(Decimal(number), said, code)
    return datetime.date.fromisoformat(text) if sort == _DAY else BrokenCell(text)
