"""Actions: everything that can be done in the window, declared once for all that offers it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from collections.abc import Callable

    from zhengzhou_desk.gui.window_api import WindowApi


def always(window: WindowApi) -> bool:  # noqa: ARG001 - the shape of every `enabled`
    """For actions that can always be taken."""
    return True


def tr(text: str) -> str:
    """A sentence of the window outside any widget."""
    return QCoreApplication.translate("actions", text)


@dataclass(frozen=True, slots=True)
class Action:
    """One thing a person can do.

    `text` and `tip` are Chinese sources of the translation; `menu` is the key of a menu of the menu bar;
    `pages` are the tabs it belongs to (none: all) and `context` says whether it is in their context menu;
    `checked` is set for a switch. `run` and `enabled` get the window as a Frame.
    """

    key: str
    text: str
    menu: str
    run: Callable[[WindowApi], None]
    shortcut: str = ""
    icon: str = ""
    tip: str = ""
    enabled: Callable[[WindowApi], bool] = always
    checked: Callable[[WindowApi], bool] | None = None
    pages: tuple[str, ...] = ()
    context: bool = False
    toolbar: bool = False
    separator: bool = False
