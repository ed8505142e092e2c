"""What a number means that its format shows as something else; where both disagree a person is asked."""

from __future__ import annotations

import datetime
import re
from decimal import Decimal
from typing import TYPE_CHECKING

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.exchange.sheet import DAY_ZERO
from zhengzhou_desk.records.amount_units import ANY_UNIT, YUAN_IN
from zhengzhou_desk.records.kinds import Code, Day, Kind, Money, Rate, Text, Value, Whole

if TYPE_CHECKING:
    from zhengzhou_desk.exchange.sheet import Cell, ShownNumber

# What is said of cells that were read though they do not show what they hold.
ROUNDED, SERIAL = "rounded", "serial"
_SEEN = re.compile(rf"[^\d]*?(-?)[^\d]*?([\d,]*\.?\d+|\d+)\s*(%?)({ANY_UNIT})?[^\d]*")
_FIRST, _LAST = datetime.date(1990, 1, 1), datetime.date(2100, 1, 1)
_SERIAL = re.compile(r"\d{5}(\.\d+)?")


def serial_day(cell: Cell, day_zero: datetime.date = DAY_ZERO) -> datetime.date | None:
    """The day of which a number is the serial number, where it can be one.

    A text in a workbook that counts from another day than most may have come from one that does not: it is none.
    """
    if isinstance(cell, str) and day_zero == DAY_ZERO and _SERIAL.fullmatch(cell):
        cell = Decimal(cell)
    if not isinstance(cell, Decimal) or not (_FIRST - day_zero).days <= cell < (_LAST - day_zero).days:
        return None
    return day_zero + datetime.timedelta(int(cell))


def meaning(kind: Kind, cell: ShownNumber, scale: int, day_zero: datetime.date = DAY_ZERO) -> tuple[Value, bool]:
    """The value that a cell shows, and whether it only shows it rounded. Refuses where format and content disagree."""
    if isinstance(kind, Text) or not isinstance(kind, Money | Rate | Whole | Day):
        return kind.parse(_text(kind, cell)), False
    if isinstance(kind, Day):
        day = serial_day(cell.number, day_zero)
        return (day if day is not None else kind.parse(cell.number)), False
    match = _SEEN.fullmatch(cell.shown)
    if match is None:
        raise _disagree(kind, cell)
    number = Decimal(match[2].replace(",", "") or "0")
    # Brackets stand for a minus.
    seen = -number if cell.number < 0 else number
    if isinstance(kind, Rate):
        if match[3] and seen == cell.number * 100:
            return kind.parse(seen), False
        raise _disagree(kind, cell)
    if match[3]:
        raise _disagree(kind, cell)
    is_rounded = _is_rounded(cell.number, seen, match[2])
    if not isinstance(kind, Money):
        if seen != cell.number and not is_rounded:
            raise _disagree(kind, cell)
        return kind.parse(cell.number), False
    unit = YUAN_IN.get(match[4] or "", scale)
    if seen * unit == cell.number * scale:
        return kind.parse(cell.number, scale), False
    if match[4] is None and is_rounded:
        return kind.parse(cell.number, scale), True
    # Under a heading in 万元 an amount in 元 may be shown in 万元.
    if seen * unit == cell.number:
        return kind.parse(seen, unit), False
    raise _disagree(kind, cell)


def _text(kind: Kind, cell: ShownNumber) -> str | Decimal:
    """A text or a code as it is shown; a number that is shown with commas only is the number."""
    if not cell.shown:
        raise _disagree(kind, cell)
    is_grouped = isinstance(kind, Code) and re.fullmatch(r"[\d,.]+", cell.shown) and "," in cell.shown
    return cell.number if is_grouped else cell.shown


def _is_rounded(number: Decimal, seen: Decimal, text: str) -> bool:
    decimals = len(text.partition(".")[2])
    return abs(number - seen) * 2 <= Decimal(1).scaleb(-decimals)


def _disagree(kind: Kind, cell: ShownNumber) -> Refused:
    is_percent = isinstance(kind, Rate) and "%" in cell.shown
    given = f"{(cell.number * 100).normalize():f}%" if is_percent else f"{cell.number:f}"
    return Refused("格中是 {given}，显示为‘{shown}’，两者不一致。请改成一致", given=given, shown=cell.shown)
