"""What can be read of a damaged book: all of a sound one, all pages but the destroyed ones, and nothing else."""

from __future__ import annotations

import dataclasses
import errno
import os
import random
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.books import book, clock, county, filing, new_desk, opened, order, unit
from tests.systems import posix
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.records import CLASSES, Account, Change, Entry, Filing, Purchase, Record, Unit
from zhengzhou_desk.services import editing
from zhengzhou_desk.services.desk import Desk
from zhengzhou_desk.store import book_file, pages
from zhengzhou_desk.store.journal_pages import Heads, heads, journal_of
from zhengzhou_desk.store.salvage import Salvage, salvage

PAGE = 4096


def rows_of(path: Path) -> dict[tuple[str, int], Record]:
    with opened(path, writable=False) as desk:
        return {(cls.table.name, row.id): row for cls in CLASSES for row in desk.tables.all(cls)}


def read(found: Salvage) -> dict[tuple[str, int], Record]:
    return {(table.cls.table.name, row): record for table in found.tables for row, record in table.records.items()}


def destroy(path: Path, *numbers: int, rubbish: random.Random | None = None) -> None:
    content = bytearray(path.read_bytes())
    for number in numbers:
        content[(number - 1) * PAGE : number * PAGE] = rubbish.randbytes(PAGE) if rubbish else bytes(PAGE)
    path.write_bytes(content)


def pages_of(path: Path, table: str) -> list[int]:
    """The pages of a table but its first, as SQLite itself counts them."""
    with closing(sqlite3.connect(path)) as connection:
        if not connection.execute("SELECT sqlite_compileoption_used('ENABLE_DBSTAT_VTAB')").fetchone()[0]:
            pytest.skip("this SQLite does not say which page holds what")
        found = connection.execute(
            "SELECT pageno, pagetype FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY pageno", (table,)
        )
        return [row[0] for row in found]


