"""The page of shortcuts: every action with its keys, from the very list that makes the menus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from zhengzhou_desk.gui.widgets.dialog import Dialog
from zhengzhou_desk.gui.widgets.layout import button_row, leave_button
from zhengzhou_desk.gui.widgets.list_view import ListRow, ListView
from zhengzhou_desk.gui.widgets.search_field import search_field

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class ShortcutsPage(Dialog):
    """Everything that can be done, where it stands in the menus, and its keys; then the keys of the grid."""

    def __init__(self, parent: QWidget, menus: Mapping[str, str], actions: Sequence[tuple[str, str, str]]) -> None:
        """`menus` are the titles of the menus by key, `actions` the keys, the text and the menu of each action."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("快捷键"))
        self.resize(620, 600)
        self.search = search_field(self.tr("找一个操作或按键"), self.tr("筛选快捷键"), lambda _: self._renew())
        self.list = ListView(self.tr("快捷键"), (self.tr("按键"), self.tr("作用"), self.tr("在哪里")))
        column = QVBoxLayout(self)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        column.addLayout(button_row(leave_button(self)))
        self._rows = self._all(menus, actions)
        self._renew()

    def _all(self, menus: Mapping[str, str], actions: Sequence[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
        tables = self.tr("表格")
        grid = [
            ("Ctrl+1…9", self.tr("切换标签页"), self.tr("窗口")),
            ("Ctrl+Shift+1…3", self.tr("显示或收起左边、下方、右边"), menus["view"]),
            (self.tr("Ctrl+滚轮"), self.tr("放大或缩小表格"), tables),
            ("Ctrl+Q", self.tr("退出"), menus["file"]),
            ("Enter / Shift+Enter", self.tr("下一行、上一行"), tables),
            ("Tab / Shift+Tab", self.tr("下一列、上一列"), tables),
            ("F2", self.tr("编辑单元格"), tables),
            (self.tr("直接打字"), self.tr("从头输入单元格"), tables),
            ("Ctrl+C / Ctrl+X / Ctrl+V", self.tr("复制、剪切、粘贴（与 WPS、Excel 互通）"), tables),
            ("Ctrl+D", self.tr("向下填充"), tables),
            ("Ctrl+R", self.tr("向右填充"), tables),
            (self.tr("拖动选区右下角的小方块"), self.tr("填充；按住 Ctrl 按序列填充；双击向下填满"), tables),
            ("Ctrl+Enter", self.tr("用当前格填满所选"), tables),
            ("Delete", self.tr("清除内容"), tables),
            ("Esc", self.tr("放弃正在输入的内容"), tables),
            ("Alt+↓", self.tr("打开本列的菜单：排序、筛选、冻结"), tables),
            (self.tr("双击列标题的边线"), self.tr("最适合的列宽"), tables),
            (self.tr("Shift+点列标题"), self.tr("按多列排序"), tables),
        ]
        with_keys = [line for line in actions if line[0]]
        return [*with_keys, *grid, *(line for line in actions if not line[0])]

    def _renew(self) -> None:
        typed = self.search.text().strip().lower()
        self.list.put(
            [ListRow(line) for line in self._rows if not typed or any(typed in text.lower() for text in line)]
        )
