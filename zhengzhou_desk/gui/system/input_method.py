"""Chinese input on Linux: Qt's wheels know ibus only; fcitx 5 is reached by its portal, fcitx 4 by a bridge."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo

if TYPE_CHECKING:
    from collections.abc import Callable, MutableMapping
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

FCITX_5 = "org.fcitx.Fcitx5"
_ASKING = ("QT_IM_MODULE", "XMODIFIERS", "GTK_IM_MODULE")


def prepare(environment: MutableMapping[str, str], has_owner: Callable[[str], bool] | None = None) -> bool:
    """Before the QApplication is made: has Qt reach fcitx by the way that both know.

    Returns whether a bridge must be built once there is an application. A person's own choice of
    another input method is left alone, and so is a Qt that has its own fcitx plugin.
    """
    if sys.platform != "linux" or not _wants_fcitx(environment) or _has_plugin():
        return False
    if (has_owner or _has_owner)(FCITX_5):
        environment["QT_IM_MODULE"] = "ibus"
        environment["IBUS_USE_PORTAL"] = "1"
        return False
    environment["QT_IM_MODULE"] = "compose"
    return True


def build_bridge(app: QApplication) -> None:
    """Connects the application with fcitx 4, if it runs."""
    from zhengzhou_desk.gui.system.fcitx_bridge import Bridge

    Bridge.to_fcitx(app)


def _wants_fcitx(environment: MutableMapping[str, str]) -> bool:
    chosen = environment.get("QT_IM_MODULE", "")
    if chosen and not chosen.startswith("fcitx"):
        return False
    return any("fcitx" in environment.get(name, "") for name in _ASKING)


def _has_plugin() -> bool:
    """Whether this Qt has a fcitx plugin of its own, as a distribution's may."""
    from pathlib import Path

    folder: Path = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforminputcontexts"
    return any("fcitx" in plugin.name for plugin in folder.glob("*.so"))


def _has_owner(name: str) -> bool:
    """Whether somebody answers to a name on the session's bus."""
    from jeepney import DBusAddress, new_method_call
    from jeepney.io.blocking import open_dbus_connection

    bus = DBusAddress("/org/freedesktop/DBus", bus_name="org.freedesktop.DBus", interface="org.freedesktop.DBus")
    try:
        with open_dbus_connection(bus="SESSION") as connection:
            answer = connection.send_and_get_reply(new_method_call(bus, "NameHasOwner", "s", (name,)), timeout=1)
            return bool(answer.body[0])
    except (OSError, KeyError, ValueError, TimeoutError):
        # No bus, no input method on it: typing goes on without.
        return False
