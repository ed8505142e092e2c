"""The XML inside a spreadsheet, read piece by piece: well formed, without declarations, its cells counted and marked.

Elements are told by their local names: a prefix says nothing, and the library that reads the values
looks at none either.
"""

from __future__ import annotations

import datetime
import re
from array import array
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias
from xml.parsers import expat

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.exchange.limits import (
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_ROWS,
    MOST_STYLED,
    broken_file,
    too_far,
    too_large,
    too_many_cells,
)
from zhengzhou_desk.exchange.number_format import BUILT_IN, is_telling
from zhengzhou_desk.exchange.plain_rows import PlainRows, is_text
from zhengzhou_desk.exchange.sheet import DAY_ZERO, DAY_ZERO_OF_1904, column_number, letters

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path
    from typing import IO

_PIECE = 2**18
_DIGITS = "0123456789"
_LETTERS = re.compile(r"[A-Z]{1,3}")
_PLACE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_SHOWN = ("0", "false")
_NO_STYLES: Mapping[str, str] = MappingProxyType({})
_BEGIN, _END, _END_OF_ROW = b"<sheetData>", b"</sheetData>", b"</row>"
# A row with more bytes has none that is worth waiting for.
_LONGEST_ROW = 2**20
# How often new columns may come in the middle of a sheet before all its rows are left to the parser.
_MOST_CHOICES = 20
# The library that reads the values gives a blank for these, and gives up at any other.
_KNOWN_ERRORS = frozenset({"#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"})
# Names and values in turn, as expat gives them in order.
Attributes: TypeAlias = "list[str]"
_Action: TypeAlias = "Callable[[Attributes], None]"
_Start: TypeAlias = "Callable[[str, Attributes], None]"
# Rows and columns of a rectangle from 0, both ends included: top, left, bottom, right.
Range: TypeAlias = "tuple[int, int, int, int]"


@dataclass(slots=True)
class SheetMarks:
    """The marks of a worksheet that a reader of values does not report.

    Hidden rows count from 1 and columns from 0. Where a cell of `not_computed` has no value, a
    formula stands (or spills over) whose result was not stored; `errors` are results that are none,
    such as #REF!, by row and column from 0. `cells` is what the sheet takes.
    """

    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    not_computed: list[Range] = field(default_factory=list)
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    cells: int = 0
    # Of numbers that are shown as something else where they stand: the rectangle, and what is shown.
    shown: list[tuple[Range, str]] = field(default_factory=list)
    # By column and number format under which a number may look other than it is: the rows of such cells.
    formats: dict[tuple[int, str], array[int]] = field(default_factory=dict)
    # What the whole workbook counts days from.
    day_zero: datetime.date = DAY_ZERO

    def note_format(self, row: int, column: int, code: str) -> None:
        """A cell, by its row and column from 0, stands under a format."""
        rows = self.formats.get((column, code))
        if rows is None:
            rows = self.formats[column, code] = array("L")
        rows.append(row)


