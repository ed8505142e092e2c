"""Restoring: a verified backup takes the book's place in one step, and the present book is kept beside it."""

from __future__ import annotations

import os
import sqlite3
import stat
from contextlib import closing, suppress
from typing import TYPE_CHECKING

from zhengzhou_desk.common import atomic_file, sealing
from zhengzhou_desk.common.atomic_file import PRIVATE
from zhengzhou_desk.common.errors import Refused, system_words
from zhengzhou_desk.store import book_file
from zhengzhou_desk.store.backup import KEPT, free_name, verified, verified_image
from zhengzhou_desk.store.io_errors import Damaged, is_damage, plain_errors
from zhengzhou_desk.store.lock import Lock

if TYPE_CHECKING:
    import datetime
    from pathlib import Path


def restore(
    book: Path, backup: Path, now: datetime.datetime, *, who: str = "", password: str | None = None
) -> Path | None:
    """Replaces `book` by `backup`; returns where the present book is kept, None if there was none.

    Refuses a backup that does not verify, and a book that is open; a damaged or missing one is replaced.
    At every moment, whatever is cut short, a whole book has the name: the old one, which has a second name
    by then, or the new one, which takes the name in one step.
    """
    book = _place_of(book)
    if not book.parent.is_dir():
        raise Refused("没有文件夹 {folder}，请先建立它", folder=book.parent)
    if book.is_dir():
        raise Refused("{path} 是文件夹，不是账册", path=book)
    if not os.path.lexists(backup):
        raise Refused("没有找到备份 {path}。请核对文件名", path=backup)
    sealed = sealing.is_sealed_file(backup)
    if not sealed:
        book_file.refuse_foreign_file(backup)
    if os.path.lexists(book) and book.samefile(backup):
        raise Refused("{backup} 就是账册本身，不是它的备份", backup=backup)
    # Only what has been looked at in memory is written, and only where the book itself will stand.
    pages = sealing.read(backup, sealing.BOOK, password) if sealed else None
    digest = verified(backup) if pages is None else verified_image(pages, backup)
    lock = Lock(book, who, now)
    try:
        with plain_errors(book):
            forget_unfinished(book)
            return _replaced(book, pages or backup, digest, now)
    finally:
        lock.release()


def _place_of(book: Path) -> Path:
    """Where the file itself is. Refuses a link that leads back to itself, and a device or pipe: neither is replaced."""
    try:
        status = book.stat()
    except FileNotFoundError:
        return book.resolve()
    except OSError as error:
        raise Refused("打不开 {path}：{reason}", path=book, reason=system_words(error)) from None
    if not stat.S_ISREG(status.st_mode) and not stat.S_ISDIR(status.st_mode):
        raise Refused("{path} 不是普通文件，不能作账册", path=book)
    return book.resolve()


def _replaced(book: Path, backup: Path | bytes, digest: str, now: datetime.datetime) -> Path | None:
    with atomic_file.draft_in(book.parent, book_file.SIDE_FILES) as draft:
        if isinstance(backup, bytes):
            draft.write_bytes(backup)
            atomic_file.sync(draft)
        else:
            atomic_file.copy_into(draft, backup)
        if verified(draft) != digest:
            raise Refused("备份没有抄全，账册 {book} 没有改动。请检查磁盘后再试", book=book)
        kept = free_name(book.parent, f"{book.stem}_{now:%Y%m%d-%H%M}{KEPT}", book.suffix)
        there = os.path.lexists(book)
        try:
            if there:
                _bring_to_rest(book)
                atomic_file.keep_also_as(book, kept)
            _move_side_files(book, kept)
            atomic_file.replace(draft, book)
        except BaseException:
            with suppress(OSError):
                _return_side_files(book, kept)
                forget_unfinished(book)
            raise
    _verify(book, digest, kept if there else None)
    if not there:
        return None
    with suppress(OSError):  # another person's file
        kept.chmod(PRIVATE)
    return kept


def _bring_to_rest(book: Path) -> None:
    """Lets SQLite play back the journal of a program that died.

    A book that SQLite cannot read, or with a journal of none, stays as it is.
    """
    if not any(os.path.lexists(beside) for beside in book_file.side_files(book)):
        return
    try:
        with closing(book_file.connect(book, writable=True)) as connection:
            connection.execute("PRAGMA schema_version").fetchone()
            connection.execute("PRAGMA journal_mode=DELETE").fetchone()
    except Damaged:
        return
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        if not is_damage(error):
            raise


def _move_side_files(book: Path, kept: Path) -> None:
    """Moves the side files to the kept book: played back into the new one they would ruin it.

    Each is on the disk under its second name before it loses the first. Without it an unreadable book is no worse.
    """
    for side_file, kept_file in zip(book_file.side_files(book), book_file.side_files(kept), strict=True):
        if os.path.lexists(side_file):
            atomic_file.keep_also_as(side_file, kept_file)
            side_file.unlink()
    atomic_file.sync_folder(book.parent)


def _return_side_files(book: Path, kept: Path) -> None:
    """Moves the side files back to the book."""
    for side_file, kept_file in zip(book_file.side_files(book), book_file.side_files(kept), strict=True):
        if os.path.lexists(kept_file) and not os.path.lexists(side_file):
            kept_file.replace(side_file)


def _verify(book: Path, digest: str, kept: Path | None) -> None:
    """Refuses the book just put in place, and puts the one before back, if it is not what it should be."""
    try:
        if verified(book) != digest:
            raise Refused("恢复后的账册核验不符，已换回原来的账册")
    except BaseException:
        if kept is None:
            book.unlink()
        else:
            kept.replace(book)
            _return_side_files(book, kept)
        atomic_file.sync_folder(book.parent)
        raise


def forget_unfinished(book: Path) -> None:
    """Removes the second name that an interrupted restore has left: it is the book itself, not an earlier one."""
    if book.is_file() and book.stat().st_nlink > 1:
        for kept in list(book.parent.iterdir()):
            if kept.name.startswith(f"{book.stem}_") and KEPT in kept.name and kept.samefile(book):
                kept.unlink()
