"""Checkup (体检): every check of a book's file, each with what to do where it fails."""

from __future__ import annotations

import datetime
import shutil
import sqlite3
import zlib
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from zhengzhou_desk.common import sealing
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.messages import Message, counted, message
from zhengzhou_desk.common.paths import resolved
from zhengzhou_desk.records import BY_NAME, CLASSES
from zhengzhou_desk.records.kinds import Choice
from zhengzhou_desk.store import book_file, digest, journal, lock, replay, schema
from zhengzhou_desk.store.backup import AUTOMATIC, backups
from zhengzhou_desk.store.io_errors import Damaged, is_unfinished, plain_errors
from zhengzhou_desk.store.rows import reader

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from zhengzhou_desk.records import Column
    from zhengzhou_desk.store.rows import Stored

_RESTORE = message("请用最近的备份恢复（恢复前会先保留现在的账册）")
_LOOK = message("请看下面的差别，再用备份恢复，或确认现有内容。差别没有列出时，改动的是个人信息或校验值本身")
_ROOM = 200 * 2**20
_OLD = datetime.timedelta(days=7)


# How a check ends. ALTERED: all can be read, but not all of it is what the program wrote. UNSEEN: this time it
# could not be looked at; that is no fault of the book.
GOOD, ADVICE, UNSEEN, ALTERED, DAMAGED = "good", "advice", "unseen", "altered", "damaged"
_LISTED = 20


@dataclass(frozen=True, slots=True)
class Check:
    """One check: its result, what was checked, and what to do where it fails."""

    state: str
    title: Message
    advice: Message | None = None

    @property
    def ok(self) -> bool:
        """Whether nothing is wrong with the book by this check."""
        return self.state not in (ALTERED, DAMAGED)


def checkup(path: Path, now: datetime.datetime | None = None, *, password: str | None = None) -> tuple[Check, ...]:
    """Every check of the book at `path`, or of a sealed backup. Refuses what is no book of ours at all.

    An image of one moment is looked at, so that other users of the book need not wait.
    """
    return (*_checks(path, password), *_lock(path), _room(path), *_last_backup(path, now))


def _checks(path: Path, password: str | None) -> list[Check]:
    try:
        pages, unfinished = _pages(path, password)
    except (sqlite3.Error, UnicodeDecodeError, OSError) as error:
        return [_unread(path, error)]
    except Damaged as refused:
        return [Check(DAMAGED, _OPENS, refused.message)]
    checks = (
        [Check(ADVICE, message("上次没有正常关闭"), message("什么都没有丢。打开一次账册就好"))] if unfinished else []
    )
    with closing(book_file.in_memory(pages)) as connection:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version > schema.VERSION:
            return [
                *checks,
                Check(
                    UNSEEN,
                    _FORMAT[0],
                    message(
                        "由更新的版本建立（格式 {version}）。"
                        "请升级本程序：“关于”中账册格式不低于 {version} 的版本能打开它",
                        version=version,
                    ),
                ),
            ]
        checks.append(_guarded(*_FORMAT, connection))
        if not checks[-1].ok:
            return checks  # whatever else is asked of foreign tables might never be answered
        checks += [_guarded(title, state, look, connection) for title, state, look in _LOOKS]
        if all(check.state != DAMAGED for check in checks):
            checks += _differences(connection)
    return checks


def _unread(path: Path, error: Exception) -> Check:
    """Why the file could not be read at all: damage, or a lock, a missing right or a disk fault."""
    try:
        with plain_errors(path):
            raise error
    except Damaged as refused:
        return Check(DAMAGED, _OPENS, refused.message)
    except Refused as refused:
        if str(getattr(error, "sqlite_errorname", "")) == "SQLITE_NOTADB":
            raise
        return Check(UNSEEN, _OPENS, message("这次没有查成：{reason}", reason=refused.message))


def _pages(path: Path, password: str | None) -> tuple[bytes, bool]:
    """The book's pages, and whether a program that died has left its journal.

    They are then as after playing it back.
    """
    if sealing.is_sealed_file(path):
        pages = sealing.read(path, sealing.BOOK, password)
        book_file.refuse_foreign_image(pages, path)
        return pages, False
    try:
        return book_file.image(path), False
    except sqlite3.DatabaseError as error:
        if not is_unfinished(error):
            raise
    # The journal may not be played back here, since the book is only being checked: it is played back in a copy.
    book = resolved(path)
    with (
        book_file.at_rest(book) as file,
        closing(book_file.connect(file, writable=file != book)) as connection,
    ):
        return book_file.image_of(connection), True


def _guarded(
    title: Message, state: str, look: Callable[[sqlite3.Connection], Message | None], connection: sqlite3.Connection
) -> Check:
    """Runs one check on the image; an error of SQLite or a decoder is a failed check, never a crash."""
    try:
        wrong = look(connection)
    except (sqlite3.Error, UnicodeDecodeError, ValueError, KeyError, TypeError, OverflowError, zlib.error):
        return Check(DAMAGED, title, message("读不出来。{advice}", advice=_RESTORE))
    except Refused as refused:
        return Check(DAMAGED, title, refused.message)
    return Check(state if wrong is not None else GOOD, title, wrong)


def _format(connection: sqlite3.Connection) -> Message | None:
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if schema.fingerprint(connection) != schema.FINGERPRINTS.get(version):
        return message("表的结构被改动过。{advice}", advice=_RESTORE)
    return None


def _integrity(connection: sqlite3.Connection) -> Message | None:
    found = connection.execute("PRAGMA integrity_check(5)").fetchall()
    if found != [("ok",)]:
        return message("文件已损坏（{reason}）。{advice}", reason=str(found[0][0])[:120], advice=_RESTORE)
    if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
        return message("表之间的联系不完整。{advice}", advice=_RESTORE)
    return None


