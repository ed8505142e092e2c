"""Settings: what the bureau is called and whom to ask (in the book), and how the program looks (on this computer)."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QGroupBox,
    QLabel,
    QLineEdit,
    QVBoxLayout,
)

from zhengzhou_desk import papers
from zhengzhou_desk.gui import ask, icons, opening, theme
from zhengzhou_desk.language import CHINESE, ENGLISH
from zhengzhou_desk.records.setting import BUREAU, CONTACT, NUMBER_WORD, OFFICE, PHONE

if TYPE_CHECKING:
    from zhengzhou_desk.desk import Desk
    from zhengzhou_desk.gui.frame import Frame


class SettingsDialog(QDialog):
    """Two groups; nothing is changed before OK."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame.widget)
        self._frame = frame
        self.setWindowTitle(self.tr("设置"))
        self.setMinimumWidth(460)
        column = QVBoxLayout(self)
        self._fields: dict[str, QLineEdit] = {}
        if frame.has_book:
            column.addWidget(self._bureau())
        column.addWidget(self._program())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self._accept)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)

    def _bureau(self) -> QGroupBox:
        box = QGroupBox(self.tr("本局（记入账册）"))
        form = QFormLayout(box)
        for name, label in (
            (BUREAU, self.tr("财政局名称")), (NUMBER_WORD, self.tr("发文代字")), (OFFICE, self.tr("科室")),
            (CONTACT, self.tr("联系人")), (PHONE, self.tr("联系电话")),
        ):  # fmt: skip
            field = QLineEdit(self._frame.desk.setting(name) or "")
            field.setEnabled(self._frame.desk.writable)
            self._fields[name] = field
            form.addRow(label, field)
        return box

    def _program(self) -> QGroupBox:
        box = QGroupBox(self.tr("程序（只在这台电脑上）"))
        form = QFormLayout(box)
        settings = self._frame.settings
        self.look = self._choice(
            ((theme.SYSTEM, self.tr("随系统")), (theme.LIGHT, self.tr("浅色")), (theme.DARK, self.tr("深色"))),
            settings.get(opening.LOOK, theme.SYSTEM),
        )
        self.size_of_type = self._choice(
            (("small", self.tr("小")), ("medium", self.tr("中")), ("large", self.tr("大")), ("huge", self.tr("特大"))),
            settings.get(opening.SIZE, "medium"),
        )
        self.language = self._choice(((CHINESE, "中文"), (ENGLISH, "English")), settings.get(opening.LANGUAGE, self._frame.lang))
        form.addRow(self.tr("外观"), self.look)
        form.addRow(self.tr("字号"), self.size_of_type)
        form.addRow(self.tr("语言"), self.language)
        self.fonts: dict[str, QLineEdit] = {}
        for face, label in zip(papers.FACES, (self.tr("正文字体文件"), self.tr("标题字体文件")), strict=True):
            field = QLineEdit(settings.get(opening.FONT + face, "") or "")
            field.setPlaceholderText(self.tr("不填用程序自带的字体；也可选本机的仿宋、小标宋"))
            choose = field.addAction(icons.icon("open"), QLineEdit.ActionPosition.TrailingPosition)
            choose.triggered.connect(partial(self._choose_font, field))
            self.fonts[face] = field
            form.addRow(label, field)
        hint = QLabel(self.tr("换语言在下次启动后生效。"))
        hint.setObjectName("quiet")
        form.addRow("", hint)
        return box

    def _choose_font(self, field: QLineEdit) -> None:
        path = ask.open_file(self, self.tr("选择字体文件"), "*.ttf *.TTF")
        if path is not None:
            field.setText(str(path))

    def _choice(self, options: tuple[tuple[str, str], ...], present: str) -> QComboBox:
        box = QComboBox()
        for key, text in options:
            box.addItem(text, key)
        box.setCurrentIndex(max(0, box.findData(present)))
        return box

    def _accept(self) -> None:
        desk = self._frame.desk if self._frame.has_book else None
        for name, field in self._fields.items():
            text = field.text().strip()
            if desk is not None and desk.writable and text != (desk.setting(name) or ""):
                if self._frame.attempt(lambda name=name, text=text: _stated(desk, name, text)) is None:  # type: ignore[misc]
                    return
        settings = self._frame.settings
        for face, field in self.fonts.items():
            given = field.text().strip()
            if given != (settings.get(opening.FONT + face, "") or ""):
                path = Path(given) if given else None
                if self._frame.attempt(lambda face=face, path=path: papers.choose_font(face, path)) is None:  # type: ignore[misc]
                    return
                settings.put(opening.FONT + face, given)
        before = (settings.get(opening.LOOK, theme.SYSTEM), settings.get(opening.SIZE, "medium"))
        settings.put(opening.LOOK, self.look.currentData())
        settings.put(opening.SIZE, self.size_of_type.currentData())
        settings.put(opening.LANGUAGE, self.language.currentData())
        self.accept()
        if before != (self.look.currentData(), self.size_of_type.currentData()):
            self._frame.dress()


def _stated(desk: Desk, name: str, text: str) -> bool:
    """States a setting; True says that it was not refused."""
    desk.set_setting(name, text or None)
    return True
