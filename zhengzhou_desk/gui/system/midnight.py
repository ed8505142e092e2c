"""Midnight: a window that is open overnight judges as of the new day in the morning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable

    from zhengzhou_desk.gui.window_api import WindowApi

_MINUTE = 60_000


class Midnight(QObject):
    """Looks at the clock once a minute; a book that is looked at as of another day is left at that day."""

    def __init__(self, window: WindowApi, clock: Callable[[], datetime.datetime]) -> None:
        super().__init__(window.widget)
        self._window = window
        self._clock = clock
        self._day = clock().date()
        timer = QTimer(self)
        timer.timeout.connect(self.look)
        timer.start(_MINUTE)

    def look(self) -> None:
        """Renews the desk's day where the computer's has turned."""
        day, before = self._clock().date(), self._day
        if day == before or (
            self._window.has_book and (self._window.desk.is_paused or self._window.desk.is_being_read)
        ):
            return
        self._day = day
        if self._window.has_book:
            if self._window.desk.today == before:
                self._window.judge_as_of(day)
            self._window.show_backup()
