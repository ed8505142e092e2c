"""The lock of a book: one writer at a time, and a lock file that names who, where and since when."""

from __future__ import annotations

import errno
import json
import os
import socket
import stat
import sys
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zhengzhou_desk.common.atomic_file import PRIVATE
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.messages import sentence
from zhengzhou_desk.store.io_errors import Readonly

if TYPE_CHECKING:
    import datetime
    from pathlib import Path

# The lock is opened without following a link: whatever that leads to is not ours to write to.
_LOOKING = os.O_RDONLY | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
_FLAGS = _LOOKING | os.O_RDWR | os.O_CREAT
_MOST_WORDS = 4096
# 0: the C library of wine, in which the Windows package is tried, does not say why.
_TAKEN = {errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES, errno.EDEADLK, 0}


class Locked(Refused):
    """Refused: another person or program has the book open for writing."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has or had a book open, on which computer, since when."""

    who: str
    host: str
    since: str

    @property
    def is_here(self) -> bool:
        """Whether that was on this computer."""
        return self.host == socket.gethostname()


class Lock:
    """Holds `BOOK.lock` under the system's own file lock, which dies with the process."""

    def __init__(self, book: Path, who: str, now: datetime.datetime) -> None:
        # The file's own place: a book that is also reached by a link has one lock, not two.
        self.book = book.resolve()
        self.path = path_of(self.book)
        self._file = self._taken()
        # A lock file with words in it, though nobody holds it: whoever wrote them did not come to close the book.
        self.left_by = _holder(self._file)
        words = {"who": who, "host": socket.gethostname(), "pid": os.getpid(), "since": now.isoformat(" ", "minutes")}
        with suppress(OSError):  # the words are a courtesy; the lock holds on a full disk too
            os.ftruncate(self._file, 0)
            os.lseek(self._file, 0, os.SEEK_SET)
            os.write(self._file, json.dumps(words, ensure_ascii=False).encode())

    def _taken(self) -> int:
        while True:
            file = self._opened()
            try:
                _refuse_foreign(file, self.path)
                _take(file)
                # The holder may have removed the file after we opened it: then ours is no lock.
                if _is_same_file(file, self.path):
                    return file
            except OSError as error:
                refusal = self._refusal(error, file)
                os.close(file)
                raise refusal from None
            except BaseException:
                os.close(file)
                raise
            os.close(file)

    def _opened(self) -> int:
        if self.path.is_symlink():
            raise _foreign(self.path)
        try:
            # The lock's rights are the book's: who may open the book may see who has it open.
            return os.open(self.path, _FLAGS, _rights(self.book))
        except OSError as error:
            if self.path.is_symlink():
                raise _foreign(self.path) from None
            raise Readonly(
                sentence("不能在 {folder} 写入文件，账册 {book} 只能以只读方式打开"),
                folder=self.book.parent,
                book=self.book.name,
            ) from error

    def _refusal(self, error: OSError, file: int) -> Refused:
        if error.errno not in _TAKEN:
            return Readonly(
                sentence("{folder} 不支持文件锁，账册 {book} 只能以只读方式打开。请复制到本机磁盘上使用"),
                folder=self.book.parent,
                book=self.book.name,
            )
        holder = _holder(file) or Holder("?", "?", "?")
        return Locked(
            sentence("账册 {book} 正由 {who} 在 {host} 上使用（自 {since} 起）。请先在那里关闭，或以只读方式打开"),
            book=self.book.name,
            who=holder.who,
            host=holder.host,
            since=holder.since,
        )

    def release(self) -> None:
        """Releases the book and removes the lock file."""
        if self._file < 0:
            return
        file, self._file = self._file, -1
        # Emptied first: where it cannot be removed, it must not look like that of a program that died.
        with suppress(OSError):
            os.ftruncate(file, 0)
        # Removed while still held, so that another program's new lock is not deleted.
        with suppress(OSError):
            if sys.platform != "win32":
                self.path.unlink(missing_ok=True)
        os.close(file)
        if sys.platform == "win32":  # pragma: no cover - Windows forbids removing an open file
            with suppress(OSError):
                self.path.unlink(missing_ok=True)


def path_of(book: Path) -> Path:
    """Where the lock file of a book stands."""
    return book.with_name(book.name + ".lock")


def left_behind(book: Path) -> Holder | None:
    """Who is named in a lock file that nobody holds; None where there is none, or the book is open.

    Refuses a lock name that belongs to another file. Nothing is written.
    """
    path = path_of(book.resolve())
    if path.is_symlink():
        raise _foreign(path)
    try:
        file = os.open(path, _LOOKING)
    except OSError:  # there is none, or it cannot be looked at
        return None
    try:
        _refuse_foreign(file, path)
        with suppress(OSError):
            return _holder(file) if _is_free(file) and _is_same_file(file, path) else None
        return None
    finally:
        os.close(file)


def _is_free(file: int) -> bool:
    """Whether nobody holds a lock, which is taken for that; a folder without locks does not tell."""
    try:
        _take(file)
    except OSError as error:
        return error.errno not in _TAKEN
    return True


def _refuse_foreign(file: int, path: Path) -> None:
    """Refuses a lock name that belongs to another file, which would be emptied."""
    status = os.fstat(file)
    if not stat.S_ISREG(status.st_mode) or status.st_nlink > 1:
        raise _foreign(path)


def _foreign(path: Path) -> Refused:
    return Refused("{path} 不是本程序的锁文件，而是指向别的文件的链接。请先删除它，再打开账册", path=path)


def _holder(file: int) -> Holder | None:
    """Who is named in a lock file; None in one that is empty or holds something else."""
    try:
        os.lseek(file, 0, os.SEEK_SET)
        words = json.loads(os.read(file, _MOST_WORDS).decode("utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(words, dict):
        return None
    return Holder(*(str(words.get(name) or "?") for name in ("who", "host", "since")))


def _rights(book: Path) -> int:
    """The rights of a book's lock: the book's own, as SQLite gives them to its journal."""
    try:
        return book.stat().st_mode & 0o666
    except OSError:  # a book that is about to be made
        return PRIVATE


def _is_same_file(file: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(file), path.lstat())
    except FileNotFoundError:
        return False


if sys.platform == "win32":  # pragma: no cover - exercised on Windows only
    import msvcrt

    def _take(file: int) -> None:
        os.lseek(file, 1 << 20, os.SEEK_SET)  # beyond the words, which others may read
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        os.lseek(file, 0, os.SEEK_SET)
else:
    import fcntl

    def _take(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
