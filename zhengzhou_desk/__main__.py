"""The command line: one command per task, plain sentences, exit status 0, 1 or 2."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

READ_SHEET_CHILD = "--read-sheet-child"


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; returns its exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given[:1] == [READ_SHEET_CHILD]:
        # A frozen program has no other way to start its reading child.
        from zhengzhou_desk.exchange import child  # noqa: PLC0415

        return child.main(given[1:])
    from zhengzhou_desk.commands import run  # noqa: PLC0415

    return run.run(given)


if __name__ == "__main__":
    sys.exit(main())
