"""体检: everything that was checked about the book, one line each, with what to do where it is not well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from zhengzhou_desk.gui.widgets import icons, theme
from zhengzhou_desk.gui.widgets.dialog import Dialog
from zhengzhou_desk.gui.widgets.layout import button_row, leave_button, quiet_label
from zhengzhou_desk.gui.widgets.list_view import ListRow, ListView
from zhengzhou_desk.store.checkup import ADVICE, ALTERED, GOOD, UNSEEN

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from zhengzhou_desk.store.checkup import Check


# How the dialog ends where more is to be done.
RESTORE, ACCEPT = 2, 3


class CheckupDialog(Dialog):
    """The list, headed by the verdict; damage leads to the backups."""

    def __init__(
        self, parent: QWidget, path: Path, checks: Sequence[Check], lang: str, *, may_accept: bool = False
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("体检"))
        self.resize(720, 420)
        bad = [check for check in checks if not check.ok]
        advised = [check for check in checks if check.state == ADVICE]
        unseen = [check for check in checks if check.state == UNSEEN]
        head = QHBoxLayout()
        mark = QLabel()
        good = theme.colours().warning if advised or unseen else theme.colours().accent
        mark.setPixmap(
            icons.picture(
                "error" if bad else "warning" if unseen else "done", 28, theme.colours().error if bad else good
            )
        )
        self.verdict = QLabel(self._verdict(len(bad), len(unseen), len(advised)))
        self.verdict.setObjectName("title")
        head.addWidget(mark)
        head.addWidget(self.verdict, 1)
        self.list = ListView(self.tr("体检结果"), (self.tr("查了什么"), self.tr("怎么办")))
        self.list.put([self._row(check, lang) for check in checks])
        self.restore = QPushButton(self.tr("从备份恢复…"))
        self.restore.setVisible(bool(bad))
        self.restore.clicked.connect(lambda: self.done(RESTORE))
        self.accept_content = QPushButton(self.tr("确认现有内容…"))
        self.accept_content.setVisible(may_accept and {check.state for check in bad} == {ALTERED})
        self.accept_content.setAutoDefault(False)
        self.accept_content.clicked.connect(lambda: self.done(ACCEPT))
        close = leave_button(self)
        close.setDefault(True)
        column = QVBoxLayout(self)
        column.addLayout(head)
        column.addWidget(quiet_label(str(path)))
        column.addWidget(self.list, 1)
        proves = quiet_label(
            self.tr(
                "正常说明：文件没有损坏，日志中没有一条被单独改动或删去。日志链没有密码，不能排除有人把整本账册重做一遍；"
                "要证明这一点，请核对早先印在文书、汇总封面上的账册校验。"
            )
        )
        proves.setWordWrap(True)
        column.addWidget(proves)
        column.addLayout(button_row(close, left=(self.restore, self.accept_content)))

    def _verdict(self, bad: int, unseen: int, advised: int) -> str:
        if bad:
            return self.tr("有 {bad} 项不正常").format(bad=bad)
        if unseen:
            return self.tr("这次没有查成，这不说明账册有问题")
        if advised:
            return self.tr("账册完好，有 {advised} 项建议").format(advised=advised)
        return self.tr("账册完好")

    def _row(self, check: Check, lang: str) -> ListRow:
        look = theme.colours()
        if not check.ok:
            sign, colour = "error", look.error
        elif check.state != GOOD:
            sign, colour = "warning", look.warning
        else:
            sign, colour = "done", look.accent
        advice = check.advice.text(lang) if check.advice is not None else self.tr("正常")
        return ListRow(
            (check.title.text(lang), advice), icon=icons.icon(sign, colour), colour=look.error if not check.ok else ""
        )
