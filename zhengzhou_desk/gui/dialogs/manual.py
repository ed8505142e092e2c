"""The manual, read offline in the window: chapters on the left, found by any word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
)

from zhengzhou_desk.common.messages import CHINESE
from zhengzhou_desk.common.override import override
from zhengzhou_desk.gui.widgets.dialog import Dialog
from zhengzhou_desk.gui.widgets.layout import button_row, leave_button
from zhengzhou_desk.gui.widgets.search_field import search_field
from zhengzhou_desk.services.manual import chapters, pictures

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

_TEXT = Qt.ItemDataRole.UserRole
# Markdown wants no blanks in what a link leads to.
_LINKS = re.compile(r"\]\(#([^)]+)\)")
_MARGIN = 18
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
# The chapter about each dialog, by its class: in Chinese and in English.
_DIALOGS = {
    "AboutDialog": ("安装、升级与卸载", "Installing, upgrading, removing"),
    "AssessmentWindow": ("考评", "Assessment"),
    "BackupDialog": ("备份与恢复", "Backup and restore"),
    "BeforeSubmissionDialog": ("汇总", "Summary and the city"),
    "CanteenDialog": ("单位", "Units"),
    "ChangeDialog": ("变更", "Changes"),
    "CheckupDialog": ("备份与恢复", "Backup and restore"),
    "ChooseUnit": ("常见问题", "Questions"),
    "ColumnsDialog": ("在表格里工作", "Working in tables"),
    "CopiesDialog": ("两份账册各自改过", "Two copies edited apart"),
    "DistrictCodesDialog": ("加密与签名", "Encryption and signatures"),
    "FindAnything": ("窗口", "The window"),
    "FollowupDialog": ("督办与任务", "Follow-ups and quotas"),
    "ForgetDialog": ("个人信息与日志", "Personal data and the journal"),
    "ImportDialog": ("快速上手", "Quick start"),
    "JournalWindow": ("个人信息与日志", "Personal data and the journal"),
    "LawWindow": ("政策数值", "Values of the law"),
    "MergeDialog": ("汇总", "Summary and the city"),
    "MoveDialog": ("采购", "Unions, SOEs, purchases"),
    "NewBook": ("快速上手", "Quick start"),
    "NoticesDialog": ("通知书", "Notices"),
    "OneOf": ("汇总", "Summary and the city"),
    "OpenFailedDialog": ("账册坏了：备份与抢救", "A damaged book: copies and rescue"),
    "OpenYearDialog": ("年度", "Years"),
    "PackPreview": ("政策数值", "Values of the law"),
    "PackageDialog": ("汇总", "Summary and the city"),
    "PolicyPacksDialog": ("政策数值", "Values of the law"),
    "PreviewWindow": ("通知书", "Notices"),
    "QuotasDialog": ("督办与任务", "Follow-ups and quotas"),
    "ReplaceDialog": ("在表格里工作", "Working in tables"),
    "RescuedDialog": ("账册坏了：备份与抢救", "A damaged book: copies and rescue"),
    "RestoreDialog": ("备份与恢复", "Backup and restore"),
    "SettingsDialog": ("语言与外观", "Language and looks"),
    "ShortcutsPage": ("在表格里工作", "Working in tables"),
    "SigningKeyDialog": ("加密与签名", "Encryption and signatures"),
    "TemplateDialog": ("通知书", "Notices"),
    "UnconfirmedDialog": ("填报", "Filings"),
    "UnitListDialog": ("变更", "Changes"),
    "UnitPage": ("单位", "Units"),
    "WhatIfDialog": ("政策数值", "Values of the law"),
}


class HelpWindow(Dialog):
    """Our own pages, so they may be formatted; nothing of the book is ever shown here."""

    def __init__(self, parent: QWidget, lang: str, page: str | None = None) -> None:
        """`page` is the tab, or the class of the dialog, that one would read about."""
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
        self.page = _Pages(lang)
        self.page.setAccessibleName(self.tr("使用手册"))
        self.page.setOpenExternalLinks(False)
        self.page.setOpenLinks(False)
        self.page.document().setDocumentMargin(_MARGIN)
        self.page.anchorClicked.connect(self._follow)
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

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()  # once more: only now it is known how wide a picture can be
        self._next()

    def _show(self) -> None:
        item = self.chapters.currentItem()
        if item is not None:
            text = _LINKS.sub(lambda link: f"](#{quote(link[1])})", item.data(_TEXT))
            self.page.setMarkdown(text)
            self.page.moveCursor(QTextCursor.MoveOperation.Start)

    def _follow(self, link: QUrl) -> None:
        """Goes to the chapter, or the part of a chapter, that a link names."""
        name = link.fragment(QUrl.ComponentFormattingOption.FullyDecoded)
        for place in range(self.chapters.count()):
            item = self.chapters.item(place)
            if name == item.text() or f"\n### {name}\n" in item.data(_TEXT):
                item.setHidden(False)
                self.chapters.setCurrentItem(item)
                self.page.find(name)
                return

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


class _Pages(QTextBrowser):
    """The text with its pictures, no wider than there is room for."""

    def __init__(self, lang: str) -> None:
        super().__init__()
        self._pictures = pictures(lang)

    @override
    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return super().loadResource(kind, name)
        picture = QImage(str(self._pictures / QUrl(name).fileName()))
        room = max(320, self.viewport().width() - 2 * _MARGIN - self.verticalScrollBar().sizeHint().width())
        if picture.width() > room:
            return picture.scaledToWidth(room, Qt.TransformationMode.SmoothTransformation)
        return picture


def _chapter_about(page: str | None, lang: str) -> int:
    """Where the chapter about a tab stands; the first one where there is none."""
    chinese, english = _DIALOGS.get(page or "", ("", ""))
    title = _ABOUT.get(page or "", {}).get(lang) or (chinese if lang == CHINESE else english)
    return next((place for place, (name, _) in enumerate(chapters(lang)) if name == title), 0)
