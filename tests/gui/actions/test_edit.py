"""Editing from the menu: undoing and doing again, by key and by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from tests.gui.helpers import choose, put, shows, table
from zhengzhou_desk.gui.actions import edit as edits
from zhengzhou_desk.gui.dialogs.columns import ColumnsDialog
from zhengzhou_desk.gui.dialogs.replace import ReplaceDialog
from zhengzhou_desk.gui.main_window import MainWindow
from zhengzhou_desk.gui.pages.unit import UnitPage
from zhengzhou_desk.records import Filing
from zhengzhou_desk.services import editing

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def press(window: MainWindow, qtbot: QtBot, *keys: Qt.Key) -> None:
    """Ctrl with each of these keys, as a person presses them: by the shortcuts of the window."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    for key in keys:
        qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)


def test_undo_and_redo_by_key_and_by_name(window: MainWindow, qtbot: QtBot) -> None:
    page = table(window, "filings")
    made = window.menus.made
    edit = "修改 2024 101003 金水第一小学 预留份额"

    def reserve() -> int | None:
        return window.desk.rows(Filing)[1].reserve

    assert put(page, 1, "reserve", "61000")
    assert made["undo"].text() == f"撤销：{edit}"
    press(window, qtbot, Qt.Key.Key_Z)
    assert reserve() == 6_000_000
    assert made["redo"].isEnabled() and made["redo"].text() == f"重做：{edit}"
    press(window, qtbot, Qt.Key.Key_Y)
    assert reserve() == 6_100_000
    assert not made["redo"].isEnabled()
    assert made["undo"].text() == f"撤销：{edit}", "a step keeps its name however often it goes to and fro"
    for text in ("62000", "63000"):
        put(page, 1, "reserve", text)
    choose(page, 1, "total", 1, "total")
    page.grid.clear_cells()
    press(window, qtbot, *[Qt.Key.Key_Z] * 2)
    assert (reserve(), made["redo"].text()) == (6_200_000, f"重做：{edit}")
    press(window, qtbot, *[Qt.Key.Key_Y] * 2)
    assert window.desk.rows(Filing)[1].total is None
    assert made["undo"].text() == "撤销：清除 1 处"
    press(window, qtbot, *[Qt.Key.Key_Z] * 4)
    assert reserve() == 6_000_000
    press(window, qtbot, *[Qt.Key.Key_Y] * 3)
    put(page, 2, "reserve", "1")
    assert not made["redo"].isEnabled(), "another step ends what could be done again"
    assert made["redo"].text() == "重做"


def test_the_journal_tells_undoing_from_doing_again(window: MainWindow) -> None:
    desk = window.desk
    edited = editing.edit(desk, desk.rows(Filing)[1], "reserve", "61000")
    assert edited is not None
    for step in (desk.undo, desk.redo, desk.undo):
        step()
    told = [editing.journal_text(desk, line) for line in desk.journal(4)]
    edit = "修改 2024 101003 金水第一小学 预留份额"
    assert told == [f"撤销：{edit}", f"重做：{edit}", f"撤销：{edit}", edit]
    desk.redo()
    line = desk.journal(1)[0]
    editing.undo_line(desk, line.number)
    assert edits.undo_text(window) == f"撤销：撤回“{edit}”"


def test_the_menu_works_on_the_table_in_front(window: MainWindow) -> None:
    page = table(window, "filings")
    made = window.menus.made
    choose(page, 1, "reserve", 2, "reserve")
    made["fill"].trigger()
    assert [row.reserve for row in window.desk.rows(Filing)[1:]] == [6_000_000] * 2
    choose(page, 1, "reserve", 1, "reserve")
    made["clear"].trigger()
    assert window.desk.rows(Filing)[1].reserve is None
    made["new_row"].trigger()
    assert page.grid.currentIndex().row() == 3


def test_amounts_are_shown_in_wan_and_in_yuan_again(window: MainWindow) -> None:
    page = table(window, "filings")
    made = window.menus.made["wan"]
    assert shows(page, 1, "reserve") == "60,000.00" and not edits.is_wan(window)
    made.trigger()
    assert shows(page, 1, "reserve") == "6.00" and edits.is_wan(window)
    put(page, 1, "reserve", "6.5")
    assert window.desk.rows(Filing)[1].reserve == 6_500_000, "what is typed has the unit that is shown"
    made.trigger()
    assert shows(page, 1, "reserve") == "65,000.00" and not edits.is_wan(window)


def test_dialogs_over_the_table_in_front(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[object] = []
    for dialog in (ReplaceDialog, ColumnsDialog, UnitPage):
        monkeypatch.setattr(dialog, "exec", lambda self: shown.append(type(self)) or 0)
    page = table(window, "filings")
    choose(page, 1, "reserve", 1, "reserve")
    for key in ("replace", "columns", "unit_page"):
        window.menus.made[key].trigger()
    assert shown == [ReplaceDialog, ColumnsDialog, UnitPage]


def test_without_a_table_in_front_there_is_nothing_to_edit(window: MainWindow) -> None:
    window.show_tab("overview")
    head = window.desk.store.head
    for job in (edits.find, edits.replace, edits.columns, edits.wan, edits.unit_page, edits.on_grid("paste")):
        job(window)
    assert not edits.is_wan(window)
    assert window.desk.store.head == head
