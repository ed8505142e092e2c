"""Opening a book for a command: after a crash one line on standard error says what was kept last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengzhou_desk.cli.run import now, user
from zhengzhou_desk.services.desk import Desk
from zhengzhou_desk.services.steps import not_closed

if TYPE_CHECKING:
    import datetime
    from pathlib import Path

    from zhengzhou_desk.cli.run import Console


def opened(
    path: Path, console: Console, *, writable: bool = True, on: datetime.date | None = None, year: int | None = None
) -> Desk:
    """The book at `path`, to be written where it is. Standard output is left to what the command says, such as JSON."""
    desk = Desk.opened(path, clock=now, who=user(), writable=writable, on=on, year=year)
    said = not_closed(desk)
    if said is not None:
        console.remark(said)
    return desk
