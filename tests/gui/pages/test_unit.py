"""The page of one unit: what came to it as well as what left it."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QTabWidget

from zhengzhou_desk.gui.pages.unit import UnitPage
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
