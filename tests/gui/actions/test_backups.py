"""Keeping the book safe from the menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.books import clock
from tests.gui.helpers import another_book
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.gui.actions import backups
from zhengzhou_desk.gui.dialogs.backup import BackupDialog
from zhengzhou_desk.gui.dialogs.checkup import RESTORE, CheckupDialog
from zhengzhou_desk.gui.dialogs.restore import RestoreDialog
from zhengzhou_desk.gui.pages.open_failed import OpenFailedPage
from zhengzhou_desk.gui.system import ask
from zhengzhou_desk.store import restore
from zhengzhou_desk.store.backup import back_up

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from zhengzhou_desk.gui.main_window import MainWindow


def test_the_check_up_from_the_menu(window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    monkeypatch.setattr(CheckupDialog, "exec", lambda self: seen.append(self.verdict.text()) or 0)
    backups.check_up(window)
    qtbot.waitUntil(lambda: bool(seen), timeout=10_000)
    assert "账册完好" in seen[0]


def test_restoring_without_a_book_asks_which_copy_and_where_to(
    another: MainWindow, book: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "备份").mkdir()
    copy = back_up(book, tmp_path / "备份", clock())
    proposed: list[str] = []
    wanted = tmp_path / "恢复" / "金水.zzd"
    wanted.parent.mkdir()
    monkeypatch.setattr(ask, "open_file", lambda *_: None)
    backups.restore(another)
    monkeypatch.setattr(ask, "open_file", lambda *_: copy)
    monkeypatch.setattr(ask, "save_file", lambda *given: proposed.append(given[2]))
    backups.restore(another)
    assert proposed == [str(copy.parent / "金水.zzd")], "the book's own name is proposed"
    assert not another.has_book
    monkeypatch.setattr(ask, "save_file", lambda *_: wanted)
    backups.restore(another)
    qtbot.waitUntil(lambda: another.has_book and "已恢复并核验" in another.bar.label.text(), timeout=10_000)
    assert another.is_open(wanted)


def test_a_copy_that_is_none_leaves_the_book_open_and_is_said(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "坏.zzd"
    broken.write_text("不是账册" * 100, encoding="utf-8")
    backups.put_back(window, window.desk.path, broken)
    qtbot.waitUntil(lambda: "坏.zzd" in window.bar.label.text(), timeout=10_000)
    assert window.has_book and window.desk.can_edit


def test_a_copy_that_cannot_be_put_back_leaves_the_book_open(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The copy is sound, but the disk is full when it is to take the book's place."""
    path = window.desk.path
    copy = back_up(path, tmp_path / "备份", clock())

    def full(*_: object, **__: object) -> None:
        raise Refused("磁盘已满")

    monkeypatch.setattr(restore, "restore", full)
    backups.put_back(window, path, copy)
    qtbot.waitUntil(lambda: window.has_book and window.bar.label.text() == "磁盘已满", timeout=10_000)
    assert window.is_open(path)


def test_a_copy_that_is_none_is_said_where_no_book_is_open(another: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    broken = tmp_path / "坏.zzd"
    broken.write_text("不是账册" * 100, encoding="utf-8")
    backups.put_back(another, tmp_path / "金水.zzd", broken)
    qtbot.waitUntil(lambda: bool(another.findChildren(OpenFailedPage)), timeout=10_000)
    assert not another.has_book and not (tmp_path / "金水.zzd").exists()


def test_a_check_up_that_finds_damage_leads_to_the_copies(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = another_book(tmp_path)
    offered: list[Path] = []
    monkeypatch.setattr(CheckupDialog, "exec", lambda _: RESTORE)
    monkeypatch.setattr(RestoreDialog, "exec", lambda self: offered.append(self.windowTitle()) or 0)
    backups.check_up(window, other)
    qtbot.waitUntil(lambda: bool(offered), timeout=10_000)
    assert window.has_book and not window.is_open(other)


def test_backing_up_from_the_menu(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[BackupDialog] = []
    monkeypatch.setattr(BackupDialog, "exec", lambda self: shown.append(self) or 0)
    window.menus.made["backup"].trigger()
    assert len(shown) == 1
