"""The session: opens and closes the book and tells by signals; it asks nothing, and shows only a large book opening."""

from __future__ import annotations

import functools
import threading
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from zhengzhou_desk.common import gc_pause, pinyin
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.paths import resolved
from zhengzhou_desk.gui.system import auto_backup
from zhengzhou_desk.gui.system.jobs import Job

if TYPE_CHECKING:
    import datetime
    from pathlib import Path

    from PySide6.QtCore import SignalInstance
    from PySide6.QtWidgets import QWidget

    from zhengzhou_desk.gui.window_api import Start
    from zhengzhou_desk.services.desk import Desk
    from zhengzhou_desk.store.journal_pages import Heads


# A book of so many bytes is there within a quarter of a second: a sign that it is being opened would only flicker.
_AT_ONCE = 3_000_000
# How long after a book has been opened its window has surely been painted.
_AT_REST_MS = 1500


class Session(QObject):
    """At most one open book, with the copies that are made of it unasked.

    The book that is open stays until another one is: a wrong file costs nothing.
    """

    # The desk that is open from now on.
    opened = Signal(object)
    # The book is about to be closed: whatever shows it goes away now.
    closing = Signal()
    # A path, and the Refused that says why it was not opened.
    failed = Signal(object, object)
    # What became of a copy made unasked, and that something was altered outside the program.
    copied = Signal()
    copy_failed = Signal(str)
    altered = Signal()
    # Other copies of the book beside it that have steps which it lacks: a list of paths.
    gone_on = Signal(object)
    # From other threads to the window's: an image taken before a large step; what became of a copy of a book; the
    # book whose content was looked through; what was found beside it. Threads are handed these, never an object of
    # Qt that could die on them.
    _imaged = Signal(object)
    _ended = Signal(object, object, str)
    _looked = Signal(object)
    _found = Signal(object, object)

    def __init__(self, start: Start, window: QWidget) -> None:
        super().__init__(window)
        self.start, self._window = start, window
        self._desk: Desk | None = None
        # Whether what a closed book left behind has not been collected yet.
        self._holds_rest = False
        self._imaged.connect(self._copy_image)
        self._ended.connect(self._copy_ended)
        self._looked.connect(self._say_altered)
        self._found.connect(self._say_gone_on)

    @property
    def desk(self) -> Desk:
        """The open book; only asked for while there is one."""
        assert self._desk is not None
        return self._desk

    @property
    def has_book(self) -> bool:
        """Whether a book is open."""
        return self._desk is not None

    def is_open(self, path: Path) -> bool:
        """Whether a path leads to the file of the open book, links followed; False where no book is open."""
        return self._desk is not None and resolved(self._desk.path) == resolved(path)

    def open(self, path: Path, *, writable: bool = True, on: datetime.date | None = None) -> None:
        """Opens a book in place of the one that is open, judged as of `on` (else today), or emits `failed`.

        A large one is read and judged on another thread: the window is painted and alive meanwhile.
        """
        if self.is_open(path):
            # Its lock is ours, so it is looked at before it is given free.
            tried = self._tried(path, writable=False, on=on)
            if isinstance(tried, Refused):
                self.failed.emit(path, tried)
                return
            tried.close()
            self.close()
        if not self.has_book and self._holds_rest:
            gc_pause.unfreeze_and_collect()
            self._holds_rest = False
        if _size(path) <= _AT_ONCE:
            self._take(path, self._tried(path, writable=writable, on=on))
            return
        title = QCoreApplication.translate("session", "正在打开 {name}").format(name=path.name)
        read = functools.partial(self._tried, path, writable=writable, on=on, prepares=True)
        Job(self._window, title, "", lambda *_: read(), lambda answer: self._take(path, answer)).start()

    def _tried(self, path: Path, *, writable: bool, on: datetime.date | None, prepares: bool = False) -> Desk | Refused:
        from zhengzhou_desk.reports import overview
        from zhengzhou_desk.services.desk import Desk

        try:
            desk = Desk.opened(path, clock=self.start.clock, who=self.start.who, writable=writable, on=on)
        except Refused as refused:
            return refused
        if prepares:
            overview.prepare(desk.engine, desk.years, desk.year)
        return desk

    def _take(self, path: Path, answer: Desk | Refused) -> None:
        """Puts the book that was read in place of the one that is open."""
        if isinstance(answer, Refused):
            self.failed.emit(path, answer)
            return
        desk = answer
        self.close()
        self._desk = desk
        self.start.settings.opened(path)
        self.opened.emit(desk)
        self._look_after(desk)
        gc_pause.freeze_loaded()

    def close(self) -> None:
        """Closes the book, if one is open, and makes a copy if it has changed: the program ends when that is made."""
        if self._desk is None:
            return
        self.closing.emit()
        desk, self._desk = self._desk, None
        self._holds_rest = True
        book, writable = desk.path, desk.writable
        desk.close()
        settings = self.start.settings
        if writable and auto_backup.is_due(book, settings):
            # Nobody listens any more: what went wrong is said when the book is next opened.
            auto_backup.copy_in_background(
                book, self.start, lambda _, why: settings.put(auto_backup.FAILED, why) if why else None
            )

    def copy(self, pages: bytes | None = None) -> None:
        """Makes a copy of the book in the background, or of `pages`, an image of it."""
        book, told = self.desk.path, self._ended
        auto_backup.copy_in_background(book, self.start, lambda path, why: _emit(told, book, path, why), pages)

    def _look_after(self, desk: Desk) -> None:
        """What is done for an open book of the window's own accord, in the background."""
        if desk.writable and auto_backup.is_due(desk.path, self.start.settings):
            self.copy()
        book, imaged, looked, found = desk.path, self._imaged, self._looked, self._found
        if desk.writable:
            auto_backup.look_beside(book, lambda others: _emit(found, book, others))
        # Before a large step, on whichever thread that is done: the image is taken at once, the rest has time.
        desk.copies = lambda desk: _emit(imaged, desk.store.image())
        auto_backup.look_in_background(desk.store, lambda: _emit(looked, book))
        # Once the window has come to rest: the dictionary takes a tenth of a second in which nothing is painted.
        QTimer.singleShot(_AT_REST_MS, self, self._learn_names)

    def _learn_names(self) -> None:
        """Names of units are read aloud once, so that the first filter by initials is quick too."""
        from zhengzhou_desk.records import Unit

        if self.has_book:
            names = [unit.name for unit in self.desk.tables.all(Unit) if unit.name]
            threading.Thread(target=pinyin.learn, args=(names,), daemon=True).start()

    def _copy_image(self, pages: bytes) -> None:
        if self.has_book:
            self.copy(pages)

    def _copy_ended(self, book: Path, path: Path | None, why: str) -> None:
        if not self.is_open(book):
            return
        if path is None:
            self.copy_failed.emit(why)
        else:
            self.copied.emit()

    def _say_gone_on(self, book: Path, others: list[Heads]) -> None:
        """Says what has not been looked through on this computer."""
        from zhengzhou_desk.services import copies

        if not self.is_open(book):
            return
        seen = self.start.settings.texts(copies.SEEN)
        others = [other for other in others if other.last.hash not in seen]
        try:
            found = copies.gone_on(self.desk, others) if others else []
        except Refused:  # the disk fails: whatever is done next says so
            return
        if found:
            self.gone_on.emit(found)

    def _say_altered(self, book: Path) -> None:
        if self.is_open(book):
            self.altered.emit()


def _size(path: Path) -> int:
    """How large a file is, in bytes; 0 where it cannot be seen."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _emit(signal: SignalInstance, *values: object) -> None:
    """Tells the window's thread, unless the window has gone meanwhile."""
    with suppress(RuntimeError):
        signal.emit(*values)
