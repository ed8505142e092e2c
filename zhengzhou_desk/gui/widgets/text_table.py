"""A read-only table of finished texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QTableView, QWidget

from zhengzhou_desk.common.override import override

if TYPE_CHECKING:
    from collections.abc import Sequence

    Index = QModelIndex | QPersistentModelIndex

_ROLE = Qt.ItemDataRole


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


def text_view(
    parent: QWidget, name: str, heads: Sequence[str], rows: Sequence[Sequence[str]], right: frozenset[int] = frozenset()
) -> QTableView:
    """A read-only table of texts."""
    view = QTableView(parent)
    view.setAccessibleName(name)
    model = TextTable(heads, rows, right)
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
        view.setColumnWidth(column, min(360, max(metrics.horizontalAdvance(head), widest) + 24))
    return view
