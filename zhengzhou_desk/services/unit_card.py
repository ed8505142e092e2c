"""One unit at a glance: its verdict, floors, last years, purchases, findings, letters and contacts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zhengzhou_desk.policy import measures
from zhengzhou_desk.policy.facts import Ratio
from zhengzhou_desk.policy.law import Unknown
from zhengzhou_desk.policy.parameters import COMPLETION_DUE, CONFIRM_DUE, LEVELS
from zhengzhou_desk.records import Notice
from zhengzhou_desk.services import dismissals, followups

if TYPE_CHECKING:
    from zhengzhou_desk.policy.engine import Finding
    from zhengzhou_desk.records import Followup, Unit
    from zhengzhou_desk.reports.unit_status import UnitStatus
    from zhengzhou_desk.services.desk import Desk

YEARS = 5


@dataclass(frozen=True, slots=True)
class UnitCard:
    """One unit in the year looked at. Amounts are fen, None is not known.

    `by_ratio` is the floor of the ratio, `last_year` that of last year's reserve; `years` has the reserve of each of
    the last years, the oldest first; `expected` the share of the time for buying that is over.
    """

    unit: Unit
    status: UnitStatus
    by_ratio: int | None
    last_year: int | None
    years: tuple[tuple[int, int | None], ...]
    expected: Ratio | None
    findings: tuple[Finding, ...]
    dismissed: int
    notices: tuple[Notice, ...]
    followups: tuple[Followup, ...]


def unit_card(desk: Desk, unit: Unit) -> UnitCard:
    """The card of a unit in the year that is looked at."""
    status = desk.unit_status(unit)
    view, year = desk.engine.reader(), desk.year
    open_, dismissed = [], 0
    for finding in status.findings:
        if dismissals.dismissal_of(desk, finding) is None:
            open_.append(finding)
        else:
            dismissed += 1
    filings = ((each, measures.filing_of(unit.code, each, view)) for each in range(year - YEARS + 1, year + 1))
    notices = [row for row in desk.tables.find(Notice, ("unit",), (unit.code,)) if row.year == year]
    return UnitCard(
        unit=unit,
        status=status,
        by_ratio=measures.exact_share(status.total, status.asked_ratio)
        if status.total and status.asked_ratio is not None
        else None,
        last_year=status.last_year,
        years=tuple((each, filing.reserve if filing is not None else None) for each, filing in filings),
        expected=_expected(desk, status),
        findings=tuple(sorted(open_, key=lambda one: LEVELS.index(one.severity))),
        dismissed=dismissed,
        followups=followups.of_unit(desk, unit.code),
        notices=tuple(sorted(notices, key=lambda row: (row.day is None, row.day, row.id), reverse=True)),
    )


def _expected(desk: Desk, status: UnitStatus) -> Ratio | None:
    """序时: of the days from confirmation to the day by which all is bought, the share that is over."""
    view = desk.engine.reader()
    if status.filing is None or not status.base:
        return None
    try:
        due = view.day(COMPLETION_DUE, status.year)
        begin = status.filing.confirmed or view.day(CONFIRM_DUE, status.year)
    except Unknown:
        return None
    days = (due - begin).days
    return Ratio(max(0, min((desk.today - begin).days, days)), days) if days > 0 else None
