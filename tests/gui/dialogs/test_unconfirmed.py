"""Who is left unconfirmed: listed with the reason, and one way to the filing."""

from __future__ import annotations

import pytest

from tests.gui.helpers import table
from zhengzhou_desk.gui.actions import filings
from zhengzhou_desk.gui.dialogs.unconfirmed import UnconfirmedDialog
from zhengzhou_desk.gui.main_window import MainWindow
from zhengzhou_desk.records import Filing
from zhengzhou_desk.services import editing


def test_those_who_are_left_are_listed_with_the_reason_and_a_department_is_done_alone(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = table(window, "filings")
    for row in window.desk.rows(Filing):
        editing.edit(window.desk, row, "state", "已填报")
    asked: list[UnconfirmedDialog] = []
    monkeypatch.setattr(UnconfirmedDialog, "exec", lambda self: asked.append(self) or 0)
    window.scope.choose((), "没有单位的部门")
    filings.confirm_passing(window)
    assert not asked and {row.state for row in window.desk.rows(Filing)} == {"filed"}, (
        "nobody belongs to that department"
    )
    window.scope.choose_department(window.desk, "101")
    filings.confirm_passing(window)
    assert [row.texts[0] for row in asked[0].list.records.rows] == ["101003"]
    assert "10%" in asked[0].list.records.rows[0].texts[3]
    asked[0].list.selectRow(0)
    asked[0].list.opened.emit()
    assert [row.unit_of for row in page.records.rows] == ["101003"]


def test_all_who_are_left_are_shown_among_the_filings(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    for row in window.desk.rows(Filing):
        editing.edit(window.desk, row, "state", "已填报")
        editing.edit(window.desk, window.desk.rows(Filing)[2], "reserve", "70000")
    asked: list[UnconfirmedDialog] = []
    monkeypatch.setattr(UnconfirmedDialog, "exec", lambda self: asked.append(self) or 0)
    filings.confirm_passing(window)
    asked[0]._all()
    page = table(window, "filings")
    assert [row.unit_of for row in page.records.rows] == ["101003", "101004"]
    assert page._only.text() == "未确认"
