"""体检: everything that was checked about the book, one line each, with what to do where it is not well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from zhengzhou_desk.gui import icons, theme
from zhengzhou_desk.gui.furniture import foot, leave, quiet
from zhengzhou_desk.gui.listing import Listing, Row

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from zhengzhou_desk.gui.main_window import MainWindow
    from zhengzhou_desk.store.checkup import Check


class CheckupDialog(QDialog):
    """The list, headed by the verdict; damage leads to the backups."""

    def __init__(self, parent: QWidget, path: Path, checks: Sequence[Check], lang: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("体检"))
        self.resize(720, 420)
        bad = [check for check in checks if not check.ok]
        advised = [check for check in checks if check.ok and check.advice is not None]
        head = QHBoxLayout()
        mark = QLabel()
        good = theme.colours().accent if not advised else theme.colours().warning
        mark.setPixmap(icons.picture("error" if bad else "done", 28, theme.colours().error if bad else good))
        self.verdict = QLabel(self._verdict(len(bad), len(advised)))
        self.verdict.setObjectName("title")
        head.addWidget(mark)
        head.addWidget(self.verdict, 1)
        self.list = Listing(self.tr("体检结果"), (self.tr("查了什么"), self.tr("怎么办")))
        self.list.put([self._row(check, lang) for check in checks])
        self.restore = QPushButton(self.tr("从备份恢复…"))
        self.restore.setVisible(bool(bad))
        self.restore.clicked.connect(lambda: self.done(2))
        close = leave(self)
        close.setDefault(True)
        column = QVBoxLayout(self)
        column.addLayout(head)
        column.addWidget(quiet(str(path)))
        column.addWidget(self.list, 1)
        column.addLayout(foot(close, left=(self.restore,)))

    def _verdict(self, bad: int, advised: int) -> str:
        if bad:
            return self.tr("有 {bad} 项不正常").format(bad=bad)
        if advised:
            return self.tr("账册完好，有 {advised} 项建议").format(advised=advised)
        return self.tr("账册完好")

    def _row(self, check: Check, lang: str) -> Row:
        look = theme.colours()
        if not check.ok:
            sign, colour = "error", look.error
        elif check.advice is not None:
            sign, colour = "warning", look.warning
        else:
            sign, colour = "done", look.accent
        advice = check.advice.text(lang) if check.advice is not None else self.tr("正常")
        return Row((check.title.text(lang), advice), icon=icons.icon(sign, colour), colour=look.error if not check.ok else "")


def check_up(window: MainWindow, path: Path) -> None:
    """Checks a book in the background, then shows what was found."""
    from zhengzhou_desk.store.checkup import checkup

    clock = window.start.clock

    def done(checks: tuple[Check, ...]) -> None:
        if CheckupDialog(window, path, checks, window.lang).exec() == 2:
            from zhengzhou_desk.gui.restore_dialog import restore_from_list

            restore_from_list(window, path)

    window.work(window.tr("正在体检"), lambda progress, cancelled: checkup(path, clock()), done)
