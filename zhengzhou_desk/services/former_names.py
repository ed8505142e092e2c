"""The name a unit had before it was renamed: as the journal keeps it, or as the changes before say."""

from __future__ import annotations

import json
import zlib
from typing import TYPE_CHECKING

from zhengzhou_desk.records import Unit, UnitChange
from zhengzhou_desk.records.change import RENAME
from zhengzhou_desk.store.journal import Trace

if TYPE_CHECKING:
    from zhengzhou_desk.services.desk import Desk


def former_name(desk: Desk, change: UnitChange) -> str:
    """What a unit was called before this renaming; "" where nothing says so (never the new name)."""
    unit = desk.unit(change.old_unit)
    if unit is None:
        return ""
    renamings = sorted(
        (row for row in desk.tables.all(UnitChange) if row.kind == RENAME and row.old_unit == change.old_unit),
        key=lambda row: (row.day, row.id),
    )
    place = next(place for place, row in enumerate(renamings) if row.id == change.id)
    before = renamings[place - 1].new_name if place else None
    if before:
        return before
    from_journal = _from_journal(desk, unit, change.new_name)
    if from_journal:
        return from_journal
    # Entered as a change without touching the unit: its row still says the old name.
    is_last = place == len(renamings) - 1
    return unit.name or "" if is_last and unit.name != change.new_name else ""


def _from_journal(desk: Desk, unit: Unit, new_name: str | None) -> str:
    for line in desk.journal():
        try:
            told = zlib.decompress(line.changes).decode("utf-8", "replace")
        except zlib.error:  # a damaged line is said where it is looked at
            continue
        if f'"{Unit.table.name}",{unit.id},' not in told:
            continue
        for part in json.loads(told):
            trace = Trace(*part)
            if (trace.table, trace.id) != (Unit.table.name, unit.id) or not trace.before or not trace.after:
                continue
            old = trace.before.get("name")
            if trace.after.get("name") == new_name and isinstance(old, str) and old != new_name:
                return old
    return ""
