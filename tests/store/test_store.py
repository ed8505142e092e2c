"""The book: written whole or not at all, refused in plain words, never lost."""

from __future__ import annotations

import dataclasses
import os
import shutil
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

from tests.books import HOME, book, clock, filing, opened, unit
from tests.systems import posix
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.records import BookYear, Change, Entry, Filing, Unit
from zhengzhou_desk.services import editing, years
from zhengzhou_desk.services.desk import Desk
from zhengzhou_desk.store.backup import verified
from zhengzhou_desk.store.checkup import checkup
from zhengzhou_desk.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable


# -- writing -----------------------------------------------------------------------------------


def test_a_unit_s_code_is_held_once_for_the_whole_book(tmp_path: Path) -> None:
    """A hundred thousand units with three years of filings hold a hundred thousand codes and not half a million."""
    with opened(book(tmp_path)) as desk:
        codes = {row.code: row.code for row in desk.tables.all(Unit)}
        rows = [row for row in desk.tables.all(Filing) if row.unit in codes]
        assert rows
        assert all(row.unit is codes[row.unit] for row in rows)


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


@pytest.mark.parametrize("more", [0, 1])
@pytest.mark.parametrize("first", [False, True])
def test_a_book_overwritten_in_place_by_another_of_the_same_length_is_not_written(
    tmp_path: Path, more: int, *, first: bool
) -> None:
    """Its number of steps, its size and SQLite's count of changes are all the same: only its content tells."""
    twins = []
    for name, reserve in (("一", 1), ("二", 2)):
        folder = tmp_path / name
        folder.mkdir()
        with opened(book(folder)) as desk:
            for number in range(3 + (more if name == "二" else 0)):
                editing.edit(desk, desk.rows(Filing)[0], "reserve", reserve + 10 * number)
        twins.append(desk.path)
    mine, other = twins
    with opened(mine) as desk:
        if first:
            editing.edit(desk, desk.rows(Filing)[0], "reserve", 5)
            with opened(other) as theirs:
                editing.edit(theirs, theirs.rows(Filing)[0], "reserve", 6)
        foreign = other.read_bytes()
        with mine.open("r+b") as file:
            file.write(foreign)
            file.truncate()
        for _ in range(2):
            with pytest.raises(Refused, match="已在别处被改动或移走，没有写入"):
                editing.edit(desk, desk.rows(Filing)[0], "reserve", 7)
        assert mine.read_bytes() == foreign
    assert mine.read_bytes() == foreign, "closing writes nothing either"
    with opened(mine) as desk:
        assert desk.rows(Filing)[0].reserve == opened_reserve(other)


def opened_reserve(path: Path) -> int | None:
    with opened(path) as desk:
        return desk.rows(Filing)[0].reserve


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
    writer.kill()
    said = [int(line) for line in writer.stdout.read().split()]
    writer.wait()
    writer.stdout.close()
    with opened(path) as desk:
        reserve = desk.rows(Filing)[0].reserve
        assert reserve is not None
        assert reserve // 100 >= max(said, default=1)
    assert all(check.ok for check in checkup(path))


@posix
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


def test_an_entry_that_says_two_things_of_one_row_is_a_defect_and_writes_nothing(tmp_path: Path) -> None:
    with opened(book(tmp_path)) as desk:
        row = desk.rows(Filing)[0]
        twice = tuple(Change(row, dataclasses.replace(row, reserve=fen)) for fen in (1, 2))
        other = Change(row, dataclasses.replace(row, id=row.id + 1))
        digest = desk.store.digest()
        for changes, says in ((twice, "twice"), ((other,), "one row into another"), ((), "without changes")):
            with pytest.raises(ValueError, match=says):
                desk.store.apply(Entry("edit", changes, ("x", "y")))
        assert desk.store.digest() == digest
        with pytest.raises(Refused, match="日志中没有第 999 号"):
            desk.store.line(999)


def test_a_new_book_does_not_begin_beside_what_another_left(tmp_path: Path) -> None:
    path = tmp_path / "a.zzd"
    (tmp_path / "a.zzd-journal").write_bytes(b"x")
    with pytest.raises(Refused, match="另一个账册留下的"):
        Desk.new(path, region="410105", bureau="局", year=2024, clock=clock, who="")
    assert (tmp_path / "a.zzd-journal").read_bytes() == b"x"
    with pytest.raises(Refused, match="没有文件夹"):
        Desk.new(tmp_path / "没有" / "a.zzd", region="410105", bureau="局", year=2024, clock=clock, who="")
