"""Files in their places: at every cut the old or the new one, never in each other's way, for the owner alone."""

from __future__ import annotations

import datetime
import io
import os
import shutil
import sqlite3
import sys
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import Any, NoReturn

import pytest

from tests.books import clock
from tests.store.test_store import book, opened
from zhengzhou_desk.common import atomic_file
from zhengzhou_desk.common.atomic_file import atomic, open_log
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.settings import Settings
from zhengzhou_desk.records import Change, Entry, Filing, Unit
from zhengzhou_desk.services import editing, exports, submissions
from zhengzhou_desk.services.desk import Desk
from zhengzhou_desk.store import restore as restoring
from zhengzhou_desk.store.backup import AUTOMATIC, automatic, back_up, backups, superseded, verified
from zhengzhou_desk.store.io_errors import Damaged
from zhengzhou_desk.store.lock import Lock
from zhengzhou_desk.store.restore import restore

posix = pytest.mark.skipif(sys.platform == "win32", reason="kills and rights as POSIX has them")
_HOT = b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"
# What is called between two states of a folder that a cut may leave.
_STEPS = ("link", "rename", "replace", "unlink", "open", "fsync", "chmod", "mkdir", "close", "write")


def cut_at(nth: int, job: Any) -> bool:
    """Does `job` in a process of its own that is killed at its nth step with files; whether it came to its end."""
    child = os.fork()
    if child == 0:
        _killed_at(nth)
        try:
            job()
        finally:
            os._exit(0)  # only a job that was done or refused comes here
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def _killed_at(nth: int) -> None:
    left = Counter(steps=nth)

    def counted(real: Any) -> Any:
        def step(*given: Any, **more: Any) -> Any:
            left["steps"] -= 1
            if left["steps"] <= 0:
                os._exit(9)
            return real(*given, **more)

        return step

    for name in _STEPS:
        setattr(os, name, counted(getattr(os, name)))
    io.open = counted(io.open)


def cuts(job: Any) -> Any:
    """The numbers of the steps of `job` at which it was cut."""
    nth = 1
    while not cut_at(nth, job):
        yield nth
        nth += 1
    assert nth > 3


# -- restoring -------------------------------------------------------------------------------------


def reserve_of(path: Path) -> int | None:
    with opened(path) as desk:
        return desk.rows(Filing)[0].reserve


def changed(tmp_path: Path) -> tuple[Path, Path, str]:
    """A book that has changed since its copy, the copy, and the digest of the book."""
    path = book(tmp_path)
    folder = tmp_path / "copies"
    folder.mkdir()
    copy = back_up(path, folder, clock())
    with opened(path) as desk:
        editing.edit(desk, desk.rows(Filing)[0], "reserve", 1)
    return path, copy, verified(path)


@posix
@pytest.mark.parametrize("state", ["sound", "damaged", "nonsense", "missing"])
def test_a_restore_cut_short_anywhere_leaves_the_old_or_the_new_book_and_can_be_done_again(
    tmp_path: Path, state: str
) -> None:
    path, copy, old = changed(tmp_path)
    if state in ("damaged", "nonsense"):
        path.write_bytes(path.read_bytes()[:9_000] if state == "damaged" else b"nonsense" * 900)
        path.with_name(path.name + "-journal").write_bytes(_HOT + bytes(600))
    elif state == "missing":
        path.unlink()
        path.with_name(path.name + "-journal").write_bytes(_HOT + bytes(600))
    before = path.read_bytes() if path.exists() else b""
    kept = tmp_path / "kept"
    shutil.copytree(tmp_path, kept)
    new = verified(copy)
    seen = set()
    for _ in cuts(lambda: restore(path, copy, clock())):
        if not path.exists():
            assert state == "missing"
        elif path.read_bytes() == before:
            seen.add("old")
            if state == "sound":
                assert verified(path) == old
        else:
            assert verified(path) == new
            assert not path.with_name(path.name + "-journal").exists()
            seen.add("new")
        restore(path, copy, clock())
        assert verified(path) == new
        assert reserve_of(path) == 8_000_000
        for left in tmp_path.iterdir():  # as it was, for the next cut
            shutil.rmtree(left) if left.is_dir() and left != kept else None
            left.unlink() if left.is_file() else None
        for given in kept.iterdir():
            shutil.copytree(given, tmp_path / given.name) if given.is_dir() else shutil.copy2(given, tmp_path)
    assert "new" in seen
    assert state == "missing" or "old" in seen


