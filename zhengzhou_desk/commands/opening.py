"""Opening the window: on a book, the last book or the welcome page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from zhengzhou_desk.errors import Refused

if TYPE_CHECKING:
    import argparse

    from zhengzhou_desk.commands.run import Speaker


def window(asked: argparse.Namespace, speaker: Speaker) -> int:
    """Runs the window until it is closed."""
    if not has_display():
        raise Refused("这里没有图形界面，打不开窗口。命令行用法见 zhengzhou-desk --help")
    from zhengzhou_desk.app import run  # Qt is only for the window

    return run(None if asked.book == Path() else asked.book, speaker.lang)


def has_display() -> bool:
    """Whether a window can be shown on this computer."""
    import os  # noqa: PLC0415
    import sys  # noqa: PLC0415

    if sys.platform != "linux":
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
