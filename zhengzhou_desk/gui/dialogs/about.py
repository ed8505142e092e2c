"""关于: which program this is, its fonts and licences, and a zip for whoever helps."""

from __future__ import annotations

import platform
from typing import TYPE_CHECKING

import PySide6
from PySide6.QtCore import QCoreApplication, qVersion
from PySide6.QtGui import QFontInfo, QGuiApplication
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QVBoxLayout

from zhengzhou_desk import __version__
from zhengzhou_desk.common import shipped
from zhengzhou_desk.common.paths import FONTS
from zhengzhou_desk.documents import fonts
from zhengzhou_desk.gui.system import ask, shown_with
from zhengzhou_desk.gui.widgets.dialog import Dialog
from zhengzhou_desk.gui.widgets.layout import button_row, leave_button, quiet_label
from zhengzhou_desk.policy.pack_file import grouped
from zhengzhou_desk.policy.taken_packs import taken
from zhengzhou_desk.services import diagnosis, policy_packs
from zhengzhou_desk.store.schema import VERSION

if TYPE_CHECKING:
    from zhengzhou_desk.gui.window_api import WindowApi


class AboutDialog(Dialog):
    """Everything as one text that can be copied; below it the button that writes the diagnosis."""

    def __init__(self, window: WindowApi) -> None:
        super().__init__(window.widget)
        self._window = window
        self.setWindowTitle(self.tr("关于"))
        self.resize(680, 560)
        title = QLabel(f"{QCoreApplication.applicationName()} {__version__}")
        title.setObjectName("title")
        self.text = QPlainTextEdit("\n".join(self._lines()))
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("版本、字体和许可"))
        note = quiet_label(
            self.tr(
                "诊断信息写成一个压缩包，交给帮您的人：只有版本、字体、屏幕和输入法、设置、出错记录、体检结果和各表行数，没有账册里的内容和个人信息。"
            )
        )
        note.setWordWrap(True)
        self.diagnose = QPushButton(self.tr("诊断信息…"))
        self.diagnose.setAutoDefault(False)
        self.diagnose.clicked.connect(self._diagnose)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        for part in (title, self.text, note):
            column.addWidget(part)
        column.addLayout(button_row(leave_button(self), left=(self.diagnose,)))

    def _lines(self) -> list[str]:
        # A book of an older format is brought to the program's own when it is opened.
        open_book = self.tr("打开的账册：格式 {version}").format(version=VERSION)
        return [
            self.tr("本程序的账册格式：{version}").format(version=VERSION),
            open_book if self._window.has_book else self.tr("没有打开账册"),
            f"Python {platform.python_version()}  Qt {qVersion()}  PySide6 {PySide6.__version__}",
            platform.platform(),
            "",
            self.tr("政策包："),
            *self._packs(),
            "",
            self.tr("显示：{plugin}，{screens}").format(
                plugin=QGuiApplication.platformName(), screens="; ".join(shown_with.screens())
            ),
            self.tr("屏幕字体：{font}").format(font=QFontInfo(self.font()).family()),
            self.tr("文书字体（依次补字）："),
            *(f"  {self._faces()[face]}  {', '.join(names)}" for face, names in fonts.files().items()),
            *(self.tr("缺少字体文件：{name}").format(name=name) for name in fonts.files_missing()),
            "",
            self.tr("本程序按 MIT 许可使用。随程序一起的有："),
            *(f"  {line}" for line in shipped.listing().splitlines()),
            "",
            self.tr("许可全文：{place}").format(place=self._place()),
            self.tr("字体的许可全文：{place}").format(place=FONTS / "licenses"),
            self.tr(
                "Qt 和 PySide6 按 LGPL 第 3 版使用，没有改动，可以换成接口相同的。这两个版本的源代码由制作者公布："
            ),
            "  https://download.qt.io/archive/qt/",
            "  https://download.qt.io/official_releases/QtForPython/pyside6/",
            self.tr("上不了网的，请向给您安装包的人索取。"),
        ]

    def _faces(self) -> dict[str, str]:
        return {
            fonts.FANGSONG: self.tr("仿宋"),
            fonts.HEI: self.tr("黑体"),
            fonts.KAI: self.tr("楷体"),
            fonts.TITLE: self.tr("标题"),
        }

    def _packs(self) -> list[str]:
        """The packs of the program, and those that the open book has taken, each with its digest."""
        shipped = [f"  {self.tr(each.name)}  {grouped(each.digest)}" for each in policy_packs.shipped()]
        rows = taken(self._window.desk.tables) if self._window.has_book else ()
        words = self.tr("打开的账册采用：{name} 从 {year} 年度起  {digest}")
        return shipped + [
            "  " + words.format(name=pack.region_name, year=pack.year, digest=grouped(pack.digest)) for _, pack in rows
        ]

    def _place(self) -> str:
        folder = shipped.texts_folder()
        return str(folder) if folder is not None else self.tr("各程序库自己的安装文件夹（*.dist-info）")

    def _diagnose(self) -> None:
        window = self._window
        proposed = self.tr("诊断信息_{day}.zip").format(day=f"{window.start.clock():%Y%m%d}")
        out = ask.save_file(self, self.tr("诊断信息写到哪里"), proposed, ".zip")
        if out is None:
            return
        shown = shown_with.told(self.font())
        told, notes = diagnosis.told(window.settings), diagnosis.notes()
        book = diagnosis.facts(window.desk) if window.has_book else None
        clock = window.start.clock
        window.work(
            self.tr("正在写诊断信息"),
            lambda *_: diagnosis.write(out, shown, told, notes, book, clock),
            lambda _: window.tell(self.tr("诊断信息已写到 {path}").format(path=out)),
        )