@posix
def test_a_hot_journal_is_played_back_into_the_old_book_and_never_into_the_new(tmp_path: Path) -> None:
    path, copy, old = changed(tmp_path)
    half = tmp_path / "half.zzd"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size=1")
        connection.execute("BEGIN")
        connection.execute("UPDATE filing SET reserve = 5")
        connection.execute("CREATE TABLE spill(x)")
        connection.execute(
            "INSERT INTO spill WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000) SELECT randomblob(99) FROM n"
        )
        shutil.copy(path, half)
        shutil.copy(path.with_name(path.name + "-journal"), half.with_name(half.name + "-journal"))
        connection.execute("ROLLBACK")
    assert half.with_name(half.name + "-journal").read_bytes().startswith(_HOT)
    kept = restore(half, copy, clock())
    assert kept is not None
    assert verified(half) == verified(copy)
    assert verified(kept) == old
    assert kept.stat().st_nlink == half.stat().st_nlink == 1


def test_what_was_kept_is_not_changed_by_editing_the_book_after_a_restore_that_was_cut(tmp_path: Path) -> None:
    path, copy, _ = changed(tmp_path)
    kept = tmp_path / f"{path.stem}_20240401-0930_恢复前.zzd"
    os.link(path, kept)  # the cut came between the second name and the rename
    opened(path).close()
    assert not kept.exists()
    assert restore(path, copy, clock()) == kept


def test_a_restore_where_there_are_no_links_copies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, copy, old = changed(tmp_path)

    def none(*given: object) -> NoReturn:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", none)
    kept = restore(path, copy, clock())
    assert kept is not None
    assert (verified(kept), verified(path)) == (old, verified(copy))


def test_a_restore_that_fails_last_leaves_everything_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, copy, _ = changed(tmp_path)
    path.write_bytes(b"nonsense" * 900)
    path.with_name(path.name + "-journal").write_bytes(_HOT + bytes(600))
    monkeypatch.setattr(restoring, "_bring_to_rest", lambda book: None)  # as where SQLite leaves what is beside it
    before = {each.name: each.read_bytes() for each in tmp_path.iterdir() if each.is_file()}

    def fail(part: Path, path: Path) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(atomic_file, "replace", fail)
    with pytest.raises(Refused):
        restore(path, copy, clock())
    assert {each.name: each.read_bytes() for each in tmp_path.iterdir() if each.is_file()} == before


def test_a_backup_that_is_not_there_is_said(tmp_path: Path) -> None:
    path = book(tmp_path)
    with pytest.raises(Refused, match="没有找到备份"):
        restore(path, tmp_path / "nofile", clock())
    with pytest.raises(Refused, match="是文件夹"):
        restore(path, tmp_path, clock())


# -- names of unfinished files ------------------------------------------------------------------------


@posix
@pytest.mark.parametrize("what", ["backup", "upgrade", "new"])
def test_what_a_killed_program_leaves_is_in_nobody_s_way_in_the_same_minute(tmp_path: Path, what: str) -> None:
    path = tmp_path / "账.zzd"
    if what == "backup":
        with Desk.new(path, region="410105", bureau="局", year=2024, clock=clock, who=""):
            pass

    def job() -> None:
        if what == "backup":
            back_up(path, tmp_path, clock())
        elif what == "upgrade":
            opened(path).close()
        else:
            Desk.new(path, region="410105", bureau="局", year=2024, clock=clock, who="").close()

    def ready() -> None:
        if what == "upgrade":
            shutil.copy(Path(__file__).parent / "books" / "format_1.zzd", path)
        elif what == "new":
            path.unlink(missing_ok=True)

    ready()
    for _ in cuts(job):
        if what == "new" and path.exists():
            verified(path)
            continue
        job()
        verified(path)
        ready()


