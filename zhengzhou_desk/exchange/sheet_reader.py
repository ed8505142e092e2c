"""Reading one sheet of an import: what is the same for all its rows, and which of these are no data."""

from __future__ import annotations

import functools
from itertools import islice
from typing import TYPE_CHECKING

from zhengzhou_desk.common.messages import Message, counted, message
from zhengzhou_desk.exchange.column_reader import Answer, ColumnReader, rounded_codes
from zhengzhou_desk.exchange.headers import ORDER_STATE, UNIT_USCC, Layout, cell_name, plain_heading
from zhengzhou_desk.exchange.known_words import known_words
from zhengzhou_desk.exchange.left_out import (
    CANCELLED,
    GROUP,
    MAY_BE_A_UNIT,
    SUBTOTAL,
    SUM,
    LeftOutRow,
    RowSorter,
    level,
)
from zhengzhou_desk.exchange.sheet import ShownNumber
from zhengzhou_desk.exchange.sheet_remarks import SheetRemarks
from zhengzhou_desk.exchange.shown_number import ROUNDED, serial_day
from zhengzhou_desk.exchange.totals import Totals
from zhengzhou_desk.records.clean import compact
from zhengzhou_desk.records.kinds import Code, Money, Score, Whole, Year, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from zhengzhou_desk.common.messages import Translatable
    from zhengzhou_desk.exchange.sheet import Cell
    from zhengzhou_desk.exchange.unit_names import UnitNames
    from zhengzhou_desk.records.columns import Column
    from zhengzhou_desk.records.kinds import Value

# How many zeros at the ends of all long numbers of a column may be chance: of order numbers, of credit codes.
_ZEROS, _ZEROS_OF_CREDIT_CODES = 5, 2
_TIES = message("与明细相符")


