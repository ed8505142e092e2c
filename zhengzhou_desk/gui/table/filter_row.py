"""The filter row: a field above every column, which keeps its place when columns move, widen or scroll."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, QTimer
from PySide6.QtWidgets import QLineEdit, QWidget

from zhengzhou_desk.common.override import override

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QResizeEvent

    from zhengzhou_desk.gui.table.grid import Grid

# A short wait, so that a fast typist does not filter 200,000 rows at every key.
_WAIT_MS = 120


class FilterRow(QWidget):
    """Fields in the order of the model's columns; those of frozen columns stay where they are."""

    def __init__(self, grid: Grid) -> None:
        super().__init__()
        self._grid = grid
        self.edits: list[QLineEdit] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT_MS)
        self._timer.timeout.connect(self.apply)
        lang = grid.records.window.lang
        for column in grid.records.columns:
            edit = QLineEdit(self)
            edit.setAccessibleName(self.tr("筛选：{column}").format(column=column.label(lang)))
            edit.setToolTip(self.tr("文字、拼音首字母；数字可写 >1000、100~200；= 表示空"))
            edit.setClearButtonEnabled(False)
            edit.textChanged.connect(self._timer.start)
            self.edits.append(edit)
        self.setFixedHeight(self.edits[0].sizeHint().height() + 2)
        head = grid.horizontalHeader()
        for signal in (
            head.sectionResized,
            head.sectionMoved,
            head.geometriesChanged,
            grid.horizontalScrollBar().valueChanged,
        ):
            signal.connect(self.place)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place()

    def place(self) -> None:
        """Lays every field over its column."""
        grid = self._grid
        head = grid.horizontalHeader()
        start = grid.verticalHeader().width() + grid.frameWidth()
        frozen = grid.frozen.columns()
        edge = start
        for number in [*frozen, *(number for number in range(len(self.edits)) if number not in frozen)]:
            edit, width = self.edits[number], grid.columnWidth(number)
            is_frozen = number in frozen
            x = edge if is_frozen else start + head.sectionViewportPosition(number)
            if is_frozen and not grid.isColumnHidden(number):
                edge += width
            edit.setGeometry(x, 1, max(0, width - 1), self.height() - 2)
            edit.setVisible(not grid.isColumnHidden(number) and (is_frozen or x + width > edge))
            if is_frozen:
                edit.raise_()

    def conditions(self) -> dict[str, str]:
        """What was typed, by column."""
        columns = self._grid.records.columns
        return {columns[number].name: edit.text() for number, edit in enumerate(self.edits) if edit.text().strip()}

    def put(self, conditions: Mapping[str, str]) -> None:
        """Types conditions in, all at once."""
        for number, edit in enumerate(self.edits):
            with QSignalBlocker(edit):
                edit.setText(conditions.get(self._grid.records.columns[number].name, ""))
        self.apply()

    def apply(self) -> None:
        """Shows the rows that fit what is typed."""
        self._grid.records.show_conditions(self.conditions())
