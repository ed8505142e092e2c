"""Writing a file whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from pathlib import Path

import pytest

from tests.systems import links
from zhengzhou_desk.common import atomic_file
from zhengzhou_desk.common.atomic_file import atomic
from zhengzhou_desk.common.errors import Refused

# A file that is there and cannot be replaced is on Windows nearly always one that WPS has open.
DENIED = "没有权限" if os.name == "posix" else "正被另一个程序"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file_appears_with_the_usual_rights(tmp_path: Path) -> None:
    with atomic(tmp_path / "汇总 表.xlsx") as draft:
        draft.write_bytes(b"new")
        assert draft.parent == tmp_path
        assert not (tmp_path / "汇总 表.xlsx").exists()
    plain = tmp_path / "plain"
    plain.touch()
    assert (tmp_path / "汇总 表.xlsx").read_bytes() == b"new"
    assert (tmp_path / "汇总 表.xlsx").stat().st_mode == plain.stat().st_mode
    assert names(tmp_path) == ["plain", "汇总 表.xlsx"]


def test_an_old_file_is_replaced_and_keeps_its_rights(tmp_path: Path) -> None:
    target = tmp_path / "a"
    target.write_bytes(b"old")
    target.chmod(0o640)
    rights = target.stat().st_mode  # Windows knows but one of them
    with atomic(target) as draft:
        draft.write_bytes(b"new")
    assert target.read_bytes() == b"new"
    assert target.stat().st_mode == rights


@links
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    with atomic(tmp_path / "link") as draft:
        draft.write_bytes(b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


@pytest.mark.parametrize("fault", [ValueError("bug"), KeyboardInterrupt()])
def test_a_fault_leaves_the_old_file_and_nothing_else(tmp_path: Path, fault: BaseException) -> None:
    target = tmp_path / "a"
    target.write_bytes(b"old")
    with pytest.raises(type(fault)), atomic(target) as draft:
        draft.write_bytes(b"half")
        raise fault
    assert target.read_bytes() == b"old"
    assert names(tmp_path) == ["a"]


@pytest.mark.parametrize(
    ("number", "says"),
    [(errno.ENOSPC, "磁盘已满"), (errno.EACCES, DENIED), (errno.EROFS, DENIED), (errno.EIO, "没有写成")],
)
def test_the_system_s_refusals_are_said_plainly(tmp_path: Path, number: int, says: str) -> None:
    target = tmp_path / "a"
    target.write_bytes(b"old")
    with pytest.raises(Refused, match=says), atomic(target):
        raise OSError(number, os.strerror(number))
    assert target.read_bytes() == b"old"
    assert names(tmp_path) == ["a"]


def test_a_fault_about_another_file_is_not_ours(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), atomic(tmp_path / "a"):
        (tmp_path / "template").read_bytes()
    assert names(tmp_path) == []


def test_a_fault_about_a_temporary_file_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A sheet passes through one: a folder of them that is full is no defect of the program."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "t"))
    (tmp_path / "t").mkdir()
    with pytest.raises(Refused, match="磁盘已满"), atomic(tmp_path / "a"):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(tmp_path / "t" / "openpyxl.x"))
    assert names(tmp_path) == ["t"]


def test_places_that_cannot_be_written_are_refused(tmp_path: Path) -> None:
    for path, says in (
        (tmp_path, "是文件夹"),
        (tmp_path / "missing" / "a", "没有文件夹"),
        (tmp_path / ("长" * 300), "文件名太长"),
        (os.devnull, "不是普通文件"),
    ):
        with pytest.raises(Refused, match=says), atomic(path):
            pytest.fail("the block must not be entered")
    assert names(tmp_path) == []


def test_a_name_as_long_as_the_disk_allows_is_written(tmp_path: Path) -> None:
    target = tmp_path / ("长" * 83 + ".pdf")
    with atomic(target) as draft:
        draft.write_bytes(b"x")
    assert target.read_bytes() == b"x"


def test_drafts_of_killed_programs_are_swept_after_a_day(tmp_path: Path) -> None:
    old, young = tmp_path / ".zzd-aa.part", tmp_path / ".zzd-bb.part"
    for left in (old, young):
        left.touch()
    os.utime(old, (1, 1))
    with atomic(tmp_path / "a"):
        pass
    assert names(tmp_path) == [young.name, "a"]


@pytest.mark.skipif(os.name != "posix", reason="folders are synced on POSIX only")
def test_the_content_is_on_the_disk_before_the_name_and_the_name_before_it_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A power cut right after the rename must not leave the new name with nothing behind it."""
    steps: list[str] = []
    sync, replace = os.fsync, Path.replace

    def synced(file: int) -> None:
        status = os.fstat(file)
        steps.append("folder" if stat.S_ISDIR(status.st_mode) else f"{status.st_size} bytes")
        sync(file)

    def renamed(source: Path, target: Path) -> Path:
        steps.append(f"name {target.name}")
        return replace(source, target)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(Path, "replace", renamed)
    with atomic(tmp_path / "a") as draft:
        draft.write_bytes(b"whole")
    assert steps == ["5 bytes", "name a", "folder"]


