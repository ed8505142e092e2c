"""The book: written whole or not at all, refused in plain words, never lost."""

from __future__ import annotations

import dataclasses
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from tests.books import clock, filing, new_desk, unit
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.records import Account, BookYear, Change, Entry, Filing, Record, Spending, Unit
from zhengzhou_desk.services import editing, years
from zhengzhou_desk.services.desk import Desk
from zhengzhou_desk.store import schema
from zhengzhou_desk.store.backup import back_up, backups, superseded, verified
from zhengzhou_desk.store.checkup import checkup
from zhengzhou_desk.store.lock import Locked
from zhengzhou_desk.store.restore import restore
from zhengzhou_desk.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable

HOME = Path(__file__).resolve().parents[2]


def book(folder: Path, *rows: Record) -> Path:
    folder.mkdir(exist_ok=True)
    with new_desk(folder, *(rows or (unit(), filing()))) as desk:
        return desk.path


def opened(path: Path, **more: Any) -> Desk:
    return Desk.opened(path, clock=clock, who="王", **more)


# -- writing -----------------------------------------------------------------------------------


def test_an_edit_is_there_when_the_book_is_opened_again(tmp_path: Path) -> None:
    path = book(tmp_path)
    with opened(path) as desk:
        editing.edit(desk, desk.rows(Filing)[0], "reserve", "8.1万元")
    with opened(path, writable=False) as desk:
        assert desk.rows(Filing)[0].reserve == 8_100_000


def test_a_stale_change_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    with opened(book(tmp_path)) as desk:
        row = desk.rows(Filing)[0]
        editing.edit(desk, row, "reserve", 1)
        head, digest = desk.store.head, desk.store.digest()
        with pytest.raises(Refused, match="已被改动"):
            desk.apply(Entry("edit", (Change(row, dataclasses.replace(row, reserve=2)),), ("x", "y")))
        assert (desk.store.head, desk.store.digest()) == (head, digest)


def test_a_closed_year_is_read_only(tmp_path: Path) -> None:
    with opened(book(tmp_path)) as desk:
        years.close_year(desk, 2024)
        with pytest.raises(Refused, match="已结账"):
            editing.edit(desk, desk.rows(Filing)[0], "reserve", 1)
        years.close_year(desk, 2024, closed=False)
        assert editing.edit(desk, desk.rows(Filing)[0], "reserve", 1) is not None


def test_no_row_leaves_or_enters_a_closed_year(tmp_path: Path) -> None:
    rows = (unit(), unit("101004", "第二小学"), filing(year=2023), filing("101004"))
    with opened(book(tmp_path, *rows)) as desk:
        years.close_year(desk, 2023)
        old, present = desk.tables.all(Filing)
        head, digest = desk.store.head, desk.store.digest()
        steps: tuple[Callable[[], object], ...] = (
            lambda: editing.remove(desk, [old]),
            lambda: editing.edit(desk, old, "year", 2022),
            lambda: editing.edit(desk, present, "year", 2023),
            lambda: editing.add(desk, Filing, {"year": 2023, "unit": "101009"}),
        )
        for step in steps:
            with pytest.raises(Refused, match="2023 年度已结账"):
                step()
        assert (desk.store.head, desk.store.digest()) == (head, digest)
        assert list(desk.tables.all(Filing)) == [old, present]


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps an open file from being replaced")
def test_a_book_replaced_under_an_open_desk_is_not_written(tmp_path: Path) -> None:
    """Somebody copies the book of the same name from a stick over the one that is open."""
    path = book(tmp_path)
    twin = tmp_path / "stick.zzd"
    shutil.copy(path, twin)
    with opened(path) as desk:
        whole = twin.read_bytes()
        twin.replace(path)
        for _ in range(2):
            with pytest.raises(Refused, match="已在别处被改动或移走，没有写入"):
                editing.edit(desk, desk.rows(Filing)[0], "reserve", 1)
        assert desk.rows(Filing)[0].reserve == 8_000_000
        assert path.read_bytes() == whole
    with opened(path) as desk:
        assert desk.rows(Filing)[0].reserve == 8_000_000


def test_an_older_copy_written_over_an_open_book_is_not_written_on(tmp_path: Path) -> None:
    """As before, but the copy keeps the file and changes only what is in it."""
    path = book(tmp_path)
    older = path.read_bytes()
    with opened(path) as desk:
        editing.edit(desk, desk.rows(Filing)[0], "reserve", 1)
        path.write_bytes(older)
        with pytest.raises(Refused):
            editing.edit(desk, desk.rows(Filing)[0], "reserve", 2)
        assert desk.rows(Filing)[0].reserve == 100
    with opened(path) as desk:
        assert desk.rows(Filing)[0].reserve == 8_000_000
    assert all(check.ok for check in checkup(path))


