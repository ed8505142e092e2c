"""One field for everything: what is typed finds units, orders, actions, values and chapters; Enter goes there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from tests.gui.helpers import table
from zhengzhou_desk.gui.dialogs import find_anything
from zhengzhou_desk.gui.dialogs.find_anything import FindAnything, Found
from zhengzhou_desk.gui.table.tab import RecordTab

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from zhengzhou_desk.gui.main_window import MainWindow

ACTIONS = (("journal", "日志", "Ctrl+J"), ("import", "导入电子表格", "Ctrl+I"))


@pytest.fixture
def palette(window: MainWindow, qtbot: QtBot) -> FindAnything:
    made = FindAnything(window, ACTIONS)
    qtbot.addWidget(made)
    made.show()
    return made


def found(palette: FindAnything, typed: str) -> list[Found]:
    palette.search.setText(typed)
    palette._find()
    return [row.about for row in palette.list.records.rows if isinstance(row.about, Found)]


@pytest.mark.parametrize(
    ("typed", "sort", "text"),
    [
        ("金水", "单位", "101003 金水第一小学"),
        ("jsdy", "单位", "101003 金水第一小学"),
        ("101004", "单位", "101004 第二小学"),
        ("城投", "国企", "城投公司"),
        ("A1", "订单", "A1"),
        ("rz", "操作", "日志"),
        ("预留比例", "政策数值", "食堂食材预留比例"),
        ("备份", "使用手册", "备份与恢复"),
    ],
)
def test_each_sort_is_found(palette: FindAnything, typed: str, sort: str, text: str) -> None:
    assert (sort, text) in [(each.sort, each.text) for each in found(palette, typed)]


def test_nothing_typed_lists_what_can_be_done(palette: FindAnything) -> None:
    assert [each.text for each in found(palette, "")] == ["日志", "导入电子表格"]
    assert found(palette, "没有这样的东西") == []


def test_the_arrows_choose_while_one_types_and_enter_goes_there(
    window: MainWindow, palette: FindAnything, qtbot: QtBot
) -> None:
    window.show_tab("overview")
    assert len(found(palette, "小学")) >= 2
    qtbot.keyClick(palette.search, Qt.Key.Key_Down)
    row = palette.list.row
    assert row is not None
    assert isinstance(row.about, Found)
    assert row.about.text == "101004 第二小学"
    qtbot.keyClick(palette.search, Qt.Key.Key_Return)
    assert not palette.isVisible()
    assert isinstance(window.page, RecordTab)
    assert window.page.name == "units"
    current = table(window, "units").current
    assert current is not None
    assert current.unit_of == "101004" or getattr(current, "code", "") == "101004"


def test_an_action_is_taken_as_from_its_menu(
    window: MainWindow, palette: FindAnything, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[str] = []
    monkeypatch.setattr(window, "take", taken.append)
    found(palette, "日志")
    qtbot.keyClick(palette.search, Qt.Key.Key_Return)
    assert taken == ["journal"]


def test_a_sort_is_cut_where_it_is_long(palette: FindAnything, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(find_anything, "_MOST", 1)
    assert [each.sort for each in found(palette, "小学")].count("单位") == 1
