"""Copies: on the disk before they count, compared before they count, and another's unfinished one left alone."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.books import clock, filing, new_desk, unit
from zhengzhou_desk.store import backup, book_file
from zhengzhou_desk.store.backup import back_up, verified


@pytest.fixture
def book(tmp_path: Path) -> Path:
    with new_desk(tmp_path, unit(), filing(), name="台账.zzd") as desk:
        return desk.path


def test_a_copy_is_on_the_disk_before_it_takes_its_name(
    book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []
    sync, link = os.fsync, os.link
    whole = book.stat().st_size

    def synced(file: int) -> None:
        steps.append("whole" if os.fstat(file).st_size == whole else "other")
        sync(file)

    def linked(source: Path, target: Path) -> None:
        steps.append(f"name {Path(target).name}")
        link(source, target)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(os, "link", linked)
    copy = back_up(book, tmp_path, clock())
    named = steps.index(f"name {copy.name}")
    assert "whole" in steps[:named], "the copy itself"
    assert steps[named + 1 :], "the folder that holds its name"


def test_an_unfinished_copy_goes_once_it_is_surely_abandoned(book: Path, tmp_path: Path) -> None:
    young, old, other = (
        tmp_path / f"{name}.zzd.part" for name in ("台账_20240401-0859", "台账_20240401-0700", "别的_20240401-0700")
    )
    now = clock().timestamp()
    for part, minutes in ((young, 30), (old, 61), (other, 600)):
        part.touch()
        os.utime(part, (now - minutes * 60, now - minutes * 60))
    back_up(book, tmp_path, clock())
    assert sorted(path.name for path in tmp_path.iterdir() if path.suffix == ".part") == sorted(
        [young.name, other.name]
    )


def test_of_a_day_the_last_copy_stays(tmp_path: Path) -> None:
    names = [f"台账_202404{day:02d}-{hour}00.zzd" for day in range(1, 29) for hour in ("09", "12", "17")]
    for name in names:
        (tmp_path / name).touch()
    copies = backup.backups(tmp_path, tmp_path / "台账.zzd")
    gone = {copy.path.name for copy in backup.superseded(copies)}
    left = [name for name in names if name not in gone]
    assert "台账_20240428-1700.zzd" in left
    earlier = [name for name in left if name[3:11] < "20240427"]
    assert earlier
    assert all(name.endswith("-1700.zzd") for name in earlier), "the day's last copy, never its first"


def test_a_copy_reads_as_the_book(book: Path, tmp_path: Path) -> None:
    copy = back_up(book, tmp_path, clock(), pinned=True)
    assert verified(copy) == verified(book)
    assert copy.name == "台账_20240401-0930_保留.zzd"
    assert not any(copy.with_name(copy.name + suffix).exists() for suffix in book_file.SIDE_FILES)
