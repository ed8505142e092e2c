"""One writer for a book: the second is told who has it."""

from __future__ import annotations

import datetime
import errno
import os
from pathlib import Path

import pytest

from tests.books import book, opened
from tests.store.test_place import rights
from tests.systems import posix
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.records import Filing, Unit
from zhengzhou_desk.services import editing
from zhengzhou_desk.store import lock
from zhengzhou_desk.store.io_errors import Readonly
from zhengzhou_desk.store.lock import Lock, Locked


def test_a_second_writer_is_told_who_has_the_book(tmp_path: Path) -> None:
    path = book(tmp_path)
    with opened(path):
        with pytest.raises(Locked, match="王"):
            opened(path)
        with opened(path, writable=False) as reader:
            assert not reader.writable
            with pytest.raises(Refused, match="只读"):
                editing.edit(reader, reader.rows(Filing)[0], "reserve", 1)


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


@posix
@pytest.mark.parametrize("sort", ["symbolic", "hard", "nowhere", "pipe"])
def test_a_lock_that_is_another_file_is_refused_and_that_file_untouched(tmp_path: Path, sort: str) -> None:
    path = book(tmp_path)
    victim = tmp_path / "victim"
    victim.write_text("valuable", encoding="utf-8")
    beside = path.with_name(path.name + ".lock")
    if sort == "hard":
        os.link(victim, beside)
    elif sort == "pipe":
        os.mkfifo(beside)
    else:
        beside.symlink_to(victim if sort == "symbolic" else tmp_path / "nowhere")
    with pytest.raises(Refused, match="不是本程序的锁文件"):
        opened(path)
    assert victim.read_text(encoding="utf-8") == "valuable"
    assert not (tmp_path / "nowhere").exists()
    beside.unlink()
    opened(path).close()


def test_a_lock_tells_only_those_who_may_open_the_book(tmp_path: Path) -> None:
    path = book(tmp_path)
    held = Lock(path, "王", datetime.datetime(2024, 4, 1))
    try:
        assert rights(held.path) == rights(path)
    finally:
        held.release()


def test_a_folder_that_takes_no_lock_says_that_the_book_can_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Like the read-only folder above, also where the tests may write anywhere."""
    path = book(tmp_path)

    def denied(*_: object) -> int:
        raise PermissionError(errno.EACCES, "denied")

    monkeypatch.setattr(os, "open", denied)
    with pytest.raises(Readonly, match="只能以只读方式打开"):
        Lock(path, "王", datetime.datetime(2024, 4, 1))


def test_a_disk_without_locks_is_told_from_a_book_in_use(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = book(tmp_path)

    def unknown(_: int) -> None:
        raise OSError(errno.ENOLCK, "no locks")

    monkeypatch.setattr(lock, "_take", unknown)
    with pytest.raises(Readonly, match="不支持文件锁"):
        Lock(path, "王", datetime.datetime(2024, 4, 1))


@pytest.mark.parametrize("words", [b"", b"\xff\xfe", b"[1]", b'{"who": null}'])
def test_a_lock_that_says_nothing_still_keeps_the_second_out(tmp_path: Path, words: bytes) -> None:
    path = book(tmp_path)
    held = Lock(path, "王", datetime.datetime(2024, 4, 1))
    try:
        held.path.write_bytes(words)
        with pytest.raises(Locked, match=r"\? 在 \? 上使用"):
            Lock(path, "李", datetime.datetime(2024, 4, 1))
    finally:
        held.release()
        held.release()  # once is enough, twice does no harm
    assert not held.path.exists()
