"""District codes (区县核对码): by which signing key a district makes its packages, kept in the city's book."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from zhengzhou_desk.records.columns import Record, column, table
from zhengzhou_desk.records.kinds import Day, DeclaredName, Text


@table("district_code", "区县核对码", key=("region",))
@dataclass(frozen=True, slots=True, kw_only=True)
class DistrictCode(Record):
    """The check code of one region, since when it is kept, and who at the district said it."""

    region: str = column(DeclaredName(12, "region"), "行政区划", required=True, width=10)
    code: str = column(Text(60), "核对码", required=True, width=40)
    since: datetime.date = column(Day(), "登记日期", required=True)
    told_by: str | None = column(Text(40), "告知人", personal=True, width=12)
