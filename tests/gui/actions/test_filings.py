"""Filings from the menu: sent back, filed again, confirmed, submitted; who is left is listed with the reason."""

from __future__ import annotations

import pytest

from tests.gui.helpers import choose, put, table
from zhengzhou_desk.gui.actions import filings
from zhengzhou_desk.gui.dialogs.unconfirmed import UnconfirmedDialog
from zhengzhou_desk.gui.main_window import MainWindow
from zhengzhou_desk.gui.system import ask
from zhengzhou_desk.records import Filing
from zhengzhou_desk.services import editing


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


def test_a_submitted_year_is_unlocked_with_a_reason_alone(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    page = table(window, "filings")
    asked: list[str] = []
    monkeypatch.setattr(ask, "yes", lambda _, question, *rest, **more: asked.append(question) or False)
    filings.submit(window)
    assert put(page, 1, "reserve", "61000") and asked == ["登记 2024 年度汇总已上报市局吗？"]
    monkeypatch.setattr(ask, "yes", lambda *_, **more: True)
    filings.submit(window)
    for typed in (None, " "):
        monkeypatch.setattr(ask, "text", lambda *_, typed=typed: typed)
        filings.unlock(window)
        assert not put(page, 1, "reserve", "62000"), "without a reason it stays locked"
    monkeypatch.setattr(ask, "text", lambda *_: "市局退回")
    filings.unlock(window)
    assert put(page, 1, "reserve", "62000")


def test_the_chosen_filings_alone_are_confirmed(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    for row in window.desk.rows(Filing):
        editing.edit(window.desk, row, "state", "已填报")
    page = table(window, "filings")
    choose(page, 2, "reserve", 2, "reserve")
    filings.confirm(window)
    assert [row.state for row in window.desk.rows(Filing)] == ["filed", "filed", "confirmed"]
    monkeypatch.setattr(ask, "text", lambda *_: None)
    choose(page, 2, "reserve", 2, "reserve")
    filings.send_back(window)
    assert window.desk.rows(Filing)[2].state == "confirmed", "who thinks better of it sends nothing back"


def test_from_another_tab_all_that_pass_are_confirmed(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    for row in window.desk.rows(Filing):
        editing.edit(window.desk, row, "state", "已填报")
    editing.edit(window.desk, window.desk.rows(Filing)[1], "reserve", "90000")
    monkeypatch.setattr(UnconfirmedDialog, "exec", lambda _: pytest.fail("nobody is left"))
    window.show_tab("overview")
    filings.confirm_passing(window)
    assert {row.state for row in window.desk.rows(Filing)} == {"confirmed"}
    assert window.bar.label.text() == "全部填报都已确认"
