"""Editing: what was typed into cells becomes one entry of the book, or a refusal that says where."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any, TypeVar

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.messages import CHINESE, sentence, translated
from zhengzhou_desk.records import (
    CLASSES,
    Account,
    Change,
    Entry,
    Execution,
    Filing,
    Purchase,
    Record,
    Setting,
    Spending,
    Unit,
    Waiver,
    sequence,
)
from zhengzhou_desk.records.entry import NAMES
from zhengzhou_desk.records.kinds import Choice, DeclaredName, Reference, plain
from zhengzhou_desk.services.undo import FINAL

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from zhengzhou_desk.records.kinds import Value
    from zhengzhou_desk.records.tables import Tables
    from zhengzhou_desk.services.desk import Desk
    from zhengzhou_desk.store.journal import JournalLine

R = TypeVar("R", bound=Record)
# Tables in which two rows of one key would be counted twice; units of one code are left to the rules.
UNIQUE: frozenset[type[Record]] = frozenset({Filing, Waiver, Spending, Execution, Purchase})
# The columns that refer to a record of another table by its code: they follow when the code changes.
REFERENCES: tuple[tuple[type[Record], str], ...] = (
    *((cls, column.name) for cls in CLASSES for column in cls.table.columns if isinstance(column.kind, Reference)),
    (Purchase, "buyer"),
)


class UnfitRow(Refused):
    """A row that does not fit among those of the book; `row` says which of the rows that were to come."""

    def __init__(self, row: Record, why: Refused) -> None:
        super().__init__(why.message.template, **dict(why.message.fields))
        self.row = row


def edit(desk: Desk, record: Record, column: str, given: object) -> Entry | None:
    """Puts what was typed into a cell; None where the cell holds that already.

    Refuses what the column's kind refuses, a row that is gone or would be there twice, days in an impossible order,
    a locked filing and a closed year.
    """
    changes = cell_changes(desk.tables, [(record, column, given)])
    if not changes:
        return None
    about = (row_name(record, desk.tables), record.table.column(column).label)
    return desk.apply(Entry("edit", changes, about))


def edit_many(desk: Desk, cells: Sequence[tuple[Record, str, object]], name: str = "edit_many") -> Entry | None:
    """Changes many cells in one step that is called `name`; refuses all of them where one is refused."""
    changes = cell_changes(desk.tables, cells)
    return desk.apply(Entry(name, changes, (str(len(cells)),))) if changes else None


def add(desk: Desk, cls: type[R], given: Mapping[str, object]) -> R:
    """Adds a row from what was typed; returns it with its id. Refuses blanks in required columns, and doubles."""
    new = new_record(desk.tables, cls, given)
    entry = desk.apply(Entry("add", (Change(None, new),), (cls.table.label, row_name(new, desk.tables))))
    return entry.changes[0].after  # type: ignore[return-value]


def remove(desk: Desk, records: Collection[Record]) -> Entry | None:
    """Removes rows, but nothing that depends on them (see `dependents`)."""
    if not records:
        return None
    table = next(iter(records)).table
    changes = tuple(Change(record, None) for record in records)
    return desk.apply(Entry("remove", changes, (table.label, str(len(changes)))))


def set_setting(desk: Desk, name: str, value: str | None, year: int | None = None, document: str | None = None) -> None:
    """States a setting of the bureau; a value of the law needs the document it rests on."""
    before = desk.setting_row(name, year)
    value = parse_cell(Setting, "value", value)
    document = parse_cell(Setting, "document", document)
    after = dataclasses.replace(before or Setting(name=name, year=year), value=value, document=document)
    if after != before:
        desk.apply(Entry("setting", (Change(before, after),), (name,)))


def undo_line(desk: Desk, number: int) -> Entry:
    """Undoes one line of the journal.

    Refuses steps that cannot be undone, and where a later change stands in the way.
    """
    line = desk.store.line(number)
    if line.name in FINAL:
        raise Refused("“{name}”不能撤回，请用另一步来更正", name=step_text(line))
    return desk.apply(desk.store.inverse(number))


def journal_text(desk: Desk, line: JournalLine, lang: str = CHINESE) -> str:
    """A line of the journal in words; one that undoes an undo is told as a redo."""
    return step_text(line, lang, redone=desk.redoes(line.number))


# -- what was typed, as changes --------------------------------------------------------------------


def parse_cell(cls: type[Record], column: str, given: object) -> Any:
    """The value of what was typed into a column. Refuses, naming the column, what its kind does not take."""
    return cls.table.column(column).parsed(given)


def cell_changes(tables: Tables, cells: Iterable[tuple[Record, str, object]]) -> tuple[Change, ...]:
    """The changes that put `given` into each (record, column, given); references to a changed code follow it."""
    return changes_of(
        tables, ((record, column, parse_cell(type(record), column, given)) for record, column, given in cells)
    )


def changes_of(
    tables: Tables, cells: Iterable[tuple[Record, str, Value]], new: Iterable[Record] = ()
) -> tuple[Change, ...]:
    """The changes that put values into cells and add new rows, for one step; references to a changed code follow it.

    Refuses what the kinds refuse, rows that would be counted twice, and events in an impossible order.
    """
    after: dict[tuple[type[Record], int], dict[str, Value]] = {}
    before: dict[tuple[type[Record], int], Record] = {}
    for record, column, value in cells:
        subject = (type(record), record.id)
        present = tables.get(type(record), record.id)
        if present is None:
            raise Refused("这一行已被删除")
        before[subject] = present
        after.setdefault(subject, {})[column] = value
    for subject, values in list(after.items()):
        for follower, column, value in _followers(tables, before[subject], values):
            place = (type(follower), follower.id)
            before.setdefault(place, follower)
            after.setdefault(place, {}).setdefault(column, value)
    changes = []
    for subject, values in after.items():
        changed = dataclasses.replace(before[subject], **values)  # type: ignore[arg-type]
        if changed != before[subject]:
            changes.append(Change(before[subject], changed))
    changes += [Change(None, row) for row in new]
    refuse_unfit(tables, changes)
    return tuple(changes)


def new_record(tables: Tables, cls: type[R], given: Mapping[str, object]) -> R:
    """A new record from what was typed. Refuses one that does not fit among those of the book."""
    new = parse_record(cls, given)
    refuse_unfit(tables, [Change(None, new)])
    return new


def parse_record(cls: type[R], given: Mapping[str, object]) -> R:
    """A new record from what was typed; required columns must be there."""
    values = {column.name: parse_cell(cls, column.name, given.get(column.name)) for column in cls.table.columns
              if column.required or column.name in given}  # fmt: skip
    return cls(**values)


def _followers(tables: Tables, record: Record, values: Mapping[str, Value]) -> Iterator[tuple[Record, str, Value]]:
    """The cells that name a unit's code, or an SOE's credit code, that is being changed."""
    if isinstance(record, Unit):
        code = record.code
        if values.get("code", code) != code and len(tables.find(Unit, ("code",), (code,))) == 1:
            for cls, column in REFERENCES:
                for row in tables.find(cls, (column,), (code,)):
                    yield row, column, values["code"]
    if isinstance(record, Account) and record.uscc:
        uscc = record.uscc
        if values.get("uscc", uscc) != uscc and len(tables.find(Account, ("uscc",), (uscc,))) == 1:
            for order in tables.find(Purchase, ("buyer",), (uscc,)):
                yield order, "buyer", values["uscc"]


def refuse_unfit(tables: Tables, changes: Sequence[Change]) -> None:
    """Refuses rows that would be counted twice, and events in an order in which they cannot have happened."""
    _refuse_doubles(tables, changes)
    for change in changes:
        wrong = (
            sequence.fault(change.after, sequence.known_units(tables, change.after))
            if change.after is not None
            else None
        )
        # A row that was wrong before may be mended step by step.
        if wrong is not None and (
            change.before is None or sequence.fault(change.before, sequence.known_units(tables, change.before)) is None
        ):
            raise UnfitRow(change.row, Refused("{row}：{reason}", row=row_name(change.row), reason=wrong))


def _refuse_doubles(tables: Tables, changes: Sequence[Change]) -> None:
    """Refuses a second row of one key where it would be counted twice."""
    coming: set[tuple[type[Record], tuple[Value, ...]]] = set()
    going = {(type(change.row), change.row.id) for change in changes}
    for change in changes:
        row = change.after
        if row is None or type(row) not in UNIQUE:
            continue
        if change.before is not None and change.before.key() == row.key():
            continue
        others = [other for other in tables.find(type(row), row.table.key, row.key())
                  if (type(other), other.id) not in going]  # fmt: skip
        if others or (type(row), row.key()) in coming:
            raise UnfitRow(row, Refused("“{table}”中已有 {key} 这一行", table=row.table, key=row_name(row)))
        coming.add((type(row), row.key()))


def dependents(tables: Tables, records: Iterable[Record]) -> tuple[Record, ...]:
    """The rows that name these records by code, except those among them."""
    records = list(records)
    among = {(type(record), record.id) for record in records}
    found: dict[tuple[type[Record], int], Record] = {}
    for record in records:
        named = record.code if isinstance(record, Unit) else record.uscc if isinstance(record, Account) else None
        if named is None:
            continue
        for cls, column in REFERENCES if isinstance(record, Unit) else ((Purchase, "buyer"),):
            for row in tables.find(cls, (column,), (named,)):
                if (type(row), row.id) not in among:
                    found[type(row), row.id] = row
    return tuple(found.values())


def row_name(record: Record, tables: Tables | None = None, lang: str = CHINESE) -> str:
    """What a person calls the row: 410105001 第一小学, or 2024 410105001 第一小学 (the name from `tables`)."""
    if isinstance(record, Unit):
        return " ".join(part for part in (record.code, record.name) if part)
    words = []
    for name in record.table.key:
        kind, value = record.table.column(name).kind, record.cell(name)
        if value is None:
            continue
        words.append(kind.show(value, lang) if isinstance(kind, DeclaredName | Choice) else plain(value))
        units = (
            tables.find(Unit, ("code",), (value,))
            if tables is not None and type(kind) is Reference and kind.table == "unit"
            else ()
        )
        words += [unit.name for unit in units if unit.name][:1]
    return " ".join(words)


def step_text(line: JournalLine | Entry, lang: str = CHINESE, *, redone: bool = False) -> str:
    """A step in words: 修改 101003 第一小学 预留份额; `redone` where what it undoes was an undo itself."""
    setting = Setting.table.column("name").kind
    about = [setting.show(word, lang) for word in line.about] if line.name == "setting" else line.about
    words = [translated(word, lang) for word in about]
    blanks = [""] * 2
    count = next((int(word) for word in line.about if word.isdecimal()), None)
    text = translated(NAMES[line.name], lang, count).format(*words, *blanks)
    if not line.undoes:
        return text
    return translated(sentence("重做：{step}") if redone else sentence("撤销：{step}"), lang).format(step=text)
