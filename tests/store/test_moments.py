"""Reading while others write, and writing to a disk that fails at the last moment: one moment, and the truth."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.books import HOME, book, clock, opened
from zhengzhou_desk.common import atomic_file
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.protected_files import refuse_protected
from zhengzhou_desk.records import CLASSES, Filing, Unit
from zhengzhou_desk.services import editing, exports
from zhengzhou_desk.services.desk import Desk
from zhengzhou_desk.store import book_file
from zhengzhou_desk.store import digest as content
from zhengzhou_desk.store.backup import automatic, back_up, verified
from zhengzhou_desk.store.checkup import checkup
from zhengzhou_desk.store.io_errors import Damaged
from zhengzhou_desk.store.rows import stored_row
from zhengzhou_desk.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable


# Each entry changes two tables, so that a mixture of two moments shows.
_BOTH = """
import sys, datetime, pathlib, dataclasses
sys.path.insert(0, sys.argv[1])
from zhengzhou_desk.services.desk import Desk
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.records import Change, Entry, Filing, Unit
now = lambda: datetime.datetime(2024, 4, 1)
with Desk.opened(pathlib.Path(sys.argv[2]), clock=now, who="x") as desk:
    print("ready", flush=True)
    for number in range(1, 100_000):
        rows = (desk.rows(Unit)[0], desk.rows(Filing)[0])
        after = (dataclasses.replace(rows[0], note=str(number)), dataclasses.replace(rows[1], reserve=number))
        try:
            desk.apply(Entry("paste", tuple(map(Change, rows, after)), ("2",)))
        except Refused:
            pass
"""


def held(store: Store) -> str:
    """The digest of what was read."""
    digest = 0
    for cls in CLASSES:
        for row in store.tables.all(cls):
            digest ^= content.of_row(cls.table.name, stored_row(row))
    return content.as_text(digest)


def test_whoever_reads_beside_a_constant_writer_reads_one_moment(tmp_path: Path) -> None:
    path = book(tmp_path)
    copies = tmp_path / "copies"
    copies.mkdir()
    writer = subprocess.Popen([sys.executable, "-c", _BOTH, str(HOME), str(path)], stdout=subprocess.PIPE, text=True)
    try:
        assert writer.stdout is not None
        writer.stdout.readline()
        for _ in range(15):
            with opened(path, writable=False) as desk:
                unit_, filing_ = desk.rows(Unit)[0], desk.rows(Filing)[0]
                assert held(desk.store) == desk.store.digest()
                assert unit_.note is None or unit_.note == str(filing_.reserve)
                assert desk.store.content_agrees()
            assert [str(check.advice) for check in checkup(path) if check.state not in ("good", "advice")] == []
            verified(path)
            verified(back_up(path, copies, clock()))
    finally:
        writer.kill()
        writer.communicate()


@pytest.mark.parametrize("before", ["unit", "filing", "book_year", "journal", "anchor"])
def test_an_entry_that_comes_between_two_statements_of_a_reader_waits(
    tmp_path: Path, before: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody tries to write at the very moment before the reader turns to a table."""
    path = book(tmp_path)
    outcomes = []
    real = book_file.connect

    class Interrupted:
        def __init__(self, connection: sqlite3.Connection) -> None:
            self._real = connection
            self._done = False

        def __getattr__(self, name: str) -> Any:
            return getattr(self._real, name)

        def execute(self, statement: str, *given: Any) -> Any:
            if f'FROM "{before}"' in statement or f"FROM {before}" in statement:
                self._write()
            return self._real.execute(statement, *given)

        def _write(self) -> None:
            if self._done:
                return
            self._done = True
            with closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as other:
                try:
                    other.execute("BEGIN IMMEDIATE")
                    other.execute("UPDATE unit SET note = 'x'")
                    other.execute("UPDATE anchor SET number = 9, head = 'x'")
                    other.execute("COMMIT")
                    outcomes.append("written")
                except sqlite3.OperationalError as error:
                    outcomes.append(str(error))

    monkeypatch.setattr(book_file, "connect", lambda path, *, writable: Interrupted(real(path, writable=writable)))
    with opened(path, writable=False) as desk:
        assert desk.rows(Unit)[0].note is None
        assert held(desk.store) == desk.store.digest()
    assert outcomes == ["database is locked"]


