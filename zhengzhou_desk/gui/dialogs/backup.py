"""Backing up by hand: to which folder, best on another disk, and the copies there are."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QFormLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout

from zhengzhou_desk.common.messages import in_context, translated
from zhengzhou_desk.gui.system import ask, auto_backup
from zhengzhou_desk.gui.widgets import icons, theme
from zhengzhou_desk.gui.widgets.dialog import Dialog
from zhengzhou_desk.gui.widgets.layout import button_row, leave_button, quiet_label
from zhengzhou_desk.gui.widgets.list_view import ListRow, ListView
from zhengzhou_desk.store.backup import back_up

if TYPE_CHECKING:
    from zhengzhou_desk.gui.window_api import WindowApi


class BackupDialog(Dialog):
    """One button makes a verified copy; the list shows that it is there."""

    def __init__(self, window: WindowApi) -> None:
        super().__init__(window.widget)
        self._window = window
        self._book = window.desk.path
        self.setWindowTitle(self.tr("备份"))
        self.resize(680, 440)
        title = QLabel(self.tr("备份 {name}").format(name=self._book.name))
        title.setObjectName("title")
        about = quiet_label(
            self.tr("每份备份做好后都重新打开、逐页核对，核对不过不算数。另存一份到U盘或别的电脑最稳妥。")
        )
        about.setWordWrap(True)
        self.folder = QLineEdit(str(window.settings.get(auto_backup.ELSEWHERE, "") or self._book.resolve().parent))
        self.folder.setAccessibleName(translated(in_context("field", "文件夹"), window.lang))
        choose = QPushButton(self.tr("选择…"))
        choose.setAutoDefault(False)
        choose.clicked.connect(self._choose)
        where = QHBoxLayout()
        where.addWidget(self.folder, 1)
        where.addWidget(choose)
        self.pinned = QCheckBox(self.tr("长期保留，不随时间清理"))
        self.seal = QCheckBox(self.tr("用密码加密，没有密码谁也打不开"))
        form = QFormLayout()
        form.addRow(self.tr("放在文件夹"), where)
        form.addRow("", self.pinned)
        form.addRow("", self.seal)
        self.list = ListView(self.tr("现有备份"), (self.tr("备份时间"), self.tr("种类"), self.tr("文件")))
        self.list.opened.connect(self._show_folder)
        self.make = QPushButton(self.tr("现在备份"))
        self.make.setDefault(True)
        self.make.clicked.connect(self._make)
        column = QVBoxLayout(self)
        for part in (title, about):
            column.addWidget(part)
        column.addLayout(form)
        column.addWidget(self.list, 1)
        column.addLayout(button_row(leave_button(self), self.make))
        self._renew()

    def _renew(self) -> None:
        sign = icons.icon("done", theme.colours().accent)
        found = auto_backup.copies(self._book, self._window.settings)
        self.list.put(
            [
                ListRow((f"{copy.made:%Y-%m-%d %H:%M}", auto_backup.kind_of(copy), str(copy.path)), copy.path, sign)
                for copy in found
            ]
        )

    def _choose(self) -> None:
        chosen = ask.folder(self, self.tr("备份放在哪个文件夹"), self.folder.text())
        if chosen is not None:
            self.folder.setText(str(chosen))

    def _make(self) -> None:
        window, book, folder = self._window, self._book, Path(self.folder.text().strip())
        pinned, clock, password = self.pinned.isChecked(), window.start.clock, None
        if self.seal.isChecked():
            password = ask.new_password(self, self.tr("备份的密码"))
            if password is None:
                return

        def done(path: Path) -> None:
            window.settings.put(auto_backup.ELSEWHERE, str(folder))
            window.tell(self.tr("已备份并核对：{path}").format(path=path))
            if window.has_book:
                window.show_backup()
            self._renew()

        window.work(
            self.tr("正在备份"), lambda *_: back_up(book, folder, clock(), pinned=pinned, password=password), done
        )

    def _show_folder(self) -> None:
        row = self.list.row
        if row is not None and isinstance(row.about, Path):
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(row.about.parent)))
