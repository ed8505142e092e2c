"""The look: our own quiet palette in light and dark, sizes of type, colours of severities."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QTableView

from zhengzhou_desk.common.gc_pause import gc_paused
from zhengzhou_desk.common.paths import ICONS
from zhengzhou_desk.policy.parameters import ERROR, INFO, UNKNOWN, WARNING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

STYLE = "Fusion"
SYSTEM, LIGHT, DARK = "system", "light", "dark"
# 小, 中, 大, 特大, in points.
SIZES = {"small": 9.0, "medium": 10.5, "large": 12.0, "huge": 14.0}


@dataclass(frozen=True, slots=True)
class Colours:
    """One look in colours."""

    name: str
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
    chosen: str
    handle: str


_MIDDLE_GREY = 128  # lightness, of 255
_LIGHT = Colours(
    name="light", window="#f6f7f9", base="#ffffff", other="#f8f9fb", text="#1f2328", quiet="#667079", line="#dfe3e8",
    accent="#2f6f8f",
    on_accent="#ffffff", error="#b3261e", warning="#96650a", info="#3b6ea5", unknown="#6b4fa0", error_back="#fcebea",
    warning_back="#fdf4e1", closed="#eff0f2", chosen="#d6e7f0", handle="#c9d0d7",
)  # fmt: skip
_DARK = Colours(
    name="dark", window="#1f2226", base="#26292e", other="#2a2e33", text="#e4e7ea", quiet="#9aa3ac", line="#3a3f46",
    accent="#5fa3c4",
    on_accent="#10181d", error="#f2867e", warning="#e0b25c", info="#86b4e2", unknown="#b79be6", error_back="#3d2726",
    warning_back="#3a3221", closed="#22252a", chosen="#2d4553", handle="#4a525b",
)  # fmt: skip


def is_dark(wanted: str = SYSTEM) -> bool:
    """Whether the dark look is to be used: as set, else as the system has it."""
    if is_set(wanted):
        return wanted == DARK
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


def colours(*, dark: bool | None = None) -> Colours:
    """The colours in use (or of the look asked for)."""
    if dark is None:
        dark = QGuiApplication.palette().color(QPalette.ColorRole.Base).lightness() < _MIDDLE_GREY
    return _DARK if dark else _LIGHT


def of_severity(severity: str) -> QColor:
    """The colour of a severity; never the only sign of it."""
    look = colours()
    return QColor(
        {ERROR: look.error, WARNING: look.warning, INFO: look.info, UNKNOWN: look.unknown}.get(severity, look.quiet)
    )


def back_of_severity(severity: str) -> QColor | None:
    """The colour behind a cell that a finding points at."""
    look = colours()
    found = {ERROR: look.error_back, WARNING: look.warning_back, UNKNOWN: look.warning_back}.get(severity)
    return QColor(found) if found else None


def is_set(settings_look: object) -> bool:
    """Whether a person has chosen light or dark, so that the system's change is nothing to us."""
    return settings_look in (LIGHT, DARK)


def apply_theme(app: QApplication, wanted: str = SYSTEM, size: str = "medium") -> None:
    """Gives the whole program its look.

    Qt goes through every widget there is, and hears of some in Python code: were the collector to find a widget there
    that nobody holds any more, Qt would go on to what is gone, and the program would end.
    """
    look = colours(dark=is_dark(wanted))
    points = SIZES.get(size, SIZES["medium"])
    with gc_paused():
        app.setStyle(STYLE)
        font = QFont(app.font())
        font.setPointSizeF(points)
        app.setFont(font)
        app.setPalette(_palette(look))
        app.setStyleSheet(_sheet(look, points))
        # Windows has fonts of its own for tables, menus and tips, which Qt has taken meanwhile: they would follow
        # neither the size that a person has set nor the font that has all characters.
        app.setFont(font)


