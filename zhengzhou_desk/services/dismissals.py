"""Dismissing warnings with a reason (搁置), and reopening them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.policy.facts import fact_plain
from zhengzhou_desk.policy.parameters import INFO, WARNING
from zhengzhou_desk.records import BY_NAME, Change, Dismissal, Entry, Unit
from zhengzhou_desk.services import editing

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from zhengzhou_desk.policy.engine import Finding, Subject
    from zhengzhou_desk.services.desk import Desk

# An error or an open question is mended in the book, never argued away.
DISMISSIBLE = frozenset({WARNING, INFO})


def dismissal_of(desk: Desk, finding: Finding) -> Dismissal | None:
    """The dismissal of this finding; None where there is none or the figures have changed since."""
    if not desk.tables.all(Dismissal):
        return None
    kept = _kept(desk, finding)
    return kept if kept is not None and kept.facts == _figures(finding) else None


def judged_record(desk: Desk, table: str, row: int, unit: str | None) -> Subject:
    """The record whose judging gave a finding that points at `row`: what is not there (row 0) is found of its unit."""
    missed = desk.unit(unit) if not row else None
    return (Unit, missed.id) if missed is not None else (BY_NAME[table], row)


def dismissed_in(desk: Desk, changes: Iterable[Change]) -> frozenset[Subject]:
    """The records whose findings a step has dismissed or opened again."""
    states = (state for change in changes for state in (change.before, change.after) if isinstance(state, Dismissal))
    return frozenset(judged_record(desk, state.about, state.row, state.unit) for state in states)


def dismiss(desk: Desk, finding: Finding, reason: str) -> None:
    """Dismisses a warning. Refuses errors, findings that cannot be judged, and a blank reason."""
    dismiss_many(desk, (finding,), reason)


def dismiss_many(desk: Desk, findings: Sequence[Finding], reason: str) -> None:
    """Dismisses warnings with one reason as one step; all of them or none. Refuses as `dismiss` does."""
    if any(finding.severity not in DISMISSIBLE for finding in findings):
        raise Refused("只有警告和提示可以搁置；错误和待查请在账册中改正或补填")
    changes: list[Change] = []
    for finding in findings:
        given = {
            "rule": finding.rule, "about": finding.table, "row": finding.id, "unit": finding.unit, "year": finding.year,
            "facts": _figures(finding), "reason": reason, "day": desk.today,
        }  # fmt: skip
        made = editing.new_record(desk.tables, Dismissal, given)
        before = _kept(desk, finding)
        changes += [Change(before, None)] if before is not None else []
        changes.append(Change(None, made))
    if changes:
        desk.apply(Entry(*_named(desk, "set_aside", findings, changes)))


def reopen(desk: Desk, finding: Finding) -> None:
    """Reopens a dismissed warning."""
    reopen_many(desk, (finding,))


def reopen_many(desk: Desk, findings: Sequence[Finding]) -> None:
    """Reopens those of the warnings that were dismissed, as one step."""
    changes = [Change(kept, None) for finding in findings if (kept := _kept(desk, finding)) is not None]
    if changes:
        desk.apply(Entry(*_named(desk, "take_up", findings, changes)))


def _named(
    desk: Desk, name: str, findings: Sequence[Finding], changes: Sequence[Change]
) -> tuple[str, tuple[Change, ...], tuple[str, ...]]:
    """A step by the title of the one warning, or by how many there are."""
    if len(findings) == 1:
        return name, tuple(changes), (desk.wording().title(findings[0].rule),)
    return f"{name}_many", tuple(changes), (str(len(findings)),)


def _kept(desk: Desk, finding: Finding) -> Dismissal | None:
    subject = (finding.rule, finding.table, finding.id, finding.unit, finding.year)
    found = desk.tables.find(Dismissal, Dismissal.table.key, subject)
    return found[0] if found else None


def _figures(finding: Finding) -> str:
    facts = {name: fact_plain(value) for name, value in finding.facts}
    return json.dumps([finding.stage, facts], ensure_ascii=False, default=str)[:2000]
