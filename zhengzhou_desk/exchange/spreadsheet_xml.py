"""Excel 2003 XML (SpreadsheetML), which is often named .xls: read by an XML parser that takes no declarations."""

from __future__ import annotations

import datetime
from decimal import Decimal, InvalidOperation
from io import BytesIO
from typing import TYPE_CHECKING

from zhengzhou_desk.exchange.limits import (
    LARGEST_UNPACKED,
    MOST_COLUMNS,
    MOST_ROWS,
    CellBudget,
    broken_file,
    too_far,
)
from zhengzhou_desk.exchange.markup import PartReader, attribute_map
from zhengzhou_desk.exchange.number_format import is_telling, number_as_shown
from zhengzhou_desk.exchange.plain_text import decoded
from zhengzhou_desk.exchange.sheet import (
    DAY_ZERO,
    DAY_ZERO_OF_1904,
    NOT_COMPUTED,
    BrokenCell,
    Cell,
    Sheet,
    text_or_error,
)

if TYPE_CHECKING:
    from pathlib import Path

_SHOWN = ("", "0")
_HEADS = 20
_NAMED_FORMATS = {"Percent": "0.00%", "Fixed": "0.00", "Standard": "#,##0.00", "Currency": "#,##0.00"}


def read_xml(path: Path) -> tuple[Sheet, ...]:
    """The worksheets of a file. Refuses a broken one, one with declarations, and cells far outside any table."""
    text = decoded(path.read_bytes(), path)
    # What the file says of its encoding was true of its bytes.
    body = text[text.find("?>") + 2 :] if text.lstrip("\ufeff \r\n\t").startswith("<?xml") else text
    reader = _Workbook(path)
    reader.read(BytesIO(body.encode("utf-8", "surrogatepass")), LARGEST_UNPACKED)
    return tuple(reader.sheets)


