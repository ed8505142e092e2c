"""The crash page: an unexpected error is written down, shown plainly, and the book said to be safe."""

from __future__ import annotations

import sys
import threading
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, QUrl, Signal, qInstallMessageHandler
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout

from zhengzhou_desk import __version__
from zhengzhou_desk.common.atomic_file import open_log
from zhengzhou_desk.gui.widgets import icons, theme
from zhengzhou_desk.services.personal import without_personal

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable
    from types import TracebackType

    from zhengzhou_desk.records.tables import Tables

# A log that nobody reads must not fill the disk.
_MOST_BYTES = 1 << 20


class CrashHook(QObject):
    """Catches what nothing else has caught, on whichever thread it was raised."""

    caught = Signal(str)

    def __init__(self, log: Path, now: Callable[[], datetime.datetime]) -> None:
        super().__init__()
        # The rows of the book that is open: what they hold of persons does not enter a note that is sent on.
        self.tables: Callable[[], Tables | None] = lambda: None
        self._log = log
        self._now = now
        self._showing = False
        self.caught.connect(self._show)
        self._before = (sys.excepthook, threading.excepthook)
        sys.excepthook = self.handle
        threading.excepthook = lambda given: self.handle(given.exc_type, given.exc_value, given.exc_traceback)
        qInstallMessageHandler(self._qt)

    def let_go(self) -> None:
        """Everything is reported as before the hook was there."""
        sys.excepthook, threading.excepthook = self._before
        qInstallMessageHandler(None)

    def handle(self, sort: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        """Writes the error down and has the window show it."""
        if issubclass(sort, KeyboardInterrupt):
            QApplication.quit()
            return
        said = self._without_personal("".join(traceback.format_exception(sort, error, trace)))
        self._write(said)
        if sys.__stderr__ is not None:
            sys.__stderr__.write(said)
        self.caught.emit(said)

    def _qt(self, sort: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        """What Qt itself has to complain of goes to the log."""
        if sort != QtMsgType.QtDebugMsg:
            self._write(self._without_personal(f"Qt {sort.name}: {text}"))

    def _without_personal(self, said: str) -> str:
        try:
            return without_personal(said, self.tables())
        except RuntimeError:  # another thread is changing the rows at this moment
            return without_personal(said, None)

    def _write(self, said: str) -> None:
        try:
            self._log.parent.mkdir(parents=True, exist_ok=True)
            if self._log.exists() and self._log.stat().st_size > _MOST_BYTES:
                self._log.replace(self._log.with_suffix(".old"))
            with open_log(self._log) as file:
                file.write(f"--- {self._now():%Y-%m-%d %H:%M:%S} {__version__}\n{said}\n")
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
        super().__init__(QApplication.activeWindow())
        self.setWindowTitle(self.tr("程序出错"))
        self.resize(720, 420)
        mark = QLabel()
        mark.setPixmap(icons.picture("warning", 32, theme.colours().warning))
        title = QLabel(self.tr("程序遇到意外的错误"))
        title.setObjectName("title")
        self.safe = QLabel(
            self.tr(
                "刚才这一步可能没有做完。已保存的内容都在账册里，没有丢失；可以关闭这个窗口继续用，也可以重新打开程序。"
            )
        )
        self.safe.setWordWrap(True)
        words = QVBoxLayout()
        words.addWidget(title)
        words.addWidget(self.safe)
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(mark)
        head.addLayout(words, 1)
        where = QLabel(self.tr("错误记录：{path}").format(path=log))
        where.setObjectName("quiet")
        where.setWordWrap(True)
        self.text = QPlainTextEdit(said)
        self.text.setReadOnly(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setAccessibleName(self.tr("错误内容"))
        copy = QPushButton(self.tr("复制错误内容"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(said))
        folder = QPushButton(self.tr("打开记录所在文件夹"))
        folder.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(log.parent))))
        close = QPushButton(self.tr("继续"))
        close.setDefault(True)
        close.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(copy)
        row.addWidget(folder)
        row.addStretch(1)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.text, 1)
        column.addWidget(where)
        column.addLayout(row)
