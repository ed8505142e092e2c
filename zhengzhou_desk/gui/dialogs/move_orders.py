"""Booking orders to another unit: which unit, and why; afterwards the platform's application list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout

from zhengzhou_desk.common.messages import counted, in_context, translated
from zhengzhou_desk.gui.dialogs.export import say_written
from zhengzhou_desk.gui.system import ask
from zhengzhou_desk.gui.widgets.counting import said
from zhengzhou_desk.gui.widgets.dialog import Dialog
from zhengzhou_desk.gui.widgets.layout import button_row, leave_button, quiet_label
from zhengzhou_desk.gui.widgets.unit_picker import UnitPicker, names_of
from zhengzhou_desk.records import Unit
from zhengzhou_desk.records.kinds import yuan
from zhengzhou_desk.services import orders as moving

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zhengzhou_desk.gui.window_api import WindowApi
    from zhengzhou_desk.records import Entry, Purchase


class MoveDialog(Dialog):
    """The orders are those that were selected; one step, with its reason in the journal."""

    def __init__(self, window: WindowApi, orders: Sequence[Purchase]) -> None:
        super().__init__(window.widget)
        self._window = window
        self._orders = orders
        self.setWindowTitle(self.tr("改记订单"))
        self.resize(520, 480)
        title = QLabel(
            said(
                counted("{count} 笔订单，合计 {amount} 元，改记到哪个单位？"),
                count=len(orders),
                amount=yuan(sum(order.amount for order in orders), grouped=True),
            )
        )
        title.setObjectName("title")
        title.setWordWrap(True)
        about = quiet_label(self.tr("平台上的所属单位要另行申请修改，改记之后可以写出申请表。"))
        about.setWordWrap(True)
        self.picker = UnitPicker(names_of(window.desk.rows(Unit)))
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("如：下单时选错了所属预算单位"))
        form = QFormLayout()
        form.addRow(translated(in_context("field", "原因"), window.lang), self.reason)
        self.take = QPushButton(self.tr("改记"))
        self.take.setDefault(True)
        self.take.clicked.connect(self._take)
        self.picker.chosen.connect(self._renew)
        self.reason.textChanged.connect(self._renew)
        column = QVBoxLayout(self)
        column.addWidget(title)
        column.addWidget(about)
        column.addWidget(self.picker, 1)
        column.addLayout(form)
        column.addLayout(button_row(leave_button(self, cancels=True), self.take))
        self._renew()

    def _renew(self) -> None:
        self.take.setEnabled(self.picker.code is not None and bool(self.reason.text().strip()))

    def _take(self) -> None:
        window = self._window
        to = window.desk.unit(self.picker.code)
        if to is None:
            return
        entry = window.attempt(lambda: moving.move(window.desk, self._orders, to, self.reason.text()))
        if entry is not None:
            self.accept()
            text = said(
                counted("已改记 {count} 笔订单到 {unit}，可以撤销"), count=len(entry.changes), unit=to.name or to.code
            )
            window.tell(text, self.tr("写出给平台的申请表…"), lambda: write_application(window, entry))


def write_application(window: WindowApi, entry: Entry) -> None:
    """The list by which the platform is asked to book the same orders to the other unit."""
    tr = window.widget.tr
    path = ask.save_file(
        window.widget, tr("订单修改所属预算单位申请表"), tr("订单修改所属预算单位申请表.xlsx"), ".xlsx"
    )
    if path is not None:
        count = window.attempt(lambda: moving.write_application(window.desk, path, entry))
        if count is not None:
            say_written(window, said(counted("已写出 {path}，共 {count} 笔"), count=count, path=path), path)