def test_two_copies_of_one_minute_have_two_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = book(tmp_path)
    real = atomic_file.put_in_place

    def overtaken(part: Path, target: Path) -> None:
        """Somebody else takes the name between the look and the link."""
        monkeypatch.setattr(atomic_file, "put_in_place", real)
        target.write_bytes(b"another")
        real(part, target)

    monkeypatch.setattr(atomic_file, "put_in_place", overtaken)
    made = back_up(path, tmp_path, clock())
    assert made.name.endswith("0930-2.zzd")
    verified(made)


# -- never through links --------------------------------------------------------------------------------


@posix
@pytest.mark.parametrize("sort", ["symbolic", "hard", "nowhere", "pipe"])
def test_a_lock_that_is_another_file_is_refused_and_that_file_untouched(tmp_path: Path, sort: str) -> None:
    path = book(tmp_path)
    victim = tmp_path / "victim"
    victim.write_text("valuable", encoding="utf-8")
    lock = path.with_name(path.name + ".lock")
    if sort == "hard":
        os.link(victim, lock)
    elif sort == "pipe":
        os.mkfifo(lock)
    else:
        lock.symlink_to(victim if sort == "symbolic" else tmp_path / "nowhere")
    with pytest.raises(Refused, match="不是本程序的锁文件"):
        opened(path)
    assert victim.read_text(encoding="utf-8") == "valuable"
    assert not (tmp_path / "nowhere").exists()
    lock.unlink()
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


