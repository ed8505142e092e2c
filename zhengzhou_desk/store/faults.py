"""What goes wrong with a file, in plain words: one sentence for each fault of the disk or the book."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from zhengzhou_desk.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path


class Damaged(Refused):
    """The book's file is damaged: a verified backup should be restored."""


class Readonly(Refused):
    """The book may be read but not written."""


@contextmanager
def plain_faults(path: Path) -> Generator[None, None, None]:
    """Turns SQLite's errors about `path` into sentences; anything unexpected passes as it is."""
    try:
        yield
    except UnicodeDecodeError:
        raise damaged(path) from None
    except sqlite3.DatabaseError as error:
        refusal = _refusal(path, error)
        if refusal is None:
            raise
        raise refusal from error


def damaged(path: Path) -> Damaged:
    return Damaged("账册 {path} 已损坏，不能使用。请用“恢复备份”换上最近一份核验过的备份", path=path)


def _refusal(path: Path, error: sqlite3.DatabaseError) -> Refused | None:
    name = getattr(error, "sqlite_errorname", "") or ""
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return Refused("账册 {path} 正被另一个程序写入。请稍候再试", path=path)
    if name.startswith(("SQLITE_FULL", "SQLITE_IOERR_WRITE", "SQLITE_IOERR_FSYNC", "SQLITE_IOERR_TRUNCATE")):
        return Refused("磁盘已满或不能写入，账册 {path} 没有改动。请腾出空间后再试", path=path)
    if name.startswith("SQLITE_READONLY"):
        return Readonly("账册 {path} 是只读的，不能修改。请复制到可写的文件夹再打开", path=path)
    if name.startswith(("SQLITE_CANTOPEN", "SQLITE_PERM")):
        return Refused("打不开账册 {path}。请看文件是否存在、是否有权限", path=path)
    if name == "SQLITE_NOTADB":
        return Refused("{path} 不是郑采台账的账册", path=path)
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_IOERR")):
        return damaged(path)
    return None
