"""Keeping the book safe from the menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from zhengzhou_desk.gui.actions import backups
from zhengzhou_desk.gui.dialogs.checkup import CheckupDialog

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from zhengzhou_desk.gui.main_window import MainWindow


def test_the_check_up_from_the_menu(window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    monkeypatch.setattr(CheckupDialog, "exec", lambda self: seen.append(self.verdict.text()) or 0)
    backups.check_up(window)
    qtbot.waitUntil(lambda: bool(seen), timeout=10_000)
    assert "账册完好" in seen[0]