class PartReader:
    """Reads one part: `actions`, by local name, are called for each element that starts."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.actions: dict[str, _Action] = {}
        self.parser = expat.ParserCreate()
        self.parser.ordered_attributes = True
        self.parser.StartDoctypeDeclHandler = self._declared
        self.parser.StartCdataSectionHandler = lambda: self._unread("CDATA")
        self.parser.XmlDeclHandler = lambda _, encoding, __: self._encoded(encoding or "utf-8")
        self._start: _Start | None = None

    def read(self, stream: IO[bytes], left: int) -> int:
        """Reads the part to its end, never more than `left` bytes of it: the size it claims may be a lie."""
        if self.actions:
            self.parser.StartElementHandler = self._start = self._started()
        taken = 0
        try:
            while piece := stream.read(_PIECE):
                taken += len(piece)
                if taken > left:
                    raise too_large(self.path)
                if b"\0" in piece[:4] or piece.startswith((b"\xff\xfe", b"\xfe\xff")):
                    self._unread("UTF-16")
                self.take(piece)
                self.look(piece)
            self.end()
        except (Refused, MemoryError):
            raise
        except Exception:  # noqa: BLE001 - expat, zlib, zipfile and others, all of them say: broken
            raise broken_file(self.path) from None
        return taken

    def take(self, piece: bytes) -> None:
        """Reads one piece after the other."""
        self.parser.Parse(piece)

    def end(self) -> None:
        """The part has ended."""
        self.parser.Parse(b"", True)  # noqa: FBT003 - expat takes it by position

    def look(self, piece: bytes) -> None:
        """A look at what has been counted, after each piece."""

    def _declared(self, *_: object) -> None:
        raise Refused("{path} 含有不该有的声明（DOCTYPE），不予读取", path=self.path)

    def _unread(self, what: str) -> None:
        # The library passes over such a text, and values would be lost.
        raise Refused("{path} 含有读不了的写法（{what}）。请另存一份再试", path=self.path, what=what)

    def _encoded(self, encoding: str) -> None:
        if encoding.lower() not in ("utf-8", "us-ascii"):
            self._unread(encoding)

    def _started(self) -> _Start:
        """What expat calls for each element that starts."""
        named = _ActionsByName(self.actions)

        def start(name: str, attributes: Attributes) -> None:
            named[name](attributes)

        return start


class _ActionsByName(dict[str, _Action]):
    """Actions by the names as they are written, with whatever prefix."""

    def __init__(self, actions: dict[str, _Action]) -> None:
        super().__init__()
        self._actions = actions

    def __missing__(self, name: str) -> _Action:
        found = self[name] = self._actions.get(local(name), _nothing)
        return found


def local(name: str) -> str:
    """A name without its prefix."""
    return name.rpartition(":")[2]


def _nothing(_: Attributes) -> None:
    """The action of an element that does not matter."""


def attribute_map(attributes: Attributes) -> dict[str, str]:
    """Attributes by their local names."""
    return {local(name): value for name, value in zip(attributes[::2], attributes[1::2], strict=True)}


def well_formed(stream: IO[bytes], left: int, path: Path) -> int:
    """Reads a part of which only the form is of interest; returns its size."""
    return PartReader(path).read(stream, left)


class WorkbookPart(PartReader):
    """The sheets that a workbook names, each by the id of the relation that leads to its part."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.sheets: list[tuple[str, str]] = []
        self.day_zero = DAY_ZERO
        self.actions = {"sheet": self._sheet, "workbookPr": self._count_days}

    def _count_days(self, attributes: Attributes) -> None:
        if attribute_map(attributes).get("date1904", "0") in ("1", "true"):
            self.day_zero = DAY_ZERO_OF_1904

    def _sheet(self, attributes: Attributes) -> None:
        given = attribute_map(attributes)
        self.sheets.append((given.get("name", ""), given.get("id", "")))


class RelationsPart(PartReader):
    """What the ids of a part's relations lead to; `documents` are those that lead to the document itself."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.targets: dict[str, str] = {}
        self.documents: list[str] = []
        self.styles = ""
        self.actions = {"Relationship": self._relation}

    def _relation(self, attributes: Attributes) -> None:
        given = attribute_map(attributes)
        self.targets[given.get("Id", "")] = given.get("Target", "")
        if given.get("Type", "").endswith("/officeDocument"):
            self.documents.append(given.get("Target", ""))
        elif given.get("Type", "").endswith("/styles"):
            self.styles = given.get("Target", "")


class StylesPart(PartReader):
    """The styles of cells under whose number format a number may look other than it is, each with the format."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.telling: dict[str, str] = {}
        self._codes: dict[str, str] = {str(number): code for number, code in BUILT_IN.items()}
        self._place = -1
        leave = dict.fromkeys(("cellStyleXfs", "cellStyles", "dxfs"), self._leave)
        self.actions = {"numFmt": self._format, "cellXfs": self._begin, "xf": self._style, **leave}

    def _format(self, attributes: Attributes) -> None:
        given = attribute_map(attributes)
        self._codes[given.get("numFmtId", "")] = given.get("formatCode", "")

    def _begin(self, _: Attributes) -> None:
        self._place = 0

    def _leave(self, _: Attributes) -> None:
        self._place = -1

    def _style(self, attributes: Attributes) -> None:
        if self._place < 0:
            return
        code = self._codes.get(attribute_map(attributes).get("numFmtId", "0"), "")
        if is_telling(code):
            self.telling[str(self._place)] = code
        self._place += 1


