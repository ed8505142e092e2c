"""Importing spreadsheets: the plan of what a file would change, and that very plan applied as one entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengzhou_desk.common.paths import readable
from zhengzhou_desk.exchange.importing import plan
from zhengzhou_desk.exchange.reading import read_workbook
from zhengzhou_desk.policy.carried_reserve import carried_with
from zhengzhou_desk.records import Entry
from zhengzhou_desk.services import import_memory

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from zhengzhou_desk.exchange.importing import Mappings
    from zhengzhou_desk.exchange.plan import ImportPlan
    from zhengzhou_desk.exchange.sheet import Sheet
    from zhengzhou_desk.services.desk import Desk


def plan_file(desk: Desk, path: Path, year: int | None = None, mappings: Mappings | None = None) -> ImportPlan:
    """What importing a workbook would do: new, changed, same and refused rows. Changes nothing."""
    return plan_sheets(desk, read_workbook(path), path.name, year, mappings)


def plan_sheets(
    desk: Desk, sheets: Sequence[Sheet], source: str, year: int | None = None, mappings: Mappings | None = None
) -> ImportPlan:
    """The same for sheets that have been read already, as often as a person changes the columns."""
    chosen = {**import_memory.mappings(desk), **(mappings or {})}
    view = desk.engine.reader()
    return plan(
        sheets, desk.tables, year=year, source=readable(source), mappings=chosen, aliases=import_memory.aliases(desk),
        carried_lookup=lambda coming: carried_with(coming, view),
    )  # fmt: skip


def apply_plan(desk: Desk, planned: ImportPlan) -> Entry | None:
    """Applies the very list that was shown, as one entry; refused rows stay out."""
    changes = planned.changes()
    return desk.apply(Entry("import", changes, (planned.source,))) if changes else None