class Faulty:
    """The connection over a disk that fails while it ends a transaction: before or after the line is written."""

    def __init__(self, real: sqlite3.Connection, *, written: bool, name: str = "SQLITE_IOERR_FSYNC") -> None:
        self._real, self._written, self._name = real, written, name

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)

    def execute(self, statement: str, *given: Any) -> Any:
        if statement != "COMMIT":
            return self._real.execute(statement, *given)
        if self._written:
            self._real.execute(statement)
        error = sqlite3.OperationalError("disk I/O error")
        error.sqlite_errorname = self._name
        raise error


def faulty(store: Store, *, written: bool) -> None:
    store._connection = Faulty(store._connection, written=written)  # type: ignore[assignment]


def test_a_commit_that_fails_after_it_was_written_counts(tmp_path: Path) -> None:
    path = book(tmp_path)
    with opened(path) as desk:
        faulty(desk.store, written=True)
        done = editing.edit(desk, desk.rows(Filing)[0], "reserve", 7)
        assert done is not None
        assert desk.rows(Filing)[0].reserve == 700
        assert desk.undo() is not None
        assert editing.edit(desk, desk.rows(Filing)[0], "reserve", 8) is not None
    verified(path)
    with opened(path, writable=False) as desk:
        assert desk.rows(Filing)[0].reserve == 800


def test_a_commit_that_fails_before_it_was_written_does_not_count(tmp_path: Path) -> None:
    path = book(tmp_path)
    with opened(path) as desk:
        before = desk.rows(Filing)[0]
        faulty(desk.store, written=False)
        with pytest.raises(Refused, match="没有改动"):
            editing.edit(desk, before, "reserve", 7)
        assert desk.rows(Filing)[0] == before
        assert editing.edit(desk, before, "reserve", 8) is not None
    verified(path)


