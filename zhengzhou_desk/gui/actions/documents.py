"""Papers: notices, bulletins, the summary on paper, forms and letters to the platform."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from zhengzhou_desk.common.messages import counted, message
from zhengzhou_desk.gui.actions.action import tr
from zhengzhou_desk.gui.actions.enabled import notices
from zhengzhou_desk.gui.system import ask
from zhengzhou_desk.gui.widgets.counting import said
from zhengzhou_desk.records import Notice
from zhengzhou_desk.records.notice import ANSWERED, DELIVERED
from zhengzhou_desk.services import editing

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from zhengzhou_desk.documents.content import NoticeContent
    from zhengzhou_desk.gui.window_api import WindowApi
    from zhengzhou_desk.reports.assessment import UnitScore
    from zhengzhou_desk.reports.bulletin import Bulletin


def draft_notices(window: WindowApi) -> None:
    """Drafts notices to units."""
    from zhengzhou_desk.gui.dialogs.notices import NoticesDialog

    NoticesDialog(window).exec()


def draft_notice_to(window: WindowApi, code: str) -> None:
    """Drafts a notice to one unit; says so where there is nothing to write about."""
    from zhengzhou_desk.gui.dialogs.notices import NoticesDialog

    dialog = NoticesDialog(window)
    if dialog.choose_unit(code):
        dialog.exec()
    else:
        window.tell(tr("这个单位目前没有需要发通知书的事由"))
        dialog.deleteLater()


def draft_reminders(window: WindowApi) -> None:
    """Drafts letters to the units that have something to put right."""
    from zhengzhou_desk.gui.dialogs.notices import RemindersDialog

    RemindersDialog(window).exec()


def bulletin(window: WindowApi) -> None:
    """The bulletin as of the day looked at: shown, then kept for the next one if the person wants."""
    from zhengzhou_desk.gui.dialogs.preview import PreviewWindow
    from zhengzhou_desk.services.notices import bulletin_document, bulletins, rendering

    desk = window.desk

    def job(*_: object) -> tuple[Bulletin, NoticeContent, bytes]:
        made = bulletins.make(desk, desk.year)
        content = bulletin_document.content(desk, made)
        return made, content, rendering.pdf_of(content)

    def done(answer: tuple[Bulletin, NoticeContent, bytes]) -> None:
        made, content, pdf = answer
        name = tr("{year}年通报{day}.pdf").format(year=made.year, day=made.day)
        PreviewWindow(window, tr("通报"), pdf, name, as_word(content)).exec()
        question = tr("把本期数字存入账册，供下期对比吗？")
        if desk.writable and made.day not in bulletins.kept(desk, made.year) and ask.yes(window.widget, question):
            window.attempt(lambda: bulletins.keep(desk, made))

    window.work(tr("正在生成通报"), job, done)


def print_summary(window: WindowApi) -> None:
    """The summary on paper: a letter to the city with its tables, previewed as it will print."""
    from zhengzhou_desk.gui.dialogs.preview import PreviewWindow
    from zhengzhou_desk.services.notices import rendering
    from zhengzhou_desk.services.notices.city_report import city_report

    desk = window.desk

    def job(*_: object) -> tuple[NoticeContent, bytes]:
        content = city_report(desk, desk.year)
        return content, rendering.pdf_of(content)

    def done(answer: tuple[NoticeContent, bytes]) -> None:
        content, made = answer
        name = tr("{bureau}{year}年汇总.pdf").format(bureau=desk.bureau, year=desk.year)
        PreviewWindow(window, tr("打印汇总"), made, name, as_word(content)).exec()

    window.work(tr("正在排版汇总"), job, done)


def as_word(content: NoticeContent) -> Callable[[Path], None]:
    """What writes a paper for the office system, to be offered beside it."""
    from zhengzhou_desk.services.notices import office_files

    return lambda path: office_files.write_word(path, content)


def bulletin_tables(window: WindowApi) -> None:
    """Writes the tables of the bulletin as a workbook."""
    from zhengzhou_desk.gui.dialogs.export import write_workbook
    from zhengzhou_desk.services import exports
    from zhengzhou_desk.services.notices import bulletins

    desk = window.desk
    write_workbook(
        window,
        tr("导出通报各表"),
        tr("{year}年通报{day}.xlsx").format(year=desk.year, day=desk.today),
        lambda path: exports.write_bulletin(desk, path, bulletins.make(desk, desk.year).reports),
    )


def findings_list(window: WindowApi) -> None:
    """Writes the findings by department, of the units that are shown where not all are."""
    from zhengzhou_desk.gui.dialogs.export import write_workbook
    from zhengzhou_desk.services import exports

    desk, codes = window.desk, window.scope.codes
    write_workbook(
        window,
        tr("导出审核清单"),
        tr("{year}年度审核清单{day}.xlsx").format(year=desk.year, day=desk.today),
        lambda path: exports.write_findings(desk, path, codes),
        wrote=lambda path, count: said(counted("已写出 {path}：{count} 条"), count=count, path=path),
    )


def assessment(window: WindowApi) -> None:
    """The scoring sheet: every unit, every point, and the records behind it."""
    from zhengzhou_desk.gui.dialogs.assessment import AssessmentWindow
    from zhengzhou_desk.reports.assessment import assess

    desk = window.desk

    def done(found: tuple[UnitScore, ...]) -> None:
        AssessmentWindow(window, found).exec()

    window.work(tr("正在评分"), lambda *_: assess(desk.engine, desk.year), done)


def account_form(window: WindowApi) -> None:
    """The form for trading accounts; afterwards the SOEs may be noted as applied for."""
    from zhengzhou_desk.services import exports

    desk = window.desk
    path = ask.save_file(window.widget, tr("账号开通填报表"), tr("采购人交易账号开通填报表.xlsx"), ".xlsx")
    if path is None:
        return
    mark = desk.writable and ask.yes(window.widget, tr("同时把表中的国有企业登记为已申请吗？"))
    count = window.attempt(lambda: exports.write_accounts(desk, path))
    if count is None:
        return
    window.tell(message(counted("已写出 {path}，共 {count} 家"), count=count, path=path))
    if mark:
        window.attempt(lambda: exports.mark_applied(desk))


def change_letter(window: WindowApi) -> None:
    """The letter of unit changes to the platform, to be looked at, saved and printed."""
    from zhengzhou_desk.gui.dialogs.preview import PreviewWindow
    from zhengzhou_desk.services.notices import change_letter as letter
    from zhengzhou_desk.services.notices import rendering

    content = window.attempt(lambda: letter.change_letter(window.desk))
    made = window.attempt(lambda: rendering.pdf_of(content)) if content is not None else None
    if content is not None and made is not None:
        PreviewWindow(window, tr("账号信息变更函"), made, tr("账号信息变更函.pdf"), as_word(content)).exec()


def change_list(window: WindowApi) -> None:
    """Writes the list of changes of units as a workbook for the platform."""
    from zhengzhou_desk.gui.dialogs.export import write_workbook
    from zhengzhou_desk.services import exports

    desk = window.desk
    write_workbook(
        window,
        tr("单位变更情况表"),
        tr("预算单位变更情况表.xlsx"),
        lambda path: exports.write_changes(desk, path),
        wrote=lambda path, count: said(counted("已写出 {path}，共 {count} 项"), count=count, path=path),
    )


def edit_texts(window: WindowApi) -> None:
    """Shows the bureau's own texts of its documents."""
    from zhengzhou_desk.gui.dialogs.templates import TemplateDialog

    TemplateDialog(window).exec()


