"""Copies made unasked: their age in words, and the one just made stays whatever the clock says."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from tests.books import clock, new_desk, unit
from tests.gui.conftest import settle
from zhengzhou_desk.common.settings import Settings
from zhengzhou_desk.gui.system import auto_backup
from zhengzhou_desk.gui.window_api import Start
from zhengzhou_desk.store.backup import AUTOMATIC


@pytest.fixture
def book(tmp_path: Path) -> Path:
    with new_desk(tmp_path, unit(), name="台账.zzd") as desk:
        return desk.path


@pytest.mark.parametrize(
    ("days", "said", "late"),
    [(0, "今天已备份", False), (1, "1 天前备份", False), (7, "7 天前备份", False), (8, "8 天前备份", True)],
)
def test_a_copy_is_late_after_a_week(book: Path, tmp_path: Path, days: int, said: str, late: bool) -> None:
    (tmp_path / "台账_20240401-1200.zzd").touch()
    now = datetime.datetime(2024, 4, 1, 9) + datetime.timedelta(days=days)
    assert auto_backup.age(book, Settings(tmp_path / "s.json"), now) == (said, late)


def test_no_copy_at_all_is_late(book: Path, tmp_path: Path) -> None:
    assert auto_backup.age(book, Settings(tmp_path / "s.json"), clock()) == ("还没有备份", True)


def test_the_copy_just_made_stays_though_the_clock_was_set_back(book: Path, tmp_path: Path) -> None:
    folder = tmp_path / AUTOMATIC
    folder.mkdir()
    first = datetime.date(2024, 4, 2)
    for day in range(90):
        (folder / f"台账_{first + datetime.timedelta(days=day):%Y%m%d}-1200.zzd").touch()
    start = Start(Settings(tmp_path / "s.json"), "zh", clock, "王")
    copies: list[Path | None] = []
    auto_backup.copy_in_background(book, start, lambda path, why: copies.append(path))
    settle()
    (made,) = copies
    assert made is not None
    assert made.name == "台账_20240401-0930.zzd"
    assert made.stat().st_size == book.stat().st_size
    assert len(list(folder.iterdir())) < 40, "the others are thinned out"
