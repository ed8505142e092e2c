"""Opening a book's file: what is checked before a byte of it is believed."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import tempfile
import time
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from zhengzhou_desk import __version__
from zhengzhou_desk.common import protected_files
from zhengzhou_desk.common.errors import Refused, system_words
from zhengzhou_desk.common.messages import sentence
from zhengzhou_desk.store import schema
from zhengzhou_desk.store.io_errors import Damaged, damaged, is_busy, is_unfinished, plain_errors

if TYPE_CHECKING:
    from collections.abc import Generator

_MAGIC = b"SQLite format 3\x00"
_HEADER = 100
_APPLICATION_ID, _FORMAT = slice(68, 72), slice(60, 64)
_VERSIONS, _ROLLBACK = slice(18, 20), b"\x01\x01"
_INSTANT = 0.001
# MAX_PATHNAME of SQLite on Linux, less the byte that ends a name.
_MOST_PATH_BYTES = 511
_PATIENCE_SECONDS = 10.0
# Our own lock answers at once; this wait is for other programs, a copier or a virus scanner.
BUSY_SECONDS = 0.9
# What SQLite may keep beside a book: the book's name and one of these endings.
SIDE_FILES = ("-journal", "-wal", "-shm")
# How the name of another journal ends in one (sqlite.org/fileformat2.html, section 3).
_NAMES_ANOTHER = bytes.fromhex("d9d505f920a163d7")
_NAME_END = 4 + 4 + len(_NAMES_ANOTHER)


def side_files(path: Path) -> list[Path]:
    """What SQLite may keep beside the book at `path`."""
    return [path.with_name(path.name + ending) for ending in SIDE_FILES]


def refuse_foreign_side_files(path: Path) -> None:
    """Refuses what is called like a side file of the book and cannot be one.

    A journal that names another file above it is of no book: SQLite would remove that file, whatever it is, when it
    has played the journal back.
    """
    for beside in side_files(path.resolve()):
        try:
            status = beside.lstat()
            foreign = not stat.S_ISREG(status.st_mode) or _names_another(beside, status.st_size)
        except OSError:  # there is none, or SQLite will say why it cannot be read
            continue
        if foreign:
            raise Damaged(sentence("{beside} 不是账册自己的文件，没有打开账册。请先把它移到别处"), beside=beside)


def _names_another(journal: Path, size: int) -> bool:
    """Whether a journal ends with the name of another, its length, its sum and eight bytes that say so."""
    if size <= _NAME_END:
        return False
    with journal.open("rb") as file:
        file.seek(-_NAME_END, os.SEEK_END)
        end = file.read(_NAME_END)
    return end.endswith(_NAMES_ANOTHER) and 0 < int.from_bytes(end[:4], "big") <= size - _NAME_END


def refuse_foreign_file(path: Path) -> None:
    """Refuses, from its first 100 bytes alone, whatever is not a book of ours.

    A book that this program has open was looked at then: reading it as a file would give up its locks.
    """
    refuse_no_file(path)
    if protected_files.is_open(path):
        return
    try:
        with path.open("rb") as file:
            head = file.read(_HEADER)
    except (OSError, ValueError) as error:
        raise _not_opened(path, error) from None
    _refuse_foreign(path, head)


def format_of(path: Path) -> int:
    """Which format a book's file says it has; refuses what is no book of ours."""
    refuse_foreign_file(path)
    with path.open("rb") as file:
        return int.from_bytes(file.read(_HEADER)[_FORMAT], "big")


def newer(path: Path, version: int) -> Refused:
    """The refusal of a book of a format that came after this program, with the version that can open it."""
    return Refused(
        "账册 {path} 由更新的版本建立（格式 {version}）：本程序 {program} 只能打开格式 {own} 及以前的。"
        "请升级本程序：“关于”中账册格式不低于 {version} 的版本能打开它",
        path=path, version=version, program=__version__, own=schema.VERSION,
    )  # fmt: skip


