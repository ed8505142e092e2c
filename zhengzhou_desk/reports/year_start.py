"""What a new year begins with: what is carried into it, which units have changed, what is left open before it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zhengzhou_desk.common.messages import message
from zhengzhou_desk.policy import measures
from zhengzhou_desk.policy.carried_reserve import last_year
from zhengzhou_desk.policy.law import Unknown
from zhengzhou_desk.policy.purchases import latest_accounts
from zhengzhou_desk.records import Followup, Spending, Unit, UnitChange
from zhengzhou_desk.records.followup import DISPUTED
from zhengzhou_desk.reports.deadlines import Task, open_promises, tasks

if TYPE_CHECKING:
    from zhengzhou_desk.policy.engine import Engine
    from zhengzhou_desk.policy.view import View


@dataclass(frozen=True, slots=True)
class YearStart:
    """The beginning of a year. `before` is the year it follows; None where the book has none.

    `floors` are last year's reserves in fen by the unit's code, as far as the book states them; of the units in
    `unknown` it does not. `members` are the unions whose members are known from the year before.
    """

    year: int
    before: int | None
    units: tuple[Unit, ...]
    accounts: int
    floors: dict[str, int]
    unknown: tuple[str, ...]
    members: tuple[Spending, ...]
    changes: tuple[UnitChange, ...]
    open_ends: tuple[Task, ...]

    @property
    def floor_sum(self) -> int:
        """The sum of last year's reserves that bind in the year, in fen."""
        return sum(self.floors.values())


def year_start(engine: Engine, year: int, before: int | None) -> YearStart:
    """What a year would begin with as the book is now. The engine judges the year before already."""
    view = engine.reader()
    units = tuple(unit for unit in view.all(Unit) if not measures.is_closed(unit, view.today, view))
    floors: dict[str, int] = {}
    unknown: list[str] = []
    for unit in units:
        try:
            carried = last_year(unit.code, year, view)
        except Unknown:
            if _may_reserve(unit, view):
                unknown.append(unit.code)
            continue
        if carried:
            floors[unit.code] = carried
    return YearStart(
        year, before, units, len(latest_accounts(view)), floors, tuple(unknown), _members(units, before, view),
        _changes(before, view), _open_ends(engine, before) if before is not None else (),
    )  # fmt: skip


def _may_reserve(unit: Unit, view: View) -> bool:
    """Whether a reserve is asked of a unit, or it is not known: of others it does not matter what they had."""
    try:
        return measures.must_reserve(unit, None, view)
    except Unknown:
        return not measures.is_represented(unit, view)


def _members(units: tuple[Unit, ...], before: int | None, view: View) -> tuple[Spending, ...]:
    """The unions of units that are still there whose members the year before states."""
    there = {unit.code for unit in units}
    rows = view.find(Spending, ("year",), (before,)) if before is not None else ()
    return tuple(row for row in rows if row.unit in there and row.members)


def _changes(before: int | None, view: View) -> tuple[UnitChange, ...]:
    """The changes of units since the year before began."""
    found = [row for row in view.all(UnitChange) if before is None or row.day.year >= before]
    return tuple(sorted(found, key=lambda row: (row.day, row.id)))


def _open_ends(engine: Engine, before: int) -> tuple[Task, ...]:
    """What is not done for the year before: its tasks, with every open promise, and units that dispute something."""
    view = engine.reader()
    promised = open_promises(engine, before)
    latest: dict[str, Followup] = {}
    for row in sorted(view.find(Followup, ("year",), (before,)), key=lambda row: (row.day, row.id)):
        latest[row.unit] = row
    disputed = [row for row in latest.values() if row.result == DISPUTED]
    name = Followup.table.name
    found = [task for task in tasks(engine, before) if task.name != "promise"]
    for key, title, rows in (
        ("promise", message("承诺了还没有兑现"), promised),
        ("dispute", message("有异议还没有结果"), disputed),
    ):
        ids, units = tuple(row.id for row in rows), tuple(row.unit for row in rows)
        found.append(Task(key, title, None, units, len(ids), name, ids))
    return tuple(task for task in found if not task.is_done)
