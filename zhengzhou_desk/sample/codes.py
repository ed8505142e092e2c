"""Codes of the sample: credit codes with a true check character, unit codes and telephone numbers, all fictional."""

from __future__ import annotations

REGION = "410105"
OFFICE, INSTITUTION, ENTERPRISE = "11", "12", "91"
_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def credit_code(prefix: str, number: int) -> str:
    """A valid credit code (GB 32100-2015) whose body is only zeros and `number`: nobody bears it."""
    first = f"{prefix}{REGION}MA{number:07d}" if prefix == ENTERPRISE else f"{prefix}{REGION}{number:09d}"
    weighted = sum(_ALPHABET.index(sign) * pow(3, place, 31) for place, sign in enumerate(first))
    return first + _ALPHABET[-weighted % 31]


def miswritten(code: str) -> str:
    """A credit code with a wrong check character, as a slip of the pen leaves it."""
    return code[:-1] + _ALPHABET[(_ALPHABET.index(code[-1]) + 1) % 31]


def telephone(number: int) -> str:
    """A number of a block that is plainly made up."""
    return f"0371-5550{number % 10_000:04d}"
