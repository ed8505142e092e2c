"""What the window is shown with: Qt, platform, style, screens, input method and fonts, for whoever helps."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import PySide6
from PySide6.QtCore import QLocale, qVersion
from PySide6.QtGui import QFontInfo, QGuiApplication, QTextLayout
from PySide6.QtWidgets import QApplication, QStyleFactory

from zhengzhou_desk.gui.widgets import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QRawFont

# A digit, a character that every Chinese font has, and one that few have.
_SAMPLES = {"digit": "8", "common": "郑", "rare": "𬭎"}


def told(font: QFont) -> dict[str, Any]:
    """All of it; of a screen its size and scale, not its maker."""
    return {
        "qt": qVersion(),
        "pyside": PySide6.__version__,
        "platform plugin": QGuiApplication.platformName(),
        # One with a sheet of ours upon it says no name.
        "style": QApplication.style().name() or theme.STYLE,
        "styles": QStyleFactory.keys(),
        "screens": screens(),
        "input method": os.environ.get("QT_IM_MODULE", ""),
        "input language": QGuiApplication.inputMethod().locale().name(),
        "language of the system": QLocale.system().name(),
        "screen font": QFontInfo(font).family(),
        "screen fonts asked for": font.families(),
        "drawn on the screen by": {kind: drawn_by(character, font) for kind, character in _SAMPLES.items()},
    }


def screens() -> list[str]:
    """Each screen as Qt has it: 1366×768 × 1.25, 96 dpi."""
    return [
        f"{screen.size().width()}×{screen.size().height()} × {screen.devicePixelRatio():g},"
        f" {screen.logicalDotsPerInch():.0f} dpi"
        for screen in QGuiApplication.screens()
    ]


def drawn_by(character: str, font: QFont) -> str:
    """The family that draws a character on the screen; empty where none does."""
    layout = QTextLayout(character, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    faces = [run.rawFont() for run in layout.glyphRuns() if any(run.glyphIndexes()) and is_font(run.rawFont())]
    return faces[0].familyName() if faces else ""


def is_font(face: QRawFont) -> bool:
    """Whether it is a font at all.

    Where there is none Qt draws boxes by a stand-in: it has every character and, asked for its name, ends the program.
    """
    return not face.fontTable("cmap").isEmpty()
