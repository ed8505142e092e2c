"""Filings through a year: filed, returned with a reason, filed again, confirmed, locked once the city has them."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.messages import CHINESE, message
from zhengzhou_desk.policy.parameters import ERROR, UNKNOWN
from zhengzhou_desk.records import Change, Entry, Filing, Setting
from zhengzhou_desk.records.filing import CONFIRMED, FILED, RETURNED, is_filed
from zhengzhou_desk.records.setting import SUBMITTED
from zhengzhou_desk.reports.unit_status import EXEMPT, PASS, UnitStatus
from zhengzhou_desk.services import editing

if TYPE_CHECKING:
    import datetime
    from collections.abc import Collection, Iterable

    from zhengzhou_desk.policy.wording import Wording
    from zhengzhou_desk.services.desk import Desk


@dataclass(frozen=True, slots=True)
class FilingVersion:
    """A filing as it stood after one step: when, by whom, in which step, and its values then."""

    at: str
    who: str
    number: int
    filing: Filing


def file(desk: Desk, rows: Collection[Filing], day: datetime.date) -> None:
    """Records that units have filed (again) on `day`; the first day stays the first."""
    changed = [
        dataclasses.replace(row, state=FILED, first_filed=row.first_filed or day, last_filed=day, confirmed=None)
        for row in rows
    ]
    _apply(desk, "file", rows, changed)


def send_back(desk: Desk, rows: Collection[Filing], reason: str, day: datetime.date) -> None:
    """Returns filings to their units, who must file again. Refuses a blank reason, and what was never filed."""
    why = editing.parse_cell(Filing, "return_reason", reason)
    if why is None:
        raise Refused("请写明退回原因，单位要据此改正")
    _refuse_unfiled(desk, rows)
    changed = [
        dataclasses.replace(row, state=RETURNED, returned=day, return_reason=why, confirmed=None) for row in rows
    ]
    _apply(desk, "send_back", rows, changed)


def confirm(desk: Desk, rows: Collection[Filing], day: datetime.date) -> None:
    """Confirms filings on `day`. Refuses units that have not filed."""
    _refuse_unfiled(desk, rows)
    _apply(desk, "confirm", rows, [dataclasses.replace(row, state=CONFIRMED, confirmed=day) for row in rows])


def confirm_passing(desk: Desk, day: datetime.date, among: Iterable[str] | None = None) -> tuple[UnitStatus, ...]:
    """Confirms every filing that passes.

    Returns the units that are not confirmed after it (`reason_unconfirmed` says why).

    `among` are the codes of the units asked for, all where None.
    """
    wanted = None if among is None else frozenset(among)
    rows = [row for row in desk.unit_statuses() if row.is_counted and (wanted is None or row.unit.code in wanted)]
    fit = [row.filing for row in rows if row.state in (PASS, EXEMPT) and _is_awaiting_confirmation(row.filing)]
    ready = [filing for filing in fit if filing is not None]
    if ready:
        confirm(desk, ready, day)
    done = {filing.id for filing in ready}
    return tuple(
        row for row in rows if row.filing is None or (row.filing.id not in done and row.filing.state != CONFIRMED)
    )


def reason_unconfirmed(row: UnitStatus, wording: Wording) -> str:
    """Why a unit's filing was not confirmed with those that pass."""
    lang = wording.lang
    if row.filing is None or not is_filed(row.filing):
        return message("尚未填报").text(lang)
    if row.filing.state == RETURNED and row.state in (PASS, EXEMPT):
        return message("已退回，等单位重新填报").text(lang)
    about = [found for found in row.findings if found.table == Filing.table.name]
    grave = [found for found in about if found.severity == ERROR] or [
        found for found in about if found.severity == UNKNOWN
    ]
    separator = "；" if lang == CHINESE else "; "
    return separator.join(wording.message(found) for found in grave) or message("食堂情况或上年数额还不清楚").text(lang)


def _is_awaiting_confirmation(filing: Filing | None) -> bool:
    return filing is not None and is_filed(filing) and filing.state not in (CONFIRMED, RETURNED)


def _apply(desk: Desk, name: str, before: Collection[Filing], after: Collection[Filing]) -> None:
    changes = tuple(Change(old, new) for old, new in zip(before, after, strict=True) if old != new)
    if changes:
        editing.refuse_unfit(desk.tables, changes)
        desk.apply(Entry(name, changes, (str(len(changes)),)))


def _refuse_unfiled(desk: Desk, rows: Iterable[Filing]) -> None:
    for row in rows:
        if not is_filed(row):
            unit = desk.unit(row.unit)
            raise Refused("{unit} 还没有填报", unit=editing.row_name(unit) if unit else row.unit)


# -- the submission to the city --------------------------------------------------------------


def submit(desk: Desk, year: int, day: datetime.date) -> None:
    """Notes that the summary went to the city and locks the year's filings."""
    _note(desk, "submit", year, day.isoformat(), None)


def unlock(desk: Desk, year: int, reason: str) -> None:
    """Opens the filings of a submitted year again. Refuses a blank reason."""
    why = editing.parse_cell(Setting, "note", reason)
    if why is None:
        raise Refused("请写明解锁的理由")
    _note(desk, "unlock", year, None, why)


def _note(desk: Desk, name: str, year: int, value: str | None, why: str | None) -> None:
    found = desk.tables.find(Setting, ("name", "year"), (SUBMITTED, year))
    before = found[0] if found else None
    after = dataclasses.replace(before or Setting(name=SUBMITTED, year=year), value=value, note=why)
    if after != before:
        desk.apply(Entry(name, (Change(before, after),), (str(year), why or "")))


# -- versions --------------------------------------------------------------------------------


def versions(desk: Desk, filing: Filing) -> tuple[FilingVersion, ...]:
    """Every version of a filing, the oldest first, out of the journal."""
    found: list[FilingVersion] = []
    values: dict[str, object] = {}
    for line in reversed(desk.journal()):
        for trace in line.traces():
            if trace.table != Filing.table.name or trace.id != filing.id:
                continue
            values = {**values, **(trace.after or {})} if trace.before is not None else dict(trace.after or {})
            if trace.after is not None:
                found.append(FilingVersion(line.at, line.who, line.number, _filing(filing.id, values)))
    return tuple(found)


def _filing(row: int, values: dict[str, object]) -> Filing:
    columns = {column.name: column.kind for column in Filing.table.columns}
    given = {name: columns[name].from_sql(value) for name, value in values.items() if name in columns}  # type: ignore[arg-type]
    return Filing(id=row, **given)  # type: ignore[arg-type]
