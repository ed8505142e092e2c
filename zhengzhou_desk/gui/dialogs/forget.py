"""Deleting personal data that has had its time: which rows, after how many years, and the copies that hold it still."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QFormLayout, QLabel, QPushButton, QSpinBox, QVBoxLayout
from shiboken6 import isValid

from zhengzhou_desk.common.messages import counted
from zhengzhou_desk.common.override import override
from zhengzhou_desk.gui.system import ask, auto_backup
from zhengzhou_desk.gui.widgets.counting import said
from zhengzhou_desk.gui.widgets.dialog import Dialog
from zhengzhou_desk.gui.widgets.layout import button_row, leave_button, quiet_label
from zhengzhou_desk.gui.widgets.list_view import ListRow, ListView
from zhengzhou_desk.services import editing, personal

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from zhengzhou_desk.gui.window_api import WindowApi
    from zhengzhou_desk.store.old_copies import OldCopy

_MOST_YEARS = 50


class ForgetDialog(Dialog):
    """Above what would go from the book, below the copies that hold what the book no longer does."""

    def __init__(self, window: WindowApi) -> None:
        super().__init__(window.widget)
        self._window = window
        self._copies: list[OldCopy] = []
        self.setWindowTitle(self.tr("删除过期的个人信息"))
        self.resize(720, 560)
        about = quiet_label(
            self.tr(
                "撤销、合并的单位和归属已结束的国企，满了年限就不必再留联系人、电话和地址。"
                "删除是一步，记入日志，不能撤销；账册文件里不再留有这些内容。已发出的文书保持原样。"
            )
        )
        about.setWordWrap(True)
        self.years = QSpinBox()
        self.years.setRange(0, _MOST_YEARS)
        self.years.setValue(personal.YEARS_KEPT)
        self.years.valueChanged.connect(lambda _: self._renew())
        form = QFormLayout()
        form.addRow(self.tr("保留多少年"), self.years)
        self.count = QLabel()
        self.list = ListView(self.tr("要删除个人信息的行"), (self.tr("表"), self.tr("哪一行")))
        self.go = QPushButton(self.tr("删除个人信息…"))
        self.go.setAutoDefault(False)
        self.go.clicked.connect(self._forget)
        self.held = QLabel()
        self.held.setWordWrap(True)
        heads = (self.tr("备份时间"), self.tr("种类"), self.tr("文件"))
        self.copies = ListView(self.tr("还保存着已删除内容的备份"), heads)
        self.pinned = QCheckBox(self.tr("连同长期保留的备份和恢复前留下的账册"))
        self.sealed = QCheckBox(self.tr("连同加密的备份（没有密码看不到里面，可能还保存着）"))
        for box in (self.pinned, self.sealed):
            box.toggled.connect(lambda _: self._allow_deleting())
        self.delete = QPushButton(self.tr("删除这些备份…"))
        self.delete.setAutoDefault(False)
        self.delete.clicked.connect(self._delete)
        column = QVBoxLayout(self)
        column.addWidget(about)
        column.addLayout(form)
        column.addWidget(self.count)
        column.addWidget(self.list, 1)
        column.addLayout(button_row(self.go))
        column.addWidget(self.held)
        column.addWidget(self.copies, 1)
        column.addWidget(self.pinned)
        column.addWidget(self.sealed)
        column.addLayout(button_row(leave_button(self), self.delete))
        self._renew()
        self._show_copies([])

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look_for_copies()

    @property
    def before(self) -> int:
        """The year before which something must have ended."""
        return self._window.desk.today.year - self.years.value()

    def _renew(self) -> None:
        """What would go."""
        desk, lang = self._window.desk, self._window.lang
        rows = personal.outdated(desk, self.before)
        self.list.put([ListRow((row.table.text(lang), editing.row_name(row, desk.tables, lang))) for row in rows])
        self.count.setText(
            said(counted("{year} 年以前撤销或结束、还留有个人信息的：{count} 行"), count=len(rows), year=self.before)
        )
        self.go.setEnabled(bool(rows) and desk.writable)

    def _forget(self) -> None:
        desk, before = self._window.desk, self.before
        question = self.tr("删除 {year} 年以前撤销、结束的联系人、电话和地址吗？").format(year=before)
        details = self.tr("这一步不能撤销。删除后列出还保存着它们的备份，由您决定要不要也删除。")
        if not ask.yes(self, question, details, accept=self.tr("删除"), danger=True):
            return
        count = self._window.attempt(lambda: personal.forget(desk, before))
        if count is not None:
            told = said(counted("已删除 {count} 行的个人信息，记入日志"), count=count)
            self._window.tell(told)
        self._renew()
        self._look_for_copies()

    # -- copies ------------------------------------------------------------------------------------

    def _look_for_copies(self) -> None:
        desk = self._window.desk
        folders = auto_backup.folders(desk.path, self._window.settings)

        def found(copies: list[OldCopy]) -> None:
            if isValid(self):  # not closed meanwhile
                self._show_copies(copies)

        self._window.work(self.tr("正在查看备份"), lambda *_: personal.copies_holding(desk, folders), found)

    def _show_copies(self, copies: list[OldCopy]) -> None:
        self._copies = copies
        kinds = {True: self.tr("长期保留"), False: self.tr("自动或手工")}

        def kind(copy: OldCopy) -> str:
            if copy.sealed:
                return self.tr("加密，看不到里面")
            return self.tr("读不出来，不删除") if copy.cells is None else kinds[copy.pinned]

        self.copies.put([ListRow((f"{copy.made:%Y-%m-%d %H:%M}", kind(copy), str(copy.path))) for copy in copies])
        self.held.setText(
            said(counted("有 {count} 份备份还保存着、或可能还保存着账册里已经删除的个人信息"), count=len(copies))
            if copies
            else self.tr("没有备份还保存着账册里已经删除的个人信息")
        )
        self.pinned.setEnabled(any(copy.pinned for copy in copies))
        self.sealed.setEnabled(any(copy.sealed for copy in copies))
        self._allow_deleting()

    def _allow_deleting(self) -> None:
        wanted = personal.deletable(self._copies, pinned=self.pinned.isChecked(), sealed=self.sealed.isChecked())
        self.delete.setEnabled(bool(wanted))

    def _delete(self) -> None:
        pinned, sealed = self.pinned.isChecked(), self.sealed.isChecked()
        question = self.tr("删除这些备份吗？")
        details = self.tr("删除后不能再用它们恢复账册。请先另做一份新的备份。")
        if not ask.yes(self, question, details, accept=self.tr("删除备份"), danger=True):
            return
        gone, left = personal.delete_copies(self._copies, pinned=pinned, sealed=sealed)
        told = said(counted("已删除 {count} 份备份"), count=len(gone))
        self._window.tell(told)
        self._window.show_backup()
        self._show_copies(left)
