"""The tree of departments at the left: what is chosen in it is what the tables show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSignalBlocker, Qt, QTimer
from PySide6.QtWidgets import QHeaderView, QTreeView, QVBoxLayout, QWidget

from zhengzhou_desk.common.override import override
from zhengzhou_desk.gui.units import outline
from zhengzhou_desk.gui.units.tree_model import ERRORS, NAME, WARNINGS, TreeModel
from zhengzhou_desk.gui.widgets.search_field import search_field
from zhengzhou_desk.records import Account, Unit
from zhengzhou_desk.services.dismissals import dismissed_in

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from zhengzhou_desk.gui.window_api import WindowApi
    from zhengzhou_desk.policy.engine import Subject
    from zhengzhou_desk.services.desk import BookChanged

OPEN = "tree_open"
_SEARCH_PAUSE_MS = 150


class UnitTree(QWidget):
    """A search field and the tree; which departments are open is remembered."""

    def __init__(self, window: WindowApi) -> None:
        super().__init__()
        self._window = window
        self.model = TreeModel(window)
        self.view = QTreeView()
        self.view.setModel(self.model)
        self.view.setHeaderHidden(True)
        self.view.setUniformRowHeights(True)
        self.view.setIndentation(14)
        self.view.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setAccessibleName(self.tr("主管部门"))
        head = self.view.header()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        for place in (ERRORS, WARNINGS):
            head.setSectionResizeMode(place, QHeaderView.ResizeMode.Fixed)
            head.resizeSection(place, self.fontMetrics().horizontalAdvance("000") + 6)
        self.view.selectionModel().currentChanged.connect(lambda index, _: self._choose(index))
        self.view.expanded.connect(lambda _: self._keep_open())
        self.view.collapsed.connect(lambda _: self._keep_open())
        self.search = search_field(
            self.tr("部门、单位或企业"), self.tr("查找部门、单位或企业"), self._search, pause=_SEARCH_PAUSE_MS
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.search)
        column.addWidget(self.view, 1)
        self._lines_stale = True
        # The records whose findings are to be counted anew.
        self._judged: set[Subject] = set()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._renew)
        window.scope.changed.connect(self._follow)

    # -- the book ----------------------------------------------------------------------------------

    def on_book_changed(self, news: BookChanged) -> None:
        """Units that came, went or were renamed change the lines; anything else at most the counts."""
        if news.renewed or any(isinstance(change.row, Unit | Account) for change in news.changes):
            self._lines_stale = True
        self._judged |= news.judged | dismissed_in(self._window.desk, news.changes)
        if self.isVisible():
            self._later.start()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._later.start()

    def _renew(self) -> None:
        """Once for however many changes came together."""
        if not self._window.has_book:
            return
        if self._lines_stale:
            self.read()
        elif self._judged:
            self.model.count(self._judged)
            self._judged = set()
            self.view.viewport().update()

    def read(self) -> None:
        """Takes the lines anew; what was open and chosen stays so."""
        self._lines_stale, self._judged = False, set()
        with QSignalBlocker(self.view.selectionModel()), QSignalBlocker(self.view):
            self.model.read()
            self._open_kept()
        self._follow()

    def let_go(self) -> None:
        """The book is closed."""
        self._later.stop()
        with QSignalBlocker(self.view.selectionModel()):
            self.model.let_go()
        self._lines_stale = True

    # -- choosing ----------------------------------------------------------------------------------

    def _choose(self, index: QModelIndex) -> None:
        node, scope = self.model.node(index), self._window.scope
        if node is None:
            return
        if node.kind == outline.ALL:
            scope.lift()
        else:
            department = node.code if node.kind == outline.DEPARTMENT else None
            scope.choose(node.codes(), node.name, department)

    def _follow(self) -> None:
        """Marks what the tables show, when that was changed elsewhere."""
        scope = self._window.scope
        if scope.codes is None:
            wanted = self.model.index_of(outline.ALL, "")
        elif scope.department is not None:
            wanted = self.model.index_of(outline.DEPARTMENT, scope.department)
        else:
            present = self.model.node(self.view.currentIndex())
            wanted = (
                self.view.currentIndex() if present is not None and present.codes() == scope.codes else QModelIndex()
            )
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        with QSignalBlocker(self.view.selectionModel()):
            self.view.selectionModel().setCurrentIndex(wanted, flags)
        self.view.viewport().update()

    def _search(self, text: str) -> None:
        with QSignalBlocker(self.view.selectionModel()), QSignalBlocker(self.view):
            self.model.search(text)
            if self.model.text:
                self.view.expandAll()
            else:
                self._open_kept()
        self._follow()

    # -- what is open ------------------------------------------------------------------------------

    def _keep_open(self) -> None:
        if not self.model.text:
            opened = [
                top.code for row, top in enumerate(self.model.shown) if self.view.isExpanded(self.model.index(row, 0))
            ]
            self._window.settings.put(OPEN, opened)

    def _open_kept(self) -> None:
        opened = set(self._window.settings.texts(OPEN))
        for row, top in enumerate(self.model.shown):
            self.view.setExpanded(self.model.index(row, 0), top.code in opened)
