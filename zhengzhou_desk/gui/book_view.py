"""The open book on the screen: its tabs and its findings, told once of every change."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from zhengzhou_desk.gui.table.tab import RecordTab

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QTabWidget, QWidget

    from zhengzhou_desk.gui.findings.dock import FindingsDock
    from zhengzhou_desk.gui.findings.panel import FindingsPanel
    from zhengzhou_desk.gui.menus import Menus
    from zhengzhou_desk.gui.sides import Sides
    from zhengzhou_desk.gui.window_api import Page, WindowApi
    from zhengzhou_desk.services.desk import BookChanged, Desk


class BookView:
    """The part of the main window that shows a book.

    It subscribes to the desk and passes each change on to its pages.
    """

    def __init__(self, window: WindowApi, tabs: QTabWidget, dock: FindingsDock, menus: Menus, sides: Sides) -> None:
        self._window = window
        self._tabs = tabs
        self._dock = dock
        self._menus = menus
        self._sides = sides
        # At the side both share a column.
        sides.inspector_dock.visibilityChanged.connect(lambda _: dock.settle())
        self._unsubscribe: Callable[[], None] = lambda: None
        self.pages: list[Page] = []
        self.panel: FindingsPanel | None = None

    def show(self, desk: Desk, changed: Callable[[BookChanged], None], selected: Callable[[], None]) -> None:
        """Makes the pages of a book.

        `changed` is called after them at every change, `selected` when cells are chosen.
        """
        from zhengzhou_desk.gui.findings.panel import FindingsPanel
        from zhengzhou_desk.gui.pages.overview import OverviewPage
        from zhengzhou_desk.gui.pages.summary import SummaryPage
        from zhengzhou_desk.gui.table.tables import TABS

        def tell(news: BookChanged) -> None:
            for page in self.pages:
                page.on_book_changed(news)
            if self.panel is not None:
                self.panel.on_book_changed(news)
            self._sides.on_book_changed(news)
            changed(news)

        self._unsubscribe = desk.subscribe(tell)
        window = self._window
        self.pages = [cast("Page", OverviewPage(window))]
        self.pages += [cast("Page", RecordTab(window, spec)) for spec in TABS]
        self.pages.append(cast("Page", SummaryPage(window)))
        for page in self.pages:
            self._tabs.addTab(cast("QWidget", page), page.title)
            if isinstance(page, RecordTab):
                page.selected.connect(selected)
                page.made.connect(partial(self._menus.context, page))
        self.panel = FindingsPanel(window)
        self.panel.closed.connect(self._dock.hide)
        self._dock.setWidget(self.panel)
        self._sides.open()

    def clear(self) -> None:
        """Everything that shows the book goes away, its rows at once: the collector need not look for them later."""
        self._unsubscribe()
        self._unsubscribe = lambda: None
        # A dialog opened over the book (an import, work that can be called off) would be painted without it.
        dialogs = cast("list[QDialog]", self._window.widget.findChildren(QDialog))
        for dialog in dialogs:
            if dialog.isVisible() and dialog.windowModality() == Qt.WindowModality.WindowModal:
                dialog.reject()
        self._sides.close()
        self._window.scope.lift()
        # Hidden, so that nothing is shown for a moment without its book.
        self._tabs.hide()
        if self.panel is not None:
            self.panel.setParent(None)
            self.panel.deleteLater()
            self.panel = None
        while self._tabs.count():
            page = self._tabs.widget(0)
            self._tabs.removeTab(0)
            if isinstance(page, RecordTab):
                page.let_go()
            if page is not None:
                page.deleteLater()
        self.pages = []
