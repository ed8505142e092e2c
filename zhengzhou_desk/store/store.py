"""The book: records in memory, the file beneath them, and the one path by which anything is written."""

from __future__ import annotations

import dataclasses
import json
import os
from contextlib import contextmanager, suppress
from itertools import groupby
from typing import TYPE_CHECKING, TypeAlias

from zhengzhou_desk.calm import without_collector
from zhengzhou_desk.errors import Refused
from zhengzhou_desk.records import BY_NAME, CLASSES, BookYear, Change, Entry, Record
from zhengzhou_desk.records.shelf import Shelf
from zhengzhou_desk.store import content, file, journal, place, schema
from zhengzhou_desk.store.faults import Readonly, damaged, plain_faults
from zhengzhou_desk.store.issued import refuse_retyping
from zhengzhou_desk.store.lock import Lock
from zhengzhou_desk.store.rows import loaded, select, stored
from zhengzhou_desk.store.undoing import inverse_of

if TYPE_CHECKING:
    import datetime
    import sqlite3
    from collections.abc import Callable, Generator, Iterable, Sequence
    from pathlib import Path

    from zhengzhou_desk.store.journal import Writing
    from zhengzhou_desk.store.rows import Row

    Clock = Callable[[], datetime.datetime]

# One statement and the rows it is executed for.
_Run: TypeAlias = "tuple[str, list[Row]]"

# The largest id that a table has ever given; the second look is for a book with a wrong sequence.
_LARGEST = """
    SELECT max(number) FROM (
        SELECT seq AS number FROM sqlite_sequence WHERE name = ? UNION ALL SELECT max(id) FROM "{}"
    )
"""


