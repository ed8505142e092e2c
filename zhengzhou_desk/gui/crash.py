"""The crash page: an unexpected error is written down, shown plainly, and the book said to be safe."""

from __future__ import annotations

import sys
import threading
import traceback
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable
    from pathlib import Path
    from types import TracebackType


class CrashHook(QObject):
    """Catches what nothing else has caught, on whichever thread it was raised."""

    caught = Signal(str)

    def __init__(self, log: Path, now: Callable[[], datetime.datetime]) -> None:
        super().__init__()
        self._log = log
        self._now = now
        self._showing = False
        self.caught.connect(self._show)
        sys.excepthook = self.handle
        threading.excepthook = lambda given: self.handle(given.exc_type, given.exc_value, given.exc_traceback)

    def handle(
        self, sort: type[BaseException], error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Writes the error down and has the window show it."""
        if issubclass(sort, KeyboardInterrupt):
            QApplication.quit()
            return
        said = "".join(traceback.format_exception(sort, error, trace))
        self._write(said)
        sys.__stderr__ and sys.__stderr__.write(said)
        self.caught.emit(said)

    def _write(self, said: str) -> None:
        try:
            self._log.parent.mkdir(parents=True, exist_ok=True)
            with self._log.open("a", encoding="utf-8") as file:
                file.write(f"--- {self._now():%Y-%m-%d %H:%M:%S}\n{said}\n")
        except OSError:
            # A full disk must not hide the error itself, which is shown all the same.
            return

    def _show(self, said: str) -> None:
        if self._showing:
            return
        self._showing = True
        try:
            CrashPage(said, self._log).exec()
        finally:
            self._showing = False


class CrashPage(QDialog):
    """What happened, where it is written down, and that nothing saved is lost."""

    def __init__(self, said: str, log: Path) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("程序出错"))
        self.resize(720, 420)
        column = QVBoxLayout(self)
        head = QLabel(self.tr("程序遇到意外的错误，刚才这一步可能没有做完。已保存的内容都在账册里，没有丢失。"))
        head.setWordWrap(True)
        column.addWidget(head)
        where = QLabel(self.tr("错误记录：{path}").format(path=log))
        where.setObjectName("quiet")
        where.setWordWrap(True)
        column.addWidget(where)
        self.text = QPlainTextEdit(said)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.tr("错误内容"))
        column.addWidget(self.text)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton(self.tr("复制错误内容"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(said))
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
