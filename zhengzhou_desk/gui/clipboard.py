"""The clipboard's language: blocks of cells as Excel and WPS write and read them."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def written(rows: Sequence[Sequence[str]]) -> str:
    """Cells parted by tabs, rows by line ends; a cell with a tab, a line end or a quote is quoted."""
    stream = io.StringIO()
    csv.writer(stream, dialect="excel-tab", lineterminator="\r\n").writerows(rows)
    return stream.getvalue()


def read(text: str) -> list[list[str]]:
    """The block that another program has copied; a single line end at its end is no further row."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = text.removesuffix("\n")
    if not text:
        return [[""]]
    rows = list(csv.reader(io.StringIO(text, newline=""), dialect="excel-tab"))
    return [row or [""] for row in rows]
