"""Backups: verified copies of a book, put in place only after they were reopened and compared."""

from __future__ import annotations

import datetime
import os
import re
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zhengzhou_desk.common import atomic_file, sealing
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.paths import resolved
from zhengzhou_desk.store import book_file
from zhengzhou_desk.store import digest as content
from zhengzhou_desk.store.io_errors import Altered, Damaged, altered, damaged, plain_errors

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator
    from pathlib import Path

SUFFIX = ".zzd"
# The folder beside a book that holds its automatic copies.
AUTOMATIC = "备份"
PINNED = "_保留"
SEALED = "_加密"
_NAME = re.compile(
    rf"(?P<book>.+)_(?P<made>\d{{8}}-\d{{4}})(?:-(?P<number>\d+))?(?P<sealed>{SEALED})?(?P<pinned>{PINNED})?\.zzd"
)
KEPT = "_恢复前"
_KEPT = re.compile(r"(?P<made>\d{8}-\d{4})_恢复前(?:-(?P<number>\d+))?")
# All copies of the latest days stay: which of them a person will want is not known yet.
ALL_OF_DAYS = 2
DAYS, WEEKS, MONTHS = 12, 10, 9


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy by its name: which book, when it was made, whether it is kept for good, whether it is sealed."""

    path: Path
    made: datetime.datetime
    pinned: bool
    number: int = 1  # among those of one minute
    sealed: bool = False

    @property
    def order(self) -> tuple[datetime.datetime, int, str]:
        """By age, the oldest first."""
        return self.made, self.number, self.path.name


def back_up(
    book: Path, folder: Path, now: datetime.datetime, *, pinned: bool = False, password: str | None = None
) -> Path:
    """A verified copy of `book` in `folder`, e.g. 台账_20240331-1430.zzd; never overwrites anything.

    `pinned` copies (made before an upgrade, or when a person says so) are never thinned out, nor are those sealed
    under a `password`.
    Refuses a book whose own content is not what it should be: a copy of damage is no backup.
    """
    with plain_errors(book):
        pages = book_file.image(book)
    return back_up_image(pages, book, folder, now, pinned=pinned, password=password)


def back_up_image(
    pages: bytes, book: Path, folder: Path, now: datetime.datetime, *, pinned: bool = False, password: str | None = None
) -> Path:
    """The same from an image of the book, which may have changed since. Refuses a folder that is not there."""
    if not folder.is_dir():
        raise Refused("没有文件夹 {folder}，请先建立它", folder=folder)
    target = folder / f"{book.stem}_{now:%Y%m%d-%H%M}{SUFFIX}"
    written = pages if password is None else sealing.seal(pages, password, sealing.BOOK)
    with plain_errors(target), atomic_file.draft_in(folder, book_file.SIDE_FILES) as draft:
        draft.write_bytes(written)
        atomic_file.sync(draft)
        if draft.read_bytes() != written:
            raise Refused("备份 {path} 与账册不符，没有采用。请检查磁盘后再试", path=target)
        _verify_as(draft, book, password)
        ending = ("" if password is None else SEALED) + (PINNED if pinned else "") + SUFFIX
        return _put(draft, target, ending)


def _verify_as(draft: Path, book: Path, password: str | None) -> None:
    """Verifies the copy; a fault of the copy is reported as one of the book."""
    try:
        verified(draft, password)
    except Altered:
        raise altered(book) from None
    except Damaged:
        raise damaged(book) from None


def _put(draft: Path, target: Path, ending: str) -> Path:
    """Gives the copy the first name that is free, also where another copy takes it at this very moment."""
    while True:
        free = free_name(target.parent, target.stem, ending)
        try:
            atomic_file.put_in_place(draft, free)
        except atomic_file.NameTaken:
            continue
        return free


def verified(path: Path, password: str | None = None) -> str:
    """Verifies the book at `path` and returns its content digest. Refuses one that is damaged or altered.

    A sealed one is looked at in memory: nothing readable of it gets onto a disk.
    """
    if sealing.is_sealed_file(path):
        return verified_image(sealing.read(path, sealing.BOOK, password), path)
    with plain_errors(path):
        book_file.refuse_foreign_file(path)
        with closing(book_file.connect(path, writable=False)) as connection:
            return _verified(connection, path)


def verified_image(pages: bytes, path: Path) -> str:
    """The same of an image that came out of the sealed file at `path`."""
    with plain_errors(path):
        book_file.refuse_foreign_image(pages, path)
        with closing(book_file.in_memory(pages)) as connection:
            return _verified(connection, path)


def _verified(connection: sqlite3.Connection, path: Path) -> str:
    with book_file.one_moment(connection):
        book_file.examine(connection, path)
        if connection.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
            raise damaged(path)
        anchor = _anchor(connection)
        last = connection.execute("SELECT number, hash FROM journal ORDER BY number DESC LIMIT 1").fetchone()
        if anchor is None or anchor[:2] != last:
            raise damaged(path)
        if content.as_text(content.of_book(connection)) != anchor[2]:
            raise altered(path)
        return anchor[2]


def _anchor(connection: sqlite3.Connection) -> tuple[int, str, str] | None:
    row: tuple[int, str, str] | None = connection.execute("SELECT number, head, content FROM anchor").fetchone()
    return row


def free_name(folder: Path, stem: str, ending: str) -> Path:
    """A path in `folder` that nothing has yet: stem + ending, else stem-2 + ending and so on."""
    number = 1
    while True:
        path = folder / f"{stem}{'' if number == 1 else f'-{number}'}{ending}"
        if not any(os.path.lexists(file) for file in (path, *book_file.side_files(path))):
            return path
        number += 1


# -- automatic backups -------------------------------------------------------------------------


def automatic(book: Path, now: datetime.datetime, pages: bytes | None = None) -> Path:
    """A copy in the folder 备份 beside the book, unless the newest there has the same content.

    Superseded ones are deleted.

    `pages` is an image of the book where the book itself may change meanwhile.
    """
    book = book.resolve()
    folder = book.parent / AUTOMATIC
    with plain_errors(folder):
        folder.mkdir(exist_ok=True)
        if pages is None:
            pages = book_file.image(book)
        newest = next((copy for copy in backups(folder, book) if not copy.sealed), None)
        if newest is not None and (said := state(newest.path)) is not None and said == _state_of(pages):
            return newest.path
        made = back_up_image(pages, book, folder, now)
        thin_out(folder, book, [made])
        return made


def state(path: Path) -> tuple[int, str, str] | None:
    """The last journal line and the content digest of a book or copy. None where it cannot be read."""
    try:
        with closing(book_file.connect(path, writable=False)) as connection, book_file.one_moment(connection):
            return _anchor(connection)
    except (sqlite3.Error, UnicodeDecodeError, Damaged):
        return None


def _state_of(pages: bytes) -> tuple[int, str, str] | None:
    with closing(book_file.in_memory(pages)) as connection:
        return _anchor(connection)


# -- thinning out ---------------------------------------------------------------------------


def backups(folder: Path, book: Path) -> list[Backup]:
    """The copies of `book` in `folder` by their names, newest first."""
    found = [backup for path in folder.iterdir() if (backup := _backup(path, book.stem))]
    return sorted(found, key=lambda backup: backup.order, reverse=True)


def _backup(path: Path, stem: str) -> Backup | None:
    match = _NAME.fullmatch(path.name)
    if match is None or match["book"] != stem:
        return None
    try:
        made = datetime.datetime.strptime(match["made"], "%Y%m%d-%H%M")  # noqa: DTZ007 - the clerk's own clock
    except ValueError:
        return None
    number = int(match["number"] or 1)
    return Backup(path, made, match["pinned"] is not None, number, match["sealed"] is not None)


def is_copy(path: Path, book: Path) -> bool:
    """Whether a file beside a book is, by its name, a copy of it that this program has made or kept."""
    return _backup(path, book.stem) is not None or _KEPT.fullmatch(path.stem.removeprefix(f"{book.stem}_")) is not None


def kept_before(book: Path) -> list[Backup]:
    """The books that were kept beside this one when a backup took their place, by their names."""
    found = []
    for path in resolved(book).parent.iterdir():
        match = _KEPT.fullmatch(path.stem.removeprefix(f"{book.stem}_"))
        if match is not None and path.stem.startswith(f"{book.stem}_"):
            with suppress(ValueError):
                made = datetime.datetime.strptime(match["made"], "%Y%m%d-%H%M")  # noqa: DTZ007 - the clerk's own clock
                found.append(Backup(path, made, pinned=True, number=int(match["number"] or 1)))
    return found


def is_kept_before(copy: Backup) -> bool:
    """Whether it is a book that was kept when a backup took its place, which nobody has verified."""
    return KEPT in copy.path.stem


def superseded(copies: Iterable[Backup], keep: Collection[Path] = ()) -> list[Backup]:
    """The copies that may go: neither pinned nor sealed nor in `keep`, nor wanted by their age.

    Sealed ones do not count for the others either: who has lost the password has nothing of them.

    Wanted are those of the latest two days, and the newest of each of the latest 12 days, 10 weeks and 9 months that
    have any.
    Counted over the days that have copies, not back from today: a wrong clock deletes nothing.
    """
    unsealed = [copy for copy in copies if not copy.sealed]
    newest_first = sorted(unsealed, key=lambda copy: copy.order, reverse=True)
    latest = set(sorted({copy.made.date() for copy in newest_first})[-ALL_OF_DAYS:])
    stay = {*keep, *(copy.path for copy in newest_first if copy.made.date() in latest)}
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


def _day(moment: datetime.datetime) -> object:
    return moment.date()


def _week(moment: datetime.datetime) -> object:
    return moment.isocalendar()[:2]


def _month(moment: datetime.datetime) -> object:
    return moment.year, moment.month


def thin_out(folder: Path, book: Path, keep: Collection[Path] = ()) -> list[Path]:
    """Deletes the superseded copies of `book` in `folder`; returns what went. Pass the copy just made in `keep`."""
    gone = []
    for copy in superseded(backups(folder, book), keep):
        with suppress(OSError):  # open elsewhere: it goes next time
            copy.path.unlink()
            gone.append(copy.path)
    return gone
