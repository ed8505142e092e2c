"""A contact with one unit or several: by what, whom, what came of it, what was promised by when."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
)

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.messages import counted, localized
from zhengzhou_desk.gui.widgets.counting import said
from zhengzhou_desk.gui.widgets.day_field import DayField
from zhengzhou_desk.gui.widgets.dialog import Dialog
from zhengzhou_desk.gui.widgets.layout import button_row, leave_button, quiet_label
from zhengzhou_desk.records import Unit
from zhengzhou_desk.records.followup import FOLLOWUP_MEANS, FOLLOWUP_RESULTS, PROMISED
from zhengzhou_desk.services import followups
from zhengzhou_desk.services.notices.short_message import short_message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zhengzhou_desk.gui.window_api import WindowApi

_PROMISE_DAYS = 3


class FollowupDialog(Dialog):
    """Noted as one step for all units; what is refused is said here and nothing is lost."""

    def __init__(self, window: WindowApi, units: Sequence[str]) -> None:
        super().__init__(window.widget)
        self._window, self._units = window, tuple(units)
        self.setWindowTitle(self.tr("记一次联系"))
        self.setMinimumWidth(460)
        lang, today = window.lang, window.start.clock().date()
        self.day = DayField(min(window.desk.today, today))
        self.means, self.outcome = QComboBox(), QComboBox()
        for option in FOLLOWUP_MEANS.options:
            self.means.addItem(option.text(lang), option.code)
        for option in FOLLOWUP_RESULTS.options:
            self.outcome.addItem(option.text(lang), option.code)
        self.whom, self.topic, self.next_step = QLineEdit(), QLineEdit(self._matters()), QLineEdit()
        self.promised = DayField(window.desk.today + datetime.timedelta(days=_PROMISE_DAYS))
        form = QFormLayout()
        self._form = form
        for label, field in (
            (self.tr("联系日期"), self.day), (self.tr("联系方式"), self.means), (self.tr("联系对象"), self.whom),
            (self.tr("督办事项"), self.topic), (self.tr("结果"), self.outcome), (self.tr("承诺日期"), self.promised),
            (self.tr("下一步"), self.next_step),
        ):  # fmt: skip
            form.addRow(label, field)
        self.outcome.currentIndexChanged.connect(lambda _: self._arrange())
        self.wrong = QLabel()
        self.wrong.setObjectName("wrong")
        self.wrong.setTextFormat(Qt.TextFormat.PlainText)
        self.wrong.setWordWrap(True)
        self.copy = QPushButton(self.tr("复制短信"))
        self.copy.setToolTip(self.tr("把要对这个单位说的话放到剪贴板，粘贴到微信或短信里"))
        self.copy.clicked.connect(lambda _: self._copy())
        self.copy.setVisible(len(self._units) == 1)
        self.copy.setAutoDefault(False)
        agree = QPushButton(self.tr("登记"))
        agree.setDefault(True)
        agree.clicked.connect(lambda _: self._note())
        column = QVBoxLayout(self)
        column.addWidget(self._head())
        about = quiet_label(self._telephone())
        about.setVisible(bool(about.text()))
        column.addWidget(about)
        column.addLayout(form)
        column.addWidget(self.wrong)
        column.addLayout(button_row(self.copy, leave_button(self, cancels=True), agree))
        self._arrange()
        self.whom.setFocus()

    def _head(self) -> QLabel:
        unit = self._window.desk.unit(self._units[0]) if len(self._units) == 1 else None
        one = (unit.name or unit.code) if unit is not None else None
        head = QLabel(one or said(counted("{count} 个单位"), count=len(self._units)))
        head.setObjectName("title")
        head.setTextFormat(Qt.TextFormat.PlainText)
        return head

    def _telephone(self) -> str:
        """Whom to call, as far as it is shown: masked until personal data was asked for."""
        if len(self._units) != 1:
            return ""
        unit = self._window.desk.unit(self._units[0])
        if unit is None:
            return ""
        columns = (Unit.table.column("contact"), Unit.table.column("phone"))
        shown = self._window.desk.shows_personal
        texts = (column.shown(unit.cell(column.name), self._window.lang, personal=shown) for column in columns)
        return "  ".join(text for text in texts if text)

    def _matters(self) -> str:
        """What is open at the unit, as the matter to begin with."""
        if len(self._units) != 1:
            return ""
        return "、".join(followups.matters(self._window.desk, self._units[0]))[:200]

    def _arrange(self) -> None:
        self._form.setRowVisible(self.promised, self.outcome.currentData() == PROMISED)

    def _copy(self) -> None:
        try:
            text = short_message(self._window.desk, self._units[0])
        except Refused as refused:
            self.wrong.setText(str(localized(refused, self._window.lang)))
            return
        QGuiApplication.clipboard().setText(text)
        self.wrong.setText(self.tr("已复制"))

    def _note(self) -> None:
        outcome = self.outcome.currentData()
        contact = followups.Contact(
            day=self.day.day, means=self.means.currentData(), result=outcome,
            whom=self.whom.text().strip() or None, topic=self.topic.text().strip() or None,
            promised=self.promised.day if outcome == PROMISED else None,
            next_step=self.next_step.text().strip() or None,
        )  # fmt: skip
        try:
            followups.note(self._window.desk, self._units, contact)
        except Refused as refused:
            self.wrong.setText(str(localized(refused, self._window.lang)))
            return
        self.accept()
