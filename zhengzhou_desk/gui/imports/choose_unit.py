"""Choosing the unit that a name of a file means: the likely ones first, any other by typing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from zhengzhou_desk.exchange.unit_names import likely_units
from zhengzhou_desk.gui.widgets.dialog import Dialog
from zhengzhou_desk.gui.widgets.layout import button_row, leave_button, quiet_label
from zhengzhou_desk.gui.widgets.unit_picker import UnitPicker, names_of
from zhengzhou_desk.records import Unit

if TYPE_CHECKING:
    from zhengzhou_desk.services.desk import Desk

_LIKELY = 12


class ChooseUnit(Dialog):
    """A name that the book does not know is shown; `code` is the unit that a person says it is."""

    def __init__(self, parent: QWidget, desk: Desk, name: str) -> None:
        super().__init__(parent)
        self.code: str | None = None
        self.setWindowTitle(self.tr("认单位"))
        self.resize(480, 420)
        title = QLabel(self.tr("‘{name}’是哪个单位？").format(name=name))
        title.setObjectName("title")
        title.setWordWrap(True)
        units = names_of(desk.tables.all(Unit))
        self.picker = UnitPicker(units, likely_units(name, units, _LIKELY))
        self.picker.opened.connect(self._take)
        self.take = QPushButton(self.tr("就是它，以后都这样认"))
        self.take.setDefault(True)
        self.take.clicked.connect(self._take)
        self.picker.chosen.connect(self._renew)
        column = QVBoxLayout(self)
        column.addWidget(title)
        column.addWidget(quiet_label(self.tr("下面先列名称相近的，是不是由人决定。")))
        column.addWidget(self.picker, 1)
        column.addLayout(button_row(leave_button(self, cancels=True), self.take))
        self._renew()

    def _renew(self) -> None:
        self.take.setEnabled(self.picker.code is not None)

    def _take(self) -> None:
        if self.picker.code is not None:
            self.code = self.picker.code
            self.accept()
