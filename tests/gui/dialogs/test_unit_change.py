"""The dialog of unit changes: only what was shown is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from zhengzhou_desk.gui.dialogs.unit_change import ChangeDialog
from zhengzhou_desk.records import UnitChange

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
