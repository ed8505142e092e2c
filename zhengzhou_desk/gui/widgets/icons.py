"""Icons: one small set of drawings, in the colour of the text they stand beside."""

from __future__ import annotations

import functools

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from zhengzhou_desk.common.paths import ICONS
from zhengzhou_desk.gui.widgets import theme

_SIZES = (16, 18, 20, 24, 32, 48, 64)


def icon(name: str, colour: str | None = None) -> QIcon:
    """An icon by its file's name; in the colour of text unless another is given."""
    return _icon(name, colour or theme.colours().text, theme.colours().handle)


@functools.cache
def _icon(name: str, colour: str, faint: str) -> QIcon:
    made = QIcon()
    # On a selected row the sign keeps its own colour.
    for mode, tint in ((QIcon.Mode.Normal, colour), (QIcon.Mode.Selected, colour), (QIcon.Mode.Disabled, faint)):
        drawing = (ICONS / f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", tint)
        renderer = QSvgRenderer(QByteArray(drawing.encode()))
        for size in _SIZES:
            picture = QPixmap(QSize(size, size))
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            renderer.render(painter)
            painter.end()
            made.addPixmap(picture, mode)
    return made


def picture(name: str, size: int, colour: str | None = None) -> QPixmap:
    """An icon as a picture beside a text."""
    return icon(name, colour).pixmap(QSize(size, size))


def of_severity(severity: str) -> QIcon:
    """The sign of a severity: its form differs, not only its colour."""
    return icon(severity, QColor(theme.of_severity(severity)).name())


def clear_cache() -> None:
    """The look has changed: icons are drawn anew."""
    _icon.cache_clear()