def test_the_journal_is_append_only_and_chained(tmp_path: Path) -> None:
    path = book(tmp_path)
    connection = sqlite3.connect(path)
    for statement in ("UPDATE journal SET who = 'x'", "DELETE FROM journal"):
        with pytest.raises(sqlite3.DatabaseError):
            connection.execute(statement)
        connection.rollback()
    connection.close()
    with opened(path, writable=False) as desk:
        lines = desk.journal()
        assert all(line.computed_hash() == line.hash for line in lines)
        assert [line.previous for line in lines[:-1]] == [line.hash for line in lines[1:]]


def test_undo_is_a_new_line_and_restores_the_content(tmp_path: Path) -> None:
    with opened(book(tmp_path)) as desk:
        before, count = desk.store.digest(), len(desk.journal())
        editing.edit(desk, desk.rows(Filing)[0], "reserve", 1)
        desk.undo()
        assert desk.store.digest() == before
        assert len(desk.journal()) == count + 2
        desk.redo()
        assert desk.rows(Filing)[0].reserve == 100


def test_one_line_back_or_the_reason_why_not(tmp_path: Path) -> None:
    with opened(book(tmp_path)) as desk:
        first = editing.edit(desk, desk.rows(Filing)[0], "reserve", 1)
        second = editing.edit(desk, desk.rows(Filing)[0], "reserve", 2)
        assert first is not None
        assert second is not None
        with pytest.raises(Refused):
            editing.undo_line(desk, first.number)
        editing.undo_line(desk, second.number)
        assert desk.rows(Filing)[0].reserve == 100


def test_personal_fields_are_masked_in_the_journal(tmp_path: Path) -> None:
    path = book(tmp_path, unit(contact="张三", phone="13900001234"))
    with opened(path, writable=False) as desk:
        said = str([line.traces() for line in desk.journal()])
    assert "13900001234" not in said
    assert "张三" not in said


