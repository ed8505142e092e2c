"""The command that opens the window: on a book, the last book or the welcome page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from zhengzhou_desk.common.errors import Refused

if TYPE_CHECKING:
    import argparse

    from zhengzhou_desk.cli.run import Console


def window(arguments: argparse.Namespace, console: Console) -> int:
    """Runs the window until it is closed."""
    from zhengzhou_desk.gui.system.display import refuse_without_display

    refuse_without_display()
    from zhengzhou_desk.app import run  # Qt is only for the window

    return run(None if arguments.book == Path() else arguments.book, console.lang)


def has_display() -> bool:
    """Whether a window can be shown on this computer."""
    from zhengzhou_desk.gui.system.display import refuse_without_display

    try:
        refuse_without_display()
    except Refused:
        return False
    return True