@pytest.mark.parametrize("written", [True, False])
def test_where_nobody_can_tell_nothing_more_is_written_until_it_is_known(
    tmp_path: Path, written: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = book(tmp_path)
    real = book_file.connect

    def broken(path: Path, *, writable: bool) -> sqlite3.Connection:
        raise OSError(5, "Input/output error")

    with opened(path) as desk:
        before = desk.rows(Filing)[0]
        faulty(desk.store, written=written)
        monkeypatch.setattr(book_file, "connect", broken)
        for _ in range(2):
            with pytest.raises(Refused, match="不知道这一步是否已写入"):
                editing.edit(desk, before, "reserve", 7)
        with pytest.raises(Refused):
            desk.journal()
        monkeypatch.setattr(book_file, "connect", real)
        if written:
            for _ in range(2):
                with pytest.raises(Refused, match="上一步其实已写入"):
                    editing.edit(desk, before, "reserve", 8)
        else:
            assert editing.edit(desk, before, "reserve", 8) is not None
    verified(path)
    with opened(path) as desk:
        assert desk.rows(Filing)[0].reserve == (700 if written else 800)


def test_a_disk_that_will_not_confirm_what_is_written_is_not_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = book(tmp_path)

    def refuse(part: Path) -> None:
        raise OSError(5, "Input/output error")

    with opened(path) as desk:
        faulty(desk.store, written=True)
        monkeypatch.setattr(atomic_file, "sync", refuse)
        with pytest.raises(Refused, match="不知道这一步是否已写入"):
            editing.edit(desk, desk.rows(Filing)[0], "reserve", 7)


def refused(job: Callable[[], object]) -> None:
    with pytest.raises(Refused, match="不能被覆盖"):
        job()


def test_what_looks_at_a_book_beside_an_edit_does_not_give_up_its_lock(tmp_path: Path) -> None:
    """POSIX drops all locks of a process on a file when any of its handles is closed."""
    path = book(tmp_path)
    copies = tmp_path / "copies"
    copies.mkdir()
    link = tmp_path / "plain.xlsx"  # the very book, by a name that does not tell it
    link.hardlink_to(path)
    other = (
        "import sqlite3, sys; sqlite3.connect(sys.argv[1], timeout=0, isolation_level=None).execute('BEGIN IMMEDIATE')"
    )
    with opened(path) as desk:
        desk.store._connection.execute("BEGIN IMMEDIATE")
        for job in (
            lambda: back_up(path, copies, clock()),
            lambda: checkup(path),
            desk.store.image,
            lambda: automatic(path, clock()),
            desk.store.content_agrees,
            lambda: refused(lambda: exports.export_book(desk, link)),
            lambda: refused(lambda: refuse_protected(tmp_path / "plain.xlsx.lock")),
            lambda: Desk.opened(path, clock=clock, who="", writable=False).close(),
        ):
            job()
            done = subprocess.run([sys.executable, "-c", other, str(path)], capture_output=True, text=True, check=False)
            assert "database is locked" in done.stderr
        desk.store._connection.execute("ROLLBACK")


def test_a_book_that_is_emptied_after_it_was_looked_at_is_damaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = book(tmp_path)
    real = book_file.connect

    def overtaken(path: Path, *, writable: bool) -> sqlite3.Connection:
        path.write_bytes(b"")
        return real(path, writable=writable)

    monkeypatch.setattr(book_file, "connect", overtaken)
    with pytest.raises(Damaged, match="已损坏"):
        back_up(path, tmp_path, clock())


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are any bytes only there")
def test_a_book_whose_name_is_no_utf_8_is_opened_and_copied(tmp_path: Path) -> None:
    """As a GBK locale names it."""
    folder = tmp_path / os.fsdecode("目录".encode("gbk"))
    folder.mkdir()
    path = book(tmp_path).rename(folder / os.fsdecode("县.zzd".encode("gbk")))
    with opened(path) as desk:
        assert editing.edit(desk, desk.rows(Filing)[0], "reserve", 7) is not None
        assert desk.store.content_agrees()
        assert verified(back_up(path, folder, clock())) == desk.store.digest()


def test_a_disk_that_fails_to_read_once_is_not_damage(tmp_path: Path) -> None:
    """SQLite calls the file malformed where the system could not read it."""
    path = book(tmp_path)

    class Hiccup(Faulty):
        def execute(self, statement: str, *given: Any) -> Any:
            if statement != "BEGIN IMMEDIATE":
                return self._real.execute(statement, *given)
            error = sqlite3.DatabaseError("database disk image is malformed")
            error.sqlite_errorname = "SQLITE_CORRUPT"
            raise error

    with opened(path) as desk:
        real = desk.store._connection
        desk.store._connection = Hiccup(real, written=False)  # type: ignore[assignment]
        with pytest.raises(Refused, match="出错，没有改动"):
            editing.edit(desk, desk.rows(Filing)[0], "reserve", 7)
        desk.store._connection = real
        assert editing.edit(desk, desk.rows(Filing)[0], "reserve", 8) is not None


def test_a_reader_in_the_way_of_a_commit_is_said_and_nothing_is_lost(tmp_path: Path) -> None:
    path = book(tmp_path)
    with opened(path) as desk, closing(sqlite3.connect(path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM unit").fetchone()
        with pytest.raises(Refused, match="正被另一个程序使用"):
            editing.edit(desk, desk.rows(Filing)[0], "reserve", 7)
        reader.execute("ROLLBACK")
        assert editing.edit(desk, desk.rows(Filing)[0], "reserve", 8) is not None
    verified(path)


def test_an_upgrade_that_fails_on_the_disk_says_where_the_old_book_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import shutil

    from zhengzhou_desk.store import migrations

    path = tmp_path / "旧账册.zzd"
    shutil.copy(Path(__file__).parent / "books" / "format_1.zzd", path)

    def fail(*given: object) -> None:
        raise sqlite3.OperationalError("disk I/O error")

    monkeypatch.setattr(migrations, "bring_up_to_date", fail)
    with pytest.raises(Refused, match="另存在 .*_保留.zzd") as caught:
        opened(path)
    assert "没有改动" not in caught.value.text()
    monkeypatch.undo()
    opened(path).close()
