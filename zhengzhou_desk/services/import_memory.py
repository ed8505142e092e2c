"""Remembering how spreadsheets were read: which heading is which field, which other name is which unit."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.records import Setting
from zhengzhou_desk.records.clean import name_key
from zhengzhou_desk.services import editing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from zhengzhou_desk.services.desk import Desk

MAPPING, ALIAS = "mapping:", "alias:"


def mappings(desk: Desk) -> dict[str, dict[str, str]]:
    """A person's choices of fields by the fingerprint of the sheet's headings."""
    return {
        row.name.removeprefix(MAPPING): json.loads(row.value)
        for row in desk.tables.all(Setting)
        if row.name.startswith(MAPPING) and row.value
    }


def aliases(desk: Desk) -> dict[str, str]:
    """Other names of units: the key of the name → the unit's code."""
    return {
        row.name.removeprefix(ALIAS): row.value
        for row in desk.tables.all(Setting)
        if row.name.startswith(ALIAS) and row.value
    }


def remember_mapping(desk: Desk, fingerprint: str, choice: Mapping[str, str]) -> None:
    """Keeps the choice, so that the next file of this shape goes straight to the preview."""
    kept = {**mappings(desk).get(fingerprint, {}), **choice}
    editing.set_setting(desk, MAPPING + fingerprint, json.dumps(kept, ensure_ascii=False, sort_keys=True))


def remember_alias(desk: Desk, name: str, code: str) -> None:
    """Keeps another name of a unit. Refuses a code that no unit has."""
    if desk.unit(code) is None:
        raise Refused("账册中没有编码为 {code} 的单位", code=code)
    # A setting's name is of limited length; a longer name is not an abbreviation anyway.
    editing.set_setting(desk, (ALIAS + name_key(name))[:60], code)
