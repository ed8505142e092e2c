"""The words of the window: our own sentences from the one list that everything uses, and Qt's own dialogs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator

from zhengzhou_desk.common.messages import CHINESE, translated
from zhengzhou_desk.common.override import override

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


class Translator(QTranslator):
    """Our own sentences in the language of the window."""

    def __init__(self, lang: str) -> None:
        super().__init__()
        self._lang = lang

    @override
    def isEmpty(self) -> bool:
        return self._lang == CHINESE

    @override
    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:  # type: ignore[override]
        # None, not "", says that there is no translation.
        found = translated(source, self._lang, n if n >= 0 else None)
        return found if found != source else None


def install(app: QApplication, lang: str) -> None:
    """Sets the language of our sentences and of Qt's own dialogs, in place of whatever it was."""
    former: QTranslator
    for former in app.findChildren(QTranslator):
        app.removeTranslator(former)
        former.setParent(None)
    if lang == CHINESE:
        QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
        words = QTranslator(app)
        words.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    else:
        # Dates and numbers are written as in the book, whatever the language of the words.
        QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.China))
        words = Translator(lang)
        words.setParent(app)
    app.installTranslator(words)
