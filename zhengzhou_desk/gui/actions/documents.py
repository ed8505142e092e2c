"""Papers: notices, bulletins, the summary on paper, forms and letters to the platform."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from zhengzhou_desk.gui.actions.action import tr
from zhengzhou_desk.gui.actions.enabled import notices
from zhengzhou_desk.gui.system import ask
from zhengzhou_desk.records import Notice
from zhengzhou_desk.records.notice import ANSWERED, DELIVERED
from zhengzhou_desk.reports.assessment import assess
from zhengzhou_desk.services import editing
from zhengzhou_desk.services.notices import register, rendering

if TYPE_CHECKING:
    from collections.abc import Callable

    from zhengzhou_desk.gui.window_api import Frame
    from zhengzhou_desk.reports.assessment import UnitScore
    from zhengzhou_desk.reports.bulletin import Bulletin


def draft_notices(frame: Frame) -> None:
    from zhengzhou_desk.gui.dialogs.notices import NoticesDialog

    NoticesDialog(frame).exec()


def draft_reminders(frame: Frame) -> None:
    from zhengzhou_desk.gui.dialogs.notices import RemindersDialog

    RemindersDialog(frame).exec()


def bulletin(frame: Frame) -> None:
    """The bulletin as of the day looked at: shown, then kept for the next one if the person wants."""
    from zhengzhou_desk.gui.dialogs.preview import PreviewWindow
    from zhengzhou_desk.services.notices import bulletins

    desk = frame.desk

    def job(progress: object, cancelled: object) -> tuple[Bulletin, bytes]:
        made = bulletins.make(desk, desk.year)
        return made, rendering.pdf_of(bulletins.content(desk, made))

    def done(answer: tuple[Bulletin, bytes]) -> None:
        made, pdf = answer
        PreviewWindow(frame, tr("通报"), pdf, tr("{year}年通报{day}.pdf").format(year=made.year, day=made.day)).exec()
        question = tr("把本期数字存入账册，供下期对比吗？")
        if desk.writable and made.day not in bulletins.kept(desk, made.year) and ask.yes(frame.widget, question):
            frame.attempt(lambda: bulletins.keep(desk, made))

    frame.work(tr("正在生成通报"), job, done)


def print_summary(frame: Frame) -> None:
    """The summary on paper: a letter to the city with its tables, previewed as it will print."""
    from zhengzhou_desk.gui.dialogs.preview import PreviewWindow
    from zhengzhou_desk.services.notices import bulletins

    desk = frame.desk

    def done(made: bytes) -> None:
        PreviewWindow(frame, tr("打印汇总"), made, tr("{bureau}{year}年汇总.pdf").format(bureau=desk.bureau, year=desk.year)).exec()

    frame.work(tr("正在排版汇总"), lambda progress, cancelled: rendering.pdf_of(bulletins.summary_letter(desk, desk.year)), done)


def bulletin_tables(frame: Frame) -> None:
    from zhengzhou_desk.services import exports
    from zhengzhou_desk.services.notices import bulletins

    desk = frame.desk
    path = ask.save_file(frame.widget, tr("导出通报各表"), tr("{year}年通报{day}.xlsx").format(year=desk.year, day=desk.today), ".xlsx")
    if path is not None:
        frame.work(
            tr("正在生成通报"),
            lambda progress, cancelled: exports.write_bulletin(desk, path, bulletins.make(desk, desk.year).reports),
            lambda _: frame.tell(tr("已导出 {path}").format(path=path)),
        )


def assessment(frame: Frame) -> None:
    """The scoring sheet: every unit, every point, and the records behind it."""
    from zhengzhou_desk.gui.dialogs.assessment import AssessmentWindow

    desk = frame.desk

    def done(found: tuple[UnitScore, ...]) -> None:
        AssessmentWindow(frame, found).exec()

    frame.work(tr("正在评分"), lambda progress, cancelled: assess(desk.engine, desk.year), done)


def account_form(frame: Frame) -> None:
    """The form for trading accounts; afterwards the SOEs may be noted as applied for."""
    from zhengzhou_desk.services import exports

    desk = frame.desk
    path = ask.save_file(frame.widget, tr("账号开通填报表"), tr("采购人交易账号开通填报表.xlsx"), ".xlsx")
    if path is None:
        return
    mark = desk.writable and ask.yes(frame.widget, tr("同时把表中的国有企业登记为已申请吗？"))
    count = frame.attempt(lambda: exports.write_accounts(desk, path, mark=mark))
    if count is not None:
        frame.tell(tr("已写出 {path}，共 {count} 家").format(path=path, count=count))


def change_letter(frame: Frame) -> None:
    """The letter of unit changes to the platform, to be looked at, saved and printed."""
    from zhengzhou_desk.gui.dialogs.preview import PreviewWindow
    from zhengzhou_desk.services.notices import bulletins

    made = frame.attempt(lambda: rendering.pdf_of(bulletins.change_letter(frame.desk)))
    if made is not None:
        PreviewWindow(frame, tr("账号信息变更函"), made, tr("账号信息变更函.pdf")).exec()


def change_list(frame: Frame) -> None:
    from zhengzhou_desk.services import exports

    path = ask.save_file(frame.widget, tr("单位变更情况表"), tr("预算单位变更情况表.xlsx"), ".xlsx")
    if path is not None:
        count = frame.attempt(lambda: exports.write_changes(frame.desk, path))
        if count is not None:
            frame.tell(tr("已写出 {path}，共 {count} 项").format(path=path, count=count))


def edit_texts(frame: Frame) -> None:
    from zhengzhou_desk.gui.dialogs.templates import TemplateDialog

    TemplateDialog(frame).exec()


def reprint(frame: Frame) -> None:
    from zhengzhou_desk.gui.dialogs.preview import PreviewWindow

    rows = notices(frame)

    def printed() -> bytes:
        frame.desk.refuse_altered()
        return rendering.reprint(rows[0])

    made = frame.attempt(printed) if rows else None
    if made is not None:
        PreviewWindow(frame, rows[0].number or tr("通知书"), made, f"{rows[0].number or rows[0].unit}.pdf").exec()


# The states whose day is asked: it is noted in the register, and often is not today.
_DAYS = {DELIVERED: "delivered", ANSWERED: "answered"}


def advanced(state: str) -> Callable[[Frame], None]:
    def run(frame: Frame) -> None:
        rows = notices(frame)
        day = _day(frame, _DAYS[state], len(rows)) if state in _DAYS else frame.desk.today
        if day is not None:
            frame.attempt(lambda: frame.desk.advance_notices(rows, state, day))

    return run


def _day(frame: Frame, name: str, count: int) -> datetime.date | None:
    """The day of a delivery or an answer, today unless the person says another."""
    column = Notice.table.column(name)
    title, question = column.text(frame.lang), tr("{count} 份通知书的{column}：").format(count=count, column=column.text(frame.lang))
    given = ask.text(frame.widget, title, question, frame.desk.today.isoformat())
    if given is None:
        return None
    day = frame.attempt(lambda: editing.parsed(Notice, name, given or frame.desk.today))
    return day if isinstance(day, datetime.date) else None


def answered(frame: Frame) -> None:
    """Proposes the notices whose unit has mended its filing since."""
    found = register.answered_by_filing(frame.desk)
    if not found:
        frame.tell(tr("没有因重新填报而可以办结的通知书"))
    elif ask.yes(frame.widget, tr("有 {count} 份通知书的单位已经改正，登记为已回复吗？").format(count=len(found))):
        frame.attempt(lambda: frame.desk.advance_notices(found, ANSWERED, frame.desk.today))
