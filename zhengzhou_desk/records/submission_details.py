"""What a submission says beside its units' sums: purchases by month and how many findings there are, by rule.

They stand in the manifest of a package, which earlier programs pass over and the digests and the signature cover.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from zhengzhou_desk.records.kinds import LARGEST_FEN
from zhengzhou_desk.records.submission import is_code

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

# Months of the year; 0 is before it, 13 after it (an order of December that is paid in January).
MONTHS = range(14)
SEVERITIES = ("error", "unknown", "warning", "info")
_MOST_FINDINGS = 10_000_000
_NAME = re.compile("[a-z][a-z0-9_]{0,39}")


class MonthSum(NamedTuple):
    """What a unit ordered, paid and completed in a month, in fen: each in the month of its own event.

    The month is None where only the platform's statistics of the year are known.
    """

    unit: str
    month: int | None
    ordered: int
    paid: int
    completed: int


class FindingCount(NamedTuple):
    """How often a rule found something about a unit's rows in a table; None is about no unit of the district.

    `settled`: how many of them are warnings that were set aside with a reason. No text, and nobody's name.
    """

    unit: str | None
    about: str
    rule: str
    severity: str
    found: int
    settled: int


def plain_months(rows: Iterable[MonthSum]) -> list[dict[str, Any]]:
    """The sums as a package holds them: each unit once, with a short list for each of its months."""
    by_unit: dict[str, list[list[int | None]]] = {}
    for unit, *month in rows:
        by_unit.setdefault(unit, []).append(month)
    return [{"unit": unit, "months": months} for unit, months in by_unit.items()]


def as_months(rows: object) -> tuple[MonthSum, ...]:
    """The sums of what a package holds. Raises ValueError where a row is not in order."""
    return tuple([MonthSum(row["unit"], *month) for row in _sound(rows, _MONTHS_OF_UNIT) for month in row["months"]])


def as_findings(rows: object) -> tuple[FindingCount, ...]:
    """The counts of plain rows. Raises ValueError where a row is not in order."""
    found = tuple([FindingCount(**{"unit": None, **row}) for row in _sound(rows, _FINDING, optional="unit")])
    if any(row.settled > row.found for row in found):
        raise ValueError("settled")
    return found


def as_plain(row: MonthSum | FindingCount) -> dict[str, Any]:
    """A row by the names of its fields, without blank ones."""
    return {name: value for name, value in row._asdict().items() if value is not None}


def _sound(
    rows: object, fields: Mapping[str, Callable[[Any], bool]], *, optional: str | None = None
) -> list[dict[str, Any]]:
    if not isinstance(rows, list):
        raise ValueError("")  # noqa: TRY004 - what the file says is wrong, not who calls
    for row in rows:
        if not isinstance(row, dict) or (set(row) | {optional}) - {None} != set(fields):
            raise ValueError("")
        for name, value in row.items():
            if not fields[name](value):
                raise ValueError(name)
    return rows


def _are_months(value: object) -> bool:
    return isinstance(value, list) and all(map(_is_month, value))


def _is_month(value: object) -> bool:
    """Whether it is a month and three amounts."""
    if not isinstance(value, list) or len(value) != len(MonthSum._fields) - 1:
        return False
    month, *amounts = value
    if month is not None and (type(month) is not int or month not in MONTHS):
        return False
    return all(type(amount) is int and -LARGEST_FEN <= amount <= LARGEST_FEN for amount in amounts)


def _is_name(value: object) -> bool:
    return isinstance(value, str) and _NAME.fullmatch(value) is not None


def _is_count(value: object) -> bool:
    return type(value) is int and 0 <= value <= _MOST_FINDINGS


_MONTHS_OF_UNIT = {"unit": is_code, "months": _are_months}
_FINDING = {
    "unit": is_code, "about": _is_name, "rule": _is_name, "severity": lambda value: value in SEVERITIES,
    "found": _is_count, "settled": _is_count,
}  # fmt: skip
