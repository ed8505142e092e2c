"""Reading a column of an import: what each cell says, or why it says nothing that can be taken."""

from __future__ import annotations

import datetime
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final, TypeAlias

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.messages import Message, message
from zhengzhou_desk.exchange.code_and_name import code_and_name
from zhengzhou_desk.exchange.headers import UNIT_USCC
from zhengzhou_desk.exchange.plain_cells import plain_number_of, plain_text_of
from zhengzhou_desk.exchange.sheet import DAY_ZERO, BrokenCell, Cell, ShownNumber
from zhengzhou_desk.exchange.shown_number import ROUNDED, SERIAL, meaning, serial_day
from zhengzhou_desk.records.clean import clean, compact
from zhengzhou_desk.records.kinds import Code, Day, DocumentNumber, Kind, Reference, Text, Value, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from zhengzhou_desk.exchange.headers import ColumnMatch
    from zhengzhou_desk.records.columns import Column

Answer: TypeAlias = "Value | Message"
# A spreadsheet's number is exact up to 15 digits, and from 12 digits on a text file shows it like 9.11E+17.
_EXACT = 10**15
_DIGITS = 15
# What people put where there is nothing to say.
_STROKES = re.compile(r"[-—\u2013_/\\*·.]+|¥-+")
_WORDS_FOR_NOTHING = frozenset({"无", "暂无", "空", "没有", "无数据", "N/A", "NA", "n/a", "null", "NULL", "None"})
_SCIENTIFIC = re.compile(r"[+-]?[0-9](\.[0-9]+)?E\+[0-9]{2,3}", re.IGNORECASE)
# Of these cells nothing is noted, and a number's own digits are said where it is refused: 1 and 1.0 are not one.
_KNOWN_BY_VALUE: Final = frozenset({str, datetime.date, type(None)})


class ColumnReader:
    """Reads one column of an imported sheet: as a field of the record, or (`column` None) as a hint to the unit.

    What a text is read as, or why it is refused, is kept: years, states and codes come again and again.
    `has_refused` says whether any cell was.
    """

    def __init__(
        self,
        match: ColumnMatch,
        column: Column | None,
        words: Mapping[str, str] | None = None,
        day_zero: datetime.date = DAY_ZERO,
    ) -> None:
        self.match = match
        # From what day the sheet counts serial numbers.
        self.day_zero = day_zero
        self.column = column
        # What a sentence calls it.
        self.called: object = match.heading if column is None else column
        self._known = _Known(self._read_text)
        # What other systems call the answers of a choice.
        self._words = words or {}
        self._is_text = column is not None and isinstance(column.kind, Text)
        self._is_day = column is not None and isinstance(column.kind, Day)
        # What other systems call its answers comes first.
        kind = None if column is None or words else column.kind
        self._quick_text = plain_text_of(kind, match.scale)
        self._quick_number = plain_number_of(kind, match.scale)
        self.has_refused = False
        self.holds_units = column is not None and (
            isinstance(column.kind, Reference) or (match.field in ("code", "buyer") and isinstance(column.kind, Code))
        )
        # Texts that stand for nothing, and how many cells held one.
        self._strokes: set[str] = set()
        self.struck = 0
        # What is to be said of the column's cells: how many there are of a sort, and the first of them.
        self.noted: dict[str, tuple[int, Cell]] = {}
        # Texts that hold a unit's name beside its code: the name.
        self.named: dict[Cell, str] = {}
        # Codes that a spreadsheet has filled up with zeros.
        self.rounded: frozenset[str] = frozenset()

    def said(self, cell: Cell) -> Answer:
        """The value of a cell, or the reason why it is refused."""
        return self.answers((cell,))[0]

    def answers(self, cells: Sequence[Cell]) -> list[Answer]:
        """The same of many cells of the column, in the order of the rows."""
        known, number = self._known, self._read_number
        found = [known[cell] if type(cell) in _KNOWN_BY_VALUE else number(cell) for cell in cells]
        if self._strokes:
            self.struck += sum(cell in self._strokes for cell in cells if type(cell) is str)
        return found

    def _read_text(self, cell: Cell) -> Answer:
        if type(cell) is str and cell not in self.rounded and (plain := self._quick_text(cell)) is not None:
            return plain
        return self._said(cell)

    def _read_number(self, cell: Cell) -> Answer:
        if type(cell) is Decimal and (plain := self._quick_number(cell)) is not None:
            return plain
        return self._said(cell)

    def _said(self, cell: Cell) -> Answer:
        try:
            return self._helper(cell) if self.column is None else self._value(self.column, cell)
        except Refused as refused:
            self.has_refused = True
            return refused.message

    def _value(self, column: Column, cell: Cell) -> Value:
        _refuse_without_result(cell)
        kind = column.kind
        if self._is_text:
            _refuse_lost_digits(cell.number if isinstance(cell, ShownNumber) else cell, is_code=isinstance(kind, Code))
        elif self._is_day:
            day = serial_day(cell, self.day_zero)
            if day is not None:
                self._note(SERIAL, cell)
                return day
        if isinstance(cell, ShownNumber):
            meant, is_rounded = meaning(kind, cell, self.match.scale, self.day_zero)
            if is_rounded:
                self._note(ROUNDED, cell)
            return meant
        return self._text(column, cell) if isinstance(cell, str) else kind.parse(cell, self.match.scale)

    def _note(self, what: str, cell: Cell) -> None:
        count, first = self.noted.get(what, (0, cell))
        self.noted[what] = (count + 1, first)

    def _text(self, column: Column, cell: str) -> Value:
        kind = column.kind
        if cell in self.rounded:
            raise Refused("‘{given}’第 15 位以后都是 0，像是电子表格按数字保存时丢失了。请填完整的号码", given=cell)
        column.refuse_mask(cell)
        if self._words and (code := self._words.get(compact(cell))) is not None:
            return code
        if self._is_nothing(kind, cell):
            self._strokes.add(cell)
            return None
        if self.holds_units and not cell.isascii():
            both = code_and_name(cell)
            if both is not None:
                value = kind.parse(both[0])
                self.named[cell] = both[1]
                return value
        return kind.parse(cell, self.match.scale)

    def _is_nothing(self, kind: Kind, cell: str) -> bool:
        """Whether a text stands for nothing: a stroke anywhere, a word such as 无 where it has no other meaning."""
        if cell.isalnum() and any(map(str.isdigit, cell)):
            return False
        text = compact(cell)
        if _STROKES.fullmatch(text):
            return True
        if text not in _WORDS_FOR_NOTHING or type(kind) is Text:
            return False
        if isinstance(kind, Code | DocumentNumber):
            return True
        try:
            kind.parse(cell)
        except Refused:
            return True
        return False

    def _helper(self, cell: Cell) -> str:
        """What a column says that only helps to find the unit."""
        _refuse_without_result(cell)
        number = cell.number if isinstance(cell, ShownNumber) else cell
        _refuse_lost_digits(number, is_code=self.match.field == UNIT_USCC)
        return "" if is_blank(cell) or (isinstance(cell, str) and _STROKES.fullmatch(compact(cell))) else plain(cell)


