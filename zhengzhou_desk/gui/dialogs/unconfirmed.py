"""Who is not confirmed after all that pass were: each with the reason, and a way to its filing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout

from zhengzhou_desk.common.messages import counted
from zhengzhou_desk.gui.widgets.counting import said
from zhengzhou_desk.gui.widgets.dialog import Dialog
from zhengzhou_desk.gui.widgets.layout import button_row, leave_button, quiet_label
from zhengzhou_desk.gui.widgets.list_view import ListRow, ListView
from zhengzhou_desk.reports.summary import STATE_LABELS
from zhengzhou_desk.services import filings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zhengzhou_desk.gui.window_api import WindowApi
    from zhengzhou_desk.reports.unit_status import UnitStatus


class UnconfirmedDialog(Dialog):
    """A list that is read; a double click or Enter goes to the filings of that unit."""

    def __init__(self, window: WindowApi, left: Sequence[UnitStatus]) -> None:
        super().__init__(window.widget)
        self._window = window
        self._left = left
        lang, wording = window.lang, window.desk.wording(window.lang)
        self.setWindowTitle(self.tr("没有确认的单位"))
        self.resize(880, 460)
        title = QLabel(said(counted("达标的填报都已确认；还有 {count} 个单位没有确认"), count=len(left)))
        title.setObjectName("title")
        heads = (self.tr("单位编码"), self.tr("单位名称"), self.tr("审核结果"), self.tr("原因"))
        self.list = ListView(self.tr("没有确认的单位"), heads)
        self.list.put(
            [
                ListRow(
                    (
                        row.unit.code,
                        row.unit.name or "",
                        STATE_LABELS.show(row.state, lang),
                        filings.reason_unconfirmed(row, wording),
                    ),
                    row.unit.code,
                )
                for row in left
            ]
        )
        self.list.opened.connect(self._go)
        every = QPushButton(self.tr("在填报表中看这些单位"))
        every.setAutoDefault(False)
        every.clicked.connect(self._all)
        column = QVBoxLayout(self)
        column.addWidget(title)
        column.addWidget(quiet_label(self.tr("双击一行到它的填报；要督促的，用“文书”→“起草通知书”。")))
        column.addWidget(self.list, 1)
        column.addLayout(button_row(leave_button(self), left=(every,)))

    def _go(self) -> None:
        row = self.list.row
        if row is not None:
            self.accept()
            self._window.show_units("filings", [str(row.about)], row.texts[1])

    def _all(self) -> None:
        self.accept()
        self._window.show_units("filings", [row.unit.code for row in self._left], self.tr("未确认"))
