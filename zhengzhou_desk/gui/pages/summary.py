"""The summary tab: what goes to the city, as it will stand in the workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QTableView, QToolButton, QVBoxLayout, QWidget

from zhengzhou_desk.common.messages import translated
from zhengzhou_desk.gui.dialogs import export
from zhengzhou_desk.gui.pages.page import FiguresPage
from zhengzhou_desk.gui.pages.report_model import ReportModel
from zhengzhou_desk.services import exports

if TYPE_CHECKING:
    from zhengzhou_desk.gui.window_api import WindowApi
    from zhengzhou_desk.records.report import Report


class SummaryPage(FiguresPage, QWidget):
    """One report at a time; a double click on a unit opens its page."""

    def __init__(self, window: WindowApi) -> None:
        super().__init__()
        self.name = "summary"
        self.title = self.tr("汇总")
        self._window = window
        self._reports: tuple[Report, ...] = ()
        self._choice = QComboBox()
        self._choice.setAccessibleName(self.tr("选择表"))
        self._choice.currentIndexChanged.connect(self._show)
        self._wan = QToolButton()
        self._wan.setText(self.tr("万元"))
        self._wan.setCheckable(True)
        self._wan.toggled.connect(lambda _: self._show(self._choice.currentIndex()))
        self.export = QPushButton(self.tr("导出汇总工作簿…"))
        self.export.clicked.connect(lambda: export.summary(window))
        self._remark = QLabel()
        self._remark.setObjectName("quiet")
        self._remark.setWordWrap(True)
        self._remark.setTextFormat(Qt.TextFormat.PlainText)
        self.table = QTableView()
        self.table.setAccessibleName(self.tr("汇总"))
        self.table.setAlternatingRowColors(True)
        self.table.verticalHeader().hide()
        self.table.setWordWrap(False)
        self.table.doubleClicked.connect(lambda index: self._open(index.row()))
        row = QHBoxLayout()
        row.setContentsMargins(8, 6, 8, 6)
        for widget in (self._choice, self._wan):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.export)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.table, 1)
        column.addWidget(self._remark)

    @property
    def wan(self) -> bool:
        """Whether amounts are shown in 万元."""
        return self._wan.isChecked()

    def renew(self) -> None:
        """Makes the reports anew; the one that was shown stays shown."""
        self._reports = exports.summary(self._window.desk)
        present = self._choice.currentData()
        with QSignalBlocker(self._choice):
            self._choice.clear()
            for report in self._reports:
                self._choice.addItem(translated(report.name, self._window.lang), report.key)
            self._choice.setCurrentIndex(max(0, self._choice.findData(present)))
        self._show(self._choice.currentIndex())

    def _show(self, place: int) -> None:
        if not 0 <= place < len(self._reports):
            return
        report = self._reports[place]
        self._model = ReportModel(report, self._window.lang, wan=self.wan)
        self.table.setModel(self._model)
        self.table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 10)
        one = self.fontMetrics().horizontalAdvance("0")
        for column, heading in enumerate(report.headings):
            label = self.fontMetrics().horizontalAdvance(translated(heading.label, self._window.lang)) + 24
            self.table.setColumnWidth(column, max(label, heading.width * one + 14))
        self._remark.setText("  ".join(translated(remark, self._window.lang) for remark in report.remarks))
        self._remark.setVisible(bool(report.remarks))
        self._remark.setContentsMargins(10, 6, 10, 8)

    def _open(self, place: int) -> None:
        unit = self._model.report.lines[place].unit
        if unit is not None and self._window.desk.unit(unit) is not None:
            self._window.show_unit(unit)
