"""Opening a book's file: what is checked before a byte of it is believed."""

from __future__ import annotations

import sqlite3
import stat
from typing import TYPE_CHECKING

from zhengzhou_desk.errors import Refused, system_words
from zhengzhou_desk.store import schema
from zhengzhou_desk.store.faults import Readonly, damaged, plain_faults

if TYPE_CHECKING:
    from pathlib import Path

_MAGIC = b"SQLite format 3\x00"
_HEADER = 100
_APPLICATION_ID = slice(68, 72)
# Our own lock answers at once; this wait is for other programs, a copier or a virus scanner.
BUSY_SECONDS = 0.9
SIDE_FILES = ("-journal", "-wal", "-shm")


def look(path: Path) -> None:
    """Refuses, from its first 100 bytes alone, whatever is not a book of ours."""
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise Refused("{path} 是文件夹，不是账册", path=path)
        if not stat.S_ISREG(mode):
            raise Refused("{path} 不是普通文件，不能作账册", path=path)
        with path.open("rb") as file:
            head = file.read(_HEADER)
    except FileNotFoundError:
        raise Refused("没有找到账册 {path}。请核对文件名，或用“新建”建一个", path=path) from None
    except (OSError, ValueError) as error:
        raise Refused("打不开 {path}：{reason}", path=path, reason=system_words(error)) from None
    if not head:
        raise Refused("{path} 是空文件，不是账册", path=path)
    if not head.startswith(_MAGIC) or len(head) < _HEADER:
        raise Refused("{path} 不是郑采台账的账册", path=path)
    if head[_APPLICATION_ID] != schema.APPLICATION_ID.to_bytes(4, "big"):
        raise Refused("{path} 是数据库，但不是郑采台账的账册", path=path)


def connect(path: Path, *, writable: bool) -> sqlite3.Connection:
    """A connection with the book's safety settings; nothing in the file has been checked yet.

    The window hands the whole book to another thread for a large step and waits: one thread at a time, not only one.
    """
    connection = sqlite3.connect(
        f"{uri(path)}?mode={'rw' if writable else 'ro'}", uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
    )
    try:
        for pragma in ("foreign_keys=ON", "trusted_schema=OFF", "cell_size_check=ON", "secure_delete=ON"):
            connection.execute(f"PRAGMA {pragma}").fetchall()
    except BaseException:
        connection.close()
        raise
    return connection


def uri(path: Path) -> str:
    """The path as SQLite wants it: a share's host belongs to the path, not to the address."""
    address = path.resolve().as_uri()
    return address if address.startswith("file:///") else "file:////" + address.removeprefix("file://")


def prepare_to_write(connection: sqlite3.Connection, path: Path) -> None:
    """Settles how commits reach the disk, and makes sure that they can.

    TRUNCATE with FULL loses nothing on a power cut and leaves nothing beside the book that a
    copy would miss; WAL and DELETE do one or the other.
    """
    if connection.execute("PRAGMA journal_mode=TRUNCATE").fetchone()[0] != "truncate":
        raise Refused("账册 {path} 正被另一个程序使用。请关闭那个程序或稍候再试", path=path)
    connection.execute("PRAGMA synchronous=FULL")
    # A file without write permission opens all the same; only this says so before the first edit.
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("ROLLBACK")


def examine(connection: sqlite3.Connection, path: Path) -> int:
    """The format version of the book behind `connection`; refuses a newer, foreign or damaged one."""
    with plain_faults(path):
        version: int = connection.execute("PRAGMA user_version").fetchone()[0]
        if version > schema.VERSION:
            raise Refused("账册 {path} 由更新的版本建立（格式 {version}）。请先升级本程序", path=path, version=version)
        if schema.fingerprint(connection) != schema.FINGERPRINTS.get(version):
            raise damaged(path)
        if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            raise damaged(path)
    return version


def refuse_unfinished(path: Path) -> None:
    """Refuses to read beside a journal that must be played back first and cannot be."""
    journal = path.resolve().with_name(path.resolve().name + "-journal")
    if journal.exists() and journal.stat().st_size > 0:
        raise Readonly("账册 {path} 上次没有正常关闭，须先以可写方式打开一次", path=path)
