"""Replacing in the current column or in marked cells: what is found is counted before one step changes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout

from zhengzhou_desk.common.messages import counted
from zhengzhou_desk.gui.table.selection import selection_of
from zhengzhou_desk.gui.widgets.counting import said
from zhengzhou_desk.gui.widgets.dialog import Dialog
from zhengzhou_desk.records.kinds import Text
from zhengzhou_desk.services import editing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zhengzhou_desk.gui.table.table_page import TablePage
    from zhengzhou_desk.gui.window_api import WindowApi
    from zhengzhou_desk.records import Record


class ReplaceDialog(Dialog):
    """Text in a column of text; amounts and choices are replaced by filling."""

    def __init__(self, window: WindowApi, table: TablePage) -> None:
        super().__init__(window.widget)
        self._window = window
        self._table = table
        self._column = table.records.columns[max(0, table.grid.currentIndex().column())]
        self._marked = selection_of(table.grid)
        self.setWindowTitle(self.tr("替换"))
        self.scope = QComboBox()
        self.scope.addItem(self.tr("“{column}”一列").format(column=self._column.label(window.lang)))
        if self._marked is not None and self._marked.count > 1:
            self.scope.addItem(said(counted("选中的 {count} 格"), count=self._marked.count))
            self.scope.setCurrentIndex(1)
        self.wanted, self.put = QLineEdit(), QLineEdit()
        self.count = QLabel()
        form = QFormLayout()
        form.addRow(self.tr("在哪里"), self.scope)
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
        self.scope.currentIndexChanged.connect(lambda _: self._look())
        self._look()

    def cells(self) -> list[tuple[Record, str, object]]:
        """The cells among the rows shown that hold the text, with what they would say."""
        wanted, records = self.wanted.text(), self._table.records
        if not wanted:
            return []
        found: list[tuple[Record, str, object]] = []
        for row, number in self._places():
            record, field = records.record(row), records.columns[number].field
            if record is None or field is None or not isinstance(field.kind, Text):
                continue
            value = record.cell(field.name)
            if isinstance(value, str) and wanted in value and records.spec.locked(record, field.name) is None:
                found.append((record, field.name, value.replace(wanted, self.put.text())))
        return found

    def _places(self) -> Iterable[tuple[int, int]]:
        """Row and column of every cell that is looked at."""
        records = self._table.records
        if self.scope.currentIndex() and self._marked is not None:
            return self._marked.cells()
        number = records.column_of(self._column.name)
        return ((row, number) for row in range(len(records.rows)))

    def _look(self) -> None:
        count = len(self.cells())
        self.count.setText(said(counted("显示的行中有 {count} 处"), count=count))
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(bool(count))

    def _accept(self) -> None:
        cells = self.cells()
        if self._window.attempt(lambda: editing.edit_many(self._window.desk, cells)) is not None:
            self.accept()
