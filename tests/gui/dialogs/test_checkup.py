"""The check-up: sound or not, and what to do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.books import clock
from tests.gui.helpers import texts
from zhengzhou_desk.gui.actions import backups
from zhengzhou_desk.gui.dialogs.checkup import CheckupDialog
from zhengzhou_desk.store.checkup import checkup

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from zhengzhou_desk.gui.main_window import MainWindow


def test_the_check_up_says_what_to_do(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    good = CheckupDialog(window, window.desk.path, checkup(window.desk.path, clock()), "zh")
    qtbot.addWidget(good)
    assert "账册完好" in good.verdict.text()
    assert good.restore.isHidden()
    bad = tmp_path / "坏.zzd"
    given = bytearray(window.desk.path.read_bytes())
    given[5_000:9_000] = bytes(4_000)
    bad.write_bytes(given)
    dialog = CheckupDialog(window, bad, checkup(bad, clock()), "zh")
    qtbot.addWidget(dialog)
    assert "项不正常" in dialog.verdict.text()
    assert not dialog.restore.isHidden()
    assert any("请用最近的备份恢复" in text[1] for text in texts(dialog.list))


def test_the_check_up_from_the_menu(window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    monkeypatch.setattr(CheckupDialog, "exec", lambda self: seen.append(self.verdict.text()) or 0)
    backups.check_up(window)
    qtbot.waitUntil(lambda: bool(seen), timeout=10_000)
    assert "账册完好" in seen[0]