class Store:
    """A book that is open. Make one with `create` or `opened`; `apply` is the only way to write."""

    def __init__(self, path: Path, connection: sqlite3.Connection, lock: Lock | None, now: Clock, who: str) -> None:
        self.path = path
        self.who = who
        self.shelf = Shelf()
        self._connection = connection
        self._lock = lock
        self.now = now
        with plain_faults(path):
            self._identity = _identity(path)
            self._load()

    # -- life ---------------------------------------------------------------------------

    @classmethod
    def create(cls, path: Path, first: Entry, *, now: Clock, who: str) -> Store:
        """A new book at `path` holding the records of `first`; an existing file is never overwritten.

        The book is built under another name and put in place when it is whole.
        """
        if os.path.lexists(path):
            raise Refused("{path} 已经存在。新建不会覆盖旧文件，请换一个名字", path=path)
        if not path.parent.is_dir():
            raise Refused("没有文件夹 {folder}，请先建立它", folder=path.parent)
        for beside in (path.with_name(path.name + suffix) for suffix in file.SIDE_FILES):
            if beside.exists():
                raise Refused("{beside} 是另一个账册留下的，请先把它移走，或换一个名字", beside=beside)
        lock = Lock(path, who, now())
        part = place.part_of(path)
        try:
            with plain_faults(path):
                _remove(part)
                part.touch(exist_ok=False)
                _build(cls, part, lock, first, now, who)
                place.put(part, path)
                return cls._connected(path, lock, now, who)
        except BaseException:
            with suppress(OSError):
                _remove(part)
            lock.release()
            raise

    @classmethod
    def opened(cls, path: Path, *, now: Clock, who: str, writable: bool = True) -> Store:
        """The book at `path`, examined first, brought to this version's format if it is older.

        Raises Locked or Readonly (both Refused) where it can be read but not written now.
        """
        file.look(path)
        if not writable:
            return cls._connected(path, None, now, who)
        if not os.access(path, os.W_OK):
            raise Readonly("账册 {path} 是只读的，不能修改。请复制到可写的文件夹再打开", path=path)
        lock = Lock(path, who, now())
        try:
            return cls._connected(path, lock, now, who)
        except BaseException:
            lock.release()
            raise

    @classmethod
    def _connected(cls, path: Path, lock: Lock | None, now: Clock, who: str) -> Store:
        with plain_faults(path):
            connection = file.connect(path, writable=lock is not None)
            try:
                version = file.examine(connection, path)
                if lock is not None:
                    file.prepare_to_write(connection, path)
                if version < schema.VERSION:
                    _upgrade(connection, path, now, writable=lock is not None)
                return cls(path, connection, lock, now, who)
            except BaseException:
                connection.close()
                raise

    def close(self) -> None:
        """Closes the file and gives the book free; nothing is left beside it. Closing twice does no harm."""
        lock, self._lock = self._lock, None
        try:
            if lock is not None:
                # DELETE takes the empty -journal away that TRUNCATE leaves; a reader may forbid it.
                with suppress(Exception):
                    self._connection.execute("PRAGMA journal_mode=DELETE").fetchone()
        finally:
            self._connection.close()
            if lock is not None:
                lock.release()

    @property
    def writable(self) -> bool:
        return self._lock is not None

    def _load(self) -> None:
        try:
            with without_collector(stays=True):
                for cls in CLASSES:
                    self.shelf.fill(cls, loaded(cls, self._connection.execute(select(cls))))
        except (ValueError, TypeError):  # a stored value that no program of ours has written
            raise damaged(self.path) from None
        self._next = {}
        for name in BY_NAME:
            used = self._connection.execute(_LARGEST.format(name), (name,)).fetchone()[0]
            self._next[name] = 1 + (used or 0)
        last = self._connection.execute("SELECT number, hash FROM journal ORDER BY number DESC LIMIT 1").fetchone()
        anchor = self._connection.execute("SELECT number, head, content FROM anchor").fetchone()
        if anchor is None or anchor[:2] != (last or (0, journal.GENESIS)):
            raise damaged(self.path)
        self._number: int = anchor[0]
        self._head: str = anchor[1]
        self._content = int(anchor[2], 16)

    # -- writing ------------------------------------------------------------------------

    def apply(self, entry: Entry) -> Entry:
        """Writes an entry whole or not at all; returns it with its number and the new rows' ids.

        Refuses a change whose `before` is not the present row, whose year is closed, or that alters what was issued.
        """
        if self._lock is None:
            raise Readonly("账册 {path} 以只读方式打开，不能修改", path=self.path)
        if not entry.changes:
            raise ValueError("an entry without changes")
        following = dict(self._next)
        changes = tuple([_numbered(change, following) for change in entry.changes])
        self._refuse_stale(changes)
        self._refuse_closed(changes)
        refuse_retyping(self.shelf, entry)
        at = self.now()
        entry = dataclasses.replace(entry, changes=changes, number=self._number + 1, at=at, who=entry.who or self.who)
        with plain_faults(self.path):
            self._write(entry, at)
        self._next = following
        self.shelf.apply(changes)
        return entry

    def _refuse_stale(self, changes: Sequence[Change]) -> None:
        touched: set[tuple[type[Record], int]] = set()
        for change in changes:
            row = change.row
            touched.add((type(row), row.id))
            if self.shelf.get(type(row), row.id) != change.before:
                raise Refused("“{table}”中的这一行已被改动，请看过新的内容再改", table=row.table)
        if len(touched) < len(changes):
            raise ValueError("an entry changes a row twice")

    def _refuse_closed(self, changes: Iterable[Change]) -> None:
        closed = {year.year for year in self.shelf.all(BookYear) if year.closed}
        for change in changes if closed else ():
            for row in (change.before, change.after):
                if row is not None and row.year_of in closed:
                    raise Refused("{year} 年度已结账，只能查看。要改请先重新打开该年度", year=row.year_of)

    def _write(self, entry: Entry, at: datetime.datetime) -> None:
        """The rows, the journal line and the anchor in one transaction."""
        writings = [_writing(change) for change in entry.changes]
        packed = journal.packed(writings)
        stamp = at.isoformat(" ", "seconds")
        head = journal.chain_hash(
            self._head, entry.number, stamp, entry.who, entry.name, entry.about, entry.undoes, packed
        )
        digest = self._content
        for cls, before, after in writings:
            for row in (before, after):
                if row is not None:
                    digest ^= content.of_row(cls.table.name, row)
        about = json.dumps(entry.about, ensure_ascii=False)
        line = (entry.number, stamp, entry.who, entry.name, about, entry.undoes, packed, self._head, head)
        with self._transaction():
            for statement, rows in _runs(writings):
                if self._connection.executemany(statement, rows).rowcount != len(rows):
                    raise damaged(self.path)
            self._connection.execute("INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", line)
            self._connection.execute(
                "UPDATE anchor SET number = ?, head = ?, content = ?", (entry.number, head, content.as_text(digest))
            )
        self._number, self._head, self._content = entry.number, head, digest

    @contextmanager
    def _transaction(self) -> Generator[None, None, None]:
        if self._connection.in_transaction:  # a rollback that the disk refused
            self._connection.execute("ROLLBACK")
        if _identity(self.path) != self._identity:
            raise self._changed_outside()
        # IMMEDIATE, because a deferred BEGIN that becomes a writer later fails without waiting.
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            anchor = self._connection.execute("SELECT number, head FROM anchor").fetchone()
            if anchor != (self._number, self._head):
                raise self._changed_outside()
            yield
            self._connection.execute("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                with suppress(Exception):  # what went wrong first is what counts
                    self._connection.execute("ROLLBACK")
            raise

    def _changed_outside(self) -> Refused:
        return Refused("账册 {path} 已在别处被改动或移走，没有写入。请关闭后重新打开", path=self.path)

    # -- history ------------------------------------------------------------------------

    def lines(self, newest: int | None = None) -> list[journal.Line]:
        """Lines of the journal, newest first; all of them unless `newest` says how many."""
        with plain_faults(self.path):
            rows = self._connection.execute(
                "SELECT * FROM journal ORDER BY number DESC LIMIT ?", (-1 if newest is None else newest,)
            ).fetchall()
        return [journal.Line.of(row) for row in rows]

    def line(self, number: int) -> journal.Line:
        """One line of the journal."""
        with plain_faults(self.path):
            row = self._connection.execute("SELECT * FROM journal WHERE number = ?", (number,)).fetchone()
        if row is None:
            raise Refused("日志中没有第 {number} 号", number=number)
        return journal.Line.of(row)

    @property
    def head(self) -> str:
        """The hash of the journal's last line: it stands for the whole history."""
        return self._head

    def digest(self) -> str:
        """The digest of every row of every table: equal in two books that say the same."""
        return content.as_text(self._content)

    def inverse(self, number: int) -> Entry:
        """The entry that takes line `number` back, or Refused where later changes stand in the way.

        Personal fields are masked in the journal, so they keep what they hold now.
        """
        return inverse_of(self.line(number), self.shelf)


def _identity(path: Path) -> tuple[int, int]:
    status = path.stat()
    return status.st_dev, status.st_ino


def _remove(part: Path) -> None:
    for beside in (part, *(part.with_name(part.name + suffix) for suffix in file.SIDE_FILES)):
        beside.unlink(missing_ok=True)


def _build(cls: type[Store], part: Path, lock: Lock, first: Entry, now: Clock, who: str) -> None:
    """A whole book in the empty file `part`."""
    from zhengzhou_desk.store import migrations  # noqa: PLC0415 - sqlite_utils costs 0.15 s, for new books only

    connection = file.connect(part, writable=True)
    try:
        file.prepare_to_write(connection, part)
        migrations.bring_up_to_date(connection)
        cls(part, connection, lock, now, who).apply(first)
        connection.execute("PRAGMA journal_mode=DELETE").fetchone()
    finally:
        connection.close()


def _upgrade(connection: sqlite3.Connection, path: Path, now: Clock, *, writable: bool) -> None:
    """Brings an older book to this version, a verified copy of it put beside it first."""
    if not writable:
        raise Refused("账册 {path} 是旧版本格式，须先以可写方式打开一次来升级", path=path)
    from zhengzhou_desk.store import migrations  # noqa: PLC0415 - as above
    from zhengzhou_desk.store.backup import back_up  # noqa: PLC0415 - needed on upgrade only

    back_up(path, path.parent, now(), pinned=True)
    migrations.bring_up_to_date(connection)


def _numbered(change: Change, following: dict[str, int]) -> Change:
    """The change with an id for a row that is new; `following` is each table's next id."""
    before, after = change.before, change.after
    if before is not None and after is not None and (type(before) is not type(after) or before.id != after.id):
        raise ValueError("a change of one row into another")
    if after is None or before is not None:
        return change
    name = after.table.name
    if after.id:
        following[name] = max(following[name], after.id + 1)
        return change
    numbered = dataclasses.replace(after, id=following[name])
    following[name] += 1
    return Change(None, numbered)


def _writing(change: Change) -> Writing:
    before, after = change.before, change.after
    return type(change.row), stored(before) if before else None, stored(after) if after else None


def _runs(writings: Iterable[Writing]) -> Iterable[_Run]:
    """The statements that write the rows, each with as many rows as follow each other in one form."""
    for (cls, form, places), run in groupby(map(_form, writings), key=lambda item: item[0]):
        rows = [row for _, row in run]
        name, columns = cls.table.name, cls.table.columns
        if form == "insert":
            marks = ", ".join("?" * (len(columns) + 1))
            yield f'INSERT INTO "{name}" VALUES ({marks})', rows  # noqa: S608 - our own names
        elif form == "delete":
            yield f'DELETE FROM "{name}" WHERE id = ?', rows  # noqa: S608
        elif places:
            sets = ", ".join(f"{columns[at - 1].name} = ?" for at in places)
            yield f'UPDATE "{name}" SET {sets} WHERE id = ?', rows  # noqa: S608


def _form(writing: Writing) -> tuple[tuple[type[Record], str, tuple[int, ...]], Row]:
    """How one row is written, and with which values."""
    cls, before, after = writing
    if after is None:
        return (cls, "delete", ()), (before or ())[:1]
    if before is None:
        return (cls, "insert", ()), after
    places = tuple([at for at, value in enumerate(after) if before[at] != value])
    return (cls, "update", places), (*[after[at] for at in places], after[0])
