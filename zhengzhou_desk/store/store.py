"""The book: records in memory, the file beneath them, and the one path by which anything is written."""

from __future__ import annotations

import dataclasses
import json
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from zhengzhou_desk.errors import Refused
from zhengzhou_desk.records import BY_NAME, CLASSES, BookYear, Change, Entry, Record
from zhengzhou_desk.records.kinds import Kind
from zhengzhou_desk.records.shelf import Shelf
from zhengzhou_desk.store import journal
from zhengzhou_desk.store.faults import Readonly, plain_faults
from zhengzhou_desk.store.file import connect, examine
from zhengzhou_desk.store.lock import Lock

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Generator, Iterable, Sequence
    from pathlib import Path

    from sqlite_utils import Database

    from zhengzhou_desk.records import Column

    Clock = Callable[[], datetime.datetime]

R = TypeVar("R", bound=Record)


class Store:
    """A book that is open. Make one with `create` or `opened`; `apply` is the only way to write."""

    def __init__(self, path: Path, db: Database, lock: Lock | None, now: Clock, who: str) -> None:
        self.path = path
        self.who = who
        self.shelf = Shelf()
        self._db = db
        self._lock = lock
        self._now = now
        with plain_faults(path):
            self._load()

    # -- life ---------------------------------------------------------------------------

    @classmethod
    def create(cls, path: Path, first: Entry, *, now: Clock, who: str) -> Store:
        """A new book at `path` holding the records of `first`; an existing file is never overwritten."""
        from zhengzhou_desk.store import schema  # noqa: PLC0415 - brings sqlite_utils with it

        if path.exists():
            raise Refused("{path} 已经存在。新建不会覆盖旧文件，请换一个名字", path=path)
        if not path.parent.is_dir():
            raise Refused("没有文件夹 {folder}，请先建立它", folder=path.parent)
        lock = Lock(path, who, now())
        try:
            with plain_faults(path):
                path.touch(exist_ok=False)
                db = connect(path, writable=True)
                schema.migrations.apply(db)
            store = cls(path, db, lock, now, who)
            store.apply(first)
        except BaseException:
            path.unlink(missing_ok=True)
            lock.release()
            raise
        return store

    @classmethod
    def opened(cls, path: Path, *, now: Clock, who: str, writable: bool = True) -> Store:
        """The book at `path`, examined first, brought to this version's format if it is older."""
        from zhengzhou_desk.store import schema  # noqa: PLC0415 - brings sqlite_utils with it

        version = examine(path)
        if version < schema.VERSION and not writable:
            raise Refused("账册 {path} 是旧版本格式，须先以可写方式打开一次来升级", path=path)
        lock = Lock(path, who, now()) if writable else None
        try:
            with plain_faults(path):
                if version < schema.VERSION:
                    from zhengzhou_desk.store.backup import back_up  # noqa: PLC0415 - needed on upgrade only

                    back_up(path, path.parent, now())
                db = connect(path, writable=writable)
                if version < schema.VERSION:
                    schema.migrations.apply(db)
            return cls(path, db, lock, now, who)
        except BaseException:
            if lock is not None:
                lock.release()
            raise

    def close(self) -> None:
        """Closes the file and gives the book free; nothing is left beside it."""
        if self._lock is not None:
            # DELETE takes the empty -journal away that TRUNCATE leaves.
            self._db.execute("PRAGMA journal_mode=DELETE").fetchone()
        self._db.close()
        if self._lock is not None:
            self._lock.release()

    @property
    def writable(self) -> bool:
        return self._lock is not None

    def _load(self) -> None:
        for cls in CLASSES:
            self.shelf.fill(cls, self._read(cls))
        self._next = {name: 1 for name in BY_NAME}
        for name, largest in self._db.execute("SELECT name, seq FROM sqlite_sequence"):
            if name in self._next:
                self._next[name] = largest + 1
        row = self._db.execute("SELECT number, hash FROM journal ORDER BY number DESC LIMIT 1").fetchone()
        self._last_number: int = row[0] if row else 0
        self._head: str = row[1] if row else journal.GENESIS

    def _read(self, cls: type[R]) -> Iterable[R]:
        columns = cls.table.columns
        names = ", ".join(column.name for column in columns)
        rows = self._db.execute(f'SELECT id, {names} FROM "{cls.table.name}" ORDER BY id')  # noqa: S608 - our own names
        make = _maker(cls)
        return [make(row) for row in rows]

    # -- writing ------------------------------------------------------------------------

    def apply(self, entry: Entry) -> Entry:
        """Writes an entry whole or not at all; returns it with its number and the new rows' ids.

        Refuses a change whose `before` is not the present row, or whose year is closed.
        """
        if self._lock is None:
            raise Readonly("账册 {path} 以只读方式打开，不能修改", path=self.path)
        if not entry.changes:
            raise ValueError("an entry without changes")
        changes = tuple(self._numbered(change) for change in entry.changes)
        self._refuse_stale(changes)
        self._refuse_closed(changes)
        at = self._now()
        entry = dataclasses.replace(
            entry, changes=changes, number=self._last_number + 1, at=at, who=entry.who or self.who
        )
        with plain_faults(self.path):
            head = self._write(entry, at)
        self._last_number, self._head = entry.number, head
        for change in changes:
            name = change.row.table.name
            self._next[name] = max(self._next[name], change.row.id + 1)
        self.shelf.apply(changes)
        return entry

    def _numbered(self, change: Change) -> Change:
        """The change with an id for a row that is new."""
        if change.before is None and change.after is not None and change.after.id == 0:
            name = change.after.table.name
            row = self._next[name]
            self._next[name] = row + 1
            return Change(None, dataclasses.replace(change.after, id=row))
        return change

    def _refuse_stale(self, changes: Sequence[Change]) -> None:
        touched: set[tuple[str, int]] = set()
        for change in changes:
            row = change.row
            place = (row.table.name, row.id)
            present = self.shelf.get(type(row), row.id)
            if place in touched:
                raise ValueError(f"an entry changes {place} twice")
            touched.add(place)
            if present != change.before:
                raise Refused("“{table}”中的这一行已被改动，请看过新的内容再改", table=row.table)

    def _refuse_closed(self, changes: Iterable[Change]) -> None:
        closed = {year.year for year in self.shelf.all(BookYear) if year.closed}
        for change in changes if closed else ():
            for row in (change.before, change.after):
                if row is not None and row.year_of in closed:
                    raise Refused("{year} 年度已结账，只能查看。要改请先重新打开该年度", year=row.year_of)

    def _write(self, entry: Entry, at: datetime.datetime) -> str:
        """The rows and the journal line in one transaction; returns the chain's new head."""
        packed = journal.packed(entry.changes)
        stamp = at.isoformat(" ", "seconds")
        head = journal.chain_hash(
            self._head, entry.number, stamp, entry.who, entry.name, entry.about, entry.undoes, packed
        )
        with self._transaction():
            for change in entry.changes:
                self._write_row(change)
            self._db.execute(
                "INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    entry.number, stamp, entry.who, entry.name, json.dumps(entry.about, ensure_ascii=False),
                    entry.undoes, packed, self._head, head,
                ),
            )  # fmt: skip
        return head

    @contextmanager
    def _transaction(self) -> Generator[None, None, None]:
        # IMMEDIATE, because a deferred BEGIN that becomes a writer later fails without waiting.
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._db.execute("COMMIT")
        except BaseException:
            if self._db.conn.in_transaction:
                self._db.execute("ROLLBACK")
            raise

    def _write_row(self, change: Change) -> None:
        name = change.row.table.name
        columns = change.row.table.columns
        execute = self._db.conn.execute
        if change.after is None:
            execute(f'DELETE FROM "{name}" WHERE id = ?', (change.row.id,))  # noqa: S608 - our own names
        elif change.before is None:
            after = change.after
            marks = ", ".join("?" * (len(columns) + 1))
            values = [column.kind.to_sql(after.cell(column.name)) for column in columns]
            execute(f'INSERT INTO "{name}" VALUES ({marks})', (after.id, *values))  # noqa: S608
        else:
            before, after = change.before, change.after
            differing = [c for c in columns if before.cell(c.name) != after.cell(c.name)]
            if differing:
                sets = ", ".join(f"{column.name} = ?" for column in differing)
                values = [column.kind.to_sql(after.cell(column.name)) for column in differing]
                execute(f'UPDATE "{name}" SET {sets} WHERE id = ?', (*values, after.id))  # noqa: S608

    # -- history ------------------------------------------------------------------------

    def lines(self, newest: int | None = None) -> list[journal.Line]:
        """Lines of the journal, newest first; all of them unless `newest` says how many."""
        query = "SELECT * FROM journal ORDER BY number DESC" + (" LIMIT ?" if newest is not None else "")
        with plain_faults(self.path):
            rows = self._db.execute(query, () if newest is None else (newest,)).fetchall()
        return [journal.Line(r[0], r[1], r[2], r[3], tuple(json.loads(r[4])), *r[5:]) for r in rows]

    def line(self, number: int) -> journal.Line:
        with plain_faults(self.path):
            row = self._db.execute("SELECT * FROM journal WHERE number = ?", (number,)).fetchone()
        if row is None:
            raise Refused("日志中没有第 {number} 号", number=number)
        return journal.Line(row[0], row[1], row[2], row[3], tuple(json.loads(row[4])), *row[5:])

    @property
    def head(self) -> str:
        """The hash of the journal's last line: it stands for the whole history."""
        return self._head

    def inverse(self, number: int) -> Entry:
        """The entry that takes line `number` back, or Refused where later changes stand in the way.

        Personal fields are masked in the journal, so they keep what they hold now.
        """
        line = self.line(number)
        changes = tuple(self._inverse(trace) for trace in reversed(line.traces()))
        return Entry(line.name, changes, line.about, undoes=number)

    def _inverse(self, trace: journal.Trace) -> Change:
        cls = BY_NAME[trace.table]
        present = self.shelf.get(cls, trace.id)
        if trace.after is None:
            if present is not None:
                raise _overtaken(cls)
            return Change(None, journal.record_of(trace.table, trace.id, trace.before or {}))
        if present is None or not _holds(present, trace.after):
            raise _overtaken(cls)
        if trace.before is None:
            return Change(present, None)
        kinds = {column.name: column.kind for column in cls.table.columns}
        values = {
            name: kinds[name].from_sql(stored) for name, stored in trace.before.items() if stored != journal.MASK
        }
        return Change(present, dataclasses.replace(present, **values))  # type: ignore[arg-type]


def _holds(record: Record, stored: dict[str, journal.Stored]) -> bool:
    """Whether the record's present values are those a journal line left behind."""
    columns = {column.name: column for column in record.table.columns}
    return all(
        value == journal.MASK or columns[name].kind.to_sql(record.cell(name)) == value
        for name, value in stored.items()
    )


def _overtaken(cls: type[Record]) -> Refused:
    return Refused("“{table}”中的行后来又改过，不能直接撤回。请先撤回后来的改动，或直接修改", table=cls.table)


def _maker(cls: type[R]) -> Callable[[tuple[object, ...]], R]:
    """A function from a stored row to a record; columns kept as they are stored cost nothing extra."""
    names = ["id", *(column.name for column in cls.table.columns)]
    readers = [(index + 1, column.kind.from_sql) for index, column in enumerate(cls.table.columns) if _converts(column)]

    def make(row: tuple[object, ...]) -> R:
        values = list(row)
        for index, read in readers:
            if values[index] is not None:
                values[index] = read(values[index])  # type: ignore[arg-type]
        return cls(**dict(zip(names, values, strict=True)))  # type: ignore[arg-type]

    return make


def _converts(column: Column) -> bool:
    return type(column.kind).from_sql is not Kind.from_sql
