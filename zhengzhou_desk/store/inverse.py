"""The inverse of a journal line: the changes that lead from the present rows to those before it."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.records import BY_NAME, Change, Entry, Setting
from zhengzhou_desk.store.journal import record_of

if TYPE_CHECKING:
    from zhengzhou_desk.records import Record
    from zhengzhou_desk.records.tables import Tables
    from zhengzhou_desk.store.journal import JournalLine, Trace
    from zhengzhou_desk.store.rows import Stored

# The beginnings of the names of settings that format 3 moved into tables of their own.
MOVED_SETTINGS = ("bulletin:", "mapping:", "alias:")


def inverse_of(line: JournalLine, tables: Tables) -> Entry:
    """The entry that undoes `line`. Refuses where later changes stand in the way."""
    changes = tuple(
        change for trace in reversed(line.traces()) if (change := _inverse(trace, tables)).before != change.after
    )
    if not changes:
        raise Refused("第 {number} 号只改动了个人信息，日志不保存其内容，不能撤回", number=line.number)
    return Entry(line.name, changes, line.about, undoes=line.number)


def _inverse(trace: Trace, tables: Tables) -> Change:
    cls = BY_NAME[trace.table]
    present = tables.get(cls, trace.id)
    if trace.after is None:
        if present is not None or _has_moved(trace):
            raise _overtaken(cls)
        return Change(None, record_of(trace, trace.before or {}))
    if trace.before is None:
        # A whole row: a field that the line does not name was blank.
        blank: dict[str, Stored] = dict.fromkeys(column.name for column in cls.table.columns)
        if present is None or not has_values(present, blank | trace.after):
            raise _overtaken(cls)
        return Change(present, None)
    if present is None or not has_values(present, trace.after):
        raise _overtaken(cls)
    columns = {column.name: column for column in cls.table.columns}
    values = {
        name: columns[name].kind.from_sql(value)
        for name, value in trace.before.items()
        if value is None or not columns[name].personal
    }
    return Change(present, dataclasses.replace(present, **values))  # type: ignore[arg-type]


def _has_moved(trace: Trace) -> bool:
    """Whether the row is kept in another table since format 3: as a setting nobody would find it again."""
    return trace.table == Setting.table.name and str((trace.before or {}).get("name")).startswith(MOVED_SETTINGS)


def has_values(record: Record, fields: dict[str, Stored]) -> bool:
    """Whether the record's present values are those a journal line left behind."""
    columns = {column.name: column for column in record.table.columns}
    return all(
        (record.cell(name) is not None if columns[name].personal and value is not None else
         columns[name].kind.to_sql(record.cell(name)) == value)
        for name, value in fields.items()
    )  # fmt: skip


def _overtaken(cls: type[Record]) -> Refused:
    return Refused("“{table}”中的行后来又改过，不能直接撤回。请先撤回后来的改动，或直接修改", table=cls.table)
