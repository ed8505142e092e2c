"""Doing something and saying how it went: refusals in the inline bar, long work on another thread."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar, cast

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.messages import localized
from zhengzhou_desk.gui.system.jobs import Job
from zhengzhou_desk.gui.widgets.message_bar import CAUTION, DONE, FAILURE, REFUSAL
from zhengzhou_desk.gui.window_api import WindowApi
from zhengzhou_desk.records import Filing, Purchase

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterable

    from zhengzhou_desk.common.messages import Translatable
    from zhengzhou_desk.gui.widgets.message_bar import MessageBar
    from zhengzhou_desk.policy.engine import Engine
    from zhengzhou_desk.records import Entry
    from zhengzhou_desk.services.desk import Desk

T = TypeVar("T")
# So many rows are written and judged within a tenth of a second.
_MANY = 2_000
# Filings and orders; so many are judged within a tenth of a second.
_MANY_ROWS = 15_000


class _Speaking(WindowApi, Protocol):
    """A window with an inline bar, which is made anew with the look."""

    bar: MessageBar


class Feedback:
    """The part of the main window that speaks."""

    def __init__(self, window: _Speaking) -> None:
        self._window = window

    @property
    def is_busy(self) -> bool:
        """Whether something is under way that nobody has called off."""
        jobs: Iterable[Job] = self._window.widget.findChildren(Job)
        return any(not job.is_called_off for job in jobs)

    def attempt(self, job: Callable[[], T]) -> T | None:
        """Does a job at once; None where it was refused, which the message bar says."""
        try:
            answer = job()
        except Refused as refused:
            self.tell(refused)
            return None
        # A refusal is over once something has been done.
        self._window.bar.hide()
        return answer

    def change(self, title: str, size: int, job: Callable[[], T | None], done: Callable[[T], None]) -> None:
        """Runs a step that changes the book: now where it is small, off the window's thread where it touches many rows.

        A large one has the book to itself: the window takes no input and paints nothing until it has heard of the end.
        """
        if size <= _MANY:
            answer = self.attempt(job)
            if answer is not None:
                done(answer)
            return
        desk = self._window.desk
        desk.pause()
        self._window.widget.setUpdatesEnabled(False)

        def after() -> None:
            self._window.widget.setUpdatesEnabled(True)
            desk.resume()

        def finish(answer: tuple[T | None, Refused | None]) -> None:
            if answer[1] is not None:
                self.tell(answer[1])
            elif answer[0] is not None:
                self._window.bar.hide()
                done(answer[0])

        # Over the dialog that asked for it, so that nothing else takes input either.
        over = QApplication.activeModalWidget() or self._window.widget
        Job(over, title, "", lambda *_: _guarded(job), finish, after).start()

    def change_law(self, title: str, job: Callable[[], object], done: Callable[[Refused | None], None]) -> None:
        """Runs a step after which every record is judged anew, beside the window where there are many.

        `done` is given the refusal, which the caller says where the step was asked for, or None.
        """
        from zhengzhou_desk.reports import overview

        desk = self._window.desk
        is_small = self._is_small(desk)

        def run() -> tuple[object, Refused | None]:
            answer = _guarded(job)
            if not is_small:
                overview.prepare(desk.engine, desk.years, desk.year)
            return answer

        self.change(title, 0 if is_small else _MANY + 1, run, lambda answer: done(answer[1]))

    def undo(self) -> None:
        """Takes the last step back, off the window's thread where it is large."""
        desk = self._window.desk
        self._step(QCoreApplication.translate("edit", "正在撤销"), desk.undoable, desk.undo)

    def redo(self) -> None:
        """Does again what was taken back last, off the window's thread where it is large."""
        desk = self._window.desk
        self._step(QCoreApplication.translate("edit", "正在重做"), desk.redoable, desk.redo)

    def _step(self, title: str, entry: Entry | None, job: Callable[[], Entry | None]) -> None:
        self.change(title, len(entry.changes) if entry is not None else 0, job, lambda _: None)

    def work(
        self, title: str, job: Callable[[Callable[[int, int], None], Callable[[], bool]], T], done: Callable[[T], None]
    ) -> None:
        """Runs a long job beside the window, then `done` on its thread.

        It is refused while the book is being written, and meanwhile the book stays as it is.
        """
        book = self._window.desk if self._window.has_book else None
        if book is not None:
            if book.is_paused:
                self.tell(QCoreApplication.translate("saying", "正在写入账册，等它结束后再做"))
                return
            # What reads the book must find all of it as it was at one moment.
            book.begin_read()

        def after() -> None:
            if book is not None:
                book.end_read()

        def finish(answer: tuple[T | None, Refused | None]) -> None:
            if (self._window.desk if self._window.has_book else None) is not book:
                # Another book has been opened meanwhile, or this one closed: the answer is about neither.
                return
            if answer[1] is not None:
                self.tell(answer[1])
            else:
                self._window.bar.over(REFUSAL)
                done(cast("T", answer[0]))

        cancel = QCoreApplication.translate("saying", "取消")
        Job(
            self._window.widget,
            title,
            cancel,
            lambda progress, cancelled: _guarded(lambda: job(progress, cancelled)),
            finish,
            after,
        ).start()

    def judge_as_of(self, day: datetime.date) -> None:
        """Judges as of another day: a large book beside the window, which shows the old figures until that is done."""
        desk = self._window.desk
        if self._is_small(desk):
            self.attempt(lambda: desk.set_today(day))
            return
        title = QCoreApplication.translate("saying", "正在按 {day} 重新审核").format(day=day)
        self._judge_beside(title, day, desk.year)

    def choose_year(self, year: int) -> None:
        """Looks at another year: of a large book its figures are worked out beside the window, as for another day."""
        desk = self._window.desk
        if self._is_small(desk):
            self.attempt(lambda: desk.choose_year(year))
            return
        title = QCoreApplication.translate("saying", "正在准备 {year} 年度").format(year=year)
        self._judge_beside(title, desk.today, year)

    def _is_small(self, desk: Desk) -> bool:
        return len(desk.tables.all(Filing)) + len(desk.tables.all(Purchase)) <= _MANY_ROWS

    def _judge_beside(self, title: str, day: datetime.date, year: int) -> None:
        from zhengzhou_desk.reports import overview

        desk = self._window.desk

        def judged(*_: object) -> Engine:
            engine = desk.engine
            if day != engine.today or not engine.judges_year(year):
                engine = engine.as_of(day, (year,))
            overview.prepare(engine, desk.years, year)
            return engine

        self.work(title, judged, lambda engine: desk.take_engine(engine, year))

    def tell(
        self,
        sentence: Translatable | str,
        action: str | None = None,
        run: Callable[[], None] | None = None,
        cause: str = "",
    ) -> None:
        """Says something in the message bar; `cause` names what it is about, so that it can be taken away again."""
        if isinstance(sentence, Refused):
            cause = cause or REFUSAL
        kind = FAILURE if cause else CAUTION if action else DONE
        self._window.bar.say(str(localized(sentence, self._window.lang)), action, run, cause, kind)


def _guarded(job: Callable[[], T]) -> tuple[T | None, Refused | None]:
    """The answer of a job, or its refusal: that is said in the window, everything else surfaces."""
    try:
        return job(), None
    except Refused as refused:
        return None, refused
