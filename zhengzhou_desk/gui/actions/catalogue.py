"""What can be done in the window: the one list that menus, toolbar, context menus and the F1 page are made from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from zhengzhou_desk.gui.actions import backups, book, documents, edit, enabled, file, filings
from zhengzhou_desk.gui.actions.action import Action, later, tr
from zhengzhou_desk.records.notice import ANSWERED, CLOSED, DELIVERED, WITHDRAWN

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from zhengzhou_desk.gui.dialogs.shortcuts import ShortcutsPage
    from zhengzhou_desk.gui.window_api import WindowApi

MENUS = (
    ("file", later("文件")),
    ("edit", later("编辑")),
    ("view", later("查看")),
    ("filing", later("填报")),
    ("papers", later("文书")),
    ("book", later("账册")),
    ("help", later("帮助")),
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


def _show_shortcuts(window: WindowApi) -> None:
    shortcuts_page(window.widget).exec()


ACTIONS: tuple[Action, ...] = (
    Action("new", later("新建账册…"), "file", file.new_book, "Ctrl+N", "new"),
    Action("open", later("打开账册…"), "file", file.open_book, "Ctrl+O", "open"),
    Action(
        "import",
        later("导入电子表格…"),
        "file",
        file.import_sheets,
        "Ctrl+I",
        "import",
        enabled=enabled.can_write,
        toolbar=True,
        separator=True,
    ),
    Action("export", later("导出工作簿…"), "file", file.export, "Ctrl+E", "export", enabled=enabled.has_book),
    Action(
        "summary",
        later("导出汇总…"),
        "file",
        file.summary,
        "Ctrl+Shift+E",
        "summary",
        enabled=enabled.has_book,
        toolbar=True,
    ),
    Action("package", later("生成上报包…"), "file", file.package, enabled=enabled.has_book),
    Action("merge", later("读入区县上报包…"), "file", file.merge, enabled=enabled.is_city),
    Action(
        "close_book", later("关闭账册"), "file", book.close_book, "Ctrl+W", enabled=enabled.has_book, separator=True
    ),
    Action("undo", later("撤销"), "edit", edit.undo, "Ctrl+Z", "undo", enabled=edit.can_undo, toolbar=True),
    Action("redo", later("重做"), "edit", edit.redo, "Ctrl+Y", "redo", enabled=edit.can_redo, toolbar=True),
    Action(
        "copy",
        later("复制"),
        "edit",
        edit.on_grid("copy"),
        icon="copy",
        enabled=enabled.on_table,
        context=True,
        separator=True,
    ),
    Action("paste", later("粘贴"), "edit", edit.on_grid("paste"), icon="paste", enabled=enabled.can_edit, context=True),
    Action("fill", later("向下填充"), "edit", edit.on_grid("fill_down"), enabled=enabled.can_edit, context=True),
    Action("clear", later("清除内容"), "edit", edit.on_grid("clear_cells"), enabled=enabled.can_edit, context=True),
    Action(
        "new_row",
        later("新增一行"),
        "edit",
        edit.on_grid("new_row"),
        "Ctrl+Insert",
        "add",
        enabled=enabled.can_edit,
        context=True,
    ),
    Action(
        "remove",
        later("删除所选行…"),
        "edit",
        edit.on_grid("remove_rows"),
        "Ctrl+Delete",
        "remove",
        enabled=enabled.can_edit,
        context=True,
    ),
    Action(
        "find",
        later("筛选"),
        "edit",
        edit.find,
        "Ctrl+F",
        "find",
        enabled=enabled.on_table,
        toolbar=True,
        separator=True,
    ),
    Action("replace", later("在本列中替换…"), "edit", edit.replace, "Ctrl+H", enabled=enabled.can_edit),
    Action(
        "unit_page",
        later("单位全貌"),
        "view",
        edit.unit_page,
        "Alt+Return",
        "unit",
        enabled=enabled.on_table,
        context=True,
    ),
    Action("columns", later("选择列…"), "view", edit.columns, icon="columns", enabled=enabled.on_table, context=True),
    Action("wan", later("以万元显示"), "view", edit.wan, "Ctrl+Shift+W", enabled=enabled.on_table, checked=edit.is_wan),
    Action(
        "file_again",
        later("登记为已填报"),
        "filing",
        filings.file_again,
        enabled=enabled.on_filings,
        pages=("filings",),
        context=True,
    ),
    Action(
        "send_back",
        later("退回…"),
        "filing",
        filings.send_back,
        enabled=enabled.on_filings,
        pages=("filings",),
        context=True,
    ),
    Action(
        "confirm",
        later("确认所选"),
        "filing",
        filings.confirm,
        icon="check",
        enabled=enabled.on_filings,
        pages=("filings",),
        context=True,
    ),
    Action("confirm_passing", later("确认全部达标的"), "filing", filings.confirm_passing, enabled=enabled.can_write),
    Action(
        "submit", later("登记已上报…"), "filing", filings.submit, icon="lock", enabled=enabled.can_write, separator=True
    ),
    Action("unlock", later("解锁填报…"), "filing", filings.unlock, enabled=enabled.can_write),
    Action(
        "notices",
        later("起草通知书…"),
        "papers",
        documents.draft_notices,
        "Ctrl+P",
        "notice",
        enabled=enabled.has_book,
        toolbar=True,
    ),
    Action("reminders", later("起草提醒函…"), "papers", documents.draft_reminders, enabled=enabled.has_book),
    Action("bulletin", later("通报…"), "papers", documents.bulletin, enabled=enabled.has_book, separator=True),
    Action("bulletin_tables", later("导出通报各表…"), "papers", documents.bulletin_tables, enabled=enabled.has_book),
    Action("assessment", later("绩效考评…"), "papers", documents.assessment, enabled=enabled.has_book),
    Action("print_summary", later("打印汇总…"), "papers", documents.print_summary, enabled=enabled.has_book),
    Action("account_form", later("账号开通填报表…"), "papers", documents.account_form, enabled=enabled.has_book),
    Action("change_letter", later("账号信息变更函…"), "papers", documents.change_letter, enabled=enabled.has_book),
    Action("change_list", later("单位变更情况表…"), "papers", documents.change_list, enabled=enabled.has_book),
    Action("edit_texts", later("修改文书文字…"), "papers", documents.edit_texts, enabled=enabled.can_write),
    Action(
        "reprint",
        later("查看所选通知书"),
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
        later("登记已送达"),
        "papers",
        documents.advanced(DELIVERED),
        enabled=enabled.on_notices,
        pages=("notices",),
        context=True,
    ),
    Action(
        "answer",
        later("登记已回复"),
        "papers",
        documents.advanced(ANSWERED),
        enabled=enabled.on_notices,
        pages=("notices",),
        context=True,
    ),
    Action(
        "close",
        later("登记已办结"),
        "papers",
        documents.advanced(CLOSED),
        enabled=enabled.on_notices,
        pages=("notices",),
        context=True,
    ),
    Action(
        "withdraw",
        later("撤回所选通知书"),
        "papers",
        documents.advanced(WITHDRAWN),
        enabled=enabled.on_notices,
        pages=("notices",),
        context=True,
    ),
    Action("answered", later("查找已改正的单位…"), "papers", documents.answered, enabled=enabled.can_write),
    Action(
        "unit_change", later("单位合并、撤销、更名…"), "book", book.unit_change, icon="unit", enabled=enabled.can_write
    ),
    Action("canteens", later("共用食堂…"), "book", book.canteens, enabled=enabled.has_book),
    Action(
        "move_orders",
        later("改记订单到另一单位…"),
        "book",
        book.move_orders,
        enabled=enabled.on_orders,
        pages=("purchases",),
        context=True,
    ),
    Action("open_year", later("开启新年度…"), "book", book.open_year, icon="calendar", enabled=enabled.can_write),
    Action("close_year", later("结账或重新打开…"), "book", book.close_year, enabled=enabled.can_write),
    Action(
        "journal", later("日志…"), "book", book.journal, "Ctrl+J", "journal", enabled=enabled.has_book, separator=True
    ),
    Action("backup", later("备份…"), "book", backups.back_up, "Ctrl+B", "backup", enabled=enabled.has_book),
    Action("restore", later("从备份恢复…"), "book", backups.restore, icon="restore"),
    Action("checkup", later("体检…"), "book", backups.check_up, icon="check", enabled=enabled.has_book),
    Action("law", later("现行政策数值…"), "book", book.law, "Ctrl+L", "law", enabled=enabled.has_book, separator=True),
    Action("settings", later("设置…"), "book", book.settings, "Ctrl+,", "settings"),
    Action("manual", later("使用手册"), "help", book.manual, "Shift+F1", "help"),
    Action("shortcuts", later("快捷键"), "help", _show_shortcuts, "F1", "keyboard"),
)