class _Known(dict["Cell", "Answer"]):
    """What the cells of a column say that come again and again: each is read once."""

    def __init__(self, read: Callable[[Cell], Answer]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, cell: Cell) -> Answer:
        found = self[cell] = self._read(cell)
        return found


def rounded_codes(cells: Iterable[Cell], by_chance: int) -> frozenset[str]:
    """The long numbers of a column of codes, where all of them have nothing but zeros after 15 digits.

    A spreadsheet that took them for numbers wrote them so; more zeros than `by_chance` do not come by it.
    """
    long = {cell for cell in cells if isinstance(cell, str) and len(cell) > _DIGITS and cell.isdigit()}
    tails = [cell[_DIGITS:] for cell in long]
    lost = sum(map(len, tails)) > by_chance and not any(tail.strip("0") for tail in tails)
    return frozenset(long) if lost else frozenset()


def is_blank(cell: Cell) -> bool:
    """Whether a cell says nothing."""
    # What consists of letters and digits says something; only of the rest is it to be found out.
    return cell is None or (isinstance(cell, str) and not cell.isalnum() and not clean(cell))


def first_said(cells: Iterable[Cell]) -> Cell:
    """The first cell of a row that says something; None where none does."""
    for cell in cells:
        if not is_blank(cell):
            return cell
    return None


def is_blank_row(cells: Iterable[Cell]) -> bool:
    """Whether no cell of a row says anything."""
    return first_said(cells) is None


def _refuse_without_result(cell: Cell) -> None:
    if isinstance(cell, BrokenCell):
        raise Refused("的公式没有结果（{text}）。请在表格中算出结果并保存，或改填数字", text=message(cell.text))


def _refuse_lost_digits(cell: Cell, *, is_code: bool) -> None:
    """Refuses a long code that a spreadsheet kept as a number: it keeps 15 digits, and two codes become one.

    A text file shows such a number as 9.11E+17; so does a cell that was copied from one.
    """
    if isinstance(cell, Decimal) and abs(cell) >= _EXACT:
        raise Refused(
            "‘{given}’是按数字保存的，第 15 位以后的数字已丢失。请把这一列设为文本格式，再填完整的号码",
            given=plain(cell),
        )
    if is_code and isinstance(cell, datetime.date):
        raise Refused("‘{given}’是日期，不是编码。请把这一列设为文本格式，再重新填写", given=plain(cell))
    if is_code and isinstance(cell, Decimal) and cell != cell.to_integral_value():
        raise Refused("‘{given}’不是编码：编码没有小数", given=plain(cell))
    if is_code and isinstance(cell, str) and _SCIENTIFIC.fullmatch(compact(cell)):
        raise Refused(
            "‘{given}’是按科学记数显示的数字，后面的数字已丢失。请把这一列设为文本格式，再填完整的号码", given=cell
        )
