"""Long work: done on another thread, with progress and a way to stop it, while the window stays alive."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal
from PySide6.QtWidgets import QProgressDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

T = TypeVar("T")
_PATIENCE_MS = 300


class Job(QObject):
    """One piece of work. The window owns it and its signals; the thread only calls them."""

    moved = Signal(int, int)
    ended = Signal(object, object)

    def __init__(self, parent: QWidget, title: str, cancel: str, job: Callable[..., T], done: Callable[[T], None]) -> None:
        super().__init__(parent)
        self._stop = threading.Event()
        self._job = job
        self._done = done
        self._dialog = QProgressDialog(title, cancel, 0, 0, parent)
        self._dialog.setWindowModality(Qt.WindowModality.WindowModal)
        self._dialog.setMinimumDuration(_PATIENCE_MS)
        self._dialog.setAutoClose(False)
        self._dialog.setAutoReset(False)
        self._dialog.canceled.connect(self._stop.set)
        self.moved.connect(self._show)
        self.ended.connect(self._finish)

    @property
    def is_called_off(self) -> bool:
        """Whether the person has thought better of it; the thread may still be on its way to its end."""
        return self._stop.is_set()

    def start(self) -> None:
        QThreadPool.globalInstance().start(_Runner(self._run))

    def _run(self) -> None:
        """On the other thread."""
        try:
            answer: Any = self._job(self.moved.emit, self._stop.is_set)
        except BaseException as error:  # noqa: BLE001 - handed to the window's thread, where it is raised
            self.ended.emit(None, error)
        else:
            self.ended.emit(answer, None)

    def _show(self, done: int, of: int) -> None:
        self._dialog.setMaximum(of)
        self._dialog.setValue(done)

    def _finish(self, answer: Any, error: BaseException | None) -> None:
        self._dialog.canceled.disconnect(self._stop.set)
        self._dialog.close()
        self._dialog.deleteLater()
        self.deleteLater()
        if error is not None:
            raise error
        if not self._stop.is_set():
            self._done(answer)


class _Runner(QRunnable):
    """Calls a function on a thread of the pool."""

    def __init__(self, call: Callable[[], None]) -> None:
        super().__init__()
        self._call = call

    def run(self) -> None:
        self._call()
