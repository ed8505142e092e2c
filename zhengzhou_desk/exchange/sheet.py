"""What a spreadsheet of any format becomes once read: sheets of rows of exact values."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Broken:
    """A cell without a usable value: a formula's error (#REF!) or a formula whose result was not stored.

    Never 0 and never blank: an amount that vanished must be seen.
    """

    text: str

    def __str__(self) -> str:
        return self.text


Cell: TypeAlias = "str | Decimal | datetime.date | bool | Broken | None"
Row: TypeAlias = "tuple[Cell, ...]"

NOT_COMPUTED = Broken("公式没有结果")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One worksheet. Column 0 of every row is column A; rows may differ in length.

    `first` is the worksheet's number of rows[0]; hidden rows are given by these numbers, hidden
    columns by their place from 0. A merged header cell's value stands in each cell it covers.
    """

    name: str
    rows: tuple[Row, ...]
    hidden_rows: frozenset[int] = frozenset()
    first: int = 1
    hidden_columns: frozenset[int] = frozenset()
    hidden: bool = False

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
