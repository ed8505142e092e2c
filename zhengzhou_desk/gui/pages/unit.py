"""The unit page: everything about one unit over the years, on one page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QTableView,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from zhengzhou_desk.gui.widgets.dialog import Dialog
from zhengzhou_desk.gui.widgets.text_table import text_view
from zhengzhou_desk.policy.parameters import SEVERITIES
from zhengzhou_desk.records import BY_NAME, Filing, Record, Unit
from zhengzhou_desk.services import editing, filings, unit_history

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zhengzhou_desk.gui.window_api import WindowApi

# The tables with a tab of their own, in the order of the tabs.
_TABLES = ("filing", "spending", "purchase", "execution", "account", "change", "waiver", "notice")


class UnitPage(Dialog):
    """One unit: its particulars, its findings, and a table of each sort over all years."""

    def __init__(self, window: WindowApi, unit: Unit) -> None:
        super().__init__(window.widget)
        self._window = window
        self._unit = unit
        self.setWindowTitle(f"{unit.code} {unit.name or ''}")
        self.resize(960, 620)
        column = QVBoxLayout(self)
        title = QLabel(unit.name or unit.code)
        title.setObjectName("title")
        title.setTextFormat(Qt.TextFormat.PlainText)
        column.addWidget(title)
        column.addLayout(self._particulars())
        tabs = QTabWidget()
        tabs.addTab(self._findings(), self.tr("审核结果"))
        for cls in (BY_NAME[name] for name in _TABLES):
            found = unit_history.rows_naming(window.desk.tables, cls, unit.code)
            if found:
                tabs.addTab(self._table(cls, found), f"{cls.table.text(window.lang)} {len(found)}")
        tabs.addTab(self._versions(), self.tr("填报经过"))
        self._steps = QWidget()
        tabs.addTab(self._steps, self.tr("日志"))
        tabs.currentChanged.connect(lambda _: self._read_journal(tabs))
        column.addWidget(tabs, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        go = buttons.addButton(self.tr("到单位表"), QDialogButtonBox.ButtonRole.ActionRole)
        go.clicked.connect(self._go)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)

    def _particulars(self) -> QFormLayout:
        form = QFormLayout()
        lang = self._window.lang
        for name in (
            "code",
            "uscc",
            "department",
            "level",
            "kind",
            "canteen",
            "canteen_host",
            "contractor",
            "contact",
            "phone",
            "founded",
            "closed",
            "note",
        ):
            declared = Unit.table.column(name)
            value = self._unit.cell(name)
            if value is not None:
                label = QLabel(declared.shown(value, lang, personal=self._window.desk.shows_personal))
                label.setTextFormat(Qt.TextFormat.PlainText)
                form.addRow(declared.text(lang), label)
        return form

    def _table(self, cls: type[Record], rows: Sequence[Record]) -> QTableView:
        lang = self._window.lang
        shown = [
            c
            for c in cls.table.columns
            if c.name not in ("unit", "buyer", "content") and any(r.cell(c.name) is not None for r in rows)
        ]
        personal = self._window.desk.shows_personal
        texts = [[c.shown(row.cell(c.name), lang, personal=personal) for c in shown] for row in rows]
        right = frozenset(place for place, c in enumerate(shown) if c.kind.right_aligned)
        return text_view(self, cls.table.text(lang), [c.text(lang) for c in shown], texts, right)

    def _findings(self) -> QTableView:
        desk, lang = self._window.desk, self._window.lang
        wording = desk.wording(lang)
        found = desk.findings_of_unit(self._unit.code)
        texts = [
            [SEVERITIES.option(one.severity).text(lang), wording.title(one.rule), wording.message(one)] for one in found
        ]
        return text_view(self, self.tr("审核结果"), [self.tr("级别"), self.tr("事项"), self.tr("内容")], texts)

    def _versions(self) -> QTableView:
        desk, lang = self._window.desk, self._window.lang
        columns = [
            Filing.table.column(name)
            for name in ("year", "state", "total", "reserve", "last_filed", "returned", "return_reason", "confirmed")
        ]
        texts = [
            [version.at, version.who, *(c.kind.show(version.filing.cell(c.name), lang) for c in columns)]
            for filing in desk.tables.find(Filing, ("unit",), (self._unit.code,))
            if filing.year == desk.year
            for version in filings.versions(desk, filing)
        ]
        heads = [self.tr("时间"), self.tr("经办"), *(c.text(lang) for c in columns)]
        return text_view(self, self.tr("填报经过"), heads, texts, frozenset((4, 5)))

    def _read_journal(self, tabs: QTabWidget) -> None:
        """The whole journal is read when its tab is first looked at: of a large book that takes a moment."""
        if tabs.currentWidget() is self._steps and self._steps.layout() is None:
            QVBoxLayout(self._steps).addWidget(self._journal())

    def _journal(self) -> QTableView:
        desk, lang = self._window.desk, self._window.lang
        lines = unit_history.lines_about(desk.journal(), (self._unit.code,), desk.tables)
        texts = [[line.at, line.who, editing.journal_text(desk, line, lang)] for line in lines]
        return text_view(self, self.tr("日志"), [self.tr("时间"), self.tr("经办"), self.tr("做了什么")], texts)

    def _go(self) -> None:
        self.accept()
        self._window.show_record(self._unit)
