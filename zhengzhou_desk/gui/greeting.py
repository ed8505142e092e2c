"""What is worth saying when a book has been opened: a crash, a copy that failed or has gone on, what is overdue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from zhengzhou_desk.common.messages import counted, localized
from zhengzhou_desk.gui.actions import backups, book, copies
from zhengzhou_desk.gui.system.auto_backup import FAILED
from zhengzhou_desk.gui.widgets.counting import said
from zhengzhou_desk.gui.widgets.message_bar import BACKUP
from zhengzhou_desk.services.steps import not_closed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from zhengzhou_desk.gui.window_api import WindowApi
    from zhengzhou_desk.services.desk import Desk


def tr(text: str) -> str:
    """A sentence of this module in the language of the window."""
    return QCoreApplication.translate("opening", text)


def greet(window: WindowApi) -> None:
    """At most one sentence: the graver one."""
    left = not_closed(window.desk)
    if left is not None:
        window.tell(left, tr("看日志…"), lambda: book.journal(window))
        return
    failed = window.settings.get(FAILED, "")
    if failed:
        window.settings.put(FAILED, "")
        sentence = tr("上次关闭时自动备份没有做成：{reason}").format(reason=failed)
        window.tell(sentence, tr("现在备份…"), lambda: backups.back_up(window), BACKUP)
    elif window.page.name != "overview" and (late := overdue(window.desk, window.lang)):
        # The overview begins with it.
        window.tell(late, tr("去看看"), lambda: window.show_tab("overview"))


def gone_on(window: WindowApi, others: Sequence[Path]) -> None:
    """Another copy of the book has steps that it lacks; what was said of a crash stays beside it."""
    left = not_closed(window.desk)
    before = [str(localized(left, window.lang))] if left is not None else []
    sentence = tr("旁边的 {name} 是这本账册的另一份，在别处改过，有这里没有的步骤。").format(name=others[0].name)
    both = "\n".join([*before, sentence])
    window.tell(both, tr("比对…"), lambda: copies.compare(window, others[0]))


def copy_failed(window: WindowApi, reason: str) -> None:
    """A copy made unasked was not made."""
    sentence = tr("自动备份没有做成：{reason}").format(reason=reason)
    window.tell(sentence, tr("另选地方备份…"), lambda: backups.back_up(window), BACKUP)


def overdue(desk: Desk, lang: str) -> str:
    """The first overdue task, if any."""
    from zhengzhou_desk.reports import deadlines

    late = [
        task
        for task in deadlines.tasks(desk.engine, desk.year)
        if not task.is_done and (task.days_left(desk.today) or 0) < 0
    ]
    if not late:
        return ""
    return said(counted("已过期：{task}，还有 {count} 项"), count=late[0].count, task=localized(late[0].title, lang))
