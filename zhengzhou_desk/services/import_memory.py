"""Remembering how spreadsheets were read: which heading is which field, which other name is which unit."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.records import Change, ColumnMapping, Entry, UnitAlias
from zhengzhou_desk.records.clean import name_key

if TYPE_CHECKING:
    from collections.abc import Mapping

    from zhengzhou_desk.services.desk import Desk

# What the journal calls them: they were settings once.
_MAPPING, _ALIAS = "mapping:", "alias:"


def mappings(desk: Desk) -> dict[str, dict[str, str]]:
    """A person's choices of fields by the fingerprint of the sheet's headings; "" is a column that is left out."""
    found: dict[str, dict[str, str]] = {}
    for row in desk.tables.all(ColumnMapping):
        found.setdefault(row.fingerprint, {})[row.heading] = row.field or ""
    return found


def aliases(desk: Desk) -> dict[str, str]:
    """Other names of units: the key of the name → the unit's code."""
    return {row.name: row.unit for row in desk.tables.all(UnitAlias)}


def remember_mapping(desk: Desk, fingerprint: str, choice: Mapping[str, str]) -> None:
    """Keeps the choice, so that the next file of this shape goes straight to the preview."""
    kept = {row.heading: row for row in desk.tables.find(ColumnMapping, ("fingerprint",), (fingerprint,))}
    changes = []
    for heading, field in choice.items():
        before = kept.get(heading)
        after = dataclasses.replace(
            before or ColumnMapping(fingerprint=fingerprint, heading=heading), field=field or None
        )
        if after != before:
            changes.append(Change(before, after))
    if changes:
        desk.apply(Entry("setting", tuple(changes), (_MAPPING + fingerprint,)))


def remember_alias(desk: Desk, name: str, code: str) -> None:
    """Keeps another name of a unit. Refuses a code that the book does not know."""
    if desk.unit(code) is None:
        raise Refused("账册中没有编码为 {code} 的单位", code=code)
    key = name_key(name)
    found = desk.tables.find(UnitAlias, ("name",), (key,))
    before = found[0] if found else None
    after = dataclasses.replace(before or UnitAlias(name=key, unit=code), unit=code)
    if after != before:
        desk.apply(Entry("setting", (Change(before, after),), (_ALIAS + key,)))
