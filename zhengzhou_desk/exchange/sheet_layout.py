"""How a report's sheet is laid out on paper: widths of columns, A4 or A3, and the lines to be signed."""

from __future__ import annotations

import math
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zhengzhou_desk.records.kinds import Money, Rate, Score, Text, in_wan, yuan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zhengzhou_desk.records.kinds import Value
    from zhengzhou_desk.records.report import Heading, Report

A4, A3 = 9, 8  # the numbers of the paper sizes in a workbook
SIZE = 10.5  # of the figures, in points
LEAST = 8.0  # what they may be shrunk to in print
# What lies between the margins of a landscape sheet, in pixels of a 96th of an inch.
_ROOM = {A4: 1045, A3: 1510}
_NARROW, _WIDE = 5.0, 60.0
_SIGNED = ("填报单位（盖章）：{bureau}", "单位负责人：", "审核人：", "填表人：", "填报日期：　　　年　　月　　日")
# So many characters a signature needs beside its label.
_SIGNATURE = 26


@dataclass(frozen=True, slots=True)
class SheetLayout:
    """The widths of the columns in characters, and the paper on which no figure is smaller than `LEAST` points."""

    widths: tuple[float, ...]
    paper: int

    @property
    def scale(self) -> float:
        """How much the sheet is shrunk in print to be one page wide."""
        return min(1.0, _ROOM[self.paper] / _pixels(self.widths))


def layout(report: Report, *, wan: bool) -> SheetLayout:
    """Columns as wide as what stands in them; texts give way, and what is still too wide for A4 goes onto A3."""
    needs = [_need(report, place, wan=wan) for place in range(len(report.headings))]
    wide = [_as_wished(heading, need) for heading, need in zip(report.headings, needs, strict=True)]
    close = [_at_least(heading, need) for heading, need in zip(report.headings, needs, strict=True)]
    for widths, paper in ((wide, A4), (_between(close, wide, A4), A4), (wide, A3), (_between(close, wide, A3), A3)):
        if widths is not None and SIZE * _ROOM[paper] / _pixels(widths) >= LEAST:
            return SheetLayout(tuple(widths), paper)
    return SheetLayout(tuple(close), A3)


def _between(close: Sequence[float], wide: Sequence[float], paper: int) -> list[float] | None:
    """Text columns narrowed as far as the paper asks; None where even the narrowest are too wide."""
    most = _ROOM[paper] * SIZE / LEAST
    spare = most - len(close) - _pixels(close)  # what rounding to whole pixels may add
    if spare < 0:
        return None
    part = min(1.0, spare / max(1.0, _pixels(wide) - _pixels(close)))
    return [least + (wish - least) * part for least, wish in zip(close, wide, strict=True)]


def _pixels(widths: Sequence[float]) -> float:
    """A column of n characters is 7n + 5 pixels wide, in whole pixels."""
    return sum(math.ceil(7 * width + 5) for width in widths)


def _as_wished(heading: Heading, need: float) -> float:
    return max(min(need, max(heading.width, 12), _WIDE), _head(heading)) if isinstance(heading.kind, Text) else need


def _at_least(heading: Heading, need: float) -> float:
    """Figures stay whole; a text may be broken into lines of six characters."""
    return max(min(need, 13.0), _head(heading)) if isinstance(heading.kind, Text) else need


def _head(heading: Heading) -> float:
    """A heading is broken into two lines at most."""
    return max(_NARROW, -(-columns(heading.label) // 4) * 2 + 1.5)


def _need(report: Report, place: int, *, wan: bool) -> float:
    """The width of the widest value of a column, with a little air, and of half its heading."""
    heading = report.headings[place]
    values = {line.values[place] for line in report.lines}
    numbers = [value for value in values if isinstance(value, int)]
    if isinstance(heading.kind, Money | Rate | Score) and numbers:
        # The wider of two amounts is the one further from 0.
        values = {value for value in values if not isinstance(value, int)} | {min(numbers), max(numbers)}
    longest = max((columns(_shown(heading, value, wan=wan)) for value in values), default=0)
    return max(longest + 1.5, _head(heading))


def _shown(heading: Heading, value: Value, *, wan: bool) -> str:
    """A value as the sheet shows it."""
    kind = heading.kind
    if isinstance(value, int) and isinstance(kind, Money):
        return in_wan(value).split(".")[0] + ".00" if wan else yuan(value, grouped=True)
    if isinstance(value, int) and isinstance(kind, Rate | Score):
        return f"{value / 100:.2f}%"
    return kind.show(value)


def columns(text: str) -> int:
    """How many half-width characters a text is wide."""
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(character) in "WFA" else 1 for character in text)


def signature_lines(bureau: str, width: float) -> list[str]:
    """What is signed below a table, in as many lines as its width asks for."""
    fields = [text.format(bureau=bureau) for text in _SIGNED]
    lines: list[str] = []
    for text in fields:
        room = max(_SIGNATURE, columns(text) + 4)
        if lines and columns(lines[-1]) + room <= width:
            lines[-1] += text + " " * (room - columns(text))
        else:
            lines.append(text + " " * (room - columns(text)))
    return [line.rstrip() for line in lines]


def lines_of(text: str, width: float) -> int:
    """How many lines a text takes in a merged cell of a width."""
    return max(1, -(-columns(text) // max(1, int(width * 0.95))))
