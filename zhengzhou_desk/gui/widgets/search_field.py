"""The field one types into to find something: one look and one behaviour everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit

if TYPE_CHECKING:
    from collections.abc import Callable


def search_field(
    hint: str, name: str, changed: Callable[[str], object], *, text: str = "", pause: int = 0
) -> QLineEdit:
    """A field that shows `hint` while it is empty, is called `name` by screen readers and can be cleared.

    `changed` hears every change, or only what stands there `pause` milliseconds after the last key.
    """
    made = QLineEdit(text)
    made.setPlaceholderText(hint)
    made.setAccessibleName(name)
    made.setClearButtonEnabled(True)
    if not pause:
        made.textChanged.connect(changed)
        return made
    timer = QTimer(made)
    timer.setSingleShot(True)
    timer.setInterval(pause)
    timer.timeout.connect(lambda: changed(made.text()))
    made.textChanged.connect(lambda _: timer.start())
    return made
