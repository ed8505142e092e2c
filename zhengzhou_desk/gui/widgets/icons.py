"""Icons: one small set of drawings, in the colour of the text they stand beside."""

from __future__ import annotations

import functools

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from zhengzhou_desk.common.override import override
from zhengzhou_desk.common.paths import ICONS
from zhengzhou_desk.gui.widgets import theme


class _Drawing(QIconEngine):
    """An icon that is drawn when it is first shown, in the size that is asked for: most are never shown."""

    def __init__(self, drawing: str, colour: str, faint: str) -> None:
        super().__init__()
        self._drawing, self._colour, self._faint = drawing, colour, faint
        self._pictures: dict[tuple[int, int, bool], QPixmap] = {}

    @override
    def clone(self) -> QIconEngine:
        return _Drawing(self._drawing, self._colour, self._faint)

    @override
    def pixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State) -> QPixmap:
        # On a selected row the sign keeps its own colour.
        is_faint = mode == QIcon.Mode.Disabled
        key = size.width(), size.height(), is_faint
        if key not in self._pictures:
            self._pictures[key] = _drawn(self._drawing, size, self._faint if is_faint else self._colour)
        return self._pictures[key]

    @override
    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ratio = painter.device().devicePixelRatioF()
        picture = QPixmap(self.pixmap(rect.size() * ratio, mode, state))
        picture.setDevicePixelRatio(ratio)
        painter.drawPixmap(rect, picture)


def _drawn(drawing: str, size: QSize, colour: str) -> QPixmap:
    """A drawing in a colour, as large as the smaller side allows and in the middle."""
    picture = QPixmap(size)
    picture.fill(Qt.GlobalColor.transparent)
    side = min(size.width(), size.height())
    square = QRectF((size.width() - side) / 2, (size.height() - side) / 2, side, side)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(drawing.replace("currentColor", colour).encode())).render(painter, square)
    painter.end()
    return picture


def icon(name: str, colour: str | None = None) -> QIcon:
    """An icon by its file's name; in the colour of text unless another is given."""
    return _icon(name, colour or theme.colours().text, theme.colours().handle)


@functools.cache
def _icon(name: str, colour: str, faint: str) -> QIcon:
    return QIcon(_Drawing((ICONS / f"{name}.svg").read_text(encoding="utf-8"), colour, faint))


def picture(name: str, size: int, colour: str | None = None) -> QPixmap:
    """An icon as a picture beside a text."""
    return icon(name, colour).pixmap(QSize(size, size))


def of_severity(severity: str) -> QIcon:
    """The sign of a severity: its form differs, not only its colour."""
    return icon(severity, QColor(theme.of_severity(severity)).name())


def clear_cache() -> None:
    """The look has changed: icons are drawn anew."""
    _icon.cache_clear()
