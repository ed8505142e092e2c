"""Verified copies of a book: made in one step, reopened and compared before they count."""

from __future__ import annotations

import datetime
import re
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zhengzhou_desk.errors import Refused
from zhengzhou_desk.store import content, file, place
from zhengzhou_desk.store.faults import damaged, plain_faults

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator
    from pathlib import Path

SUFFIX = ".zzd"
# The folder beside a book that holds its automatic copies.
AUTOMATIC = "备份"
PINNED = "_保留"
_NAME = re.compile(r"(?P<book>.+)_(?P<made>\d{8}-\d{4})(?:-\d+)?(?P<pinned>_保留)?\.zzd")
DAYS, WEEKS, MONTHS = 12, 10, 9
_STALE_PART = datetime.timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy by its name: which book, when it was made, whether it is kept for good."""

    path: Path
    made: datetime.datetime
    pinned: bool


def back_up(book: Path, folder: Path, now: datetime.datetime, *, pinned: bool = False) -> Path:
    """A verified copy of `book` in `folder`, e.g. 台账_20240331-1430.zzd; never overwrites anything.

    `pinned` copies (made before an import, an upgrade, a restore) are never thinned out.
    Refuses a book whose own content is not what it should be: a copy of damage is no backup.
    """
    file.look(book)
    if not folder.is_dir():
        raise Refused("没有文件夹 {folder}，请先建立它", folder=folder)
    _sweep(book, folder, now)
    stamp = f"{book.stem}_{now:%Y%m%d-%H%M}"
    target = free_name(folder, stamp, (PINNED if pinned else "") + SUFFIX)
    part = place.part_of(target)
    with plain_faults(target):
        try:
            part.touch(exist_ok=False)
            digest = _copied(book, part)
            if verified(part) != digest:
                raise Refused("备份 {path} 与账册不符，没有采用。请检查磁盘后再试", path=target)
            place.put(part, target)
        finally:
            with suppress(OSError):
                part.unlink(missing_ok=True)
                part.with_name(part.name + "-journal").unlink(missing_ok=True)
    return target


def verified(path: Path) -> str:
    """The content digest of the book at `path`, which nothing is wrong with; Refused otherwise."""
    with plain_faults(path):
        file.look(path)
        with closing(file.connect(path, writable=False)) as connection:
            file.examine(connection, path)
            if connection.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
                raise damaged(path)
            anchor = _anchor(connection)
            last = connection.execute("SELECT number, hash FROM journal ORDER BY number DESC LIMIT 1").fetchone()
            if anchor is None or anchor[:2] != last:
                raise damaged(path)
            if content.as_text(content.of_book(connection)) != anchor[2]:
                raise damaged(path)
            return anchor[2]


def _copied(book: Path, part: Path) -> str:
    """Copies the book's pages in one step; returns the digest that the book itself claims."""
    with plain_faults(book), closing(file.connect(book, writable=False)) as source:
        source.execute("BEGIN")  # the digest and the pages are of the same moment
        anchor = _anchor(source)
        with plain_faults(part), closing(sqlite3.connect(part, isolation_level=None)) as target:
            source.backup(target)
        if anchor is None:
            raise damaged(book)
        return anchor[2]


def _anchor(connection: sqlite3.Connection) -> tuple[int, str, str] | None:
    row: tuple[int, str, str] | None = connection.execute("SELECT number, head, content FROM anchor").fetchone()
    return row


def free_name(folder: Path, stem: str, ending: str) -> Path:
    """A path in `folder` that nothing has yet: stem + ending, else stem-2 + ending and so on."""
    number = 1
    while True:
        name = f"{stem}{'' if number == 1 else f'-{number}'}{ending}"
        if not any(folder.joinpath(name + suffix).exists() for suffix in ("", *file.SIDE_FILES)):
            return folder / name
        number += 1


def _sweep(book: Path, folder: Path, now: datetime.datetime) -> None:
    """Removes what killed backups of this book have left; a young one may still be growing."""
    for part in folder.glob("*" + SUFFIX + place.PART):
        match = _NAME.fullmatch(part.name.removesuffix(place.PART))
        with suppress(OSError):
            if match and match["book"] == book.stem and now.timestamp() - part.stat().st_mtime > _STALE_PART.seconds:
                part.unlink()


# -- which copies stay ----------------------------------------------------------------------


def backups(folder: Path, book: Path) -> list[Backup]:
    """The copies of `book` in `folder` by their names, newest first."""
    found = [backup for path in folder.iterdir() if (backup := _backup(path, book.stem))]
    return sorted(found, key=lambda backup: (backup.made, backup.path.name), reverse=True)


def _backup(path: Path, stem: str) -> Backup | None:
    match = _NAME.fullmatch(path.name)
    if match is None or match["book"] != stem:
        return None
    try:
        made = datetime.datetime.strptime(match["made"], "%Y%m%d-%H%M")  # noqa: DTZ007 - the clerk's own clock
    except ValueError:
        return None
    return Backup(path, made, match["pinned"] is not None)


def superseded(copies: Iterable[Backup], keep: Collection[Path] = ()) -> list[Backup]:
    """The copies that may go: not pinned, not in `keep`, not the newest of one of the latest
    12 days, 10 weeks or 9 months that have any.

    Counted over the days that have copies, not back from today: a wrong clock deletes nothing.
    """
    newest_first = sorted(copies, key=lambda copy: (copy.made, copy.path.name), reverse=True)
    stay: set[Path] = set(keep)
    for period, most in ((_day, DAYS), (_week, WEEKS), (_month, MONTHS)):
        stay.update(_newest_of_each(newest_first, period, most))
    return [copy for copy in newest_first if not copy.pinned and copy.path not in stay]


def _newest_of_each(
    newest_first: Iterable[Backup], period: Callable[[datetime.datetime], object], most: int
) -> Iterator[Path]:
    seen: set[object] = set()
    for copy in newest_first:
        if period(copy.made) not in seen:
            if len(seen) == most:
                return
            seen.add(period(copy.made))
            yield copy.path


def _day(made: datetime.datetime) -> object:
    return made.date()


def _week(made: datetime.datetime) -> object:
    return made.isocalendar()[:2]


def _month(made: datetime.datetime) -> object:
    return made.year, made.month


def thin_out(folder: Path, book: Path, keep: Collection[Path] = ()) -> list[Path]:
    """Deletes the superseded copies of `book` in `folder`; returns what went. Pass the copy just made in `keep`."""
    gone = []
    for copy in superseded(backups(folder, book), keep):
        with suppress(OSError):  # open elsewhere: it goes next time
            copy.path.unlink()
            gone.append(copy.path)
    return gone
