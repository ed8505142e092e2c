"""The bureau's signing key on this computer: made here, and its code to be read to the city over the telephone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.messages import localized
from zhengzhou_desk.gui.system import ask
from zhengzhou_desk.gui.widgets.dialog import Dialog
from zhengzhou_desk.gui.widgets.layout import button_row, leave_button, quiet_label
from zhengzhou_desk.services import signing_key

if TYPE_CHECKING:
    from zhengzhou_desk.gui.window_api import WindowApi


class SigningKeyDialog(Dialog):
    """The code in large digits, and one button that makes a key."""

    def __init__(self, window: WindowApi) -> None:
        super().__init__(window.widget)
        self._window = window
        self._folder = window.settings.folder
        self.setWindowTitle(self.tr("签名密钥"))
        self.setMinimumWidth(560)
        title = QLabel(self.tr("本局的签名密钥"))
        title.setObjectName("title")
        about = quiet_label(
            self.tr(
                "有了它，上报包可以签名，市局由此知道是本局做的、之后没有人改过。密钥用密码保护，只在这台电脑上。"
                "把核对码打电话念给市局登记；电脑坏了或忘了密码，重新生成一个，再念新的。"
            )
        )
        about.setWordWrap(True)
        self.code = QLabel()
        self.code.setObjectName("title")
        self.code.setTextFormat(Qt.TextFormat.PlainText)
        self.code.setWordWrap(True)
        self.code.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.code.setAccessibleName(self.tr("核对码"))
        self.copy = QPushButton(self.tr("复制核对码"))
        self.copy.setAutoDefault(False)
        self.copy.clicked.connect(self._copy)
        self.make = QPushButton()
        self.make.clicked.connect(self._make)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        for part in (title, about, self.code):
            column.addWidget(part)
        column.addStretch(1)
        column.addLayout(button_row(leave_button(self), self.make, left=(self.copy,)))
        self._key: signing_key.SigningKey | None = None
        self._renew()

    def _renew(self) -> None:
        try:
            self._key = signing_key.kept(self._folder)
            text = self._key.code if self._key is not None else self.tr("还没有签名密钥")
        except Refused as refused:
            self._key, text = None, str(localized(refused, self._window.lang))
        self.code.setText(text)
        self.copy.setEnabled(self._key is not None)
        there = signing_key.is_there(self._folder)
        self.make.setText(self.tr("重新生成…") if there else self.tr("生成…"))

    def _copy(self) -> None:
        if self._key is not None:
            QApplication.clipboard().setText(self._key.code)

    def _make(self) -> None:
        replace = signing_key.is_there(self._folder)
        if replace and not ask.yes(
            self,
            self.tr("重新生成签名密钥吗？"),
            self.tr("原来的作废。市局登记新的核对码之前，用新密钥签名的上报包会被认作来源不符。"),
            accept=self.tr("重新生成"),
            danger=True,
        ):
            return
        password = ask.new_password(self, self.tr("签名密钥的密码"))
        if password is None:
            return
        folder, clock = self._folder, self._window.start.clock
        self._window.work(
            self.tr("正在生成签名密钥"),
            lambda *_: signing_key.make(folder, password, clock(), replace=replace),
            lambda _: self._renew(),
        )
