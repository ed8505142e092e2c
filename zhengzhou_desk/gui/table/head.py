"""The head of a table: a click sorts, a sign in it opens the column's menu and shows which columns filter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView

from zhengzhou_desk.common.override import override
from zhengzhou_desk.gui.widgets import icons, theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from zhengzhou_desk.gui.table.model import RecordModel

# The sign's room, and what is left free for whoever pulls the border of the column.
_SIGN, _BORDER = 16, 5


class Head(QHeaderView):
    """Column heads with a sign each, where the heading does not begin; seen under the pointer or where one filters."""

    asked = Signal(int)

    def __init__(self, records: RecordModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._records = records
        self._over = -1
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMouseTracking(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_at)

    def sign(self, section: int) -> QRect:
        """Where the sign of a column is."""
        left, width = self.sectionViewportPosition(section), self.sectionSize(section)
        x = left + _BORDER if self._records.columns[section].right_aligned else left + width - _SIGN - _BORDER
        return QRect(x, 0, _SIGN, self.height())

    def _ask_at(self, at: QPoint) -> None:
        section = self.logicalIndexAt(at)
        if section >= 0:
            self.asked.emit(section)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        painter.save()
        super().paintSection(painter, rect, logicalIndex)
        painter.restore()
        filters = self._records.is_filtered(self._records.columns[logicalIndex].name)
        if not filters and logicalIndex != self._over:
            return
        look, place = theme.colours(), self.sign(logicalIndex)
        painter.fillRect(place.adjusted(-1, 1, 1, -2), QColor(look.window))
        drawing = icons.icon("filter", look.accent) if filters else icons.icon(f"chevron-down-{look.name}")
        drawing.paint(painter, place.adjusted(1, 0, -1, 0))

    @override
    def mousePressEvent(self, e: QMouseEvent) -> None:
        at = e.position().toPoint()
        section = self.logicalIndexAt(at)
        if e.button() == Qt.MouseButton.LeftButton and section >= 0 and self.sign(section).contains(at):
            self.asked.emit(section)
            return
        super().mousePressEvent(e)

    @override
    def mouseMoveEvent(self, e: QMouseEvent) -> None:
        self._point(self.logicalIndexAt(e.position().toPoint()))
        super().mouseMoveEvent(e)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._point(-1)
        super().leaveEvent(event)

    def _point(self, section: int) -> None:
        before, self._over = self._over, section
        for each in {before, section} - {-1}:
            if before != section:
                self.updateSection(each)
