"""A new book in three short steps: whose and for which year, who is to be asked, and where the file stands."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QStandardPaths, QStorageInfo, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
    QWizard,
    QWizardPage,
)

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.messages import localized
from zhengzhou_desk.common.override import override
from zhengzhou_desk.gui.system import ask
from zhengzhou_desk.gui.widgets.dialog import give_help
from zhengzhou_desk.gui.widgets.layout import quiet_label
from zhengzhou_desk.records import Setting
from zhengzhou_desk.records.setting import CONTACT, NUMBER_WORD, PHONE
from zhengzhou_desk.services import regions

if TYPE_CHECKING:
    import datetime

HOME = "410105"
_ENDING = ".zzd"
# Kinds of file systems that other computers serve, or that sticks are formatted with.
_ON_A_NETWORK = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "davfs", "9p"}
_ON_A_STICK = ("/media/", "/run/media/", "/mnt/")


class NewBook(QWizard):
    """Three pages; everything has a sensible value from the start, so that Next, Next, Finish will do."""

    def __init__(self, parent: QWidget, today: datetime.date, lang: str = "zh") -> None:
        super().__init__(parent)
        self._lang = lang
        self.setWindowTitle(self.tr("新建账册"))
        give_help(self)
        self.setWizardStyle(QWizard.WizardStyle.ClassicStyle)
        self.setOption(QWizard.WizardOption.NoBackButtonOnStartPage)
        self.setMinimumSize(620, 400)
        for button, text in (
            (QWizard.WizardButton.BackButton, self.tr("上一步")), (QWizard.WizardButton.NextButton, self.tr("下一步")),
            (QWizard.WizardButton.FinishButton, self.tr("建立账册")),
            (QWizard.WizardButton.CancelButton, self.tr("取消")),
        ):  # fmt: skip
            self.setButtonText(button, text)
        self.addPage(self._whose(today))
        self.addPage(self._who())
        self.place = _Place()
        self.addPage(self.place)
        self._name()

    # -- the pages -------------------------------------------------------------------------------

    def _whose(self, today: datetime.date) -> QWizardPage:
        page, form = _page(self.tr("1　哪个区县、哪一年"), self.tr("行政区划决定按哪里的规定判断，建好以后不能再改。"))
        self.region = QComboBox()
        for code, name in regions.choices().items():
            self.region.addItem(f"{name}（{code}）", code)
        self.region.setCurrentIndex(max(0, self.region.findData(HOME)))
        self.region.currentIndexChanged.connect(self._name)
        self.bureau = QLineEdit()
        self.bureau.textChanged.connect(self._move)
        self.year = QSpinBox()
        self.year.setRange(2021, 2099)
        self.year.setValue(today.year)
        self.year.valueChanged.connect(self._move)
        form.addRow(self.tr("行政区划"), self.region)
        form.addRow(self.tr("财政局名称"), self.bureau)
        form.addRow(self.tr("年度"), self.year)
        return page

    def _who(self) -> QWizardPage:
        page, form = _page(
            self.tr("2　印在文书上的内容"), self.tr("通知书和汇总表会用到。可以先空着，以后在“设置”里补。")
        )
        self.contact, self.phone, self.word = QLineEdit(), QLineEdit(), QLineEdit()
        self.word.setPlaceholderText(self.tr("如 金水财购；不填则按局名拟定"))
        form.addRow(self.tr("联系人"), self.contact)
        form.addRow(self.tr("联系电话"), self.phone)
        form.addRow(self.tr("发文代字"), self.word)
        return page

    # -- what follows from what --------------------------------------------------------------------

    def _name(self) -> None:
        name = self.region.currentText().split("（")[0]
        # A bureau is called as its seal has it, whatever the language of the window.
        self.bureau.setText(f"{name}财政局")

    def _move(self) -> None:
        self.place.propose(f"{self.bureau.text().strip()}{self.year.value()}{_ENDING}")

    @property
    def path(self) -> QLineEdit:
        """The field with the place of the new book."""
        return self.place.path

    def settings(self) -> dict[str, str]:
        """What is to be set in the book, where something was typed."""
        typed = {CONTACT: self.contact, PHONE: self.phone, NUMBER_WORD: self.word}
        return {name: field.text().strip() for name, field in typed.items() if field.text().strip()}

    @override
    def event(self, event: QEvent) -> bool:
        """Not QWizard's own way with another look: it gives its pages a style that goes with the look before."""
        if event.type() == QEvent.Type.StyleChange:
            return QDialog.event(self, event)
        return super().event(event)

    @override
    def validateCurrentPage(self) -> bool:
        """Says what is wrong on the very page, before the next is shown."""
        try:
            if self.currentPage() is self.place:
                self.place.refuse_what_is_there()
            elif not self.bureau.text().strip():
                raise Refused("财政局名称不能空着")
            for value in (self.bureau.text(), *self.settings().values()):
                Setting.table.column("value").kind.parse(value)
        except Refused as refused:
            self._say(str(localized(refused, self._lang)))
            return False
        self._say("")
        return True

    def _say(self, text: str) -> None:
        label = self.currentPage().findChild(QLabel, "wrong")
        if isinstance(label, QLabel):
            label.setText(text)


