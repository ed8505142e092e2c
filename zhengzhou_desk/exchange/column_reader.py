"""Reading a column of an import: what each cell says, or why it says nothing that can be taken."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final, TypeAlias

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.messages import Message, message
from zhengzhou_desk.exchange.headers import UNIT_USCC
from zhengzhou_desk.exchange.sheet import BrokenCell, Cell
from zhengzhou_desk.records.clean import clean, folded
from zhengzhou_desk.records.kinds import Code, Text, Value, plain

if TYPE_CHECKING:
    from zhengzhou_desk.exchange.headers import ColumnMatch
    from zhengzhou_desk.records.columns import Column

Answer: TypeAlias = "Value | Message"
# How many different texts of a column are remembered with what they say.
_MOST_KNOWN = 4_096
# A spreadsheet's number is exact up to 15 digits, and from 12 digits on a text file shows it like 9.11E+17.
_EXACT = 10**15
_SCIENTIFIC = re.compile(r"[+-]?[0-9](\.[0-9]+)?E\+[0-9]{2,3}", re.IGNORECASE)
_UNREAD: Final = object()


class ColumnReader:
    """Reads one column of an imported sheet: as a field of the record, or (`column` None) as a hint to the unit.

    What a text is read as, or why it is refused, is kept: years, states and codes come again and again.
    """

    def __init__(self, match: ColumnMatch, column: Column | None) -> None:
        self.match = match
        self.column = column
        # What a sentence calls it.
        self.called: object = match.heading if column is None else column
        self._known: dict[str, Answer] = {}

    def said(self, cell: Cell) -> Answer:
        """The value of a cell, or the reason why it is refused."""
        if not isinstance(cell, str):
            return self._said(cell)
        answer = self._known.get(cell, _UNREAD)
        if answer is _UNREAD:
            answer = self._said(cell)
            if len(self._known) < _MOST_KNOWN:
                self._known[cell] = answer
        return answer  # type: ignore[return-value]

    def _said(self, cell: Cell) -> Answer:
        try:
            return self._helper(cell) if self.column is None else self._value(self.column, cell)
        except Refused as refused:
            return refused.message

    def _value(self, column: Column, cell: Cell) -> Value:
        _refuse_without_result(cell)
        if isinstance(column.kind, Text):
            _refuse_lost_digits(cell, is_code=isinstance(column.kind, Code))
        column.refuse_mask(cell)
        return column.kind.parse(cell, self.match.scale)

    def _helper(self, cell: Cell) -> str:
        """What a column says that only helps to find the unit."""
        _refuse_without_result(cell)
        _refuse_lost_digits(cell, is_code=self.match.field == UNIT_USCC)
        return "" if is_blank(cell) else plain(cell)


def is_blank(cell: Cell) -> bool:
    """Whether a cell says nothing."""
    return cell is None or (isinstance(cell, str) and not clean(cell))


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
    if is_code and isinstance(cell, Decimal) and cell != cell.to_integral_value():
        raise Refused("‘{given}’不是编码：编码没有小数", given=plain(cell))
    if is_code and isinstance(cell, str) and _SCIENTIFIC.fullmatch(folded(cell).replace(" ", "")):
        raise Refused(
            "‘{given}’是按科学记数显示的数字，后面的数字已丢失。请把这一列设为文本格式，再填完整的号码", given=cell
        )
