"""What goes with a package to the city (审核说明): errors still open, the reason for it, and what was explained."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.messages import CHINESE, message
from zhengzhou_desk.policy.parameters import ERROR, UNKNOWN, WARNING
from zhengzhou_desk.records import Filing
from zhengzhou_desk.records.clean import clean
from zhengzhou_desk.records.package_remarks import NOTE, Explanation, PackageRemarks
from zhengzhou_desk.records.personal import masked_within
from zhengzhou_desk.reports.unit_status import findings_of_year
from zhengzhou_desk.services import dismissals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhengzhou_desk.policy.engine import Finding
    from zhengzhou_desk.services.desk import Desk

_LONGEST_REASON = 200
_LONGEST = 2_000


def explained(desk: Desk, year: int) -> list[tuple[Finding, str]]:
    """The findings of a year that were set aside while their figures are the same, each with its reason."""
    found = ((finding, dismissals.dismissal_of(desk, finding)) for finding in findings_of_year(desk.engine, year))
    return [(finding, kept.reason) for finding, kept in found if kept is not None]


def open_findings(desk: Desk, year: int) -> list[Finding]:
    """The findings of a year that nobody has set aside."""
    return [
        finding for finding in findings_of_year(desk.engine, year) if dismissals.dismissal_of(desk, finding) is None
    ]


def reason_given(text: str | None) -> str | None:
    """The reason for reporting with errors, as it travels. Refuses a long one; telephone numbers in it are masked."""
    reason = masked_within(clean(text or ""))
    if len(reason) > _LONGEST_REASON:
        raise Refused("理由最多写 {most} 个字，现在是 {length} 个字", most=_LONGEST_REASON, length=len(reason))
    return reason or None


def remarks(desk: Desk, year: int, despite: str | None = None) -> PackageRemarks:
    """What is said of a package of the year as the book stands, `despite` being why errors are left open.

    In Chinese, whoever reads it; telephone numbers and the names of those who signed are masked.
    """
    levels = [finding.severity for finding in open_findings(desk, year)]
    errors = levels.count(ERROR)
    return PackageRemarks(
        errors=errors,
        unknown=levels.count(UNKNOWN),
        warnings=levels.count(WARNING),
        despite=reason_given(despite) if errors else None,
        explanations=(*_of_dismissals(desk, year), *_of_filings(desk, year)),
    )


def _of_dismissals(desk: Desk, year: int) -> Iterator[Explanation]:
    wording = desk.wording(CHINESE)
    for finding, reason in explained(desk, year):
        matter = f"{wording.title(finding.rule)}：{wording.message(finding)}"
        yield Explanation(finding.severity, finding.unit, finding.rule, _fit(matter), _fit(reason))


def _of_filings(desk: Desk, year: int) -> Iterator[Explanation]:
    matter = message("平台填报备注").text(CHINESE)
    for filing in desk.tables.find(Filing, ("year",), (year,)):
        note = _fit(filing.platform_note or "")
        if note:
            yield Explanation(NOTE, filing.unit, None, matter, note)


def _fit(text: str) -> str:
    return clean(masked_within(text)[:_LONGEST])
