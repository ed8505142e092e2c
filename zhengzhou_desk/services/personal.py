"""Personal data: deleting contacts, telephones and addresses that have had their time, also from copies."""

from __future__ import annotations

import dataclasses
import datetime
import re
from typing import TYPE_CHECKING, Any

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.policy import measures
from zhengzhou_desk.policy.purchases import is_in_force
from zhengzhou_desk.records import CLASSES, Account, Change, Entry, Followup, Unit
from zhengzhou_desk.records.entry import FORGET
from zhengzhou_desk.store import old_copies

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from pathlib import Path

    from zhengzhou_desk.records import Record
    from zhengzhou_desk.records.tables import Tables
    from zhengzhou_desk.services.desk import Desk
    from zhengzhou_desk.store.old_copies import OldCopy

# How many years contacts of closed units are kept where nobody says otherwise.
YEARS_KEPT = 5
_NUMBER = re.compile(r"(?<!\d)(?:1\d{10}|0\d{2,3}[- ]?\d{7,8})(?!\d)")
_TAKEN_OUT = "＊＊＊"


# -- where personal data is ------------------------------------------------------------------------


def held(tables: Tables) -> frozenset[str]:
    """Every name, telephone and address that the book holds."""
    return frozenset(
        value
        for cls in CLASSES
        for name in _personal(cls)
        for row in tables.all(cls)
        if isinstance(value := row.cell(name), str)
    )


def is_held(tables: Tables, text: str) -> bool:
    """Whether a text is a name, a telephone or an address of the book."""
    return bool(text.strip()) and text.strip() in held(tables)


def without_personal(text: str, tables: Tables | None) -> str:
    """A text for notes on errors: the book's personal data taken out, and whatever looks like a telephone."""
    values = sorted(held(tables), key=len, reverse=True) if tables is not None else ()
    for value in values:
        if value in text:
            text = text.replace(value, _TAKEN_OUT)
    return _NUMBER.sub(_TAKEN_OUT, text)


def _personal(cls: type[Record]) -> tuple[str, ...]:
    return tuple(column.name for column in cls.table.columns if column.personal)


# -- deleting it -----------------------------------------------------------------------------------


def outdated(desk: Desk, before: int) -> tuple[Record, ...]:
    """The rows whose personal data may go.

    Of units dissolved, of SOEs' affiliations ended, and of contacts made before the year `before`.
    """
    last = datetime.date(before - 1, 12, 31)
    view = desk.engine.reader()
    closed: set[str | None] = {unit.code for unit in desk.tables.all(Unit) if measures.is_closed(unit, last, view)}

    def is_outdated(row: Record) -> bool:
        if isinstance(row, Followup):
            return row.year < before
        return row.code in closed if isinstance(row, Unit) else _has_ended(desk, row, last, closed)

    rows = (row for cls in (Unit, Account, Followup) for row in desk.tables.all(cls) if is_outdated(row))
    return tuple(row for row in rows if any(row.cell(name) is not None for name in _personal(type(row))))


def _has_ended(desk: Desk, row: Record, last: datetime.date, closed: Collection[str | None]) -> bool:
    """Whether another row of the SOE was in force by `last`, or it belonged to the end to a unit that is closed."""
    assert isinstance(row, Account)
    if is_in_force(row, desk.tables):
        return row.unit in closed
    return row.since is not None and row.since <= last and not is_in_force(row, desk.tables, last)


def forget(desk: Desk, before: int) -> int:
    """Deletes contacts, telephones and addresses of what ended before a year, as one step; returns how many rows.

    No page of the book's file keeps them. Refuses a year that is not over.
    """
    if before > desk.store.now().year:
        raise Refused("{year} 年还没有到，不能删除这一年以前的个人信息", year=before)
    rows = outdated(desk, before)
    if not rows:
        if any(line.name == FORGET for line in desk.journal()):
            _compact(desk)  # the last time it may not have come so far
        return 0
    changes = tuple(Change(row, _blanked(row)) for row in rows)
    desk.apply(Entry(FORGET, changes, (str(len(changes)), str(before))))
    _compact(desk)
    return len(changes)


def _compact(desk: Desk) -> None:
    """Writes the file anew; where that fails, what was deleted has gone from the tables all the same, which is said."""
    try:
        desk.compact()
    except Refused as refused:
        raise Refused(
            "个人信息已经从各表中删除并保存，但账册文件 {path} 没有整理成，旧内容可能还在文件里。"
            "请腾出空间或检查磁盘后再做一次",
            path=desk.path,
        ) from refused


def _blanked(row: Record) -> Record:
    nothing: dict[str, Any] = dict.fromkeys(_personal(type(row)))
    return dataclasses.replace(row, **nothing)


def copies_holding(desk: Desk, folders: Iterable[Path] = ()) -> list[OldCopy]:
    """The copies of the book that still hold what it has deleted, or that cannot be read; newest first.

    Of the sealed ones those that are not younger than the last deleting, for nobody can look into them.
    """
    deleted = max((line.at[:16] for line in desk.journal() if line.name == FORGET), default="")
    copies = old_copies.holding(desk.path, desk.tables, folders)
    return [copy for copy in copies if not copy.sealed or f"{copy.made:%Y-%m-%d %H:%M}" <= deleted]


def deletable(copies: Iterable[OldCopy], *, pinned: bool, sealed: bool) -> list[OldCopy]:
    """The copies that may be deleted: pinned and sealed ones only if asked, and never one that cannot be read.

    A damaged one may be the only one that can be rescued.
    """
    return [
        copy for copy in copies if (sealed if copy.sealed else copy.cells is not None) and (pinned or not copy.pinned)
    ]


def delete_copies(
    copies: Sequence[OldCopy], *, pinned: bool = False, sealed: bool = False
) -> tuple[list[OldCopy], list[OldCopy]]:
    """Deletes the copies that may be deleted; returns what went, what is left."""
    wanted = deletable(copies, pinned=pinned, sealed=sealed)
    stuck = {copy.path for copy in old_copies.delete(wanted)}
    gone = [copy for copy in wanted if copy.path not in stuck]
    return gone, [copy for copy in copies if copy not in gone]
