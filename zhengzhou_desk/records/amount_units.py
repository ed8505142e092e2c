"""The units in which offices write amounts, and how many yuan each has."""

from __future__ import annotations

YUAN_IN = {
    "元": 1, "百元": 100, "千元": 1_000, "万": 10_000, "万元": 10_000, "百万元": 1_000_000, "千万元": 10_000_000,
    "亿": 100_000_000, "亿元": 100_000_000,
}  # fmt: skip
# As part of a regular expression, the longer ones first; of headings and lines above them those that say 元.
ANY_UNIT = "|".join(sorted(YUAN_IN, key=len, reverse=True))
UNIT_IN_YUAN = "|".join(sorted((unit for unit in YUAN_IN if unit.endswith("元")), key=len, reverse=True))


def unit_of(scale: int) -> str:
    """What the unit of so many yuan is called on a form."""
    return next(unit for unit, yuan in YUAN_IN.items() if yuan == scale and unit.endswith("元"))