class WorksheetPart(PartReader):
    """One worksheet of an .xlsx: its cells are counted, its hidden rows and columns and open formulas marked.

    Cells that are only styled are counted with the others, since looking into each takes long: see `ValuedCells`.
    """

    def __init__(self, path: Path, telling: Mapping[str, str] = _NO_STYLES) -> None:
        super().__init__(path)
        self.marks = SheetMarks()
        # The styles of `StylesPart`.
        self._telling = telling
        self.actions = {
            "sheetData": self._begin, "c": self._cell, "row": self._row, "f": self._formula,
            "col": self._hidden_column, "mergeCell": self._merge,
        }  # fmt: skip
        self._count = self._counted = self._values = self._merged = self._filled = 0
        self._columns: dict[str, int] = {}
        self._row_number, self._row_text, self._cut = 0, "0", -1
        self._first, self._last = MOST_ROWS, 0
        self._column = -1
        self._attributes: Attributes = []
        # Of the cell being followed: its place and type, what it says, where its formula's results go, and whether it
        # stands where no table reaches.
        self._at_cell, self._kind = (0, 0), ""
        self._is_outside = False
        self._said: list[str] = []
        self._open: Range = (0, 0, 0, 0)
        self._depth, self._valued, self._in_value, self._has_formula = 0, False, False, False
        # Bytes that the parser has not had yet; how many it had before the cells, and where these began.
        self._rest = b""
        self._parsed, self._begun_at = 0, -1
        # Once the cells have ended, or where a sheet is written otherwise, all is left to the parser.
        self._has_begun, self._is_only_parsed = False, False
        self._plain: PlainRows | None = None
        self._settled, self._choices = -1, 0

    def read(self, stream: IO[bytes], left: int) -> int:
        """Reads a sheet's part and counts its cells; returns how many bytes it had."""
        taken = super().read(stream, left)
        self._end_row()
        width = max(self._columns.values(), default=-1) + 1
        self.marks.cells = max(
            self._count, self._merged, self._filled, (self._last - self._first + 1) * width if width else 0
        )
        return taken

    def take(self, piece: bytes) -> None:
        """Reads a piece: plain rows at one look, and by the parser whatever stands before, between and behind them."""
        content, self._rest = self._rest + piece, b""
        at = 0 if self._has_begun or self._is_only_parsed else self._parse_until_cells(content)
        if self._has_begun and not self._is_only_parsed:
            at = self._read_rows(content, at)
        self.parser.Parse(content[at:])

    def end(self) -> None:
        """Reads what is left."""
        self.parser.Parse(self._rest)
        super().end()

    def _parse_until_cells(self, content: bytes) -> int:
        """Parses what stands before the cells; returns where these begin, or the end of the content."""
        at = content.find(_BEGIN)
        if at < 0:
            # The tag itself may be cut.
            self._rest = content[1 - len(_BEGIN) :]
            self._parsed += len(content) - len(self._rest)
            self.parser.Parse(content[: len(content) - len(self._rest)])
            self._is_only_parsed = self._has_begun
            return len(content)
        self.parser.Parse(content[: at + len(_BEGIN)])
        # In a comment it begins nothing.
        self._is_only_parsed = self._begun_at != self._parsed + at
        return at + len(_BEGIN)

    def _read_rows(self, content: bytes, at: int) -> int:
        """Reads rows as long as they end in the content; returns from where on the parser is to read all of it."""
        while True:
            at = self._read_plain_rows(content, at)
            end = content.find(_END_OF_ROW, at)
            has_ended = content.find(_END, at, end if end >= 0 else len(content)) >= 0
            if end < 0 and not has_ended and len(content) - at <= _LONGEST_ROW:
                self._rest = content[at:]
                return len(content)
            if end < 0 or has_ended:
                self._is_only_parsed = True
                return at
            self.parser.Parse(content[at : end + len(_END_OF_ROW)])
            at = end + len(_END_OF_ROW)

    def _read_plain_rows(self, content: bytes, begin: int) -> int:
        """Reads all plain rows that stand here; returns where they end."""
        plain = self._matcher()
        if plain is None or (row := plain.match(content, begin)) is None:
            return begin
        self._end_row()
        at, number, first, last = begin, self._row_number, self._first, self._last
        while row is not None and int(row[1]) <= MOST_ROWS and plain.is_harmless(row[2]):
            at, number, cells = row.end(), int(row[1]), row[3]
            if cells:
                first, last = min(first, number), max(last, number)
                for column, style in plain.styled(cells):
                    self.marks.note_format(number - 1, self._columns[column], self._telling[style])
            row = plain.match(content, at)
        if not is_text(content[begin:at]):
            raise broken_file(self.path)
        self._to_row(max(number, 1))
        self._column, self._attributes = -1, []
        self._count += content.count(b"<c ", begin, at)
        self._counted, self._first, self._last = self._count, first, last
        return at

    def _matcher(self) -> PlainRows | None:
        """What matches plain rows; None while a cell is followed or the columns are not all known."""
        known = len(self._columns)
        if self.parser.EndElementHandler is not None:
            return None
        if known != self._settled:
            self._settled, self._plain = known, None
        elif self._plain is None and known and self._choices < _MOST_CHOICES:
            self._choices += 1
            self._plain = PlainRows(self._columns, self._telling)
        return self._plain

    @property
    def repeated(self) -> int:
        """The cells to which a merged value or a formula is written."""
        return max(self._merged, self._filled)

    def look(self, piece: bytes) -> None:
        """Refuses a sheet that holds, merges or repeats more cells than are allowed."""
        self._values += piece.count(b"<v>")
        if self._count > MOST_STYLED or max(self._values, self.repeated) > MOST_CELLS:
            raise too_many_cells(self.path)

    def _begin(self, _: Attributes) -> None:
        self._has_begun, self._begun_at = True, self.parser.CurrentByteIndex
        # In the middle of a value the library stops reading at either of these.
        self.parser.CommentHandler = lambda _: self._unread("<!-- -->")
        self.parser.ProcessingInstructionHandler = lambda *_: self._unread("<? ?>")

    def _row(self, attributes: Attributes) -> None:
        given = attribute_map(attributes)
        number = self._row_number + 1
        if "r" in given:
            number = int(given["r"])
        self._to_row(number)
        self._column, self._attributes = -1, []
        if given.get("hidden", "0") not in _SHOWN:
            self.marks.hidden_rows.add(number)

    def _started(self) -> _Start:
        """The same with short work for what a sheet has a million of: cells in known columns, and values."""
        named, columns, cell = _ActionsByName(self.actions), self._columns, self.actions["c"]
        known: dict[str, bool] = {}
        telling = self._telling

        def start(name: str, attributes: Attributes) -> None:
            is_cell = known.get(name)
            if is_cell is False:
                return
            if is_cell and attributes and attributes[0] == "r" and "e" not in attributes:
                self._attributes = attributes
                place = attributes[1]
                if place[: self._cut] in columns and place.endswith(self._row_text):
                    self._count += 1
                    if telling and "s" in attributes:
                        self._note_format(self._row_number, columns[place[: self._cut]], attributes)
                    return
            action = named[name]
            if action is cell or action is _nothing:
                known[name] = action is cell
            action(attributes)

        return start

    def _cell(self, attributes: Attributes) -> None:
        """A cell in a column not seen before, or one with an error.

        Also one whose place names another row than it stands in, or none; and one far outside, which is nothing as
        long as it is only styled.
        """
        place = attribute_map(attributes).get("r") or f"{letters(self._at() + 1)}{self._row_number}"
        name = place.rstrip(_DIGITS)
        if not _LETTERS.fullmatch(name.upper()):
            raise broken_file(self.path)
        self._column = column = column_number(name.upper())
        self._attributes = attributes
        row = int(place[len(name) :])
        if row != self._row_number:
            self._to_row(row)
        if column >= MOST_COLUMNS or row > MOST_ROWS:
            self._follow(row - 1, column)
            self._is_outside = True
            return
        self._count += 1
        self._columns[name] = column
        self._note_format(row, column, attributes)
        if attribute_map(attributes).get("t") == "e":
            self._follow(row - 1, column)

    def _note_format(self, row: int, column: int, attributes: Attributes) -> None:
        code = self._telling.get(attribute_map(attributes).get("s", ""))
        if code is not None:
            self.marks.note_format(row - 1, column, code)

    def _at(self) -> int:
        """The column of the cell that began last."""
        place = attribute_map(self._attributes).get("r")
        return column_number(place.rstrip(_DIGITS).upper()) if place else self._column

    def _to_row(self, number: int) -> None:
        if number <= 0:
            raise too_far(self.path)
        self._end_row()
        # In a row far outside each cell is looked into.
        self._row_number, self._row_text = number, str(number) if number <= MOST_ROWS else "-"
        self._cut = -len(self._row_text)

    def _end_row(self) -> None:
        """A row that had cells belongs to the rectangle of the sheet.

        Blank ones are often formatted to its very end.
        """
        if self._count > self._counted:
            self._counted = self._count
            self._first, self._last = min(self._first, self._row_number), max(self._last, self._row_number)

    def _formula(self, attributes: Attributes) -> None:
        """A formula: whether its cell has a value is known at the cell's end."""
        given = attribute_map(attributes)
        row, column = self._row_number - 1, self._at()
        self._open = (row, column, row, column)
        if given.get("t") in ("array", "dataTable") and "ref" in given:
            self._open = self._range(given["ref"])
            self._filled += (self._open[2] - self._open[0] + 1) * (self._open[3] - self._open[1] + 1)
        self._follow(*self._open[:2])
        self._depth, self._has_formula = 1, True

    def _follow(self, row: int, column: int) -> None:
        """Follows the content of the cell that has begun until it ends."""
        if self.parser.EndElementHandler is None:
            self._kind = attribute_map(self._attributes).get("t", "")
            self._at_cell = (row, column)
            self._said = []
            self._depth, self._valued, self._in_value, self._has_formula = 0, False, False, False
            self._is_outside = False
            self.parser.StartElementHandler = self._start_inside
            self.parser.EndElementHandler = self._end_inside
            self.parser.CharacterDataHandler = self._text_inside

    def _start_inside(self, name: str, attributes: Attributes) -> None:
        self._depth += 1
        self._in_value = local(name) == "v"
        # An empty text is a result as well; so is a text that stands in the cell itself.
        self._valued |= local(name) == "is" or (self._in_value and self._kind == "str")
        if local(name) == "f" and not self._has_formula:
            self._has_formula = True
            if not self._is_outside:
                self._formula(attributes)

    def _text_inside(self, text: str) -> None:
        if self._in_value:
            self._said.append(text)

    def _end_inside(self, name: str) -> None:
        self._depth -= 1
        self._in_value = False
        if self._depth >= 0:
            return
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self.parser.CharacterDataHandler = None
        said = "".join(self._said).strip()
        # Elsewhere than in a cell, formulas are rules of formats and the like.
        if local(name) != "c":
            return
        if self._is_outside and (said or self._valued or self._has_formula):
            raise too_far(self.path)
        if self._kind == "e" and said:
            self._error(said)
        elif self._has_formula and not self._valued and not said:
            self.marks.not_computed.append(self._open)

    def _error(self, said: str) -> None:
        if said not in _KNOWN_ERRORS:
            raise Refused(
                "{path} 单元格 {cell} 的公式没有结果（{text}）。请在表格中算出结果并保存，或改填数字",
                path=self.path, cell=f"{letters(self._at_cell[1])}{self._at_cell[0] + 1}", text=said[:40],
            )  # fmt: skip
        self.marks.errors[self._at_cell] = said

    def _hidden_column(self, attributes: Attributes) -> None:
        given = attribute_map(attributes)
        if given.get("hidden", "0") not in _SHOWN:
            first, last = int(given.get("min", "1")), int(given.get("max", "0"))
            self.marks.hidden_columns |= set(range(max(first, 1) - 1, min(last, MOST_COLUMNS)))

    def _merge(self, attributes: Attributes) -> None:
        # What is merged is empty but for its first cell: a title often is to the last column of all.
        top, left, bottom, right = self._rectangle(attribute_map(attributes).get("ref", ""))
        right = min(right, MOST_COLUMNS - 1)
        # A heading's value is written into each cell below it (see sheet_process._spread).
        self._merged += (min(bottom - top, 4) + 1) * max(right - left + 1, 0)

    def _range(self, text: str) -> Range:
        """The cells that a formula fills. Refuses some that reach far outside any table."""
        found = self._rectangle(text)
        if found[2] >= MOST_ROWS or found[3] >= MOST_COLUMNS:
            raise too_far(self.path)
        return found

    def _rectangle(self, text: str) -> Range:
        """A rectangle such as A1:C5."""
        first, _, last = text.replace("$", "").upper().partition(":")
        ends = _PLACE.fullmatch(first), _PLACE.fullmatch(last or first)
        if not ends[0] or not ends[1]:
            raise broken_file(self.path)
        return int(ends[0][2]) - 1, column_number(ends[0][1]), int(ends[1][2]) - 1, column_number(ends[1][1])


