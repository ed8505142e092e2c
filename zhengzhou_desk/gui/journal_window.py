"""The journal: who did what and when, and taking one step back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractItemView, QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout

from zhengzhou_desk.editing import line_text
from zhengzhou_desk.gui.unit_page import text_view

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTableView

    from zhengzhou_desk.gui.frame import Frame
    from zhengzhou_desk.store.journal import Line

_SHOWN = 5_000


class JournalWindow(QDialog):
    """Lines newest first; nothing is ever removed, taking back adds a line."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame.widget)
        self._frame = frame
        self.setWindowTitle(self.tr("日志"))
        self.resize(760, 560)
        self._search = QLineEdit()
        self._search.setPlaceholderText(self.tr("筛选：单位编码、名称、经办人"))
        self._search.setAccessibleName(self.tr("筛选日志"))
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self.renew)
        self.back = QPushButton(self.tr("撤回这一步"))
        self.back.clicked.connect(self._take_back)
        close = QPushButton(self.tr("关闭"))
        close.clicked.connect(self.reject)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._search)
        row = QHBoxLayout()
        row.addWidget(self.back)
        row.addStretch(1)
        row.addWidget(close)
        self.table: QTableView | None = None
        self._column.addLayout(row)
        self._lines: list[Line] = []
        self.renew()

    def renew(self) -> None:
        """Reads the journal anew."""
        typed = self._search.text().strip()
        lang = self._frame.lang
        lines = self._frame.desk.journal(_SHOWN)
        texts = [(line, line_text(line, lang)) for line in lines]
        shown = [(line, text) for line, text in texts if typed in text or typed in line.who]
        self._lines = [line for line, _ in shown]
        heads = [self.tr("号"), self.tr("时间"), self.tr("经办"), self.tr("做了什么")]
        view = text_view(self, self.tr("日志"), heads, [[str(line.number), line.at, line.who, text] for line, text in shown])
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        if self.table is not None:
            self._column.removeWidget(self.table)
            self.table.deleteLater()
        self.table = view
        self._column.insertWidget(1, view, 1)
        self.back.setEnabled(self._frame.desk.writable)

    def _take_back(self) -> None:
        place = self.table.currentIndex().row() if self.table is not None else -1
        if not 0 <= place < len(self._lines):
            return
        number = self._lines[place].number
        if self._frame.attempt(lambda: self._frame.desk.take_back(number)) is not None:
            self.renew()
