"""The command line: one command per task, plain sentences, exit status 0, 1 or 2."""

from __future__ import annotations

import codecs
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

READ_SHEET_CHILD = "--read-sheet-child"


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; returns its exit status."""
    if arguments is None:
        _name_files_in_chinese()
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given[:1] == [READ_SHEET_CHILD]:
        # A frozen program has no other way to start its reading child.
        from zhengzhou_desk.exchange import child  # noqa: PLC0415

        return child.main(given[1:])
    from zhengzhou_desk.commands import run  # noqa: PLC0415

    return run.run(given)


def _name_files_in_chinese() -> None:
    """Starts the program again in Python's UTF-8 mode where files could have no Chinese names: in a bare C locale.

    Names and arguments are handed on byte for byte. A GBK locale has its own names and stays as it is.
    """
    if os.name != "posix" or getattr(sys, "frozen", False) or sys.flags.utf8_mode:
        return
    if codecs.lookup(sys.getfilesystemencoding()).name == "ascii":
        os.execv(sys.executable, [sys.orig_argv[0], "-X", "utf8", *sys.orig_argv[1:]])  # noqa: S606 - ourselves


if __name__ == "__main__":
    sys.exit(main())
