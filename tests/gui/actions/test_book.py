"""The book from the menu: a year opened and closed, its dialogs, and what is said where there is nothing to do."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QDialog

from tests.gui.helpers import choose, table
from zhengzhou_desk.gui.actions import book
from zhengzhou_desk.gui.dialogs.canteens import CanteenDialog
from zhengzhou_desk.gui.dialogs.journal import JournalWindow
from zhengzhou_desk.gui.dialogs.law import LawWindow
from zhengzhou_desk.gui.dialogs.manual import HelpWindow
from zhengzhou_desk.gui.dialogs.move_orders import MoveDialog
from zhengzhou_desk.gui.dialogs.open_year import OpenYearDialog
from zhengzhou_desk.gui.dialogs.policy_packs import PolicyPacksDialog
from zhengzhou_desk.gui.dialogs.settings import SettingsDialog
from zhengzhou_desk.gui.dialogs.shortcuts import ShortcutsPage
from zhengzhou_desk.gui.dialogs.unit_change import ChangeDialog
from zhengzhou_desk.gui.main_window import MainWindow
from zhengzhou_desk.gui.system import ask
from zhengzhou_desk.records import Filing
from zhengzhou_desk.services import editing


@pytest.mark.parametrize(
    ("key", "dialog"),
    [
        ("unit_change", ChangeDialog), ("canteens", CanteenDialog), ("journal", JournalWindow), ("settings", SettingsDialog),
        ("law", LawWindow), ("policy_packs", PolicyPacksDialog), ("manual", HelpWindow), ("shortcuts", ShortcutsPage),
    ],
)  # fmt: skip
def test_an_entry_of_the_menu_opens_its_dialog_over_the_window(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, key: str, dialog: type[QDialog]
) -> None:
    shown: list[QDialog] = []
    monkeypatch.setattr(dialog, "exec", lambda self: shown.append(self) or 0)
    head = window.desk.store.head
    window.menus.made[key].trigger()
    assert [type(each) for each in shown] == [dialog]
    assert shown[0].parent() is window and shown[0].windowTitle()
    assert window.desk.store.head == head, "opening it is no step"


def test_the_chosen_orders_are_those_that_are_moved(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[MoveDialog] = []
    monkeypatch.setattr(MoveDialog, "exec", lambda self: shown.append(self) or 0)
    page = table(window, "purchases")
    assert not window.menus.made["move_orders"].isEnabled()
    choose(page, 0, "number", 1, "number")
    window.menus.made["move_orders"].trigger()
    assert sorted(order.number for order in shown[0]._orders) == ["A1", "A2"]


def test_a_year_is_opened_with_what_the_one_before_hands_on(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(OpenYearDialog, "exec", lambda dialog: dialog.reject() or 0)
    book.open_year(window)
    assert 2025 not in window.desk.years
    monkeypatch.setattr(OpenYearDialog, "exec", lambda dialog: dialog.take.click() or 1)
    book.open_year(window)
    assert 2025 in window.desk.years
    assert "已开启 2025 年度" in window.bar.label.text()
    wanted: list[str] = []
    monkeypatch.setattr(ask, "open_file", lambda _, title, *rest: wanted.append(title))
    window.bar.button.click()
    assert wanted == ["导入电子表格"], "and the way on is offered"


def test_a_year_is_closed_only_when_asked_and_opened_again_in_the_same_place(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    answers = [False, True, False, True]
    monkeypatch.setattr(ask, "yes", lambda _, question, *rest, **more: asked.append(question) or answers.pop(0))
    closed = []
    for _ in range(4):
        book.close_year(window)
        closed.append(2024 in window.desk.closed_years)
    assert closed == [False, True, True, False]
    assert asked == ["给 2024 年度结账吗？"] * 2 + ["重新打开 2024 年度吗？"] * 2
    editing.edit(window.desk, window.desk.rows(Filing)[1], "reserve", "70000")
    assert window.desk.rows(Filing)[1].reserve == 7_000_000


def test_closing_the_book_leads_to_the_welcome_page(window: MainWindow) -> None:
    window.menus.made["close_book"].trigger()
    assert not window.has_book
    assert not window.menus.made["close_book"].isEnabled()
