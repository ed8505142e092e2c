"""Which columns a table shows: chosen by ticks, and remembered on this computer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox

from tests.gui.helpers import table
from zhengzhou_desk.gui.dialogs.columns import ColumnsDialog

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from zhengzhou_desk.gui.main_window import MainWindow


def test_a_column_without_its_tick_is_hidden_now_and_next_time(window: MainWindow, qtbot: QtBot) -> None:
    page = table(window, "units")
    place = page.records.column_of("note")
    dialog = ColumnsDialog(window, page)
    qtbot.addWidget(dialog)
    assert dialog.list.item(place).checkState() == Qt.CheckState.Checked
    dialog.list.item(place).setCheckState(Qt.CheckState.Unchecked)
    buttons = dialog.findChild(QDialogButtonBox)
    assert isinstance(buttons, QDialogButtonBox)
    buttons.button(QDialogButtonBox.StandardButton.Ok).click()
    assert page.grid.isColumnHidden(place)
    assert "note" in window.settings.texts("hidden.unit")
    again = ColumnsDialog(window, page)
    qtbot.addWidget(again)
    assert again.list.item(place).checkState() == Qt.CheckState.Unchecked
