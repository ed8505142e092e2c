"""Pages that stand in place of the tabs: the welcome page, and that of a book that was not opened."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, Qt

from zhengzhou_desk.gui.actions import backups, file
from zhengzhou_desk.gui.pages.welcome import WelcomePage
from zhengzhou_desk.gui.widgets.layout import quiet_label

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QVBoxLayout, QWidget

    from zhengzhou_desk.common.errors import Refused
    from zhengzhou_desk.gui.window_api import WindowApi


class ShowTabs(Protocol):
    """Shows or hides the tabs."""

    def __call__(self, *, visible: bool) -> None: ...  # noqa: D102 - the class says it


class StartPages:
    """Shows the welcome page or the page of a book that was not opened, in place of the tabs.

    `show_tabs` hides and shows the tabs.
    """

    def __init__(self, window: WindowApi, body: QVBoxLayout, show_tabs: ShowTabs) -> None:
        self._window = window
        self._body = body
        self._show_tabs = show_tabs
        self.page: QWidget | None = None

    def show_welcome(self) -> None:
        """Shows what can be done without a book."""
        page = WelcomePage(self._window.settings, self._window.start.clock())
        page.chosen.connect(self._chosen)
        page.book.connect(self._window.open_book)
        self._show(page)

    def show_opening(self, path: Path) -> None:
        """Says that a book is being opened: painted before it is read."""
        said = QCoreApplication.translate("session", "正在打开 {name}").format(name=path.name)
        page = quiet_label(said)
        page.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._show(page)

    def show_failed(self, path: Path, refused: Refused) -> None:
        """Shows why a book was not opened, and what can be done: over the book that is open, or in place of one."""
        from zhengzhou_desk.gui.pages.open_failed import OpenFailedDialog, OpenFailedPage

        window = self._window
        page = OpenFailedPage(path, refused, window.settings, window.lang, over=window.has_book)
        if window.has_book:
            # What is chosen is done when the dialog is gone, so that nothing else is shown below it.
            dialog = OpenFailedDialog(page, window.widget)
            page.asked.connect(dialog.accept)
            page.restore.connect(dialog.accept)
            dialog.open()
        page.asked.connect(lambda key: self._helped(path, key))
        page.restore.connect(lambda backup: backups.put_back(window, path, backup))
        if not window.has_book:
            self._show(page)

    def hide(self) -> None:
        """A book is open: its tabs are shown again."""
        self._show(None)

    def _show(self, page: QWidget | None) -> None:
        if self.page is not None:
            self._body.removeWidget(self.page)
            self.page.hide()
            self.page.deleteLater()
        self.page = page
        if page is not None:
            self._body.addWidget(page, 1)
        self._show_tabs(visible=page is None)

    def _chosen(self, key: str) -> None:
        """A button of the welcome page."""
        ways: dict[str, Callable[[WindowApi], None]] = {
            "new": file.new_book,
            "open": file.open_book,
            "sample": file.open_sample,
            "restore": backups.choose_backup,
        }
        ways[key](self._window)

    def _helped(self, path: Path, key: str) -> None:
        """A button of the page of a book that could not be opened; 回到现在的账册 only closes the dialog."""
        window = self._window
        ways: dict[str, Callable[[], None]] = {
            "again": lambda: window.open_book(path),
            "read": lambda: window.open_book(path, writable=False),
            "copy": lambda: file.copy_and_open(window, path),
            "rescue": lambda: backups.rescue(window, path),
            "check": lambda: backups.check_up(window, path),
            "open": lambda: file.open_book(window),
            "restore": lambda: backups.choose_backup(window, path),
            "welcome": window.welcome,
            "stay": lambda: None,
        }
        ways[key]()
