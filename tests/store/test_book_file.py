"""Opening a file: what is no book, newer, tampered with or cut short is refused."""

from __future__ import annotations

import errno
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import NoReturn

import pytest

from tests.books import book, clock, new_desk, opened
from tests.systems import posix
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.records import Filing
from zhengzhou_desk.services import editing
from zhengzhou_desk.services.desk import Desk
from zhengzhou_desk.store import book_file, schema
from zhengzhou_desk.store.backup import back_up, state
from zhengzhou_desk.store.checkup import DAMAGED, checkup
from zhengzhou_desk.store.io_errors import Damaged
from zhengzhou_desk.store.restore import restore


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


def test_a_truncated_book_is_refused_at_every_page(tmp_path: Path) -> None:
    path = book(tmp_path)
    whole = path.read_bytes()
    for size in range(4096, len(whole), 4096):
        path.write_bytes(whole[:size])
        with pytest.raises(Refused):
            opened(path).close()


@posix
def test_a_journal_that_is_a_link_leads_nowhere(tmp_path: Path) -> None:
    path = book(tmp_path)
    victim = tmp_path / "victim"
    victim.write_text("valuable", encoding="utf-8")
    path.with_name(path.name + "-journal").symlink_to(victim)
    with pytest.raises(Refused), opened(path) as desk:
        editing.edit(desk, desk.rows(Filing)[0], "reserve", 7)
    assert victim.read_text(encoding="utf-8") == "valuable"


@pytest.mark.skipif(os.name != "posix", reason="the limit is SQLite's own on POSIX")
def test_a_path_that_sqlite_cannot_hold_is_said(tmp_path: Path) -> None:
    """SQLite would only say that it cannot open the file; a clerk would look for rights that are not missing."""
    deep = tmp_path / "/".join(["郑州市金水区财政局政府采购台账" * 3] * 4)
    deep.mkdir(parents=True)
    path = deep / "县.zzd"
    path.write_bytes(book(tmp_path).read_bytes())
    for job in (lambda: opened(path), lambda: back_up(path, deep, clock()), lambda: new_desk(deep)):
        with pytest.raises(Refused, match="路径太长"):
            job()
    assert [each.name for each in deep.iterdir()] == ["县.zzd"]


@posix
def test_what_cannot_be_a_book_is_said_by_what_it_is(tmp_path: Path) -> None:
    (tmp_path / "夹.zzd").mkdir()
    os.mkfifo(tmp_path / "管.zzd")
    (tmp_path / "圈.zzd").symlink_to(tmp_path / "圈.zzd")
    for name, words in (
        ("夹.zzd", "是文件夹"),
        ("管.zzd", "不是普通文件"),
        ("圈.zzd", "打不开"),
        ("无.zzd", "没有找到账册"),
    ):
        with pytest.raises(Refused, match=words):
            opened(tmp_path / name)


def test_a_book_that_may_not_be_read_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = book(tmp_path)

    def denied(*_: object, **__: object) -> NoReturn:
        raise PermissionError(errno.EACCES, "denied")

    monkeypatch.setattr(Path, "open", denied)
    with pytest.raises(Refused, match="打不开"):
        opened(path)


def test_a_book_that_another_program_keeps_in_its_own_way_is_not_written(tmp_path: Path) -> None:
    """In WAL and in use elsewhere: the mode that loses nothing cannot be set."""
    path = book(tmp_path)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode=WAL")
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM filing").fetchall()
        with pytest.raises(Refused, match="正被另一个程序使用|另一个程序"):
            opened(path)
    with opened(path) as desk:
        assert len(desk.rows(Filing)) == 1


def test_a_share_s_host_is_part_of_the_path() -> None:
    class Share:
        """A path on a share, as Windows has them."""

        def resolve(self) -> Share:
            return self

        def as_uri(self) -> str:
            return "file://server/folder/a.zzd"

    assert book_file.uri(Share()) == "file:////server/folder/a.zzd"  # type: ignore[arg-type]
    drive = Path("/").resolve().drive
    assert book_file.uri(Path("/a/b.zzd")) == f"file://{'/' * bool(drive)}{drive}/a/b.zzd"


