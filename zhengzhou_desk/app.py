"""The window's start: fonts, words, look, crash page, then the window on a book or the welcome page."""

from __future__ import annotations

import datetime
import faulthandler
import gc
import os
import sys
from pathlib import Path
from typing import TextIO

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QFontDatabase, QIcon
from PySide6.QtWidgets import QApplication

from zhengzhou_desk.gui import input_method, opening, theme
from zhengzhou_desk.gui.crash import CrashHook
from zhengzhou_desk.gui.main_window import MainWindow
from zhengzhou_desk.language import CHINESE, dictionary
from zhengzhou_desk.paths import FONTS, ICONS
from zhengzhou_desk.settings import Settings, user

_FONT = "NotoSansSC_400Regular.ttf"


class Words(QTranslator):
    """Our own sentences in the language of the window, from the one list that everything else uses."""

    def __init__(self, lang: str) -> None:
        super().__init__()
        self._known = {} if lang == CHINESE else dictionary(lang)

    def isEmpty(self) -> bool:
        return not self._known

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:  # type: ignore[override]
        # None, not "", says that there is no translation.
        return self._known.get(source)


def now() -> datetime.datetime:
    """The computer's clock."""
    return datetime.datetime.now()


def run(book: Path | None, lang: str) -> int:
    """Shows the window until it is closed; returns the exit status."""
    input_method.prepare(os.environ)
    app = application(sys.argv[:1])
    settings = Settings.of_user()
    lang = settings.get(opening.LANGUAGE, lang) if lang == CHINESE else lang
    speak(app, lang)
    theme.dress(app, settings.get(opening.LOOK, theme.SYSTEM), settings.get(opening.SIZE, "medium"))
    log = _log_path()
    hook = CrashHook(log, now)
    native = _faults(log)
    window = MainWindow(opening.Start(settings, lang, now, user()))
    window.show()
    opening.use_fonts(window)
    path = book or next(iter(settings.recent()), None)
    if path is not None:
        window.open_book(path)
    # What is loaded stays: looking through it for garbage would be felt as a pause.
    gc.collect()
    gc.freeze()
    status = app.exec()
    hook.deleteLater()
    if native is not None:
        faulthandler.disable()
        native.close()
    return status


def application(arguments: list[str]) -> QApplication:
    """The one QApplication, with a Chinese font whatever the system has."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(arguments)
    app.setApplicationName("郑采台账")
    app.setDesktopFileName("zhengzhou-desk")
    app.setWindowIcon(QIcon(str(ICONS / "app.svg")))
    families = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
    if not families or os.environ.get("QT_QPA_PLATFORM") == "offscreen":
        number = QFontDatabase.addApplicationFont(str(FONTS / _FONT))
        families = QFontDatabase.applicationFontFamilies(number)
        if families:
            font = app.font()
            font.setFamilies([families[0]])
            app.setFont(font)
    return app


def speak(app: QApplication, lang: str) -> None:
    """Sets the language of our sentences and of Qt's own dialogs."""
    words = Words(lang)
    words.setParent(app)
    if lang != CHINESE:
        app.installTranslator(words)
    else:
        QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
        standard = QTranslator(app)
        if standard.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            app.installTranslator(standard)


def _log_path() -> Path:
    import platformdirs

    return Path(platformdirs.user_log_dir("zhengzhou-desk", appauthor=False)) / "crash.log"


def _faults(log: Path) -> TextIO | None:
    """Where a crash below Python leaves its trace, if the folder can be written."""
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        file = log.with_name("native.log").open("a", encoding="utf-8")
    except OSError:
        return None
    faulthandler.enable(file)
    return file


