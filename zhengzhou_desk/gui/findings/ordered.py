"""Findings in order, the gravest first: some can be exchanged without looking at the others; groups that fold."""

from __future__ import annotations

from bisect import bisect_left, insort
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from zhengzhou_desk.policy.parameters import LEVELS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zhengzhou_desk.policy.engine import Finding


def level_of(finding: Finding) -> int:
    """How grave a finding is, the gravest first."""
    return LEVELS.index(finding.severity) if finding.severity in LEVELS else len(LEVELS)


def order_of(finding: Finding) -> tuple[int, str, str, str, int]:
    """What findings are sorted by: how grave, whose (what is nobody's last), which rule, which record."""
    return level_of(finding), finding.unit or "~", finding.rule, finding.table, finding.id


class Ordered:
    """Findings in their order; a hundred thousand cost no more than ten to put one in or to take it out."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.rows = sorted(findings, key=order_of)

    def put(self, finding: Finding) -> None:
        """Puts one at its place."""
        insort(self.rows, finding, key=order_of)

    def take_out(self, finding: Finding) -> bool:
        """Takes this very one out; False where it is not there."""
        place = self.place(finding)
        if place is None:
            return False
        del self.rows[place]
        return True

    def place(self, finding: Finding) -> int | None:
        """Where this very one stands."""
        sought = order_of(finding)
        place = bisect_left(self.rows, sought, key=order_of)
        while place < len(self.rows) and order_of(self.rows[place]) == sought:
            if self.rows[place] is finding:
                return place
            place += 1
        return None


@dataclass(slots=True, eq=False)
class FindingGroup:
    """What belongs together: its key, by which it is known after an edit, and its findings, the gravest first."""

    key: str
    ordered: Ordered = field(default_factory=lambda: Ordered(()))

    @property
    def findings(self) -> list[Finding]:
        """In their order; there is always one."""
        return self.ordered.rows

    @property
    def severity(self) -> str:
        """That of the gravest."""
        return self.findings[0].severity
