"""The pages of a PDF beside a list: as wide as there is room, one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from zhengzhou_desk.common.override import override
from zhengzhou_desk.documents import preview

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_PAPER_INCHES = 210 / 25.4
# A letter has a page or two; of a long paper the first are shown.
_MOST_PAGES = 6
_WAIT_MS = 60
_MARGIN = 12


def image(pdf: bytes, page: int, dots_per_inch: float) -> QImage:
    """A page of a PDF as a picture."""
    made = preview.page_image(pdf, page, dots_per_inch)
    return QImage(made.pixels, made.width, made.height, made.stride, QImage.Format.Format_RGB32).copy()


class PageView(QScrollArea):
    """Shows a PDF, or a sentence in its place."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._pdf = b""
        self.pages: list[QLabel] = []
        self._column = QVBoxLayout()
        self._column.setContentsMargins(4, 4, 4, 4)
        inside = QWidget()
        inside.setLayout(self._column)
        self.setWidget(inside)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT_MS)
        self._timer.timeout.connect(self._draw)
        self.put(b"")

    def put(self, pdf: bytes, otherwise: str = "") -> None:
        """Shows these pages; where there are none, the sentence."""
        self._pdf = pdf
        for label in self.pages:
            self._column.removeWidget(label)
            label.deleteLater()
        count = min(_MOST_PAGES, preview.page_count(pdf)) if pdf else 1
        self.pages = [QLabel() for _ in range(count)]
        for label in self.pages:
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
            self._column.addWidget(label)
        if not pdf:
            self.pages[0].setText(otherwise)
            self.pages[0].setTextFormat(Qt.TextFormat.PlainText)
            self.pages[0].setWordWrap(True)
            self.pages[0].setObjectName("quiet")
        self.verticalScrollBar().setValue(0)
        self._draw()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._timer.start()

    def _draw(self) -> None:
        ratio, width = self.devicePixelRatioF(), self.viewport().width() - _MARGIN
        if not self._pdf or width <= 0:
            return
        for number, label in enumerate(self.pages):
            picture = QPixmap.fromImage(image(self._pdf, number, width / _PAPER_INCHES * ratio))
            picture.setDevicePixelRatio(ratio)
            label.setPixmap(picture)
