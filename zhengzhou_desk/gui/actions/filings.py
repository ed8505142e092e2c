"""The way of filings: filed, sent back, confirmed, submitted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengzhou_desk.gui.actions.action import tr
from zhengzhou_desk.gui.actions.enabled import filings, table
from zhengzhou_desk.gui.system import ask
from zhengzhou_desk.records import Unit
from zhengzhou_desk.services import filings as workflow

if TYPE_CHECKING:
    from zhengzhou_desk.gui.window_api import Frame


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
    """Confirms all that pass, of the department that is shown where one is; then lists who is left, and why."""
    from zhengzhou_desk.gui.dialogs.unconfirmed import LeftDialog

    page = table(frame)
    department = page.records.department if page is not None else None
    among = None if department is None else [unit.code for unit in frame.desk.rows(Unit) if department in (unit.department, unit.code)]
    left = frame.attempt(lambda: workflow.confirm_passing(frame.desk, frame.desk.today, among))
    if left:
        LeftDialog(frame, left).exec()
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
