"""The look: our own quiet palette in light and dark, sizes of type, colours of severities."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette

from zhengzhou_desk.policy.params import ERROR, INFO, UNKNOWN, WARNING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

SYSTEM, LIGHT, DARK = "system", "light", "dark"
# 小, 中, 大, 特大, in points.
SIZES = {"small": 9.0, "medium": 10.5, "large": 12.0, "huge": 14.0}


@dataclass(frozen=True, slots=True)
class Colours:
    """One look in colours."""

    window: str
    base: str
    other: str
    text: str
    quiet: str
    line: str
    accent: str
    on_accent: str
    error: str
    warning: str
    info: str
    unknown: str
    error_back: str
    warning_back: str
    closed: str


_LIGHT = Colours(
    window="#f6f7f9", base="#ffffff", other="#f8f9fb", text="#1f2328", quiet="#667079", line="#dfe3e8", accent="#2f6f8f",
    on_accent="#ffffff", error="#b3261e", warning="#96650a", info="#3b6ea5", unknown="#6b4fa0", error_back="#fcebea",
    warning_back="#fdf4e1", closed="#f0f1f3",
)  # fmt: skip
_DARK = Colours(
    window="#1f2226", base="#26292e", other="#2a2e33", text="#e4e7ea", quiet="#9aa3ac", line="#3a3f46", accent="#5fa3c4",
    on_accent="#10181d", error="#f2867e", warning="#e0b25c", info="#86b4e2", unknown="#b79be6", error_back="#3d2726",
    warning_back="#3a3221", closed="#2e3136",
)  # fmt: skip


def is_dark(wanted: str = SYSTEM) -> bool:
    """Whether the dark look is to be used: as set, else as the system has it."""
    if wanted != SYSTEM:
        return wanted == DARK
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


def colours(*, dark: bool | None = None) -> Colours:
    """The colours in use (or of the look asked for)."""
    if dark is None:
        dark = QGuiApplication.palette().color(QPalette.ColorRole.Base).lightness() < 128
    return _DARK if dark else _LIGHT


def of_severity(severity: str) -> QColor:
    """The colour of a severity; never the only sign of it."""
    look = colours()
    return QColor({ERROR: look.error, WARNING: look.warning, INFO: look.info, UNKNOWN: look.unknown}.get(severity, look.quiet))


def back_of_severity(severity: str) -> QColor | None:
    """The colour behind a cell that a finding points at."""
    look = colours()
    found = {ERROR: look.error_back, WARNING: look.warning_back, UNKNOWN: look.warning_back}.get(severity)
    return QColor(found) if found else None


def dress(app: QApplication, wanted: str = SYSTEM, size: str = "medium") -> None:
    """Gives the whole program its look."""
    look = colours(dark=is_dark(wanted))
    app.setStyle("Fusion")
    font = QFont(app.font())
    font.setPointSizeF(SIZES.get(size, SIZES["medium"]))
    app.setFont(font)
    app.setPalette(_palette(look))
    app.setStyleSheet(_sheet(look))


def _palette(look: Colours) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for where, colour in (
        (role.Window, look.window), (role.WindowText, look.text), (role.Base, look.base), (role.AlternateBase, look.other),
        (role.Text, look.text), (role.Button, look.window), (role.ButtonText, look.text), (role.Highlight, look.accent),
        (role.HighlightedText, look.on_accent), (role.ToolTipBase, look.base), (role.ToolTipText, look.text),
        (role.PlaceholderText, look.quiet), (role.Link, look.accent), (role.Mid, look.line), (role.Light, look.base),
        (role.Accent, look.accent),
    ):  # fmt: skip
        palette.setColor(where, QColor(colour))
    for where in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, where, QColor(look.quiet))
    return palette


def _sheet(look: Colours) -> str:
    return f"""
    QToolBar {{ border: none; spacing: 2px; padding: 3px 6px; background: {look.window}; }}
    QToolButton {{ border: 1px solid transparent; border-radius: 5px; padding: 4px 7px; }}
    QToolButton:hover {{ background: {look.other}; border-color: {look.line}; }}
    QToolButton:checked {{ background: {look.base}; border-color: {look.line}; }}
    QTableView {{ border: none; gridline-color: {look.line}; selection-background-color: {look.accent}; selection-color: {look.on_accent}; }}
    QTableView QLineEdit, QTableView QComboBox {{ border: 1px solid {look.accent}; padding: 0 2px; }}
    QHeaderView::section {{ background: {look.window}; color: {look.quiet}; border: none; border-right: 1px solid {look.line};
        border-bottom: 1px solid {look.line}; padding: 4px 6px; }}
    QTabWidget::pane {{ border: none; border-top: 1px solid {look.line}; }}
    QTabBar::tab {{ padding: 7px 14px; border: none; color: {look.quiet}; }}
    QTabBar::tab:selected {{ color: {look.text}; border-bottom: 2px solid {look.accent}; }}
    QTabBar::tab:hover {{ color: {look.text}; }}
    QDockWidget::title {{ padding: 6px 8px; background: {look.window}; border-bottom: 1px solid {look.line}; }}
    QStatusBar {{ border-top: 1px solid {look.line}; }}
    QStatusBar::item {{ border: none; }}
    QLineEdit, QPlainTextEdit {{ border: 1px solid {look.line}; border-radius: 4px; padding: 3px 5px;
        background: {look.base}; }}
    QLineEdit:focus, QPlainTextEdit:focus {{ border-color: {look.accent}; }}
    QPushButton {{ border: 1px solid {look.line}; border-radius: 5px; padding: 5px 14px; background: {look.base}; }}
    QPushButton:hover {{ border-color: {look.accent}; }}
    QPushButton:default {{ background: {look.accent}; color: {look.on_accent}; border-color: {look.accent}; }}
    QPushButton:disabled {{ color: {look.quiet}; background: {look.window}; }}
    QFrame#tile {{ background: {look.base}; border: 1px solid {look.line}; border-radius: 8px; }}
    QFrame#bar {{ background: {look.warning_back}; border-bottom: 1px solid {look.line}; }}
    QLabel#quiet {{ color: {look.quiet}; }}
    QLabel#big {{ font-size: 20pt; }}
    QLabel#title {{ font-size: 14pt; }}
    QLabel#head {{ font-weight: bold; }}
    QToolTip {{ border: 1px solid {look.line}; padding: 4px; }}
    """
