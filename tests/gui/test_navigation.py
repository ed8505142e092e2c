"""Going about: every tab opens, and the overview's numbers lead on."""

from __future__ import annotations

from typing import Any, cast

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from zhengzhou_desk.gui.main_window import MainWindow
from zhengzhou_desk.gui.pages.unit import UnitPage
from zhengzhou_desk.gui.table.tab import RecordTab
from zhengzhou_desk.records import Filing, Setting
from zhengzhou_desk.services import editing


def test_every_tab_opens_and_the_overview_leads_on(window: MainWindow) -> None:
    assert [page.name for page in window.pages] == [
        "overview", "units", "filings", "spending", "accounts", "purchases", "changes", "notices", "summary",
    ]  # fmt: skip
    for place in range(len(window.pages)):
        window.tabs.setCurrentIndex(place)
        QApplication.processEvents()
        window.grab()
    window.show_tab("overview")
    overview = cast("Any", window.page)
    overview.tiles[3].clicked.emit()
    page = window.page
    assert isinstance(page, RecordTab)
    assert [row.unit_of for row in page.table.records.rows] == ["101003"]
    page.table._only.click()
    assert len(page.table.records.rows) == 3


def test_a_finding_leads_to_its_cell_and_a_missing_filing_to_its_unit(window: MainWindow) -> None:
    desk = window.desk
    found = next(one for one in desk.findings() if one.unit == "101003" and one.table == "filing")
    window.show_finding(found)
    page = window.page
    assert isinstance(page, RecordTab) and page.name == "filings"
    assert page.table.grid.chosen()[0].unit_of == "101003"
    assert page.table.grid.currentIndex().column() == page.table.records.column_of(found.column)
    editing.remove(desk, [row for row in desk.rows(Filing) if row.unit == "101003"])
    missing = next(one for one in desk.findings() if one.unit == "101003" and one.table == "filing")
    window.show_finding(missing)
    page = window.page
    assert isinstance(page, RecordTab) and page.name == "units"
    assert page.table.grid.chosen()[0].unit_of == "101003"
    assert "还没有填报记录" in window.bar.label.text()


def test_a_record_without_a_tab_leads_nowhere(window: MainWindow) -> None:
    editing.set_setting(window.desk, "contact", "李四")
    window.show_tab("filings")
    window.show_record(next(iter(window.desk.tables.all(Setting))))
    window.show_rows("setting", [1], "设置")
    window.show_tab("没有的")
    assert window.page.name == "filings"


def test_the_page_of_a_unit_and_of_none(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr(UnitPage, "exec", lambda self: shown.append(self.windowTitle()) or 0)
    window.show_unit("101004")
    assert "第二小学" in shown[0]
    window.show_unit("999")
    assert len(shown) == 1
    assert window.bar.label.text() == "账册中没有编码为 999 的单位"


def test_units_without_a_row_in_the_tab_are_shown_among_the_units(window: MainWindow) -> None:
    window.show_units("filings", ["101003"], "一所")
    assert window.page.name == "filings"
    window.show_units("spending", ["101003", "101004"], "两所")
    page = window.page
    assert isinstance(page, RecordTab) and page.name == "units"
    assert [row.unit_of for row in page.table.records.rows] == ["101003", "101004"]
    assert page.table._only.text() == "两所"


def test_f6_walks_through_the_parts_of_the_window_and_back(window: MainWindow, qtbot: QtBot) -> None:
    window.show_tab("filings")
    window.activateWindow()
    assert isinstance(window.page, RecordTab)
    grid, tree, panel = window.page.table.grid, window.sides.tree, window.panel
    assert tree is not None
    assert panel is not None
    grid.setFocus()
    qtbot.waitUntil(grid.hasFocus)
    window.move_part(1)
    assert panel.list.hasFocus()
    window.move_part(-1)
    window.move_part(-1)
    assert tree.view.hasFocus()
    window.dock.hide()
    window.move_part(1)
    assert grid.hasFocus()
    window.move_part(1)
    assert not panel.list.hasFocus(), "what is not there is passed over"
