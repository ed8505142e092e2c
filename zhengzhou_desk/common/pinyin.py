"""Pinyin: matching names by typed initials or spelling (jsxx finds 金水小学)."""

from __future__ import annotations

import functools
import itertools
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# Place names that dictionaries read otherwise.
_OVERRIDES = {"长葛": "cg", "单县": "sx", "仇庄": "qz", "荥阳": "xy", "中牟": "zm", "管城": "gc"}
_MOST = 16


# Far above the units of any book: a cache that is smaller than the names it goes round forgets each before its turn.
_KEPT = 500_000


@functools.lru_cache(maxsize=_KEPT)
def initials(name: str) -> tuple[str, ...]:
    """All initials of a name; a character with several readings gives several."""
    from pypinyin import Style, pinyin

    for place, said in _OVERRIDES.items():
        if place in name:
            rest = name.replace(place, "")
            return (
                tuple(said + tail for tail in initials(rest))
                if rest and name.startswith(place)
                else _read(name, pinyin, Style)
            )
    return _read(name, pinyin, Style)


def _read(name: str, pinyin: object, style: object) -> tuple[str, ...]:
    readings = pinyin(name, style=style.FIRST_LETTER, heteronym=True)  # type: ignore[operator,attr-defined]
    ways = itertools.islice(itertools.product(*(dict.fromkeys(each) for each in readings)), _MOST)
    return tuple(dict.fromkeys("".join(way).lower() for way in ways))


def matches(name: str, typed: str) -> bool:
    """Whether what was typed is part of the name or of its initials."""
    typed = typed.casefold().strip()
    if not typed or typed in name.casefold():
        return True
    if not typed.isascii() or not typed.isalpha():
        return False
    return any(typed in way for way in initials(name))


def learn(names: Iterable[str]) -> None:
    """Computes the initials of names ahead of time, on a background thread so that the window does not wait."""
    for name in names:
        initials(name)
