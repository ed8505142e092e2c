"""Follow-ups (督办): calls, visits and messages to a unit, what came of them, and what it promised by when."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import ClassVar

from zhengzhou_desk.common.messages import in_context, sentence
from zhengzhou_desk.records.columns import Record, column, table
from zhengzhou_desk.records.kinds import Day, Reference, Text, Year, choice

CALL, VISIT, MESSAGE, MEETING = "call", "visit", "message", "meeting"
FOLLOWUP_MEANS = choice(
    (
        (CALL, sentence("电话"), "打电话", "电话督促"),
        (VISIT, sentence("上门"), "走访", "实地"),
        (MESSAGE, sentence("微信短信"), "微信", "短信"),
        (MEETING, sentence("约谈"), "会议"),
    )
)
PROMISED, INFORMED, UNREACHED, DISPUTED, SETTLED = "promised", "informed", "unreached", "disputed", "settled"
FOLLOWUP_RESULTS = choice(
    (
        (PROMISED, sentence("已承诺"), "承诺"),
        (INFORMED, sentence("已告知"), "告知"),
        (UNREACHED, sentence("未联系上"), "无人接听", "未接通"),
        (DISPUTED, sentence("有异议"), "异议"),
        (SETTLED, in_context("result of a follow-up", "已改正"), "改正", "已整改"),
    )
)


@table("followup", "督办", key=("year", "unit", "day", "means"), sheet="督办", year="year", unit="unit")
@dataclass(frozen=True, slots=True, kw_only=True)
class Followup(Record):
    """One contact with a unit. A promise is kept once `fulfilled` has a day, or a later one has taken its place."""

    # A promise may be kept, and a name deleted, when the year is over.
    afterwards: ClassVar[frozenset[str]] = frozenset({"fulfilled", "whom"})

    year: int = column(Year(), "年度", required=True, width=7)
    unit: str = column(Reference(20), "单位编码", required=True)
    day: datetime.date = column(Day(), "联系日期", "督办日期", required=True)
    means: str = column(FOLLOWUP_MEANS, "联系方式", "方式", required=True, width=9)
    whom: str | None = column(Text(40), "联系对象", "接听人", personal=True, width=9)
    topic: str | None = column(Text(200), "督办事项", "事项", width=24)
    result: str | None = column(FOLLOWUP_RESULTS, "结果", "联系结果", width=9)
    promised: datetime.date | None = column(Day(), "承诺日期", "承诺完成日期")
    fulfilled: datetime.date | None = column(Day(), "兑现日期", "完成日期")
    next_step: str | None = column(Text(200), "下一步", width=20)
