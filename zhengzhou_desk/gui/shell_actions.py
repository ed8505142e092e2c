"""What can be done in the window: the one list that menus, toolbar, context menus and the F1 page are made from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from zhengzhou_desk import papers, workflow
from zhengzhou_desk.editing import line_text
from zhengzhou_desk.gui import ask
from zhengzhou_desk.gui.actions import Action, later
from zhengzhou_desk.gui.record_tab import RecordTab, TablePage
from zhengzhou_desk.records import Filing, Notice, Record
from zhengzhou_desk.records.notice import ANSWERED, CLOSED, DELIVERED, WITHDRAWN

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from zhengzhou_desk.exchange.headers import Layout
    from zhengzhou_desk.exchange.sheet import Sheet
    from zhengzhou_desk.gui.frame import Frame
    from zhengzhou_desk.gui.main_window import MainWindow
    from zhengzhou_desk.policy.bulletin import Bulletin

MENUS = (
    ("file", later("文件")),
    ("edit", later("编辑")),
    ("view", later("查看")),
    ("filing", later("填报")),
    ("papers", later("文书")),
    ("book", later("账册")),
    ("help", later("帮助")),
)


def tr(text: str) -> str:
    """A sentence of the window outside any widget."""
    return QCoreApplication.translate("actions", text)


# -- when -----------------------------------------------------------------------------------------


def has_book(frame: Frame) -> bool:
    return frame.has_book


def can_write(frame: Frame) -> bool:
    return frame.has_book and frame.desk.writable


def table(frame: Frame) -> TablePage | None:
    """The table that is shown, if a tab of records is."""
    page = frame.page if frame.has_book else None
    return page.table if isinstance(page, RecordTab) else None


def on_table(frame: Frame) -> bool:
    return table(frame) is not None


def can_edit(frame: Frame) -> bool:
    found = table(frame)
    return found is not None and found.records.can_edit


def filings(frame: Frame) -> list[Filing]:
    """The filings of the selected rows."""
    found = table(frame)
    return [row for row in found.grid.chosen() if isinstance(row, Filing)] if found is not None else []


def notices(frame: Frame) -> list[Notice]:
    found = table(frame)
    return [row for row in found.grid.chosen() if isinstance(row, Notice)] if found is not None else []


def on_filings(frame: Frame) -> bool:
    return can_write(frame) and _selected(frame, Filing)


def on_notices(frame: Frame) -> bool:
    return can_write(frame) and _selected(frame, Notice)


def _selected(frame: Frame, cls: type[Record]) -> bool:
    """Whether rows of a table are selected; which they are is only looked at when something is done with them."""
    found = table(frame)
    return found is not None and found.records.spec.cls is cls and found.grid.selectionModel().hasSelection()


# -- file -----------------------------------------------------------------------------------------


def new_book(frame: Frame) -> None:
    from zhengzhou_desk.gui.opening import make_book

    make_book(frame)


def open_book(frame: Frame) -> None:
    path = ask.open_file(frame.widget, tr("打开账册"), ask.BOOKS)
    if path is not None:
        frame.open_book(path)


def import_sheets(frame: Frame) -> None:
    path = ask.open_file(frame.widget, tr("导入电子表格"), ask.SHEETS)
    if path is not None:
        import_file(frame, path)


def import_file(frame: Frame, path: Path) -> None:
    """Reads a file in the background, then shows what it would change; where a column is unclear, that is asked first."""
    from zhengzhou_desk.gui import import_dialog

    desk = frame.desk

    def read(progress: object, cancelled: Callable[[], bool]) -> tuple[tuple[Sheet, ...], tuple[Layout, ...]]:
        from zhengzhou_desk.exchange.importing import layouts
        from zhengzhou_desk.exchange.reading import read_workbook

        sheets = read_workbook(path, cancelled=cancelled)
        found = layouts(sheets)
        if not found:
            desk.plan_sheets(sheets, path.name)  # says in its own words what is missing
        return sheets, found

    def look(answer: tuple[tuple[Sheet, ...], tuple[Layout, ...]]) -> None:
        dialog = import_dialog.ImportDialog(frame, path, *answer)
        if dialog.is_clear:
            dialog.look(dialog.open)
        else:
            dialog.open()

    frame.work(tr("正在读取 {name}").format(name=path.name), read, look)


def export(frame: Frame) -> None:
    from zhengzhou_desk.gui import export_dialog

    export_dialog.export(frame)


def summary(frame: Frame) -> None:
    from zhengzhou_desk.gui import export_dialog

    export_dialog.summary(frame)


def package(frame: Frame) -> None:
    from zhengzhou_desk.gui import reporting

    reporting.submit_package(frame)


def merge(frame: Frame) -> None:
    from zhengzhou_desk.gui import reporting

    reporting.merge_packages(frame)


def is_city(frame: Frame) -> bool:
    """Whether the book is a city's, which takes in its districts' packages."""
    return can_write(frame) and frame.desk.region.endswith("00")


# -- edit -----------------------------------------------------------------------------------------


def undo(frame: Frame) -> None:
    frame.attempt(frame.desk.undo)


def redo(frame: Frame) -> None:
    frame.attempt(frame.desk.redo)


def can_undo(frame: Frame) -> bool:
    return can_write(frame) and frame.desk.undoable is not None


def can_redo(frame: Frame) -> bool:
    return can_write(frame) and frame.desk.redoable is not None


def undo_text(frame: Frame) -> str:
    """撤销, with the name of the step."""
    entry = frame.desk.undoable if frame.has_book else None
    return tr("撤销：{step}").format(step=line_text(entry, frame.lang)) if entry is not None else tr("撤销")


def redo_text(frame: Frame) -> str:
    entry = frame.desk.redoable if frame.has_book else None
    return tr("重做：{step}").format(step=line_text(entry, frame.lang)) if entry is not None else tr("重做")


def _grid(name: str) -> Callable[[Frame], None]:
    def run(frame: Frame) -> None:
        found = table(frame)
        if found is not None:
            getattr(found.grid, name)()

    return run


def find(frame: Frame) -> None:
    found = table(frame)
    if found is not None:
        found.look_for()


def replace(frame: Frame) -> None:
    from zhengzhou_desk.gui.replace_dialog import ReplaceDialog

    found = table(frame)
    if found is not None:
        ReplaceDialog(frame, found).exec()


def unit_page(frame: Frame) -> None:
    found = table(frame)
    record = found.records.record(found.grid.currentIndex().row()) if found is not None else None
    if record is not None and record.unit_of is not None:
        frame.show_unit(record.unit_of)


def columns(frame: Frame) -> None:
    from zhengzhou_desk.gui.columns_dialog import ColumnsDialog

    found = table(frame)
    if found is not None:
        ColumnsDialog(frame, found).exec()


def wan(frame: Frame) -> None:
    found = table(frame)
    if found is not None:
        found.records.show_in_wan(wan=not found.records.wan)


def is_wan(frame: Frame) -> bool:
    found = table(frame)
    return found is not None and found.records.wan


# -- filings ----------------------------------------------------------------------------------------


def file_again(frame: Frame) -> None:
    frame.attempt(lambda: workflow.file(frame.desk, filings(frame), frame.desk.today))


def send_back(frame: Frame) -> None:
    rows = filings(frame)
    reason = ask.text(frame.widget, tr("退回填报"), tr("退回 {count} 个单位的填报，原因：").format(count=len(rows)))
    if reason is not None:
        frame.attempt(lambda: workflow.send_back(frame.desk, rows, reason, frame.desk.today))


def confirm(frame: Frame) -> None:
    frame.attempt(lambda: workflow.confirm(frame.desk, filings(frame), frame.desk.today))


def confirm_passing(frame: Frame) -> None:
    left = frame.attempt(lambda: workflow.confirm_passing(frame.desk, frame.desk.today))
    if left:
        codes = [row.unit.code for row in left]
        text = tr("达标的填报都已确认；还有 {count} 个单位没有确认").format(count=len(left))
        frame.tell(text, tr("看这些单位"), lambda: frame.show_units("filings", codes, tr("未确认")))
    elif left is not None:
        frame.tell(tr("全部填报都已确认"))


def submit(frame: Frame) -> None:
    desk = frame.desk
    if ask.yes(frame.widget, tr("登记 {year} 年度汇总已上报市局吗？").format(year=desk.year), tr("此后本年度填报锁定，要改须先解锁并写明理由。"), accept=tr("已上报")):
        frame.attempt(lambda: workflow.submit(desk, desk.year, desk.today))


def unlock(frame: Frame) -> None:
    reason = ask.text(frame.widget, tr("解锁填报"), tr("解锁的理由（记入日志）："))
    if reason is not None:
        frame.attempt(lambda: workflow.unlock(frame.desk, frame.desk.year, reason))


# -- papers ----------------------------------------------------------------------------------------


def draft_notices(frame: Frame) -> None:
    from zhengzhou_desk.gui.notices_dialog import NoticesDialog

    NoticesDialog(frame).exec()


def draft_reminders(frame: Frame) -> None:
    from zhengzhou_desk.gui.notices_dialog import RemindersDialog

    RemindersDialog(frame).exec()


def bulletin(frame: Frame) -> None:
    """The bulletin as of the day looked at: shown, then kept for the next one if the person wants."""
    from zhengzhou_desk import circulars
    from zhengzhou_desk.gui.preview_window import PreviewWindow

    desk = frame.desk

    def job(progress: object, cancelled: object) -> tuple[Bulletin, bytes]:
        made = circulars.make(desk, desk.year)
        return made, papers.pdf_of(circulars.content(desk, made))

    def done(answer: tuple[Bulletin, bytes]) -> None:
        made, pdf = answer
        PreviewWindow(frame, tr("通报"), pdf, tr("{year}年通报{day}.pdf").format(year=made.year, day=made.day)).exec()
        question = tr("把本期数字存入账册，供下期对比吗？")
        if desk.writable and made.day not in circulars.kept(desk, made.year) and ask.yes(frame.widget, question):
            frame.attempt(lambda: circulars.keep(desk, made))

    frame.work(tr("正在生成通报"), job, done)


def print_summary(frame: Frame) -> None:
    """The summary on paper: a letter to the city with its tables, previewed as it will print."""
    from zhengzhou_desk import circulars
    from zhengzhou_desk.gui.preview_window import PreviewWindow

    desk = frame.desk

    def done(made: bytes) -> None:
        PreviewWindow(frame, tr("打印汇总"), made, tr("{bureau}{year}年汇总.pdf").format(bureau=desk.bureau, year=desk.year)).exec()

    frame.work(tr("正在排版汇总"), lambda progress, cancelled: papers.pdf_of(circulars.summary_letter(desk, desk.year)), done)


def bulletin_tables(frame: Frame) -> None:
    from zhengzhou_desk import circulars, sheets

    desk = frame.desk
    path = ask.save_file(frame.widget, tr("导出通报各表"), tr("{year}年通报{day}.xlsx").format(year=desk.year, day=desk.today), ".xlsx")
    if path is not None:
        frame.work(
            tr("正在生成通报"),
            lambda progress, cancelled: sheets.write_bulletin(desk, path, circulars.make(desk, desk.year).reports),
            lambda _: frame.tell(tr("已导出 {path}").format(path=path)),
        )


def account_form(frame: Frame) -> None:
    """The form for trading accounts; afterwards the SOEs may be noted as applied for."""
    from zhengzhou_desk import sheets

    desk = frame.desk
    path = ask.save_file(frame.widget, tr("账号开通填报表"), tr("采购人交易账号开通填报表.xlsx"), ".xlsx")
    if path is None:
        return
    mark = desk.writable and ask.yes(frame.widget, tr("同时把表中的国有企业登记为已申请吗？"))
    count = frame.attempt(lambda: sheets.write_accounts(desk, path, mark=mark))
    if count is not None:
        frame.tell(tr("已写出 {path}，共 {count} 家").format(path=path, count=count))


def change_letter(frame: Frame) -> None:
    """The letter of unit changes to the platform, to be looked at, saved and printed."""
    from zhengzhou_desk import circulars
    from zhengzhou_desk.gui.preview_window import PreviewWindow

    made = frame.attempt(lambda: papers.pdf_of(circulars.change_letter(frame.desk)))
    if made is not None:
        PreviewWindow(frame, tr("账号信息变更函"), made, tr("账号信息变更函.pdf")).exec()


def change_list(frame: Frame) -> None:
    from zhengzhou_desk import sheets

    path = ask.save_file(frame.widget, tr("单位变更情况表"), tr("预算单位变更情况表.xlsx"), ".xlsx")
    if path is not None:
        count = frame.attempt(lambda: sheets.write_changes(frame.desk, path))
        if count is not None:
            frame.tell(tr("已写出 {path}，共 {count} 项").format(path=path, count=count))


def unit_change(frame: Frame) -> None:
    from zhengzhou_desk.gui.change_dialog import ChangeDialog

    ChangeDialog(frame).exec()


def edit_texts(frame: Frame) -> None:
    from zhengzhou_desk.gui.template_dialog import TemplateDialog

    TemplateDialog(frame).exec()


def reprint(frame: Frame) -> None:
    from zhengzhou_desk.gui.preview_window import PreviewWindow

    rows = notices(frame)
    made = frame.attempt(lambda: papers.reprint(rows[0])) if rows else None
    if made is not None:
        PreviewWindow(frame, rows[0].number or tr("通知书"), made, f"{rows[0].number or rows[0].unit}.pdf").exec()


def _advance(state: str) -> Callable[[Frame], None]:
    def run(frame: Frame) -> None:
        frame.attempt(lambda: frame.desk.advance_notices(notices(frame), state, frame.desk.today))

    return run


def answered(frame: Frame) -> None:
    """Proposes the notices whose unit has mended its filing since."""
    found = papers.answered_by_filing(frame.desk)
    if not found:
        frame.tell(tr("没有因重新填报而可以办结的通知书"))
    elif ask.yes(frame.widget, tr("有 {count} 份通知书的单位已经改正，登记为已回复吗？").format(count=len(found))):
        frame.attempt(lambda: frame.desk.advance_notices(found, ANSWERED, frame.desk.today))


# -- book ------------------------------------------------------------------------------------------


def open_year(frame: Frame) -> None:
    year = ask.number(frame.widget, tr("开启新年度"), tr("年度（单位、变更和上年预留自动带过来）："), max(frame.desk.years) + 1, 2021, 2099)

    def opened() -> bool:
        assert year is not None
        frame.desk.open_year(year)
        return True

    if year is not None and frame.attempt(opened):
        frame.tell(tr("已开启 {year} 年度。接下来导入或录入本年度的填报。").format(year=year), tr("导入…"), lambda: import_sheets(frame))


def close_year(frame: Frame) -> None:
    desk = frame.desk
    closed = desk.year in desk.closed_years
    if closed:
        agreed = ask.yes(frame.widget, tr("重新打开 {year} 年度吗？").format(year=desk.year), tr("打开后又可以修改，这一步记入日志。"), accept=tr("重新打开"))
    else:
        details = tr("结账后本年度只能查看，不能修改；需要时可以重新打开。")
        agreed = ask.yes(frame.widget, tr("给 {year} 年度结账吗？").format(year=desk.year), details, accept=tr("结账"))
    if agreed:
        frame.attempt(lambda: desk.close_year(desk.year, closed=not closed))


def journal(frame: Frame) -> None:
    from zhengzhou_desk.gui.journal_window import JournalWindow

    JournalWindow(frame).exec()


def settings(frame: Frame) -> None:
    from zhengzhou_desk.gui.settings_dialog import SettingsDialog

    SettingsDialog(frame).exec()


def law(frame: Frame) -> None:
    from zhengzhou_desk.gui.law_window import LawWindow

    LawWindow(frame).exec()


def back_up(frame: Frame) -> None:
    from zhengzhou_desk.gui.backup_dialog import BackupDialog

    BackupDialog(_window(frame)).exec()


def restore(frame: Frame) -> None:
    """Puts a copy in the place of the book that is open, or of one that is chosen."""
    from zhengzhou_desk.gui import opening
    from zhengzhou_desk.gui.restore_dialog import restore_from_list

    if frame.has_book:
        restore_from_list(_window(frame), frame.desk.path)
    else:
        opening.choose_backup(_window(frame))


def check_up(frame: Frame) -> None:
    from zhengzhou_desk.gui import checkup_dialog

    checkup_dialog.check_up(_window(frame), frame.desk.path)


def close_book(frame: Frame) -> None:
    _window(frame).welcome()


def _window(frame: Frame) -> MainWindow:
    from zhengzhou_desk.gui.main_window import MainWindow

    assert isinstance(frame, MainWindow)
    return frame


def shortcuts(frame: Frame) -> None:
    from zhengzhou_desk.gui.shortcuts_page import ShortcutsPage

    ShortcutsPage(frame.widget).exec()


def manual(frame: Frame) -> None:
    from zhengzhou_desk.gui.help_window import HelpWindow

    HelpWindow(frame.widget, frame.lang).exec()


ACTIONS: tuple[Action, ...] = (
    Action("new", later("新建账册…"), "file", new_book, "Ctrl+N", "new"),
    Action("open", later("打开账册…"), "file", open_book, "Ctrl+O", "open"),
    Action("import", later("导入电子表格…"), "file", import_sheets, "Ctrl+I", "import", enabled=can_write, toolbar=True, separator=True),
    Action("export", later("导出工作簿…"), "file", export, "Ctrl+E", "export", enabled=has_book),
    Action("summary", later("导出汇总…"), "file", summary, "Ctrl+Shift+E", "summary", enabled=has_book, toolbar=True),
    Action("package", later("生成上报包…"), "file", package, enabled=has_book),
    Action("merge", later("读入区县上报包…"), "file", merge, enabled=is_city),
    Action("close_book", later("关闭账册"), "file", close_book, "Ctrl+W", enabled=has_book, separator=True),
    Action("undo", later("撤销"), "edit", undo, "Ctrl+Z", "undo", enabled=can_undo, toolbar=True),
    Action("redo", later("重做"), "edit", redo, "Ctrl+Y", "redo", enabled=can_redo, toolbar=True),
    Action("copy", later("复制"), "edit", _grid("copy"), icon="copy", enabled=on_table, context=True, separator=True),
    Action("paste", later("粘贴"), "edit", _grid("paste"), icon="paste", enabled=can_edit, context=True),
    Action("fill", later("向下填充"), "edit", _grid("fill_down"), enabled=can_edit, context=True),
    Action("clear", later("清除内容"), "edit", _grid("clear_cells"), enabled=can_edit, context=True),
    Action("new_row", later("新增一行"), "edit", _grid("new_row"), "Ctrl+Insert", "add", enabled=can_edit, context=True),
    Action("remove", later("删除所选行…"), "edit", _grid("remove_rows"), "Ctrl+Delete", "remove", enabled=can_edit, context=True),
    Action("find", later("筛选"), "edit", find, "Ctrl+F", "find", enabled=on_table, toolbar=True, separator=True),
    Action("replace", later("在本列中替换…"), "edit", replace, "Ctrl+H", enabled=can_edit),
    Action("unit_page", later("单位全貌"), "view", unit_page, "Alt+Return", "unit", enabled=on_table, context=True),
    Action("columns", later("选择列…"), "view", columns, icon="columns", enabled=on_table, context=True),
    Action("wan", later("以万元显示"), "view", wan, "Ctrl+Shift+W", enabled=on_table, checked=is_wan),
    Action("file_again", later("登记为已填报"), "filing", file_again, enabled=on_filings, pages=("filings",), context=True),
    Action("send_back", later("退回…"), "filing", send_back, enabled=on_filings, pages=("filings",), context=True),
    Action("confirm", later("确认所选"), "filing", confirm, icon="check", enabled=on_filings, pages=("filings",), context=True),
    Action("confirm_passing", later("确认全部达标的"), "filing", confirm_passing, enabled=can_write),
    Action("submit", later("登记已上报…"), "filing", submit, icon="lock", enabled=can_write, separator=True),
    Action("unlock", later("解锁填报…"), "filing", unlock, enabled=can_write),
    Action("notices", later("起草通知书…"), "papers", draft_notices, "Ctrl+P", "notice", enabled=has_book, toolbar=True),
    Action("reminders", later("起草提醒函…"), "papers", draft_reminders, enabled=has_book),
    Action("bulletin", later("通报…"), "papers", bulletin, enabled=has_book, separator=True),
    Action("bulletin_tables", later("导出通报各表…"), "papers", bulletin_tables, enabled=has_book),
    Action("print_summary", later("打印汇总…"), "papers", print_summary, enabled=has_book),
    Action("account_form", later("账号开通填报表…"), "papers", account_form, enabled=has_book),
    Action("change_letter", later("账号信息变更函…"), "papers", change_letter, enabled=has_book),
    Action("change_list", later("单位变更情况表…"), "papers", change_list, enabled=has_book),
    Action("edit_texts", later("修改文书文字…"), "papers", edit_texts, enabled=can_write),
    Action("reprint", later("查看所选通知书"), "papers", reprint, icon="print", enabled=on_notices, separator=True, pages=("notices",), context=True),
    Action("delivered", later("登记已送达"), "papers", _advance(DELIVERED), enabled=on_notices, pages=("notices",), context=True),
    Action("answer", later("登记已回复"), "papers", _advance(ANSWERED), enabled=on_notices, pages=("notices",), context=True),
    Action("close", later("登记已办结"), "papers", _advance(CLOSED), enabled=on_notices, pages=("notices",), context=True),
    Action("withdraw", later("撤回所选通知书"), "papers", _advance(WITHDRAWN), enabled=on_notices, pages=("notices",), context=True),
    Action("answered", later("查找已改正的单位…"), "papers", answered, enabled=can_write),
    Action("unit_change", later("单位合并、撤销、更名…"), "book", unit_change, icon="unit", enabled=can_write),
    Action("open_year", later("开启新年度…"), "book", open_year, icon="calendar", enabled=can_write),
    Action("close_year", later("结账或重新打开…"), "book", close_year, enabled=can_write),
    Action("journal", later("日志…"), "book", journal, "Ctrl+J", "journal", enabled=has_book, separator=True),
    Action("backup", later("备份…"), "book", back_up, "Ctrl+B", "backup", enabled=has_book),
    Action("restore", later("从备份恢复…"), "book", restore, icon="restore"),
    Action("checkup", later("体检…"), "book", check_up, icon="check", enabled=has_book),
    Action("law", later("现行政策数值…"), "book", law, "Ctrl+L", "law", enabled=has_book, separator=True),
    Action("settings", later("设置…"), "book", settings, "Ctrl+,", "settings"),
    Action("manual", later("使用手册"), "help", manual, "Shift+F1", "help"),
    Action("shortcuts", later("快捷键"), "help", shortcuts, "F1", "keyboard"),
)