def refuse_no_file(path: Path) -> None:
    """Refuses what is no file at all, or an empty one."""
    try:
        status = path.stat()
    except FileNotFoundError:
        raise Refused("没有找到账册 {path}。请核对文件名，或用“新建”建一个", path=path) from None
    except (OSError, ValueError) as error:
        raise _not_opened(path, error) from None
    if stat.S_ISDIR(status.st_mode):
        raise Refused("{path} 是文件夹，不是账册", path=path)
    if not stat.S_ISREG(status.st_mode):
        raise Refused("{path} 不是普通文件，不能作账册", path=path)
    if not status.st_size:
        raise Refused("{path} 是空文件，不是账册", path=path)


def _not_opened(path: Path, error: OSError | ValueError) -> Refused:
    return Refused("打不开 {path}：{reason}", path=path, reason=system_words(error))


def refuse_foreign_image(pages: bytes, path: Path) -> None:
    """Refuses an image that is none of a book of ours, or one that cannot be read in memory."""
    _refuse_foreign(path, pages[:_HEADER])
    if pages[_VERSIONS] != _ROLLBACK:
        raise damaged(path)


def _refuse_foreign(path: Path, head: bytes) -> None:
    if protected_files.is_sealed(head):
        raise Refused(
            "{path} 是加密的备份或上报包，不能直接打开。备份请用“从备份恢复”，上报包请在市级账册读入", path=path
        )
    if not head.startswith(_MAGIC) or len(head) < _HEADER:
        raise Refused("{path} 不是郑采台账的账册", path=path)
    if head[_APPLICATION_ID] != schema.APPLICATION_ID.to_bytes(4, "big"):
        raise Refused("{path} 是数据库，但不是郑采台账的账册", path=path)


def connect(path: Path, *, writable: bool) -> sqlite3.Connection:
    """A connection with the book's safety settings; nothing in the file has been checked yet.

    Read within `one_moment`, which waits for a writer oftener than SQLite would: beside a busy one it never had its
    turn.

    The window hands the whole book to another thread for a large step and waits: one thread at a time, not only one.

    Refuses a book with something beside it that is none of its side files: SQLite would play it back, or wait for it.
    """
    _refuse_long_path(path)
    refuse_foreign_side_files(path)
    connection = sqlite3.connect(
        f"{uri(path)}?mode={'rw' if writable else 'ro'}", uri=True, timeout=BUSY_SECONDS if writable else 0,
        isolation_level=None, check_same_thread=False,
    )  # fmt: skip
    try:
        for pragma in ("foreign_keys=ON", "trusted_schema=OFF", "cell_size_check=ON", "secure_delete=ON"):
            connection.execute(f"PRAGMA {pragma}").fetchall()
    except BaseException:
        connection.close()
        raise
    return connection


def _refuse_long_path(path: Path) -> None:
    """Refuses a path that SQLite cannot hold with the name of its journal; it would only say that it cannot open it."""
    most = _MOST_PATH_BYTES - len(SIDE_FILES[0])
    if os.name == "posix" and len(os.fsencode(path.resolve())) > most:
        raise Refused("账册 {path} 所在的位置太深，路径太长。请放到短一些的文件夹", path=path)


@contextmanager
def one_moment(connection: sqlite3.Connection) -> Generator[None, None, None]:
    """Whatever the block reads is of one moment, however often somebody else writes meanwhile."""
    if connection.in_transaction:
        yield
        return
    connection.execute("BEGIN")
    try:
        _begin_reading(connection)
        yield
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def _begin_reading(connection: sqlite3.Connection) -> None:
    """Begins to read. A writer locks the file for an instant only, so a refusal is tried again at once.

    While the file is seen to change, somebody works on it and will let go: that is worth a longer wait than a file
    that somebody just holds. A writer that is just beginning may look for an instant like one that died.
    """
    path = _path_of(connection)
    begun, changed = time.monotonic(), _changed(path)
    until = begun + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA schema_version").fetchone()
        except sqlite3.DatabaseError as error:
            now, before, changed = time.monotonic(), changed, _changed(path)
            if changed != before:
                until = min(now, begun + _PATIENCE_SECONDS) + BUSY_SECONDS
            if not (is_busy(error) or is_unfinished(error)) or now > until:
                raise
            time.sleep(_INSTANT)
        else:
            return


