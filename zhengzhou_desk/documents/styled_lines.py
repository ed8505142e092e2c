"""Lines of text in several styles: broken at blanks and between Chinese characters, by the rules of GB/T 15834."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zhengzhou_desk.documents import fonts
from zhengzhou_desk.documents.line_breaking import NOT_FIRST, NOT_LAST

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from zhengzhou_desk.documents.manual_text import Run

# What stays together: Latin words with whatever hangs on them, dashes and dots of two; Chinese is broken anywhere.
_WORDS = re.compile(r"—{2,}|…{2,}|[^\s\u2e80-\uffef“”‘’—…→]+|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Piece:
    """What stays together on a line, in one style."""

    text: str
    run: Run
    width: float


@dataclass(frozen=True, slots=True)
class PlacedRun:
    """Text in one style in its place: x in points from the left edge."""

    text: str
    run: Run
    x: float
    width: float


def pieces(runs: Iterable[Run], faces: dict[str, str], size: float) -> list[Piece]:
    """The pieces of styled text; `faces` says which face draws a style."""
    return [
        Piece(match[0], run, fonts.width(match[0], faces[run.style], size))
        for run in runs
        for match in _WORDS.finditer(run.text)
    ]


def lines(runs: Iterable[Run], faces: dict[str, str], size: float, width: float) -> list[tuple[PlacedRun, ...]]:
    """Styled text in lines of at most `width` points."""
    left = pieces(runs, faces, size)
    found: list[tuple[PlacedRun, ...]] = []
    while left:
        if left[0].width > width and len(left[0].text) > 1:
            # What is wider than a whole line is torn after all.
            first = left[0]
            face = faces[first.run.style]
            left[:1] = [Piece(each, first.run, fonts.width(each, face, size)) for each in first.text]
        count = _fitting(left, width)
        found.append(_placed(left[:count]))
        left = left[count:]
        while left and left[0].text.isspace():
            left.pop(0)
    return found


def _fitting(left: Sequence[Piece], width: float) -> int:
    """How many pieces go on the next line: at least one."""
    used = 0.0
    count = 0
    for piece in left:
        used += piece.width
        if used > width and not piece.text.isspace():
            break
        count += 1
    if count == len(left):
        return count
    place = max(1, count)
    while place > 1 and not _may_break(left[place - 1], left[place]):
        place -= 1
    return place if place > 1 or _may_break(left[0], left[1]) else max(1, count)


def _may_break(before: Piece, after: Piece) -> bool:
    if before.text.isspace() or after.text.isspace():
        return True
    is_joined = before.text[-1].isascii() and after.text[0].isascii() and before.run is not after.run
    return after.text[0] not in NOT_FIRST and before.text[-1] not in NOT_LAST and not is_joined


def _placed(taken: Sequence[Piece]) -> tuple[PlacedRun, ...]:
    """Neighbours of one style become one text; blanks at the end of the line are left out."""
    kept = list(taken)
    while kept and kept[-1].text.isspace():
        kept.pop()
    placed: list[PlacedRun] = []
    x = 0.0
    for piece in kept:
        last = placed[-1] if placed else None
        if last is not None and last.run is piece.run:
            placed[-1] = PlacedRun(last.text + piece.text, last.run, last.x, last.width + piece.width)
        else:
            placed.append(PlacedRun(piece.text, piece.run, x, piece.width))
        x += piece.width
    return tuple(placed)
