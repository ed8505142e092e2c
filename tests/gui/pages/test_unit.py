"""The page of one unit: what came to it as well as what left it."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QTableView, QTabWidget

from tests.gui.helpers import choose, table
from zhengzhou_desk.gui.dialogs.journal import JournalWindow
from zhengzhou_desk.gui.pages.unit import UnitPage
from zhengzhou_desk.records import Filing, Unit
from zhengzhou_desk.services import unit_changes

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from zhengzhou_desk.gui.main_window import MainWindow


def tabs(window: MainWindow, qtbot: QtBot, code: str) -> list[str]:
    unit = window.desk.unit(code)
    assert unit is not None
    page = UnitPage(window, unit)
    qtbot.addWidget(page)
    found = page.findChild(QTabWidget)
    assert isinstance(found, QTabWidget)
    return [found.tabText(place) for place in range(found.count())]


def test_a_change_stands_on_the_page_of_either_unit(window: MainWindow, qtbot: QtBot) -> None:
    desk = window.desk
    old, into = desk.unit("101004"), desk.unit("101003")
    assert old is not None
    assert into is not None
    assert not [text for text in tabs(window, qtbot, "101003") if text.startswith("变更")]
    unit_changes.apply(desk, unit_changes.merge(desk, [old], into, datetime.date(2024, 3, 30), "编办〔2024〕1号"))
    assert "变更 1" in tabs(window, qtbot, "101003")
    assert "变更 1" in tabs(window, qtbot, "101004")
    assert "填报 2" in tabs(window, qtbot, "101003")


def test_the_unit_page_s_journal_has_pastes_and_undos(window: MainWindow, qtbot: QtBot) -> None:
    page = table(window, "filings")
    choose(page, 1, "reserve", 2, "reserve")
    page.grid.clear_cells()
    window.desk.undo()
    unit = window.desk.unit("101003")
    assert unit is not None
    unit_changes.apply(window.desk, unit_changes.rename(window.desk, unit, "新名小学", window.desk.today))
    said: list[str] = []
    for code, renamed in (("101003", True), ("101004", False)):
        unit = window.desk.unit(code)
        assert isinstance(unit, Unit)
        dialog = UnitPage(window, unit)
        qtbot.addWidget(dialog)
        tabs = dialog.findChild(QTabWidget)
        assert tabs is not None
        for place in (tabs.count() - 1, 0, tabs.count() - 1):
            tabs.setCurrentIndex(place)
        (view,) = tabs.currentWidget().findChildren(QTableView)
        said = [str(view.model().index(row, 2).data()) for row in range(view.model().rowCount())]
        assert said == [
            *(["更名 101003 金水第一小学 为 新名小学"] if renamed else []),
            "撤销：清除 2 处",
            "清除 2 处",
            "导入 test",
        ]
    journal = JournalWindow(window, unit="101004")
    qtbot.addWidget(journal)
    assert [row.texts[3] for row in journal.list.records.rows] == said
    assert window.desk.rows(Filing)[1].reserve == 6_000_000
