"""The manual, read offline in the window: chapters on the left, found by any word."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
)

from zhengzhou_desk.common.paths import HELP
from zhengzhou_desk.gui.widgets.dialog import Dialog
from zhengzhou_desk.gui.widgets.layout import button_row, leave_button
from zhengzhou_desk.gui.widgets.search_field import search_field

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_TEXT = Qt.ItemDataRole.UserRole
# The chapter about each tab, by its title in each language.
_ABOUT = {
    "overview": {"zh": "窗口", "en": "The window"},
    "units": {"zh": "单位", "en": "Units"},
    "filings": {"zh": "填报", "en": "Filings"},
    "spending": {"zh": "工会", "en": "Unions, SOEs, purchases"},
    "accounts": {"zh": "国企", "en": "Unions, SOEs, purchases"},
    "purchases": {"zh": "采购", "en": "Unions, SOEs, purchases"},
    "changes": {"zh": "变更", "en": "Changes"},
    "notices": {"zh": "通知书", "en": "Notices"},
    "summary": {"zh": "汇总", "en": "Summary and the city"},
}


class HelpWindow(Dialog):
    """Our own pages, so they may be formatted; nothing of the book is ever shown here."""

    def __init__(self, parent: QWidget, lang: str, page: str | None = None) -> None:
        """`page` is the tab that one would read about."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("使用手册"))
        self.resize(960, 640)
        self.search = search_field(self.tr("在手册中查找"), self.tr("在手册中查找"), lambda _: self._find())
        self.search.returnPressed.connect(self._next)
        self.chapters = QListWidget()
        self.chapters.setAccessibleName(self.tr("章节"))
        self.chapters.setMinimumWidth(170)
        for title, text in chapters(lang):
            item = QListWidgetItem(title)
            item.setData(_TEXT, text)
            self.chapters.addItem(item)
        self.chapters.currentItemChanged.connect(lambda *_: self._show())
        self.page = QTextBrowser()
        self.page.setAccessibleName(self.tr("使用手册"))
        self.page.setOpenExternalLinks(False)
        self.page.setOpenLinks(False)
        self.page.document().setDocumentMargin(18)
        halves = QSplitter()
        halves.addWidget(self.chapters)
        halves.addWidget(self.page)
        halves.setStretchFactor(1, 1)
        halves.setSizes([190, 770])
        column = QVBoxLayout(self)
        column.addWidget(self.search)
        column.addWidget(halves, 1)
        column.addLayout(button_row(leave_button(self)))
        self.chapters.setCurrentRow(_chapter_about(page, lang))

    def _show(self) -> None:
        item = self.chapters.currentItem()
        if item is not None:
            self.page.setMarkdown(item.data(_TEXT))

    def _find(self) -> None:
        """Leaves the chapters that have the word, and shows it in the first of them."""
        typed = self.search.text().strip().lower()
        first = None
        for place in range(self.chapters.count()):
            item = self.chapters.item(place)
            hit = typed in item.data(_TEXT).lower()
            item.setHidden(not hit)
            first = item if hit and first is None else first
        if first is not None and self.chapters.currentItem().isHidden():
            self.chapters.setCurrentItem(first)
        self._show()
        if typed:
            self._next()

    def _next(self) -> None:
        typed = self.search.text().strip()
        if typed and not self.page.find(typed):
            self.page.moveCursor(self.page.textCursor().MoveOperation.Start)
            self.page.find(typed, QTextDocument.FindFlag(0))


@functools.cache
def chapters(lang: str) -> tuple[tuple[str, str], ...]:
    """The chapters of the manual in a language: the title of each and its Markdown."""
    text = (HELP / f"manual_{lang}.md").read_text(encoding="utf-8")
    parts = text.removeprefix("# ").split("\n## ")
    return tuple((part.partition("\n")[0].strip(), f"## {part}") for part in parts)


def _chapter_about(page: str | None, lang: str) -> int:
    """Where the chapter about a tab stands; the first one where there is none."""
    title = _ABOUT.get(page or "", {}).get(lang)
    return next((place for place, (name, _) in enumerate(chapters(lang)) if name == title), 0)
