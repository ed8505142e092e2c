"""One writer for a book: a lock file beside it that says who, where and since when."""

from __future__ import annotations

import json
import os
import socket
import sys
from typing import TYPE_CHECKING

from zhengzhou_desk.errors import Refused

if TYPE_CHECKING:
    import datetime
    from pathlib import Path


class Locked(Refused):
    """Somebody else has the book open for writing."""


class Lock:
    """Holds `BOOK.lock` under the system's own file lock, which dies with the process."""

    def __init__(self, book: Path, who: str, now: datetime.datetime) -> None:
        self.path = book.with_name(book.name + ".lock")
        try:
            self._file = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o644)
        except OSError as error:
            raise Refused("不能在 {folder} 写入文件，账册只能以只读方式打开", folder=book.parent) from error
        try:
            _take(self._file)
        except OSError:
            os.close(self._file)
            raise self._refusal(book) from None
        words = {"who": who, "host": socket.gethostname(), "pid": os.getpid(), "since": now.isoformat(" ", "minutes")}
        os.ftruncate(self._file, 0)
        os.lseek(self._file, 0, os.SEEK_SET)
        os.write(self._file, json.dumps(words, ensure_ascii=False).encode())

    def _refusal(self, book: Path) -> Locked:
        try:
            words = json.loads(self.path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            words = {}
        return Locked(
            "账册 {book} 正由 {who} 在 {host} 上使用（自 {since} 起）。请先在那里关闭，或以只读方式打开",
            book=book.name,
            who=words.get("who", "?"),
            host=words.get("host", "?"),
            since=words.get("since", "?"),
        )

    def release(self) -> None:
        """Gives the book free and removes the lock file."""
        if self._file < 0:
            return
        # Removed while still held, so that nobody's fresh lock is deleted.
        if sys.platform != "win32":
            self.path.unlink(missing_ok=True)
        os.close(self._file)
        self._file = -1
        if sys.platform == "win32":  # pragma: no cover - Windows forbids removing an open file
            try:
                self.path.unlink(missing_ok=True)
            except PermissionError:
                return


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
