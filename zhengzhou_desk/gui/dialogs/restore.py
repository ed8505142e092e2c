"""Restoring: the copies of a book by day, each looked at before it is offered to take the book's place."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from zhengzhou_desk.gui.system import ask, auto_backup
from zhengzhou_desk.gui.widgets import icons, theme
from zhengzhou_desk.gui.widgets.dialog import Dialog
from zhengzhou_desk.gui.widgets.layout import button_row, leave_button, quiet_label
from zhengzhou_desk.gui.widgets.list_view import ListRow, ListView

if TYPE_CHECKING:
    from zhengzhou_desk.common.settings import Settings


class RestoreDialog(Dialog):
    """Newest first; another file can be chosen. `backup` is what was taken."""

    def __init__(self, parent: QWidget, book: Path, settings: Settings) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("从备份恢复"))
        self.resize(680, 420)
        self.backup: Path | None = None
        title = QLabel(self.tr("把 {name} 恢复成哪一份？").format(name=book.name))
        title.setObjectName("title")
        about = quiet_label(self.tr("备份会先核验；现在的账册改名保留在旁边，什么都不会删除。"))
        heads = (self.tr("备份时间"), self.tr("大小"), self.tr("种类"), self.tr("所在文件夹"))
        self.list = ListView(self.tr("备份"), heads, frozenset((1,)))
        sign = icons.icon("backup", theme.colours().accent)
        rows = [
            ListRow(
                (
                    f"{copy.made:%Y-%m-%d %H:%M}",
                    _size(copy.path),
                    auto_backup.kind_of(copy),
                    str(copy.path.parent),
                ),
                copy.path,
                sign,
            )
            for copy in auto_backup.copies(book, settings)
        ]
        self.list.put(rows)
        self.list.opened.connect(self._take)
        self.list.chosen.connect(self._renew)
        self.empty = quiet_label(self.tr("没有找到这本账册的备份。可以选别处的备份文件。"))
        self.empty.setVisible(not rows)
        other = QPushButton(self.tr("选别的文件…"))
        other.clicked.connect(self._other)
        self.take = QPushButton(self.tr("恢复这一份"))
        self.take.setDefault(True)
        self.take.clicked.connect(self._take)
        column = QVBoxLayout(self)
        for widget in (title, about, self.empty):
            column.addWidget(widget)
        column.addWidget(self.list, 1)
        column.addLayout(button_row(leave_button(self, cancels=True), self.take, left=(other,)))
        if rows:
            self.list.selectRow(0)
        self._renew()

    def _renew(self) -> None:
        self.take.setEnabled(self.list.row is not None)

    def _take(self) -> None:
        row = self.list.row
        if row is not None:
            assert isinstance(row.about, Path)
            self.backup = row.about
            self.accept()

    def _other(self) -> None:
        chosen = ask.open_file(self, self.tr("选择备份"), ask.BOOKS)
        if chosen is not None:
            self.backup = chosen
            self.accept()


def _size(path: Path) -> str:
    try:
        kilobytes = path.stat().st_size // 1024
    except OSError:
        return ""
    return f"{kilobytes:,d} KB"
