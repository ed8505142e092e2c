"""Dismissals (搁置): warnings that the bureau has examined and dismissed, with the reason."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from zhengzhou_desk.records.columns import Record, column, table
from zhengzhou_desk.records.kinds import Day, DeclaredName, Reference, Text, Whole, Year


@table("aside", "搁置", key=("rule", "about", "row", "unit", "year"), year="year", unit="unit")
@dataclass(frozen=True, slots=True, kw_only=True)
class Dismissal(Record):
    """One dismissed warning. The dismissal holds only while the warning's figures are `facts`.

    `about` and `row` are the table and the row that the warning points at (row 0: one that is not there).
    """

    rule: str = column(DeclaredName(40, "rule"), "规则", required=True)
    about: str = column(DeclaredName(20, "table"), "表", required=True)
    row: int = column(Whole(), "行", required=True)
    unit: str | None = column(Reference(20), "单位编码")
    year: int | None = column(Year(), "年度", width=7)
    facts: str | None = column(Text(2000), "当时的数字", width=24)
    reason: str = column(Text(500), "理由", required=True, width=24)
    day: datetime.date | None = column(Day(), "日期")
