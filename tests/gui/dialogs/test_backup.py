"""Backing up by hand: verified, listed and remembered."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QDesktopServices

from tests.books import clock
from tests.gui.helpers import texts
from zhengzhou_desk.common import sealing
from zhengzhou_desk.gui.actions import backups
from zhengzhou_desk.gui.dialogs.backup import BackupDialog
from zhengzhou_desk.gui.system import ask, auto_backup
from zhengzhou_desk.records import Filing
from zhengzhou_desk.services import editing
from zhengzhou_desk.store.backup import back_up, verified

if TYPE_CHECKING:
    import pytest
    from pytestqt.qtbot import QtBot

    from zhengzhou_desk.gui.main_window import MainWindow


def test_a_backup_by_hand_is_verified_listed_and_remembered(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "U盘"
    folder.mkdir()
    dialog = BackupDialog(window)
    qtbot.addWidget(dialog)
    dialog.folder.setText(str(folder))
    dialog.pinned.setChecked(True)
    dialog.make.click()
    qtbot.waitUntil(
        lambda: bool(list(folder.glob("*_保留.zzd"))) and "已备份并核对" in window.bar.label.text(), timeout=10_000
    )
    assert any(text[1] == "长期保留" for text in texts(dialog.list))
    assert verified(next(folder.glob("*.zzd")))
    again = BackupDialog(window)
    qtbot.addWidget(again)
    assert again.folder.text() == str(folder)


def test_a_sealed_backup_from_the_dialog_is_put_back_with_its_password(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sealing, "LOG_N", 14)
    monkeypatch.setattr(ask, "new_password", lambda *_: "备份的密码 2024")
    folder = tmp_path / "U盘"
    folder.mkdir()
    dialog = BackupDialog(window)
    qtbot.addWidget(dialog)
    dialog.folder.setText(str(folder))
    dialog.seal.setChecked(True)
    dialog.make.click()
    qtbot.waitUntil(lambda: any(text[1] == "加密" for text in texts(dialog.list)), timeout=10_000)
    (copy,) = folder.iterdir()
    editing.edit(window.desk, window.desk.rows(Filing)[1], "reserve", "90000")
    answers: list[str | None] = ["不是这个密码", "备份的密码 2024"]
    questions: list[str] = []

    def answer(_parent: object, _title: str, question: str) -> str | None:
        questions.append(question)
        return answers.pop(0)

    monkeypatch.setattr(ask, "password", answer)
    backups.put_back(window, window.desk.path, copy)
    qtbot.waitUntil(lambda: "已恢复并核验" in window.bar.label.text(), timeout=10_000)
    assert window.desk.rows(Filing)[1].reserve == 6_000_000
    assert [("是加密的备份" in question, "密码不对" in question) for question in questions] == [
        (True, False), (False, True),
    ]  # fmt: skip


def test_who_gives_no_password_changes_nothing(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sealing, "LOG_N", 14)
    monkeypatch.setattr(ask, "new_password", lambda *_: None)
    before = set(tmp_path.rglob("*.zzd"))
    dialog = BackupDialog(window)
    qtbot.addWidget(dialog)
    dialog.seal.setChecked(True)
    dialog.make.click()
    assert set(tmp_path.rglob("*.zzd")) == before
    copy = back_up(window.desk.path, tmp_path, clock(), password="备份的密码 2024")
    monkeypatch.setattr(ask, "password", lambda *_: None)
    backups.put_back(window, window.desk.path, copy)
    assert window.has_book
    assert window.bar.label.text() == "" or not window.bar.isVisible()


def test_a_sealed_copy_does_not_stand_for_one_that_can_be_read(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sealing, "LOG_N", 14)
    path = window.desk.path
    back_up(path, path.parent, clock() + datetime.timedelta(days=1), password="备份的密码 2024")
    plain = back_up(path, path.parent, clock())
    assert not auto_backup.is_due(path, window.settings)
    plain.unlink()
    for copy in auto_backup.copies(path, window.settings):
        if not copy.sealed:
            copy.path.unlink()
    assert auto_backup.is_due(path, window.settings)


def test_the_folder_is_chosen_and_shown(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = BackupDialog(window)
    qtbot.addWidget(dialog)
    before = dialog.folder.text()
    monkeypatch.setattr(ask, "folder", lambda *_: None)
    dialog._choose()
    assert dialog.folder.text() == before
    monkeypatch.setattr(ask, "folder", lambda *_: tmp_path / "U盘")
    dialog._choose()
    assert dialog.folder.text() == str(tmp_path / "U盘")
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    dialog._show_folder()
    back_up(window.desk.path, window.desk.path.parent / "备份", datetime.datetime(2024, 2, 1, 8, 0))
    dialog._renew()
    dialog.list.selectRow(0)
    dialog._show_folder()
    assert opened[-1] == str(window.desk.path.parent / "备份")


def test_a_folder_that_is_not_there_is_said_and_not_remembered(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = BackupDialog(window)
    qtbot.addWidget(dialog)
    dialog.folder.setText(str(tmp_path / "拔掉的U盘"))
    dialog.make.click()
    qtbot.waitUntil(lambda: "没有文件夹" in window.bar.label.text(), timeout=10_000)
    assert window.settings.get(auto_backup.ELSEWHERE, "") == ""
