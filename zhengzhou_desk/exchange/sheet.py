"""Sheets: what a spreadsheet of any format is read into, rows of exact values."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from zhengzhou_desk.common.messages import sentence


@dataclass(frozen=True, slots=True)
class BrokenCell:
    """A cell without a usable value: a formula's error (#REF!) or a formula whose result was not stored.

    Never 0 and never blank: an amount that vanished must be seen.
    """

    text: str

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class ShownNumber:
    """A number that its format shows as something else: 0.05 as 5 %, 1000000 as 100.0 (in 万元), 1003 as 001003.

    `code` is the format, where the file tells it.
    """

    number: Decimal
    shown: str
    code: str = ""

    def __str__(self) -> str:
        return self.shown


# The day that a spreadsheet counts as 0: there was a 29 February 1900 in it. Workbooks that began on a Macintosh, and
# some of LibreOffice, count from another.
DAY_ZERO = datetime.date(1899, 12, 30)
DAY_ZERO_OF_1904 = datetime.date(1904, 1, 1)
Cell: TypeAlias = "str | Decimal | datetime.date | bool | BrokenCell | ShownNumber | None"
Row: TypeAlias = "tuple[Cell, ...]"

NOT_COMPUTED = BrokenCell(sentence("公式没有结果"))
# A formula's error as Excel and WPS write it, and as LibreOffice does.
_ERROR = re.compile(r"#[A-Z][A-Z0-9_/]*[!?]|#N/A|#GETTING_DATA|Err:\d{3}")


# Exports guard long codes from Excel as ="0123" or with an apostrophe before them, whatever kind of file they write.
_GUARDED = re.compile(r"""="([^"]*)"|'([\d=+\-@].*)""", re.DOTALL)


def text_or_error(text: str) -> str | BrokenCell:
    """A cell's text without what guards it, or the error that a formula came to."""
    first = text.lstrip()[:1]
    if first in ("#", "E"):
        return BrokenCell(text) if _ERROR.fullmatch(text.strip()) else text
    if first in ("=", "'") and (match := _GUARDED.fullmatch(text.strip())):
        return match[1] if match[1] is not None else match[2]
    return text


@dataclass(frozen=True, slots=True)
class Sheet:
    """One worksheet. Column 0 of every row is column A; rows may differ in length.

    `first` is the worksheet's number of rows[0]; hidden rows are given by these numbers, hidden
    columns by their place from 0. A merged header cell's value stands in each cell it covers.
    `separated` is a text file's sheet, whose cells are told apart by a separator alone; serial numbers of days count
    from `day_zero`.
    """

    name: str
    rows: tuple[Row, ...]
    hidden_rows: frozenset[int] = frozenset()
    first: int = 1
    hidden_columns: frozenset[int] = frozenset()
    hidden: bool = False
    separated: bool = False
    day_zero: datetime.date = DAY_ZERO

    def number(self, place: int) -> int:
        """The number that row `rows[place]` bears in the worksheet."""
        return self.first + place


def letters(column: int) -> str:
    """The name of a column from 0: A, B, … Z, AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def column_number(name: str) -> int:
    """A column's place from 0: A is 0, AA is 26."""
    number = 0
    for letter in name:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
