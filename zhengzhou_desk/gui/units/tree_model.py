"""The model of the tree of departments: names, and how many errors and warnings there are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from zhengzhou_desk.common.messages import counted
from zhengzhou_desk.common.override import override
from zhengzhou_desk.gui.units import outline
from zhengzhou_desk.gui.units.outline import Node
from zhengzhou_desk.gui.widgets import theme
from zhengzhou_desk.gui.widgets.counting import said
from zhengzhou_desk.policy.parameters import ERROR, WARNING

if TYPE_CHECKING:
    from collections.abc import Collection

    from zhengzhou_desk.gui.window_api import WindowApi
    from zhengzhou_desk.policy.engine import Subject

    Index = QModelIndex | QPersistentModelIndex

_ROLE = Qt.ItemDataRole
NAME, ERRORS, WARNINGS = range(3)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class TreeModel(QAbstractItemModel):
    """Lines of the outline, or those of them that fit what is searched."""

    def __init__(self, window: WindowApi) -> None:
        super().__init__()
        self._window = window
        self._tops: list[Node] = []
        self._nodes: dict[str, list[Node]] = {}
        self._counts: outline.Counts | None = None
        self.text = ""
        self.shown: list[Node] = []
        # Qt keeps a number for each line: an object of Python's own could be gone when Qt asks for it.
        self._numbers: dict[int, Node] = {}

    def read(self) -> None:
        """Takes the outline anew from the book."""
        desk = self._window.desk
        self._tops = outline.outline(desk, self.tr("全部单位"), self.tr("监管机构未填"))
        self._counts, self._nodes = outline.Counts(desk), {}
        for top in self._tops:
            for node in top.children:
                self._nodes.setdefault(node.code, []).append(node)
        outline.put_counts(self._tops, self._counts.by_code)
        self._arrange()

    def let_go(self) -> None:
        """The book is closed: nothing of it is kept."""
        self._tops, self._counts, self._nodes = [], None, {}
        self._arrange()

    def search(self, text: str) -> None:
        """Shows only what fits."""
        self.text = text.strip()
        self._arrange()

    def count(self, subjects: Collection[Subject]) -> None:
        """Counts what is found about these records anew; the lines stay."""
        if self._counts is None:
            return
        outline.add_counts(self._tops[0], self._nodes, self._counts.renew(subjects))
        if self.text:
            self._arrange()
        elif self.shown:
            self.dataChanged.emit(self.index(0, ERRORS), self.index(len(self.shown) - 1, WARNINGS))

    def _arrange(self) -> None:
        self.beginResetModel()
        self.shown = outline.matching(self._tops, self.text) if self.text else self._tops
        self._numbers = {id(node): node for top in self.shown for node in top.walk()}
        self.endResetModel()

    # -- where what stands -----------------------------------------------------------------------

    def node(self, index: Index) -> Node | None:
        """The line at an index."""
        return self._numbers.get(index.internalId()) if index.isValid() else None

    def index_of(self, kind: str, code: str) -> QModelIndex:
        """Where a line stands; an invalid index where it is not shown."""
        for row, top in enumerate(self.shown):
            if (top.kind, top.code) == (kind, code):
                return self.index(row, 0)
            for place, child in enumerate(top.children):
                if (child.kind, child.code) == (kind, code):
                    return self.index(place, 0, self.index(row, 0))
        return QModelIndex()

    @override
    def index(self, row: int, column: int, parent: Index | None = None) -> QModelIndex:
        above = self.node(parent) if parent is not None else None
        lines = self.shown if above is None else above.children
        if not (0 <= row < len(lines) and 0 <= column <= WARNINGS):
            return QModelIndex()
        return self.createIndex(row, column, id(lines[row]))

    @override
    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]
        node = self.node(index)
        if node is None or node.parent is None:
            return QModelIndex()
        return self.createIndex(self.shown.index(node.parent), 0, id(node.parent))

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        if parent is None or not parent.isValid():
            return len(self.shown)
        node = self.node(parent)
        return len(node.children) if node is not None and parent.column() == 0 else 0

    @override
    def columnCount(self, parent: Index | None = None) -> int:
        return WARNINGS + 1

    @override
    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        node = self.node(index)
        if node is None:
            return None
        place = index.column()
        if role == _ROLE.DisplayRole:
            return (node.name, str(node.errors or ""), str(node.warnings or ""))[place]
        if role == _ROLE.ForegroundRole and place != NAME:
            return QColor(theme.of_severity(ERROR if place == ERRORS else WARNING))
        if role == _ROLE.TextAlignmentRole and place != NAME:
            return _RIGHT
        if role in (_ROLE.ToolTipRole, _ROLE.AccessibleTextRole):
            return self._told(node)
        return None

    def _told(self, node: Node) -> str:
        """The whole line in words: a colour and a place are not enough."""
        code = "" if node.kind in (outline.ALL, outline.REGULATOR) else f"{node.code} "
        errors = said(counted("错误 {count} 条"), count=node.errors)
        warnings = said(counted("警告 {count} 条"), count=node.warnings)
        return f"{code}{node.name}\n{errors}  {warnings}"
