"""What a submission says beside its units' sums: purchases by month and how many findings there are, by rule.

They stand in the manifest of a package, which earlier programs pass over and the digests and the signature cover.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

from zhengzhou_desk.records.kinds import LARGEST_FEN
from zhengzhou_desk.records.submission import are_all, are_whole, is_code

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
    return tuple([MonthSum(row["unit"], *month) for row in sound_months(rows) for month in row["months"]])


def as_findings(rows: object) -> tuple[FindingCount, ...]:
    """The counts of plain rows. Raises ValueError where a row is not in order."""
    return tuple([FindingCount._make(map(row.get, FindingCount._fields)) for row in sound_findings(rows)])


def sound_months(rows: object) -> list[dict[str, Any]]:
    """The rows of `as_months` as they are. Raises ValueError where one is not in order."""
    return _sound(rows, _MONTHS_OF_UNIT)


def sound_findings(rows: object) -> list[dict[str, Any]]:
    """The rows of `as_findings` as they are. Raises ValueError where one is not in order."""
    found = _sound(rows, _FINDING, optional="unit")
    if any(row["settled"] > row["found"] for row in found):
        raise ValueError("settled")
    return found


def sums_by_unit(rows: Iterable[dict[str, Any]]) -> dict[str, tuple[int, int, int]]:
    """What each unit ordered, paid and completed in all months of sound rows."""
    sums: dict[str, tuple[int, int, int]] = {}
    for row in rows:
        _, *amounts = zip(*row["months"], strict=True) if row["months"] else ((), (), (), ())
        before = sums.get(row["unit"], (0, 0, 0))
        ordered, paid, completed = map(sum, amounts, before)
        sums[row["unit"]] = ordered, paid, completed
    return sums


def as_plain(row: MonthSum | FindingCount) -> dict[str, Any]:
    """A row by the names of its fields, without blank ones."""
    return {name: value for name, value in row._asdict().items() if value is not None}


def _sound(
    rows: object, fields: Mapping[str, Callable[[list[Any]], bool]], *, optional: str | None = None
) -> list[dict[str, Any]]:
    """Rows that have these fields and, field by field, values that are in order."""
    if not isinstance(rows, list) or not are_all(dict, rows):
        raise ValueError("")
    if any((set(names) | {optional}) - {None} != set(fields) for names in set(map(tuple, rows))):
        raise ValueError("")
    for name, are_in_order in fields.items():
        if not are_in_order([row[name] for row in rows if name in row]):
            raise ValueError(name)
    return rows


def _are_months(values: list[Any]) -> bool:
    """Whether each value is a list, each of whose parts is a month and three amounts."""
    if not are_all(list, values):
        return False
    rows = list(chain.from_iterable(values))
    if not are_all(list, rows) or {len(MonthSum._fields) - 1} | set(map(len, rows)) != {len(MonthSum._fields) - 1}:
        return False
    months = [row[0] for row in rows if row[0] is not None]
    return are_whole(months, MONTHS[0], MONTHS[-1]) and all(
        are_whole([row[place] for row in rows], -LARGEST_FEN, LARGEST_FEN) for place in (1, 2, 3)
    )


def _are_codes(values: list[Any]) -> bool:
    return are_all(str, values) and all(map(is_code, set(values)))


def _are_names(values: list[Any]) -> bool:
    return are_all(str, values) and all(map(_NAME.fullmatch, set(values)))


def _are_severities(values: list[Any]) -> bool:
    return are_all(str, values) and set(values) <= set(SEVERITIES)


def _are_counts(values: list[Any]) -> bool:
    return are_whole(values, 0, _MOST_FINDINGS)


_MONTHS_OF_UNIT = {"unit": _are_codes, "months": _are_months}
_FINDING = {
    "unit": _are_codes, "about": _are_names, "rule": _are_names, "severity": _are_severities,
    "found": _are_counts, "settled": _are_counts,
}  # fmt: skip
