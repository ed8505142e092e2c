"""Pages that stand alone while no book is open: the welcome page, and that of a book that was not opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengzhou_desk.gui import session
from zhengzhou_desk.gui.pages.open_failed import OpenFailedDialog, OpenFailedPage
from zhengzhou_desk.gui.pages.welcome import WelcomePage

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

    from zhengzhou_desk.common.errors import Refused
    from zhengzhou_desk.gui.findings.dock import FindingsDock
    from zhengzhou_desk.gui.main_window import MainWindow
    from zhengzhou_desk.gui.widgets.message_bar import MessageBar


class StartPages:
    """The part of the main window that shows them in place of the tabs."""

    if TYPE_CHECKING:
        bar: MessageBar
        tabs: QTabWidget
        dock: FindingsDock
        body: QVBoxLayout
        start_page: QWidget | None

        @property
        def _window(self) -> MainWindow: ...

        def put_away(self) -> None: ...
        def renew_shell(self) -> None: ...

    def welcome(self) -> None:
        """Shows what can be done without a book."""
        self.put_away()
        window = self._window
        page = WelcomePage(window.settings, window.start.clock())
        page.chosen.connect(lambda key: session.chosen(window, key))
        page.book.connect(window.open_book)
        self.show_start_page(page)

    def show_open_failed(self, path: Path, refused: Refused) -> None:
        """Shows why a book was not opened, and what can be done: over the book that is open, or in place of one."""
        window = self._window
        page = OpenFailedPage(path, refused, window.settings, window.lang, over=window.has_book)
        if window.has_book:
            # What is chosen is done when the dialog is gone, so that nothing else is shown below it.
            dialog = OpenFailedDialog(page, window)
            page.asked.connect(dialog.accept)
            page.restore.connect(dialog.accept)
            dialog.open()
        page.asked.connect(lambda key: session.helped(window, path, key))
        page.restore.connect(lambda backup: session.restore(window, path, backup))
        if not window.has_book:
            self.show_start_page(page)

    def show_start_page(self, page: QWidget | None) -> None:
        """Shows a page in place of the tabs, or the tabs again."""
        if self.start_page is not None:
            self.body.removeWidget(self.start_page)
            self.start_page.hide()
            self.start_page.deleteLater()
        self.start_page = page
        if page is not None:
            self.body.addWidget(page, 1)
            self.bar.hide()
            session.show_years(self._window)
            self.renew_shell()
        self.tabs.setVisible(page is None)
        self.dock.setVisible(page is None and self._window.settings.get(session.PANEL, True))
