"""Reports on the screen: the very rows of the city summary, in 元 or 万元."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from zhengzhou_desk.common.messages import translated
from zhengzhou_desk.common.override import override
from zhengzhou_desk.records.kinds import Money, Text, in_wan, percent

if TYPE_CHECKING:
    from zhengzhou_desk.records.report import Report

    Index = QModelIndex | QPersistentModelIndex

_ROLE = Qt.ItemDataRole
WHOLE = 10_000  # basis points


class ReportModel(QAbstractTableModel):
    """One report as a table that is only read."""

    def __init__(self, report: Report, lang: str, *, wan: bool = False) -> None:
        super().__init__()
        self.report = report
        self.wan = wan
        self._lang = lang
        self._bold = QFont()
        self._bold.setBold(True)

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.report.lines)

    @override
    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.report.headings)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> Any:
        if (
            orientation == Qt.Orientation.Horizontal
            and role == _ROLE.DisplayRole
            and section < len(self.report.headings)
        ):
            return translated(self.report.headings[section].label, self._lang)
        return None

    @override
    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line, heading = self.report.lines[index.row()], self.report.headings[index.column()]
        if role == _ROLE.DisplayRole:
            value = line.values[index.column()]
            if self.wan and isinstance(heading.kind, Money) and isinstance(value, int):
                return in_wan(value)
            if heading.quotient is not None and isinstance(value, int):
                return percent(value, WHOLE)  # two decimals under one another, as on paper
            if isinstance(value, str) and line.unit is None and isinstance(heading.kind, Text):
                return translated(value, self._lang)  # 合计, 未归集: words of the table, not of a unit
            return heading.kind.show(value, self._lang)
        if role == _ROLE.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if heading.kind.right_aligned else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        if role == _ROLE.FontRole and line.depth:
            return self._bold
        return None
