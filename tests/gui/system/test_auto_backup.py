"""Keeping the book from the window: what was altered outside, copies before large steps, books that do not open."""

from __future__ import annotations

import datetime
import shutil
import sqlite3
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.books import clock, new_desk, unit
from tests.gui.helpers import another_book, settle
from zhengzhou_desk.common.settings import Settings
from zhengzhou_desk.gui.main_window import MainWindow
from zhengzhou_desk.gui.system import auto_backup
from zhengzhou_desk.gui.window_api import Start
from zhengzhou_desk.records import Change, Entry, Filing, Unit
from zhengzhou_desk.services import editing
from zhengzhou_desk.store import backup, book_file
from zhengzhou_desk.store.backup import AUTOMATIC, back_up, backups, verified

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize("size", [1, 150, 3_000])
def test_before_an_import_the_window_copies_the_book_as_it_is_without_waiting(
    window: MainWindow, qtbot: QtBot, size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = window.desk
    editing.edit(desk, desk.rows(Filing)[0], "platform_note", "无食堂，外购")
    before, folder = desk.store.digest(), desk.path.parent / AUTOMATIC
    threads: list[threading.Thread] = []
    real = backup.automatic

    def made(*given: Any) -> Path:
        threads.append(threading.current_thread())
        return real(*given)

    monkeypatch.setattr(auto_backup, "automatic", made)
    rows = tuple(Change(None, Unit(code=f"2{number:05d}", name=f"单位{number}")) for number in range(size))
    window.change("正在导入", size, lambda: desk.apply(Entry("import", rows, ("x",))), lambda _: None)
    qtbot.waitUntil(lambda: not desk.is_paused and len(desk.rows(Unit)) > size, timeout=20_000)
    qtbot.waitUntil(lambda: before in {verified(copy.path) for copy in backups(folder, desk.path)}, timeout=20_000)
    assert threading.main_thread() not in threads


def test_a_copy_is_due_whenever_the_book_says_something_else_than_its_last_copy(
    window: MainWindow, qtbot: QtBot
) -> None:
    desk = window.desk
    back_up(desk.path, desk.path.parent, clock())
    assert not auto_backup.is_due(desk.path, window.settings)
    editing.edit(desk, desk.rows(Filing)[0], "platform_note", "同一分钟里的修改")
    assert auto_backup.is_due(desk.path, window.settings)


def test_a_copy_is_due_where_neither_the_last_one_nor_the_book_can_be_read(window: MainWindow, tmp_path: Path) -> None:
    """What neither says is not the same: the copy is tried, and why it fails is said."""
    path = another_book(tmp_path)
    copy = back_up(path, path.parent, clock())
    copy.write_bytes(b"")
    assert auto_backup.is_due(path, window.settings)
    path.write_bytes(b"")
    assert auto_backup.is_due(path, window.settings)


def test_a_book_that_is_overwritten_while_it_is_copied_unasked_is_said(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The order that once made two tests fail: the book was emptied after the copy had looked at it, and the thread died of that.

    What a thread dies of reaches whoever listens then: the test that ran, or the crash page of the next one.
    """
    settle()
    path, whole = window.desk.path, window.desk.path.read_bytes()
    real = book_file.connect

    def overtaken(book: Path, *, writable: bool) -> sqlite3.Connection:
        if threading.current_thread().name == "backup":
            book.write_bytes(b"")
        return real(book, writable=writable)

    monkeypatch.setattr(book_file, "connect", overtaken)
    window.session.copy()
    qtbot.waitUntil(lambda: "自动备份没有做成" in window.bar.label.text(), timeout=10_000)
    assert "已损坏" in window.bar.label.text()
    monkeypatch.undo()
    path.write_bytes(whole)


def test_copies_are_made_unasked_and_their_age_is_in_sight(window: MainWindow, qtbot: QtBot) -> None:
    path = window.desk.path
    qtbot.waitUntil(lambda: bool(auto_backup.copies(path, window.settings)), timeout=10_000)
    qtbot.waitUntil(lambda: window.status.backup.text() == "今天已备份")
    text, old = auto_backup.age(path, window.settings, clock() + datetime.timedelta(days=9))
    assert (text, old) == ("9 天前备份", True)


def test_a_copy_that_cannot_be_made_is_said(window: MainWindow, qtbot: QtBot) -> None:
    path = window.desk.path
    qtbot.waitUntil(lambda: bool(auto_backup.copies(path, window.settings)), timeout=10_000)
    shutil.rmtree(path.parent / "备份")
    (path.parent / "备份").write_text("一个同名的文件", encoding="utf-8")
    window.session.copy()
    qtbot.waitUntil(lambda: "自动备份没有做成" in window.bar.label.text(), timeout=10_000)
    assert "备份" in window.bar.button.text()
    (path.parent / "备份").unlink()
    window.settings.put(auto_backup.FAILED, "磁盘已满")
    window.open_book(path)
    assert "上次关闭时自动备份没有做成：磁盘已满" in window.bar.label.text()


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