def _path_of(connection: sqlite3.Connection) -> Path:
    """The file behind a connection, by its bytes: in a GBK locale its name is no UTF-8, which SQLite's text must be.

    Asked by the pragma alone, which unlike a SELECT from it does not read the file: somebody may have that for himself.
    """
    usual = connection.text_factory
    connection.text_factory = os.fsdecode
    try:
        return Path(connection.execute("PRAGMA database_list").fetchone()[2])
    finally:
        connection.text_factory = usual


def _changed(path: Path) -> int:
    """When the file was written to last, asked without opening it."""
    try:
        return path.stat().st_mtime_ns
    except OSError:  # an image has no file
        return 0


def image(path: Path) -> bytes:
    """The bytes of a book's file as of one moment. Refuses what is no book of ours, and a damaged one.

    A writer waits for milliseconds only, however long one looks at them.
    """
    refuse_no_file(path)
    with closing(connect(path, writable=False)) as connection:
        pages = image_of(connection)
    _refuse_foreign(path, pages[:_HEADER])
    return pages


def image_of(connection: sqlite3.Connection) -> bytes:
    """The bytes of a book's file as of one moment, by a connection that is open already."""
    with one_moment(connection):
        connection.execute(
            "SELECT name FROM sqlite_schema"
        ).fetchall()  # says what is wrong, which the last line does not
        if not connection.execute("PRAGMA page_count").fetchone()[0]:
            raise damaged(_path_of(connection))  # emptied since it was looked at
        pages = connection.serialize()
    # Another program may have left the book in WAL, which an image is not.
    return pages if pages[_VERSIONS] == _ROLLBACK else pages[: _VERSIONS.start] + _ROLLBACK + pages[_VERSIONS.stop :]


def in_memory(pages: bytes) -> sqlite3.Connection:
    """A connection to an image."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        connection.deserialize(pages)
        connection.execute("PRAGMA trusted_schema=OFF")
        connection.execute("PRAGMA cell_size_check=ON")
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def at_rest(path: Path) -> Generator[Path, None, None]:
    """The book's file as it is when nothing is left to be played back: itself, or a copy where a program has died.

    The book itself is not touched. Where SQLite cannot play back, the copy holds what the file holds. Refuses what only
    looks like a side file: it would be copied without end, or lead to another file.
    """
    refuse_foreign_side_files(path)
    if not any(_has_content(beside) for beside in side_files(path)):
        yield path
        return
    with tempfile.TemporaryDirectory(prefix="zzd-", ignore_cleanup_errors=True) as folder:
        copy = Path(folder) / "book"
        for source, target in ((path, copy), *zip(side_files(path), side_files(copy), strict=True)):
            with suppress(FileNotFoundError):
                shutil.copyfile(source, target)
        with suppress(sqlite3.Error), closing(connect(copy, writable=True)) as connection:
            connection.execute("PRAGMA schema_version").fetchone()
        yield copy


def _has_content(path: Path) -> bool:
    try:
        return path.stat().st_size > 0
    except OSError:
        return False


def uri(path: Path) -> str:
    """The path as SQLite wants it: a share's host belongs to the path, not to the address."""
    address = path.resolve().as_uri()
    return address if address.startswith("file:///") else "file:////" + address.removeprefix("file://")


def prepare_to_write(connection: sqlite3.Connection, path: Path) -> None:
    """Sets how commits reach the disk, and makes sure that they can. Refuses a book that another program has in use.

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
    with plain_errors(path), one_moment(connection):
        version: int = connection.execute("PRAGMA user_version").fetchone()[0]
        if version > schema.VERSION:
            raise newer(path, version)
        if schema.fingerprint(connection) != schema.FINGERPRINTS.get(version):
            raise damaged(path)
        if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            raise damaged(path)
    return version
