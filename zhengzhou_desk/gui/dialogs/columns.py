"""Choosing which columns a table shows; remembered on this computer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QListWidget, QListWidgetItem, QVBoxLayout

from zhengzhou_desk.gui.widgets.dialog import Dialog

if TYPE_CHECKING:
    from zhengzhou_desk.gui.table.table_page import TablePage
    from zhengzhou_desk.gui.window_api import WindowApi


class ColumnsDialog(Dialog):
    """A list of columns with a tick for each that is shown."""

    def __init__(self, window: WindowApi, table: TablePage) -> None:
        super().__init__(window.widget)
        self._table = table
        self.setWindowTitle(self.tr("选择列"))
        self.list = QListWidget()
        self.list.setObjectName("ticked")
        self.list.setSpacing(2)
        self.list.setAccessibleName(self.tr("列"))
        for place, column in enumerate(table.records.columns):
            item = QListWidgetItem(column.label(window.lang))
            shown = not table.grid.isColumnHidden(place)
            item.setCheckState(Qt.CheckState.Checked if shown else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self._accept)
        buttons.rejected.connect(self.reject)
        column_ = QVBoxLayout(self)
        column_.addWidget(self.list)
        column_.addWidget(buttons)

    def _accept(self) -> None:
        hidden = [
            column.name
            for place, column in enumerate(self._table.records.columns)
            if self.list.item(place).checkState() != Qt.CheckState.Checked
        ]
        self._table.grid.keep_hidden(hidden)
        self.accept()
