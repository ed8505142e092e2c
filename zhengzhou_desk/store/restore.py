"""Putting a backup in the book's place: verified before, the present book kept, verified after."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

from zhengzhou_desk.errors import Refused
from zhengzhou_desk.store import file, place
from zhengzhou_desk.store.backup import free_name, verified
from zhengzhou_desk.store.faults import plain_faults
from zhengzhou_desk.store.lock import Lock

if TYPE_CHECKING:
    import datetime
    from pathlib import Path

KEPT = "_恢复前"


def restore(book: Path, backup: Path, now: datetime.datetime, *, who: str = "") -> Path | None:
    """Makes `book` say what `backup` says; returns where the present book is kept, None if there was none.

    The book may be damaged or missing, but not open. Copying a backup over a book is how books get
    ruined: a `-journal` left beside it would be played into the backup. So the book moves away
    together with everything that belongs to it, and the copy takes its name in one step.
    """
    book = book.resolve()
    if not book.parent.is_dir():
        raise Refused("没有文件夹 {folder}，请先建立它", folder=book.parent)
    if book.is_dir():
        raise Refused("{path} 是文件夹，不是账册", path=book)
    if os.path.lexists(book) and book.samefile(backup):
        raise Refused("{backup} 就是账册本身，不是它的备份", backup=backup)
    digest = verified(backup)
    lock = Lock(book, who, now)
    try:
        with plain_faults(book):
            return _replaced(book, backup, digest, now)
    finally:
        lock.release()


def _replaced(book: Path, backup: Path, digest: str, now: datetime.datetime) -> Path | None:
    part = place.part_of(book)
    try:
        part.unlink(missing_ok=True)  # a killed restore left it; the lock is ours
        place.copy(backup, part)
        if verified(part) != digest:
            raise Refused("备份 {backup} 没有抄全，账册没有改动。请检查磁盘后再试", backup=backup)
        kept = free_name(book.parent, f"{book.stem}_{now:%Y%m%d-%H%M}{KEPT}", book.suffix)
        moved = _moved(book, kept)
        try:
            place.put(part, book)
            _verify(book, digest)
        except BaseException:
            _moved_back(moved)
            raise
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return kept if moved else None


def _moved(book: Path, kept: Path) -> list[tuple[Path, Path]]:
    """Moves the book and what SQLite keeps beside it; returns (from, to) of each."""
    moved: list[tuple[Path, Path]] = []
    try:
        for suffix in ("", *file.SIDE_FILES):
            source, target = book.with_name(book.name + suffix), kept.with_name(kept.name + suffix)
            if os.path.lexists(source):
                source.rename(target)
                moved.append((source, target))
    except BaseException:
        _moved_back(moved)
        raise
    place.sync_folder(book.parent)
    return moved


def _verify(book: Path, digest: str) -> None:
    """Refuses the book just put in place, and takes it away again, if it is not what it should be."""
    try:
        if verified(book) != digest:
            raise Refused("恢复后的账册核验不符，已换回原来的账册")
    except BaseException:
        book.unlink()
        raise


def _moved_back(moved: list[tuple[Path, Path]]) -> None:
    """Everything as it was before, but for a name that somebody else has taken meanwhile."""
    with suppress(OSError):
        for source, target in moved:
            if not os.path.lexists(source):
                target.rename(source)
