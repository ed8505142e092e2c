"""The findings panel: what is wrong, how gravely, about whom; beside it why, and what to do."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QSplitter,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from zhengzhou_desk.common.override import override
from zhengzhou_desk.gui.findings.explanation import Explanation
from zhengzhou_desk.gui.findings.model import FindingsModel
from zhengzhou_desk.gui.widgets import icons
from zhengzhou_desk.gui.widgets.search_field import search_field
from zhengzhou_desk.policy.parameters import LEVELS, SEVERITIES
from zhengzhou_desk.records import Unit
from zhengzhou_desk.services.dismissals import dismissed_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from zhengzhou_desk.gui.window_api import WindowApi
    from zhengzhou_desk.policy.engine import Finding
    from zhengzhou_desk.services.desk import BookChanged

# From so many characters on there is room for words beside the reasons.
_ROOMY = 75


class FindingsList(QTableView):
    """The rows; Left and Right fold and open a group, Enter and a double click open what stands there."""

    opened = Signal(int)
    folded = Signal(int, bool)

    def __init__(self) -> None:
        super().__init__()
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 7)
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = self.currentIndex().row()
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right) and place >= 0:
            self.folded.emit(place, event.key() == Qt.Key.Key_Left)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and place >= 0:
            self.opened.emit(place)
        else:
            super().keyPressEvent(event)


class FindingsPanel(QWidget):
    """List and reasons side by side; it keeps its place while the book changes."""

    closed = Signal()

    def __init__(self, window: WindowApi) -> None:
        super().__init__()
        self._window = window
        self.model = FindingsModel(window)
        self.list = FindingsList()
        self.list.setModel(self.model)
        self.list.setAccessibleName(self.tr("审核结果"))
        one = self.fontMetrics().horizontalAdvance("国")
        for place, width in enumerate((5, 13, 12)):
            self.list.setColumnWidth(place, width * one)
        self.list.opened.connect(self._open)
        self.list.folded.connect(self._fold)
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._explain())
        self.why = Explanation(window)
        self._buttons: dict[str, QToolButton] = {}
        self._is_narrow = False
        # The levels, and what else chooses and arranges: in one row, or in two where it is narrow.
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._split = QSplitter()
        self._split.addWidget(self._list())
        self._split.addWidget(self.why)
        self._split.setStretchFactor(0, 3)
        self._split.setStretchFactor(1, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._split)
        window.scope.changed.connect(self.renew)
        self.model.begin()
        self.renew()

    def stand(self, *, beside: bool) -> None:
        """Lays itself out for the side of the window (reasons under the list), or for its whole width."""
        self._split.setOrientation(Qt.Orientation.Vertical if beside else Qt.Orientation.Horizontal)
        self._head.setDirection(QBoxLayout.Direction.TopToBottom if beside else QBoxLayout.Direction.LeftToRight)
        # There the sentence is read below, where it is whole.
        self.list.setColumnHidden(3, beside)

    def _list(self) -> QWidget:
        box = QWidget()
        self._head.setContentsMargins(6, 3, 6, 3)
        self._head.addLayout(self._levels())
        self._head.addLayout(self._choices(), 1)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addWidget(self.list)
        return box

    def _levels(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for level in LEVELS:
            button = QToolButton()
            button.setIcon(icons.of_severity(level))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setCheckable(True)
            button.setChecked(level in self.model.levels)
            button.toggled.connect(lambda on, level=level: self._level(level, on=on))
            self._buttons[level] = button
            row.addWidget(button)
        self._dismissed = QToolButton()
        self._dismissed.setText(self.tr("已搁置"))
        self._dismissed.setCheckable(True)
        self._dismissed.toggled.connect(self._show_dismissed)
        row.addWidget(self._dismissed)
        row.addStretch(1)
        return row

    def _choices(self) -> QHBoxLayout:
        row = QHBoxLayout()
        search = search_field(self.tr("单位或事项"), self.tr("筛选审核结果"), self._search)
        search.setMaximumWidth(180)
        row.addWidget(search)
        self.order = QComboBox()
        self.order.setAccessibleName(self.tr("排列方式"))
        self.order.addItems([self.tr("按级别"), self.tr("按主管部门"), self.tr("按事项"), self.tr("按单位")])
        self.order.currentIndexChanged.connect(self._arrange)
        row.addWidget(self.order)
        self._all = QToolButton()
        self._all.setText(self.tr("全部折叠"))
        self._all.clicked.connect(lambda _: self._fold_all())
        self._all.hide()
        row.addWidget(self._all)
        row.addStretch(1)
        close = QToolButton()
        close.setIcon(icons.icon("close"))
        close.setAccessibleName(self.tr("收起审核结果"))
        close.setToolTip(self.tr("收起审核结果"))
        close.clicked.connect(lambda _: self.closed.emit())
        row.addWidget(close)
        return row

    def on_book_changed(self, news: BookChanged) -> None:
        """Exchanges the findings of the records that a step has judged or told of otherwise; after many reads all."""
        if news.renewed:
            self.model.begin()
            self.renew()
            return
        names = any(isinstance(change.row, Unit) for change in news.changes)
        told = dismissed_in(self._window.desk, news.changes)
        if not (news.judged or names or told):
            return
        with self._in_place():
            self.model.exchange(news.judged, told)
            if names and self.model.tells_names:
                self.model.read()
        self._tell()

    def renew(self) -> None:
        """Reads the findings anew; what was chosen stays chosen, and in its place on the screen."""
        with self._in_place():
            self.model.read()
        self._tell()

    def _tell(self) -> None:
        self._count()
        self._all.setVisible(self.model.is_grouped)
        self._all.setText(self.tr("全部展开") if self._all_folded else self.tr("全部折叠"))

    def _count(self) -> None:
        """How many there are of each severity: with its word where there is room, else the sign says which."""
        for level, button in self._buttons.items():
            label, count = SEVERITIES.option(level).text(self._window.lang), str(self.model.counts.get(level, 0))
            button.setText(count if self._is_narrow else f"{label} {count}")
            button.setAccessibleName(f"{label} {count}")
            button.setToolTip(label)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_beside = self._split.orientation() == Qt.Orientation.Vertical
        is_narrow = not is_beside and self.width() < _ROOMY * self.fontMetrics().horizontalAdvance("国")
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self._count()
            # What the words gave up goes to the reasons.
            self._split.setSizes([self.width() * 3 // 5, self.width() * 2 // 5])

    @contextmanager
    def _in_place(self) -> Iterator[None]:
        """The rows are laid out anew inside; the row that was chosen is chosen after it, without scrolling."""
        place, bar = self.list.currentIndex().row(), self.list.verticalScrollBar()
        chosen, at = self.model.finding(place) or self.model.group(place), bar.value()
        yield
        found = self.model.place_of(chosen)
        if found is not None:
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.list.selectionModel().setCurrentIndex(self.model.index(found, 0), flags)
        bar.setValue(at)
        self._explain()

    @property
    def chosen(self) -> Finding | None:
        """The finding that is chosen."""
        return self.model.finding(self.list.currentIndex().row())

    def step(self, by: int) -> bool:
        """Goes to the next finding in the list (of -1 the one before) and to its cell; False where there is none."""
        place = self.list.currentIndex().row()
        places = range(place + 1, self.model.rowCount()) if by > 0 else range(place - 1, -1, -1)
        found = next((each for each in places if self.model.finding(each) is not None), None)
        if found is None:
            return False
        self.list.selectRow(found)
        self._open(found)
        return True

    def choose(self, finding: Finding) -> None:
        """Chooses a finding and brings it into sight."""
        place = self.model.place_of(finding)
        if place is not None:
            self.list.selectRow(place)

    # -- folding -----------------------------------------------------------------------------------

    @property
    def _all_folded(self) -> bool:
        return bool(self.model.groups) and all(group.key in self.model.folded for group in self.model.groups)

    def _fold(self, place: int, folded: bool) -> None:  # noqa: FBT001 - a slot of the list
        """Folds or opens the group of a row; folding takes what is chosen to the group's own row."""
        above = self.model.group_above(place)
        group = self.model.group(above) if above is not None else None
        if above is None or group is None or (group.key in self.model.folded) == folded:
            return
        self.list.selectRow(above)
        (self.model.folded.add if folded else self.model.folded.discard)(group.key)
        with self._in_place():
            self.model.arrange()

    def _fold_all(self) -> None:
        """Folds every group, or opens all where all are folded."""
        self.model.folded = set() if self._all_folded else {group.key for group in self.model.groups}
        self.renew()

    def _level(self, level: str, *, on: bool) -> None:
        self.model.levels = self.model.levels | {level} if on else self.model.levels - {level}
        self.renew()

    def _show_dismissed(self, on: bool) -> None:  # noqa: FBT001 - a slot of toggled
        self.model.shows_dismissed = on
        self.renew()

    def _search(self, text: str) -> None:
        self.model.text = text.strip()
        self.renew()

    def _arrange(self, order: int) -> None:
        self.model.order = order
        self.model.folded.clear()
        self.renew()

    def _open(self, place: int) -> None:
        """A finding leads to its cell; a group opens or folds."""
        group, finding = self.model.group(place), self.model.finding(place)
        if group is not None:
            self._fold(place, group.key not in self.model.folded)
        elif finding is not None:
            self._window.show_finding(finding)

    @property
    def all_chosen(self) -> tuple[Finding, ...]:
        """The findings that are chosen; of a group that is chosen all of its own."""
        found: dict[int, Finding] = {}
        for index in self.list.selectionModel().selectedRows():
            group, finding = self.model.group(index.row()), self.model.finding(index.row())
            for one in group.findings if group is not None else (finding,) if finding is not None else ():
                found.setdefault(id(one), one)
        return tuple(found.values())

    def _explain(self) -> None:
        self.why.show_findings(self.all_chosen)
