"""A read-only table of finished texts, with a box to tick in each row where rows are chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QTableView, QWidget

from zhengzhou_desk.common.override import override

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    Index = QModelIndex | QPersistentModelIndex

_ROLE = Qt.ItemDataRole
# The room of a box to tick.
_BOX = 24


class TextTable(QAbstractTableModel):
    """Finished texts as a table."""

    def __init__(
        self, heads: Sequence[str], rows: Sequence[Sequence[str]], right: frozenset[int] = frozenset()
    ) -> None:
        super().__init__()
        self._heads = heads
        self._rows = rows
        self._right = right

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._heads)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == _ROLE.DisplayRole and section < len(self._heads):
            return self._heads[section]
        return None

    @override
    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role in (_ROLE.DisplayRole, _ROLE.ToolTipRole):
            return self._rows[index.row()][index.column()]
        if role == _ROLE.TextAlignmentRole and index.column() in self._right:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None


class TickedTable(TextTable):
    """The same with a box before each row's first text; `ticked` holds the rows that are chosen."""

    changed = Signal()

    def __init__(
        self, heads: Sequence[str], rows: Sequence[Sequence[str]], right: frozenset[int] = frozenset()
    ) -> None:
        super().__init__(heads, rows, right)
        self.ticked: set[int] = set()

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        made = super().flags(index)
        return made | Qt.ItemFlag.ItemIsUserCheckable if index.isValid() and index.column() == 0 else made

    @override
    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        if role == _ROLE.CheckStateRole and index.isValid() and index.column() == 0:
            return Qt.CheckState.Checked if index.row() in self.ticked else Qt.CheckState.Unchecked
        return super().data(index, role)

    @override
    def setData(self, index: Index, value: Any, role: int = _ROLE.EditRole) -> bool:
        if role != _ROLE.CheckStateRole or not index.isValid():
            return False
        self.tick((index.row(),), on=Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def tick(self, rows: Iterable[int], *, on: bool = True) -> None:
        """Ticks rows, or takes their ticks away."""
        (self.ticked.update if on else self.ticked.difference_update)(rows)
        if self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, 0), [_ROLE.CheckStateRole])
        self.changed.emit()

    def turn(self, rows: Sequence[int]) -> None:
        """Ticks these rows, or takes their ticks away where all of them have one."""
        self.tick(rows, on=not self.ticked.issuperset(rows))


def text_view(
    parent: QWidget,
    name: str,
    heads: Sequence[str],
    rows: Sequence[Sequence[str]],
    right: frozenset[int] = frozenset(),
    *,
    ticks: bool = False,
) -> QTableView:
    """A read-only table of texts; with `ticks` a TickedTable, whose box the space bar turns too."""
    view = QTableView(parent)
    view.setAccessibleName(name)
    model = TickedTable(heads, rows, right) if ticks else TextTable(heads, rows, right)
    if isinstance(model, TickedTable):
        view.setObjectName("ticked")  # Qt would lay the box over a text that has room around it
        space = QShortcut(QKeySequence(Qt.Key.Key_Space), view)
        space.setContext(Qt.ShortcutContext.WidgetShortcut)
        space.activated.connect(lambda: model.turn([index.row() for index in view.selectionModel().selectedRows()]))
    model.setParent(view)
    view.setModel(model)
    view.setAlternatingRowColors(True)
    view.setWordWrap(False)
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(view.fontMetrics().height() + 10)
    view.horizontalHeader().setStretchLastSection(True)
    metrics = view.fontMetrics()
    for column, head in enumerate(heads):
        widest = max((metrics.horizontalAdvance(row[column]) for row in rows[:200]), default=0)
        box = _BOX if ticks and column == 0 else 0
        view.setColumnWidth(column, min(360, max(metrics.horizontalAdvance(head), widest) + 24 + box))
    return view
