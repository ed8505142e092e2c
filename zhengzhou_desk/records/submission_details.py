"""What a submission says beside its units' sums: purchases by month and how many findings there are, by rule.

They stand in the manifest of a package, which earlier programs pass over and the digests and the signature cover.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from zhengzhou_desk.records.kinds import LARGEST_FEN
from zhengzhou_desk.records.submission import is_code

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

# Months of the year; 0 is before it, 13 after it (an order of December that is paid in January).
MONTHS = range(14)
SEVERITIES = ("error", "unknown", "warning", "info")
_MOST_FINDINGS = 10_000_000
_NAME = re.compile("[a-z][a-z0-9_]{0,39}")


@dataclass(frozen=True, slots=True)
class MonthSum:
    """What a unit ordered, paid and completed in a month, in fen: each in the month of its own event.

    The month is None where only the platform's statistics of the year are known.
    """

    unit: str
    month: int | None
    ordered: int
    paid: int
    completed: int


@dataclass(frozen=True, slots=True)
class FindingCount:
    """How often a rule found something about a unit's rows in a table; None is about no unit of the district.

    `settled`: how many of them are warnings that were set aside with a reason. No text, and nobody's name.
    """

    unit: str | None
    about: str
    rule: str
    severity: str
    found: int
    settled: int


def as_months(rows: object) -> tuple[MonthSum, ...]:
    """The sums of plain rows. Raises ValueError where a row is not in order."""
    return tuple(MonthSum(**{"month": None, **row}) for row in _sound(rows, _MONTH, optional="month"))


def as_findings(rows: object) -> tuple[FindingCount, ...]:
    """The counts of plain rows. Raises ValueError where a row is not in order."""
    found = tuple(FindingCount(**{"unit": None, **row}) for row in _sound(rows, _FINDING, optional="unit"))
    if any(row.settled > row.found for row in found):
        raise ValueError("settled")
    return found


def as_plain(row: MonthSum | FindingCount) -> dict[str, Any]:
    """A row as the package holds it, without blank fields."""
    return {name: value for name in row.__slots__ if (value := getattr(row, name)) is not None}


def _sound(rows: object, fields: Mapping[str, Callable[[Any], bool]], *, optional: str) -> list[dict[str, Any]]:
    if not isinstance(rows, list):
        raise ValueError("")  # noqa: TRY004 - what the file says is wrong, not who calls
    for row in rows:
        if not isinstance(row, dict) or set(row) | {optional} != set(fields):
            raise ValueError("")
        for name, value in row.items():
            if not fields[name](value):
                raise ValueError(name)
    return rows


def _is_amount(value: object) -> bool:
    return type(value) is int and -LARGEST_FEN <= value <= LARGEST_FEN


def _is_name(value: object) -> bool:
    return isinstance(value, str) and _NAME.fullmatch(value) is not None


def _is_count(value: object) -> bool:
    return type(value) is int and 0 <= value <= _MOST_FINDINGS


_MONTH = {
    "unit": is_code, "month": lambda value: type(value) is int and value in MONTHS,
    "ordered": _is_amount, "paid": _is_amount, "completed": _is_amount,
}  # fmt: skip
_FINDING = {
    "unit": is_code, "about": _is_name, "rule": _is_name, "severity": lambda value: value in SEVERITIES,
    "found": _is_count, "settled": _is_count,
}  # fmt: skip
