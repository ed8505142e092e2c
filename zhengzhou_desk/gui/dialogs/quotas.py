"""Dividing the amount that the city has set: how much, by what, unit by unit before anything is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.messages import counted, localized
from zhengzhou_desk.gui.widgets.counting import said
from zhengzhou_desk.gui.widgets.dialog import Dialog
from zhengzhou_desk.gui.widgets.layout import button_row, leave_button, quiet_label
from zhengzhou_desk.gui.widgets.list_view import ListRow, ListView
from zhengzhou_desk.records import Quota
from zhengzhou_desk.records.kinds import yuan
from zhengzhou_desk.services import editing, quotas

if TYPE_CHECKING:
    from zhengzhou_desk.gui.window_api import WindowApi


class QuotasDialog(Dialog):
    """The parts are shown as one types, and sum to the amount to the fen; one step puts them in place."""

    def __init__(self, window: WindowApi) -> None:
        super().__init__(window.widget)
        self._window = window
        self._division: quotas.Division | None = None
        self.setWindowTitle(self.tr("任务分解"))
        self.resize(620, 560)
        about = quiet_label(self.tr("上级下达的采购任务分到各单位，和预留份额并列，不互相替代。"))
        about.setWordWrap(True)
        present = quotas.task_total(window.desk, window.desk.year)
        self.total = QLineEdit(yuan(present, grouped=True) if present else "")
        self.total.setPlaceholderText(self.tr("如 500万元"))
        self.rule = QComboBox()
        for option in quotas.RULES.options:
            self.rule.addItem(option.text(window.lang), option.code)
        self.document = QLineEdit()
        self.document.setPlaceholderText(self.tr("下达任务的文件名称和文号"))
        form = QFormLayout()
        form.addRow(self.tr("下达的任务"), self.total)
        form.addRow(self.tr("怎样分"), self.rule)
        form.addRow(self.tr("分解依据"), self.document)
        self.list = ListView(
            self.tr("任务分解"), (self.tr("单位编码"), self.tr("单位名称"), self.tr("任务金额")), right=frozenset({2})
        )
        self.sum = QLabel()
        self.sum.setTextFormat(Qt.TextFormat.PlainText)
        self.sum.setWordWrap(True)
        self.take = QPushButton(self.tr("照此分解"))
        self.take.setDefault(True)
        self.take.clicked.connect(lambda _: self._take())
        column = QVBoxLayout(self)
        column.addWidget(about)
        column.addLayout(form)
        column.addWidget(self.list, 1)
        column.addWidget(self.sum)
        column.addLayout(button_row(leave_button(self, cancels=True), self.take))
        self.total.textChanged.connect(lambda _: self._propose())
        self.rule.currentIndexChanged.connect(lambda _: self._propose())
        self._propose()

    def _propose(self) -> None:
        """Shows how the amount would be divided, or why it cannot be."""
        desk, text = self._window.desk, self.total.text().strip()
        self._division = None
        said_ = ""
        if text:
            try:
                total = editing.parse_cell(Quota, "amount", text)
                self._division = quotas.propose(desk, total, self.rule.currentData())
            except Refused as refused:
                said_ = str(localized(refused, self._window.lang))
        self._show()
        self.sum.setObjectName("wrong" if said_ else "quiet")
        self.sum.style().polish(self.sum)
        if said_:
            self.sum.setText(said_)
        self.take.setEnabled(self._division is not None and desk.can_edit)

    def _show(self) -> None:
        desk, division = self._window.desk, self._division
        rows = []
        for code, amount in division.parts.items() if division is not None else ():
            unit = desk.unit(code)
            name = (unit.name if unit is not None else None) or ""
            rows.append(ListRow((code, name, yuan(amount, grouped=True)), code))
        self.list.put(rows)
        if division is None:
            self.sum.clear()
            return
        text = said(
            counted("{count} 个单位，合计 {total} 元"), count=len(division.parts),
            total=yuan(sum(division.parts.values()), grouped=True),
        )  # fmt: skip
        if division.left_out:
            names = ", ".join(
                (unit.name or code) for code in division.left_out if (unit := desk.unit(code)) is not None
            )
            text += "\n" + self.tr("没有数字可分的单位：{units}").format(units=names)
        self.sum.setText(text)

    def _take(self) -> None:
        if self._division is None:
            return
        document = self.document.text().strip() or None
        try:
            quotas.divide(self._window.desk, self._division, document)
        except Refused as refused:
            self.sum.setText(str(localized(refused, self._window.lang)))
            return
        self.accept()