@pytest.fixture(scope="module")
def big(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three thousand rows, entered in steps that each fit a few pages of the journal."""
    folder = tmp_path_factory.mktemp("big")
    rows: list[Record] = [unit(f"101{number:03d}", f"第{number}小学", phone="0371-1") for number in range(300)]
    rows += [filing(f"101{number:03d}", 800_000 + number) for number in range(300)]
    rows += [order(f"A{number}", f"101{number % 300:03d}", number) for number in range(2_400)]
    with new_desk(folder) as desk:
        for start in range(0, len(rows), 100):
            desk.apply(Entry("paste", tuple(Change(None, row) for row in rows[start : start + 100]), ("100",)))
        return desk.path


@pytest.fixture
def own(big: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(big, tmp_path / "坏.zzd"))


def test_a_sound_book_is_read_row_by_row(big: Path) -> None:
    found = salvage(big)
    assert read(found) == rows_of(big)
    assert found.is_complete
    assert found.journal_is_whole


def test_the_county_with_every_table(tmp_path: Path) -> None:
    path = county(tmp_path)
    assert read(salvage(path)) == rows_of(path)


@pytest.mark.parametrize("seed", range(12))
def test_destroyed_pages_cost_their_own_rows_and_nothing_is_invented(own: Path, big: Path, seed: int) -> None:
    """Whether the journal lies on them or not: without it the gaps say where rows may be missing."""
    chance = random.Random(seed)
    count = own.stat().st_size // PAGE
    destroy(own, *chance.sample(range(2, count + 1), 6), rubbish=chance if seed % 2 else None)
    before = own.read_bytes()
    found, whole = salvage(own), rows_of(big)
    assert own.read_bytes() == before
    got = read(found)
    blank = {key: _without_phone(record) for key, record in whole.items()}
    filled = {(table.cls.table.name, row) for table in found.tables for row in table.from_journal}
    assert {key: record for key, record in got.items() if key not in filled}.items() <= whole.items()
    assert {key: got[key] for key in filled}.items() <= blank.items()
    missing = whole.keys() - got.keys()
    assert found.at_most_lost is None or len(missing) <= found.at_most_lost
    for table in found.tables:
        for name, row in missing:
            if name == table.cls.table.name:
                assert any(after < row <= (upto or row) for after, upto in table.gaps) or row in {
                    lost.number for lost in table.lost
                }
    assert not found.is_complete


def _without_phone(record: Record) -> Record:
    return dataclasses.replace(record, phone=None) if isinstance(record, Unit) else record


def test_what_the_journal_tells_is_put_back_without_personal_fields(own: Path, big: Path) -> None:
    destroy(own, *pages_of(own, "unit")[:2], *pages_of(own, "purchase")[3:5])
    found, whole = salvage(own), rows_of(big)
    assert found.journal_is_whole
    assert found.at_most_lost == 0
    got = read(found)
    assert got.keys() == whole.keys()
    (units,) = [table for table in found.tables if table.cls is Unit]
    assert units.from_journal
    assert all(units.records[row].cell("phone") is None for row in units.from_journal)
    assert got == {key: got[key] if key[0] == "unit" else record for key, record in whole.items()}


def test_a_destroyed_inner_page_costs_no_row(own: Path, big: Path) -> None:
    """What it led to is found again, and given to the one table that it can be of."""
    with closing(sqlite3.connect(own)) as connection:
        roots = dict(connection.execute("SELECT name, rootpage FROM sqlite_schema WHERE type = 'table'"))
    destroy(own, roots["purchase"], roots["journal"])
    found = salvage(own)
    whole = {key: row for key, row in rows_of(big).items() if key[0] == "purchase"}
    assert {key: row for key, row in read(found).items() if key[0] == "purchase"} == whole


def test_a_destroyed_first_page_costs_no_row(own: Path, big: Path) -> None:
    destroy(own, 1)
    got, whole = read(salvage(own)), rows_of(big)
    assert got == whole


def test_a_flipped_figure_is_put_right_by_the_journal_and_said(own: Path, big: Path) -> None:
    with closing(sqlite3.connect(own)) as connection:
        connection.execute("UPDATE filing SET reserve = 1 WHERE id = 7")
        connection.execute("UPDATE unit SET name = '别的' WHERE id = 9")
        connection.execute("INSERT INTO unit (id, code, name) VALUES (5000, '999', '多出来的')")
        connection.commit()
    found = {table.cls: table for table in salvage(own).tables}
    whole = rows_of(big)
    assert found[Filing].corrected == [7]
    assert found[Filing].records[7] == whole["filing", 7]
    assert found[Unit].records[9] == whole["unit", 9], "with the telephone that only the row itself knows"
    assert found[Unit].untold == [5000]


def test_values_that_an_import_would_refuse_are_refused(tmp_path: Path) -> None:
    with new_desk(tmp_path, unit(), filing(), Account(name="城投公司")) as desk:
        path = desk.path
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE filing SET reserve = -5")
        connection.execute("UPDATE account SET name = 'a' || char(0) || 'b'")
        connection.execute("DROP TRIGGER journal_keeps_lines")
        connection.execute("DELETE FROM journal WHERE number = 2")
        connection.commit()
    found = {table.cls: table for table in salvage(path).tables}
    assert not found[Filing].records
    assert "负数" in str(found[Filing].lost[0].reasons[0])
    assert "读不出来" in str(found[Account].lost[0].reasons[0])
    assert found[Unit].records, "the other rows are there"


def test_nothing_that_a_hostile_book_says_is_executed(tmp_path: Path) -> None:
    """Triggers, views in a table's place, virtual tables, recursive queries: the file is only taken apart."""
    path = county(tmp_path)
    statements = (
        "CREATE TRIGGER spy AFTER INSERT ON unit BEGIN DELETE FROM filing; END",
        "DROP TABLE waiver",
        "CREATE VIEW waiver AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x FROM c) SELECT x AS id FROM c",
        "CREATE VIRTUAL TABLE evil USING fts5(a)",
    )
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()
    found = {table.cls: table for table in salvage(path).tables}
    assert len(found[Filing].records) == 5
    assert len(found[Unit].records) == 3


def test_rounds_and_nonsense_come_to_an_end(own: Path) -> None:
    """Pages that lead to each other, and files of random bytes behind the beginning of a book."""
    with closing(sqlite3.connect(own)) as connection:
        roots = dict(connection.execute("SELECT name, rootpage FROM sqlite_schema WHERE type = 'table'"))
    content = bytearray(own.read_bytes())
    inner = (roots["purchase"] - 1) * PAGE
    content[inner + 8 : inner + 12] = roots["purchase"].to_bytes(4, "big")
    content[(roots["filing"] - 1) * PAGE :][:PAGE] = content[inner : inner + PAGE]
    content[(roots["filing"] - 1) * PAGE : roots["filing"] * PAGE] = content[inner : inner + PAGE]
    own.write_bytes(content)
    salvage(own)
    for seed in range(40):
        chance = random.Random(seed)
        own.write_bytes(bytes(content[:100]) + chance.randbytes(20 * PAGE - 100))
        assert salvage(own).rescued == 0


def test_what_is_no_book_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.zzd"
    for content in (b"", b"SQLite format 3\0" + bytes(84)):
        path.write_bytes(content)
        with pytest.raises(Refused):
            salvage(path)
    with pytest.raises(Refused):
        salvage(tmp_path)
    with new_desk(tmp_path, unit()) as desk, pytest.raises(Refused, match="正开着"):
        salvage(desk.path)


def test_a_step_that_was_cut_off_is_played_back_in_a_copy(tmp_path: Path) -> None:
    path = county(tmp_path)
    whole = rows_of(path)
    live = tmp_path / "live"
    live.mkdir()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("BEGIN")
        connection.execute("UPDATE unit SET name = 'halb'")
        connection.execute("WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < 2000) "
                           "INSERT INTO alias (name, unit) SELECT hex(randomblob(50)), x FROM c")  # fmt: skip
        for beside in (path, *book_file.side_files(path)):
            if beside.exists():
                shutil.copy(beside, live)
    cut = live / path.name
    assert (live / (path.name + "-journal")).stat().st_size
    before = cut.read_bytes()
    assert read(salvage(cut)) == whole
    assert cut.read_bytes() == before
    assert (live / (path.name + "-journal")).stat().st_size, "nothing beside it is touched either"


def test_the_heads_of_a_journal(own: Path, tmp_path: Path) -> None:
    lines = journal_of(own)
    assert heads(own) == Heads(own, lines[0].hash, lines[-1])
    with Desk.opened(own, clock=clock, who="王") as desk:
        assert [line.hash for line in reversed(desk.journal())] == [line.hash for line in lines]
        editing.edit(desk, next(iter(desk.rows(Purchase))), "amount", "12")
        assert heads(own) is None, "one that is open here is not even looked at"
    assert heads(own) != Heads(own, lines[0].hash, lines[-1])
    (tmp_path / "x.zzd").write_bytes(b"nothing")
    assert heads(tmp_path / "x.zzd") is None
    assert heads(tmp_path / "fort.zzd") is None


VALUES = (
    None, 0, 1, -1, 127, -(2**15), 2**23 - 1, -(2**31), 2**47 - 1, 2**63 - 1, -(2**63), "", "a", "额" * 5_000, b"", b"\xff" * 9_000,
)  # fmt: skip


@pytest.mark.parametrize("encoding", ["UTF-8", "UTF-16le", "UTF-16be"])
@pytest.mark.parametrize("size", [512, 4096, 65536])
def test_every_sort_of_value_is_read_as_sqlite_reads_it(tmp_path: Path, encoding: str, size: int) -> None:
    """Whole numbers of every width, long texts that go on in pages of their own, row numbers below nothing."""
    path = tmp_path / "a.zzd"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA page_size = {size}")
        connection.execute(f"PRAGMA encoding = '{encoding}'")
        connection.execute("PRAGMA secure_delete = OFF")
        connection.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, a BLOB, b INTEGER)")
        connection.execute("CREATE VIEW v AS SELECT a FROM t")
        rows = [(number * 10**15 - 5, value, number) for number, value in enumerate(VALUES)]
        rows += [(-number, "x" * number, number) for number in range(6, 300)]
        connection.executemany("INSERT INTO t VALUES (?, ?, ?)", rows)
        connection.execute("DELETE FROM t WHERE id BETWEEN -200 AND -150")
        connection.execute("CREATE TABLE gone (id INTEGER PRIMARY KEY, a TEXT)")
        connection.executemany("INSERT INTO gone VALUES (?, ?)", [(number, "x" * number) for number in range(300)])
        connection.execute("DROP TABLE gone")
        connection.commit()
        known = connection.execute("SELECT id, a, b FROM t ORDER BY id").fetchall()
    with pages.opened(path) as found:
        roots = found.roots()
        assert {name: root.columns for name, root in roots.items()} == {"t": ("id", "a", "b")}
        table = found.table(roots["t"].page)
        assert table.is_whole
        assert [(row.number, *row.values[1:]) for row in table.rows] == known
        assert not list(found.unclaimed()), "pages that were given free are no rows"
    with pages.opened(path) as found:
        last = found.last_row(roots["t"].page)
        assert last is not None
        assert (last.number, *last.values[1:]) == known[-1]
        for number in (known[0][0], -100, known[-2][0]):
            sought = found.row(roots["t"].page, number)
            assert sought is not None
            assert sought.number == number
        assert found.row(roots["t"].page, -170) is None


