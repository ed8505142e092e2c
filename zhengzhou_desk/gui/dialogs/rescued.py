"""After a rescue: what was read into the new book, and what could not be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from zhengzhou_desk.gui.widgets.dialog import Dialog
from zhengzhou_desk.gui.widgets.layout import button_row, leave_button, quiet_label

if TYPE_CHECKING:
    from pathlib import Path

    from zhengzhou_desk.services.rescue import Rescued

# How the dialog ends where the new book is to be opened.
OPEN = 2


class RescuedDialog(Dialog):
    """The account, headed by the verdict; it can be copied."""

    def __init__(self, parent: QWidget, book: Path, rescued: Rescued, lang: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("抢救的结果"))
        self.resize(720, 460)
        whole = self.tr("全部读出来了") if rescued.is_complete else self.tr("读出了一部分，请看缺什么")
        title = QLabel(whole)
        title.setTextFormat(Qt.TextFormat.PlainText)
        title.setObjectName("title")
        about = quiet_label(
            self.tr("读进了新账册 {new}；{old} 没有改动。").format(new=rescued.path.name, old=book.name)
        )
        about.setWordWrap(True)
        self.account = QPlainTextEdit("\n".join(line.text(lang) for line in rescued.account))
        self.account.setReadOnly(True)
        self.account.setTabChangesFocus(True)
        self.account.setAccessibleName(self.tr("读出了什么，缺什么"))
        self.take = QPushButton(self.tr("打开新账册"))
        self.take.setDefault(True)
        self.take.clicked.connect(lambda: self.done(OPEN))
        column = QVBoxLayout(self)
        for widget in (title, about):
            column.addWidget(widget)
        column.addWidget(self.account, 1)
        column.addLayout(button_row(leave_button(self), self.take))
