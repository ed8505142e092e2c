"""The clipboard's language: blocks of cells as Excel and WPS write and read them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from collections.abc import Sequence

# Beside the text: in which unit our own amounts are written, since the grid may show another one when they come back.
_UNIT = "application/x-zhengzhou-desk-unit"
# A field in quotes: from a quote at its beginning to one that stands right before a tab, a line end or the end.
_QUOTED = re.compile(r'"([^"]*(?:""[^"]*)*)"(?=[\t\n]|\Z)')
_UNQUOTED = re.compile(r"[^\t\n]*")
# Only these make a spreadsheet put quotes around a cell; other quotes belong to the text.
_REASONS = ("\t", "\n", '""')


def put(rows: Sequence[Sequence[str]], *, wan: bool) -> None:
    """Puts cells on the clipboard; `wan` says that their amounts are in 万元."""
    data = QMimeData()
    data.setText(written(rows))
    data.setData(_UNIT, b"wan" if wan else b"yuan")
    QGuiApplication.clipboard().setMimeData(data)


def given_in_wan() -> bool | None:
    """Whether amounts on the clipboard are in 万元; None where another program has put them there."""
    data = QGuiApplication.clipboard().mimeData()
    return bytes(data.data(_UNIT).data()) == b"wan" if data is not None and data.hasFormat(_UNIT) else None


def text() -> str:
    """What is on the clipboard, as text."""
    return QGuiApplication.clipboard().text()


def written(rows: Sequence[Sequence[str]]) -> str:
    """Cells parted by tabs, rows by line ends; a cell that would be read otherwise is quoted."""
    return "".join("\t".join(map(_field, row)) + "\r\n" for row in rows)


def _field(cell: str) -> str:
    if cell.startswith('"') or any(sign in cell for sign in "\t\r\n"):
        return '"' + cell.replace('"', '""') + '"'
    return cell


def read(given: str) -> list[list[str]]:
    """The block that another program has copied; a single line end at its end is no further row.

    Quotes count only around a field that holds a tab, a line end or doubled quotes: other programs write
    no others, and those of "十四五"示范校 are part of the name.
    """
    given = _plain_ends(given)
    if '"' not in given:
        return _split(given)
    rows: list[list[str]] = [[]]
    at, end = 0, len(given)
    while True:
        quoted = _QUOTED.match(given, at) if given.startswith('"', at) else None
        if quoted is not None and any(reason in quoted[1] for reason in _REASONS):
            rows[-1].append(quoted[1].replace('""', '"'))
            at = quoted.end()
        else:
            field = _UNQUOTED.match(given, at)
            assert field is not None
            rows[-1].append(field[0])
            at = field.end()
        if at >= end:
            return rows
        if given[at] == "\n":
            rows.append([])
        at += 1


def read_plainly(given: str) -> list[list[str]]:
    """The same block with every quote taken as a part of the text."""
    return _split(_plain_ends(given))


def size(rows: Sequence[Sequence[str]]) -> tuple[int, int]:
    """How many rows and columns a block has."""
    return len(rows), max(map(len, rows))


def _plain_ends(given: str) -> str:
    return given.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")


def _split(given: str) -> list[list[str]]:
    return [line.split("\t") for line in given.split("\n")]
