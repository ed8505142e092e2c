"""Unit changes: merged, dissolved, renamed, split and new units, and whether the platform knows."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import ClassVar

from zhengzhou_desk.common.messages import in_context, sentence
from zhengzhou_desk.common.override import override
from zhengzhou_desk.records.columns import Record, column, table
from zhengzhou_desk.records.kinds import Day, Money, Reference, Text, choice

MERGE, DISSOLVE, RENAME, SPLIT, NEW = "merge", "dissolve", "rename", "split", "new"
CHANGE_KINDS = choice(
    (
        (MERGE, sentence("合并"), "并入"),
        (DISSOLVE, in_context("kind of change", "撤销"), "注销"),
        (RENAME, sentence("更名"), "改名"),
        (SPLIT, sentence("分立"), "拆分"),
        (NEW, sentence("新设"), "新增"),
    )
)


@table("change", "变更", key=("day", "kind", "old_unit", "new_unit"), sheet="变更", unit="old_unit")
@dataclass(frozen=True, slots=True, kw_only=True)
class UnitChange(Record):
    """One change of a unit: 一（二） asks the bureau to have the platform updated in time."""

    # The platform may follow when the year is over.
    afterwards: ClassVar[frozenset[str]] = frozenset({"platform_day"})

    day: datetime.date = column(Day(), "日期", "变更日期", required=True)
    kind: str = column(CHANGE_KINDS, "类型", "变更类型", required=True, width=8)
    old_unit: str | None = column(Reference(20), "原单位编码", "变更前单位编码")
    new_unit: str | None = column(Reference(20), "新单位编码", "变更后单位编码")
    new_name: str | None = column(Text(100), "新单位名称", "变更后单位名称", width=26)
    carried: int | None = column(Money(), "结转上年预留", "结转上年预留份额", width=14)
    basis: str | None = column(Text(200), "依据", "依据文件", "文件依据", width=24)
    platform_day: datetime.date | None = column(Day(), "平台更新日期", "平台已更新日期")

    @property
    @override
    def years_held(self) -> tuple[int, ...]:
        """The year of the change: whose reserve and purchases count where rests on it."""
        return (self.day.year,)
