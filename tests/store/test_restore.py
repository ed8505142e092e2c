"""Restoring: verified before and after, and nothing put in place that is damaged."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import NoReturn

import pytest

from tests.books import book, clock, opened
from tests.store.helpers import cuts
from tests.systems import posix
from zhengzhou_desk.common import atomic_file, sealing
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.records import Filing
from zhengzhou_desk.services import editing
from zhengzhou_desk.store import restore as restoring
from zhengzhou_desk.store.backup import back_up, verified
from zhengzhou_desk.store.restore import restore


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


_HOT = b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"


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


def test_a_sealed_backup_is_restored_with_its_password_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing, "LOG_N", 14)
    path = book(tmp_path)
    folder = tmp_path / "U盘"
    folder.mkdir()
    copy = back_up(path, folder, clock(), password="备份的密码 2024")
    digest = verified(path)
    with opened(path) as desk:
        editing.edit(desk, desk.rows(Filing)[0], "reserve", 1)
    before = path.read_bytes()
    good = copy.read_bytes()
    altered = bytearray(good[:-32])
    altered[90] ^= 1
    for content, password, said in (
        (good, None, "要有密码"), (good, "不是这个密码", "密码不对"), (good[:-1], "备份的密码 2024", "已损坏或不完整"),
        (bytes(altered) + hashlib.sha256(altered).digest(), "备份的密码 2024", "被人改动过"),
    ):  # fmt: skip
        copy.write_bytes(content)
        with pytest.raises(Refused, match=said):
            restore(path, copy, clock(), who="王", password=password)
        assert path.read_bytes() == before
    copy.write_bytes(good)
    kept = restore(path, copy, clock(), who="王", password="备份的密码 2024")
    assert verified(path) == digest
    assert kept is not None
    assert kept.read_bytes() == before
    assert [one.name for one in folder.iterdir()] == [copy.name], "nothing readable was left on the stick"
    assert list(tmp_path.glob(".zzd-*")) == []


def test_where_nothing_can_be_restored_is_said(tmp_path: Path) -> None:
    path = book(tmp_path)
    copy = back_up(path, tmp_path, clock())
    with pytest.raises(Refused, match="没有文件夹"):
        restore(tmp_path / "没有" / "a.zzd", copy, clock())
    with pytest.raises(Refused, match="是文件夹"):
        restore(tmp_path, copy, clock())
    with pytest.raises(Refused, match="没有找到备份"):
        restore(path, tmp_path / "没有.zzd", clock())
    with pytest.raises(Refused, match="就是账册本身"):
        restore(path, path, clock())


@pytest.mark.parametrize("there", [True, False])
def test_a_book_that_is_not_what_was_verified_is_not_left_in_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, there: bool
) -> None:
    """A disk that says it has written what it has not: the book before comes back, or there is none."""
    path = book(tmp_path)
    copy = back_up(path, tmp_path, clock())
    target = path if there else tmp_path / "新.zzd"
    with opened(path) as desk:
        editing.edit(desk, desk.rows(Filing)[0], "reserve", 1)
    monkeypatch.setattr(restoring, "verified", lambda place: "x" if place == target else verified(copy))
    with pytest.raises(Refused, match="核验不符"):
        restore(target, copy, clock(), who="王")
    assert target.exists() == there
    assert reserve_of(path) == 100


def test_a_copy_that_was_not_copied_whole_is_not_put_in_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = book(tmp_path)
    copy = back_up(path, tmp_path, clock())
    before = path.read_bytes()
    monkeypatch.setattr(restoring, "verified", lambda place: str(place))
    with pytest.raises(Refused, match="没有抄全"):
        restore(path, copy, clock(), who="王")
    assert path.read_bytes() == before
    assert sorted(each.name for each in tmp_path.iterdir()) == sorted((path.name, copy.name))


def test_a_damaged_book_that_comes_back_keeps_what_lay_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever is to save what can be saved needs the book and its journal together."""
    path = book(tmp_path)
    copy = back_up(path, tmp_path, clock())
    path.write_bytes(b"damaged")
    beside = path.with_name(path.name + "-journal")
    beside.write_bytes(b"its journal")
    monkeypatch.setattr(restoring, "_bring_to_rest", lambda _: None)  # it could not make anything of the journal
    monkeypatch.setattr(restoring, "verified", lambda place: "x" if place == path else verified(copy))
    with pytest.raises(Refused, match="核验不符"):
        restore(path, copy, clock(), who="王")
    assert (path.read_bytes(), beside.read_bytes()) == (b"damaged", b"its journal")
    assert sorted(each.name for each in tmp_path.iterdir()) == sorted((path.name, beside.name, copy.name))


@posix
def test_a_link_that_leads_back_to_itself_is_refused(tmp_path: Path) -> None:
    backup = back_up(book(tmp_path), tmp_path, clock())
    loop = tmp_path / "loop.zzd"
    loop.symlink_to(loop)
    with pytest.raises(Refused, match="链接绕成了圈"):
        restore(loop, backup, clock())


@posix
def test_what_is_no_file_is_never_replaced(tmp_path: Path) -> None:
    """Root may rename over a device, of which the whole computer would know."""
    backup = back_up(book(tmp_path), tmp_path, clock())
    pipe, link = tmp_path / "pipe", tmp_path / "link.zzd"
    os.mkfifo(pipe)
    link.symlink_to(pipe)
    for place in (pipe, link):
        with pytest.raises(Refused, match="不是普通文件"):
            restore(place, backup, clock())
    assert pipe.is_fifo()


def test_a_book_whose_damage_cannot_be_put_in_words_is_replaced(tmp_path: Path) -> None:
    """SQLite says what it found in the words that it found, which are no text."""
    path = book(tmp_path)
    backup = back_up(path, tmp_path, clock())
    sound = path.read_bytes()
    path.write_bytes(sound.replace(b"CREATE TABLE anchor", b"CREATE TABL\xcf anchor"))
    path.with_name(path.name + "-journal").write_bytes(b"")
    restore(path, backup, clock())
    opened(path).close()
