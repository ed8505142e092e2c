"""Breaking text into lines by GB/T 15834: what may not begin or end one, what stays together, straight edges."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zhengzhou_desk.documents import fonts

if TYPE_CHECKING:
    from collections.abc import Sequence

NOT_FIRST = frozenset("。，、；：？！）〕】》〉”’」』］｝·％%‰℃.,;:?!)]}—…～")
NOT_LAST = frozenset("（〔【《〈“‘「『［｛([{￥¥$№#")
# Marks whose glyph fills half of their square: the other half may be given up.
_CLOSING = frozenset("。，、；：？！）〕】》〉”’」』］｝")
_FULL_WIDTH = 900  # thousandths of the size, from which a sign takes a whole square
_OPENING = frozenset("（〔【《〈“‘「『［｛")
# So many paragraphs are kept as lines, some ten kilobytes each.
_PARAGRAPHS = 1024
# What is never torn apart: dashes and dots of two, numbers with sign and marks, Latin words and addresses.
_CLUSTERS = re.compile(
    r"—{2,}|…{2,}|(?:[-−+](?=\d))?[A-Za-z0-9](?:[A-Za-z0-9.,:/@_\-+&]*[A-Za-z0-9])?[%％‰℃]?|.", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Cluster:
    """What stays together on a line; `give` is how much of its width a mark may give up."""

    text: str
    width: float
    give: float


@dataclass(frozen=True, slots=True)
class PlacedText:
    """A cluster in its place: x from the left edge in points, `room` what each of its characters gets more or less."""

    text: str
    x: float
    room: float


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of text, every cluster in its place."""

    pieces: tuple[PlacedText, ...]
    width: float

    @property
    def text(self) -> str:
        """The line as it was written, without its spacing."""
        return "".join(piece.text for piece in self.pieces)


def clusters(text: str, face: str, size: float, spacing: float = 0.0) -> list[Cluster]:
    """The clusters of a text; `spacing` is added to every full-width character, half of it to a narrow one."""
    return [_cluster(match[0], face, size, spacing) for match in _CLUSTERS.finditer(text)]


@fonts.cached_by_face
def _cluster(text: str, face: str, size: float, spacing: float) -> Cluster:
    widths = [fonts.advance(character, face) for character in text]
    width = sum(widths) * size / 1000 + sum(spacing if each >= _FULL_WIDTH else spacing / 2 for each in widths)
    is_mark = len(text) == 1 and text in _CLOSING | _OPENING and widths[0] >= _FULL_WIDTH
    return Cluster(text, width, size / 2 if is_mark else 0.0)


def lines(
    text: str, face: str, size: float, width: float, *, spacing: float = 0.0, indent: float = 0.0, straight: bool = True
) -> list[TextLine]:
    """`text` in lines of `width` points, the first one indented; all but the last filled to the edge if `straight`."""
    return list(_lines(text, face, size, width, spacing, indent, straight))


# A batch repeats its paragraphs: a line that was set once is the same line again, encoded once per file.
@functools.partial(fonts.cached_by_face, most=_PARAGRAPHS)
def _lines(
    text: str,
    face: str,
    size: float,
    width: float,
    spacing: float,
    indent: float,
    straight: bool,  # noqa: FBT001
) -> tuple[TextLine, ...]:
    left = clusters(text, face, size, spacing)
    found: list[TextLine] = []
    while left:
        begin = indent if not found else 0.0
        room = width - begin + max(0.0, -spacing)
        if left[0].width > room and len(left[0].text) > 1:
            # What is wider than a whole line has to be torn after all.
            left[:1] = [_cluster(character, face, size, spacing) for character in left[0].text]
        count = _fitting(left, room)
        taken, left = left[:count], left[count:]
        is_last = not left
        found.append(_set(taken, begin, width, spacing, straight=straight and not is_last))
        while left and left[0].text.isspace():
            left.pop(0)
    return tuple(found) or (TextLine((), 0.0),)


