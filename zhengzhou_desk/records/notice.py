"""Notices: what was sent to a unit, frozen as it stood on the day, and what became of it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from zhengzhou_desk.common.messages import sentence
from zhengzhou_desk.records.columns import Record, column, table
from zhengzhou_desk.records.kinds import Day, DeclaredName, DocumentNumber, Reference, Text, Year, choice

DRAFT, ISSUED, DELIVERED, ANSWERED, CLOSED, SUPERSEDED, WITHDRAWN = (
    "draft", "issued", "delivered", "answered", "closed", "superseded", "withdrawn",
)  # fmt: skip
NOTICE_STATES = choice(
    (
        (DRAFT, sentence("草稿")),
        (ISSUED, sentence("已发文")),
        (DELIVERED, sentence("已送达")),
        (ANSWERED, sentence("已回复")),
        (CLOSED, sentence("已办结")),
        (SUPERSEDED, sentence("已替代")),
        (WITHDRAWN, sentence("已撤回")),
    )
)
REFILE, REMIND = "refile", "remind"
NOTICE_KINDS = choice(((REFILE, sentence("督促重新填报")), (REMIND, sentence("提醒函"))))
# Room for a letter that lists two thousand orders, or all units of the largest department.
FROZEN = Text(200_000)
# The steps by which notices are issued and moved on in the register; they cannot be undone.
ISSUE, ISSUE_AGAIN, ADVANCE = "issue", "issue_again", "register"
MOVES = frozenset({ISSUE, ISSUE_AGAIN})
# What has been sent and is not settled: the unit has a notice in its hands.
OPEN = (ISSUED, DELIVERED, ANSWERED)
# What of an issued notice is still typed: the clerk's own note.
TYPED = frozenset({"note"})


@table("notice", "通知书", key=("number", "unit", "year"), year="year", unit="unit")
@dataclass(frozen=True, slots=True, kw_only=True)
class Notice(Record):
    """A notice to one unit. `content` is the frozen document (JSON) a reprint is made from alone."""

    year: int = column(Year(), "年度", required=True, width=7)
    unit: str = column(Reference(20), "单位编码", required=True)
    kind: str = column(NOTICE_KINDS, "种类", required=True)
    number: str | None = column(DocumentNumber(60), "发文字号", "文号", width=20)
    state: str | None = column(NOTICE_STATES, "状态", default=DRAFT, width=9)
    day: datetime.date | None = column(Day(), "成文日期")
    reply_by: datetime.date | None = column(Day(), "回复期限")
    rules: str | None = column(DeclaredName(200, "rule"), "事由", width=20)
    delivered: datetime.date | None = column(Day(), "送达日期")
    answered: datetime.date | None = column(Day(), "回复日期")
    note: str | None = column(Text(500), "备注", width=20)
    content: str | None = column(FROZEN, "文书内容")


def is_issued(notice: Notice) -> bool:
    """Whether it has gone out, whatever became of it since."""
    return notice.state not in (None, DRAFT)
