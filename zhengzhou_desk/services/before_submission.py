"""上报前检查: what is open, who is not confirmed, what does not tie, and what changed since the last submission."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zhengzhou_desk.common.messages import clauses, message, sentence, translated
from zhengzhou_desk.policy.parameters import ERROR, UNKNOWN, WARNING
from zhengzhou_desk.records.filing import CONFIRMED, FILING_STATES, is_filed
from zhengzhou_desk.records.kinds import Choice, choice, yuan
from zhengzhou_desk.records.submission import Submission, SubmittedUnit, unpacked
from zhengzhou_desk.records.unit import CANTEENS
from zhengzhou_desk.reports import city
from zhengzhou_desk.reports.districts import own_submission
from zhengzhou_desk.reports.summary import STATE_LABELS
from zhengzhou_desk.reports.unit_status import UnitStatus, unit_statuses
from zhengzhou_desk.services import explanations, exports

if TYPE_CHECKING:
    from zhengzhou_desk.common.messages import Message
    from zhengzhou_desk.policy.engine import Finding
    from zhengzhou_desk.services.desk import Desk

ADDED, REMOVED, ALTERED = "added", "removed", "altered"
LABELS = choice(((ADDED, sentence("增加")), (REMOVED, sentence("减少")), (ALTERED, sentence("已改动"))))
# What of a unit is compared, by its heading; purchases go on from day to day and are compared in one sum.
_COMPARED: tuple[tuple[str, str, Choice | None], ...] = (
    ("name", sentence("单位名称"), None),
    ("canteen", sentence("食堂情况"), CANTEENS),
    ("filing", sentence("填报状态"), FILING_STATES),
    ("state", sentence("审核结果"), STATE_LABELS),
    ("total", sentence("年度食堂食材采购总额"), None),
    ("reserve", sentence("预留份额"), None),
    ("last_year", sentence("上年度预留"), None),
)


@dataclass(frozen=True, slots=True)
class UnitDifference:
    """What became of one unit since the last submission: each part as (heading, before, now); None is blank."""

    code: str
    name: str | None
    what: str
    parts: tuple[tuple[str, object, object], ...] = ()

    def words(self, lang: str) -> str:
        """The parts as one line: 预留份额 80000.00 → 90000.00; ..."""
        choices = {label: kind for _, label, kind in _COMPARED if kind is not None}

        def shown(label: str, value: object) -> str:
            if value is None:
                return "—"
            if isinstance(value, int):
                return yuan(value, grouped=True)
            kind = choices.get(label)
            return kind.show(str(value), lang) if kind is not None else str(value)

        return clauses(
            (
                f"{translated(label, lang)} {shown(label, before)} → {shown(label, now)}"
                for label, before, now in self.parts
            ),
            lang,
        )


@dataclass(frozen=True, slots=True)
class SubmissionCheck:
    """What a person looks at before a year is reported; `last` is what was reported before, None where unknown."""

    year: int
    errors: tuple[Finding, ...]
    unknown: tuple[Finding, ...]
    warnings: tuple[Finding, ...]
    explained: tuple[tuple[Finding, str], ...]
    unfiled: tuple[UnitStatus, ...]
    unconfirmed: tuple[UnitStatus, ...]
    untied: tuple[str, ...]
    last: Submission | None
    differences: tuple[UnitDifference, ...]
    completed: tuple[int, int] | None

    @property
    def needs_reason(self) -> bool:
        """Whether it may be reported only with a reason."""
        return bool(self.errors)

    def headlines(self) -> list[Message]:
        """The page as sentences, one a part."""
        said = [
            message(
                "没有处理的：错误 {errors} 条，待查 {unknown} 条，警告 {warnings} 条；已搁置并说明 {explained} 条",
                errors=len(self.errors), unknown=len(self.unknown), warnings=len(self.warnings),
                explained=len(self.explained),
            ),
            message(
                "未填报 {unfiled} 个单位；已填报未确认 {waiting} 个单位",
                unfiled=len(self.unfiled), waiting=len(self.unconfirmed),
            ),
        ]  # fmt: skip
        said.append(
            message("核对表中有差额：{what}", what=self.untied) if self.untied else message("核对表中的数字全部相符")
        )
        said.append(self._since())
        return said

    def _since(self) -> Message:
        if self.last is None:
            return message("本册没有记下以前的上报，无从比较")
        count = {what: sum(each.what == what for each in self.differences) for what in (ADDED, REMOVED, ALTERED)}
        before, now = self.completed or (0, 0)
        return message(
            "与上次上报（截至 {day}）相比：增加 {added} 个单位，减少 {removed} 个，改动 {altered} 个；"
            "完结金额 {before} → {now} 元",
            day=self.last.day, added=count[ADDED], removed=count[REMOVED], altered=count[ALTERED],
            before=yuan(before, grouped=True), now=yuan(now, grouped=True),
        )  # fmt: skip


def check(desk: Desk, year: int | None = None) -> SubmissionCheck:
    """The check of a year as of the desk's day; changes nothing."""
    year = year or desk.year
    rows, found = unit_statuses(desk.engine, year), explanations.open_findings(desk, year)
    counted = [row for row in rows if row.is_counted]
    unfiled = tuple(row for row in counted if row.filing is None or not is_filed(row.filing))
    waiting = tuple(
        row
        for row in counted
        if row.filing is not None and is_filed(row.filing) and row.filing.state != CONFIRMED
    )  # fmt: skip
    last, view = own_submission(desk.engine, year), desk.engine.reader()
    before = unpacked(last) if last is not None else ()
    now = [city.submitted_unit(row, view) for row in rows] if last is not None else []
    return SubmissionCheck(
        year=year,
        errors=tuple(each for each in found if each.severity == ERROR),
        unknown=tuple(each for each in found if each.severity == UNKNOWN),
        warnings=tuple(each for each in found if each.severity == WARNING),
        explained=tuple(explanations.explained(desk, year)),
        unfiled=unfiled,
        unconfirmed=waiting,
        untied=exports.untied(exports.summary(desk, year)),
        last=last,
        differences=differences(before, now),
        completed=(_completed(before), _completed(now)) if last is not None else None,
    )


def _completed(units: tuple[SubmittedUnit, ...] | list[SubmittedUnit]) -> int:
    return city.totals_of_submitted(units).bought.completed


def differences(
    before: tuple[SubmittedUnit, ...], now: tuple[SubmittedUnit, ...] | list[SubmittedUnit]
) -> tuple[UnitDifference, ...]:
    """Units added, removed and altered between two submissions, by their codes."""
    old, new = {unit.code: unit for unit in before}, {unit.code: unit for unit in now}
    found = []
    for code in sorted(old.keys() | new.keys()):
        was, has = old.get(code), new.get(code)
        parts = tuple(
            (label, getattr(was, name, None), getattr(has, name, None))
            for name, label, _ in _COMPARED
            if getattr(was, name, None) != getattr(has, name, None)
        )
        if parts:
            what = ADDED if was is None else REMOVED if has is None else ALTERED
            unit = has or was
            found.append(UnitDifference(code, unit.name if unit is not None else None, what, parts))
    return tuple(found)
