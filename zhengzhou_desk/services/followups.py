"""Follow-ups (督办): noting contacts with units, promises that are overdue, and whom to call next."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.policy.parameters import ERROR
from zhengzhou_desk.records import Change, Entry, Followup
from zhengzhou_desk.records.followup import PROMISED
from zhengzhou_desk.records.kinds import Text
from zhengzhou_desk.records.report import Heading, Report, ReportLine
from zhengzhou_desk.reports.deadlines import is_overdue, open_promises, overdue_promises
from zhengzhou_desk.reports.headings import UNIT_HEADINGS

if TYPE_CHECKING:
    import datetime
    from collections.abc import Collection, Iterable, Sequence

    from zhengzhou_desk.records import Unit
    from zhengzhou_desk.services.desk import Desk

NOTE, KEEP = "followup", "promise_kept"


@dataclass(frozen=True, slots=True)
class Contact:
    """What is noted of one contact: by what, whom, about what, what came of it, what was promised by when."""

    day: datetime.date
    means: str
    result: str | None = None
    whom: str | None = None
    topic: str | None = None
    promised: datetime.date | None = None
    next_step: str | None = None


def note(desk: Desk, units: Sequence[str], contact: Contact) -> Entry:
    """Notes one contact with each of these units, as one step.

    Refuses no unit, one that the book does not have, a day to come, and a promise for a day before the contact.
    """
    if not units:
        raise Refused("没有选中单位")
    for code in units:
        if desk.unit(code) is None:
            raise Refused("没有编码为“{code}”的单位", code=code)
    if contact.day > desk.store.now().date():
        raise Refused("联系日期 {day} 还没有到", day=contact.day)
    if contact.result == PROMISED and contact.promised is None:
        raise Refused("单位承诺了，请填写承诺日期")
    if contact.promised is not None and contact.promised < contact.day:
        raise Refused("承诺日期 {promised} 早于联系日期 {day}", promised=contact.promised, day=contact.day)
    fields = {field.name: getattr(contact, field.name) for field in dataclasses.fields(contact)}
    changes = tuple(Change(None, Followup(year=desk.year, unit=code, **fields)) for code in units)
    return desk.apply(Entry(NOTE, changes, (str(len(changes)),)))


def keep_promises(desk: Desk, rows: Iterable[Followup], day: datetime.date) -> Entry | None:
    """Notes promises as kept on a day; None where none of the rows has an open one."""
    changes = tuple(
        Change(row, dataclasses.replace(row, fulfilled=day))
        for row in rows
        if row.promised is not None and row.fulfilled is None
    )
    return desk.apply(Entry(KEEP, changes, (str(len(changes)),))) if changes else None


def of_unit(desk: Desk, code: str) -> tuple[Followup, ...]:
    """The contacts with a unit in the year that is looked at, newest first."""
    rows = (row for row in desk.tables.find(Followup, ("unit",), (code,)) if row.year == desk.year)
    return tuple(sorted(rows, key=lambda row: (row.day, row.id), reverse=True))


@dataclass(frozen=True, slots=True)
class FollowupFigures:
    """督促 in figures: contacts, units they reached, units whose promise is still to come, and overdue ones."""

    contacts: int
    units: int
    promised: int
    overdue: int


def figures(desk: Desk, year: int) -> FollowupFigures:
    """The contacts of a year up to the desk's day."""
    rows = [row for row in desk.tables.find(Followup, ("year",), (year,)) if row.day <= desk.today]
    open_ = open_promises(desk.engine, year)
    late = sum(is_overdue(row, desk.today) for row in open_)
    return FollowupFigures(len(rows), len({row.unit for row in rows}), len(open_), late)


# -- whom to call next -------------------------------------------------------------------------------------


CALL_HEADINGS = (
    Heading("department", "主管部门", Text(), 16), *UNIT_HEADINGS,
    Heading("contact", "联系人", Text(), 10), Heading("phone", "联系电话", Text(), 16),
    Heading("open", "待督办事项", Text(), 40), Heading("last", "上次联系", Text(), 26),
    Heading("done", "联系结果", Text(), 16), Heading("promised", "承诺日期", Text(), 14),
)  # fmt: skip


def call_list(desk: Desk, codes: Collection[str] | None = None) -> Report:
    """A list for the telephone: by department the units with errors or an overdue promise, with room for the result.

    Contacts and telephones stand on it: it is made to be called from. `codes` narrows it to some units.
    """
    wrong = {finding.unit for finding in desk.findings() if finding.severity == ERROR and finding.unit}
    late = {row.unit: row for row in overdue_promises(desk.engine, desk.year)}
    found = [unit for code in {*wrong, *late} if (unit := desk.unit(code)) is not None]
    shown = [unit for unit in found if codes is None or unit.code in codes]
    shown.sort(key=lambda unit: (unit.department_or_self, unit.code))
    lines = []
    for unit in shown:
        open_ = matters(desk, unit.code)
        if unit.code in late:
            open_ = (*open_, f"承诺{late[unit.code].promised}完成，未兑现")
        lines.append(ReportLine(_call_line(desk, unit, open_), unit=unit.code))
    title = f"{desk.year}年电话督办名单"
    return Report("calls", "电话督办名单", title, CALL_HEADINGS, tuple(lines))


def _call_line(desk: Desk, unit: Unit, open_: Sequence[str]) -> tuple[str | None, ...]:
    before = of_unit(desk, unit.code)
    last = ""
    if before:
        kinds = Followup.table
        shown = (kinds.column("means").kind.show(before[0].means), kinds.column("result").kind.show(before[0].result))
        last = " ".join((before[0].day.isoformat(), *(text for text in shown if text)))
    head = desk.unit(unit.department_or_self)
    department = (head.name or head.code) if head is not None else unit.department
    return department, unit.code, unit.name, unit.contact, unit.phone, "；".join(open_), last, None, None


def matters(desk: Desk, code: str) -> tuple[str, ...]:
    """What is wrong at a unit, by the titles of the rules. An error cannot be set aside: each of them stands here."""
    wording = desk.wording()
    errors = (finding for finding in desk.findings_of_unit(code) if finding.severity == ERROR)
    return tuple(dict.fromkeys(wording.title(finding.rule) for finding in errors))
