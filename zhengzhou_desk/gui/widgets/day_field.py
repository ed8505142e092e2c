"""A field for a day, with a calendar to choose from."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QDateEdit

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class DayField(QDateEdit):
    """A day as the workbooks write it; `chosen` tells a day that a person or the program has put there."""

    chosen = Signal(object)

    def __init__(self, day: datetime.date | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCalendarPopup(True)
        self.setDisplayFormat("yyyy-MM-dd")
        # Typed digit by digit, no day in between is taken.
        self.setKeyboardTracking(False)
        if day is not None:
            self.put(day)
        self.dateChanged.connect(lambda _: self.chosen.emit(self.day))

    @property
    def day(self) -> datetime.date:
        """The day that stands there."""
        shown = self.date()
        return datetime.date(shown.year(), shown.month(), shown.day())

    def put(self, day: datetime.date) -> None:
        """Puts a day there."""
        self.setDate(QDate(day.year, day.month, day.day))
