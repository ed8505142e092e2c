"""The preview: pages exactly as they will print, to be looked at, saved or sent to a printer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QSpinBox, QVBoxLayout

from zhengzhou_desk.common.messages import counted
from zhengzhou_desk.documents import preview
from zhengzhou_desk.gui.system import ask
from zhengzhou_desk.gui.widgets.counting import said
from zhengzhou_desk.gui.widgets.dialog import Dialog
from zhengzhou_desk.gui.widgets.page_view import image
from zhengzhou_desk.services.notices.rendering import save_pdf

if TYPE_CHECKING:
    from collections.abc import Callable

    from zhengzhou_desk.gui.window_api import WindowApi

_PRINT_DPI = 300.0


class PreviewWindow(Dialog):
    """One PDF, page by page."""

    def __init__(
        self,
        window: WindowApi,
        title: str,
        pdf: bytes,
        proposed: str,
        write_word: Callable[[Path], object] | None = None,
    ) -> None:
        """`proposed` is the name of a file; `write_word` writes the same paper for an office system."""
        super().__init__(window.widget)
        self._window = window
        self._pdf = pdf
        self._proposed = proposed
        self._write_word = write_word
        self._zoom = 90
        self._count = preview.page_count(pdf)
        self.setWindowTitle(title)
        self.resize(820, 900)
        self._page = QSpinBox()
        self._page.setRange(1, self._count)
        self._page.setAccessibleName(self.tr("页码"))
        self._page.setSuffix(said(counted(" / {count} 页"), count=self._count))
        self._page.valueChanged.connect(self._show)
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._picture.setAccessibleName(self.tr("页面"))
        scroll = QScrollArea()
        scroll.setWidget(self._picture)
        scroll.setWidgetResizable(True)
        row = QHBoxLayout()
        row.addWidget(self._page)
        for text, run in (
            (self.tr("放大"), lambda: self._scale(1.2)),
            (self.tr("缩小"), lambda: self._scale(1 / 1.2)),
        ):
            button = QPushButton(text)
            button.clicked.connect(run)
            row.addWidget(button)
        row.addStretch(1)
        ends = [(self.tr("另存为 PDF…"), self._save), (self.tr("打印…"), self._print)]
        if write_word is not None:
            ends.insert(1, (self.tr("另存为 Word…"), self._save_word))
        for text, run in ends:
            button = QPushButton(text)
            button.clicked.connect(run)
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.addLayout(row)
        column.addWidget(scroll, 1)
        self._show(1)

    def _scale(self, times: float) -> None:
        self._zoom = min(300, max(40, int(self._zoom * times)))
        self._show(self._page.value())

    def _show(self, page: int) -> None:
        ratio = self.devicePixelRatioF()
        picture = QPixmap.fromImage(image(self._pdf, page - 1, self._zoom * ratio))
        picture.setDevicePixelRatio(ratio)
        self._picture.setPixmap(picture)

    def _save(self) -> None:
        path = ask.save_file(self, self.tr("另存为 PDF"), self._proposed, ".pdf")
        if path is not None:
            self._window.attempt(lambda: save_pdf(path, self._pdf))

    def _save_word(self) -> None:
        write = self._write_word
        proposed = str(Path(self._proposed).with_suffix(".docx"))
        path = ask.save_file(self, self.tr("另存为 Word"), proposed, ".docx")
        if path is not None and write is not None:
            self._window.attempt(lambda: write(path))

    def _print(self) -> None:
        """Prints the very pages of the PDF; without a printer the file is offered instead."""
        if not QPrinterInfo.availablePrinterNames():
            if ask.yes(self, self.tr("这台电脑没有安装打印机。要存为 PDF 文件吗？"), accept=self.tr("存为 PDF")):
                self._save()
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setFromTo(1, self._count)
        dialog = QPrintDialog(printer, self)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        if dialog.exec():
            self._paint(printer)

    def _paint(self, printer: QPrinter) -> None:
        first, last = printer.fromPage() or 1, printer.toPage() or self._count
        printer.setFullPage(True)
        painter = QPainter(printer)
        for number in range(first, min(last, self._count) + 1):
            if number > first:
                printer.newPage()
            painter.drawImage(painter.viewport(), image(self._pdf, number - 1, _PRINT_DPI))
        painter.end()
