"""Restoring: one copy of the list, put back and verified."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.gui.helpers import texts
from zhengzhou_desk.gui.actions import backups
from zhengzhou_desk.gui.dialogs.restore import RestoreDialog
from zhengzhou_desk.gui.system import ask
from zhengzhou_desk.records import Filing
from zhengzhou_desk.services import editing
from zhengzhou_desk.store.backup import back_up

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from zhengzhou_desk.gui.main_window import MainWindow


def test_restoring_takes_one_of_the_list(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = window.desk.path
    back_up(book, tmp_path, datetime.datetime(2024, 2, 1, 8, 0))
    editing.edit(window.desk, window.desk.rows(Filing)[1], "reserve", "90000")

    def choose(dialog: RestoreDialog) -> int:
        place = next(place for place, text in enumerate(texts(dialog.list)) if text[0] == "2024-02-01 08:00")
        dialog.list.selectRow(place)
        dialog.take.click()
        return dialog.result()

    monkeypatch.setattr(RestoreDialog, "exec", choose)
    backups.restore(window)
    qtbot.waitUntil(lambda: "已恢复并核验" in window.bar.label.text(), timeout=10_000)
    assert window.desk.rows(Filing)[1].reserve == 6_000_000
    assert "已恢复并核验" in window.bar.label.text()


def test_another_file_than_those_of_the_list_can_be_chosen(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lonely = tmp_path / "无备份" / "册.zzd"
    lonely.parent.mkdir()
    dialog = RestoreDialog(window, lonely, window.settings)
    qtbot.addWidget(dialog)
    assert not dialog.empty.isHidden() and not dialog.take.isEnabled()
    dialog._take()
    monkeypatch.setattr(ask, "open_file", lambda *_: None)
    dialog._other()
    assert dialog.backup is None and dialog.result() == 0
    monkeypatch.setattr(ask, "open_file", lambda *_: tmp_path / "copy.zzd")
    dialog._other()
    assert dialog.backup == tmp_path / "copy.zzd" and dialog.result() == 1
