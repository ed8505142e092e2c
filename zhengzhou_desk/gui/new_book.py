"""A new book: who keeps it, for which district and year, and where."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from zhengzhou_desk import regions
from zhengzhou_desk.gui import ask

if TYPE_CHECKING:
    import datetime

HOME = "410105"


class NewBook(QDialog):
    """One page is enough: bureau, region, year, contact, document word, folder."""

    def __init__(self, parent: QWidget, today: datetime.date) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("新建账册"))
        self.setMinimumWidth(520)
        self.region = QComboBox()
        for code, name in regions.choices().items():
            self.region.addItem(f"{name}（{code}）", code)
        self.region.setCurrentIndex(max(0, self.region.findData(HOME)))
        self.region.currentIndexChanged.connect(self._name)
        self.bureau = QLineEdit()
        self.year = QSpinBox()
        self.year.setRange(2021, 2099)
        self.year.setValue(today.year)
        self.year.valueChanged.connect(self._place)
        self.contact, self.phone, self.word = QLineEdit(), QLineEdit(), QLineEdit()
        self.word.setPlaceholderText(self.tr("如 金水财购；不填则按局名拟定"))
        self.path = QLineEdit()
        choose = QPushButton(self.tr("选择…"))
        choose.clicked.connect(self._choose)
        row = QHBoxLayout()
        row.addWidget(self.path, 1)
        row.addWidget(choose)
        form = QFormLayout()
        form.addRow(self.tr("行政区划"), self.region)
        form.addRow(self.tr("财政局名称"), self.bureau)
        form.addRow(self.tr("年度"), self.year)
        form.addRow(self.tr("联系人"), self.contact)
        form.addRow(self.tr("联系电话"), self.phone)
        form.addRow(self.tr("发文代字"), self.word)
        form.addRow(self.tr("账册文件"), row)
        self.path.setAccessibleName(self.tr("账册文件"))
        hint = QLabel(self.tr("账册是一个文件，请放在本机硬盘上，不要直接放在U盘或网络盘里编辑。"))
        hint.setObjectName("quiet")
        hint.setWordWrap(True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(hint)
        column.addWidget(self.buttons)
        self._name()

    def _name(self) -> None:
        name = self.region.currentText().split("（")[0]
        self.bureau.setText(f"{name}财政局")
        self._place()

    def _place(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self.path.setText(str(Path(folder) / f"{self.bureau.text()}{self.year.value()}.zzd"))

    def _choose(self) -> None:
        chosen = ask.save_file(self, self.tr("账册文件"), self.path.text(), ".zzd")
        if chosen is not None:
            self.path.setText(str(chosen))
