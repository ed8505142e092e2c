"""Dialogs that fit the screen they are shown on, and are as large as a person left them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog

from zhengzhou_desk.common.override import override

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QHideEvent, QShowEvent

    from zhengzhou_desk.common.settings import Settings

# The frame and the heading that a desktop puts around a dialog.
_FRAME = QSize(16, 48)
_SIZE = re.compile(r"(\d{2,5})x(\d{2,5})")
# Where sizes are remembered: this computer's settings, once the program has them.
_KEPT: list[Settings] = []


def remember_sizes(settings: Settings) -> None:
    """From now on the sizes that a person gives to dialogs are kept there."""
    _KEPT[:] = [settings]


# What F1 does in a dialog: the window shows the chapter about it.
_HELP: list[Callable[[QDialog], None]] = []


def answer_help(show: Callable[[QDialog], None]) -> None:
    """From now on F1 in a dialog shows help about it."""
    _HELP[:] = [show]


def give_help(dialog: QDialog) -> None:
    """Takes F1 in a dialog: the menu's own key does not reach over what is in front of the window."""

    def asked() -> None:
        for show in _HELP:
            show(dialog)

    QShortcut(QKeySequence("F1"), dialog).activated.connect(asked)


class Dialog(QDialog):
    """Every dialog of the window is one: a screen at 125 % or 150 % has less room than it was drawn for."""

    _shown: QSize | None = None

    @override
    def showEvent(self, event: QShowEvent) -> None:
        if self._shown is None:
            self._fit()
            give_help(self)
        super().showEvent(event)
        self._shown = self.size()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if _KEPT and self._shown is not None and self.size() != self._shown:
            _KEPT[0].put(self._name, f"{self.width()}x{self.height()}")

    @property
    def _name(self) -> str:
        return f"size.{type(self).__name__}"

    def _fit(self) -> None:
        """Takes the size that it was left in, and no more than the screen has."""
        kept = _SIZE.fullmatch(_KEPT[0].get(self._name, "")) if _KEPT else None
        wanted = QSize(int(kept[1]), int(kept[2])) if kept is not None else self.size()
        room = self.screen().availableSize() - _FRAME
        if kept is not None or wanted.width() > room.width() or wanted.height() > room.height():
            self.resize(wanted.boundedTo(room))
