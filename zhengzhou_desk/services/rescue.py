"""Rescue: what can be read of a damaged book, in a new one, with an account of what could not be read."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.messages import Message, counted, message
from zhengzhou_desk.common.paths import readable
from zhengzhou_desk.common.protected_files import refuse_side_file
from zhengzhou_desk.records import CLASSES, Change, Entry, Setting, Unit
from zhengzhou_desk.records.kinds import Reference
from zhengzhou_desk.records.sequence import KnownUnits, fault
from zhengzhou_desk.records.setting import REGION
from zhengzhou_desk.services.editing import UNIQUE, row_name
from zhengzhou_desk.store.inverse import MOVED_SETTINGS
from zhengzhou_desk.store.io_errors import Readonly
from zhengzhou_desk.store.lock import Lock
from zhengzhou_desk.store.salvage import salvage
from zhengzhou_desk.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from zhengzhou_desk.records import Record
    from zhengzhou_desk.services.desk import Clock
    from zhengzhou_desk.store.salvage import Salvage, TableSalvage

# How many rows of one table, or doubtful ones, are named one by one.
LISTED = 20


@dataclass(frozen=True, slots=True)
class Rescued:
    """A rescue: the new book, whether every row of the old one is in it, and the account in sentences."""

    path: Path
    is_complete: bool
    account: tuple[Message, ...]


def rescue(book: Path, out: Path, *, clock: Clock, who: str, cancelled: Callable[[], bool] = lambda: False) -> Rescued:
    """Reads what can be read of `book` into a new book at `out`; `book` is not changed.

    Refuses where nothing can be read, where somebody has the book open, and where something stands at `out`.
    """
    refuse_side_file(out)
    if os.path.lexists(out):
        raise Refused("{path} 已经存在。新建不会覆盖旧文件，请换一个名字", path=out)
    found = _read(book, clock, who, cancelled)
    changes = tuple(Change(None, record) for table in found.tables for record in table.records.values())
    if not changes:
        raise Refused("{path} 里一行也没有读出来，没有建新账册", path=book)
    missing = found.at_most_lost
    about = (str(found.rescued), "?" if missing is None else str(missing), readable(book.name))
    Store.create(out, Entry("rescue", changes, about), now=clock, who=who).close()
    return Rescued(out, found.is_complete, tuple(_account(found)))


def _read(book: Path, clock: Clock, who: str, cancelled: Callable[[], bool]) -> Salvage:
    """What can be read, while nobody else writes; where no lock can be put, nobody can write either."""
    lock = None
    with suppress(Readonly):
        lock = Lock(book, who, clock()) if book.is_file() else None
    try:
        return salvage(book, cancelled)
    finally:
        if lock is not None:
            lock.release()


# -- the account in sentences ------------------------------------------------------------------------


def _account(found: Salvage) -> Iterator[Message]:
    if found.is_complete:
        yield message(counted("全部 {count} 行都读出来了"), count=found.rescued)
    else:
        yield message(
            counted("读出 {count} 行；文件中有 {pages} 页读不出"), count=found.rescued, pages=found.broken_pages
        )
    for table in found.tables:
        yield from _of_table(table)
    if not found.journal_is_whole:
        yield message("日志没有读全：缺哪些行只能按行号推断，也没有用日志补。请与最近的备份核对")
    if found.unclaimed_pages and not found.journal_is_whole:
        yield message(counted("有 {count} 页数据分不清属于哪张表，没有读入"), count=found.unclaimed_pages)
    yield from _doubtful(found)


def _of_table(table: TableSalvage) -> Iterator[Message]:
    label = table.cls.table
    if table.records or not table.is_as_read:
        yield message(counted("“{table}”：{count} 行"), table=label, count=len(table.records))
    if table.from_journal:
        yield message(
            counted("  其中 {count} 行的页面坏了，按日志补回（个人信息日志里没有，空着）：{rows}"),
            count=len(table.from_journal),
            rows=_names(table, table.from_journal),
        )
    if table.corrected:
        yield message(
            counted("  其中 {count} 行与日志所记不同，按日志改正：{rows}"),
            count=len(table.corrected),
            rows=_names(table, table.corrected),
        )
    if table.untold:
        yield message(
            counted("  其中 {count} 行日志里没有记载，请核对：{rows}"),
            count=len(table.untold),
            rows=_names(table, table.untold),
        )
    if table.cleaned:
        yield message(counted("  其中 {count} 行的文字去掉了不该有的字符"), count=table.cleaned)
    for lost in table.lost[:LISTED]:
        yield message(
            "  没有读入：第 {number} 号 {called}{reasons}",
            number=lost.number,
            called=lost.called,
            reasons=message("（{reasons}）", reasons=lost.reasons) if lost.reasons else "",
        )
    if len(table.lost) > LISTED:
        yield message(counted("  另有 {count} 行没有读入"), count=len(table.lost) - LISTED)
    for after, upto in table.gaps[:LISTED]:
        if upto is None:
            yield message("  第 {first} 号起的行可能缺", first=max(after, 0) + 1)
        else:
            yield message("  第 {first} 号到第 {last} 号之间的行可能缺", first=max(after, 0) + 1, last=upto)
    if len(table.gaps) > LISTED:
        yield message(counted("  另有 {count} 段可能缺"), count=len(table.gaps) - LISTED)


def _names(table: TableSalvage, numbers: Sequence[int]) -> tuple[object, ...]:
    names: tuple[object, ...] = tuple(row_name(table.records[number]) for number in numbers[:LISTED])
    return names if len(numbers) <= LISTED else (*names, "…")


def _doubtful(found: Salvage) -> Iterator[Message]:
    """What an import would refuse of rows that can be read: they are kept, and a person must look."""
    records = [record for table in found.tables for record in table.records.values()]
    settings = {record.name: record.value for record in records if isinstance(record, Setting)}
    if not settings.get(REGION):
        yield message("没有读到账册的行政区划：新账册按全国的规定审核，请用备份核对")
    moved = sum(name.startswith(MOVED_SETTINGS) for name in settings)
    if moved:
        yield message(
            counted("账册是旧格式：记住的列名、单位别名和存下的通报共 {count} 项仍在设置中，要用请重新指定"),
            count=moved,
        )
    known = KnownUnits()
    known.learn(records)
    said = [*_astray(records, known), *_double(records), *_impossible(records, known)]
    yield from said[:LISTED]
    if len(said) > LISTED:
        yield message(counted("另有 {count} 处要核对"), count=len(said) - LISTED)


def _astray(records: Iterable[Record], known: KnownUnits) -> Iterator[Message]:
    """References that lead nowhere."""
    columns = {
        cls: [column for column in cls.table.columns
              if isinstance(column.kind, Reference) and column.kind.table == Unit.table.name]
        for cls in CLASSES
    }  # fmt: skip
    for record in records:
        for column in columns[type(record)]:
            code = record.cell(column.name)
            if code is not None and code not in known.units:
                yield message(
                    "要核对：“{table}”{row} 的“{column}”‘{code}’不在单位表中",
                    table=record.table, row=row_name(record), column=column, code=code,
                )  # fmt: skip


def _double(records: Iterable[Record]) -> Iterator[Message]:
    """Rows that would be counted twice."""
    seen: set[tuple[object, ...]] = set()
    for record in records:
        key = (type(record), *record.key())
        if type(record) in UNIQUE and key in seen:
            yield message("要核对：“{table}”有两行是 {row}", table=record.table, row=row_name(record))
        seen.add(key)


def _impossible(records: Iterable[Record], known: KnownUnits) -> Iterator[Message]:
    """Events that cannot have happened in that order."""
    for record in records:
        wrong = fault(record, known)
        if wrong is not None:
            yield message("要核对：“{table}”{row}：{reason}", table=record.table, row=row_name(record), reason=wrong)
