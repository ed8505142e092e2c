"""The store: a book's records in memory, its file, and the one path by which anything is written."""

from __future__ import annotations

import dataclasses
import json
import os
import socket
import sqlite3
import threading
import weakref
from contextlib import closing, contextmanager, suppress
from typing import TYPE_CHECKING, Any

from zhengzhou_desk.common import atomic_file, protected_files
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.gc_pause import gc_paused
from zhengzhou_desk.common.messages import sentence
from zhengzhou_desk.records import BY_NAME, CLASSES, Change, Entry, Record
from zhengzhou_desk.records.entry import WITHOUT_CHANGES
from zhengzhou_desk.records.tables import Tables
from zhengzhou_desk.store import book_file, journal, replay, schema
from zhengzhou_desk.store import digest as content
from zhengzhou_desk.store.closed_years import refuse_closed
from zhengzhou_desk.store.inverse import inverse_of
from zhengzhou_desk.store.io_errors import Readonly, damaged, plain_errors
from zhengzhou_desk.store.issued_notices import refuse_retyping
from zhengzhou_desk.store.lock import Holder, Lock
from zhengzhou_desk.store.restore import forget_unfinished
from zhengzhou_desk.store.rows import loaded_records, most_bytes, select, stored_row
from zhengzhou_desk.store.statements import runs_of, writing_of

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Generator, Sequence
    from pathlib import Path

    Clock = Callable[[], datetime.datetime]

