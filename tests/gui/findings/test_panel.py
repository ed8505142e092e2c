"""The findings folded by department, rule and unit: what is folded and chosen stays so while the book changes."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from tests.gui.helpers import put, rules, table
from zhengzhou_desk.gui.actions import edit as edits
from zhengzhou_desk.gui.findings.model import BY_DEPARTMENT, BY_LEVEL, BY_RULE, BY_UNIT
from zhengzhou_desk.gui.main_window import MainWindow
from zhengzhou_desk.gui.system import ask
from zhengzhou_desk.gui.table.tab import RecordTab

if TYPE_CHECKING:
    from zhengzhou_desk.gui.findings.panel import FindingsPanel


ORDERS = (BY_LEVEL, BY_DEPARTMENT, BY_RULE, BY_UNIT)


def panel_of(window: MainWindow) -> FindingsPanel:
    assert window.panel is not None
    return window.panel


def test_the_model_keeps_qts_rules_in_every_order(window: MainWindow) -> None:
    panel = panel_of(window)
    tester = QAbstractItemModelTester(panel.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for order in ORDERS:
        panel.order.setCurrentIndex(order)
        put(table(window, "filings"), 1, "reserve", "70000")
        put(table(window, "filings"), 1, "reserve", "90000")
    assert tester.model() is panel.model


def groups(panel: FindingsPanel) -> list[int]:
    """The rows that are groups."""
    return [place for place in range(panel.model.rowCount()) if panel.model.group(place) is not None]


@pytest.mark.parametrize("order", [BY_DEPARTMENT, BY_RULE, BY_UNIT])
def test_every_finding_stands_under_one_group_that_counts_it(window: MainWindow, order: int) -> None:
    panel = panel_of(window)
    every = Counter(one.rule for one in panel.model.findings)
    panel.order.setCurrentIndex(order)
    model = panel.model
    assert Counter(one.rule for one in model.findings) == every
    assert model.rowCount() == len(model.groups) + len(model.findings)
    for place in groups(panel):
        group = model.group(place)
        assert group is not None
        assert model.data(model.index(place, 0)) == f"▾ {len(group.findings)}"
        assert [model.finding(place + 1 + row) for row in range(len(group.findings))] == group.findings
    if order == BY_RULE:
        assert "预留比例不达标" in [model.data(model.index(place, 2)) for place in groups(panel)]
    if order == BY_DEPARTMENT:
        assert model.data(model.index(0, 1)) == "教育局"


def test_what_is_folded_and_what_is_chosen_stay_so_after_an_edit(window: MainWindow) -> None:
    panel = panel_of(window)
    panel.order.setCurrentIndex(BY_UNIT)
    model = panel.model
    other = next(group for group in model.groups if group.key != "101003")
    panel._fold(model.place_of(other) or 0, True)
    assert model.rowCount() == len(model.groups) + len(model.findings) - len(other.findings)
    chosen = next(one for one in model.findings if one.rule == "ratio")
    panel.choose(chosen)
    put(table(window, "filings"), 1, "reserve", "61000")
    assert panel.chosen is not None
    assert (panel.chosen.rule, panel.chosen.unit) == ("ratio", "101003")
    assert panel.chosen != chosen, "its figures are the new ones"
    assert model.data(model.index(model.place_of(other) or 0, 0)).startswith("▸")
    panel._fold_all()
    assert model.rowCount() == len(model.groups)
    assert panel._all.text() == "全部展开"
    panel._fold_all()
    assert model.rowCount() == len(model.groups) + len(model.findings)


def test_a_group_is_folded_by_key_and_a_child_leads_to_its_cell(window: MainWindow) -> None:
    panel = panel_of(window)
    panel.order.setCurrentIndex(BY_RULE)
    model = panel.model
    ratio = next(group for group in model.groups if group.key == "ratio")
    panel.list.selectRow(model.place_of(ratio) or 0)
    assert panel.chosen is None
    assert panel.all_chosen == tuple(panel.model.groups[0].findings), "a group stands for its findings"
    panel.list.setFocus()
    QTest.keyClick(panel.list, Qt.Key.Key_Left)
    assert model.place_of(ratio.findings[0]) is None
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert model.place_of(ratio.findings[0]) is not None
    QTest.keyClick(panel.list, Qt.Key.Key_Down)
    assert panel.chosen is not None and panel.chosen.rule == "ratio"
    assert "20,000.00元" in panel.why.numbers.text()
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    page = window.page
    assert isinstance(page, RecordTab) and page.name == "filings"
    assert page.table.grid.currentIndex().column() == page.table.records.column_of("reserve")
    panel.choose(ratio.findings[0])
    QTest.keyClick(panel.list, Qt.Key.Key_Left)
    assert model.group(panel.list.currentIndex().row()) is ratio, "folding from within goes to the group"


def test_a_finding_leads_to_its_cell_and_says_why(window: MainWindow) -> None:
    panel = window.panel
    assert panel is not None
    finding = next(one for one in panel.model.findings if one.rule == "ratio")
    panel.choose(finding)
    assert "郑财购〔2023〕3号 一（一）" in panel.why.articles.text()
    assert "20,000.00元" in panel.why.numbers.text()
    assert panel.why.advice.text()
    panel._open(panel.model.place_of(finding) or 0)
    page = window.page
    assert isinstance(page, RecordTab)
    assert page.name == "filings"
    current = page.table.grid.currentIndex()
    assert (current.row(), current.column()) == (1, page.table.records.column_of("reserve"))


def test_a_warning_is_set_aside_with_a_reason_and_taken_up(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    panel = window.panel
    assert panel is not None
    panel.choose(next(one for one in panel.model.findings if one.rule == "soe_account"))
    monkeypatch.setattr(ask, "text", lambda *given: "正在办理")
    panel.why._dismiss_or_reopen()
    assert "soe_account" not in rules(window)
    panel._dismissed.setChecked(True)
    assert rules(window) == ["soe_account"]
    panel._dismissed.setChecked(False)
    edits.undo(window)
    assert "soe_account" in rules(window)


def test_the_panel_keeps_its_place(window: MainWindow) -> None:
    panel = window.panel
    assert panel is not None
    chosen = panel.model.findings[1]
    panel.choose(chosen)
    put(table(window, "units"), 0, "note", "改一下")
    assert panel.chosen == chosen


def test_f8_goes_through_the_findings_and_their_cells(window: MainWindow) -> None:
    assert window.panel is not None
    window.step_finding(1)
    first = window.panel.chosen
    assert first == window.panel.model.findings[0]
    window.step_finding(1)
    assert window.panel.chosen == window.panel.model.findings[1]
    window.step_finding(-1)
    assert window.panel.chosen == first
    window.step_finding(-1)
    assert window.panel.chosen == first
    assert window.bar.label.text() == "已经是第一条"


def test_what_the_last_step_has_made_is_told_apart_until_the_next(window: MainWindow) -> None:
    panel = window.panel
    assert panel is not None

    def fresh() -> set[tuple[str, str | None]]:
        return {(one.rule, one.unit) for one in panel.model.findings if panel.model.is_fresh(one)}

    assert fresh() == set(), "of a book that was just opened nothing is new"
    filings = table(window, "filings")
    assert put(filings, 2, "reserve", "10000")
    assert ("ratio", "101004") in fresh()
    assert ("ratio", "101003") not in fresh()
    place = panel.model.place_of(next(one for one in panel.model.findings if panel.model.is_fresh(one)))
    assert place is not None
    assert panel.model.data(panel.model.index(place, 0), Qt.ItemDataRole.FontRole).bold()
    assert put(filings, 1, "reserve", "70000")
    assert ("ratio", "101004") not in fresh(), "by the next step it is an old one"
    window.undo()
    window.undo()
    assert all(one.unit != "101004" or one.rule != "ratio" for one in panel.model.findings)
