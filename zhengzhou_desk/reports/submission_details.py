"""What a package says beside the units' sums: purchases by month, and how many findings each rule has."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from zhengzhou_desk.policy.purchases import PurchaseSums, counted_lines
from zhengzhou_desk.records.submission_details import FindingCount, MonthSum
from zhengzhou_desk.reports.purchasing import by_month

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator

    from zhengzhou_desk.policy.engine import Finding
    from zhengzhou_desk.policy.view import View
    from zhengzhou_desk.reports.unit_status import UnitStatus


def months(rows: Iterable[UnitStatus], view: View) -> Iterator[MonthSum]:
    """What each unit bought, month by month; a month without anything is left out.

    The sums over a unit's rows are its sums of the year. Where only statistics are known there is no month.
    """
    for row in rows:
        code = row.unit.code
        lines = counted_lines(code, row.year, view, view.today)
        if not lines:
            if row.bought != PurchaseSums():
                yield MonthSum(code, None, *row.bought.amounts)
            continue
        for month, sums in enumerate(by_month(lines, row.year, view.today)):
            if sums.bought != PurchaseSums():
                yield MonthSum(code, month, *sums.bought.amounts)


def finding_counts(
    findings: Iterable[Finding], codes: Container[str | None], is_settled: Callable[[Finding], bool]
) -> Iterator[FindingCount]:
    """How many findings there are by unit, table, rule and severity, in the order in which they first appear.

    What is about none of the `codes` that are reported, an order of an unknown buyer say, names no unit.
    """
    found: Counter[tuple[str | None, str, str, str]] = Counter()
    settled: Counter[tuple[str | None, str, str, str]] = Counter()
    for finding in findings:
        key = (finding.unit if finding.unit in codes else None, finding.table, finding.rule, finding.severity)
        found[key] += 1
        settled[key] += is_settled(finding)
    for key, count in found.items():
        yield FindingCount(*key, found=count, settled=settled[key])
