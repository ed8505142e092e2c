"""What the window says of the open book all the while: its title, and why nothing can be changed now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from zhengzhou_desk.gui.actions import backups, book, file

if TYPE_CHECKING:
    from collections.abc import Callable

    from zhengzhou_desk.gui.window_api import WindowApi


def tr(text: str) -> str:
    """A sentence of this module in the language of the window."""
    return QCoreApplication.translate("opening", text)


def title(window: WindowApi) -> str:
    """Book, year and whether all is saved, in the title of the window."""
    if not window.has_book:
        return tr("郑采台账")
    desk = window.desk
    state = tr("已保存") if desk.writable else tr("只读")
    if desk.today != window.start.clock().date():
        # Everything is judged as of another day than today: that stays in sight.
        return tr("{book} · {year} 年度 · 数据截至 {day} · {state} — 郑采台账").format(
            book=desk.path.stem, year=desk.year, day=desk.today, state=state
        )
    return tr("{book} · {year} 年度 · {state} — 郑采台账").format(book=desk.path.stem, year=desk.year, state=state)


def mode(window: WindowApi) -> tuple[str, str, Callable[[], None] | None]:
    """Why nothing can be changed now, and the way out of it: nothing, where things can be changed."""
    if window.has_book and window.desk.store.is_altered:
        # Nothing leaves the book until a person has looked: this stays in sight all the while.
        return (
            tr("有数据在程序之外被改动过：看过并确认之前，不能发文、汇总、通报、考评、导出和上报。"),
            tr("体检…"),
            lambda: backups.check_up(window),
        )
    if not window.has_book or window.desk.can_edit:
        return "", "", None
    desk = window.desk
    if not desk.writable:
        return (
            tr("以只读方式打开：可以查看、导出和打印，不能修改。"),
            tr("复制一份再打开…"),
            lambda: file.copy_and_open(window, desk.path),
        )
    text = tr("{year} 年度已经结账，只能查看。").format(year=desk.year)
    return text, tr("重新打开本年度…"), lambda: book.close_year(window)
