"""Files put in place whole or not at all, and never over one that is there."""

from __future__ import annotations

import os
import shutil
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from zhengzhou_desk.common.atomic_file import begin, draft_in, sweep
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.store.book_file import SIDE_FILES

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path


class Taken(Refused):
    """A file has the name already."""


@contextmanager
def part_in(folder: Path) -> Generator[Path, None, None]:
    """An empty private file under a name of its own, in which something is built before it counts.

    It is gone when the block ends, put in place or not; what killed programs have left is swept after a day.
    """
    part = draft_in(folder)
    try:
        begin(part)
        yield part
    finally:
        with suppress(OSError):
            for beside in beside_too(part):
                beside.unlink(missing_ok=True)
    sweep(folder, time.time())


def beside_too(path: Path) -> list[Path]:
    """The file, and those that SQLite may keep beside it."""
    return [path.with_name(path.name + suffix) for suffix in ("", *SIDE_FILES)]


def put(part: Path, path: Path) -> None:
    """Gives the finished file `part` the name `path`; refuses to take the place of a file."""
    sync(part)
    try:
        os.link(part, path)  # unlike rename, this fails where something is there
    except FileExistsError:
        raise _taken(path) from None
    except OSError:  # a stick or a share without hard links
        if os.path.lexists(path):
            raise _taken(path) from None
        part.rename(path)
    else:
        part.unlink()
    sync_folder(path.parent)


def _taken(path: Path) -> Taken:
    return Taken("{path} 已经存在，不会被覆盖。请换一个名字", path=path)


def replace(part: Path, path: Path) -> None:
    """Gives the finished file `part` the name `path` in one step, whatever has it now."""
    sync(part)
    part.replace(path)
    sync_folder(path.parent)


def second_name(path: Path, other: Path) -> None:
    """Makes sure that what `path` is called stays on the disk as `other` too.

    A link does that, or a copy where there are no links.
    """
    try:
        os.link(path, other)
    except FileExistsError:
        raise _taken(other) from None
    except OSError:
        with part_in(other.parent) as part:
            copy(path, part)
            put(part, other)
    sync_folder(other.parent)


def copy(source: Path, part: Path) -> None:
    """Copies the bytes of `source` into `part`, which is there, and makes sure that they are on the disk."""
    with source.open("rb") as given, part.open("wb") as made:
        shutil.copyfileobj(given, made, 1 << 20)
    sync(part)


def sync(path: Path) -> None:
    """Waits until the file is on the disk."""
    file = os.open(path, os.O_RDWR)
    try:
        os.fsync(file)
    finally:
        os.close(file)


def sync_folder(folder: Path) -> None:
    """Waits until the names in a folder are on the disk, where the system can do that."""
    if os.name == "nt":  # pragma: no cover - Windows has no such call
        return
    with suppress(OSError):  # some network shares refuse it
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
