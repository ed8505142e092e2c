"""The window's start: fonts, words, look, crash page, then the window on a book or the welcome page."""

from __future__ import annotations

import datetime
import faulthandler
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from PySide6.QtCore import QEventLoop
from PySide6.QtGui import QFont, QFontDatabase, QIcon, QRawFont
from PySide6.QtWidgets import QApplication

from zhengzhou_desk.common.atomic_file import open_log
from zhengzhou_desk.common.messages import CHINESE
from zhengzhou_desk.common.paths import FONTS, ICONS, log_path
from zhengzhou_desk.common.settings import Settings, user
from zhengzhou_desk.gui import preferences
from zhengzhou_desk.gui.appearance import use_fonts
from zhengzhou_desk.gui.main_window import MainWindow
from zhengzhou_desk.gui.system import input_method, shown_with, translator
from zhengzhou_desk.gui.system.crash import CrashHook
from zhengzhou_desk.gui.widgets import theme
from zhengzhou_desk.gui.widgets.dialog import remember_sizes
from zhengzhou_desk.gui.window_api import Start

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zhengzhou_desk.gui.widgets.chart_view import ChartView

# The second one draws what the first lacks: in a package each character is in one of them (installer/fonts.py).
_FONTS = ("NotoSansSC_400Regular.ttf", "NotoSerifSC_400Regular.ttf")
# A character that only a font made for simplified Chinese has.
_SIMPLIFIED = "郑"


def now() -> datetime.datetime:
    """The computer's clock."""
    return datetime.datetime.now()  # noqa: DTZ005 - a clerk's book keeps the time on the wall


def run(book: Path | None, lang: str, on: datetime.date | None = None) -> int:
    """Shows the window until it is closed; returns the exit status. `on` is the day as of which the book is judged."""
    log = log_path()
    native = _faults(log)
    bridge = input_method.prepare(os.environ)
    app = application(sys.argv[:1])
    hook = CrashHook(log, now)
    settings = Settings.of_user()
    lang = preferences.language(settings, lang) if lang == CHINESE else lang
    translator.install(app, lang)
    theme.apply_theme(app, settings.get(preferences.LOOK, theme.SYSTEM), settings.get(preferences.SIZE, "medium"))
    if bridge:
        input_method.build_bridge(app)
    remember_sizes(settings)
    path = book or next(iter(settings.recent()), None)
    window = MainWindow(Start(settings, lang, now, user()), path)
    hook.tables = lambda: window.desk.tables if window.has_book else None
    use_fonts(window)
    window.show()
    if path is not None:
        # The window stands before the book is read; nothing can be asked of it yet.
        app.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        window.open_book(path, on=on)
    status = app.exec()
    hook.let_go()
    if native is not None:
        faulthandler.disable()
        native.close()
    return status


def glance(book: Path, settings: Settings, lang: str) -> list[bool]:
    """Opens the window on a book, paints its overview once and closes it: for each chart, whether it was drawn."""
    from zhengzhou_desk.gui.widgets.chart_view import ChartView

    app = application(sys.argv[:1])
    translator.install(app, lang)
    theme.apply_theme(app, theme.LIGHT)
    window = MainWindow(Start(settings, lang, now, user()))
    window.resize(1366, 768)
    window.show()
    window.open_book(book)
    app.processEvents()
    charts: Iterable[ChartView] = window.findChildren(ChartView)
    for chart in charts:
        chart.grab()  # also those further down the page
    drawn = [chart.is_drawn for chart in charts]
    window.close()
    return drawn


def application(arguments: list[str]) -> QApplication:
    """The one QApplication, with a font for Chinese whatever the system has."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(arguments)
    app.setApplicationName("郑采台账")
    app.setDesktopFileName("zhengzhou-desk")
    app.setWindowIcon(QIcon(str(ICONS / "app.svg")))
    if not _speaks_chinese(app.font()):
        numbers = [QFontDatabase.addApplicationFont(str(FONTS / name)) for name in _FONTS]
        families = [family for number in numbers for family in QFontDatabase.applicationFontFamilies(number)[:1]]
        if families:
            font = app.font()
            font.setFamilies(families)
            app.setFont(font)
    return app


def _speaks_chinese(font: QFont) -> bool:
    """Whether the system's own font has Chinese, and does not only borrow it from another that looks different."""
    # Asked by its number: given a text, PySide 6.8.0 on aarch64 says yes to every one.
    face = QRawFont.fromFont(font)
    return shown_with.is_font(face) and face.supportsCharacter(ord(_SIMPLIFIED))


def shows_chinese() -> bool:
    """Whether a font draws Chinese on the screen, be it the system's or ours."""
    return shown_with.drawn_by(_SIMPLIFIED, QApplication.font()) != ""


def _faults(log: Path) -> TextIO | None:
    """Where a crash below Python leaves its trace, if the folder can be written."""
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        file = open_log(log.with_name("native.log"))
    except OSError:
        return None
    faulthandler.enable(file)
    return file
