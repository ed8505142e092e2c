"""The welcome page: what to do when no book is open, or when one could not be opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from zhengzhou_desk.gui import icons

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


class Welcome(QWidget):
    """New, open, sample or restore; recent books below. `trouble` says why a book was not opened."""

    chosen = Signal(str)
    book = Signal(object)
    read_only = Signal(object)

    def __init__(self, recent: Sequence[Path], trouble: str = "", path: Path | None = None) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.addStretch(2)
        box = QWidget()
        box.setMaximumWidth(640)
        inside = QVBoxLayout(box)
        inside.setSpacing(10)
        title = QLabel(self.tr("郑采台账"))
        title.setObjectName("big")
        inside.addWidget(title)
        inside.addWidget(self._quiet(self.tr("脱贫地区农副产品采购预留份额台账")))
        if trouble:
            label = QLabel(trouble)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            inside.addWidget(label)
            if path is not None:
                only = QPushButton(self.tr("以只读方式打开"))
                only.clicked.connect(lambda: self.read_only.emit(path))
                inside.addWidget(only)
        row = QHBoxLayout()
        for key, text, icon in (
            ("new", self.tr("新建账册…"), "new"), ("open", self.tr("打开账册…"), "open"),
            ("sample", self.tr("看示例县"), "summary"), ("restore", self.tr("从备份恢复…"), "backup"),
        ):  # fmt: skip
            button = QPushButton(text)
            button.setIcon(icons.icon(icon))
            button.clicked.connect(lambda _, key=key: self.chosen.emit(key))
            row.addWidget(button)
        inside.addLayout(row)
        if recent:
            inside.addWidget(self._quiet(self.tr("最近打开")))
        for recent_book in recent:
            button = QPushButton(f"{recent_book.stem}    {recent_book.parent}")
            button.setFlat(True)
            button.setStyleSheet("text-align: left; border: none; background: transparent;")
            button.clicked.connect(lambda _, book=recent_book: self.book.emit(book))
            inside.addWidget(button)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(box)
        middle.addStretch(1)
        column.addLayout(middle)
        column.addStretch(3)

    def _quiet(self, text: str) -> QLabel:
        label = QLabel(text)
        label.setObjectName("quiet")
        return label
