"""The content of an .ods: its cells counted, open formulas marked, and numbers that are shown as something else."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from zhengzhou_desk.exchange.limits import MOST_CELLS, MOST_COLUMNS, MOST_ROWS, broken_file, too_far, too_many_cells
from zhengzhou_desk.exchange.markup import Attributes, PartReader, SheetMarks, attribute_map
from zhengzhou_desk.exchange.number_format import is_as_it_is
from zhengzhou_desk.exchange.sheet import DAY_ZERO

if TYPE_CHECKING:
    from pathlib import Path

_NUMBERS = frozenset({"float", "percentage", "currency"})


class OdsContentPart(PartReader):
    """The content of an .ods: blank rows are said by a count; one that repeats a filled row a million times is a bomb.

    What a number is shown as stands beside it. Trailing blanks up to the sheet's end are ordinary, so only what
    precedes a value counts.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.marks: dict[str, SheetMarks] = {}
        self.actions = {
            "table": self._table,
            "table-row": self._row,
            "table-cell": self._cell,
            "covered-table-cell": self._cell,
            "p": self._paragraph,
            "annotation": self._mute,
            "null-date": self._count_days,
        }
        self._day_zero = DAY_ZERO
        # What the cell being read shows, None outside of a number's, and inside of a remark upon it.
        self._said: list[str] | None = None
        self._number, self._at = Decimal(), (0, 0, 0, 0)
        self._now = SheetMarks()
        self._next, self._row_at, self._repeated = 0, 0, 1
        self._column = self._width = self._count = 0

    def look(self, piece: bytes) -> None:  # noqa: ARG002 - as in every part
        """Refuses a table that holds more cells than are allowed."""
        if self._count > MOST_CELLS:
            raise too_many_cells(self.path)

    def _table(self, attributes: Attributes) -> None:
        name = attribute_map(attributes).get("name", "")
        if name in self.marks:
            raise broken_file(self.path)
        self._now = self.marks[name] = SheetMarks(day_zero=self._day_zero)
        self._next = self._width = 0

    def _count_days(self, attributes: Attributes) -> None:
        """Stands before the tables."""
        self._day_zero = datetime.date.fromisoformat(attribute_map(attributes).get("date-value", "1899-12-30")[:10])

    def _row(self, attributes: Attributes) -> None:
        self._row_at, self._repeated = self._next, self._times(attributes, "number-rows-repeated")
        self._next += self._repeated
        self._column = 0

    def _cell(self, attributes: Attributes) -> None:
        self._count += 1
        given = attribute_map(attributes)
        left = self._column
        self._column += self._times(attributes, "number-columns-repeated")
        valued = "value-type" in given
        if not valued and "formula" not in given:
            return
        if self._next > MOST_ROWS or self._column > MOST_COLUMNS:
            raise too_far(self.path)
        self._width = max(self._width, self._column)
        self._now.cells = self._next * self._width
        at = (self._row_at, left, self._next - 1, self._column - 1)
        if not valued:
            self._now.not_computed.append(at)
        elif given["value-type"] in _NUMBERS:
            self._number, self._at, self._said = Decimal(given.get("value", "")), at, []
            self.parser.EndElementHandler = self._end

    def _paragraph(self, _: Attributes) -> None:
        if self._said is not None:
            self.parser.CharacterDataHandler = self._said.append

    def _mute(self, _: Attributes) -> None:
        self._said = None
        self.parser.CharacterDataHandler = None

    def _end(self, name: str) -> None:
        if not name.endswith("table-cell"):
            if name.endswith(":p"):
                self.parser.CharacterDataHandler = None
            return
        self.parser.EndElementHandler = self.parser.CharacterDataHandler = None
        text = "".join(self._said or ()).strip()
        if text and not is_as_it_is(self._number, text):
            self._now.shown.append((self._at, text))
        self._said = None

    def _times(self, attributes: Attributes, name: str) -> int:
        return max(int(attribute_map(attributes).get(name, "1")), 1)
