"""Personal data in the window: shown and masked again, and deleted when it has had its time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengzhou_desk.gui.table import personal

if TYPE_CHECKING:
    from zhengzhou_desk.gui.window_api import WindowApi


def is_shown(window: WindowApi) -> bool:
    """Whether names, telephones and addresses are shown."""
    return window.has_book and window.desk.shows_personal


def show(window: WindowApi) -> None:
    """Shows personal data, or masks it again."""
    if is_shown(window):
        window.desk.show_personal(shown=False)
    else:
        personal.show(window)


def forget(window: WindowApi) -> None:
    """Deletes contacts that have had their time, and the copies that still hold them."""
    from zhengzhou_desk.gui.dialogs.forget import ForgetDialog

    ForgetDialog(window).exec()
