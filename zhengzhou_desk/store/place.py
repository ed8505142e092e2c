"""Files put in place whole or not at all, and never over one that is there."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from typing import TYPE_CHECKING

from zhengzhou_desk.errors import Refused

if TYPE_CHECKING:
    from pathlib import Path

PART = ".part"


def part_of(path: Path) -> Path:
    """The name under which `path` is built before it counts."""
    return path.with_name(path.name + PART)


def put(part: Path, path: Path) -> None:
    """Gives the finished file `part` the name `path`; refuses to take the place of a file."""
    sync(part)
    try:
        os.link(part, path)  # unlike rename, this fails where something is there
    except FileExistsError:
        raise Refused("{path} 已经存在，不会被覆盖。请换一个名字", path=path) from None
    except OSError:  # a stick or a share without hard links
        if os.path.lexists(path):
            raise Refused("{path} 已经存在，不会被覆盖。请换一个名字", path=path) from None
        part.rename(path)
    else:
        part.unlink()
    sync_folder(path.parent)


def copy(source: Path, part: Path) -> None:
    """Copies the bytes of `source` and makes sure that they are on the disk."""
    with source.open("rb") as given, part.open("xb") as made:
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