class SheetReader:
    """One sheet, with what is the same for all its rows."""

    def __init__(self, layout: Layout, year: int | None, units: UnitNames) -> None:
        self.layout, self.sheet, self.cls = layout, layout.sheet, layout.cls
        fields = {column.name: column for column in self.cls.table.columns}
        values = known_words().values
        self.columns = [
            ColumnReader(match, fields.get(match.field), values.get((self.cls, match.field)), self.sheet.day_zero)
            for match in layout.matches
        ]
        self.fields = {column.match.field for column in self.columns if column.column is not None}
        self.places = [match.place for match in layout.matches]
        self.unit_columns = [(column, column.match.place) for column in self.columns if column.holds_units]
        self.width = len(layout.headings())
        self.required = [column for column in self.cls.table.columns if column.required]
        # What must be there before a row can be said to say all: see `says_all`.
        self._wanted = tuple(column.name for column in self.required) + tuple(
            name
            for name, is_asked in (
                ("year", self.cls.table.year == "year"),
                ("unit", self.cls.table.unit == "unit"),
                ("buyer", self.cls.table.unit == "buyer"),
            )
            if is_asked
        )
        self._year = year or layout.year
        self.remarks = SheetRemarks(layout.sheet)
        self.sorter = RowSorter(layout, units)
        summed = [reader for reader in self.columns if reader.column is not None and _is_summed(reader.column)]
        self._summed = [(reader, reader.match.field, reader.match.place) for reader in summed]
        self.totals = Totals({reader.match.field: reader.column for reader in summed if reader.column is not None})
        self._personal = frozenset(
            match.place for match in (*layout.matches, *layout.likely) if layout.is_personal(match.field)
        )
        words = known_words()
        self.has_review_days = any(
            match.field == "confirmed" and plain_heading(match.heading) in words.review_days for match in layout.matches
        )
        self._state = next((match for match in layout.matches if match.field == ORDER_STATE), None)
        # States of orders that nobody knows, each once.
        self.unknown_states: dict[str, None] = {}
        # The rows that are no data: their places, and what they are.
        self.left_out: list[tuple[int, str]] = []
        self._look_for_rounded()

    def _look_for_rounded(self) -> None:
        for reader in self.columns:
            if reader.match.field == UNIT_USCC or (reader.column is not None and isinstance(reader.column.kind, Code)):
                by_chance = _ZEROS_OF_CREDIT_CODES if reader.match.field in (UNIT_USCC, "uscc") else _ZEROS
                place = reader.match.place
                cells = (row[place] for row in self.sheet.rows[self.layout.below + 1 :] if place < len(row))
                reader.rounded = rounded_codes(cells, by_chance)

    @functools.cached_property
    def year(self) -> Value:
        """The year of rows that do not say theirs. Refused where it is out of range and such a row comes."""
        return Year().parse(self._year) if self._year is not None else None

    def read(self, cells: Sequence[Cell]) -> list[Cell]:
        """The cells of the columns that are read."""
        width = len(cells)
        return [cells[place] if place < width else None for place in self.places]

    def answers(self, places: Sequence[int]) -> list[list[Answer]]:
        """What rows say, column by column; what they add to the sums is taken in."""
        rows = [self.sheet.rows[place] for place in places]
        width = min(map(len, rows), default=0)
        by_column = []
        for column, at in zip(self.columns, self.places, strict=True):
            is_whole = at < width
            by_column.append(column.answers([row[at] if is_whole or at < len(row) else None for row in rows]))
        said = zip(self.columns, by_column, strict=True)
        sums = {
            column.match.field: sum(answer for answer in answers if isinstance(answer, int))
            for column, answers in said if column.column is not None and _is_summed(column.column)
        }  # fmt: skip
        self.totals.rows(len(rows), sums)
        return by_column

    def says_all(self, values: Mapping[str, Value]) -> bool:
        """Whether a row says its year, its unit and all that must be there, so that nothing is to be found out."""
        return None not in map(values.get, self._wanted)

    def _amounts(self, cells: Sequence[Cell]) -> dict[str, int]:
        """What a row says in the columns that can be summed up."""
        found = {}
        for reader, name, place in self._summed:
            value = reader.said(cells[place]) if place < len(cells) and cells[place] is not None else None
            if isinstance(value, int):
                found[name] = value
        return found

    def leave_out(self, place: int, sort: str) -> None:
        """A row is no data; what it sums up is compared with the rows that it is about."""
        self.left_out.append((place, sort))
        cells = self.sheet.rows[place]
        given = self._amounts(cells) if sort in (SUM, SUBTOTAL, GROUP) else {}
        if sort == GROUP:
            self.totals.group(place, given, level(cells))
        elif given:
            self.totals.sum_row(place, given, partial=sort == SUBTOTAL)

    def is_cancelled(self, place: int) -> bool:
        """Whether a row is an order that was cancelled: it is left out, since it is no purchase."""
        cells = self.sheet.rows[place]
        if self._state is None or self._state.place >= len(cells):
            return False
        cell = cells[self._state.place]
        is_one = isinstance(cell, str) and compact(cell) in known_words().cancelled
        if is_one:
            self.left_out.append((place, CANCELLED))
        return is_one

    def order_contradictions(
        self, number: int, helpers: Mapping[str, str], values: Mapping[str, Value]
    ) -> Iterator[Message]:
        """An order that is still to be paid cannot have been."""
        state = helpers.get(ORDER_STATE, "")
        if self._state is None or not state:
            return
        words = known_words()
        if compact(state) not in words.before and compact(state) not in words.fine:
            self.unknown_states.setdefault(state, None)
        for column in self.cls.table.columns:
            day = values.get(column.name)
            if column.label in words.before.get(compact(state), ()) and day is not None:
                yield message(
                    "第 {row} 行“{column}”‘{given}’与“{other}”{day} 不一致。请核对后改成一致",
                    row=number, column=self._state.heading, given=state, other=column, day=str(day),
                )  # fmt: skip

    def all_left_out(self) -> list[LeftOutRow]:
        """The rows that are no data, with what their sums were found to be."""
        self.totals.end()
        found = []
        for place, sort in self.left_out:
            about: tuple[Translatable, ...] = self._why_cancelled(place) if sort == CANCELLED else ()
            if place in self.totals.found:
                differs = self.totals.found[place]
                about = tuple(differs) or (_TIES,)
                for each in differs:
                    self.remarks.untied(place, each)
            if self.sorter.may_be_a_unit(self.sheet.rows[place], sort):
                about = (*about, MAY_BE_A_UNIT)
                self.remarks.doubtful(place)
            found.append(
                LeftOutRow(
                    self.sheet.name, self.sheet.number(place), self.sheet.rows[place], sort, about, self._personal
                )
            )
        return found

    def _why_cancelled(self, place: int) -> tuple[Translatable, ...]:
        if self._state is None:
            return ()
        given = self.sheet.rows[place][self._state.place]
        return (message("{column}是‘{given}’", column=self._state.heading, given=given),)

    def column_remarks(self) -> list[Message]:
        """What is to be said of columns whose cells do not show what they hold, or hold a mark for nothing."""
        said = self._struck()
        if self.unknown_states and self._state is not None:
            said.append(
                message(
                    "工作表“{sheet}”的“{column}”有不认得的状态，没有据此判断：{states}",
                    sheet=self.sheet.name, column=self._state.heading, states=tuple(islice(self.unknown_states, 10)),
                )
            )  # fmt: skip
        for column in self.columns:
            for what, (count, first) in column.noted.items():
                cell = self._cell_name(column, first)
                if what == ROUNDED and isinstance(first, ShownNumber):
                    text = counted(
                        "工作表“{sheet}”的“{column}”有 {count} 格显示的是四舍五入后的数"
                        "（如 {cell} 显示‘{shown}’，格中是 {given}），按格中的数读"
                    )
                    about = {"shown": first.shown, "given": plain(first.number)}
                else:
                    text = counted(
                        "工作表“{sheet}”的“{column}”有 {count} 格是日期的序号"
                        "（如 {cell} 的 {given}），读作日期（{day}）"
                    )
                    about = {"given": plain(first), "day": str(serial_day(first, column.day_zero))}
                said.append(message(text, sheet=self.sheet.name, column=column.called, count=count, cell=cell, **about))
        return said

    def _cell_name(self, column: ColumnReader, cell: Cell) -> str:
        """Where a cell of a column stands first."""
        at = column.match.place
        rows = enumerate(self.sheet.rows)
        place = next((place for place, row in rows if at < len(row) and row[at] is cell), self.layout.below)
        return cell_name(self.sheet, place, at)

    def _struck(self) -> list[Message]:
        """Says how many cells of a column hold a stroke or a word for nothing."""
        return [
            message(
                counted("工作表“{sheet}”的“{column}”有 {count} 格写的是“-”“无”一类的记号，按空白读"),
                sheet=self.sheet.name, column=column.called, count=column.struck,
            )
            for column in self.columns if column.struck
        ]  # fmt: skip


def _is_summed(column: Column) -> bool:
    return isinstance(column.kind, Money | Whole) and not isinstance(column.kind, Year | Score)
