"""The shortcut page (F1): every action with its keys, from the very list that makes the menus."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from zhengzhou_desk.gui.shell_actions import ACTIONS
from zhengzhou_desk.gui.unit_page import text_view


class ShortcutsPage(QDialog):
    """Keys of actions, then keys of the grid."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("快捷键"))
        self.resize(460, 560)
        rows = [[action.shortcut, QCoreApplication.translate("actions", action.text)] for action in ACTIONS if action.shortcut]
        rows += [
            ["Ctrl+1…9", self.tr("切换标签页")],
            ["Enter / Shift+Enter", self.tr("下一行、上一行")],
            ["Tab / Shift+Tab", self.tr("下一列、上一列")],
            ["F2", self.tr("编辑单元格")],
            ["Ctrl+C / Ctrl+X / Ctrl+V", self.tr("复制、剪切、粘贴（与 WPS、Excel 互通）")],
            ["Ctrl+D", self.tr("向下填充")],
            ["Ctrl+Enter", self.tr("用当前格填满所选")],
            ["Delete", self.tr("清除内容")],
            [self.tr("Shift+点列标题"), self.tr("按多列排序")],
        ]
        column = QVBoxLayout(self)
        column.addWidget(text_view(self, self.tr("快捷键"), [self.tr("按键"), self.tr("作用")], rows))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
