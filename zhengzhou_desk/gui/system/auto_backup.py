"""Keeping the book safe without being asked: verified copies beside it, made in the background, and their age."""

from __future__ import annotations

import datetime
import threading
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.messages import localized
from zhengzhou_desk.store.backup import AUTOMATIC, automatic, backups, state

if TYPE_CHECKING:
    from collections.abc import Callable

    from zhengzhou_desk.common.settings import Settings
    from zhengzhou_desk.gui.window_api import Start
    from zhengzhou_desk.services.desk import Desk
    from zhengzhou_desk.store.backup import Backup
    from zhengzhou_desk.store.store import Store

# Settings of this computer: the folder a person chose last for copies, and what went wrong at the last closing.
ELSEWHERE, FAILED = "backup_folder", "backup_failed"
_OLD_DAYS = 7


def tr(text: str) -> str:
    return QCoreApplication.translate("keeping", text)


def copies(book: Path, settings: Settings) -> list[Backup]:
    """The copies of a book, newest first: beside it, in its folder of automatic ones, where a person put them last."""
    book = book.resolve()
    folders = [book.parent / AUTOMATIC, book.parent]
    elsewhere = settings.get(ELSEWHERE, "")
    if elsewhere:
        folders.append(Path(elsewhere))
    found: dict[Path, Backup] = {}
    for folder in folders:
        with suppress(OSError):  # a stick that is not in is no trouble
            found |= {copy.path: copy for copy in backups(folder, book)}
    return sorted(found.values(), key=lambda copy: copy.order, reverse=True)


def age(book: Path, settings: Settings, now: datetime.datetime) -> tuple[str, bool]:
    """When the last copy was made, in words, and whether that is too long ago."""
    found = copies(book, settings)
    if not found:
        return tr("还没有备份"), True
    days = (now.date() - found[0].made.date()).days
    if days <= 0:
        return tr("今天已备份"), False
    return tr("{days} 天前备份").format(days=days), days > _OLD_DAYS


def is_due(book: Path, settings: Settings) -> bool:
    """Whether the book has been written to since its last copy."""
    if not book.is_file():
        return False
    found = copies(book, settings)
    said = state(found[0].path) if found else None
    # A copy that cannot be read says nothing, which is not the same as what a book says that cannot be read either.
    return said is None or said != state(book)


class AutoBackup(QObject):
    """One copy made in the background. Its thread outlives the window: the program waits for it before it ends.

    `done` is called on the window's thread with the copy, or with why there is none.
    """

    ended = Signal(object, str)
    # A book that is closed and opened again at once is copied once.
    _turn = threading.Lock()

    def __init__(
        self, book: Path, start: Start, done: Callable[[Path | None, str], None], pages: bytes | None = None
    ) -> None:
        super().__init__()
        self._book = book.resolve()
        self._pages = pages
        self._start = start
        self._done: Callable[[Path | None, str], None] | None = done
        self.ended.connect(self._tell)

    def start(self) -> None:
        threading.Thread(target=self._run, args=(self.ended.emit,), name="backup").start()

    def abandon(self) -> None:
        """The window has closed the book: nobody is to be told any more."""
        self._done = None

    def run_alone(self, failed: Callable[[str], None]) -> None:
        """For when the window is gone: `failed` is called on the other thread, if at all."""
        threading.Thread(target=self._run, args=(lambda _, why: failed(why) if why else None,), name="backup").start()

    def _run(self, ended: Callable[[Path | None, str], object]) -> None:
        """On the other thread."""
        try:
            with self._turn:
                path = self._made()
        except Refused as refused:
            ended(None, str(localized(refused, self._start.lang)))
        else:
            ended(path, "")

    def _made(self) -> Path:
        if self._pages is None and not is_due(self._book, self._start.settings):
            return copies(self._book, self._start.settings)[0].path
        return automatic(self._book, self._start.clock(), self._pages)

    def _tell(self, path: Path | None, why: str) -> None:
        if self._done is not None:
            self._done(path, why)


class BookWatch(QObject):
    """What the window does for the open book of its own accord. It lives as long as the desk, on the window's thread.

    Called before a large step, on whichever thread that is done, it takes the book's image at once; the rest has time:
    `copy` is called with it on the window's thread. `look` reads every row again in the background; `altered` is called
    on the window's thread where something was altered outside the program.
    """

    wanted = Signal(object)
    found = Signal()

    def __init__(self, store: Store, copy: Callable[[bytes], None], altered: Callable[[], object]) -> None:
        super().__init__()
        self._store = store
        self._copy = copy
        self._altered = altered
        self.wanted.connect(self._begin)
        self.found.connect(self._tell)

    def __call__(self, desk: Desk) -> None:
        self.wanted.emit(desk.store.image())

    def look(self) -> None:
        threading.Thread(target=self._run, name="content").start()

    def _run(self) -> None:
        """On the other thread. A disk that cannot be read now is said when figures are asked for."""
        with suppress(Refused):
            if not self._store.content_agrees():
                self.found.emit()

    def _begin(self, pages: bytes) -> None:
        self._copy(pages)

    def _tell(self) -> None:
        self._altered()