def _fitting(left: Sequence[Cluster], room: float) -> int:
    """How many clusters go on the next line: as many as fit; marks are squeezed to keep one from beginning the next."""
    used = give = 0.0
    for count, unit in enumerate(left):
        used += unit.width
        give += unit.give
        if used <= room + 0.01:
            continue
        end = count
        while end < len(left) and left[end].text[0] in NOT_FIRST and used - give <= room + 0.01:
            end += 1
            if end < len(left) and left[end].text[0] in NOT_FIRST:
                used += left[end].width
                give += left[end].give
        pushed_in = end > count and (end == len(left) or left[end].text[0] not in NOT_FIRST)
        if count == 0:
            return 1
        return end if pushed_in else _allowed(left, count)
    return len(left)


def _allowed(left: Sequence[Cluster], count: int) -> int:
    """The last place not after `count` where a line may be broken; the first cluster stays in any case."""
    place = count
    while place > 1 and (left[place].text[0] in NOT_FIRST or left[place - 1].text[-1] in NOT_LAST):
        place -= 1
    if place > 1 or not (left[place].text[0] in NOT_FIRST or left[place - 1].text[-1] in NOT_LAST):
        return place
    return count


def _set(taken: Sequence[Cluster], begin: float, width: float, spacing: float, *, straight: bool) -> TextLine:
    """The clusters in their places: spread to the edge, or squeezed into it."""
    spare = width - begin - sum(unit.width for unit in taken)
    squeezed = _squeezed(taken, -spare)
    gaps = len(taken) - 1
    extra = spare / gaps if straight and spare > 0 and gaps else 0.0
    pieces: list[PlacedText] = []
    x = begin
    for unit, less in zip(taken, squeezed, strict=True):
        # An opening mark's blank half is before its ink, a closing one's behind it.
        pieces.append(PlacedText(unit.text, x - less if unit.text in _OPENING else x, spacing))
        x += unit.width - less + extra
    return TextLine(tuple(pieces), x - extra)


def _squeezed(taken: Sequence[Cluster], need: float) -> list[float]:
    """What each mark gives up of its width: the one at the line's end first, then all alike."""
    less = [0.0] * len(taken)
    if need <= 0.01:  # noqa: PLR2004 - points, too little to be seen
        return less
    less[-1] = min(taken[-1].give, need)
    rest = sum(unit.give for unit in taken[:-1])
    if rest:
        share = min(1.0, (need - less[-1]) / rest)
        less[:-1] = [unit.give * share for unit in taken[:-1]]
    return less


def balanced(text: str, face: str, size: float, width: float) -> list[str]:
    """A title in as few lines as it needs, about equally long; breaks set by hand stay."""
    found: list[str] = []
    for part in text.split("\n"):
        found += _balanced(part, face, size, width)
    return found


# Words of our titles that are not torn apart.
_TOGETHER = re.compile(
    r"\d{4}年度?|关于|“832平台”|督促重新填报|督促|重新填报|政府采购|脱贫地区|农副产品|预留份额|提醒函|情况的通报|账号信息|变更|的函|的通知|采购|情况"
)


def _balanced(text: str, face: str, size: float, width: float) -> list[str]:
    whole = fonts.width(text, face, size)
    if whole <= width:
        return [text]
    count = int(-(-whole // width))
    stops = _stops(text)
    lines_: list[str] = []
    begin = 0
    for number in range(count, 1, -1):
        rest = fonts.width(text[begin:], face, size)
        target = rest / number
        fitting = [stop for stop in stops if stop > begin and fonts.width(text[begin:stop], face, size) <= width]
        if not fitting:
            break
        stop = min(fitting, key=lambda place: abs(fonts.width(text[begin:place], face, size) - target))
        lines_.append(text[begin:stop])
        begin = stop
    while fonts.width(text[begin:], face, size) > width:
        cut = max(stop for stop in range(begin + 1, len(text)) if fonts.width(text[begin:stop], face, size) <= width)
        lines_.append(text[begin:cut])
        begin = cut
    return [*lines_, text[begin:]]


def _stops(text: str) -> list[int]:
    inside = {place for match in _TOGETHER.finditer(text) for place in range(match.start() + 1, match.end())}
    return [
        place
        for place in range(1, len(text))
        if place not in inside and text[place] not in NOT_FIRST and text[place - 1] not in NOT_LAST
        and not (text[place - 1].isascii() and text[place].isascii())
    ]  # fmt: skip