def set_quiet(tabs: QWidget, *, quiet: bool) -> None:
    """Tables that cannot be changed look it: they take the colour of what is settled."""
    if tabs.property("quiet") != quiet:
        tabs.setProperty("quiet", quiet)
        table: QTableView
        for table in tabs.findChildren(QTableView):
            table.style().polish(table)


def _palette(look: Colours) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for where, colour in (
        (role.Window, look.window), (role.WindowText, look.text), (role.Base, look.base),
        (role.AlternateBase, look.other),
        (role.Text, look.text), (role.Button, look.window), (role.ButtonText, look.text), (role.BrightText, look.error),
        (role.Highlight, look.accent), (role.HighlightedText, look.on_accent), (role.ToolTipBase, look.base),
        (role.ToolTipText, look.text), (role.PlaceholderText, look.quiet), (role.Link, look.accent),
        (role.LinkVisited, look.accent), (role.Mid, look.line), (role.Midlight, look.line), (role.Dark, look.handle),
        (role.Light, look.base), (role.Accent, look.accent),
    ):  # fmt: skip
        palette.setColor(where, QColor(colour))
    for where in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, where, QColor(look.quiet))
    return palette


def _sheet(look: Colours, points: float) -> str:
    """The one style sheet: flat controls with a thin line, the accent only where something is active."""
    down, up = (f"{ICONS.as_posix()}/chevron-{way}-{look.name}.svg" for way in ("down", "up"))
    tick = f"{ICONS.as_posix()}/tick-{look.name}.svg"
    return f"""
    QMenuBar {{ background: {look.window}; padding: 2px 4px; border-bottom: 1px solid {look.line}; }}
    QMenuBar::item {{ padding: 9px 9px; border-radius: 4px; background: transparent; }}
    QMenuBar::item:selected {{ background: {look.chosen}; }}
    QMenu {{ background: {look.base}; border: 1px solid {look.line}; padding: 4px; }}
    QMenu::item {{ padding: 5px 28px 5px 10px; border-radius: 4px; }}
    QMenu::item:selected {{ background: {look.chosen}; color: {look.text}; }}
    QMenu::item:disabled {{ color: {look.quiet}; }}
    QMenu::icon {{ padding-left: 8px; }}
    QMenu::separator {{ height: 1px; background: {look.line}; margin: 4px 8px; }}

    QToolBar {{ border: none; spacing: 2px; padding: 1px 4px 1px 6px;
        background: {look.window}; }}
    QToolBar::separator {{ width: 1px; background: {look.line}; margin: 5px 6px; }}
    QToolButton {{ border: 1px solid transparent; border-radius: 5px; padding: 4px 7px; }}
    QToolButton:hover {{ background: {look.other}; border-color: {look.line}; }}
    QToolButton:pressed {{ background: {look.chosen}; }}
    QToolButton:checked {{ background: {look.chosen}; border-color: {look.line}; }}
    QToolButton:disabled {{ color: {look.quiet}; }}
    QToolButton[popupMode="2"] {{ padding-right: 18px; }}
    QToolButton::menu-indicator {{ image: url("{down}"); width: 10px; height: 10px;
        subcontrol-position: right center; right: 5px; }}
    QToolButton:focus, QPushButton:focus {{ border-color: {look.accent}; }}

    QTableView, QTreeView, QListView {{ border: none; gridline-color: {look.line}; background: {look.base};
        alternate-background-color: {look.other}; selection-background-color: {look.chosen};
        selection-color: {look.text}; outline: none; }}
    QListWidget::item {{ padding: 4px 6px; }}
    QTabWidget[quiet="true"] QTableView {{ background: {look.closed}; alternate-background-color: {look.closed}; }}
    QDialog QTableView, QDialog QTreeView, QDialog QListView {{ border: 1px solid {look.line}; border-radius: 4px; }}
    QDialog QTableView::item {{ padding: 0 8px; }}
    QListWidget#ticked::item, QDialog QTableView#ticked::item {{ padding: 0; }}
    QTableView QLineEdit, QTableView QComboBox, QTableView QDateEdit {{ border: 1px solid {look.accent};
        border-radius: 0; padding: 0 2px; }}
    QHeaderView {{ background: {look.window}; }}
    QHeaderView::section {{ background: {look.window}; color: {look.quiet}; border: none;
        border-right: 1px solid {look.line};
        border-bottom: 1px solid {look.line}; padding: 3px 8px; }}
    QTableCornerButton::section {{ background: {look.window}; border: none; border-right: 1px solid {look.line};
        border-bottom: 1px solid {look.line}; }}

    QTabWidget::pane {{ border: none; border-top: 1px solid {look.line}; }}
    QTabBar {{ qproperty-drawBase: 0; }}
    QTabBar::tab {{ padding: 5px 14px; border: none; border-bottom: 2px solid transparent; color: {look.quiet};
        background: transparent; }}
    QTabBar::tab:selected {{ color: {look.text}; border-bottom-color: {look.accent}; }}
    QTabBar::tab:hover {{ color: {look.text}; }}
    QTabBar::tab:focus {{ color: {look.accent}; }}

    QDockWidget {{ border: none; }}
    QDockWidget::title {{ padding: 5px 10px; background: {look.window}; border-top: 1px solid {look.line};
        border-bottom: 1px solid {look.line}; }}
    QMainWindow::separator {{ background: {look.line}; height: 1px; width: 1px; }}
    QSplitter::handle {{ background: {look.line}; }}
    QSplitter::handle:horizontal {{ width: 1px; }}
    QSplitter::handle:vertical {{ height: 1px; }}
    QStatusBar {{ border-top: 1px solid {look.line}; background: {look.window}; }}
    QStatusBar::item {{ border: none; }}
    QStatusBar QToolButton {{ padding: 1px 6px; }}
    QStatusBar QLabel {{ padding: 0 6px; }}

    QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDateEdit, QComboBox {{ border: 1px solid {look.line};
        border-radius: 4px;
        padding: 3px 6px; background: {look.base}; selection-background-color: {look.accent};
        selection-color: {look.on_accent}; }}
    QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QDateEdit:focus,
    QComboBox:focus {{ border-color: {look.accent}; }}
    QLineEdit:disabled, QLineEdit:read-only, QSpinBox:disabled, QDateEdit:disabled,
    QComboBox:disabled {{ background: {look.window}; color: {look.quiet}; }}
    QLineEdit[wrong="true"] {{ border-color: {look.error}; }}
    QComboBox {{ padding-right: 20px; }}
    QComboBox::drop-down, QDateEdit::drop-down {{ border: none; width: 20px; subcontrol-origin: border;
        subcontrol-position: center right; }}
    QComboBox::down-arrow, QDateEdit::down-arrow {{ image: url("{down}"); width: 10px; height: 10px; }}
    QComboBox QAbstractItemView {{ border: 1px solid {look.line}; background: {look.base}; outline: none; padding: 2px;
        selection-background-color: {look.chosen}; selection-color: {look.text}; }}
    QSpinBox::up-button, QSpinBox::down-button {{ border: none; width: 18px; subcontrol-origin: border; }}
    QSpinBox::up-button {{ subcontrol-position: top right; }}
    QSpinBox::down-button {{ subcontrol-position: bottom right; }}
    QSpinBox::up-arrow {{ image: url("{up}"); width: 9px; height: 9px; }}
    QSpinBox::down-arrow {{ image: url("{down}"); width: 9px; height: 9px; }}

    QPushButton {{ border: 1px solid {look.line}; border-radius: 5px; padding: 5px 14px; background: {look.base}; }}
    QPushButton:hover {{ border-color: {look.accent}; }}
    QPushButton:pressed {{ background: {look.chosen}; }}
    QPushButton:default {{ background: {look.accent}; color: {look.on_accent}; border-color: {look.accent}; }}
    QPushButton:disabled {{ color: {look.quiet}; background: {look.window}; border-color: {look.line}; }}
    QPushButton#plain {{ text-align: left; border-color: transparent; background: transparent; }}
    QPushButton#link {{ text-align: left; border: 1px solid transparent; padding: 3px 0; background: transparent; }}
    QPushButton#link:hover, QPushButton#link:focus {{ color: {look.accent}; }}
    QPushButton#link[kind="wrong"] {{ color: {look.error}; }}
    QPushButton#link[kind="caution"] {{ color: {look.warning}; }}
    QPushButton#link[kind="leads"] {{ color: {look.accent}; }}
    QPushButton#plain:hover, QPushButton#plain:focus {{ background: {look.chosen}; }}

    QCheckBox::indicator, QRadioButton::indicator, QAbstractItemView::indicator {{ width: 14px; height: 14px;
        border: 1px solid {look.quiet}; background: {look.base}; }}
    QCheckBox::indicator, QAbstractItemView::indicator {{ border-radius: 3px; }}
    QRadioButton::indicator {{ border-radius: 8px; }}
    QCheckBox::indicator:hover, QRadioButton::indicator:hover, QCheckBox:focus::indicator,
    QRadioButton:focus::indicator {{ border-color: {look.accent}; }}
    QCheckBox::indicator:checked, QAbstractItemView::indicator:checked {{ background: {look.accent};
        border-color: {look.accent}; image: url("{tick}"); }}
    QAbstractItemView::indicator:indeterminate {{ background: {look.chosen}; border: 3px solid {look.accent};
        width: 10px; height: 10px; }}
    QRadioButton::indicator:checked {{ border: 5px solid {look.accent}; width: 6px; height: 6px; }}
    QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {{ border-color: {look.line};
        background: {look.window}; }}

    QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
    QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
    QScrollBar::handle {{ background: {look.handle}; border-radius: 4px; margin: 2px; }}
    QScrollBar::handle:vertical {{ min-height: 28px; }}
    QScrollBar::handle:horizontal {{ min-width: 28px; }}
    QScrollBar::handle:hover {{ background: {look.quiet}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    QProgressBar {{ border: none; border-radius: 3px; background: {look.line}; max-height: 6px; text-align: center;
        color: transparent; }}
    QProgressBar::chunk {{ background: {look.accent}; border-radius: 3px; }}

    QGroupBox {{ border: 1px solid {look.line}; border-radius: 6px; margin-top: 10px; padding: 10px 8px 6px 8px; }}
    QGroupBox::title {{ subcontrol-origin: margin; left: 10px; padding: 0 4px; color: {look.quiet}; }}
    QFrame#tile, QFrame#card {{ background: {look.base}; border: 1px solid {look.line}; border-radius: 8px; }}
    QFrame#bar {{ background: {look.base}; border: 1px solid {look.line}; border-left: 4px solid {look.accent};
        border-radius: 6px; }}
    QFrame#bar[kind="caution"] {{ background: {look.warning_back}; border-left-color: {look.warning}; }}
    QFrame#bar[kind="failure"] {{ background: {look.error_back}; border-left-color: {look.error}; }}
    QFrame#strip {{ background: {look.closed}; border-bottom: 1px solid {look.line}; }}
    QFrame#rule {{ background: {look.line}; max-height: 1px; border: none; }}
    QLabel#quiet {{ color: {look.quiet}; }}
    QLabel#wrong {{ color: {look.error}; }}
    QLabel#caution {{ color: {look.warning}; }}
    QLabel#big[kind="wrong"] {{ color: {look.error}; }}
    QLabel#big[kind="caution"] {{ color: {look.warning}; }}
    QLabel#big {{ font-size: {points * 1.9:.1f}pt; }}
    QLabel#title {{ font-size: {points * 1.33:.1f}pt; }}
    QLabel#head {{ font-weight: bold; }}
    QToolTip {{ border: 1px solid {look.line}; padding: 4px; background: {look.base}; color: {look.text}; }}
    """
