"""Doing something and saying how it went: refusals in the inline bar, long work on another thread."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, cast

from PySide6.QtCore import QCoreApplication

from zhengzhou_desk.errors import Refused
from zhengzhou_desk.gui.work import Job
from zhengzhou_desk.language import said

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from zhengzhou_desk.desk import Desk
    from zhengzhou_desk.gui.message_bar import MessageBar
    from zhengzhou_desk.language import Sayable

T = TypeVar("T")


class Saying:
    """The part of the main window that speaks."""

    if TYPE_CHECKING:
        bar: MessageBar

        @property
        def lang(self) -> str: ...

        @property
        def has_book(self) -> bool: ...

        @property
        def desk(self) -> Desk: ...

        @property
        def widget(self) -> QWidget: ...

    def attempt(self, job: Callable[[], T]) -> T | None:
        try:
            answer = job()
        except Refused as refused:
            self.tell(refused)
            return None
        # A refusal is over once something has been done.
        self.bar.hide()
        return answer

    def work(
        self, title: str, job: Callable[[Callable[[int, int], None], Callable[[], bool]], T], done: Callable[[T], None]
    ) -> None:
        def guarded(progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> tuple[T | None, Refused | None]:
            try:
                return job(progress, cancelled), None
            except Refused as refused:
                return None, refused

        book = self.desk if self.has_book else None

        def finish(answer: tuple[T | None, Refused | None]) -> None:
            if (self.desk if self.has_book else None) is not book:
                # Another book has been opened meanwhile, or this one closed: the answer is about neither.
                return
            if answer[1] is not None:
                self.tell(answer[1])
            else:
                done(cast("T", answer[0]))

        Job(self.widget, title, QCoreApplication.translate("saying", "取消"), guarded, finish).start()

    def tell(self, sentence: Sayable | str, action: str | None = None, run: Callable[[], None] | None = None) -> None:
        self.bar.say(str(said(sentence, self.lang)), action, run)
