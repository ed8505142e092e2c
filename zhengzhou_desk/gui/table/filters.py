"""Filters: what a person types above a column, as a test of its cells."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zhengzhou_desk.common import pinyin
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.policy.facts import Ratio
from zhengzhou_desk.records.clean import folded
from zhengzhou_desk.records.kinds import Day, Kind, Money, Whole

if TYPE_CHECKING:
    from collections.abc import Callable

    Test = Callable[[object, str], bool]

_COMPARISON = re.compile(r"(>=|<=|>|<|=|≥|≤)\s*(.+)")
_RANGE = re.compile(r"(.+?)\s*(?:~|～|至|\.\.)\s*(.+)")


def asks_blank(typed: str) -> bool:
    """Whether what was typed asks for blank cells."""
    return folded(typed) in ("=", "空")


def parsed(typed: str, kind: Kind, scale: int = 1) -> Test:
    """A test of (value, text): >1000, <=5万, 100~200, = for blank, else part of the text or its pinyin initials.

    `scale` is 10,000 where amounts are shown in 万元: an amount without a unit is then one of those.
    """
    if asks_blank(typed):
        return lambda value, text: value is None or text == ""
    typed = folded(typed)
    comparison = _COMPARISON.fullmatch(typed)
    if comparison:
        return _compared(comparison[1], _limit(comparison[2], kind, scale), comparison[2])
    span = _RANGE.fullmatch(typed)
    if span and isinstance(kind, Money | Whole | Day):
        least, most = _limit(span[1], kind, scale), _limit(span[2], kind, scale)
        if least is not None and most is not None:
            return lambda value, _text: value is not None and not isinstance(value, Ratio) and least <= value <= most  # type: ignore[operator]
    return lambda _value, text: says(text, typed, kind)


def asks_part(typed: str, kind: Kind) -> bool:
    """Whether what was typed asks for a part of the text, and not for blanks, a comparison or a span."""
    is_span = isinstance(kind, Money | Whole | Day) and _RANGE.fullmatch(folded(typed)) is not None
    return not (asks_blank(typed) or is_span or _COMPARISON.fullmatch(folded(typed)))


def says(text: str, typed: str, kind: Kind) -> bool:
    """Whether what was typed is part of a cell's text, its commas aside, or of its pinyin initials."""
    sought = Sought.of(typed, kind)
    return sought.fits(sought.form(text))


@dataclass(frozen=True, slots=True)
class Sought:
    """A part of a text that is looked for, as typed and without its commas; among initials too if it is of letters."""

    whole: str
    plain: str
    is_heard: bool

    @classmethod
    def of(cls, typed: str, kind: Kind) -> Sought:
        """As typed above a column of a kind: figures are not read aloud."""
        whole = folded(typed).casefold()
        return cls(whole, whole.replace(",", ""), not kind.right_aligned and whole.isascii() and whole.isalpha())

    def form(self, text: str) -> str:
        """All that the part may be in, for a cell's text: it is made once, and looked at for each key."""
        said = text.casefold()
        heard = pinyin.initials(text) if self.is_heard and not text.isascii() else ()
        return "\n".join((said, said.replace(",", ""), *heard))

    def fits(self, form: str) -> bool:
        """Whether the part is there."""
        return self.whole in form or (bool(self.plain) and self.plain in form)


def _limit(text: str, kind: Kind, scale: int) -> object:
    """The value a comparison is with, or None where it is none of the column's kind."""
    if not isinstance(kind, Money | Whole | Day):
        return None
    try:
        return kind.parse(text.rstrip("%"), scale)
    except Refused:
        return None


def _compared(sign: str, limit: object, typed: str) -> Test:
    def share_limit() -> int | None:
        match = re.fullmatch(r"(\d+)(?:\.(\d{1,2}))?%?", typed)
        return int(match[1]) * 100 + int((match[2] or "").ljust(2, "0")) if match else None

    points = share_limit()

    def test(value: object, text: str) -> bool:
        if isinstance(value, Ratio):
            return points is not None and bool(value.whole) and _holds(sign, value.part * 10_000, points * value.whole)
        if limit is None or value is None:
            return sign == "=" and text == typed
        return _holds(sign, value, limit)

    return test


def _holds(sign: str, value: object, limit: object) -> bool:
    if sign in (">=", "≥"):
        return bool(value >= limit)  # type: ignore[operator]
    if sign in ("<=", "≤"):
        return bool(value <= limit)  # type: ignore[operator]
    if sign == ">":
        return bool(value > limit)  # type: ignore[operator]
    return bool(value < limit) if sign == "<" else value == limit  # type: ignore[operator]
