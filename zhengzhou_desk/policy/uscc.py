"""The unified social credit code (GB 32100-2015): form and check character."""

from __future__ import annotations

from operator import mul

LENGTH = 18
ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_BASE = len(ALPHABET)
_VALUES = {character: value for value, character in enumerate(ALPHABET)}
_WEIGHTS = tuple(pow(3, place, _BASE) for place in range(LENGTH - 1))


def check_character(first: str) -> str:
    """The 18th character that the first 17 ask for: weights 3^(i-1) mod 31."""
    weighted = sum(map(mul, map(_VALUES.__getitem__, first), _WEIGHTS))
    return ALPHABET[-weighted % _BASE]


def code_fault(code: str) -> str | None:
    """What is wrong with a code: length, character or check; None where nothing is."""
    if len(code) != LENGTH:
        return "length"
    if not _VALUES.keys() >= set(code):
        return "character"
    return None if check_character(code[:-1]) == code[-1] else "check"
