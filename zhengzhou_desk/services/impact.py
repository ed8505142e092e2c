"""Impact: which findings would appear and which would vanish if changes were made; nothing in the book changes."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zhengzhou_desk.policy.engine import Engine
from zhengzhou_desk.records import CLASSES, Change
from zhengzhou_desk.records.overlay import Overlay
from zhengzhou_desk.records.tables import Tables
from zhengzhou_desk.reports.unit_status import findings_of_year, of_year

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from zhengzhou_desk.policy.engine import Finding
    from zhengzhou_desk.services.desk import Desk


@dataclass(frozen=True, slots=True)
class Impact:
    """What changes would bring: findings of the desk's year that are new, and those that are gone."""

    appearing: tuple[Finding, ...]
    vanishing: tuple[Finding, ...]


def impact_of(desk: Desk, changes: Sequence[Change]) -> Impact:
    """The findings before and after `changes`: judged is only what they touch, whatever the size of the book."""
    # New rows have no id yet; negative ones cannot meet those of the book.
    made = tuple(
        Change(None, dataclasses.replace(change.after, id=-number))
        if change.before is None and change.after is not None
        else change
        for number, change in enumerate(changes, 1)
    )
    foreseen = desk.engine.foreseen(made)
    if foreseen is None:
        return _between(desk.findings(), _judged_anew(desk, made))
    view, found = foreseen
    before = [finding for cls, row in found for finding in desk.engine.about(cls, row)]
    after = [finding for each in found.values() for finding in each]
    # What is found about another row of the same unit is the same matter: it neither appears nor vanishes.
    units = {finding.unit for finding in (*before, *after) if finding.unit is not None}
    touched = set(map(id, before))
    beside = [each for unit in units for each in desk.engine.of_unit(unit) if id(each) not in touched]
    year, here = desk.year, desk.engine.view
    return _between(
        (*of_year(before, year, here), *of_year(beside, year, here)),
        (*of_year(after, year, view), *of_year(beside, year, here)),
    )


def impact_by_year(desk: Desk, changes: Sequence[Change], years: Iterable[int]) -> dict[int, Impact]:
    """The same by years, of those that the book judges, for changes that touch everything."""
    judged = frozenset(years).intersection(desk.engine.view.years)
    there = _changed_engine(desk, changes, judged)
    return {year: _between(desk.findings(year), findings_of_year(there, year)) for year in sorted(judged)}


def _judged_anew(desk: Desk, changes: Sequence[Change]) -> tuple[Finding, ...]:
    """All findings of the year with changes that touch everything: a value of the law, another year."""
    return findings_of_year(_changed_engine(desk, changes, (desk.year,)), desk.year)


def _changed_engine(desk: Desk, changes: Sequence[Change], years: Iterable[int]) -> Engine:
    there, scratch = Overlay(desk.tables, changes), Tables()
    for cls in CLASSES:
        scratch.fill(cls, there.all(cls))
    return Engine(scratch, desk.law.shipped, desk.region, desk.today, years)


def _between(before: Iterable[Finding], after: Iterable[Finding]) -> Impact:
    old = {_subject(found): found for found in before}
    new = {_subject(found): found for found in after}
    return Impact(
        tuple(found for subject, found in new.items() if subject not in old),
        tuple(found for subject, found in old.items() if subject not in new),
    )


def _subject(finding: Finding) -> tuple[object, ...]:
    """What makes two findings the same: about whom and what, whatever the figures and the row's id."""
    return (
        finding.rule,
        finding.severity,
        finding.unit,
        finding.year,
        finding.column if finding.unit else (finding.id, finding.facts),
    )
