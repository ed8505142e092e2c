"""SOE accounts: state-owned enterprises, the unit they belong to, and their trading account."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from zhengzhou_desk.common.messages import sentence
from zhengzhou_desk.records.columns import Record, column, table
from zhengzhou_desk.records.kinds import Code, Day, Reference, Text, choice

MISSING, APPLIED, OPENED = "missing", "applied", "opened"
ACCOUNT_STATES = choice(
    (
        (MISSING, sentence("未开通"), "无账号", "无"),
        (APPLIED, sentence("已申请"), "申请中"),
        (OPENED, sentence("已开通"), "有账号", "有"),
    )
)


@table("account", "国企", key=("uscc", "name", "since"), sheet="国企", unit="unit")
@dataclass(frozen=True, slots=True, kw_only=True)
class Account(Record):
    """二（三）: an SOE counts for its unit from `since` until the next row of the same credit code."""

    name: str | None = column(Text(100), "企业名称", "国企名称", "单位名称", "名称", width=26)
    uscc: str | None = column(Code(20), "统一社会信用代码", "信用代码", "社会信用代码", width=20)
    unit: str | None = column(Reference(20), "所属预算单位编码", "所属单位编码", "预算单位编码")
    since: datetime.date | None = column(Day(), "归属起始日期", "起始日期")
    state: str | None = column(ACCOUNT_STATES, "交易账号状态", "账号状态", width=10)
    contact: str | None = column(Text(40), "联系人", personal=True, width=9)
    phone: str | None = column(Code(40), "联系电话", "电话", "手机号", "手机", personal=True, width=14)
    address: str | None = column(Text(200), "详细地址", "地址", personal=True, width=26)
    note: str | None = column(Text(500), "备注", width=20)
    regulator: str | None = column(Text(100), "国资监管机构", "监管机构", "出资人", width=20)