@pytest.mark.parametrize("nth", range(1, 7))
def test_a_fault_at_any_statement_leaves_the_book_as_it_was(
    tmp_path: Path, nth: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The nth statement of an edit fails as a dying disk would have it."""
    path = book(tmp_path)
    with opened(path) as desk:
        before = desk.store.digest()
        real = desk.store._connection
        calls = 0

        class Failing:
            def __getattr__(self, name: str) -> Any:
                found = getattr(real, name)
                if name not in ("execute", "executemany"):
                    return found

                def run(statement: str, *given: Any) -> Any:
                    nonlocal calls
                    calls += 1
                    if calls == nth and not statement.startswith("ROLLBACK"):
                        error = sqlite3.OperationalError("disk I/O error")
                        error.sqlite_errorcode = sqlite3.SQLITE_IOERR_WRITE
                        error.sqlite_errorname = "SQLITE_IOERR_WRITE"
                        raise error
                    return found(statement, *given)

                return run

        monkeypatch.setattr(desk.store, "_connection", Failing())
        row = desk.rows(Filing)[0]
        try:
            editing.edit(desk, row, "reserve", 1)
        except Refused:
            assert desk.rows(Filing)[0] == row
        nth = 0  # the disk is well again
        assert editing.edit(desk, desk.rows(Filing)[0], "reserve", 7) is not None
    assert verified(path) != before
    with opened(path, writable=False) as desk:
        assert desk.rows(Filing)[0].reserve == 700


_WRITER = """
import sys, datetime, pathlib
sys.path.insert(0, sys.argv[1])
from zhengzhou_desk.records import Filing
from zhengzhou_desk.services import editing
from zhengzhou_desk.services.desk import Desk
now = lambda: datetime.datetime(2024, 4, 1)
with Desk.opened(pathlib.Path(sys.argv[2]), clock=now, who="x") as desk:
    for number in range(1, 100_000):
        editing.edit(desk, desk.rows(Filing)[0], "reserve", number)
        print(number, flush=True)
"""


@pytest.mark.parametrize("milliseconds", range(0, 60, 6))
def test_a_killed_program_loses_nothing_it_said_was_saved(tmp_path: Path, milliseconds: int) -> None:
    path = book(tmp_path)
    writer = subprocess.Popen([sys.executable, "-c", _WRITER, str(HOME), str(path)], stdout=subprocess.PIPE, text=True)
    assert writer.stdout is not None
    assert writer.stdout.readline() == "1\n", "the writer writes"
    time.sleep(milliseconds / 1000)
    writer.send_signal(signal.SIGKILL)
    said = [int(line) for line in writer.stdout.read().split()]
    writer.wait()
    writer.stdout.close()
    with opened(path) as desk:
        reserve = desk.rows(Filing)[0].reserve
        assert reserve is not None
        assert reserve // 100 >= max(said, default=1)
    assert all(check.ok for check in checkup(path))


# -- opening --------------------------------------------------------------------------------------


def test_a_second_writer_is_told_who_has_the_book(tmp_path: Path) -> None:
    path = book(tmp_path)
    with opened(path):
        with pytest.raises(Locked, match="王"):
            opened(path)
        with opened(path, writable=False) as reader:
            assert not reader.writable
            with pytest.raises(Refused, match="只读"):
                editing.edit(reader, reader.rows(Filing)[0], "reserve", 1)


def test_new_never_overwrites(tmp_path: Path) -> None:
    path = book(tmp_path)
    content = path.read_bytes()
    with pytest.raises(Refused, match="已经存在"):
        Desk.new(path, region="410105", bureau="局", year=2024, clock=clock, who="")
    assert path.read_bytes() == content


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"", "空文件"), (b"hello", "不是郑采台账"), (b"SQLite format 3\x00" + bytes(100), "不是郑采台账")],
)
def test_what_is_no_book_is_said_plainly(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "x.zzd"
    path.write_bytes(content)
    with pytest.raises(Refused, match=words):
        opened(path)
    assert path.read_bytes() == content


def test_a_newer_or_tampered_book_is_refused(tmp_path: Path) -> None:
    path = book(tmp_path)
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    connection.close()
    with pytest.raises(Refused, match="更新的版本"):
        opened(path)
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {schema.VERSION}")
    connection.execute("CREATE TRIGGER half AFTER INSERT ON filing BEGIN UPDATE filing SET reserve = reserve / 2; END")
    connection.commit()
    connection.close()
    with pytest.raises(Refused):
        opened(path)


def test_a_book_of_the_first_format_is_brought_up_to_date_and_a_copy_of_it_stays(tmp_path: Path) -> None:
    path = tmp_path / "旧账册.zzd"
    shutil.copy(Path(__file__).parent / "books" / "format_1.zzd", path)
    with pytest.raises(Refused, match="先以可写方式打开一次"):
        opened(path, writable=False)
    with opened(path) as desk:
        account = desk.rows(Account)[0]
        assert (account.note, account.regulator) == ("x", None)
        editing.edit(desk, account, "regulator", "区国资局")
        desk.undo()
        editing.undo_line(desk, 3)
        assert desk.rows(Account)[0].note is None
        editing.edit(desk, desk.rows(Spending)[0], "funds", "5万元")
    assert all(check.ok for check in checkup(path))
    (copy,) = backups(tmp_path, path)
    assert copy.pinned
    assert verified(copy.path) == verified(Path(__file__).parent / "books" / "format_1.zzd")


def test_a_truncated_book_is_refused_at_every_page(tmp_path: Path) -> None:
    path = book(tmp_path)
    whole = path.read_bytes()
    for size in range(4096, len(whole), 4096):
        path.write_bytes(whole[:size])
        with pytest.raises(Refused):
            opened(path).close()


def test_a_byte_changed_anywhere_in_the_content_is_found(tmp_path: Path) -> None:
    path = book(tmp_path)
    whole = path.read_bytes()
    row = "第一小学".encode()
    at = whole.index(row)
    path.write_bytes(whole[:at] + "第二小学".encode() + whole[at + len(row) :])
    checks = checkup(path)
    assert not all(check.ok for check in checks)
    for place in range(100, len(whole), max(1, len(whole) // 150)):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        try:
            for check in checkup(path):
                assert check.title.text("en")
        except Refused:
            continue


# -- copies ------------------------------------------------------------------------------------------


def test_a_backup_is_verified_and_restored_even_beside_a_stale_journal(tmp_path: Path) -> None:
    path = book(tmp_path)
    copy = back_up(path, tmp_path, clock())
    digest = verified(copy)
    with opened(path) as desk:
        editing.edit(desk, desk.rows(Filing)[0], "reserve", 1)
    path.with_name(path.name + "-journal").write_bytes(b"\xd9\xd5\x05\xf9 \xa1c\xd7" + bytes(500))
    kept = restore(path, copy, clock(), who="王")
    assert kept is not None
    assert kept.exists()
    assert verified(path) == digest
    with opened(path) as desk:
        assert desk.rows(Filing)[0].reserve == 8_000_000


def test_a_damaged_backup_is_not_put_in_place(tmp_path: Path) -> None:
    path = book(tmp_path)
    copy = back_up(path, tmp_path, clock())
    damaged = copy.read_bytes().replace("第一小学".encode(), "第九小学".encode())
    copy.write_bytes(damaged)
    before = path.read_bytes()
    with pytest.raises(Refused):
        restore(path, copy, clock(), who="王")
    assert path.read_bytes() == before


def test_old_backups_are_thinned_and_pinned_ones_stay(tmp_path: Path) -> None:
    path = tmp_path / "账.zzd"
    for month in range(1, 13):
        for day in range(1, 29):
            tmp_path.joinpath(f"账_2024{month:02d}{day:02d}-1200.zzd").touch()
    tmp_path.joinpath("账_20240101-1300_保留.zzd").touch()
    copies = backups(tmp_path, path)
    gone = superseded(copies)
    left = {copy.path.name for copy in copies} - {copy.path.name for copy in gone}
    assert "账_20240101-1300_保留.zzd" in left
    assert "账_20241228-1200.zzd" in left
    assert 12 <= len(left) <= 32


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_read_only_folder(tmp_path: Path) -> None:
    path = book(tmp_path)
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(Refused):
            opened(path)
        with opened(path, writable=False) as desk:
            assert desk.rows(Unit)
    finally:
        tmp_path.chmod(0o700)


def test_disk_full_says_so_and_loses_nothing(tmp_path: Path) -> None:
    """A file may grow no further, as on a full disk: the edit is refused, what was there stays readable."""
    path = book(tmp_path)
    script = (
        "import resource, signal, sys, pathlib, datetime\n"
        f"sys.path.insert(0, {str(HOME)!r})\n"
        "from zhengzhou_desk.services.desk import Desk\n"
        "from zhengzhou_desk.common.errors import Refused\n"
        "from zhengzhou_desk.records import Change, Entry, Unit\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "path = pathlib.Path(sys.argv[1])\n"
        "with Desk.opened(path, clock=lambda: datetime.datetime(2024, 4, 1), who='x') as desk:\n"
        "    before = desk.store.digest()\n"
        "    size = path.stat().st_size\n"
        "    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))\n"
        "    rows = tuple(Change(None, Unit(code=f'2{n:05d}', name='很长的单位名称' * 10)) for n in range(2000))\n"
        "    try:\n"
        "        desk.apply(Entry('import', rows, ('x',)))\n"
        "    except Refused as refused:\n"
        "        print(refused.text())\n"
        "    assert desk.store.digest() == before and len(desk.rows(Unit)) == 1\n"
    )
    done = subprocess.run([sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()
    assert all(check.ok for check in checkup(path) if "空间" not in check.title.text())


# -- any sequence of steps -----------------------------------------------------------------------------


class Books(RuleBasedStateMachine):
    """A book beside a plain dictionary: after any steps, closing and opening, they say the same."""

    def __init__(self) -> None:
        super().__init__()
        import tempfile

        self.folder = Path(tempfile.mkdtemp(prefix="zzd-test-"))
        self.path = self.folder / "b.zzd"
        first = Entry("new_book", (Change(None, BookYear(year=2024, closed=False)),))
        self.store = Store.create(self.path, first, now=clock, who="x")
        self.model: dict[int, Unit] = {}
        self.done: list[Entry] = []

    @rule(code=st.text("0123456789", min_size=3, max_size=9), name=st.text(max_size=8))
    def add(self, code: str, name: str) -> None:
        name = name.encode("utf-8", "ignore").decode().replace("\x00", "")
        entry = self.store.apply(Entry("add", (Change(None, Unit(code=code, name=name or None)),), ("a", "b")))
        made = entry.changes[0].after
        assert isinstance(made, Unit)
        self.model[made.id] = made
        self.done.append(entry)

    @rule(which=st.integers(0, 50), note=st.text("甲乙丙", max_size=4))
    def edit(self, which: int, note: str) -> None:
        if self.model:
            before = list(self.model.values())[which % len(self.model)]
            after = dataclasses.replace(before, note=note or None)
            if after != before:
                self.done.append(self.store.apply(Entry("edit", (Change(before, after),), ("a", "b"))))
                self.model[before.id] = after

    @rule(which=st.integers(0, 50))
    def remove(self, which: int) -> None:
        if self.model:
            row = list(self.model.values())[which % len(self.model)]
            self.done.append(self.store.apply(Entry("remove", (Change(row, None),), ("a", "b"))))
            del self.model[row.id]

    @rule()
    def undo(self) -> None:
        if self.done:
            entry = self.store.apply(self.done.pop().inverse())
            for change in entry.changes:
                if change.after is None:
                    self.model.pop(change.row.id)
                else:
                    assert isinstance(change.after, Unit)
                    self.model[change.after.id] = change.after

    @rule()
    def reopen(self) -> None:
        self.store.close()
        self.store = Store.opened(self.path, now=clock, who="x")

    @invariant()
    def says_the_same(self) -> None:
        assert {row.id: row for row in self.store.tables.all(Unit)} == self.model

    def teardown(self) -> None:
        self.store.close()
        assert all(check.ok for check in checkup(self.path) if "空间" not in check.title.text())
        shutil.rmtree(self.folder)


TestBooks = Books.TestCase
TestBooks.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)
