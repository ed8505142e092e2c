"""The package for the city: what is in it, whether it is signed, whether it is sealed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QVBoxLayout

from zhengzhou_desk.gui.widgets.dialog import Dialog
from zhengzhou_desk.gui.widgets.layout import button_row, leave_button, quiet_label

if TYPE_CHECKING:
    from zhengzhou_desk.gui.window_api import WindowApi


class PackageDialog(Dialog):
    """Three boxes to tick; the figures are always in it."""

    def __init__(self, window: WindowApi, *, has_key: bool) -> None:
        super().__init__(window.widget)
        self.setWindowTitle(self.tr("生成上报包"))
        self.setMinimumWidth(460)
        title = QLabel(self.tr("{year} 年度上报包").format(year=window.desk.year))
        title.setObjectName("title")
        about = quiet_label(self.tr("一个文件：各单位的数字和审核结果，以 {day} 为准。").format(day=window.desk.today))
        self.contacts = QCheckBox(self.tr("另写各单位的联系人和电话"))
        self.sign = QCheckBox(self.tr("用本局的签名密钥签名，市局由此知道是谁做的"))
        self.sign.setChecked(has_key)
        self.sign.setEnabled(has_key)
        self.seal = QCheckBox(self.tr("用密码加密，密码另外告诉市局"))
        column = QVBoxLayout(self)
        column.setSpacing(10)
        for part in (title, about, self.contacts, self.sign, self.seal):
            column.addWidget(part)
        if not has_key:
            column.addWidget(
                quiet_label(self.tr("还没有签名密钥，不签名也照样上报。要签名，先在“账册”→“签名密钥…”生成。"))
            )
        column.addStretch(1)
        go = QPushButton(self.tr("选择文件…"))
        go.setDefault(True)
        go.clicked.connect(self.accept)
        column.addLayout(button_row(leave_button(self, cancels=True), go))