def test_wrong_heads_of_pages_cost_rows_and_invent_none(own: Path, big: Path) -> None:
    """Bytes at the beginning of any page are others: its sort, its count, its free room, and where its rows stand."""
    whole, sound = rows_of(big), own.read_bytes()
    for seed in range(25):
        chance = random.Random(seed)
        content = bytearray(sound)
        for _ in range(5):
            page = chance.randrange(1, len(content) // PAGE)
            content[page * PAGE + chance.randrange(16)] = chance.randrange(256)
        own.write_bytes(content)
        found = salvage(own)
        told = {
            (table.cls.table.name, row) for table in found.tables for row in (*table.from_journal, *table.corrected)
        }
        assert {key: row for key, row in read(found).items() if key not in told}.items() <= whole.items(), seed


def test_a_page_that_the_disk_does_not_give_costs_its_rows(
    own: Path, big: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (lost, *_) = pages_of(own, "purchase")
    real = os.read

    def failing(file: int, size: int) -> bytes:
        if size == PAGE and os.lseek(file, 0, os.SEEK_CUR) == (lost - 1) * PAGE:
            raise OSError(errno.EIO, "I/O")
        return real(file, size)

    monkeypatch.setattr(os, "read", failing)
    found = salvage(own)
    monkeypatch.undo()
    assert found.broken_pages == 1
    assert read(found) == rows_of(big), "the journal tells what stood there"


def test_who_gives_up_reading_a_damaged_book_is_heard(own: Path) -> None:
    with pytest.raises(Refused, match="已取消"):
        salvage(own, cancelled=lambda: True)


@posix
def test_what_only_looks_like_a_side_file_is_not_copied(tmp_path: Path) -> None:
    """A link to a device would be copied without end; whoever rescues is told to move it away."""
    path = book(tmp_path)
    victim = tmp_path / "victim"
    victim.write_bytes(bytes(1_000))
    path.with_name(path.name + "-journal").symlink_to(victim)
    with pytest.raises(Refused, match="不是账册自己的文件"):
        salvage(path)
