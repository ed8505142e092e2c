"""Small pictures of a unit's figures: the reserve against its floors, purchases against the calendar, the years."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from zhengzhou_desk.common.override import override
from zhengzhou_desk.gui.widgets import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

_HIGH = 12
_ROUND = 4


class Bar(QWidget):
    """An amount as a bar, and marks that it should reach; all of it is also said in words beside it."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.amount, self.whole, self.is_good = 0, 1, True
        self.marks: tuple[int, ...] = ()

    def show_amount(self, amount: int, marks: Sequence[int], *, whole: int = 0, is_good: bool = True) -> None:
        """The bar is as long as `amount` is of `whole` (of the largest of all where none is given)."""
        self.amount, self.marks, self.is_good = amount, tuple(marks), is_good
        # A little more than the largest, so that a mark at the end is seen.
        self.whole = max(whole or max(amount, *marks, 0) * 21 // 20, 1)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(120, _HIGH + 6)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = theme.colours(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.line))
        painter.drawRoundedRect(QRectF(0, 3, self.width(), _HIGH), _ROUND, _ROUND)
        painter.setBrush(QColor(look.accent if self.is_good else look.error))
        painter.drawRoundedRect(QRectF(0, 3, self._place(self.amount), _HIGH), _ROUND, _ROUND)
        painter.setPen(QPen(QColor(look.text), 2))
        for mark in self.marks:
            at = max(1.0, min(self._place(mark), self.width() - 1.0))
            painter.drawLine(QPointF(at, 0), QPointF(at, _HIGH + 6))
        painter.end()

    def _place(self, amount: int) -> float:
        return max(0.0, min(1.0, amount / self.whole)) * self.width()


class YearsLine(QWidget):
    """The reserves of the last years as a small line; a year that is not known breaks it."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.years: tuple[tuple[int, int | None], ...] = ()

    def show_years(self, years: Sequence[tuple[int, int | None]]) -> None:
        """Years with their amounts, the oldest first."""
        self.years = tuple(years)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(120, 34 + self.fontMetrics().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.years:
            return
        look, painter = theme.colours(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        below = self.fontMetrics().height()
        places = [self._place(number, below) for number in range(len(self.years))]
        painter.setPen(QPen(QColor(look.accent), 2))
        for one, other in pairwise(places):
            if one is not None and other is not None:
                painter.drawLine(one, other)
        painter.setBrush(QColor(look.accent))
        for place in places:
            if place is not None:
                painter.drawEllipse(place, 2.5, 2.5)
        painter.setPen(QColor(look.quiet))
        width = self.width() / len(self.years)
        for number, (year, _) in enumerate(self.years):
            box = QRectF(number * width, self.height() - below, width, below)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(year))
        painter.end()

    def _place(self, number: int, below: int) -> QPointF | None:
        amount = self.years[number][1]
        if amount is None:
            return None
        most = max(known for _, known in self.years if known is not None) or 1
        room = self.height() - below - 10
        width = self.width() / len(self.years)
        return QPointF((number + 0.5) * width, 5 + room * (1 - amount / most))
