"""The unified social credit code (GB 32100-2015): form and check character."""

from __future__ import annotations

LENGTH = 18
ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_BASE = len(ALPHABET)


def check_character(first: str) -> str:
    """The 18th character that the first 17 ask for: weights 3^(i-1) mod 31."""
    weighted = sum(ALPHABET.index(character) * pow(3, place, _BASE) for place, character in enumerate(first))
    return ALPHABET[-weighted % _BASE]


def fault(code: str) -> str | None:
    """What is wrong with a code: length, character or check; None where nothing is."""
    if len(code) != LENGTH:
        return "length"
    if any(character not in ALPHABET for character in code):
        return "character"
    return None if check_character(code[:-1]) == code[-1] else "check"
