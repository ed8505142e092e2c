"""Looking for a text in the cells that are shown: a little at a time, so that the window keeps its turn."""

from __future__ import annotations

import time
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, QTimer, Signal

from zhengzhou_desk.gui.table import filters

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from zhengzhou_desk.gui.table.columns import Memo
    from zhengzhou_desk.gui.table.model import RecordModel
    from zhengzhou_desk.gui.table.selection import Span

_SLICE_SECONDS = 0.02
# Row, and place among the columns that are looked through.
Place: TypeAlias = "tuple[int, int]"


class CellSearch(QObject):
    """Finds the cells that hold a text, from a row on and round to it again; `found` is told as they are found."""

    found = Signal()

    def __init__(self, records: RecordModel, parent: QObject) -> None:
        super().__init__(parent)
        self._records = records
        self._rows: Mapping[int, tuple[Span, ...]] = {}
        self._columns: list[int] = []
        # Those from the row on where it began, and those above it.
        self._below: list[Place] = []
        self._above: list[Place] = []
        self._start: Place = (0, -1)
        self.done = True
        self._rest: Iterator[None] = iter(())
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)

    def begin(self, wanted: str, columns: list[int], start: int, rows: Mapping[int, tuple[Span, ...]]) -> None:
        """Looks anew; `rows` says which rows of a column are looked at, every one where it says nothing."""
        self._columns, self._rows = columns, rows
        self._below, self._above, self._start = [], [], (start, -1)
        self.done = not wanted.strip()
        self._rest = self._cells(wanted, start)
        if self.done:
            self._timer.stop()
        else:
            self._go_on()

    @property
    def count(self) -> int:
        """How many have been found."""
        return len(self._below) + len(self._above)

    def number(self, row: int, column: int) -> int | None:
        """The how manieth a cell is, from the top; None where it is none of them."""
        place = self._place(row, column)
        hits = self._above + self._below
        at = bisect_left(hits, place)
        return at + 1 if at < len(hits) and hits[at] == place else None

    def after(self, row: int, column: int, *, itself: bool = False) -> tuple[int, int] | None:
        """The first found cell after this one (or itself), round to the first one; None where none is known yet."""
        place = self._place(row, column)
        for hits in (self._below, self._above) if self.done or place >= self._start else (self._above, self._below):
            at = (bisect_left if itself else bisect_right)(hits, place)
            if at < len(hits):
                return self._cell(hits[at])
        first = (self._above or self._below) if self.done else []
        return self._cell(first[0]) if first else None

    def before(self, row: int, column: int) -> tuple[int, int] | None:
        """The last found cell before this one, round to the last one."""
        hits, place = self._above + self._below, self._place(row, column)
        return self._cell(hits[bisect_left(hits, place) - 1]) if hits and self.done else None

    def _place(self, row: int, column: int) -> Place:
        return row, self._columns.index(column) if column in self._columns else -1

    def _cell(self, place: Place) -> tuple[int, int]:
        return place[0], self._columns[place[1]]

    def _go_on(self) -> None:
        until = time.perf_counter() + _SLICE_SECONDS
        for _ in self._rest:
            if time.perf_counter() > until:
                # More to come: the next slice when everything else has had its turn.
                self._timer.start()
                self.found.emit()
                return
        self._timer.stop()
        self.done = True
        self.found.emit()

    def _cells(self, wanted: str, start: int) -> Iterator[None]:
        records = self._records
        desk = records.window.desk
        looks = [(place, number, self._looker(wanted, number)) for place, number in enumerate(self._columns)]
        spans = {
            number: {row for first, last in self._rows[number] for row in range(first, last + 1)}
            for number in self._rows
        }
        shown = records.rows
        for rows, hits in ((range(start, len(shown)), self._below), (range(min(start, len(shown))), self._above)):
            for row in rows:
                record = shown[row]
                # The measures of one row share most of their work.
                memo: Memo = {}
                for place, number, look in looks:
                    if spans and row not in spans.get(number, ()):
                        continue
                    column = records.columns[number]
                    if look(column.value(desk, record, memo)):
                        hits.append((row, place))
                yield

    def _looker(self, wanted: str, number: int) -> Callable[[object], bool]:
        """Whether a value of a column says it; each different value is written out once."""
        records = self._records
        column, desk, lang, wan = records.columns[number], records.window.desk, records.window.lang, records.wan
        known: dict[object, bool] = {}

        def look(value: object) -> bool:
            fit = known.get(value)
            if fit is None:
                text = column.said(desk, value, lang, wan=wan)
                fit = known[value] = bool(text) and filters.says(text, wanted, column.kind)
            return fit

        return look
