"""The manual, read offline in the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout

from zhengzhou_desk.paths import HELP

if TYPE_CHECKING:
    from zhengzhou_desk.gui.frame import Frame


class HelpWindow(QDialog):
    """Our own pages, so they may be formatted; nothing of the book is ever shown here."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame.widget)
        self.setWindowTitle(self.tr("使用手册"))
        self.resize(760, 640)
        browser = QTextBrowser()
        browser.setAccessibleName(self.tr("使用手册"))
        browser.setOpenExternalLinks(False)
        browser.setMarkdown((HELP / f"manual_{frame.lang}.md").read_text(encoding="utf-8"))
        column = QVBoxLayout(self)
        column.addWidget(browser)
