"""Waivers: a lower ratio that the Ministry of Finance has agreed to for a unit and a year."""

from __future__ import annotations

from dataclasses import dataclass

from zhengzhou_desk.records.columns import Record, column, table
from zhengzhou_desk.records.kinds import DocumentNumber, Rate, Reference, Year


@table("waiver", "放宽", key=("year", "unit"), sheet="放宽", year="year", unit="unit")
@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver(Record):
    """财库〔2021〕19号: only with the document of approval; a county can record it, not grant it."""

    year: int = column(Year(), "年度", "年份", required=True, width=7)
    unit: str = column(Reference(20), "单位编码", "预算单位编码", required=True)
    ratio: int | None = column(Rate(), "预留比例", "放宽后比例", "比例", width=9)
    document: str | None = column(DocumentNumber(100), "批准文号", "文号", "批准文件", width=24)
