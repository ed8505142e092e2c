"""Why a finding is one: what stands in a book is shown as text and never as markup."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.gui.helpers import put, shows, table
from zhengzhou_desk.gui.main_window import MainWindow
from zhengzhou_desk.gui.system import ask
from zhengzhou_desk.policy.parameters import ERROR, INFO, WARNING
from zhengzhou_desk.records import Dismissal
from zhengzhou_desk.services import dismissals


def test_data_is_never_rich_text(window: MainWindow) -> None:
    put(table(window, "units"), 1, "name", "<b>粗</b><img src=/etc/passwd>")
    panel = window.panel
    assert panel is not None
    panel.choose(panel.model.findings[0])
    for label in (panel.why.title, panel.why.message, panel.why.numbers, window.bar.label):
        assert label.textFormat() == Qt.TextFormat.PlainText
    assert shows(table(window, "filings"), 1, "=unit_name") == "<b>粗</b><img src=/etc/passwd>"


def test_many_findings_are_set_aside_at_once_with_one_reason(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = window.panel
    assert panel is not None
    panel.model.levels = frozenset({WARNING, INFO})
    panel.renew()
    panel.list.selectAll()
    chosen = panel.all_chosen
    assert len(chosen) > 1
    assert panel.why.title.text() == f"选中 {len(chosen)} 条"
    monkeypatch.setattr(ask, "text", lambda *_: "已经核实")
    panel.why.dismiss.click()
    assert {row.reason for row in window.desk.rows(Dismissal)} == {"已经核实"}
    assert len(window.desk.rows(Dismissal)) == len(chosen)
    assert not panel.model.findings
    window.undo()
    assert len(panel.model.findings) == len(chosen)


def test_errors_among_the_chosen_are_not_set_aside(window: MainWindow) -> None:
    panel = window.panel
    assert panel is not None
    panel.model.levels = frozenset({ERROR, WARNING, INFO})
    panel.renew()
    panel.list.selectAll()
    assert not panel.why.dismiss.isEnabled()
    assert "只有警告" in panel.why.reason.text()


def test_a_chosen_group_stands_for_its_findings(window: MainWindow) -> None:
    panel = window.panel
    assert panel is not None
    panel.order.setCurrentIndex(2)
    panel.list.selectRow(0)
    group = panel.model.group(0)
    assert group is not None
    assert set(map(id, panel.all_chosen)) == set(map(id, group.findings))


def test_a_warning_is_set_aside_and_taken_up_again_from_its_explanation(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = window.panel
    assert panel is not None
    panel.why._go()
    panel.why._dismiss_or_reopen()
    assert not panel.why.dismiss.isVisibleTo(panel.why), "nothing is chosen: there is nothing to set aside"
    warning = next(each for each in window.desk.findings() if each.severity == WARNING)
    panel.why.show_findings([warning])
    monkeypatch.setattr(ask, "text", lambda *_: None)
    panel.why.dismiss.click()
    assert dismissals.dismissal_of(window.desk, warning) is None, "who gives no reason has thought better of it"
    monkeypatch.setattr(ask, "text", lambda *_: "已核实")
    panel.why.dismiss.click()
    kept = dismissals.dismissal_of(window.desk, warning)
    assert kept is not None
    assert kept.reason == "已核实"
    panel.why.show_findings([warning])
    assert panel.why.dismiss.text() == "恢复"
    panel.why.dismiss.click()
    assert dismissals.dismissal_of(window.desk, warning) is None
