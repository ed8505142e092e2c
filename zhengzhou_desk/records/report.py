"""Reports: headed rows with subtotals, made once and then shown, exported and printed from the same figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zhengzhou_desk.common.messages import sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from zhengzhou_desk.records.kinds import Kind, Value

# How deep a line sums: itself, the details since the last subtotal, all subtotals (or all details).
DETAIL, SUBTOTAL, TOTAL = 0, 1, 2
# The key of a line that stands in a ranking without taking part: several units together, or one held out.
APART = "apart"


@dataclass(frozen=True, slots=True)
class Heading:
    """One column of a report.

    `summed` columns of a subtotal or total are the sum of their details; a `quotient` column is the
    first named column divided by the second, in every line, and its values are basis points
    rounded half up or None (the exact share is the two amounts beside it). In a detail line a positive
    value of a `less` column is the first named less the second; a `running` column adds up the named one
    from line to line.
    """

    name: str
    label: str
    kind: Kind
    width: int = 12
    summed: bool = False
    quotient: tuple[str, str] | None = None
    less: tuple[str, str] | None = None
    running: str | None = None


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One row: a value per heading, how deep it sums, and the code of the unit it is about.

    `key` names the line where it is looked up, whatever its first cell says; `units` are the rows of the book's units
    that its figures are made of, None where they are made of something else.
    """

    values: tuple[Value, ...]
    depth: int = DETAIL
    unit: str | None = None
    key: str | None = None
    units: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """A titled table: `name` is its worksheet or tab, `remarks` stand below it.

    Texts are Chinese on paper; `name` and `remarks` are translated where the window shows them.
    `key` is what it is looked up by: its texts may change. Where it `has_ties`, each line reckons one figure
    in two ways, and its column `difference` is to be 0.
    """

    key: str
    name: str
    title: str
    headings: tuple[Heading, ...]
    lines: tuple[ReportLine, ...]
    remarks: tuple[str, ...] = ()
    has_ties: bool = False

    def place(self, name: str) -> int:
        """Which column a heading stands in, from 0."""
        return next(place for place, heading in enumerate(self.headings) if heading.name == name)


def by_key(reports: Iterable[Report]) -> dict[str, Report]:
    """Reports to be looked up by their keys."""
    return {report.key: report for report in reports}


def quotient(part: Value, whole: Value) -> int | None:
    """A share in basis points, half up, for the eye.

    None where either amount is blank or there is nothing to divide by.
    """
    if not isinstance(part, int) or not isinstance(whole, int) or not whole:
        return None
    return (part * 20_000 + whole) // (2 * whole)


def sum_line(
    headings: Sequence[Heading],
    lines: Sequence[ReportLine],
    title: str = sentence("合计"),
    depth: int = TOTAL,
    place: int = 1,
) -> ReportLine:
    """The line under `lines`, its title in column `place`.

    It has the sums of the summed columns, and the quotients of those sums.
    """
    values: list[Value] = [None] * len(headings)
    values[place] = title
    places = {heading.name: column for column, heading in enumerate(headings)}
    for column, heading in enumerate(headings):
        if heading.summed:
            values[column] = sum(value for line in lines if isinstance(value := line.values[column], int))
    for column, heading in enumerate(headings):
        if heading.quotient is not None:
            part, whole = heading.quotient
            values[column] = quotient(values[places[part]], values[places[whole]])
    units = tuple(unit for line in lines for unit in line.units or ())
    return ReportLine(tuple(values), depth, units=units or None)
