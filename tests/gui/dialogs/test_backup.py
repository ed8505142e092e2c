"""Backing up by hand: verified, listed and remembered."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QDesktopServices

from tests.gui.helpers import texts
from zhengzhou_desk.gui.dialogs.backup import BackupDialog
from zhengzhou_desk.gui.system import ask, auto_backup
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
