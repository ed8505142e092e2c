"""What can be done in the window: the one list from which menus, toolbar and shortcuts are made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from zhengzhou_desk.common.messages import sentence
from zhengzhou_desk.gui.actions import (
    backups,
    book,
    copies,
    documents,
    edit,
    enabled,
    file,
    filings,
    followups,
    personal,
    unit_lists,
)
from zhengzhou_desk.gui.actions.action import Action, tr
from zhengzhou_desk.records.notice import ANSWERED, CLOSED, DELIVERED, WITHDRAWN

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from zhengzhou_desk.gui.dialogs.shortcuts import ShortcutsPage
    from zhengzhou_desk.gui.window_api import WindowApi

MENUS = (
    ("file", sentence("文件")),
    ("edit", sentence("编辑")),
    ("view", sentence("查看")),
    ("filing", sentence("填报")),
    ("papers", sentence("文书")),
    ("book", sentence("账册")),
    ("help", sentence("帮助")),
)


def shortcuts_page(parent: QWidget) -> ShortcutsPage:
    """The page of all actions with their keys; it is here because it shows this very list."""
    from zhengzhou_desk.gui.dialogs.shortcuts import ShortcutsPage  # opened seldom, not needed to start

    menus = {key: QCoreApplication.translate("menu", title) for key, title in MENUS}
    rows = [
        (QKeySequence(action.shortcut).toString(), tr(action.text).rstrip("…"), menus[action.menu])
        for action in ACTIONS
    ]
    return ShortcutsPage(parent, menus, rows)


def _find_anything(window: WindowApi) -> None:
    """One field for everything; of this very list what can be done now."""
    from zhengzhou_desk.gui.dialogs.find_anything import FindAnything

    able = [action for action in ACTIONS if action.enabled(window) and action.key != "find_anything"]
    rows = [(each.key, tr(each.text).rstrip("…"), QKeySequence(each.shortcut).toString()) for each in able]
    FindAnything(window, rows).exec()


def _show_shortcuts(window: WindowApi) -> None:
    shortcuts_page(window.widget).exec()


ACTIONS: tuple[Action, ...] = (
    Action("new", sentence("新建账册…"), "file", file.new_book, "Ctrl+N", "new"),
    Action("open", sentence("打开账册…"), "file", file.open_book, "Ctrl+O", "open"),
    Action(
        "import",
        sentence("导入电子表格…"),
        "file",
        file.import_sheets,
        "Ctrl+I",
        "import",
        enabled=enabled.can_write,
        toolbar=True,
        separator=True,
    ),
    Action("export", sentence("导出工作簿…"), "file", file.export, "Ctrl+E", "export", enabled=enabled.has_book),
    Action("export_shown", sentence("导出当前表格…"), "file", file.export_shown, enabled=enabled.on_table),
    Action("print_shown", sentence("打印当前表格…"), "file", file.print_shown, icon="print", enabled=enabled.on_table),
    Action(
        "summary",
        sentence("导出汇总…"),
        "file",
        file.summary,
        "Ctrl+Shift+E",
        "summary",
        enabled=enabled.has_book,
        toolbar=True,
    ),
    Action("before_submission", sentence("上报前检查…"), "file", file.check_before, enabled=enabled.has_book),
    Action("package", sentence("生成上报包…"), "file", file.package, enabled=enabled.has_book),
    Action("merge", sentence("读入区县上报包…"), "file", file.merge, enabled=enabled.is_city),
    Action(
        "close_book", sentence("关闭账册"), "file", book.close_book, "Ctrl+W", enabled=enabled.has_book, separator=True
    ),
    Action("undo", sentence("撤销"), "edit", edit.undo, "Ctrl+Z", "undo", enabled=edit.can_undo, toolbar=True),
    Action("redo", sentence("重做"), "edit", edit.redo, "Ctrl+Y", "redo", enabled=edit.can_redo, toolbar=True),
    Action(
        "cut",
        sentence("剪切"),
        "edit",
        edit.on_grid("cut"),
        enabled=enabled.can_edit,
        context=True,
        separator=True,
    ),
    Action(
        "copy",
        sentence("复制"),
        "edit",
        edit.on_grid("copy"),
        icon="copy",
        enabled=enabled.on_table,
        context=True,
    ),
    Action(
        "paste", sentence("粘贴"), "edit", edit.on_grid("paste"), icon="paste", enabled=enabled.can_edit, context=True
    ),
    Action("fill", sentence("向下填充"), "edit", edit.on_grid("fill_down"), enabled=enabled.can_edit, context=True),
    Action(
        "fill_right", sentence("向右填充"), "edit", edit.on_grid("fill_right"), enabled=enabled.can_edit, context=True
    ),
    Action("clear", sentence("清除内容"), "edit", edit.on_grid("clear_cells"), enabled=enabled.can_edit, context=True),
    Action(
        "new_row",
        sentence("新增一行"),
        "edit",
        edit.on_grid("new_row"),
        "Ctrl+Insert",
        "add",
        enabled=enabled.can_edit,
        context=True,
    ),
    Action(
        "remove",
        sentence("删除所选行…"),
        "edit",
        edit.on_grid("remove_rows"),
        "Ctrl+Delete",
        "remove",
        enabled=enabled.can_edit,
        context=True,
    ),
    Action(
        "find",
        sentence("查找"),
        "edit",
        edit.find,
        "Ctrl+F",
        "find",
        enabled=enabled.on_table,
        toolbar=True,
        separator=True,
    ),
    Action("find_next", sentence("查找下一处"), "edit", edit.finding(1), "F3", enabled=enabled.on_table),
    Action("find_previous", sentence("查找上一处"), "edit", edit.finding(-1), "Shift+F3", enabled=enabled.on_table),
    Action("filter", sentence("筛选"), "edit", edit.filter_rows, "Ctrl+Shift+L", "filter", enabled=enabled.on_table),
    Action("find_anything", sentence("查找单位、订单、操作…"), "edit", _find_anything, "Ctrl+K"),
    Action("replace", sentence("替换…"), "edit", edit.replace, "Ctrl+H", enabled=enabled.can_edit),
    Action(
        "unit_page",
        sentence("单位全貌"),
        "view",
        edit.unit_page,
        "Alt+Return",
        "unit",
        enabled=enabled.on_table,
        context=True,
    ),
    Action(
        "next_finding",
        sentence("下一条审核结果"),
        "view",
        edit.stepping(1),
        "F8",
        enabled=enabled.has_book,
        separator=True,
    ),
    Action(
        "previous_finding",
        sentence("上一条审核结果"),
        "view",
        edit.stepping(-1),
        "Shift+F8",
        enabled=enabled.has_book,
    ),
    Action("next_part", sentence("移到下一部分"), "view", edit.moving(1), "F6", enabled=enabled.has_book),
    Action("previous_part", sentence("移到上一部分"), "view", edit.moving(-1), "Shift+F6", enabled=enabled.has_book),
    Action(
        "columns", sentence("选择列…"), "view", edit.columns, icon="columns", enabled=enabled.on_table, context=True
    ),
    Action("column_menu", sentence("本列的菜单…"), "view", edit.column_menu, enabled=enabled.on_table),
    Action(
        "wan", sentence("以万元显示"), "view", edit.wan, "Ctrl+Shift+W", enabled=enabled.on_table, checked=edit.is_wan
    ),
    Action(
        "show_personal",
        sentence("显示个人信息"),
        "view",
        personal.show,
        enabled=enabled.has_book,
        checked=personal.is_shown,
    ),
    Action(
        "file_again",
        sentence("登记为已填报"),
        "filing",
        filings.file_again,
        enabled=enabled.on_filings,
        pages=("filings",),
        context=True,
    ),
    Action(
        "send_back",
        sentence("退回…"),
        "filing",
        filings.send_back,
        enabled=enabled.on_filings,
        pages=("filings",),
        context=True,
    ),
    Action(
        "confirm",
        sentence("确认所选"),
        "filing",
        filings.confirm,
        icon="check",
        enabled=enabled.on_filings,
        pages=("filings",),
        context=True,
    ),
    Action("confirm_passing", sentence("确认全部达标的"), "filing", filings.confirm_passing, enabled=enabled.can_write),
    Action(
        "followup",
        sentence("记一次联系…"),
        "filing",
        followups.note,
        "F9",
        enabled=followups.can_note,
        context=True,
        separator=True,
    ),
    Action(
        "promise_kept",
        sentence("登记承诺已兑现"),
        "filing",
        followups.keep,
        enabled=followups.on_promises,
        pages=("notices",),
        context=True,
    ),
    Action("findings_list", sentence("导出审核清单…"), "filing", documents.findings_list, enabled=enabled.has_book),
    Action("call_list", sentence("电话督办名单…"), "filing", followups.call_list, enabled=enabled.has_book),
    Action(
        "submit",
        sentence("登记已上报…"),
        "filing",
        filings.submit,
        icon="lock",
        enabled=enabled.can_write,
        separator=True,
    ),
    Action("unlock", sentence("解锁填报…"), "filing", filings.unlock, enabled=enabled.can_write),
    Action(
        "notices",
        sentence("起草通知书…"),
        "papers",
        documents.draft_notices,
        "Ctrl+P",
        "notice",
        enabled=enabled.has_book,
        toolbar=True,
    ),
    Action("reminders", sentence("起草提醒函…"), "papers", documents.draft_reminders, enabled=enabled.has_book),
    Action("merge_list", sentence("邮件合并名单…"), "papers", documents.merge_list, enabled=enabled.has_book),
    Action("bulletin", sentence("通报…"), "papers", documents.bulletin, enabled=enabled.has_book, separator=True),
    Action("bulletin_tables", sentence("导出通报各表…"), "papers", documents.bulletin_tables, enabled=enabled.has_book),
    Action("assessment", sentence("绩效考评…"), "papers", documents.assessment, enabled=enabled.has_book),
    Action("print_summary", sentence("打印汇总…"), "papers", documents.print_summary, enabled=enabled.has_book),
    Action("account_form", sentence("账号开通填报表…"), "papers", documents.account_form, enabled=enabled.has_book),
    Action("change_letter", sentence("账号信息变更函…"), "papers", documents.change_letter, enabled=enabled.has_book),
    Action("change_list", sentence("单位变更情况表…"), "papers", documents.change_list, enabled=enabled.has_book),
    Action("edit_texts", sentence("修改文书文字…"), "papers", documents.edit_texts, enabled=enabled.can_write),
    Action(
        "reprint",
        sentence("查看所选通知书"),
        "papers",
        documents.reprint,
        icon="print",
        enabled=enabled.on_notices,
        separator=True,
        pages=("notices",),
        context=True,
    ),
    Action(
        "delivered",
        sentence("登记已送达"),
        "papers",
        documents.advanced(DELIVERED),
        enabled=enabled.on_notices,
        pages=("notices",),
        context=True,
    ),
    Action(
        "answer",
        sentence("登记已回复"),
        "papers",
        documents.advanced(ANSWERED),
        enabled=enabled.on_notices,
        pages=("notices",),
        context=True,
    ),
    Action(
        "close",
        sentence("登记已办结"),
        "papers",
        documents.advanced(CLOSED),
        enabled=enabled.on_notices,
        pages=("notices",),
        context=True,
    ),
    Action(
        "withdraw",
        sentence("撤回所选通知书"),
        "papers",
        documents.advanced(WITHDRAWN),
        enabled=enabled.on_notices,
        pages=("notices",),
        context=True,
    ),
    Action("answered", sentence("查找已改正的单位…"), "papers", documents.answered, enabled=enabled.can_write),
    Action(
        "unit_change",
        sentence("单位合并、撤销、更名…"),
        "book",
        book.unit_change,
        icon="unit",
        enabled=enabled.can_write,
    ),
    Action("compare_units", sentence("与另一份名录比对…"), "book", unit_lists.compare, enabled=enabled.has_book),
    Action("canteens", sentence("共用食堂…"), "book", book.canteens, enabled=enabled.has_book),
    Action(
        "move_orders",
        sentence("改记订单到另一单位…"),
        "book",
        book.move_orders,
        enabled=enabled.on_orders,
        pages=("purchases",),
        context=True,
    ),
    Action("quotas", sentence("任务分解…"), "book", book.divide_task, enabled=enabled.can_write),
    Action("quotas_out", sentence("导出任务完成情况…"), "book", book.export_quotas, enabled=enabled.has_book),
    Action("open_year", sentence("开启新年度…"), "book", book.open_year, icon="calendar", enabled=enabled.can_write),
    Action("close_year", sentence("结账或重新打开…"), "book", book.close_year, enabled=enabled.can_write),
    Action(
        "journal",
        sentence("日志…"),
        "book",
        book.journal,
        "Ctrl+J",
        "journal",
        enabled=enabled.has_book,
        separator=True,
    ),
    Action("copies", sentence("与另一份比对…"), "book", copies.choose, enabled=enabled.has_book),
    Action("forget", sentence("删除过期的个人信息…"), "book", personal.forget, enabled=enabled.can_write),
    Action("backup", sentence("备份…"), "book", backups.back_up, "Ctrl+B", "backup", enabled=enabled.has_book),
    Action("restore", sentence("从备份恢复…"), "book", backups.restore, icon="restore"),
    Action("checkup", sentence("体检…"), "book", backups.check_up, icon="check", enabled=enabled.has_book),
    Action(
        "law", sentence("现行政策数值…"), "book", book.law, "Ctrl+L", "law", enabled=enabled.has_book, separator=True
    ),
    Action("policy_packs", sentence("政策包…"), "book", book.policy_packs, enabled=enabled.has_book),
    Action("signing_key", sentence("签名密钥…"), "book", book.signing_key),
    Action("district_codes", sentence("区县核对码…"), "book", book.district_codes, enabled=enabled.is_city),
    Action("settings", sentence("设置…"), "book", book.settings, "Ctrl+,", "settings"),
    Action("manual", sentence("使用手册"), "help", book.manual, "F1", "help"),
    Action("manual_pdf", sentence("使用手册另存为 PDF…"), "help", book.manual_pdf),
    Action("shortcuts", sentence("快捷键"), "help", _show_shortcuts, "Shift+F1", "keyboard"),
    Action("about", sentence("关于…"), "help", book.about, separator=True),
)