def _readable(connection: sqlite3.Connection) -> Message | None:
    """Every value of every table can be read, as text where it is text."""
    for cls in CLASSES:
        names = {column.name: column for column in cls.table.columns}
        present = {row[1] for row in connection.execute(f'PRAGMA table_info("{cls.table.name}")')}
        for name, column in names.items():
            if name not in present:
                continue
            read = reader(column)
            filled = f'SELECT id, "{name}" FROM "{cls.table.name}" WHERE "{name}" IS NOT NULL'  # noqa: S608 - our own names
            for row, value in connection.execute(filled):
                try:
                    _ = read[value] if read is not None else None
                except (ValueError, TypeError):
                    return message(
                        "“{table}”第 {row} 号的“{column}”读不出来。{advice}",
                        table=cls.table,
                        row=row,
                        column=column,
                        advice=_RESTORE,
                    )
    return None


def _chain(connection: sqlite3.Connection) -> Message | None:
    number = replay.broken_at(connection)
    return (
        None
        if number is None
        else message("日志第 {number} 号被改动过、缺失或被截去。{advice}", number=number, advice=_RESTORE)
    )


def _content(connection: sqlite3.Connection) -> Message | None:
    return None if digest.is_unaltered(connection) else message("有数据在程序之外被改动过。{advice}", advice=_LOOK)


def _replay(connection: sqlite3.Connection) -> Message | None:
    """Whether replaying the journal gives the rows of the tables (personal fields masked)."""
    count = len(replay.differences(connection))
    return message(counted("有 {count} 行与日志所记不同。{advice}"), count=count, advice=_LOOK) if count else None


def _differences(connection: sqlite3.Connection) -> Iterator[Check]:
    """The differences from the replayed journal, field by field, for a person to examine."""
    found = [
        (trace, name)
        for trace in replay.differences(connection)
        for name in {**(trace.before or {}), **(trace.after or {})}
    ]
    for trace, name in found[:_LISTED]:
        cls = BY_NAME[trace.table]
        column = cls.table.column(name)
        said, says = (_shown(column, (half or {}).get(name)) for half in (trace.before, trace.after))
        yield Check(
            ALTERED,
            message("“{table}”第 {row} 号的“{column}”", table=cls.table, row=trace.id, column=column),
            message("日志所记：{said}；现在：{says}", said=said, says=says),
        )
    if len(found) > _LISTED:
        yield Check(ALTERED, message(counted("还有 {count} 处"), count=len(found) - _LISTED), message("没有逐一列出"))


def _shown(column: Column, value: Stored) -> object:
    if value is None:
        return message("空白")
    if value == journal.MASK:
        return value
    return (
        column.kind.option(value) if isinstance(column.kind, Choice) else column.kind.show(column.kind.from_sql(value))
    )


_Look: TypeAlias = "tuple[Message, str, Callable[[sqlite3.Connection], Message | None]]"
_OPENS = message("账册能打开")
_FORMAT: _Look = (message("格式与表的结构"), DAMAGED, _format)
# The looks at a book whose tables are ours.
_LOOKS: tuple[_Look, ...] = (
    (message("文件完整性"), DAMAGED, _integrity),
    (message("每个数据都读得出来"), DAMAGED, _readable),
    (message("日志环环相扣"), DAMAGED, _chain),
    (message("内容与校验值一致"), ALTERED, _content),
    (message("按日志重做一遍，与各表一致"), ALTERED, _replay),
)


def _lock(path: Path) -> Iterator[Check]:
    """What a lock file means that lies beside the book while nobody has it open; it keeps nobody out."""
    title = message("锁文件 {name}", name=lock.path_of(path).name)
    try:
        left = lock.left_behind(path)
    except Refused as refused:
        yield Check(ADVICE, title, refused.message)
        return
    if left is None:
        return
    if left.is_here:
        means = message(
            "是 {who} 自 {since} 起在这台电脑上使用、没有正常关闭时留下的，不妨碍使用。打开一次账册再关闭，它就没有了",
            who=left.who, since=left.since,
        )  # fmt: skip
    else:
        means = message(
            "是 {who} 自 {since} 起在另一台电脑 {host} 上打开账册时留下的，随同步、共享文件夹或 U 盘到了这里。"
            "那里还开着，就先在那里关闭，等同步完再用；已经关闭，打开一次账册再关闭，它就没有了",
            who=left.who, since=left.since, host=left.host,
        )  # fmt: skip
    yield Check(ADVICE, title, means)


def _room(path: Path) -> Check:
    free = shutil.disk_usage(path.resolve().parent).free
    advice = (
        None
        if free >= _ROOM
        else message("只剩 {megabytes} MB。请腾出空间，或把账册移到别的磁盘", megabytes=free // 2**20)
    )
    return Check(GOOD if advice is None else ADVICE, message("磁盘还有空间"), advice)


def _last_backup(path: Path, now: datetime.datetime | None) -> Iterable[Check]:
    """When the last backup beside the book was made; an old one is advice, not damage."""
    found = []
    for folder in (path.resolve().parent, path.resolve().parent / AUTOMATIC):
        with suppress(OSError):
            found += backups(folder, path)
    if not found:
        yield Check(ADVICE, message("备份"), message("同一文件夹里还没有备份。请做一份，并另存到别的磁盘"))
        return
    found.sort(key=lambda copy: copy.made, reverse=True)
    made = found[0].made
    old = now is not None and now - made > _OLD
    advice = message("最近一份备份是 {day} 的。请再做一份", day=made.date()) if old else None
    yield Check(ADVICE if old else GOOD, message("最近的备份：{name}", name=found[0].path.name), advice)
