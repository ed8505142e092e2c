"""Impact: which findings would appear and which would vanish if changes were made, judged in a copy of the tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zhengzhou_desk.policy.engine import Engine
from zhengzhou_desk.records import CLASSES, Change
from zhengzhou_desk.records.tables import Tables
from zhengzhou_desk.reports.unit_status import findings_of_year

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zhengzhou_desk.policy.engine import Finding
    from zhengzhou_desk.services.desk import Desk


@dataclass(frozen=True, slots=True)
class Impact:
    """What changes would bring: findings of the desk's year that are new, and those that are gone."""

    appearing: tuple[Finding, ...]
    vanishing: tuple[Finding, ...]


def impact_of(desk: Desk, changes: Sequence[Change]) -> Impact:
    """The findings before and after `changes`; nothing in the book changes."""
    import dataclasses

    scratch = Tables()
    for cls in CLASSES:
        scratch.fill(cls, desk.tables.all(cls))
    # New rows have no id yet; negative ones cannot meet those of the book.
    made = tuple(
        Change(None, dataclasses.replace(change.after, id=-number))
        if change.before is None and change.after is not None
        else change
        for number, change in enumerate(changes, 1)
    )
    scratch.apply(made)
    after = Engine(scratch, desk.law.packs, desk.region, desk.today, (desk.year,))
    old = {_subject(found): found for found in desk.findings()}
    new = {_subject(found): found for found in findings_of_year(after, desk.year)}
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
