"""Backing up by hand: verified, listed and remembered."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tests.gui.helpers import texts
from zhengzhou_desk.gui.dialogs.backup import BackupDialog
from zhengzhou_desk.store.backup import verified

if TYPE_CHECKING:
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
