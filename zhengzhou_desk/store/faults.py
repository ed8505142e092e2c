"""What goes wrong with a file, in plain words: one sentence for each fault of the disk or the book."""

from __future__ import annotations

import errno
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from zhengzhou_desk.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

_FULL = {errno.ENOSPC, errno.EFBIG, *([errno.EDQUOT] if hasattr(errno, "EDQUOT") else [])}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


class Damaged(Refused):
    """The book's file is damaged: a verified backup should be restored."""


class Readonly(Refused):
    """The book may be read but not written."""


@contextmanager
def plain_faults(path: Path) -> Generator[None, None, None]:
    """Turns the errors of SQLite and the system about `path` into sentences; defects pass as they are."""
    try:
        yield
    except UnicodeDecodeError:
        raise damaged(path) from None
    except sqlite3.DatabaseError as error:
        refusal = _refusal(path, error)
        if refusal is None:
            raise
        raise refusal from error
    except OSError as error:
        raise _system_refusal(path, error) from error


def damaged(path: Path) -> Damaged:
    return Damaged("账册 {path} 已损坏，不能使用。请用“恢复备份”换上最近一份核验过的备份", path=path)


def _refusal(path: Path, error: sqlite3.DatabaseError) -> Refused | None:
    name = getattr(error, "sqlite_errorname", "") or ""
    # Python's own error about text that is not UTF-8 carries no SQLite name.
    if name.startswith("SQLITE_CORRUPT") or str(error).startswith("Could not decode"):
        return damaged(path)
    # The tables are looked for before anything is read: the file has been emptied or overwritten since.
    if name == "SQLITE_ERROR" and str(error).startswith("no such table"):
        return damaged(path)
    if name == "SQLITE_NOTADB":
        return Refused("{path} 不是郑采台账的账册", path=path)
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return Refused("账册 {path} 正被另一个程序使用。请关闭那个程序或稍候再试", path=path)
    if name.startswith(("SQLITE_READONLY_ROLLBACK", "SQLITE_READONLY_RECOVERY")):
        return Readonly("账册 {path} 上次没有正常关闭，须先以可写方式打开一次", path=path)
    if name.startswith("SQLITE_READONLY"):
        return Readonly("账册 {path} 是只读的，不能修改。请复制到可写的文件夹再打开", path=path)
    if name.startswith(("SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_AUTH")):
        return Refused("打不开账册 {path}。请看文件是否存在、是否有权限", path=path)
    if name.startswith(("SQLITE_FULL", "SQLITE_IOERR_WRITE", "SQLITE_IOERR_FSYNC", "SQLITE_IOERR_TRUNCATE")):
        return Refused("磁盘已满或不能写入，账册 {path} 没有改动。请腾出空间后再试", path=path)
    if name.startswith("SQLITE_IOERR"):
        return Refused("磁盘读写账册 {path} 时出错，没有改动。请检查磁盘或网络后再试", path=path)
    return None


def _system_refusal(path: Path, error: OSError) -> Refused:
    if error.errno in _FULL:
        return Refused("磁盘已满，{path} 没有写成。请腾出空间后再试", path=path)
    if error.errno in _FORBIDDEN:
        return Refused("没有权限读写 {path}，或者它正被另一个程序打开", path=path)
    return Refused("读写 {path} 时出错：{reason}", path=path, reason=error.strerror or type(error).__name__)
