"""The findings panel: what is wrong, how gravely, about whom; beside it why, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QSplitter,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from zhengzhou_desk import pinyin
from zhengzhou_desk.gui import icons
from zhengzhou_desk.gui.why import Why
from zhengzhou_desk.language import translated
from zhengzhou_desk.policy.params import ERROR, INFO, SEVERITIES, UNKNOWN, WARNING
from zhengzhou_desk.records import Aside, Unit

if TYPE_CHECKING:
    from zhengzhou_desk.desk import News
    from zhengzhou_desk.gui.frame import Frame
    from zhengzhou_desk.policy.engine import Finding

    Index = QModelIndex | QPersistentModelIndex

LEVELS = (ERROR, UNKNOWN, WARNING, INFO)
_ROLE = Qt.ItemDataRole
_HEADS = ("级别", "单位", "事项", "内容")
BY_LEVEL, BY_DEPARTMENT, BY_RULE, BY_UNIT = range(4)


class FindingsModel(QAbstractTableModel):
    """The findings of the year as rows; text is made for the rows that are painted."""

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self._frame = frame
        self.levels = frozenset((ERROR, UNKNOWN, WARNING))
        self.text = ""
        self.order = BY_LEVEL
        self.aside = False
        self.counts: dict[str, int] = {}
        self._rows: list[Finding] = []
        self._texts: dict[int, tuple[str, str, str, str]] = {}

    def read(self) -> None:
        """Takes the findings anew from the desk."""
        desk = self._frame.desk
        found = desk.findings()
        kept = [one for one in found if (desk.aside_of(one) is not None) == self.aside]
        counts = dict.fromkeys(LEVELS, 0)
        for one in kept:
            counts[one.severity] = counts.get(one.severity, 0) + 1
        self.beginResetModel()
        self.counts = counts
        self._texts.clear()
        rows = [one for one in kept if one.severity in self.levels]
        if self.text:
            rows = [one for one in rows if self._fits(one)]
        self._rows = sorted(rows, key=self._key)
        self.endResetModel()

    def _key(self, finding: Finding) -> tuple[Any, ...]:
        level = LEVELS.index(finding.severity) if finding.severity in LEVELS else 9
        unit = finding.unit or "~"
        if self.order == BY_DEPARTMENT:
            found = self._frame.desk.unit(finding.unit)
            return ((found.department or unit) if found is not None else "~", level, unit)
        if self.order == BY_RULE:
            return (finding.rule, level, unit)
        return (unit, level, finding.rule) if self.order == BY_UNIT else (level, unit, finding.rule)

    def _fits(self, finding: Finding) -> bool:
        unit = self._frame.desk.unit(finding.unit)
        name = f"{finding.unit or ''} {unit.name or ''}" if unit is not None else finding.unit or ""
        return pinyin.matches(name, self.text) or self.text in self._frame.desk.wording(self._frame.lang).title(finding.rule)

    def finding(self, place: int) -> Finding | None:
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def place_of(self, finding: Finding | None) -> int | None:
        """Where the same finding stands now, whatever its figures have become."""
        if finding is None:
            return None
        subject = _subject(finding)
        return next((place for place, one in enumerate(self._rows) if _subject(one) == subject), None)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(_HEADS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == _ROLE.DisplayRole and section < len(_HEADS):
            return translated(_HEADS[section], self._frame.lang)
        return None

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        finding = self.finding(index.row()) if index.isValid() else None
        if finding is None:
            return None
        if role == _ROLE.DisplayRole or (role == _ROLE.ToolTipRole and index.column() == 3):
            return self._said(index.row(), finding)[index.column()]
        if role == _ROLE.DecorationRole and index.column() == 0:
            return icons.of_severity(finding.severity)
        return None

    def _said(self, place: int, finding: Finding) -> tuple[str, str, str, str]:
        said = self._texts.get(place)
        if said is None:
            lang = self._frame.lang
            wording = self._frame.desk.wording(lang)
            unit = self._frame.desk.unit(finding.unit)
            name = (unit.name or unit.code) if unit is not None else finding.unit or ""
            level = SEVERITIES.option(finding.severity).text(lang)
            said = self._texts[place] = (level, name, wording.title(finding.rule), wording.message(finding))
        return said


def _subject(finding: Finding) -> tuple[object, ...]:
    return finding.rule, finding.table, finding.id, finding.unit, finding.year, finding.column


class FindingsPanel(QWidget):
    """List and reasons side by side; it keeps its place while the book changes."""

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self._frame = frame
        self.model = FindingsModel(frame)
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setAccessibleName(self.tr("审核结果"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 10)
        head = self.table.horizontalHeader()
        head.setStretchLastSection(True)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        one = self.fontMetrics().horizontalAdvance("国")
        for place, width in enumerate((5, 13, 12)):
            self.table.setColumnWidth(place, width * one)
        self.table.doubleClicked.connect(self._go)
        self.table.activated.connect(self._go)
        self.table.selectionModel().currentRowChanged.connect(self._explain)
        self.why = Why(frame)
        self._buttons: dict[str, QToolButton] = {}
        split = QSplitter()
        split.addWidget(self._list())
        split.addWidget(self.why)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(split)
        self.renew()

    def _list(self) -> QWidget:
        box = QWidget()
        row = QHBoxLayout()
        row.setContentsMargins(6, 4, 6, 4)
        for level in LEVELS:
            button = QToolButton()
            button.setIcon(icons.of_severity(level))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setCheckable(True)
            button.setChecked(level in self.model.levels)
            button.toggled.connect(lambda on, level=level: self._level(level, on=on))
            self._buttons[level] = button
            row.addWidget(button)
        self._aside = QToolButton()
        self._aside.setText(self.tr("已搁置"))
        self._aside.setCheckable(True)
        self._aside.toggled.connect(self._show_aside)
        row.addWidget(self._aside)
        search = QLineEdit()
        search.setPlaceholderText(self.tr("单位或事项"))
        search.setAccessibleName(self.tr("筛选审核结果"))
        search.setClearButtonEnabled(True)
        search.setMaximumWidth(180)
        search.textChanged.connect(self._search)
        row.addWidget(search)
        order = QComboBox()
        order.setAccessibleName(self.tr("排列方式"))
        order.addItems([self.tr("按级别"), self.tr("按主管部门"), self.tr("按事项"), self.tr("按单位")])
        order.currentIndexChanged.connect(self._arrange)
        row.addWidget(order)
        row.addStretch(1)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.table)
        return box

    def hear(self, news: News) -> None:
        """Reads the findings anew where a step has changed any, a name they show, or what is set aside."""
        told = any(isinstance(change.row, Aside | Unit) for change in news.changes)
        if news.renewed or news.judged or told:
            self.renew()

    def renew(self) -> None:
        """Reads the findings anew; the one that was chosen stays chosen, and in its place on the screen."""
        chosen = self.model.finding(self.table.currentIndex().row())
        bar = self.table.verticalScrollBar()
        at = bar.value()
        self.model.read()
        for level, button in self._buttons.items():
            label = SEVERITIES.option(level).text(self._frame.lang)
            button.setText(f"{label} {self.model.counts.get(level, 0)}")
        place = self.model.place_of(chosen)
        if place is not None:
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.table.selectionModel().setCurrentIndex(self.model.index(place, 0), flags)
        bar.setValue(at)
        self.why.show_finding(self.model.finding(self.table.currentIndex().row()))

    def _level(self, level: str, *, on: bool) -> None:
        self.model.levels = self.model.levels | {level} if on else self.model.levels - {level}
        self.renew()

    def _show_aside(self, on: bool) -> None:
        self.model.aside = on
        self.renew()

    def _search(self, text: str) -> None:
        self.model.text = text.strip()
        self.renew()

    def _arrange(self, order: int) -> None:
        self.model.order = order
        self.renew()

    def _go(self, index: QModelIndex) -> None:
        finding = self.model.finding(index.row())
        if finding is not None:
            self._frame.show_finding(finding)

    def _explain(self, current: QModelIndex) -> None:
        self.why.show_finding(self.model.finding(current.row()))
