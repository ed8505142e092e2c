"""The dialog of unit changes: only what was shown is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from zhengzhou_desk.gui.dialogs.unit_change import ChangeDialog
from zhengzhou_desk.gui.widgets.unit_picker import UnitPicker
from zhengzhou_desk.records import Unit, UnitChange

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from zhengzhou_desk.gui.main_window import MainWindow


def test_what_was_shown_is_not_done_once_anything_else_is_typed(window: MainWindow, qtbot: QtBot) -> None:
    dialog = ChangeDialog(window)
    qtbot.addWidget(dialog)
    dialog.kind.setCurrentIndex(dialog.kind.findData("rename"))
    dialog.name.setText("实验小学")
    assert not dialog.apply.isEnabled()
    dialog._look()
    assert dialog.apply.isEnabled()
    dialog.name.setText("实验小学东校区")
    assert not dialog.apply.isEnabled()
    dialog._apply()
    assert window.desk.rows(UnitChange) == []
    dialog._look()
    dialog._apply()
    assert [row.new_name for row in window.desk.rows(UnitChange)] == ["实验小学东校区"]


@pytest.mark.parametrize(
    ("typed", "code"),
    [("第二", "101004"), ("dexx", "101004"), ("101004", "101004"), ("101004 第二小学", "101004"), ("jsdy", "101003")],
)
def test_what_is_typed_in_the_change_dialog_only_filters(
    window: MainWindow, qtbot: QtBot, typed: str, code: str
) -> None:
    dialog = ChangeDialog(window)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.kind.setCurrentIndex(dialog.kind.findData("dissolve"))
    dialog.old.search.setFocus()
    for letter in typed:
        event = QInputMethodEvent()
        event.setCommitString(letter)
        QApplication.sendEvent(dialog.old.search, event)
    assert dialog.old.search.text() == typed, "nothing is added to what a person types"
    assert dialog.old.code == code
    dialog.look.click()
    assert dialog.apply.isEnabled()
    assert dialog._step is not None and dialog._step.entry.about[0].split()[0] == code


def test_a_unit_that_is_not_there_is_said_and_nothing_chosen(window: MainWindow, qtbot: QtBot) -> None:
    dialog = ChangeDialog(window)
    qtbot.addWidget(dialog)
    dialog.kind.setCurrentIndex(dialog.kind.findData("dissolve"))
    dialog.old.search.setText("第六")
    assert dialog.old.code is None
    dialog.look.click()
    assert "没有找到“第六”这个单位" in dialog.follows.text()
    assert not dialog.apply.isEnabled()


def looked(window: MainWindow, qtbot: QtBot, kind: str, **typed: str) -> ChangeDialog:
    """The dialog with what is typed into its fields, looked at."""
    dialog = ChangeDialog(window)
    qtbot.addWidget(dialog)
    dialog.kind.setCurrentIndex(dialog.kind.findData(kind))
    for name, text in typed.items():
        field = getattr(dialog, name)
        field.choose(text) if isinstance(field, UnitPicker) else field.setText(text)
    dialog.look.click()
    return dialog


def test_a_new_unit_is_founded(window: MainWindow, qtbot: QtBot) -> None:
    dialog = looked(window, qtbot, "new", code="101009", name="第九小学", basis="金教〔2024〕5号")
    assert dialog.apply.isEnabled()
    dialog.apply.click()
    assert dialog.result() == 1
    unit = window.desk.unit("101009")
    assert unit is not None and (unit.name, unit.founded) == ("第九小学", window.desk.today)


@pytest.mark.parametrize(
    "shares",
    [
        "101009 东校 3万元；101010 西 校 3万元",
        "101009 东校 3万元; 101010 西 校 3万元；",
        "；101009 东校 30000；101010 西 校 30000",
    ],
)
def test_a_unit_is_split_into_the_parts_that_are_typed(window: MainWindow, qtbot: QtBot, shares: str) -> None:
    dialog = looked(window, qtbot, "split", old="101003", shares=shares)
    assert dialog.apply.isEnabled(), dialog.follows.text()
    dialog.apply.click()
    made = {unit.code: unit.name for unit in window.desk.rows(Unit)}
    assert (made["101009"], made["101010"]) == ("东校", "西 校")


@pytest.mark.parametrize(
    ("shares", "says"),
    [
        ("", "编码、名称和结转金额"),
        ("；", "编码、名称和结转金额"),
        ("101009 3万元", "编码、名称和结转金额"),
        ("101009 东校 三万", "不是金额"),
        ("101009 东校 1万元；101010 西校 1万元", "结转"),
    ],
)
def test_parts_that_are_none_or_do_not_add_up_are_said(
    window: MainWindow, qtbot: QtBot, shares: str, says: str
) -> None:
    dialog = looked(window, qtbot, "split", old="101003", shares=shares)
    assert says in dialog.follows.text()
    assert not dialog.apply.isEnabled()


def test_only_the_fields_of_the_kind_are_asked_for(window: MainWindow, qtbot: QtBot) -> None:
    dialog = ChangeDialog(window)
    qtbot.addWidget(dialog)
    fields = {
        "old": dialog.old, "into": dialog.into, "code": dialog.code, "name": dialog.name, "shares": dialog.shares,
        "carried": dialog.carried, "ties": dialog.ties, "orders": dialog.orders,
    }  # fmt: skip
    asked = {}
    for place in range(dialog.kind.count()):
        dialog.kind.setCurrentIndex(place)
        asked[dialog.kind.currentData()] = {name for name, field in fields.items() if not field.isHidden()}
    assert asked == {
        "merge": {"old", "into", "carried", "ties", "orders"},
        "dissolve": {"old"},
        "rename": {"old", "name", "carried"},
        "split": {"old", "shares"},
        "new": {"code", "name"},
    }
