"""Entries: one step of a person, with every change it makes to the book."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from zhengzhou_desk.common.messages import counted, sentence

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


# How many characters of the journal's head are printed: enough to tell two books apart.
HEAD = 8
# Steps that change no row and are journalled all the same: who has looked at what.
SHOW_PERSONAL = "show_personal"
WITHOUT_CHANGES = frozenset({SHOW_PERSONAL})
# The step by which personal data is deleted for good.
FORGET = "forget"


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


# The steps a person can take; sentences are made when shown ({0}, {1} are the entry's words; a step that is counted
# is counted by the first number among them).
NAMES = {
    "new_book": sentence("新建账册"),
    "edit": sentence("修改 {0} {1}"),
    "edit_many": counted("修改 {0} 处"),
    "add": sentence("新增 {0} {1}"),
    "remove": counted("删除 {0} {1} 行"),
    "paste": counted("粘贴 {0} 处"),
    "fill": counted("向下填充 {0} 处"),
    "clear": counted("清除 {0} 处"),
    "import": sentence("导入 {0}"),
    "issue": counted("发出 {0} 份通知书"),
    "issue_again": counted("再次督促，发出 {0} 份通知书，替代 {1} 份"),
    "office_copy": counted("登记 {0} 份通知书另存有可修改的 Word 文件"),
    "apply_accounts": counted("登记 {0} 家国有企业已申请账号"),
    "bulletin": sentence("保存 {0} 年度 {1} 的通报"),
    "register": counted("通知书改为{0}：{1} 份"),
    "file": counted("登记 {0} 个单位的填报"),
    "send_back": counted("退回 {0} 个单位的填报"),
    "confirm": counted("确认 {0} 个单位的填报"),
    "submit": sentence("上报 {0} 年度汇总"),
    "unlock": sentence("解锁 {0} 年度：{1}"),
    "unit_merge": sentence("合并 {0} 到 {1}"),
    "unit_dissolve": sentence("撤销 {0} {1}"),
    "unit_rename": sentence("更名 {0} 为 {1}"),
    "unit_split": sentence("分立 {0} {1}"),
    "unit_new": sentence("新设 {0} {1}"),
    "list_taken": counted("按名录 {1} 办理 {0} 处差异，依据：{2}"),
    "list_left": counted("名录比对留下 {0} 处差异：{1}"),
    "list_again": counted("名录比对重新列出 {0} 处差异"),
    "list_same": sentence("名录比对认定 {0}：{1}"),
    "canteen_group": counted("共用食堂由 {0} 代表，共 {1} 个单位"),
    "followup": counted("登记与 {0} 个单位的联系"),
    "promise_kept": counted("登记 {0} 项承诺已兑现"),
    "quotas": counted("分解 {1} 年度任务到 {0} 个单位"),
    "move_orders": counted("改记 {0} 笔订单到 {1}：{2}"),
    "set_aside": sentence("搁置 {0}"),
    "set_aside_many": counted("搁置 {0} 条审核结果"),
    "take_up": sentence("恢复 {0}"),
    "take_up_many": counted("恢复 {0} 条审核结果"),
    "setting": sentence("修改设置 {0}"),
    "report": counted("记下 {0} 年度已上报 {1} 个单位"),
    "merge": counted("读入 {0} 个区县的上报包：{1}"),
    "district_code": sentence("登记 {0} 的核对码"),
    "no_district_code": sentence("删去 {0} 的核对码"),
    "take_pack": sentence("采用从 {0} 年度起的政策包：{1}，摘要 {2}"),
    "drop_pack": sentence("停用从 {0} 年度起的政策包：{1}，摘要 {2}"),
    "open_year": sentence("开启 {0} 年度"),
    "close_year": sentence("结账 {0} 年度"),
    "reopen_year": sentence("重新打开 {0} 年度"),
    "upgrade": counted("升级账册格式：{0} 项移到各自的表中"),
    "rescue": counted("抢救账册：{0} 行读入，至多缺 {1} 行，来自 {2}"),
    "take_over": counted("从 {1} 带过来 {0} 步"),
    "show_personal": sentence("显示个人信息"),
    "forget": counted("删除 {0} 行个人信息（{1} 年以前撤销或结束的）"),
    "accept_content": counted("看过后确认账册的现有内容：{0} 行与日志所记不同"),
}
