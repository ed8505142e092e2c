"""The display: whether Qt can show a window here, found out before it would end the program over it."""

from __future__ import annotations

import ctypes
import os
import socket
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from zhengzhou_desk.common.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Mapping

# How long a display may take to answer; one of another computer that is switched off never does.
_PATIENCE_SECONDS = 5.0
_WAYLAND, _XCB = "wayland", "xcb"


def refuse_without_display(environment: Mapping[str, str] = os.environ) -> None:
    """Refuses where no window can be shown: no display, one that does not answer, or parts of the system missing.

    QGuiApplication aborts the whole process then, in English. What is tried here is what Qt does a
    moment later: its platform plugin is loaded (and stays loaded) and the display is spoken to.
    """
    if sys.platform != "linux":
        return
    wanted = _platforms(environment)
    if not wanted:
        raise Refused("这里没有图形界面，打不开窗口。命令行用法见 zhengzhou-desk --help")
    refusals: list[Refused] = []
    for platform in wanted:
        try:
            _load(platform)
            _reach(platform, environment)
        except Refused as refused:
            refusals.append(refused)
        else:
            return
    raise refusals[-1]


def _platforms(environment: Mapping[str, str]) -> list[str]:
    """The platforms that Qt would try, in its order: as the variable says, else by what display there is."""
    asked = environment.get("QT_QPA_PLATFORM", "")
    if asked:
        return [name.partition(":")[0] for name in asked.split(";") if name]
    found = [_WAYLAND] if environment.get("WAYLAND_DISPLAY") or environment.get("WAYLAND_SOCKET") else []
    return [*found, _XCB] if environment.get("DISPLAY") else found


def _load(platform: str) -> None:
    """Refuses where Qt, its platform plugin or a library that they need is missing."""
    try:
        from PySide6.QtCore import QCoreApplication
        from PySide6.QtWidgets import QApplication  # noqa: F401 - for the libraries that it needs
    except ImportError as error:
        raise _missing(error) from None
    folders = [
        Path(os.environ.get("QT_QPA_PLATFORM_PLUGIN_PATH", "")),
        *(Path(path, "platforms") for path in QCoreApplication.libraryPaths()),
    ]
    # There are several for Wayland; which one Qt takes depends on the graphics card.
    plugins = [
        plugin
        for folder in folders
        for plugin in (folder / f"libq{platform}.so", folder / f"libq{platform}-generic.so")
        if plugin.is_file()
    ]
    if not plugins:
        raise Refused(
            "图形界面的组件 {name} 不在了，打不开窗口。请重新安装本程序，或改用命令行", name=f"libq{platform}.so"
        )
    try:
        ctypes.CDLL(str(plugins[0]))
    except OSError as error:
        raise _missing(error) from None


def _missing(error: Exception) -> Refused:
    """What the loader says, `libX.so.1: cannot open shared object file …`, in our own words."""
    return Refused(
        "系统缺少图形界面的组件 {name}，打不开窗口。请管理员安装后再试，或改用命令行",
        name=Path(str(error).partition(":")[0]).name,
    )


def _reach(platform: str, environment: Mapping[str, str]) -> None:
    """Refuses where nobody answers at the display."""
    if platform == _XCB:
        name, answers = environment.get("DISPLAY", ""), _x_answers
    elif platform == _WAYLAND and not environment.get("WAYLAND_SOCKET"):
        name, answers = environment.get("WAYLAND_DISPLAY", "wayland-0"), _wayland_answers
    else:
        return
    found: list[bool] = []
    asking = threading.Thread(target=lambda: found.append(answers(name)), daemon=True)
    asking.start()
    asking.join(_PATIENCE_SECONDS)
    if not any(found):
        raise Refused("显示 {name} 连接不上，打不开窗口。请在桌面上打开，或改用命令行", name=name or "—")


def _x_answers(name: str) -> bool:
    """Whether an X server lets us in, by the very library that Qt asks with."""
    library = ctypes.CDLL("libxcb.so.1")
    library.xcb_connect.restype = ctypes.c_void_p
    library.xcb_connect.argtypes = (ctypes.c_char_p, ctypes.c_void_p)
    library.xcb_connection_has_error.argtypes = (ctypes.c_void_p,)
    # The connection stays open: a server whose last client leaves begins anew and takes nobody for a moment, not even
    # Qt.
    connection = library.xcb_connect(os.fsencode(name) if name else None, None)
    return bool(library.xcb_connection_has_error(connection) == 0)


def _wayland_answers(name: str) -> bool:
    path = Path(os.environ.get("XDG_RUNTIME_DIR", "/"), name)
    try:
        with socket.socket(socket.AF_UNIX) as asking:
            asking.settimeout(_PATIENCE_SECONDS)
            asking.connect(str(path))
    except OSError:
        return False
    return True
