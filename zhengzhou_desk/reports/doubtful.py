"""Doubtful figures: why a unit's amounts are to be looked into before it enters a rank, in the book and as reported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengzhou_desk.common.messages import sentence
from zhengzhou_desk.policy import measures
from zhengzhou_desk.policy.parameters import TINY_TOTAL
from zhengzhou_desk.records import Filing
from zhengzhou_desk.records.kinds import choice
from zhengzhou_desk.reports.unit_status import CLOSED, EXEMPT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from zhengzhou_desk.policy.engine import Finding
    from zhengzhou_desk.policy.view import View
    from zhengzhou_desk.records.submission import SubmittedUnit

# By the rules that find them, the weightiest first.
_TOTAL, _MIXUP, _OVER_TOTAL, _TINY_TOTAL = "total", "mixup", "over_total", "tiny_total"
DOUBTS = choice(
    (
        (_TOTAL, sentence("采购总额没有填报")),
        (_MIXUP, sentence("数额疑似以万元填报")),
        (_OVER_TOTAL, sentence("预留份额大于采购总额")),
        (_TINY_TOTAL, sentence("采购总额明显偏小")),
    )
)
# What stands below every ranking that holds units out.
HELD_OUT = sentence(
    "采购总额没有填报、明显偏小或小于预留份额的，以及数额疑似以万元填报的单位待核实，单列，不参加排名。"
)


def doubt_of_findings(findings: Iterable[Finding], is_settled: Callable[[Finding], bool]) -> str | None:
    """Why a unit of the book is doubtful, by what the rules found and nobody has looked into yet; None if it is not."""
    rules = {found.rule for found in findings if found.table == Filing.table.name and not is_settled(found)}
    return next((option.code for option in DOUBTS.options if option.code in rules), None)


def doubt_of_reported(unit: SubmittedUnit, year: int, view: View) -> str | None:
    """Why a reported unit is doubtful; a package says nothing of findings, so its figures are looked at as rules do."""
    if not _must_reserve(unit):
        return None
    if not unit.total:
        return _TOTAL
    reserve, least = unit.reserve or 0, view.stated(TINY_TOTAL, year)
    likely = [amount for amount in (unit.last_year, unit.required) if amount]
    if any(measures.looks_like_wan(reserve, amount, year, view) for amount in likely):
        return _MIXUP
    if reserve > unit.total:
        return _OVER_TOTAL
    return _TINY_TOTAL if least is not None and unit.total < least else None


def _must_reserve(unit: SubmittedUnit) -> bool:
    """Whether it has filed and is asked for a reserve; one that is not has 0 as what is required."""
    has_filed = unit.filing is not None and unit.state not in (EXEMPT, CLOSED)
    return has_filed and (bool(unit.base) or unit.required != 0)
