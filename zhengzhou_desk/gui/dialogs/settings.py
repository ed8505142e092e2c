"""Settings: what the bureau is called and whom to ask (in the book), and how the program looks (on this computer)."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
)

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.messages import CHINESE, ENGLISH, localized
from zhengzhou_desk.gui import preferences
from zhengzhou_desk.gui.system import ask
from zhengzhou_desk.gui.widgets import icons, theme
from zhengzhou_desk.gui.widgets.dialog import Dialog
from zhengzhou_desk.gui.widgets.layout import button_row, leave_button, quiet_label
from zhengzhou_desk.records.setting import BUREAU, CONTACT, NUMBER_WORD, OFFICE, PHONE, PRINTER
from zhengzhou_desk.services import editing
from zhengzhou_desk.services.notices import numbering, rendering

if TYPE_CHECKING:
    from collections.abc import Callable

    from zhengzhou_desk.gui.window_api import WindowApi


class SettingsDialog(Dialog):
    """Two groups; nothing is changed before OK, and what is refused is said here."""

    def __init__(self, window: WindowApi) -> None:
        super().__init__(window.widget)
        self._window = window
        self.setWindowTitle(self.tr("设置"))
        self.setMinimumWidth(520)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        self._fields: dict[str, QLineEdit] = {}
        # Side by side: a screen at 150 % has little height.
        groups = QHBoxLayout()
        if window.has_book:
            groups.addWidget(self._bureau())
        groups.addWidget(self._program())
        column.addLayout(groups)
        self.wrong = QLabel()
        self.wrong.setObjectName("wrong")
        self.wrong.setTextFormat(Qt.TextFormat.PlainText)
        self.wrong.setWordWrap(True)
        column.addWidget(self.wrong)
        agree = QPushButton(self.tr("确定"))
        agree.setDefault(True)
        agree.clicked.connect(self._accept)
        column.addLayout(button_row(leave_button(self, cancels=True), agree))

    def _bureau(self) -> QGroupBox:
        box = QGroupBox(self.tr("本局（记入账册，印在文书上）"))
        form = _form(box)
        desk = self._window.desk
        form.addRow(self.tr("行政区划"), quiet_label(f"{desk.region_name}（{desk.region}）"))
        for name, label in (
            (BUREAU, self.tr("财政局名称")), (NUMBER_WORD, self.tr("发文代字")), (OFFICE, self.tr("科室")),
            (CONTACT, self.tr("联系人")), (PHONE, self.tr("联系电话")),
            (PRINTER, self.tr("印发机关")),
        ):  # fmt: skip
            field = QLineEdit(desk.setting(name) or "")
            field.setEnabled(desk.writable)
            if name == PRINTER:
                field.setPlaceholderText(numbering.printer(desk))
            self._fields[name] = field
            form.addRow(label, field)
        return box

    def _program(self) -> QGroupBox:
        box = QGroupBox(self.tr("程序（只在这台电脑上）"))
        form = _form(box)
        settings = self._window.settings
        self.look = self._choice(
            ((theme.SYSTEM, self.tr("随系统")), (theme.LIGHT, self.tr("浅色")), (theme.DARK, self.tr("深色"))),
            settings.get(preferences.LOOK, theme.SYSTEM),
        )
        self.size_of_type = self._choice(
            (("small", self.tr("小")), ("medium", self.tr("中")), ("large", self.tr("大")), ("huge", self.tr("特大"))),
            settings.get(preferences.SIZE, "medium"),
        )
        self.density = self._choice(
            (
                (preferences.COMPACT, self.tr("紧凑")),
                (preferences.NORMAL, self.tr("适中")),
                (preferences.ROOMY, self.tr("宽松")),
            ),
            settings.get(preferences.DENSITY, preferences.NORMAL),
        )
        self.language = self._choice(((CHINESE, "中文"), (ENGLISH, "English")), self._window.lang)
        form.addRow(self.tr("外观"), self.look)
        form.addRow(self.tr("字号"), self.size_of_type)
        form.addRow(self.tr("表格行高"), self.density)
        form.addRow(self.tr("语言"), self.language)
        self.fonts: dict[str, QLineEdit] = {}
        for face, label in zip(rendering.FACES, (self.tr("正文字体文件"), self.tr("标题字体文件")), strict=True):
            field = QLineEdit(settings.get(preferences.FONT + face, ""))
            field.setPlaceholderText(self.tr("不填用程序自带的字体；也可选本机的仿宋、小标宋"))
            choose = field.addAction(icons.icon("open"), QLineEdit.ActionPosition.TrailingPosition)
            choose.setText(self.tr("选择字体文件"))
            choose.setToolTip(self.tr("选择字体文件"))
            choose.triggered.connect(partial(self._choose_font, field))
            self.fonts[face] = field
            form.addRow(label, field)
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
        if not all(self._tried(step) for step in (self._keep_bureau, self._keep_fonts)):
            return
        settings = self._window.settings
        wanted = {
            preferences.LOOK: (self.look, theme.SYSTEM),
            preferences.SIZE: (self.size_of_type, "medium"),
            preferences.DENSITY: (self.density, preferences.NORMAL),
            preferences.LANGUAGE: (self.language, self._window.lang),
        }
        changed = [name for name, (box, first) in wanted.items() if settings.get(name, first) != box.currentData()]
        for name in changed:
            settings.put(name, wanted[name][0].currentData())
        window = self._window
        self.accept()
        if changed:
            window.apply_look()

    def _tried(self, step: Callable[[], None]) -> bool:
        """Whether a step was not refused."""
        try:
            step()
        except Refused as refused:
            self.wrong.setText(str(localized(refused, self._window.lang)))
            return False
        self.wrong.setText("")
        return True

    def _keep_bureau(self) -> None:
        for name, field in self._fields.items():
            desk, text = self._window.desk, field.text().strip()
            if not desk.writable or text == (desk.setting(name) or ""):
                continue
            if name == BUREAU and not text:
                raise Refused("财政局名称不能空着")
            editing.set_setting(desk, name, text or None)

    def _keep_fonts(self) -> None:
        settings = self._window.settings
        for face, field in self.fonts.items():
            given = field.text().strip()
            if given != (settings.get(preferences.FONT + face, "")):
                rendering.choose_font(face, Path(given) if given else None)
                settings.put(preferences.FONT + face, given)


def _form(box: QGroupBox) -> QFormLayout:
    form = QFormLayout(box)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
    return form
