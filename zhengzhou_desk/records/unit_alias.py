"""Aliases: other names by which spreadsheets call a unit."""

from __future__ import annotations

from dataclasses import dataclass

from zhengzhou_desk.records.columns import Record, column, table
from zhengzhou_desk.records.kinds import Code, Text


@table("alias", "单位的别名", key=("name",))
@dataclass(frozen=True, slots=True, kw_only=True)
class UnitAlias(Record):
    """Another name of a unit, as `clean.name_key` writes it."""

    name: str = column(Text(200), "别名", required=True, width=28)
    unit: str = column(Code(20), "单位编码", required=True)
