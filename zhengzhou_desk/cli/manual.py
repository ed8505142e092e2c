"""The command that writes the manual as a PDF, in the language asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengzhou_desk.cli.run import DONE
from zhengzhou_desk.services import manual as manuals

if TYPE_CHECKING:
    import argparse

    from zhengzhou_desk.cli.run import Console


def manual(arguments: argparse.Namespace, console: Console) -> int:
    """Writes it."""
    manuals.write_pdf(console.lang, arguments.out)
    console.tell("已写出 {path}", path=arguments.out)
    return DONE
