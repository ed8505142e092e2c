"""Lists of the window's own dialogs: finished texts in aligned columns, with a sign where one helps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView, QWidget

from zhengzhou_desk.common.override import override
from zhengzhou_desk.gui.widgets import clipboard

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QIcon, QKeyEvent

    Index = QModelIndex | QPersistentModelIndex

_ROLE = Qt.ItemDataRole
# Only so many rows are measured for the width of a column.
_MEASURED = 200


@dataclass(frozen=True, slots=True)
class ListRow:
    """One line: its texts, a sign before the first, a colour for all of it, and what it is about."""

    texts: tuple[str, ...]
    about: object = None
    icon: QIcon | None = None
    colour: str = ""


class ListModel(QAbstractTableModel):
    """Rows as they were given."""

    def __init__(self, heads: Sequence[str], right: frozenset[int] = frozenset()) -> None:
        super().__init__()
        self.heads = tuple(heads)
        self.rows: tuple[ListRow, ...] = ()
        self._right = right

    def put(self, rows: Sequence[ListRow]) -> None:
        """Shows these rows in place of those before."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    @override
    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.heads)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or section >= len(self.heads):
            return None
        if role == _ROLE.DisplayRole:
            return self.heads[section]
        return self._side(section) if role == _ROLE.TextAlignmentRole else None

    @override
    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == _ROLE.DisplayRole:
            return row.texts[index.column()]
        if role == _ROLE.DecorationRole and index.column() == 0:
            return row.icon
        if role == _ROLE.ForegroundRole and row.colour:
            return QColor(row.colour)
        if role == _ROLE.TextAlignmentRole:
            return self._side(index.column())
        return None

    def _side(self, column: int) -> int:
        side = Qt.AlignmentFlag.AlignRight if column in self._right else Qt.AlignmentFlag.AlignLeft
        return int(side | Qt.AlignmentFlag.AlignVCenter)


class ListView(QTableView):
    """A table that is only read: whole rows are chosen, one at a time; Ctrl+C copies them for a spreadsheet."""

    chosen = Signal()
    opened = Signal()

    def __init__(
        self, name: str, heads: Sequence[str], right: frozenset[int] = frozenset(), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.records = ListModel(heads, right)
        self.records.setParent(self)
        self.setModel(self.records)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 11)
        self.horizontalHeader().setStretchLastSection(len(heads) - 1 not in right)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen.emit())
        self.doubleClicked.connect(lambda _: self.opened.emit())

    def put(self, rows: Sequence[ListRow], *, keep: bool = False) -> None:
        """Shows rows; `keep` stays at the same place of the list."""
        place, measured = self.currentIndex().row(), bool(self.records.rows)
        self.records.put(rows)
        if rows and not measured:
            self._fit()
        if rows:
            self.selectRow(max(0, min(place, len(rows) - 1)) if keep else 0)
        self.chosen.emit()

    @property
    def row(self) -> ListRow | None:
        """The row that is chosen."""
        found = self.selectionModel().selectedRows()
        return self.records.rows[found[0].row()] if found else None

    def _fit(self) -> None:
        metrics = self.fontMetrics()
        most = max(240, QApplication.primaryScreen().availableSize().width() // 4)
        heads = self.records.heads
        for column, head in enumerate(heads[:-1] if self.horizontalHeader().stretchLastSection() else heads):
            texts = [row.texts[column] for row in self.records.rows[:_MEASURED]]
            widest = max(metrics.horizontalAdvance(text) for text in (head, *texts))
            self.setColumnWidth(column, min(most, widest + (44 if column == 0 and self.records.rows[0].icon else 24)))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.row
        if event.matches(QKeySequence.StandardKey.Copy) and row is not None:
            QApplication.clipboard().setText(clipboard.written([list(row.texts)]))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row is not None:
            self.opened.emit()
        else:
            super().keyPressEvent(event)
