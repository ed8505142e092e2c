"""The dialog of unit changes: only what was shown is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
