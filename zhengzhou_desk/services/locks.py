"""Locks: filings of a year whose summary has gone to the city cannot be changed."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.records import Filing, Setting
from zhengzhou_desk.records.setting import SUBMITTED

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zhengzhou_desk.records import Change
    from zhengzhou_desk.records.tables import Tables


def submitted_on(tables: Tables, year: int) -> datetime.date | None:
    """The day the year's summary went to the city: its filings are locked from then on."""
    found = tables.find(Setting, ("name", "year"), (SUBMITTED, year))
    value = found[0].value if found else None
    return datetime.date.fromisoformat(value) if value else None


def refuse_locked(tables: Tables, changes: Iterable[Change]) -> None:
    """Refuses changes of filings whose year has gone to the city, and filings that leave or enter such a year."""
    for change in changes:
        for row in (change.before, change.after):
            day = submitted_on(tables, row.year) if isinstance(row, Filing) else None
            if isinstance(row, Filing) and day is not None:
                raise Refused(
                    "{year} 年度已于 {day} 上报市局，填报已锁定。确需修改的，先解锁并写明理由", year=row.year, day=day
                )
