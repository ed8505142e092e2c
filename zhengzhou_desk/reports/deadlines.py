"""The calendar of a year: its stages, the next deadline, and what is due from whom."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zhengzhou_desk.common.messages import Message, message
from zhengzhou_desk.policy import union
from zhengzhou_desk.policy.law import Unknown
from zhengzhou_desk.policy.parameters import COMPLETION_DUE, CONFIRM_DUE, FILING_DUE
from zhengzhou_desk.records import Followup
from zhengzhou_desk.records.followup import SETTLED
from zhengzhou_desk.reports.kept import kept
from zhengzhou_desk.reports.unit_status import EXEMPT, FAIL, UNFILED, findings_of_year, unit_statuses

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from zhengzhou_desk.policy.engine import Engine, Finding
    from zhengzhou_desk.policy.parameters import Param
    from zhengzhou_desk.policy.view import View
    from zhengzhou_desk.reports.unit_status import UnitStatus

FILE, CONFIRM, BUY, CLOSE = "file", "confirm", "buy", "close"
CONFIRMED = "confirmed"


@dataclass(frozen=True, slots=True)
class YearStage:
    """A part of the year; `due` is its last day, None where none is stated."""

    name: str
    title: Message
    due: datetime.date | None


@dataclass(frozen=True, slots=True)
class Task:
    """Something to be done by a day: how many are behind, and which.

    `units` are the codes of those who are behind; where these are orders, enterprises, changes or
    notices, `rows` are their ids in `table`.
    """

    name: str
    title: Message
    due: datetime.date | None
    units: tuple[str, ...] = ()
    count: int = 0
    table: str = ""
    rows: tuple[int, ...] = ()

    @property
    def is_done(self) -> bool:
        """Whether nothing is left to do for it."""
        return not self.count

    def days_left(self, today: datetime.date) -> int | None:
        """Days until it is due, negative once it is overdue; None where it has no day."""
        return None if self.due is None else (self.due - today).days


def stages(year: int, view: View) -> tuple[YearStage, ...]:
    """The stages of a year by the law in force (一（一）、一（二）、三)."""
    return (
        YearStage(FILE, message("单位填报预留份额"), _day(FILING_DUE, year, view)),
        YearStage(CONFIRM, message("财政部门确认汇总"), _day(CONFIRM_DUE, year, view)),
        YearStage(BUY, message("按预留份额采购"), _day(COMPLETION_DUE, year, view)),
        YearStage(CLOSE, message("年终收尾"), datetime.date(year, 12, 31)),
    )


def stage(year: int, view: View) -> YearStage:
    """The stage of the year that today falls into; the last one once the year is over."""
    for part in stages(year, view):
        if part.due is not None and view.today <= part.due:
            return part
    return stages(year, view)[-1]


@kept
def tasks(engine: Engine, year: int) -> tuple[Task, ...]:
    """What is to be done in a year, in the order of the days, with those who are behind."""
    view = engine.reader()
    rows = [row for row in unit_statuses(engine, year) if row.is_counted]
    found = findings_of_year(engine, year)
    filing, confirming, buying = (part.due for part in stages(year, view)[:3])
    return (
        _of_units("file", message("填报预留份额"), filing, rows, lambda row: row.state == UNFILED),
        _of_units("press", message("督促预留不达标的单位重新填报"), confirming, rows, lambda row: row.state == FAIL),
        _of_units("confirm", message("确认单位填报"), confirming, rows, _is_awaiting_confirmation),
        _of_findings("change", message("把单位变更告知平台"), None, found, "unit_change"),
        _of_findings("account", message("为国有企业开通交易账号"), None, found, "soe_account"),
        _promises(engine, year),
        _of_findings("reply", message("催收通知书回执"), None, found, "notice_overdue"),
        _of_findings("unpaid", message("催付验收已满三十日的货款"), None, found, "unpaid"),
        _of_findings("unevaluated", message("催办履约评价"), None, found, "unevaluated"),
        _of_units("buy", message("完成年度采购"), buying, rows, is_behind),
        _of_units(
            "union", message("工会完成采购"), datetime.date(year, 12, 31), rows, lambda r: r.union == union.SHORT
        ),
    )


def open_promises(engine: Engine, year: int) -> tuple[Followup, ...]:
    """What units have promised in the year and not kept yet: of each the latest promise, by the day."""
    latest: dict[str, Followup] = {}
    view = engine.reader()
    for row in sorted(view.find(Followup, ("year",), (year,)), key=lambda row: (row.day, row.id)):
        # What came after a promise takes its place: settled, or promised anew.
        if row.promised is not None or row.result == SETTLED:
            latest[row.unit] = row
    rows = (row for row in latest.values() if row.promised is not None and row.fulfilled is None)
    return tuple(sorted((row for row in rows if row.result != SETTLED), key=lambda row: (row.promised, row.unit)))


def overdue_promises(engine: Engine, year: int) -> tuple[Followup, ...]:
    """The promises whose day is over."""
    return tuple(row for row in open_promises(engine, year) if is_overdue(row, engine.today))


def is_overdue(promise: Followup, today: datetime.date) -> bool:
    """Whether the promised day is over."""
    return promise.promised is not None and promise.promised < today


def _promises(engine: Engine, year: int) -> Task:
    rows = overdue_promises(engine, year)
    units, ids = tuple(row.unit for row in rows), tuple(row.id for row in rows)
    return Task("promise", message("催办已过期的承诺"), None, units, len(ids), Followup.table.name, ids)


def is_behind(row: UnitStatus) -> bool:
    """Whether what counts is still less than what was reserved."""
    return bool(row.base) and (row.counted or 0) < (row.base or 0)


def _is_awaiting_confirmation(row: UnitStatus) -> bool:
    if row.state in (UNFILED, FAIL, EXEMPT) or row.filing is None:
        return False
    return row.filing.state != CONFIRMED


def _of_units(
    name: str,
    title: Message,
    due: datetime.date | None,
    rows: Iterable[UnitStatus],
    behind: Callable[[UnitStatus], bool],
) -> Task:
    units = tuple(row.unit.code for row in rows if behind(row))
    return Task(name, title, due, units, len(units))


def _of_findings(name: str, title: Message, due: datetime.date | None, findings: Iterable[Finding], rule: str) -> Task:
    mine = [finding for finding in findings if finding.rule == rule]
    units = tuple(dict.fromkeys(finding.unit for finding in mine if finding.unit is not None))
    rows = tuple(dict.fromkeys(finding.id for finding in mine))
    return Task(name, title, due, units, len(rows), mine[0].table if mine else "", rows)


def _day(param: Param[str], year: int, view: View) -> datetime.date | None:
    try:
        return view.day(param, year)
    except Unknown:
        return None
