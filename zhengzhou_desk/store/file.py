"""Opening a book's file: what is checked before a byte of it is believed."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from zhengzhou_desk.errors import Refused
from zhengzhou_desk.store.faults import damaged, plain_faults

if TYPE_CHECKING:
    from pathlib import Path

    from sqlite_utils import Database

_MAGIC = b"SQLite format 3\x00"
BUSY_SECONDS = 5


def connect(path: Path, *, writable: bool) -> Database:
    """A connection with the book's safety settings.

    TRUNCATE with FULL loses nothing on a power cut and leaves nothing beside the book that a
    copy would miss; WAL and DELETE do one or the other.
    """
    from sqlite_utils import Database  # noqa: PLC0415 - costs 0.15 s, paid only where a book is opened

    mode = "rw" if writable else "ro"
    connection = sqlite3.connect(
        f"{path.resolve().as_uri()}?mode={mode}", uri=True, timeout=BUSY_SECONDS, isolation_level=None
    )
    try:
        for pragma in ("foreign_keys=ON", "trusted_schema=OFF", "cell_size_check=ON", "secure_delete=ON"):
            connection.execute(f"PRAGMA {pragma}")
        if writable:
            connection.execute("PRAGMA journal_mode=TRUNCATE").fetchone()
            connection.execute("PRAGMA synchronous=FULL")
        return Database(connection, execute_plugins=False)
    except BaseException:
        connection.close()
        raise


def examine(path: Path) -> int:
    """The format version of the book at `path`; refuses whatever is not a sound book of ours."""
    try:
        with path.open("rb") as file:
            head = file.read(len(_MAGIC))
    except FileNotFoundError:
        raise Refused("没有找到账册 {path}。请核对文件名，或用“新建”建一个", path=path) from None
    except IsADirectoryError:
        raise Refused("{path} 是文件夹，不是账册", path=path) from None
    except OSError as error:
        raise Refused("打不开 {path}：{reason}", path=path, reason=error.strerror) from None
    if head != _MAGIC:
        raise Refused("{path} 不是郑采台账的账册", path=path)
    with plain_faults(path):
        db = connect(path, writable=False)
        try:
            return _examined(db, path)
        finally:
            db.close()


def _examined(db: Database, path: Path) -> int:
    from zhengzhou_desk.store import schema  # noqa: PLC0415 - brings sqlite_utils with it

    if db.execute("PRAGMA application_id").fetchone()[0] != schema.APPLICATION_ID:
        raise Refused("{path} 是数据库，但不是郑采台账的账册", path=path)
    version: int = db.execute("PRAGMA user_version").fetchone()[0]
    if version > schema.VERSION:
        raise Refused("账册 {path} 由更新的版本建立（格式 {version}）。请先升级本程序", path=path, version=version)
    if version == schema.VERSION and schema.fingerprint(db.conn) != schema.expected_fingerprint():
        raise damaged(path)
    if db.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise damaged(path)
    return version
