"""Mappings of columns: which heading of a spreadsheet a person read as which field."""

from __future__ import annotations

from dataclasses import dataclass

from zhengzhou_desk.records.columns import Record, column, table
from zhengzhou_desk.records.kinds import Text


@table("column_mapping", "电子表格的列", key=("fingerprint", "heading"))
@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnMapping(Record):
    """One column of sheets of one shape: the heading, and the field that a person read it as (blank: left out)."""

    fingerprint: str = column(Text(64), "表头特征", required=True)
    heading: str = column(Text(20_000), "列名", required=True, width=24)
    field: str | None = column(Text(60), "读作")
