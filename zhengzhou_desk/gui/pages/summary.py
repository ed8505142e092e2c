"""The summary tab: what goes to the city, the bulletin and the scores; each figure leads to what it is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, QTimer
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QTableView, QToolButton, QVBoxLayout, QWidget

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.messages import localized, translated
from zhengzhou_desk.gui.pages.page import FiguresPage
from zhengzhou_desk.gui.pages.report_model import ReportModel
from zhengzhou_desk.gui.table.source_links import SourceLinks

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex

    from zhengzhou_desk.gui.window_api import WindowApi
    from zhengzhou_desk.records.report import Report
    from zhengzhou_desk.reports.sources import Source

# How long the cursor rests on a figure before its records are looked up.
_REST_MS = 120
_SUMMARY, _BULLETIN, _SCORES = "summary", "bulletin", "scores"


class SummaryPage(FiguresPage, QWidget):
    """One report at a time; below it where the figure comes from. A double click goes there, or to the unit."""

    def __init__(self, window: WindowApi) -> None:
        super().__init__()
        self.name = "summary"
        self.title = self.tr("汇总")
        self._window = window
        self._reports: tuple[Report, ...] = ()
        self.series = QComboBox()
        self.series.setAccessibleName(self.tr("汇总、通报或考评"))
        for key, text in (
            (_SUMMARY, self.tr("汇总")), (_BULLETIN, self.tr("通报")), (_SCORES, self.tr("考评")),
        ):  # fmt: skip
            self.series.addItem(text, key)
        self.series.currentIndexChanged.connect(lambda _: self.renew())
        self._choice = QComboBox()
        self._choice.setAccessibleName(self.tr("选择表"))
        self._choice.currentIndexChanged.connect(self._show)
        self._wan = QToolButton()
        self._wan.setText(self.tr("万元"))
        self._wan.setCheckable(True)
        self._wan.toggled.connect(lambda _: self._show(self._choice.currentIndex()))
        self.export = QPushButton(self.tr("导出汇总工作簿…"))
        self.export.clicked.connect(self._export)
        self._remark = QLabel()
        self._remark.setObjectName("quiet")
        self._remark.setWordWrap(True)
        self._remark.setTextFormat(Qt.TextFormat.PlainText)
        self.table = QTableView()
        self.table.setAccessibleName(self.tr("汇总"))
        self.table.setAlternatingRowColors(True)
        self.table.verticalHeader().hide()
        self.table.setWordWrap(False)
        self.table.doubleClicked.connect(self._open)
        self.sources = SourceLinks(window)
        self.sources.setContentsMargins(10, 2, 10, 2)
        # Of a hundred thousand orders it takes a moment: not at every step of an arrow key.
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(_REST_MS)
        self._resting.timeout.connect(self.trace)
        row = QHBoxLayout()
        row.setContentsMargins(8, 6, 8, 6)
        for widget in (self.series, self._choice, self._wan):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.export)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.table, 1)
        column.addWidget(self.sources)
        column.addWidget(self._remark)

    def _export(self) -> None:
        from zhengzhou_desk.gui.dialogs import export

        export.summary(self._window)

    @property
    def wan(self) -> bool:
        """Whether amounts are shown in 万元."""
        return self._wan.isChecked()

    def renew(self) -> None:
        """Makes the reports anew; the one that was shown stays shown."""
        why = ""
        try:
            self._reports = self._made()
        except Refused as refused:  # a bulletin of a year without law, say
            self._reports, why = (), str(localized(refused.message, self._window.lang))
        present = self._choice.currentData()
        with QSignalBlocker(self._choice):
            self._choice.clear()
            for report in self._reports:
                self._choice.addItem(translated(report.name, self._window.lang), report.key)
            self._choice.setCurrentIndex(max(0, self._choice.findData(present)))
        self._choice.setEnabled(bool(self._reports))
        if self._reports:
            self._show(self._choice.currentIndex())
        else:
            self.table.setModel(None)
            self.sources.put("", "", ())
            self._say(why)

    def _made(self) -> tuple[Report, ...]:
        """The reports of the series that is chosen."""
        from zhengzhou_desk.services import exports
        from zhengzhou_desk.services.notices import bulletins

        desk, series = self._window.desk, self.series.currentData()
        if series == _BULLETIN:
            return bulletins.tables(desk, desk.year)
        return exports.score_sheet(desk) if series == _SCORES else exports.summary(desk)

    def _show(self, place: int) -> None:
        if not 0 <= place < len(self._reports):
            return
        report = self._reports[place]
        self._model = ReportModel(report, self._window.lang, wan=self.wan)
        self.table.setModel(self._model)
        self.table.selectionModel().currentChanged.connect(lambda *_: self._resting.start())
        self.trace()
        self.table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 10)
        one = self.fontMetrics().horizontalAdvance("0")
        for column, heading in enumerate(report.headings):
            label = self.fontMetrics().horizontalAdvance(translated(heading.label, self._window.lang)) + 24
            self.table.setColumnWidth(column, max(label, heading.width * one + 14))
        self._say("  ".join(translated(remark, self._window.lang) for remark in report.remarks))

    def _say(self, remark: str) -> None:
        self._remark.setText(remark)
        self._remark.setVisible(bool(remark))
        self._remark.setContentsMargins(10, 6, 10, 8)

    # -- where a figure comes from ---------------------------------------------------------------------

    def trace(self) -> None:
        """Says what the figure under the cursor is made of."""
        index = self.table.currentIndex()
        none = self.tr("点一个数，这里列出它由哪些记录组成；双击直接去看")
        if not index.isValid():
            self.sources.put("", "", (), none)
            return
        self.sources.put(self._figure(index), str(self._model.data(index)), self._sources(index), none)

    def _sources(self, index: QModelIndex) -> tuple[Source, ...]:
        from zhengzhou_desk.reports.sources import sources

        report, desk = self._model.report, self._window.desk
        return sources(desk.engine, desk.year, report, index.row(), report.headings[index.column()].name)

    def _figure(self, index: QModelIndex) -> str:
        """What the figure is called: whose, and which."""
        line, heading = self._model.report.lines[index.row()], self._model.report.headings[index.column()]
        whose = next((value for value in line.values if isinstance(value, str) and value != line.unit), "")
        called = whose if line.unit is not None else translated(whose, self._window.lang)
        label = translated(heading.label, self._window.lang)
        return f"{called} {label}"

    def _open(self, index: QModelIndex) -> None:
        found = self._sources(index)
        unit = self._model.report.lines[index.row()].unit
        if found:
            self.sources.follow(found[0])
        elif unit is not None and self._window.desk.unit(unit) is not None:
            self._window.show_unit(unit)
