"""What goes wrong with a file, in plain words: one sentence for each fault of the disk or the book."""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from zhengzhou_desk.common.errors import DISK_FULL, NO_RIGHT, Refused, system_words
from zhengzhou_desk.common.messages import sentence

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path


class Damaged(Refused):
    """The book's file is damaged: a verified backup should be restored."""


class Altered(Damaged):
    """The book can be read, but some row does not say what the program wrote there."""


class Readonly(Refused):
    """The book may be read but not written."""


@contextmanager
def plain_errors(path: Path, *, unchanged: bool = False) -> Generator[None, None, None]:
    """Turns the errors of SQLite and the system about `path` into sentences; defects pass as they are.

    `unchanged`: whoever raises them has made sure that the book is as it was, and it is said.
    """
    try:
        yield
    except UnicodeDecodeError:
        raise damaged(path) from None
    except sqlite3.DatabaseError as error:
        refusal = _refusal(path, error, unchanged=unchanged)
        if refusal is None:
            raise
        raise refusal from error
    except OSError as error:
        raise _system_refusal(path, error) from error


def damaged(path: Path) -> Damaged:
    """The refusal of a book that is damaged."""
    return Damaged(sentence("账册 {path} 已损坏，不能使用。请用“从备份恢复”换上最近一份核验过的备份"), path=path)


def altered(path: Path) -> Altered:
    """The refusal of a book that was changed outside the program."""
    return Altered(
        sentence(
            "账册 {path} 里有数据在程序之外被改动过，在看过之前不出数、不发文。"
            "请做“体检”看差别，再用备份恢复，或确认现有内容"
        ),
        path=path,
    )


def _is_readable(path: Path) -> bool:
    """A second look. SQLite calls a disk that failed to read malformed, too; the file may be as sound as ever."""
    try:
        pages = path.read_bytes()
    except OSError:
        return path.exists()  # it cannot be read at all now: that is the disk's fault
    try:
        with closing(sqlite3.connect(":memory:")) as connection:
            connection.deserialize(pages)
            for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall():
                connection.execute(f'SELECT * FROM "{name}"').fetchall()  # noqa: S608 - an image in memory, only read
            return bool(connection.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",))
    except (sqlite3.Error, UnicodeDecodeError):
        return False


def is_busy(error: BaseException) -> bool:
    """Whether another program has the file for itself."""
    return str(getattr(error, "sqlite_errorname", "")).startswith(("SQLITE_BUSY", "SQLITE_LOCKED"))


def is_unfinished(error: BaseException) -> bool:
    """Whether SQLite must first play back the journal of a program that died, and may not."""
    return str(getattr(error, "sqlite_errorname", "")).startswith(
        ("SQLITE_READONLY_ROLLBACK", "SQLITE_READONLY_RECOVERY")
    )


def is_damage(error: BaseException) -> bool:
    """Whether SQLite or a decoder found nonsense in the file, and not only a disk or a program in the way."""
    # Python's own error about text that is not UTF-8 carries no SQLite name.
    name = str(getattr(error, "sqlite_errorname", ""))
    return (
        isinstance(error, UnicodeDecodeError)
        or name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB"))
        or str(error).startswith("Could not decode")
    )


def _refusal(path: Path, error: sqlite3.DatabaseError, *, unchanged: bool) -> Refused | None:
    name = getattr(error, "sqlite_errorname", "") or ""
    # The tables are looked for before anything is read: the file has been emptied or overwritten since, or SQLite's own
    # list of the ids is no longer one.
    if name == "SQLITE_ERROR" and str(error).startswith(("no such table", "no such column")):
        return damaged(path)
    if name == "SQLITE_NOTADB":
        return Refused("{path} 不是郑采台账的账册", path=path)
    if is_damage(error) and not _is_readable(path):
        return damaged(path)
    if isinstance(error, sqlite3.ProgrammingError) and "closed" in str(error):
        return Refused("账册 {path} 的磁盘出过错，现在读不了。请关闭后重新打开", path=path)
    return _not_let(path, error, name) or _disk_refusal(path, name, unreadable=is_damage(error), unchanged=unchanged)


def _not_let(path: Path, error: sqlite3.DatabaseError, name: str) -> Refused | None:
    """The refusal of a book that is sound, and that somebody or something keeps us from."""
    if is_busy(error):
        return Refused("账册 {path} 正被另一个程序使用。请关闭那个程序或稍候再试", path=path)
    if is_unfinished(error):
        return Readonly(sentence("账册 {path} 上次没有正常关闭，什么都没有丢。请先以可写方式打开一次"), path=path)
    if name.startswith("SQLITE_READONLY"):
        return Readonly(sentence("账册 {path} 是只读的，不能修改。请复制到可写的文件夹再打开"), path=path)
    if name.startswith(("SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_AUTH")):
        return Refused("打不开账册 {path}。请看文件是否存在、是否有权限", path=path)
    return None


def _disk_refusal(path: Path, name: str, *, unreadable: bool, unchanged: bool) -> Refused | None:
    """The refusal of a disk that fails: full or not to be written, or with errors of its own."""
    if name.startswith(("SQLITE_FULL", "SQLITE_IOERR_WRITE", "SQLITE_IOERR_FSYNC", "SQLITE_IOERR_TRUNCATE")):
        if unchanged:
            return Refused("磁盘已满或不能写入，账册 {path} 没有改动。请腾出空间后再试", path=path)
        return Refused("磁盘已满或不能写入 {path}。请腾出空间后再试", path=path)
    if name.startswith("SQLITE_IOERR") or unreadable:
        if unchanged:
            return Refused("磁盘读写账册 {path} 时出错，没有改动。请检查磁盘或网络后再试", path=path)
        return Refused("磁盘读写 {path} 时出错。请检查磁盘或网络后再试", path=path)
    return None


def _system_refusal(path: Path, error: OSError) -> Refused:
    if error.errno in DISK_FULL:
        return Refused("磁盘已满，{path} 没有写成。请腾出空间后再试", path=path)
    if error.errno in NO_RIGHT:
        return Refused("没有权限读写 {path}，或者它正被另一个程序打开", path=path)
    return Refused("读写 {path} 时出错：{reason}", path=path, reason=system_words(error))
