"""The pulse of a window: how long its event loop was kept from a turn while something was under way."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

_PATIENCE_SECONDS = 240.0


class Pulse(QObject):
    """A timer that wants a turn every millisecond; `took` and `longest` are in seconds."""

    def __init__(self) -> None:
        super().__init__()
        self.took = self.longest = 0.0
        self._started = self._last = 0.0
        self._done: Callable[[], bool] = lambda: True
        self._loop = QEventLoop()
        self._timer = QTimer(self, interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    def during(self, job: Callable[[], object], done: Callable[[], bool]) -> Pulse:
        """Starts a job in the event loop and lets that run until it is done."""
        QApplication.processEvents()
        self._done, self.longest = done, 0.0
        self._started = self._last = time.perf_counter()
        QTimer.singleShot(0, self, job)
        self._timer.start()
        self._loop.exec()
        self._timer.stop()
        return self

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest, self._last = max(self.longest, now - self._last), now
        self.took = now - self._started
        if self._done() or self.took > _PATIENCE_SECONDS:
            self._loop.quit()


class Paints(QObject):
    """Counts how often a view (or with the application anything) was painted, and when first: what nobody sees is no figure."""

    def __init__(self, view: QWidget | QCoreApplication) -> None:
        super().__init__(view)
        self.count = 0
        self.first: float | None = None
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.count += 1
            if self.first is None:
                self.first = time.perf_counter()
        return False


def until_painted(job: Callable[[], object], view: QWidget) -> float:
    """Seconds from a job's beginning until a view is painted after it."""
    paints = Paints(view)
    started = time.perf_counter()
    job()
    view.update()
    while not paints.count:
        QApplication.processEvents()
    took = time.perf_counter() - started
    view.removeEventFilter(paints)
    paints.deleteLater()
    return took
