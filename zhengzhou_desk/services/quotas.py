"""Quotas (任务分解): the amount the city sets for the district, divided over units so that the parts sum exactly."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.messages import sentence
from zhengzhou_desk.records import Change, Entry, Quota, Setting
from zhengzhou_desk.records.kinds import choice, yuan
from zhengzhou_desk.records.report import Heading, Report, ReportLine, quotient, sum_line
from zhengzhou_desk.records.setting import TASK_TOTAL
from zhengzhou_desk.reports.headings import FEN, SHARE, UNIT_HEADINGS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from zhengzhou_desk.reports.unit_status import UnitStatus
    from zhengzhou_desk.services.desk import Desk

DIVIDE = "quotas"
BY_RESERVE, BY_LAST_YEAR, BY_TOTAL = "reserve", "last_year", "total"
RULES = choice(
    (
        (BY_RESERVE, sentence("按本年预留份额")),
        (BY_LAST_YEAR, sentence("按上年预留份额")),
        (BY_TOTAL, sentence("按食堂采购总额")),
    )
)
# Parts are whole 元 where the amount is.
_STEP_FEN = 100


@dataclass(frozen=True, slots=True)
class Division:
    """An amount divided: fen by the code of the unit, summing to `total`; `left_out` have nothing to divide by."""

    total: int
    rule: str
    parts: Mapping[str, int]
    left_out: tuple[str, ...]


def divided(weights: Mapping[str, int], total: int, step: int = _STEP_FEN) -> dict[str, int]:
    """`total` fen over keys by their weights: in multiples of `step`, by the largest remainders, summing exactly.

    What is less than a step goes to the largest part. Equal remainders: the smaller key first. Refuses no weight.
    """
    whole = sum(weights.values())
    if whole <= 0:
        raise Refused("没有可以作为分解依据的数字")
    steps, rest = divmod(total, step)
    parts = {key: steps * weight // whole for key, weight in weights.items()}
    by_remainder = sorted(weights, key=lambda key: (-(steps * weights[key] % whole), key))
    for key in by_remainder[: steps - sum(parts.values())]:
        parts[key] += 1
    made = {key: part * step for key, part in parts.items()}
    if rest:
        made[max(made, key=lambda key: (made[key], key))] += rest
    return made


def propose(desk: Desk, total: int, rule: str) -> Division:
    """How `total` fen would be divided over the units that count. Refuses an amount that is not positive."""
    if total <= 0:
        raise Refused("任务金额应当大于 0")
    rows = [row for row in desk.unit_statuses() if row.is_counted]
    weights = {row.unit.code: weight for row in rows if (weight := _weight(row, rule))}
    left_out = tuple(row.unit.code for row in rows if row.required and row.unit.code not in weights)
    return Division(total, rule, divided(weights, total), left_out)


def _weight(row: UnitStatus, rule: str) -> int:
    if rule == BY_RESERVE:
        return row.summed_reserve or 0
    if rule == BY_LAST_YEAR:
        return row.last_year or 0
    return row.total or 0


def divide(desk: Desk, division: Division, document: str | None = None) -> Entry:
    """Puts a division in place of the year's quotas, as one step, with the document that set the amount."""
    year = desk.year
    present = {row.unit: row for row in desk.tables.find(Quota, ("year",), (year,))}
    changes = [Change(row, None) for code, row in present.items() if code not in division.parts]
    for code, amount in division.parts.items():
        before = present.get(code)
        after = Quota(id=before.id if before is not None else 0, year=year, unit=code, amount=amount, basis=document)
        if before != after:
            changes.append(Change(before, after))
    kept = desk.setting_row(TASK_TOTAL, year)
    told = Setting(
        id=kept.id if kept is not None else 0, name=TASK_TOTAL, year=year, value=str(division.total), document=document
    )
    if kept != told:
        changes.append(Change(kept, told))
    if not changes:
        raise Refused("和现有的分解一样，没有改动")
    return desk.apply(Entry(DIVIDE, tuple(changes), (str(len(division.parts)), str(year))))


def task_total(desk: Desk, year: int) -> int | None:
    """The amount set for the district in a year, in fen; None where none is."""
    kept = desk.setting_row(TASK_TOTAL, year)
    return int(kept.value) if kept is not None and kept.value is not None and kept.value.isdecimal() else None


HEADINGS = (
    *UNIT_HEADINGS,
    Heading("quota", "任务金额", FEN, 16, summed=True), Heading("reserve", "预留份额", FEN, 16, summed=True),
    Heading("counted", "计入完成", FEN, 16, summed=True), Heading("left", "尚未完成", FEN, 16, summed=True),
    Heading("progress", "任务完成率", SHARE, 12, quotient=("counted", "quota")),
)  # fmt: skip


def report(desk: Desk) -> Report:
    """Quotas beside the reserves and what counts of the purchases, and whether the parts sum to the amount set."""
    year = desk.year
    statuses = {row.unit.code: row for row in desk.unit_statuses()}
    lines = []
    for row in sorted(desk.tables.find(Quota, ("year",), (year,)), key=lambda row: row.unit):
        status = statuses.get(row.unit)
        counted = (status.counted or 0) if status is not None else 0
        name = status.unit.name if status is not None else None
        reserve = status.summed_reserve if status is not None else None
        share = quotient(counted, row.amount)
        values = (row.unit, name, row.amount, reserve, counted, max(0, row.amount - counted), share)
        lines.append(ReportLine(values, unit=row.unit))
    remarks = ["计入完成的口径同采购进度；任务与预留份额并列，不互相替代。"]
    total, parts = task_total(desk, year), sum(row.amount for row in desk.tables.find(Quota, ("year",), (year,)))
    if total is not None and lines and parts != total:
        apart = yuan(abs(total - parts), grouped=True)
        remarks.append(f"各单位任务合计{'少于' if parts < total else '多于'}下达的任务{apart}元。")
    return Report(
        "quotas", sentence("任务分解"), f"{year}年采购任务分解及完成情况", HEADINGS,
        (*lines, sum_line(HEADINGS, lines)) if lines else (), tuple(remarks),
    )  # fmt: skip
