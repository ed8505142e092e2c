"""Filings from the menu: sent back, filed again, confirmed, submitted; who is left is listed with the reason."""

from __future__ import annotations

import pytest

from tests.gui.helpers import choose, put, table
from zhengzhou_desk.gui.actions import filings
from zhengzhou_desk.gui.dialogs.unconfirmed import UnconfirmedDialog
from zhengzhou_desk.gui.main_window import MainWindow
from zhengzhou_desk.gui.system import ask
from zhengzhou_desk.records import Filing


def test_workflow_from_the_menu(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    page = table(window, "filings")
    choose(page, 2, "reserve", 2, "reserve")
    monkeypatch.setattr(ask, "text", lambda *given: "数字不对")
    filings.send_back(window)
    assert window.desk.rows(Filing)[2].state == "returned"
    choose(page, 2, "reserve", 2, "reserve")
    filings.file_again(window)
    asked: list[UnconfirmedDialog] = []
    monkeypatch.setattr(UnconfirmedDialog, "exec", lambda self: asked.append(self) or 0)
    filings.confirm_passing(window)
    assert not asked, "all are confirmed"
    assert [row.state for row in window.desk.rows(Filing)] == ["confirmed", "confirmed", "confirmed"]
    monkeypatch.setattr(ask, "yes", lambda *given, **more: True)
    filings.submit(window)
    assert not put(page, 1, "reserve", "1")
    assert "锁定" in window.bar.label.text()
