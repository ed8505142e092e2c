"""The frozen columns of a table: the first ones once more above the grid, so that they stay when it is scrolled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QTableView

from zhengzhou_desk.gui.table.delegates import CellDelegate
from zhengzhou_desk.gui.table.head import Head

if TYPE_CHECKING:
    from zhengzhou_desk.gui.table.model import RecordModel


class FrozenColumns(QTableView):
    """The first columns as they are seen from the left, whichever these are."""

    def __init__(self, grid: QTableView, records: RecordModel) -> None:
        super().__init__(grid)
        self._grid = grid
        self.setModel(grid.model())
        self.setSelectionModel(grid.selectionModel())
        # One of its own: a delegate that serves two views commits to both.
        self.setItemDelegate(CellDelegate(records, self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.head = Head(records, self)
        self.setHorizontalHeader(self.head)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        grid.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        self.verticalScrollBar().valueChanged.connect(grid.verticalScrollBar().setValue)
        grid.horizontalHeader().sectionResized.connect(self._follow)
        grid.horizontalHeader().geometriesChanged.connect(self.place)
        self.head.sectionResized.connect(self._lead)
        self.setAccessibleName(grid.accessibleName())
        self.count = 0

    def freeze(self, count: int) -> None:
        """Keeps so many columns in sight, counted from the left with the hidden ones."""
        self.count = count
        self.arrange()

    def columns(self) -> list[int]:
        """The columns that stay, from left to right, hidden ones among them."""
        head = self._grid.horizontalHeader()
        return [head.logicalIndex(place) for place in range(self.count)]

    def arrange(self) -> None:
        """Shows the columns that stay, in the grid's order."""
        grid, stay = self._grid, self.columns()
        for column in range(grid.model().columnCount()):
            self.setColumnHidden(column, column not in stay or grid.isColumnHidden(column))
        for place, column in enumerate(stay):
            self.head.moveSection(self.head.visualIndex(column), place)
        self.place()

    def _follow(self, section: int, _: int, width: int) -> None:
        if width:
            self.setColumnWidth(section, width)
        self.place()

    def _lead(self, section: int, _: int, width: int) -> None:
        """Whoever pulls a border of a column that stays pulls that of the grid below."""
        if width and not self.isColumnHidden(section) and not self._grid.isColumnHidden(section):
            self._grid.setColumnWidth(section, width)

    def place(self) -> None:
        """Lies exactly over the grid's own first columns."""
        grid = self._grid
        self.verticalHeader().setDefaultSectionSize(grid.verticalHeader().defaultSectionSize())
        width = 0
        for column in self.columns():
            if not grid.isColumnHidden(column):
                self.setColumnWidth(column, grid.columnWidth(column))
                width += grid.columnWidth(column)
        x = grid.verticalHeader().width() + grid.frameWidth()
        self.horizontalHeader().setFixedHeight(max(1, grid.horizontalHeader().height()))
        height = grid.viewport().height() + grid.horizontalHeader().height()
        self.setGeometry(x, grid.frameWidth(), width, height)
        self.setVisible(bool(width))
        self.raise_()
