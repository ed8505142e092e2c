"""Choosing a unit: the likely ones first, any other by code, name or pinyin initials."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from zhengzhou_desk import pinyin
from zhengzhou_desk.exchange.importing import likely_units
from zhengzhou_desk.gui.listing import Listing, Row
from zhengzhou_desk.gui.welcome import quiet
from zhengzhou_desk.records import Unit

if TYPE_CHECKING:
    from zhengzhou_desk.desk import Desk

_LIKELY, _FOUND = 12, 100


class ChooseUnit(QDialog):
    """A name that the book does not know is shown; `code` is the unit that a person says it is."""

    def __init__(self, parent: QWidget, desk: Desk, name: str) -> None:
        super().__init__(parent)
        self._units = {unit.code: unit.name or "" for unit in desk.shelf.all(Unit)}
        self._name = name
        self.code: str | None = None
        self.setWindowTitle(self.tr("认单位"))
        self.resize(480, 420)
        title = QLabel(self.tr("‘{name}’是哪个单位？").format(name=name))
        title.setObjectName("title")
        title.setWordWrap(True)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("编码、名称或拼音首字母"))
        self.search.setAccessibleName(self.tr("查找单位"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._find)
        self.list = Listing(self.tr("单位"), (self.tr("单位编码"), self.tr("单位名称")))
        self.list.opened.connect(self._take)
        cancel = QPushButton(self.tr("取消"))
        cancel.clicked.connect(self.reject)
        self.take = QPushButton(self.tr("就是它，以后都这样认"))
        self.take.setDefault(True)
        self.take.clicked.connect(self._take)
        self.list.chosen.connect(self._renew)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.take)
        column = QVBoxLayout(self)
        column.addWidget(title)
        column.addWidget(quiet(self.tr("下面先列名称相近的，是不是由人决定。")))
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        column.addLayout(row)
        self._find()

    def _find(self) -> None:
        typed = self.search.text().strip()
        if not typed:
            codes = likely_units(self._name, self._units, _LIKELY) or list(self._units)[:_FOUND]
        else:
            codes = [code for code, name in self._units.items() if code.startswith(typed) or pinyin.matches(name, typed)][:_FOUND]
        self.list.put([Row((code, self._units[code]), code) for code in codes])

    def _renew(self) -> None:
        self.take.setEnabled(self.list.row is not None)

    def _take(self) -> None:
        row = self.list.row
        if row is not None:
            self.code = str(row.about)
            self.accept()