def cut_short(path: Path) -> Path:
    """Leaves the book in the middle of a step of another program; returns the journal of that."""
    work = path.with_name("work")
    work.write_bytes(path.read_bytes())
    script = "import os, sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None); c.execute('PRAGMA cache_size = 1'); c.execute('BEGIN'); c.execute('UPDATE filing SET reserve = 1'); c.execute('UPDATE unit SET note = 1'); os._exit(0)"
    subprocess.run([sys.executable, "-c", script, str(work)], check=True)
    work.replace(path)
    return work.with_name("work-journal").rename(path.with_name(path.name + "-journal"))


def test_a_journal_that_names_another_file_removes_nothing(tmp_path: Path) -> None:
    """SQLite takes the file for a journal above this one, and removes it once this one is played back."""
    path = book(tmp_path)
    kept = tmp_path / "kept.zzd"
    kept.write_bytes(path.read_bytes())
    victim = tmp_path / "victim"
    victim.write_text("valuable", encoding="utf-8")
    journal = cut_short(path)
    name = str(victim).encode()
    end = [(2**30 // 4096 + 1), len(name), sum(name)]
    place, length, total = (number.to_bytes(4, "big") for number in end)
    named = journal.read_bytes() + place + name + length + total + bytes.fromhex("d9d505f920a163d7")
    journal.write_bytes(named)
    content = path.read_bytes()

    for look in (lambda: opened(path), lambda: opened(path, writable=False), lambda: back_up(path, tmp_path, clock())):
        with pytest.raises(Refused):
            look()
    assert [check.state for check in checkup(path) if not check.ok] == [DAMAGED]
    assert (path.read_bytes(), journal.read_bytes()) == (content, named)
    restore(path, kept, clock())
    opened(path).close()
    assert victim.read_text(encoding="utf-8") == "valuable"

    # A journal of a program that only died is played back.
    cut_short(path)
    opened(path).close()
    with opened(path) as desk:
        assert desk.store.content_agrees()


@posix
@pytest.mark.parametrize("ending", ["-journal", "-wal", "-shm"])
def test_what_only_looks_like_a_side_file_is_not_read(tmp_path: Path, ending: str) -> None:
    """A checkup copies what stands beside the book: a link to a device would never end. No device is named here."""
    path = book(tmp_path)
    cut_short(path)
    beside = path.with_name(path.name + ending)
    beside.unlink(missing_ok=True)
    beside.symlink_to(tmp_path / "victim")
    (tmp_path / "victim").write_bytes(bytes(1_000))
    with pytest.raises(Refused):
        opened(path)
    assert DAMAGED in {check.state for check in checkup(path)}


@pytest.mark.parametrize("value", ["'x'", "x'00'", "1.5", "9223372036854775807"])
def test_a_sequence_that_no_program_of_ours_has_written_is_damage(tmp_path: Path, value: str) -> None:
    path = book(tmp_path)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(f"UPDATE sqlite_sequence SET seq = {value}")
    with pytest.raises(Damaged):
        opened(path)


def test_a_list_of_ids_that_is_none_any_more_is_damage(tmp_path: Path) -> None:
    path = book(tmp_path)
    content = path.read_bytes()
    assert content.count(b"sqlite_sequence(name,seq)") == 1
    path.write_bytes(content.replace(b"sqlite_sequence(name,seq)", b"sqlite_sequence(nbme,seq)"))
    with pytest.raises(Damaged):
        opened(path)


@posix
def test_a_pipe_beside_a_book_is_not_waited_for(tmp_path: Path) -> None:
    path = book(tmp_path)
    os.mkfifo(path.with_name(path.name + "-journal"))
    for writable in (True, False):
        with pytest.raises(Refused, match="不是账册自己的文件"):
            opened(path, writable=writable)
    assert state(path) is None