class _Place(QWizardPage):
    """Where the file is to stand, with a word of caution about sticks and network drives."""

    def __init__(self) -> None:
        super().__init__()
        form = _filled(self, self.tr("3　账册放在哪里"), self.tr("账册就是一个文件，随时自动保存。请放在本机硬盘上。"))
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self._folder = Path(documents) / self.tr("郑采台账")
        self._own = False
        self.path = QLineEdit()
        self.path.setAccessibleName(self.tr("账册文件"))
        self.path.textEdited.connect(self._typed)
        self.path.textChanged.connect(self._look)
        choose = QPushButton(self.tr("选择…"))
        choose.clicked.connect(self._choose)
        row = QHBoxLayout()
        row.addWidget(self.path, 1)
        row.addWidget(choose)
        form.addRow(self.tr("账册文件"), row)
        self.hint = quiet_label("")
        self.hint.setWordWrap(True)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(column.count() - 2, self.hint)

    def propose(self, name: str) -> None:
        """A file by the bureau's name and year, until the person has chosen another."""
        if not self._own:
            self.path.setText(str(self._folder / name))

    def refuse_what_is_there(self) -> None:
        path = Path(self.path.text().strip())
        if not self.path.text().strip() or not path.is_absolute():
            raise Refused("请选一个文件夹，并给账册起个名字")
        if path.suffix.lower() != _ENDING:
            raise Refused("账册的文件名要以 .zzd 结尾")
        if path.exists():
            raise Refused("{path} 已经存在，不会被覆盖。请换一个名字", path=path)

    def _typed(self) -> None:
        self._own = True

    def _choose(self) -> None:
        chosen = ask.save_file(self, self.tr("账册文件"), self.path.text(), _ENDING)
        if chosen is not None:
            self._own = True
            self.path.setText(str(chosen))

    def _look(self) -> None:
        path = Path(self.path.text().strip())
        text = self.tr("文件夹不存在时会自动建立；自动备份放在旁边的“备份”文件夹里。")
        if is_elsewhere(path):
            text = self.tr("这像是U盘或网络盘。请把账册放在本机硬盘上，U盘只用来放备份：拔盘或断网会弄坏正在写的文件。")
        self.hint.setText(text)
        self.hint.setObjectName("caution" if is_elsewhere(path) else "quiet")
        self.hint.style().polish(self.hint)


def is_elsewhere(path: Path) -> bool:
    """Whether a file would stand on a stick or a network drive, as far as the system tells."""
    folder = next((one for one in path.parents if one.is_dir()), None)
    if folder is None or str(path).startswith("\\\\"):
        return str(path).startswith("\\\\")
    storage = QStorageInfo(str(folder))
    sort = bytes(storage.fileSystemType().data()).decode("ascii", "replace").lower()
    return sort in _ON_A_NETWORK or f"{folder}/".startswith(_ON_A_STICK)


def _page(title: str, about: str) -> tuple[QWizardPage, QFormLayout]:
    page = QWizardPage()
    return page, _filled(page, title, about)


def _filled(page: QWizardPage, title: str, about: str) -> QFormLayout:
    """A page's heading, its form, and below that a line for what is wrong."""
    head = QLabel(title)
    head.setObjectName("title")
    words = quiet_label(about)
    words.setWordWrap(True)
    form = QFormLayout()
    form.setVerticalSpacing(12)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    wrong = QLabel()
    wrong.setObjectName("wrong")
    wrong.setTextFormat(Qt.TextFormat.PlainText)
    wrong.setWordWrap(True)
    column = QVBoxLayout(page)
    column.setContentsMargins(12, 8, 12, 8)
    column.setSpacing(10)
    column.addWidget(head)
    column.addWidget(words)
    column.addSpacing(6)
    column.addLayout(form)
    column.addWidget(wrong)
    column.addStretch(1)
    return form
