"""Units: the budget units of a district or county, with canteen, accounts and contact."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from zhengzhou_desk.common.messages import sentence
from zhengzhou_desk.records.clean import name_key
from zhengzhou_desk.records.columns import Record, column, table
from zhengzhou_desk.records.kinds import Code, Day, Reference, Text, choice

OWN, NO_CANTEEN, SHARED, OUTSOURCED = "own", "none", "shared", "outsourced"
CANTEENS = choice(
    (
        (OWN, sentence("自有"), "自办", "自营", "有", "有食堂", "是"),
        (NO_CANTEEN, sentence("无食堂"), "无", "没有", "否"),
        (SHARED, sentence("共用"), "共用食堂", "合用"),
        (OUTSOURCED, sentence("外包"), "承包", "委托经营", "食堂外包"),
    )
)
LEVELS = choice(
    (
        ("1", sentence("一级"), "一级预算单位", "主管"),
        ("2", sentence("二级"), "二级预算单位"),
        ("3", sentence("三级"), "三级预算单位"),
    )
)
ADMIN_ACCOUNTS = choice(
    (("absent", sentence("未导入")), ("inactive", sentence("未激活")), ("active", sentence("已激活"), "激活"))
)


@table("unit", "单位", key=("code",), sheet="单位", unit="code")
@dataclass(frozen=True, slots=True, kw_only=True)
class Unit(Record):
    """A budget unit. Its code's prefix is its parent's code (三位一级)."""

    code: str = column(Code(20), "单位编码", "预算单位编码", "编码", "单位代码", "预算编码", required=True)
    name: str | None = column(Text(100), "单位名称", "预算单位名称", "单位", "名称", "采购人名称", "预算单位", width=26)
    uscc: str | None = column(Code(20), "统一社会信用代码", "信用代码", "社会信用代码", width=20)
    department: str | None = column(Reference(20), "主管部门编码", "主管部门", "主管预算单位编码", "上级单位编码")
    level: str | None = column(LEVELS, "单位级次", "级次", "预算级次", width=8)
    kind: str | None = column(Text(20), "单位类型", "单位性质", "类型")
    canteen: str | None = column(CANTEENS, "食堂情况", "是否有食堂", "食堂", width=9)
    canteen_host: str | None = column(Reference(20), "共用食堂代表单位编码", "代表单位编码", "共用食堂代表单位")
    contractor: str | None = column(Text(100), "承包方名称", "食堂承包方", "承包方", width=18)
    contractor_account: str | None = column(Code(40), "承包方交易账号", "承包方账号")
    admin_account: str | None = column(ADMIN_ACCOUNTS, "管理账号状态", "账号状态", "是否激活", width=10)
    contact: str | None = column(Text(40), "联系人", "填报人", personal=True, width=9)
    phone: str | None = column(Code(40), "联系电话", "电话", "手机", "手机号", "联系方式", personal=True, width=14)
    founded: datetime.date | None = column(Day(), "成立日期", "设立日期")
    closed: datetime.date | None = column(Day(), "撤销日期", "注销日期")
    note: str | None = column(Text(500), "备注", "说明", width=20)

    @property
    def department_or_self(self) -> str:
        """The code of the unit's department; a unit without one is its own."""
        return self.department or self.code

    @property
    def name_key(self) -> str | None:
        """What the name shares with other spellings of it; an index looks units up by it."""
        return name_key(self.name) if self.name else None
