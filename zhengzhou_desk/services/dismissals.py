"""Dismissing warnings with a reason (搁置), and reopening them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.policy.facts import fact_plain
from zhengzhou_desk.policy.parameters import INFO, WARNING
from zhengzhou_desk.records import Change, Dismissal, Entry
from zhengzhou_desk.services import editing

if TYPE_CHECKING:
    from zhengzhou_desk.policy.engine import Finding
    from zhengzhou_desk.services.desk import Desk

# An error or an open question is mended in the book, never argued away.
DISMISSIBLE = frozenset({WARNING, INFO})


def dismissal_of(desk: Desk, finding: Finding) -> Dismissal | None:
    """The dismissal of this finding; None where there is none or the figures have changed since."""
    if not desk.tables.all(Dismissal):
        return None
    kept = _kept(desk, finding)
    return kept if kept is not None and kept.facts == _figures(finding) else None


def dismiss(desk: Desk, finding: Finding, reason: str) -> None:
    """Dismisses a warning. Refuses errors, findings that cannot be judged, and a blank reason."""
    if finding.severity not in DISMISSIBLE:
        raise Refused("只有警告和提示可以搁置；错误和待查请在账册中改正或补填")
    given = {
        "rule": finding.rule, "about": finding.table, "row": finding.id, "unit": finding.unit, "year": finding.year,
        "facts": _figures(finding), "reason": reason, "day": desk.today,
    }  # fmt: skip
    made = editing.new_record(desk.tables, Dismissal, given)
    before = _kept(desk, finding)
    changes = (Change(before, None), Change(None, made)) if before is not None else (Change(None, made),)
    desk.apply(Entry("set_aside", changes, (desk.wording().title(finding.rule),)))


def reopen(desk: Desk, finding: Finding) -> None:
    """Reopens a dismissed warning."""
    kept = _kept(desk, finding)
    if kept is not None:
        desk.apply(Entry("take_up", (Change(kept, None),), (desk.wording().title(finding.rule),)))


def _kept(desk: Desk, finding: Finding) -> Dismissal | None:
    subject = (finding.rule, finding.table, finding.id, finding.unit, finding.year)
    found = desk.tables.find(Dismissal, Dismissal.table.key, subject)
    return found[0] if found else None


def _figures(finding: Finding) -> str:
    facts = {name: fact_plain(value) for name, value in finding.facts}
    return json.dumps([finding.stage, facts], ensure_ascii=False, default=str)[:2000]