def test_what_a_killed_program_left_goes_after_a_day_and_nothing_else_does(tmp_path: Path) -> None:
    old, young, other = tmp_path / ".zzd-00aa.part", tmp_path / ".zzd-00bb.part", tmp_path / "mine.part"
    for path in (old, young, other):
        path.touch()
    for path, hours in ((old, 25), (young, 23), (other, 99)):
        then = path.stat().st_mtime - hours * 3600
        os.utime(path, (then, then))
    with atomic(tmp_path / "a") as draft:
        draft.touch()
    assert names(tmp_path) == [".zzd-00bb.part", "a", "mine.part"]


@pytest.mark.parametrize("looks", [2, 10**9])
def test_a_virus_scanner_that_looks_into_a_new_file_for_an_instant_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, looks: int
) -> None:
    """Windows changes no name of a file that another program has open."""
    replace, left = Path.replace, iter(range(looks))

    def refused(source: Path, target: Path) -> Path:
        if next(left, None) is not None:
            raise PermissionError(errno.EACCES, "in use", str(target))
        return replace(source, target)

    monkeypatch.setattr(Path, "replace", refused)
    monkeypatch.setattr(atomic_file, "_SCANNED_SECONDS", 0.2)
    (tmp_path / "a").write_bytes(b"old")
    with pytest.raises(Refused) if looks > 2 else contextlib.nullcontext(), atomic(tmp_path / "a") as draft:
        draft.write_bytes(b"new")
    assert (tmp_path / "a").read_bytes() == (b"old" if looks > 2 else b"new")
    assert names(tmp_path) == ["a"]


# -- the steps -----------------------------------------------------------------------------------------


def test_a_draft_is_private_and_goes_with_what_its_writer_keeps_beside_it(tmp_path: Path) -> None:
    with atomic_file.draft_in(tmp_path, ("-journal",)) as draft:
        draft.with_name(draft.name + "-journal").touch()
        if os.name == "posix":
            assert draft.stat().st_mode & 0o777 == 0o600
    assert names(tmp_path) == []


@pytest.mark.parametrize("links", [True, False])
def test_a_name_that_is_taken_is_not_given_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, links: bool
) -> None:
    if not links:
        monkeypatch.setattr(os, "link", no_links)
    (tmp_path / "book").write_bytes(b"old")
    with atomic_file.draft_in(tmp_path) as draft:
        draft.write_bytes(b"new")
        with pytest.raises(atomic_file.NameTaken, match="已经存在"):
            atomic_file.put_in_place(draft, tmp_path / "book")
        atomic_file.put_in_place(draft, tmp_path / "other")
    assert (tmp_path / "book").read_bytes() == b"old"
    assert (tmp_path / "other").read_bytes() == b"new"
    assert names(tmp_path) == ["book", "other"]


@pytest.mark.parametrize("links", [True, False])
def test_a_file_keeps_a_second_name_when_another_takes_its_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, links: bool
) -> None:
    if not links:
        monkeypatch.setattr(os, "link", no_links)
    book, kept = tmp_path / "book", tmp_path / "kept"
    book.write_bytes(b"old")
    atomic_file.keep_also_as(book, kept)
    with atomic_file.draft_in(tmp_path) as draft:
        draft.write_bytes(b"new")
        atomic_file.replace(draft, book)
    assert (book.read_bytes(), kept.read_bytes()) == (b"new", b"old")
    assert names(tmp_path) == ["book", "kept"]


def no_links(source: Path, target: Path) -> None:
    """As on a stick or a share without hard links; where the name is taken the system says that first."""
    raise OSError(errno.EPERM, "Operation not permitted")
