"""体检: everything that can be checked about a book's file, each with what to do where it fails."""

from __future__ import annotations

import contextlib
import datetime
import shutil
import sqlite3
import zlib
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from zhengzhou_desk.errors import Refused
from zhengzhou_desk.language import Message, message
from zhengzhou_desk.records import CLASSES
from zhengzhou_desk.store import content, file, journal, schema
from zhengzhou_desk.store.backup import AUTOMATIC, backups

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from zhengzhou_desk.store.journal import Line

_RESTORE = message("请用最近的备份恢复（恢复前会先保留现在的账册）")
_ROOM = 200 * 2**20
_OLD = datetime.timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Check:
    """One check: whether all is well, what was checked, and what to do where it is not.

    A check that is well may still have advice, such as to make a backup.
    """

    ok: bool
    title: Message
    advice: Message | None = None


def checkup(path: Path, now: datetime.datetime | None = None) -> tuple[Check, ...]:
    """Every check of the book at `path`. Refuses what is no book of ours at all."""
    file.look(path)
    checks: list[Check] = []
    try:
        with closing(file.connect(path, writable=False)) as connection:
            checks += [_guarded(title, look, connection) for title, look in _LOOKS]
    except (sqlite3.Error, UnicodeDecodeError, OSError) as error:
        checks.append(Check(False, message("账册能打开"), message("打不开：{reason}。{advice}", reason=str(error), advice=_RESTORE)))
    return (*checks, _room(path), *_last_backup(path, now))


def _guarded(title: Message, look: Callable[[sqlite3.Connection], Message | None], connection: sqlite3.Connection) -> Check:
    """One look at the file; whatever damage makes SQLite or a decoder say is a failed check, never a crash."""
    try:
        wrong = look(connection)
    except (sqlite3.Error, UnicodeDecodeError, ValueError, KeyError, TypeError, OverflowError, zlib.error) as error:
        wrong = message("读不出来（{reason}）。{advice}", reason=str(error)[:120], advice=_RESTORE)
    except Refused as refused:
        wrong = refused.message
    return Check(wrong is None, title, wrong)


def _format(connection: sqlite3.Connection) -> Message | None:
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > schema.VERSION:
        return message("由更新的版本建立（格式 {version}）。请先升级本程序", version=version)
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
            for row, value in connection.execute(f'SELECT id, "{name}" FROM "{cls.table.name}" WHERE "{name}" IS NOT NULL'):  # noqa: S608
                try:
                    column.kind.from_sql(value)
                except (ValueError, TypeError):
                    return message("“{table}”第 {row} 号的“{column}”读不出来。{advice}", table=cls.table, row=row, column=column, advice=_RESTORE)
    return None


def _chain(connection: sqlite3.Connection) -> Message | None:
    previous = journal.GENESIS
    expected = 1
    for line in _lines(connection):
        if line.number != expected or line.previous != previous or line.computed_hash() != line.hash:
            return message("日志第 {number} 号被改动过或缺失。{advice}", number=expected, advice=_RESTORE)
        previous, expected = line.hash, line.number + 1
    anchor = connection.execute("SELECT number, head FROM anchor").fetchone()
    if anchor != (expected - 1, previous):
        return message("日志的末尾被截去了。{advice}", advice=_RESTORE)
    return None


def _content(connection: sqlite3.Connection) -> Message | None:
    claimed = connection.execute("SELECT content FROM anchor").fetchone()
    if claimed is None or content.as_text(content.of_book(connection)) != claimed[0]:
        return message("内容与校验值不符，有数据在程序之外被改动。{advice}", advice=_RESTORE)
    return None


def _replay(connection: sqlite3.Connection) -> Message | None:
    """The journal, done again from the first line, gives the very rows of the tables (personal fields masked)."""
    replayed: dict[tuple[str, int], dict[str, Any]] = {}
    for line in _lines(connection):
        for trace in line.traces():
            key = (trace.table, trace.id)
            if trace.after is None:
                replayed.pop(key, None)
            elif trace.before is None:
                replayed[key] = {name: value for name, value in trace.after.items() if value is not None}
            else:
                row = replayed.setdefault(key, {})
                row.update(trace.after)
                replayed[key] = {name: value for name, value in row.items() if value is not None}
    for table, number, values in _rows(connection):
        if replayed.pop((table, number), None) != values:
            return message("“{table}”第 {row} 号与日志所记不符。{advice}", table=table, row=number, advice=_RESTORE)
    if replayed:
        table, number = next(iter(replayed))
        return message("日志里有“{table}”第 {row} 号，表里却没有。{advice}", table=table, row=number, advice=_RESTORE)
    return None


def _lines(connection: sqlite3.Connection) -> Iterator[Line]:
    for row in connection.execute("SELECT * FROM journal ORDER BY number"):
        yield journal.Line.of(row)


def _rows(connection: sqlite3.Connection) -> Iterator[tuple[str, int, dict[str, Any]]]:
    """Every row as the journal keeps it: what is not blank, personal fields masked."""
    for cls in CLASSES:
        personal = {column.name for column in cls.table.columns if column.personal}
        cursor = connection.execute(f'SELECT * FROM "{cls.table.name}"')  # noqa: S608
        names = [item[0] for item in cursor.description]
        for row in cursor:
            values = {
                name: journal.MASK if name in personal else value
                for name, value in zip(names, row, strict=True)
                if value is not None and name != "id"
            }
            yield cls.table.name, row[0], values


_LOOKS: tuple[tuple[Message, Callable[[sqlite3.Connection], Message | None]], ...] = (
    (message("格式与表的结构"), _format),
    (message("文件完整性"), _integrity),
    (message("每个数据都读得出来"), _readable),
    (message("日志环环相扣"), _chain),
    (message("内容与校验值一致"), _content),
    (message("按日志重做一遍，与各表一致"), _replay),
)


def _room(path: Path) -> Check:
    free = shutil.disk_usage(path.resolve().parent).free
    advice = None if free >= _ROOM else message("只剩 {megabytes} MB。请腾出空间，或把账册移到别的磁盘", megabytes=free // 2**20)
    return Check(advice is None, message("磁盘还有空间"), advice)


def _last_backup(path: Path, now: datetime.datetime | None) -> Iterable[Check]:
    """When the last backup beside the book was made; an old one is advice, not damage."""
    found = []
    for folder in (path.resolve().parent, path.resolve().parent / AUTOMATIC):
        with contextlib.suppress(OSError):
            found += backups(folder, path)
    if not found:
        yield Check(True, message("备份"), message("同一文件夹里还没有备份。请做一份，并另存到别的磁盘"))
        return
    found.sort(key=lambda copy: copy.made, reverse=True)
    made = found[0].made
    old = now is not None and now - made > _OLD
    advice = message("最近一份备份是 {day} 的。请再做一份", day=made.date()) if old else None
    yield Check(True, message("最近的备份：{name}", name=found[0].path.name), advice)


