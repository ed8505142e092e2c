"""Importing spreadsheets: the plan of what a file would change, and that very plan applied as one entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.paths import readable
from zhengzhou_desk.exchange.headers import named_field, plain_heading
from zhengzhou_desk.exchange.importing import plan
from zhengzhou_desk.exchange.reading import read_workbook
from zhengzhou_desk.policy.carried_reserve import carried_with
from zhengzhou_desk.records import WORKBOOK, Entry
from zhengzhou_desk.services import import_memory

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from zhengzhou_desk.exchange.importing import Mappings
    from zhengzhou_desk.exchange.plan import ImportPlan
    from zhengzhou_desk.exchange.sheet import Sheet
    from zhengzhou_desk.services.desk import Desk


def plan_file(
    desk: Desk,
    path: Path,
    year: int | None = None,
    mappings: Mappings | None = None,
    words: Mapping[str, str] | None = None,
) -> ImportPlan:
    """What importing a workbook would do: new, changed, same and refused rows. Changes nothing.

    `words` are headings of the file with the names of the columns that they are.
    """
    return plan_sheets(desk, read_workbook(path), path.name, year, mappings, words)


def plan_sheets(
    desk: Desk,
    sheets: Sequence[Sheet],
    source: str,
    year: int | None = None,
    mappings: Mappings | None = None,
    words: Mapping[str, str] | None = None,
) -> ImportPlan:
    """The same for sheets that have been read already, as often as a person changes the columns."""
    plain = _plain(words or {})
    chosen = {**import_memory.mappings(desk), **(mappings or {})}
    view = desk.engine.reader()
    planned = plan(
        sheets, desk.tables, year=year, source=readable(source), mappings=chosen, aliases=import_memory.aliases(desk),
        carried_lookup=lambda coming: carried_with(coming, view), words=plain,
    )  # fmt: skip
    there = {plain_heading(heading) for layout in planned.layouts for heading in layout.headings()}
    for heading in words or {}:
        if plain_heading(heading) not in there:
            raise Refused("{source} 的表头里没有“{heading}”这一列", source=readable(source), heading=heading)
    return planned


def _plain(words: Mapping[str, str]) -> dict[str, str]:
    """Headings as they are compared. Refuses names that no column has."""
    for name in words.values():
        if name and not any(named_field(name, cls) for cls in WORKBOOK):
            raise Refused("没有叫“{name}”的列。列名见帮助中的工作簿格式", name=name)
    return {plain_heading(heading): name for heading, name in words.items()}


def remember_words(desk: Desk, planned: ImportPlan, words: Mapping[str, str]) -> None:
    """Keeps what a person said of headings, so that the next file of this shape is read without it."""
    for layout in planned.layouts:
        headings = {heading for heading in layout.headings() if heading}
        by_hand = {heading: name for heading, name in layout.by_hand.items() if heading in headings}
        unread = {heading for heading in headings if _plain(words).get(plain_heading(heading)) == ""}
        choice = {**by_hand, **dict.fromkeys(unread, "")}
        if choice:
            import_memory.remember_mapping(desk, layout.fingerprint, choice)


def apply_plan(desk: Desk, planned: ImportPlan) -> Entry | None:
    """Applies the very list that was shown, as one entry; refused rows stay out."""
    changes = planned.changes()
    return desk.apply(Entry("import", changes, (planned.source,))) if changes else None