@posix
def test_our_own_notes_and_settings_are_not_written_through_links(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_text("valuable", encoding="utf-8")
    for name in ("settings.json", "crash.log"):
        (tmp_path / name).symlink_to(victim)
    Settings(tmp_path / "settings.json").put("look", "dark")
    assert Settings(tmp_path / "settings.json").get("look", "") == "dark"
    with pytest.raises(OSError):
        open_log(tmp_path / "crash.log")
    assert victim.read_text(encoding="utf-8") == "valuable"


# -- for the owner alone -----------------------------------------------------------------------------------


@posix
@pytest.mark.parametrize("umask", [0, 0o022, 0o277])
def test_books_copies_packages_and_notes_are_for_their_owner_alone(tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        path = book(tmp_path)
        with opened(path) as desk:
            editing.edit(desk, desk.rows(Filing)[0], "reserve", 5)
            assert rights(path.with_name(path.name + "-journal")) == 0o600
            exports.export_book(desk, tmp_path / "export.xlsx")
            submissions.write(desk, tmp_path / "a.zdp", 2024, now=clock(), contacts=True)
            old = tmp_path / "old.xlsx"
            old.touch()
            old.chmod(0o644)
            exports.export_book(desk, old)
        made = [back_up(path, tmp_path, clock()), back_up(path, tmp_path, clock(), pinned=True)]
        path.chmod(0o644)
        kept = restore(path, made[0], clock())
        Settings(tmp_path / "settings.json").put("look", "dark")
        with open_log(tmp_path / "crash.log") as file:
            file.write("x")
        assert kept is not None
        for each in (
            path,
            kept,
            *made,
            old,
            *(tmp_path / name for name in ("export.xlsx", "a.zdp", "settings.json", "crash.log")),
        ):
            assert rights(each) == 0o600, each
    finally:
        os.umask(before)


@posix
def test_an_upgraded_book_s_copy_is_private_too(tmp_path: Path) -> None:
    path = tmp_path / "旧.zzd"
    shutil.copy(Path(__file__).parent / "books" / "format_1.zzd", path)
    path.chmod(0o644)
    opened(path).close()
    (copy,) = backups(tmp_path, path)
    assert rights(copy.path) == 0o600


@posix
def test_papers_to_be_handed_on_have_the_usual_rights(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        with atomic(tmp_path / "通知书.pdf") as part:
            part.write_bytes(b"x")
    finally:
        os.umask(before)
    assert rights(tmp_path / "通知书.pdf") == 0o644


def rights(path: Path) -> int:
    return path.stat().st_mode & 0o777


# -- copies nobody asks for ------------------------------------------------------------------------------


def test_all_copies_of_the_latest_two_days_stay(tmp_path: Path) -> None:
    for name in ("0401-0800", "0401-0801", "0401-1700", "0329-0900", "0329-1000", "0301-0900", "0301-1000"):
        tmp_path.joinpath(f"账_2024{name}.zzd").touch()
    gone = superseded(backups(tmp_path, tmp_path / "账.zzd"))
    assert [copy.path.name for copy in gone] == ["账_20240301-0900.zzd"]


def test_a_copy_is_made_of_what_has_no_copy_yet_also_within_the_minute(tmp_path: Path) -> None:
    path = book(tmp_path)
    first = automatic(path, clock())
    assert automatic(path, clock()) == first
    with opened(path) as desk:
        editing.edit(desk, desk.rows(Filing)[0], "reserve", 5)
        second = automatic(path, clock(), desk.store.image())
        assert second != first
        assert verified(second) == desk.store.digest()
    assert automatic(path, clock()) == second
    assert rights(second) == 0o600 or sys.platform == "win32"


def test_a_copy_is_made_before_an_import_a_merge_and_a_large_paste(tmp_path: Path) -> None:
    path = book(tmp_path)
    folder = tmp_path / AUTOMATIC
    with opened(path) as desk:
        editing.edit(desk, desk.rows(Filing)[0], "reserve", 5)
        before = desk.store.digest()
        assert not folder.exists()
        for number, (name, size) in enumerate((("import", 1), ("merge", 1), ("paste", 100), ("paste", 99)), 1):
            rows = tuple(Change(None, Unit(code=f"2{number}{at:04d}", name="x")) for at in range(size))
            desk.apply(Entry(name, rows, ("x", "x")))
            copies = backups(folder, path)
            assert len(copies) == min(number, 3)
            if number < 4:
                assert before in {verified(copy.path) for copy in copies}
            before = desk.store.digest()


def test_a_new_book_is_filled_without_a_copy_of_nothing(tmp_path: Path) -> None:
    book(tmp_path)
    assert not (tmp_path / AUTOMATIC).exists()


def test_a_step_whose_copy_cannot_be_made_is_not_taken(tmp_path: Path) -> None:
    path = book(tmp_path)
    (tmp_path / AUTOMATIC).write_text("a file", encoding="utf-8")
    with opened(path) as desk:
        before = desk.store.digest()
        with pytest.raises(Refused):
            desk.apply(Entry("import", (Change(None, Unit(code="2", name="x")),), ("x",)))
        assert desk.store.digest() == before


def test_a_damaged_book_is_not_copied_and_the_sentence_names_the_book(tmp_path: Path) -> None:
    path = book(tmp_path)
    path.write_bytes(path.read_bytes().replace("第一小学".encode(), "第九小学".encode()))
    with pytest.raises(Damaged, match="账册 一.zzd 里有数据在程序之外被改动过"):
        back_up(path, tmp_path, clock())
    assert [each.name for each in tmp_path.iterdir() if each.name.endswith(".part")] == []


def test_a_lock_tells_only_those_who_may_open_the_book(tmp_path: Path) -> None:
    path = book(tmp_path)
    lock = Lock(path, "王", datetime.datetime(2024, 4, 1))
    try:
        assert rights(lock.path) == rights(path)
    finally:
        lock.release()
