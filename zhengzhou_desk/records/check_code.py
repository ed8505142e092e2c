"""Check codes (核对码): a signing key in forty digits that can be read over the telephone.

A code stands for the SHA-256 of the public key: eight groups of five digits, in each four of the hash and a check digit
by Damm's table, which notices every wrong digit and every exchange of neighbours. The check begins with the group's
number, so that a group said in another's place is noticed, too. The 32 digits of the hash are 106 bits.
"""

from __future__ import annotations

import hashlib

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.records.clean import folded

GROUPS, _DIGITS = 8, 4
# H. M. Damm, Total anti-symmetrische Quasigruppen (Marburg 2004), p. 111.
_TABLE = (
    "0317598642", "7092154863", "4206871359", "1750983426", "6123045978",
    "3674209581", "5869720134", "8945362017", "9438617205", "2581436790",
)  # fmt: skip
_PURPOSE = b"zhengzhou-desk signing key 1\n"


def code_of(public: bytes) -> str:
    """The code of a public key, its groups apart."""
    number = int.from_bytes(hashlib.sha256(_PURPOSE + public).digest(), "big") % 10 ** (GROUPS * _DIGITS)
    digits = f"{number:0{GROUPS * _DIGITS}d}"
    groups = [digits[at : at + _DIGITS] for at in range(0, len(digits), _DIGITS)]
    return " ".join(group + _check_digit(group, place) for place, group in enumerate(groups, 1))


def read_code(text: str) -> str:
    """A code as a person typed it, in its one form. Refuses a wrong one and names the group that is wrong."""
    digits = "".join(letter for letter in folded(text) if letter not in " -－—,，.。、/")
    if not digits.isdecimal() or not digits.isascii():
        raise Refused("核对码只有数字，请核对“{code}”", code=folded(text)[:60])
    if len(digits) != GROUPS * (_DIGITS + 1):
        raise Refused("核对码是 8 组、每组 5 个数字，共 40 个；这里有 {found} 个", found=len(digits))
    groups = [digits[at : at + _DIGITS + 1] for at in range(0, len(digits), _DIGITS + 1)]
    for place, group in enumerate(groups, 1):
        if _check_digit(group[:-1], place) != group[-1]:
            raise Refused("核对码第 {place} 组“{group}”不对，请再听一遍这一组", place=place, group=group)
    return " ".join(groups)


def _check_digit(group: str, place: int) -> str:
    state = str(place)
    for digit in group:
        state = _TABLE[int(state)][int(digit)]
    return state
