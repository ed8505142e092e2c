"""Long work: done on another thread, with progress and a way to stop it, while the window stays alive."""

from __future__ import annotations

import threading
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QProgressDialog

from zhengzhou_desk.common.override import override

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent
    from PySide6.QtWidgets import QWidget

T = TypeVar("T")
_PATIENCE_MS = 300
_THREAD = "job"


class _Waiting(QProgressDialog):
    """The dialog over the window; one without a cancel button stays until the work is done."""

    def __init__(self, title: str, cancel: str, parent: QWidget) -> None:
        super().__init__(title, cancel, 0, 0, parent)
        self._stays = not cancel
        if self._stays:
            self.setCancelButton(None)  # type: ignore[arg-type]
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAutoClose(False)
        self.setAutoReset(False)
        # Work that changes the book must have the window to itself from its first moment.
        self.setMinimumDuration(0 if self._stays else _PATIENCE_MS)
        if self._stays:
            self.show()

    def reject(self) -> None:
        if not self._stays:
            super().reject()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._stays:
            event.ignore()
        else:
            super().closeEvent(event)

    def end(self) -> None:
        """The work is done."""
        self._stays = False
        self.close()
        self.deleteLater()


class Job(QObject):
    """One piece of work. The window owns it and its signals; the thread only calls them.

    Without words for `cancel` it cannot be stopped; `after` runs on the window's thread however it ended.
    """

    moved = Signal(int, int)
    ended = Signal(object, object)

    def __init__(
        self,
        parent: QWidget,
        title: str,
        cancel: str,
        job: Callable[..., T],
        done: Callable[[T], None],
        after: Callable[[], None] = lambda: None,
    ) -> None:
        super().__init__(parent)
        self._stop = threading.Event()
        self._job = job
        self._done = done
        self._after = after
        self._dialog = _Waiting(title, cancel, parent)
        self._dialog.canceled.connect(self._stop.set)
        self.moved.connect(self._show)
        self.ended.connect(self._finish)

    @property
    def is_called_off(self) -> bool:
        """Whether the person has thought better of it; the thread may still be on its way to its end."""
        return self._stop.is_set()

    def start(self) -> None:
        """Begins the job on a thread of its own."""
        arguments = ([self._job], self.moved.emit, self._stop.is_set, self.ended.emit)
        # A thread of Python's own: those of Qt's pool have ended while they held the interpreter's lock.
        threading.Thread(target=_run, args=arguments, name=_THREAD).start()

    def _show(self, done: int, of: int) -> None:
        self._dialog.setMaximum(of)
        self._dialog.setValue(done)

    def _finish(self, answer: Any, error: BaseException | None) -> None:
        self._dialog.canceled.disconnect(self._stop.set)
        self._dialog.end()
        self.deleteLater()
        self._after()
        if error is not None:
            raise error
        if not self._stop.is_set():
            self._done(answer)


def _run(
    box: list[Callable[..., Any]],
    moved: Callable[[int, int], None],
    stopped: Callable[[], bool],
    ended: Callable[[object, object], None],
) -> None:
    """The other thread's part of a job, which it takes out of `box`.

    It lets go of the job before it tells that it has ended: what the job holds of Qt must not die on this thread.
    """
    answer: object = None
    failure: BaseException | None = None
    try:
        answer = box.pop()(moved, stopped)
    except BaseException as error:  # noqa: BLE001 - handed to the window's thread, where it is raised
        failure = error
    with suppress(RuntimeError):  # the window has gone meanwhile
        ended(answer, failure)


def wait_for_all(seconds: float) -> None:
    """Gives what has been called off a moment to end."""
    until = time.monotonic() + seconds
    for thread in threading.enumerate():
        if thread.name == _THREAD:
            thread.join(max(0.0, until - time.monotonic()))
