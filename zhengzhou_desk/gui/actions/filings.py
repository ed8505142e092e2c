"""The way of filings: filed, sent back, confirmed, submitted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengzhou_desk.common.messages import counted
from zhengzhou_desk.gui.actions.action import tr
from zhengzhou_desk.gui.actions.enabled import filings
from zhengzhou_desk.gui.system import ask
from zhengzhou_desk.gui.widgets.counting import said

if TYPE_CHECKING:
    from zhengzhou_desk.gui.window_api import WindowApi
    from zhengzhou_desk.records import Filing


def file_again(window: WindowApi) -> None:
    """Notes the selected filings as filed today."""
    from zhengzhou_desk.services import filings as workflow

    window.attempt(lambda: workflow.file(window.desk, filings(window), window.desk.today))


def send_back(window: WindowApi) -> None:
    """Sends the selected filings back to their units, with the reason."""
    send_back_these(window, filings(window))


def send_back_these(window: WindowApi, rows: list[Filing]) -> None:
    """Sends filings back to their units, with the reason."""
    from zhengzhou_desk.services import filings as workflow

    reason = ask.text(
        window.widget,
        tr("退回填报"),
        said(counted("退回 {count} 个单位的填报，原因："), count=len(rows)),
    )
    if reason is not None:
        window.attempt(lambda: workflow.send_back(window.desk, rows, reason, window.desk.today))


def confirm(window: WindowApi) -> None:
    """Confirms the selected filings."""
    confirm_these(window, filings(window))


def confirm_these(window: WindowApi, rows: list[Filing]) -> None:
    """Confirms filings."""
    from zhengzhou_desk.services import filings as workflow

    window.attempt(lambda: workflow.confirm(window.desk, rows, window.desk.today))


def confirm_passing(window: WindowApi) -> None:
    """Confirms all that pass, of the units that are shown where not all are; then lists who is left, and why."""
    from zhengzhou_desk.gui.dialogs.unconfirmed import UnconfirmedDialog
    from zhengzhou_desk.services import filings as workflow

    among = window.scope.codes
    left = window.attempt(lambda: workflow.confirm_passing(window.desk, window.desk.today, among))
    if left:
        UnconfirmedDialog(window, left).exec()
    elif left is not None:
        window.tell(tr("全部填报都已确认"))


def submit(window: WindowApi) -> None:
    """Notes that the year's summary has gone to the city, which locks its filings."""
    from zhengzhou_desk.services import filings as workflow

    desk = window.desk
    if ask.yes(
        window.widget,
        tr("登记 {year} 年度汇总已上报市局吗？").format(year=desk.year),
        tr("此后本年度填报锁定，要改须先解锁并写明理由。"),
        accept=tr("已上报"),
    ):
        window.attempt(lambda: workflow.submit(desk, desk.year, desk.today))


def unlock(window: WindowApi) -> None:
    """Unlocks the filings of the year, with the reason."""
    from zhengzhou_desk.services import filings as workflow

    reason = ask.text(window.widget, tr("解锁填报"), tr("解锁的理由（记入日志）："))
    if reason is not None:
        window.attempt(lambda: workflow.unlock(window.desk, window.desk.year, reason))