# No table has ever given so many ids; from here on SQLite would soon have none left.
_MOST_ROWS = 2**53
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
        self.tables = Tables()
        self._connection = connection
        self._lock = lock
        self.now = now
        # What a program that died has left: whoever had the book open then, or None.
        self.left_by: Holder | None = None
        # The verified copy of the book as it was, where this opening has brought it to this version's format.
        self.kept_before_upgrade: Path | None = None
        # Whether the content is what was written, once somebody has asked; the window asks on another thread.
        self._agrees: bool | None = None
        self._asking = threading.Lock()
        # Number and hash of the line being added, and of one of which it is not known whether it reached the file.
        self._adding: tuple[int, str] | None = None
        self._unsure: tuple[int, str] | None = None
        with plain_errors(path):
            self._identity = protected_files.identity_of(path)
            protected_files.note_opened(self._identity)
            # Called by `close`, or when a store that nobody has closed goes.
            self._no_longer_open = weakref.finalize(self, protected_files.note_closed, self._identity)
            with book_file.one_moment(connection):
                self._load()

    # -- opening and closing ---------------------------------------------------------------------------

    @classmethod
    def create(cls, path: Path, first: Entry, *, now: Clock, who: str) -> Store:
        """A new book at `path` holding the records of `first`; an existing file is never overwritten.

        The book is built under another name and put in place when it is whole.
        """
        if os.path.lexists(path):
            raise Refused("{path} 已经存在。新建不会覆盖旧文件，请换一个名字", path=path)
        if not path.parent.is_dir():
            raise Refused("没有文件夹 {folder}，请先建立它", folder=path.parent)
        for beside in book_file.side_files(path):
            if beside.exists():
                raise Refused("{beside} 是另一个账册留下的，请先把它移走，或换一个名字", beside=beside)
        lock = Lock(path, who, now())
        try:
            with plain_errors(path):
                with atomic_file.draft_in(path.parent, book_file.SIDE_FILES) as draft:
                    _build(cls, draft, lock, first, now, who)
                    atomic_file.put_in_place(draft, path)
                return cls._connected(path, lock, now, who)
        except BaseException:
            lock.release()
            raise

    @classmethod
    def opened(cls, path: Path, *, now: Clock, who: str, writable: bool = True) -> Store:
        """The book at `path`, examined first, brought to this version's format if it is older.

        Raises Locked or Readonly (both Refused) where it can be read but not written now.
        """
        book_file.refuse_foreign_file(path)
        if not writable:
            return cls._connected(path, None, now, who)
        if not os.access(path, os.W_OK):
            raise Readonly(sentence("账册 {path} 是只读的，不能修改。请复制到可写的文件夹再打开"), path=path)
        lock = Lock(path, who, now())
        try:
            return cls._connected(path, lock, now, who)
        except BaseException:
            lock.release()
            raise

    @classmethod
    def _connected(cls, path: Path, lock: Lock | None, now: Clock, who: str) -> Store:
        with plain_errors(path):
            if lock is not None:
                forget_unfinished(path.resolve())
            left_by = _left_by(path, lock)
            connection = book_file.connect(path, writable=lock is not None)
            try:
                if lock is None:
                    return cls._read(path, connection, now, who)
                version = book_file.examine(connection, path)
                book_file.prepare_to_write(connection, path)
                kept = _upgrade(connection, path, now, who) if version < schema.VERSION else None
                store = cls(path, connection, lock, now, who)
                store.left_by, store.kept_before_upgrade = left_by, kept
                return store  # noqa: TRY300 - the connection is closed where this fails
            except BaseException:
                connection.close()
                raise

    @classmethod
    def _read(cls, path: Path, connection: sqlite3.Connection, now: Clock, who: str) -> Store:
        """The book as it is at one moment, whatever another process writes meanwhile."""
        with book_file.one_moment(connection):
            if book_file.examine(connection, path) < schema.VERSION:
                raise Refused("账册 {path} 是旧版本格式，须先以可写方式打开一次来升级", path=path)
            return cls(path, connection, None, now, who)

    def close(self) -> None:
        """Closes the file and releases the lock; no side file is left. Closing twice is allowed."""
        lock, self._lock = self._lock, None
        try:
            if lock is not None:
                # DELETE takes the empty -journal away that TRUNCATE leaves; a reader may forbid it.
                with suppress(Exception):
                    self._connection.execute("PRAGMA journal_mode=DELETE").fetchone()
        finally:
            self._connection.close()
            self._no_longer_open()
            if lock is not None:
                lock.release()

    @property
    def writable(self) -> bool:
        """Whether this program holds the book's lock."""
        return self._lock is not None

    def _load(self) -> None:
        try:
            codes: dict[object, object] = {}
            with gc_paused(stays=True):
                for cls in CLASSES:
                    self._fill(cls, codes)
        except (
            ValueError,
            TypeError,
            OverflowError,
            sqlite3.DataError,
        ):  # a stored value that no program of ours has written
            raise damaged(self.path) from None
        self._next = {name: self._next_id(name) for name in BY_NAME}
        last = self._connection.execute("SELECT number, hash FROM journal ORDER BY number DESC LIMIT 1").fetchone()
        anchor = self._connection.execute("SELECT number, head, content FROM anchor").fetchone()
        if anchor is None or anchor[:2] != (last or (0, journal.GENESIS)):
            raise damaged(self.path)
        self._number: int = anchor[0]
        self._head: str = anchor[1]
        try:
            self._content = int(anchor[2], 16)
        except ValueError:
            raise damaged(self.path) from None

    def _fill(self, cls: type[Record], codes: dict[object, object]) -> None:
        """Loads one table. A text of many megabytes, which no column takes, is no more than refused."""
        usual = self._connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, most_bytes(cls))
        try:
            self.tables.fill(cls, loaded_records(cls, self._connection.execute(select(cls)), codes))
        finally:
            self._connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, usual)

    def _next_id(self, name: str) -> int:
        """The id of the next new row of a table."""
        used = self._connection.execute(_LARGEST.format(name), (name,)).fetchone()[0] or 0
        if not isinstance(used, int) or used > _MOST_ROWS:
            raise damaged(self.path)
        return used + 1

    # -- writing ------------------------------------------------------------------------

    def apply(self, entry: Entry) -> Entry:
        """Writes an entry whole or not at all; returns it with its number and the new rows' ids.

        Refuses a change whose `before` is not the present row, whose year is closed, or that alters what was issued.
        """
        self._refuse_unwritable()
        if not entry.changes and entry.name not in WITHOUT_CHANGES:
            raise ValueError("an entry without changes")
        following = dict(self._next)
        changes = tuple([_numbered(change, following) for change in entry.changes])
        self._refuse_stale(changes)
        refuse_closed(self.tables, changes)
        refuse_retyping(self.tables, entry)
        at = self.now()
        entry = dataclasses.replace(entry, changes=changes, number=self._number + 1, at=at, who=entry.who or self.who)
        with plain_errors(self.path, unchanged=True):
            self._write(entry, at)
        self._next = following
        self.tables.apply(changes)
        return entry

    def content_agrees(self) -> bool:
        """Whether the content is what was written. Checked once, on an image, so that any thread may ask."""
        with self._asking:
            if self._agrees is None:
                with plain_errors(self.path), closing(book_file.in_memory(book_file.image(self.path))) as connection:
                    self._agrees = content.is_unaltered(connection)
            return self._agrees

    @property
    def is_altered(self) -> bool:
        """Whether it is already known that some row was altered outside the program."""
        return self._agrees is False

    def compact(self) -> None:
        """Writes the file anew, so that no page keeps anything that was deleted. The content stays as it is."""
        self._refuse_unwritable()
        if protected_files.identity_of(self.path) != self._identity:
            raise self._changed_outside()
        with plain_errors(self.path, unchanged=True):
            # The new file is built in memory: a temporary one would itself be left behind by a power cut.
            self._connection.execute("PRAGMA temp_store=MEMORY")
            self._connection.execute("VACUUM")

    def image(self) -> bytes:
        """The book's file as it is before the next step."""
        with plain_errors(self.path):
            return book_file.image_of(self._connection)

    def accept(self) -> Entry:
        """Takes the rows as they are for the book's content, after a person has confirmed them.

        A line of the journal says so, with everything that differed from the journal's own account, so that the history
        leads to the present rows again and each of them can be taken back to what it was. Refuses a damaged book.
        """
        self._refuse_unwritable()
        at = self.now()
        with plain_errors(self.path, unchanged=True):
            with self._transaction():
                if (
                    self._connection.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok"
                    or replay.broken_at(self._connection) is not None
                ):
                    raise damaged(self.path)
                digest = content.of_book(self._connection)
                if digest != self._held():
                    raise self._changed_outside()
                traces = replay.differences(self._connection)
                entry = Entry("accept_content", (), (str(len(traces)),), self.who, None, self._number + 1, at)
                line = self._line(entry, at, journal.packed_traces(traces))
                self._add(line, digest)
            self._stands(line, digest)
        with self._asking:
            self._agrees = True
        return entry

    def _held(self) -> int:
        """The digest of the rows in memory."""
        digest = 0
        for cls in CLASSES:
            for row in self.tables.all(cls):
                digest ^= content.of_row(cls.table.name, stored_row(row))
        return digest

    def _refuse_stale(self, changes: Sequence[Change]) -> None:
        touched: set[tuple[type[Record], int]] = set()
        for change in changes:
            row = change.row
            touched.add((type(row), row.id))
            if self.tables.get(type(row), row.id) != change.before:
                raise Refused("“{table}”中的这一行已被改动，请看过新的内容再改", table=row.table)
        if len(touched) < len(changes):
            raise ValueError("an entry changes a row twice")

    def _refuse_unwritable(self) -> None:
        if self._lock is None:
            raise Readonly(sentence("账册 {path} 以只读方式打开，不能修改"), path=self.path)
        if self._unsure is not None:
            with plain_errors(self.path):
                self._compare()

    def _write(self, entry: Entry, at: datetime.datetime) -> None:
        """The rows, the journal line and the anchor in one transaction."""
        writings = [writing_of(change) for change in entry.changes]
        digest = self._content
        for cls, before, after in writings:
            for row in (before, after):
                if row is not None:
                    digest ^= content.of_row(cls.table.name, row)
        line = self._line(entry, at, journal.packed(writings))
        with self._transaction():
            for statement, rows in runs_of(writings):
                if self._connection.executemany(statement, rows).rowcount != len(rows):
                    raise damaged(self.path)
            self._add(line, digest)
        self._stands(line, digest)

    def _line(self, entry: Entry, at: datetime.datetime, packed: bytes) -> journal.JournalLine:
        stamp = at.isoformat(" ", "seconds")
        head = journal.chain_hash(
            self._head, entry.number, stamp, entry.who, entry.name, entry.about, entry.undoes, packed
        )
        return journal.JournalLine(
            entry.number, stamp, entry.who, entry.name, entry.about, entry.undoes, packed, self._head, head
        )

    def _add(self, line: journal.JournalLine, digest: int) -> None:
        """The line at the journal's end, and the anchor to it."""
        self._adding = (line.number, line.hash)
        about = json.dumps(line.about, ensure_ascii=False)
        row = (line.number, line.at, line.who, line.name, about, line.undoes, line.changes, line.previous, line.hash)
        self._connection.execute("INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
        self._connection.execute(
            "UPDATE anchor SET number = ?, head = ?, content = ?", (line.number, line.hash, content.as_text(digest))
        )

    def _stands(self, line: journal.JournalLine, digest: int) -> None:
        self._number, self._head, self._content = line.number, line.hash, digest

    @contextmanager
    def _transaction(self) -> Generator[None, None, None]:
        """One transaction; where it can be ended neither way, the file itself is asked what became of it."""
        if protected_files.identity_of(self.path) != self._identity:
            raise self._changed_outside()
        # The anchor below must come from the file. SQLite keeps its pages as long as the file's count of changes is
        # the one it knows, which another book written over this one may share.
        self._connection.execute("PRAGMA shrink_memory")
        # IMMEDIATE, because a deferred BEGIN that becomes a writer later fails without waiting.
        self._connection.execute("BEGIN IMMEDIATE")
        self._adding = (self._number, self._head)
        ending = False
        try:
            anchor = self._connection.execute("SELECT number, head FROM anchor").fetchone()
            if anchor != self._adding:
                raise self._changed_outside()
            yield
            ending = True
            self._connection.execute("COMMIT")
        except Exception:
            if self._roll_back() and not ending:
                raise
            self._unsure = self._adding
            # Not written: the error is raised. Written: the error is ignored.
            if not self._is_written():
                raise
        except BaseException:
            self._roll_back()
            raise

    def _roll_back(self) -> bool:
        """Rolls back the open transaction; False where the disk refuses even that."""
        try:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
        except sqlite3.Error:
            return False
        return True

    def _is_written(self) -> bool:
        """Whether the unsure line is in the file, which is read again.

        Refuses, and every edit after it, where that fails.

        The old connection is closed first: it may hold pages that never reached the disk, and locks.
        """
        assert self._unsure is not None
        before = (self._number, self._head)
        try:
            self._connection.close()
            self._connection = book_file.connect(self.path, writable=True)
            book_file.prepare_to_write(self._connection, self.path)
            anchor = self._connection.execute("SELECT number, head FROM anchor").fetchone()
            if anchor != before:
                # The disk has refused something: only what it now says it has is called saved.
                rollback_journal = book_file.side_files(self.path)[0]
                for file in (self.path, rollback_journal):
                    if file.exists():
                        atomic_file.sync(file)
        except (sqlite3.Error, OSError, UnicodeDecodeError) as error:
            raise self._not_known() from error
        if anchor not in (self._unsure, before):
            raise self._changed_outside()
        self._unsure = None
        return bool(anchor != before)

    def _not_known(self) -> Refused:
        return Refused(
            "磁盘出错，不知道这一步是否已写入账册 {path}。请检查磁盘，关闭账册后重新打开，再看这一步在不在",
            path=self.path,
        )

    def _compare(self) -> None:
        """Refuses further edits until the file is known not to hold the unsure line, as memory does not."""
        unsure = self._unsure
        if self._is_written():
            self._unsure = unsure
            raise Refused("上一步其实已写入账册 {path}。请关闭账册后重新打开，再接着修改", path=self.path)

    def _changed_outside(self) -> Refused:
        return Refused("账册 {path} 已在别处被改动或移走，没有写入。请关闭后重新打开", path=self.path)

    # -- history ------------------------------------------------------------------------

    def lines(self, newest: int | None = None) -> list[journal.JournalLine]:
        """Lines of the journal, newest first; all of them unless `newest` says how many."""
        with plain_errors(self.path), book_file.one_moment(self._connection):
            rows = self._connection.execute(
                "SELECT * FROM journal ORDER BY number DESC LIMIT ?", (-1 if newest is None else newest,)
            ).fetchall()
        return [self._told(row) for row in rows]

    def line(self, number: int) -> journal.JournalLine:
        """One line of the journal. Refuses a number that the journal does not have."""
        with plain_errors(self.path), book_file.one_moment(self._connection):
            row = self._connection.execute("SELECT * FROM journal WHERE number = ?", (number,)).fetchone()
        if row is None:
            raise Refused("日志中没有第 {number} 号", number=number)
        return self._told(row)

    def _told(self, row: tuple[Any, ...]) -> journal.JournalLine:
        try:
            return journal.JournalLine.of(row)
        except (ValueError, TypeError):  # words that are no words any more
            raise damaged(self.path) from None

    def undoes(self, number: int) -> int | None:
        """The line of the journal that this line undoes, if any."""
        with plain_errors(self.path):
            row = self._connection.execute("SELECT undoes FROM journal WHERE number = ?", (number,)).fetchone()
        return row[0] if row is not None else None

    @property
    def has_history(self) -> bool:
        """Whether anything has been written since the book was made."""
        return self._number > 1

    @property
    def number(self) -> int:
        """The number of the journal's last line."""
        return self._number

    def line_of_head(self, head: str) -> journal.JournalLine | None:
        """The newest line whose hash begins with `head` (lower case), as it was printed on paper; None: none has it."""
        with plain_errors(self.path), book_file.one_moment(self._connection):
            row = self._connection.execute(
                "SELECT * FROM journal WHERE substr(hash, 1, ?) = ? ORDER BY number DESC LIMIT 1", (len(head), head)
            ).fetchone()
        return self._told(row) if row is not None else None

    @property
    def head(self) -> str:
        """The hash of the journal's last line: it stands for the whole history."""
        return self._head

    def next_ids(self) -> dict[str, int]:
        """The id that the next new row of each table is given."""
        return dict(self._next)

    def hash_of(self, number: int) -> str | None:
        """The hash of a line of the journal; None where there is no such line."""
        with plain_errors(self.path), book_file.one_moment(self._connection):
            row = self._connection.execute("SELECT hash FROM journal WHERE number = ?", (number,)).fetchone()
        return row[0] if row is not None else None

    def digest(self) -> str:
        """The digest of every row of every table: equal in two books with the same content."""
        return content.as_text(self._content)

    def inverse(self, number: int) -> Entry:
        """The entry that undoes line `number`. Refuses where later changes stand in the way.

        Personal fields are masked in the journal, so they keep what they hold now.
        """
        return inverse_of(self.line(number), self.tables)


def _left_by(path: Path, lock: Lock | None) -> Holder | None:
    """Who did not come to close the book: the lock file says so, or a journal that has yet to be played back.

    Asked before SQLite plays it back; two looks at the folder, whatever the size of the book.
    """
    if lock is None:
        return None
    if lock.left_by is not None:
        return lock.left_by
    with suppress(OSError):
        if book_file.side_files(path.resolve())[0].stat().st_size:
            return Holder("?", socket.gethostname(), "?")
    return None


def _build(cls: type[Store], draft: Path, lock: Lock, first: Entry, now: Clock, who: str) -> None:
    """A whole book in the empty file `draft`."""
    from zhengzhou_desk.store import migrations

    connection = book_file.connect(draft, writable=True)
    try:
        book_file.prepare_to_write(connection, draft)
        migrations.bring_up_to_date(connection, now(), who)
        cls(draft, connection, lock, now, who).apply(first)
        connection.execute("PRAGMA journal_mode=DELETE").fetchone()
    finally:
        connection.close()


def _upgrade(connection: sqlite3.Connection, path: Path, now: Clock, who: str) -> Path:
    """Brings an older book to this version; returns the verified copy of it that was put beside it first."""
    from zhengzhou_desk.store import migrations
    from zhengzhou_desk.store.backup import back_up

    kept = back_up(path, path.parent, now(), pinned=True)
    try:
        migrations.bring_up_to_date(connection, now(), who)
    except sqlite3.OperationalError as error:
        # Its last step may have reached the disk all the same: what was not done is done at the next opening.
        raise Refused(
            "账册 {path} 升级时磁盘出错，没有做完。请再打开一次；原来的账册另存在 {kept}", path=path, kept=kept
        ) from error
    return kept


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
