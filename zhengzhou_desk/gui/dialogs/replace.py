"""Replacing in the current column: what is found is shown as a count before one step changes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout

from zhengzhou_desk.common.messages import counted
from zhengzhou_desk.gui.widgets.counting import said
from zhengzhou_desk.gui.widgets.dialog import Dialog
from zhengzhou_desk.records.kinds import Text
from zhengzhou_desk.services import editing

if TYPE_CHECKING:
    from zhengzhou_desk.gui.table.tab import TablePage
    from zhengzhou_desk.gui.window_api import WindowApi
    from zhengzhou_desk.records import Record


class ReplaceDialog(Dialog):
    """Text in a column of text; amounts and choices are replaced by filling."""

    def __init__(self, window: WindowApi, table: TablePage) -> None:
        super().__init__(window.widget)
        self._window = window
        self._table = table
        self._column = table.records.columns[max(0, table.grid.currentIndex().column())]
        self.setWindowTitle(self.tr("在“{column}”中替换").format(column=self._column.label(window.lang)))
        self.wanted, self.put = QLineEdit(), QLineEdit()
        self.count = QLabel()
        form = QFormLayout()
        form.addRow(self.tr("查找"), self.wanted)
        form.addRow(self.tr("换成"), self.put)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.buttons.accepted.connect(self._accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(self.count)
        column.addWidget(self.buttons)
        self.wanted.textChanged.connect(self._look)
        self._look()

    def cells(self) -> list[tuple[Record, str, object]]:
        """The cells among the rows shown that hold the text, with what they would say."""
        wanted, field = self.wanted.text(), self._column.field
        if field is None or not isinstance(field.kind, Text) or not wanted:
            return []
        found: list[tuple[Record, str, object]] = []
        for record in self._table.records.rows:
            value = record.cell(field.name)
            if isinstance(value, str) and wanted in value:
                found.append((record, field.name, value.replace(wanted, self.put.text())))
        return found

    def _look(self) -> None:
        count = len(self.cells())
        self.count.setText(said(counted("显示的行中有 {count} 处"), count=count))
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(bool(count))

    def _accept(self) -> None:
        cells = self.cells()
        if self._window.attempt(lambda: editing.edit_many(self._window.desk, cells)) is not None:
            self.accept()
