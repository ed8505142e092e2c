"""The districts' check codes in the city's book: typed as they are told, and who made what was submitted last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.messages import localized
from zhengzhou_desk.gui.widgets.dialog import Dialog
from zhengzhou_desk.gui.widgets.layout import button_row, leave_button, quiet_label
from zhengzhou_desk.gui.widgets.list_view import ListRow, ListView
from zhengzhou_desk.records import Submission
from zhengzhou_desk.records.submission import ORIGINS
from zhengzhou_desk.services import district_codes

if TYPE_CHECKING:
    from collections.abc import Callable

    from zhengzhou_desk.gui.window_api import WindowApi


class DistrictCodesDialog(Dialog):
    """Every district with its code; the chosen one's is registered or taken out below."""

    def __init__(self, window: WindowApi) -> None:
        super().__init__(window.widget)
        self._window = window
        self.setWindowTitle(self.tr("区县核对码"))
        self.resize(980, 520)
        title = QLabel(self.tr("各区县的核对码"))
        title.setObjectName("title")
        about = quiet_label(
            self.tr(
                "请自己打电话到对方的座机去问，不要从邮件或上报包里抄。登记以后，这个区县没有签名或签名不符的上报包"
                "会被拒绝，说明理由才能读入。"
            )
        )
        about.setWordWrap(True)
        heads = (
            self.tr("区县"), self.tr("核对码"), self.tr("登记日期"), self.tr("告知人"),
            self.tr("{year} 年度上报").format(year=window.desk.year), self.tr("来源核对"),
        )  # fmt: skip
        self.list = ListView(self.tr("区县核对码"), heads)
        self.list.chosen.connect(self._chosen)
        self.code = QLineEdit()
        self.code.setPlaceholderText(self.tr("8 组、每组 5 个数字"))
        self.told_by = QLineEdit()
        self.register = QPushButton(self.tr("登记"))
        self.register.setDefault(True)
        self.register.clicked.connect(self._register)
        self.forget = QPushButton(self.tr("删去核对码"))
        self.forget.setAutoDefault(False)
        self.forget.clicked.connect(self._forget)
        self.wrong = QLabel()
        self.wrong.setObjectName("wrong")
        self.wrong.setTextFormat(Qt.TextFormat.PlainText)
        self.wrong.setWordWrap(True)
        form = QFormLayout()
        form.addRow(self.tr("核对码"), self.code)
        form.addRow(self.tr("告知人"), self.told_by)
        column = QVBoxLayout(self)
        for part in (title, about):
            column.addWidget(part)
        column.addWidget(self.list, 1)
        column.addLayout(form)
        column.addWidget(self.wrong)
        column.addLayout(button_row(leave_button(self), self.register, left=(self.forget,)))
        self._renew()

    def _renew(self) -> None:
        desk, lang = self._window.desk, self._window.lang
        sent = {row.region: row for row in desk.tables.all(Submission) if row.year == desk.year}
        rows = []
        for region, name in district_codes.districts(desk).items():
            kept, last = district_codes.registered(desk, region), sent.get(region)
            rows.append(
                ListRow(
                    (
                        f"{name}（{region}）",
                        kept.code if kept else "",
                        f"{kept.since}" if kept else "",
                        (kept.told_by or "") if kept else "",
                        f"{last.day}" if last else "",
                        ORIGINS.show(last.origin, lang) if last else "",
                    ),
                    region,
                )
            )
        self.list.put(rows, keep=True)

    def _chosen(self) -> None:
        row = self.list.row
        self.register.setEnabled(row is not None)
        self.forget.setEnabled(row is not None and bool(row.texts[1]))
        self.wrong.setText("")

    def _register(self) -> None:
        code, told_by = self.code.text(), self.told_by.text().strip()
        desk = self._window.desk
        if self._tried(lambda region: district_codes.register(desk, region, code, told_by=told_by)):
            self.code.clear()
            self.told_by.clear()

    def _forget(self) -> None:
        desk = self._window.desk
        self._tried(lambda region: district_codes.forget(desk, region))

    def _tried(self, step: Callable[[str], object]) -> bool:
        """Whether the step was done for the chosen district; what is refused is said here."""
        row = self.list.row
        if row is None:
            return False
        try:
            step(str(row.about))
        except Refused as refused:
            self.wrong.setText(str(localized(refused, self._window.lang)))
            return False
        self._renew()
        return True
