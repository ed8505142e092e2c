"""The docks at both sides of the tables: the tree of departments, and the inspector of the unit in front."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt

from zhengzhou_desk.common.override import override
from zhengzhou_desk.gui.actions import documents, filings, followups
from zhengzhou_desk.gui.preferences import INSPECTOR, TREE
from zhengzhou_desk.gui.units.inspector import Inspector, unit_of_row
from zhengzhou_desk.gui.units.tree import UnitTree
from zhengzhou_desk.gui.widgets.side_dock import SideDock

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMainWindow

    from zhengzhou_desk.gui.window_api import WindowApi
    from zhengzhou_desk.records import Filing, Record
    from zhengzhou_desk.services.desk import BookChanged

# In characters of the window's type.
_TREE_WIDE, _INSPECTOR_WIDE = 15, 20
# A window that is narrower leaves the inspector's room to the table, until a person asks for it.
_LEAST_WIDE = 84


def tr(text: str) -> str:
    """A sentence of this module in the language of the window."""
    return QCoreApplication.translate("sides", text)


class Sides(QObject):
    """Both docks, while a book is open; whether each is there is remembered."""

    def __init__(self, main: QMainWindow, window: WindowApi) -> None:
        super().__init__(main)
        self._main, self._window = main, window
        self.tree_dock = SideDock(main, "tree", tr("部门"))
        self.inspector_dock = SideDock(main, "inspector", tr("单位概况"))
        self._visible = self._has_rows = self._is_asked_for = False
        main.installEventFilter(self)
        self.tree: UnitTree | None = None
        self.inspector: Inspector | None = None
        main.setCorner(Qt.Corner.BottomLeftCorner, Qt.DockWidgetArea.LeftDockWidgetArea)
        main.setCorner(Qt.Corner.BottomRightCorner, Qt.DockWidgetArea.RightDockWidgetArea)
        main.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, self.tree_dock)
        main.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.inspector_dock)
        for dock, name in ((self.tree_dock, TREE), (self.inspector_dock, INSPECTOR)):
            dock.hide()
            # A person's choice alone, not every showing and hiding.
            dock.toggleViewAction().triggered.connect(lambda shown, name=name: self._keep(name, shown=shown))

    def open(self) -> None:
        """A book is open: both are filled."""
        self.tree, self.inspector = UnitTree(self._window), Inspector(self._window)
        self.inspector.offer(tr("确认填报"), "confirm", lambda: self._on_filing(filings.confirm_these))
        self.inspector.offer(tr("退回填报…"), "send_back", lambda: self._on_filing(filings.send_back_these))
        self.inspector.offer(tr("起草通知书…"), "notice", self._draft)
        self.inspector.offer(tr("记一次联系…"), "followup", self._note)
        self.inspector.offer(tr("单位全貌…"), "page", self._page)
        self.tree_dock.setWidget(self.tree)
        self.inspector_dock.setWidget(self.inspector)
        one = self._main.fontMetrics().horizontalAdvance("国")
        widths = [_TREE_WIDE * one, _INSPECTOR_WIDE * one]
        self._main.resizeDocks([self.tree_dock, self.inspector_dock], widths, Qt.Orientation.Horizontal)

    def close(self) -> None:
        """The book goes: nothing of it is kept."""
        if self.tree is not None:
            self.tree.let_go()
        for widget in (self.tree, self.inspector):
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        self.tree = self.inspector = None

    def show(self, *, visible: bool) -> None:
        """Shows what a person has not put away, or hides both while no book is open."""
        self._visible = visible
        self.tree_dock.setVisible(visible and self._window.settings.get(TREE, True))
        self._place_inspector()

    def _place_inspector(self) -> None:
        has_room = self._main.width() >= _LEAST_WIDE * self._main.fontMetrics().horizontalAdvance("国")
        wanted = (
            self._visible
            and self._has_rows
            and self._window.settings.get(INSPECTOR, True)
            and (has_room or self._is_asked_for)
        )
        if self.inspector_dock.isHidden() == wanted:
            self.inspector_dock.setVisible(wanted)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._main and event.type() == QEvent.Type.Resize:
            self._place_inspector()
        return super().eventFilter(watched, event)

    def on_book_changed(self, news: BookChanged) -> None:
        """Tells both of a change."""
        for part in (self.tree, self.inspector):
            if part is not None:
                part.on_book_changed(news)

    def follow(self, record: Record | None, *, has_rows: bool) -> None:
        """Shows the unit that a row is about; on a page without rows the inspector leaves its room to the page."""
        self._has_rows = has_rows
        self._place_inspector()
        if self.inspector is not None and record is not None:
            self.inspector.show_unit(unit_of_row(self._window, record))

    def _keep(self, name: str, *, shown: bool) -> None:
        if self.tree is not None:
            self._window.settings.put(name, shown)
        if name == INSPECTOR:
            self._is_asked_for = shown

    def _on_filing(self, do: Callable[[WindowApi, list[Filing]], None]) -> None:
        card = self.inspector.card if self.inspector is not None else None
        if card is not None and card.status.filing is not None:
            do(self._window, [card.status.filing])

    def _draft(self) -> None:
        if self.inspector is not None and self.inspector.code is not None:
            documents.draft_notice_to(self._window, self.inspector.code)

    def _note(self) -> None:
        if self.inspector is not None and self.inspector.code is not None:
            followups.note_with(self._window, [self.inspector.code])

    def _page(self) -> None:
        if self.inspector is not None and self.inspector.code is not None:
            self._window.show_unit(self.inspector.code)
