"""The bureau's own words: each paragraph of each kind of document, with a way back to the original."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.gui.widgets.dialog import Dialog
from zhengzhou_desk.services.notices import template_preview, templates

if TYPE_CHECKING:
    from zhengzhou_desk.gui.window_api import WindowApi


class TemplateDialog(Dialog):
    """Choose a document and a paragraph, change it, see what it says, save it; unknown names in braces are refused."""

    def __init__(self, window: WindowApi) -> None:
        super().__init__(window.widget)
        self._window = window
        self.setWindowTitle(self.tr("修改文书文字"))
        self.resize(700, 480)
        self.kind, self.part = QComboBox(), QComboBox()
        self.kind.setAccessibleName(self.tr("文书"))
        self.part.setAccessibleName(self.tr("段落"))
        for kind in templates.KINDS:
            self.kind.addItem(templates.original(kind)["name"], kind)
        self.kind.currentIndexChanged.connect(self._fill_parts)
        self.part.currentIndexChanged.connect(self._show)
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(self.tr("文字"))
        self.names = QLabel()
        self.names.setObjectName("quiet")
        self.names.setWordWrap(True)
        self.sample = QLabel()
        self.sample.setWordWrap(True)
        self.sample.setTextFormat(Qt.TextFormat.PlainText)
        self.sample.setAccessibleName(self.tr("试填"))
        self.text.textChanged.connect(self._soon)
        # Typing is not held up: what it says is shown when a moment has passed without a key.
        self.pause = QTimer(self)
        self.pause.setSingleShot(True)
        self.pause.setInterval(400)
        self.pause.timeout.connect(self.show_sample)
        self.said = QLabel()
        self.said.setWordWrap(True)
        row = QHBoxLayout()
        row.addWidget(self.kind)
        row.addWidget(self.part, 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for text, run in (
            (self.tr("恢复原文"), self._back),
            (self.tr("保存"), self._save),
            (self.tr("关闭"), self.reject),
        ):
            button = QPushButton(text)
            button.clicked.connect(run)
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.addLayout(row)
        column.addWidget(self.text, 1)
        column.addWidget(self.names)
        column.addWidget(self.sample)
        column.addWidget(self.said)
        column.addLayout(buttons)
        self._fill_parts()

    def _fill_parts(self) -> None:
        kind = self.kind.currentData()
        self.part.clear()
        for name, text in templates.original(kind).items():
            if name != "name":
                self.part.addItem(f"{name}：{text[:24]}", name)

    def _show(self) -> None:
        name = self.part.currentData()
        if name is not None:
            self.text.setPlainText(templates.texts(self._window.desk, self.kind.currentData())[name])
            self.said.clear()
            names = sorted(templates.fields(self.kind.currentData(), name))
            self.names.setText(
                self.tr("可用的名称：{names}").format(names="  ".join("{" + each + "}" for each in names))
            )
            self.show_sample()

    def _soon(self) -> None:
        self.pause.start()

    def show_sample(self) -> None:
        """What the paragraph says as it is typed, to the first unit whose letter has it."""
        self.pause.stop()
        kind, name = self.kind.currentData(), self.part.currentData()
        if name is None or not self._window.has_book:
            return
        try:
            made = template_preview.sample(self._window.desk, kind, name, self._typed())
        except Refused as refused:
            self.sample.setText(refused.text(self._window.lang))
            return
        if made is None:
            self.sample.setText(self.tr("本年度现在没有哪份文书用到这一段"))
        elif made.addressee:
            self.sample.setText(self.tr("{unit}的文书中：{text}").format(unit=made.addressee, text=made.text))
        else:
            self.sample.setText(self.tr("文书中：{text}").format(text=made.text))

    def _typed(self) -> str:
        return self.text.toPlainText().replace("\n", "")

    def _save(self) -> None:
        self._put(self._typed())

    def _back(self) -> None:
        self._put(None)

    def _put(self, text: str | None) -> None:
        kind, name = self.kind.currentData(), self.part.currentData()
        done = self._window.attempt(lambda: templates.change(self._window.desk, kind, name, text))
        if done is not None:
            self._show()
            self.said.setText(self.tr("已保存"))