def reprint(window: WindowApi) -> None:
    """Shows the selected documents once more as they were issued."""
    from zhengzhou_desk.gui.dialogs.preview import PreviewWindow
    from zhengzhou_desk.services.notices import office_files, rendering

    rows = notices(window)

    def printed() -> bytes:
        window.desk.refuse_altered()
        return rendering.reprint(rows[0])

    made = window.attempt(printed) if rows else None
    if made is not None:
        row, name = rows[0], rows[0].number or rows[0].unit

        def write_word(path: Path) -> None:
            office_files.copy_issued(window.desk, path, row)

        PreviewWindow(window, row.number or tr("通知书"), made, f"{name}.pdf", write_word).exec()


def merge_list(window: WindowApi) -> None:
    """Writes the source of a mail merge: a row for each unit that is to file anew, of those that are shown."""
    from zhengzhou_desk.gui.dialogs.export import write_workbook
    from zhengzhou_desk.services.notices import office_files

    desk, codes = window.desk, window.scope.codes
    write_workbook(
        window,
        tr("邮件合并名单"),
        tr("{year}年督促重新填报名单{day}.xlsx").format(year=desk.year, day=desk.today),
        lambda path: office_files.write_merge_list(desk, path, codes),
        wrote=lambda path, count: said(counted("已写出 {path}：{count} 个单位"), count=count, path=path),
    )


# The states whose day is asked: it is noted in the register, and often is not today.
_DAYS = {DELIVERED: "delivered", ANSWERED: "answered"}


def advanced(state: str) -> Callable[[WindowApi], None]:
    """The action that takes the selected documents to a state, asking for the day where one belongs to it."""

    def run(window: WindowApi) -> None:
        from zhengzhou_desk.services.notices import register

        rows = notices(window)
        day = _day(window, _DAYS[state], len(rows)) if state in _DAYS else window.desk.today
        if day is not None:
            window.attempt(lambda: register.advance(window.desk, rows, state, day))

    return run


def _day(window: WindowApi, name: str, count: int) -> datetime.date | None:
    """The day of a delivery or an answer, today unless the person says another."""
    column = Notice.table.column(name)
    title, question = (
        column.text(window.lang),
        said(counted("{count} 份通知书的{column}："), count=count, column=column.text(window.lang)),
    )
    given = ask.text(window.widget, title, question, window.desk.today.isoformat())
    if given is None:
        return None
    day = window.attempt(lambda: editing.parse_cell(Notice, name, given or window.desk.today))
    return day if isinstance(day, datetime.date) else None


def answered(window: WindowApi) -> None:
    """Proposes the notices whose unit has mended its filing since."""
    from zhengzhou_desk.services.notices import register

    found = register.answered_by_filing(window.desk)
    if not found:
        window.tell(tr("没有因重新填报而可以办结的通知书"))
    elif ask.yes(
        window.widget,
        said(counted("有 {count} 份通知书的单位已经改正，登记为已回复吗？"), count=len(found)),
    ):
        window.attempt(lambda: register.advance(window.desk, found, ANSWERED, window.desk.today))
