"""Plain cells: what one look tells of a code in letters and digits, or of a number that is only one.

These are nearly all that is different from row to row. What a cell says stands in `records.kinds`, which reads
every other; here is only said sooner what it would say.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from zhengzhou_desk.records.kinds import FEN_PER_YUAN, LARGEST_FEN, Code, Kind, Money, Reference, Whole, Year

if TYPE_CHECKING:
    from collections.abc import Callable
    from decimal import Decimal

    # What a cell says; None where it is to be read by its kind.
    PlainText: TypeAlias = Callable[[str], str | int | None]
    PlainNumber: TypeAlias = Callable[[Decimal], str | int | None]

_AMOUNT = re.compile(r"[0-9]{1,12}(?:\.[0-9]{1,2})?")
# A number of more digits may have lost some.
_EXACT_DIGITS = 15


def plain_text_of(kind: Kind | None, scale: int) -> PlainText:
    """What reads the plain texts of a column."""
    if type(kind) in (Code, Reference):
        limit = kind.limit  # type: ignore[union-attr]
        return lambda text: _code(text, limit)
    return _amount if type(kind) is Money and scale == 1 else _nothing


def plain_number_of(kind: Kind | None, scale: int) -> PlainNumber:
    """What reads the plain numbers of a column."""
    if type(kind) in (Code, Reference):
        most = min(kind.limit, _EXACT_DIGITS)  # type: ignore[union-attr]
        return lambda number: text if (text := str(number)).isdigit() and len(text) <= most else None
    if type(kind) is Money:
        fen, least = FEN_PER_YUAN * scale, -LARGEST_FEN if kind.signed else 0
        return lambda number: _whole(number * fen, least, LARGEST_FEN) if number.is_finite() else None
    if type(kind) in (Whole, Year):
        low, high = kind.least, kind.most  # type: ignore[union-attr]
        return lambda number: _whole(number, low, high) if number.is_finite() else None
    return _nothing


def _nothing(_: object) -> None:
    return None


def _code(text: str, limit: int) -> str | None:
    # Without a digit it may be a word for nothing, such as NA.
    is_plain = len(text) <= limit and text.isascii() and text.isalnum() and not text.isalpha()
    return text.upper() if is_plain else None


def _amount(text: str) -> int | None:
    if _AMOUNT.fullmatch(text) is None:
        return None
    yuan, _, rest = text.partition(".")
    return int(yuan) * FEN_PER_YUAN + int(rest.ljust(2, "0"))


def _whole(number: Decimal, least: int, most: int) -> int | None:
    if not least <= number <= most:
        return None
    whole = int(number)
    return whole if whole == number else None
