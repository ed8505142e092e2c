"""How the window looks and where it stands: theme, size of type, language, geometry; remembered on this computer."""

from __future__ import annotations

import base64
import dataclasses
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QApplication, QMainWindow

from zhengzhou_desk.gui.preferences import FONT, GEOMETRY, LOOK, SIZE, STATE, language
from zhengzhou_desk.gui.system import translator
from zhengzhou_desk.gui.widgets import icons, theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from zhengzhou_desk.gui.session import Session
    from zhengzhou_desk.gui.window_api import WindowApi

# The size of a window that was never shown before, and how high a title bar with its edges may be.
_WIDTH, _HEIGHT, _FRAME = 1280, 760, 48


class Appearance:
    """The looks of a main window; `rebuild` makes everything in it anew."""

    def __init__(self, window: QMainWindow, session: Session, rebuild: Callable[[], None]) -> None:
        self._window = window
        self._session = session
        self._rebuild = rebuild

    def apply(self) -> None:
        """The look or the language has changed: everything is drawn anew, at the same place."""
        start, app = self._session.start, QApplication.instance()
        if isinstance(app, QApplication):
            theme.apply_theme(app, start.settings.get(LOOK, theme.SYSTEM), start.settings.get(SIZE, "medium"))
            lang = language(start.settings, start.lang)
            if lang != start.lang:
                translator.install(app, lang)
                self._session.start = dataclasses.replace(start, lang=lang)
        icons.clear_cache()
        self._rebuild()

    def follow_system(self) -> None:
        """The system has turned dark or light: so do we, unless a person has chosen."""
        if not theme.is_set(self._session.start.settings.get(LOOK, theme.SYSTEM)):
            self.apply()

    def keep_place(self) -> None:
        """Remembers size and place of the window."""
        for name, state in ((GEOMETRY, self._window.saveGeometry()), (STATE, self._window.saveState())):
            self._session.start.settings.put(name, base64.b64encode(state.data()).decode("ascii"))

    def restore_place(self) -> None:
        """Size and place as they were last; the first time no higher than the screen has room for, with its frame."""
        room = self._window.screen().availableSize().height() - _FRAME
        self._window.resize(_WIDTH, min(_HEIGHT, room))
        for name, put in ((GEOMETRY, self._window.restoreGeometry), (STATE, self._window.restoreState)):
            kept = self._session.start.settings.get(name, "")
            if kept:
                put(QByteArray.fromBase64(QByteArray(kept.encode())))


def use_fonts(window: WindowApi) -> None:
    """The fonts of this computer that documents are to be printed with; one that is gone is said and left."""
    if not window.settings.has_any(FONT):
        return
    from zhengzhou_desk.services.notices import rendering  # all that makes pages: not needed to start

    for face in rendering.FACES:
        path = window.settings.get(FONT + face, "")
        if path:
            window.attempt(partial(rendering.choose_font, face, Path(path)))