class _Workbook(PartReader):
    """Collects the cells of each worksheet; what is empty or only styled does not count."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.sheets: list[Sheet] = []
        self._room = CellBudget(path)
        self._rows: dict[int, dict[int, Cell]] = {}
        self._name, self._hidden_rows, self._hidden_columns = "", set[int](), set[int]()
        self._is_hidden = False
        self._row = self._column = self._wide = -1
        self._across = self._down = 0
        self._kind, self._text, self._has_formula = "", list[str](), False
        self.actions = {
            "Worksheet": self._begin, "Row": self._to_row, "Column": self._to_width, "Cell": self._to_cell,
            "Style": self._style, "NumberFormat": self._format, "Data": self._data,
            "Visible": self._visible, "Comment": self._comment, "Date1904": self._from_1904,
        }  # fmt: skip
        self.parser.EndElementHandler = self._end
        # The number formats of styles, and the style that is being read; the format of the cell.
        self._formats: dict[str, str] = {}
        self._style_id = self._code = ""
        self._day_zero = DAY_ZERO
        self._in_comment = False

    def _from_1904(self, _: list[str]) -> None:
        """Stands before the worksheets."""
        self._day_zero = DAY_ZERO_OF_1904

    def _begin(self, attributes: list[str]) -> None:
        self._name = attribute_map(attributes).get("Name", "")
        self._rows, self._hidden_rows, self._hidden_columns = {}, set(), set()
        self._is_hidden = False
        self._row = self._wide = -1

    def _style(self, attributes: list[str]) -> None:
        self._style_id = attribute_map(attributes).get("ID", "")

    def _format(self, attributes: list[str]) -> None:
        code = attribute_map(attributes).get("Format", "")
        code = _NAMED_FORMATS.get(code, code)
        if is_telling(code):
            self._formats[self._style_id] = code

    def _to_width(self, attributes: list[str]) -> None:
        said = attribute_map(attributes)
        first = int(said["Index"]) - 1 if "Index" in said else self._wide + 1
        self._wide = first + int(said.get("Span", "0"))
        if said.get("Hidden", "") not in _SHOWN:
            self._hidden_columns |= set(range(max(first, 0), min(self._wide + 1, MOST_COLUMNS)))

    def _to_row(self, attributes: list[str]) -> None:
        said = attribute_map(attributes)
        self._row = int(said["Index"]) - 1 if "Index" in said else self._row + 1
        if said.get("Hidden", "") not in _SHOWN:
            self._hidden_rows.add(self._row + 1)
        # Blank rows of one look stand as one row.
        self._row += int(said.get("Span", "0"))
        self._column = -1

    def _to_cell(self, attributes: list[str]) -> None:
        said = attribute_map(attributes)
        self._column = int(said["Index"]) - 1 if "Index" in said else self._column + 1
        self._across, self._down = int(said.get("MergeAcross", "0")), int(said.get("MergeDown", "0"))
        self._has_formula = "Formula" in said
        self._code = self._formats.get(said.get("StyleID", ""), "")
        self._kind, self._text = "", []

    def _data(self, attributes: list[str]) -> None:
        if not self._in_comment:
            self._kind = attribute_map(attributes).get("Type", "String")
            self.parser.CharacterDataHandler = self._text.append

    def _comment(self, _: list[str]) -> None:
        self._in_comment = True

    def _visible(self, _: list[str]) -> None:
        self._text = []
        self.parser.CharacterDataHandler = self._text.append

    def _end(self, name: str) -> None:
        name = name.rpartition(":")[2]
        if name == "Comment":
            self._in_comment = False
        elif name == "Data" and not self._in_comment:
            self.parser.CharacterDataHandler = None
        elif name == "Visible":
            self._is_hidden |= "".join(self._text).strip() in ("SheetHidden", "SheetVeryHidden")
            self.parser.CharacterDataHandler = None
        elif name == "Cell":
            self._end_cell()
        elif name == "Worksheet":
            self._end_sheet()

    def _end_cell(self) -> None:
        value = self._value("".join(self._text))
        if value is None and self._has_formula and self._kind != "String":
            value = NOT_COMPUTED
        left, self._column = self._column, self._column + self._across
        if value is None:
            return
        if not 0 <= self._row < MOST_ROWS or not 0 <= left < MOST_COLUMNS:
            raise too_far(self.path)
        # A heading's value stands in each cell that it covers; below the heads a merged cell is its first alone.
        right = min(self._column, MOST_COLUMNS - 1) if self._row < _HEADS else left
        bottom = min(self._row + self._down, self._row + 4) if self._row < _HEADS else self._row
        for row in range(self._row, bottom + 1):
            for column in range(left, right + 1):
                self._room.take(1)
                self._rows.setdefault(row, {})[column] = value

    def _value(self, text: str) -> Cell:
        if self._kind == "Number":
            try:
                number = Decimal(f"{Decimal(text.strip()):.15g}")
            except InvalidOperation:
                raise broken_file(self.path) from None
            if not number.is_finite():
                return BrokenCell(text[:40])
            return number_as_shown(Decimal(f"{number:f}"), self._code) if self._code else Decimal(f"{number:f}")
        if self._kind == "DateTime":
            return datetime.datetime.fromisoformat(text.strip()).date()
        if self._kind == "Boolean":
            return text.strip() == "1"
        if self._kind == "Error":
            return BrokenCell(text[:40])
        return text_or_error(text) or None if text.strip() else None

    def _end_sheet(self) -> None:
        rows = []
        for place in range(max(self._rows, default=-1) + 1):
            cells = self._rows.get(place, {})
            width = max(cells, default=-1) + 1
            self._room.take(width - len(cells))
            rows.append(tuple(cells.get(column) for column in range(width)))
        self.sheets.append(
            Sheet(self._name, tuple(rows), frozenset(self._hidden_rows), 1, frozenset(self._hidden_columns),
                  self._is_hidden, day_zero=self._day_zero)
        )  # fmt: skip