class ValuedCells(PartReader):
    """How many cells the values of a worksheet take, for one whose styled cells alone would be too many."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self._cell: Attributes | None = None
        self._place, self._row, self._count = "", 0, 0
        self._top, self._bottom, self._right = MOST_ROWS, 0, 0
        self.actions = {"c": self._begin, "row": self._to_row, **dict.fromkeys(("v", "is", "f"), self._value)}

    @property
    def cells(self) -> int:
        """The rectangle of the values."""
        return max(self._count, (self._bottom - self._top + 1) * self._right if self._count else 0)

    def look(self, piece: bytes) -> None:  # noqa: ARG002 - as in every part
        """Refuses a sheet with more values than are allowed."""
        if self._count > MOST_CELLS:
            raise too_many_cells(self.path)

    def _to_row(self, attributes: Attributes) -> None:
        self._row = int(attribute_map(attributes).get("r", self._row + 1))
        self._place = f"@{self._row}"

    def _begin(self, attributes: Attributes) -> None:
        self._cell = attributes
        if attributes and attributes[0] == "r":
            self._place = attributes[1]
        else:
            after = f"{letters(column_number(self._place.rstrip(_DIGITS).upper()) + 1)}{self._row}"
            self._place = attribute_map(attributes).get("r") or after

    def _value(self, _: Attributes) -> None:
        if self._cell is None:
            return
        self._cell = None
        self._count += 1
        name = self._place.rstrip(_DIGITS)
        row = int(self._place[len(name) :])
        self._top, self._bottom = min(self._top, row), max(self._bottom, row)
        self._right = max(self._right, column_number(name.upper()) + 1)
