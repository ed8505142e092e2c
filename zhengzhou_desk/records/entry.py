"""Entries: one step of a person, with every change it makes to the book."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zhengzhou_desk.records.columns import Record


@dataclass(frozen=True, slots=True)
class Change:
    """One row before and after; None before is a new row, None after a removed one."""

    before: Record | None
    after: Record | None

    @property
    def row(self) -> Record:
        """The row that is there: after the change, or before it where it is removed."""
        present = self.after or self.before
        if present is None:
            raise ValueError("a change without a row")
        return present

    def inverse(self) -> Change:
        """The change that takes this one back."""
        return Change(self.after, self.before)


@dataclass(frozen=True, slots=True)
class Entry:
    """What was done (`name` is a key of NAMES below, `about` its words), and its changes.

    `number` and `at` are given by the store; `undoes` is the number of the entry taken back.
    """

    name: str
    changes: tuple[Change, ...]
    about: tuple[str, ...] = ()
    who: str = ""
    undoes: int | None = None
    number: int = 0
    at: datetime.datetime | None = field(default=None, compare=False)

    def inverse(self) -> Entry:
        """The entry that takes this one back: the inverse changes in the opposite order."""
        changes = tuple(change.inverse() for change in reversed(self.changes))
        return replace(self, changes=changes, undoes=self.number, number=0, at=None)


# The steps a person can take; sentences are made when shown ({0}, {1} are the entry's words).
NAMES = {
    "new_book": "新建账册",
    "edit": "修改 {0} {1}",
    "edit_many": "修改 {0} 处",
    "add": "新增 {0} {1}",
    "remove": "删除 {0} {1} 行",
    "paste": "粘贴 {0} 处",
    "fill": "向下填充 {0} 处",
    "clear": "清除 {0} 处",
    "import": "导入 {0}",
    "issue": "发出 {0} 份通知书",
    "issue_again": "再次督促，发出 {0} 份通知书，替代 {1} 份",
    "apply_accounts": "登记 {0} 家国有企业已申请账号",
    "bulletin": "保存 {0} 年度 {1} 的通报",
    "register": "通知书改为{0}：{1} 份",
    "file": "登记 {0} 个单位的填报",
    "send_back": "退回 {0} 个单位的填报",
    "confirm": "确认 {0} 个单位的填报",
    "submit": "上报 {0} 年度汇总",
    "unlock": "解锁 {0} 年度：{1}",
    "unit_merge": "合并 {0} 到 {1}",
    "unit_dissolve": "撤销 {0} {1}",
    "unit_rename": "更名 {0} 为 {1}",
    "unit_split": "分立 {0} {1}",
    "unit_new": "新设 {0} {1}",
    "canteen_group": "共用食堂由 {0} 代表，共 {1} 个单位",
    "move_orders": "改记 {0} 笔订单到 {1}：{2}",
    "set_aside": "搁置 {0}",
    "take_up": "恢复 {0}",
    "setting": "修改设置 {0}",
    "merge": "读入 {0} 个区县的上报包：{1}",
    "open_year": "开启 {0} 年度",
    "close_year": "结账 {0} 年度",
    "reopen_year": "重新打开 {0} 年度",
    "upgrade": "升级账册格式：{0} 项移到各自的表中",
    "accept_content": "看过后确认账册的现有内容：{0} 行与日志所记不同",
}
