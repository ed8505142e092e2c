"""Keeping the book safe by hand: backing up, restoring, the check-up."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.messages import localized
from zhengzhou_desk.gui.system import ask
from zhengzhou_desk.records import CLASSES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from zhengzhou_desk.gui.window_api import WindowApi
    from zhengzhou_desk.services.rescue import Rescued
    from zhengzhou_desk.store.checkup import Check

T = TypeVar("T")


def tr(text: str) -> str:
    """A sentence of this module in the language of the window."""
    return QCoreApplication.translate("opening", text)


def back_up(window: WindowApi) -> None:
    """A verified copy in a folder that the person chooses."""
    from zhengzhou_desk.gui.dialogs.backup import BackupDialog

    BackupDialog(window).exec()


def restore(window: WindowApi) -> None:
    """Puts a copy in the place of the book that is open, or of one that is chosen."""
    if window.has_book:
        restore_from_list(window, window.desk.path)
    else:
        choose_backup(window)


def restore_from_list(window: WindowApi, book: Path) -> None:
    """Offers the copies of a book and puts the one chosen in its place."""
    from zhengzhou_desk.gui.dialogs.restore import RestoreDialog

    dialog = RestoreDialog(window.widget, book, window.settings)
    if dialog.exec() == QDialog.DialogCode.Accepted and dialog.backup is not None:
        put_back(window, book, dialog.backup)


def choose_backup(window: WindowApi, book: Path | None = None) -> None:
    """Asks which backup is to be put in which book's place."""
    backup = ask.open_file(window.widget, tr("选择备份"), ask.BOOKS)
    if backup is None:
        return
    if book is None:
        proposed = str(backup.parent / (backup.stem.split("_")[0] + ".zzd"))
        book = ask.save_file(window.widget, tr("恢复成哪个账册"), proposed, ".zzd")
    if book is not None:
        put_back(window, book, backup)


def put_back(window: WindowApi, book: Path, backup: Path, question: str = "") -> None:
    """Puts a verified backup in a book's place; what stood there is kept beside it under another name.

    The password of a sealed one is asked for until it is right or the person gives up.
    """
    from zhengzhou_desk.common.sealing import WrongPassword, is_sealed_file
    from zhengzhou_desk.store.backup import verified
    from zhengzhou_desk.store.restore import restore as replace_book

    password = None
    if is_sealed_file(backup):
        question = question or tr("{name} 是加密的备份，请输入密码：").format(name=backup.name)
        password = ask.password(window.widget, tr("从备份恢复"), question)
        if password is None:
            return
    start = window.start
    was_open = window.is_open(book)

    def put(why: Refused | None) -> None:
        if isinstance(why, WrongPassword):
            put_back(window, book, backup, str(localized(why, window.lang)))
            return
        if why is not None:
            failed(why)
            return
        if was_open:
            # Only now, when the copy has proved sound: a book that is in use cannot be replaced.
            window.welcome()
        window.work(
            tr("正在核验并恢复"),
            lambda *_: _answered(lambda: replace_book(book, backup, start.clock(), who=start.who, password=password)),
            done,
        )

    def done(answer: tuple[Path | None, Refused | None]) -> None:
        kept, refused = answer
        if refused is not None:
            if was_open:
                window.open_book(book)
            failed(refused)
            return
        window.open_book(book)
        text = (
            tr("已恢复并核验。") if kept is None else tr("已恢复并核验。原来的账册保留为 {name}").format(name=kept.name)
        )
        window.tell(text)

    def failed(why: Refused) -> None:
        if window.has_book:
            window.tell(why)
        else:
            window.show_open_failed(book, why)

    window.work(tr("正在核验备份"), lambda *_: _answered(lambda: verified(backup, password))[1], put)


def rescue(window: WindowApi, book: Path) -> None:
    """Reads what can be read of a damaged book into a new one, and shows the account of what could not be read."""
    from zhengzhou_desk.gui.dialogs.rescued import OPEN, RescuedDialog
    from zhengzhou_desk.services import rescue as rescuing
    from zhengzhou_desk.store.backup import free_name

    proposed = str(free_name(book.parent, book.stem + tr("_抢救"), book.suffix or ".zzd"))
    out = ask.save_file(window.widget, tr("新账册放在哪里"), proposed, ".zzd")
    if out is None:
        return
    start = window.start

    def job(_progress: object, cancelled: Callable[[], bool]) -> tuple[Rescued | None, Refused | None]:
        return _answered(lambda: rescuing.rescue(book, out, clock=start.clock, who=start.who, cancelled=cancelled))

    def done(answer: tuple[Rescued | None, Refused | None]) -> None:
        rescued, refused = answer
        if rescued is None:
            if refused is not None:
                window.tell(refused)
        elif RescuedDialog(window.widget, book, rescued, window.lang).exec() == OPEN:
            window.open_book(rescued.path)

    window.work(tr("正在读出还能读的内容"), job, done)


def _answered(job: Callable[[], T]) -> tuple[T | None, Refused | None]:
    """What a job gave, or its refusal, which gets a page of its own."""
    try:
        return job(), None
    except Refused as refused:
        return None, refused


def check_up(window: WindowApi, path: Path | None = None) -> None:
    """Checks a book (the open one unless said) in the background, then shows what was found."""
    from zhengzhou_desk.gui.dialogs.checkup import ACCEPT, RESTORE, CheckupDialog
    from zhengzhou_desk.store.checkup import checkup

    book, clock = path or window.desk.path, window.start.clock

    def done(checks: tuple[Check, ...]) -> None:
        may_accept = window.is_open(book) and window.desk.writable
        answer = CheckupDialog(window.widget, book, checks, window.lang, may_accept=may_accept).exec()
        if answer == RESTORE:
            restore_from_list(window, book)
        elif answer == ACCEPT:
            accept_content(window)

    window.work(tr("正在体检"), lambda *_: checkup(book, clock()), done)


def accept_content(window: WindowApi) -> None:
    """After one more question, takes the book as it is.

    Every row is read and written down again, which takes a moment.
    """
    desk = window.desk
    question = tr("按现在的内容继续用这本账册吗？")
    details = tr("请先看清列出的差别。这一步记入日志，写明改动了哪些地方；之后可以在日志里逐步撤回，恢复成原来的内容。")
    if not ask.yes(window.widget, question, details, accept=tr("看过了，确认")):
        return
    rows = sum(len(desk.tables.all(cls)) for cls in CLASSES)
    window.change(
        tr("正在确认"),
        rows,
        desk.accept_content,
        lambda _: window.tell(tr("已确认账册的现有内容，记入日志。")),
    )
