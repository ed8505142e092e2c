"""The bar that finds: a text in the cells that are shown, the next one, the one before; nothing is hidden by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QToolButton, QWidget

from zhengzhou_desk.common.messages import counted
from zhengzhou_desk.common.override import override
from zhengzhou_desk.gui.table.cell_search import CellSearch
from zhengzhou_desk.gui.table.selection import CellSelection, selection_of
from zhengzhou_desk.gui.widgets import icons, theme
from zhengzhou_desk.gui.widgets.counting import said
from zhengzhou_desk.gui.widgets.layout import quiet_label
from zhengzhou_desk.gui.widgets.search_field import search_field

if TYPE_CHECKING:
    from zhengzhou_desk.gui.table.grid import Grid

_WAIT_MS = 120
# Where it looks.
TABLE, COLUMN, SELECTION = "table", "column", "selection"
# What a person has asked for and the search has not come to yet.
_FIRST, _NEXT, _PREVIOUS = 0, 1, -1


class FindBar(QWidget):
    """Slim, above the grid; the cursor goes from one cell that is found to the next, and round."""

    closed = Signal()

    def __init__(self, grid: Grid) -> None:
        super().__init__()
        self._grid = grid
        self._chosen: CellSelection | None = None
        self._wanted: int | None = None
        self._origin = (0, 0)
        self._round = False
        self.search = CellSearch(grid.records, self)
        self.search.found.connect(self._found)
        self.field = search_field(self.tr("查找：内容或拼音首字母"), self.tr("查找"), self._typed, pause=_WAIT_MS)
        self.field.installEventFilter(self)
        self.scope = QComboBox()
        self.scope.setAccessibleName(self.tr("在哪里查找"))
        for text, key in ((self.tr("全表"), TABLE), (self.tr("本列"), COLUMN), (self.tr("选中的格"), SELECTION)):
            self.scope.addItem(text, key)
        self.scope.currentIndexChanged.connect(lambda _: self._typed(self.field.text()))
        self.count = quiet_label("")
        self._anew = QTimer(self)
        self._anew.setSingleShot(True)
        self._anew.setInterval(_WAIT_MS)
        self._anew.timeout.connect(self._begin)
        for signal in (grid.records.modelReset, grid.records.dataChanged, grid.records.rowsInserted):
            signal.connect(self._changed)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 4)
        row.addWidget(self.field, 2)
        row.addWidget(self.scope)
        row.addWidget(self._button("chevron-up", self.tr("上一处（Shift+F3）"), lambda: self.step(-1)))
        row.addWidget(self._button("chevron-down", self.tr("下一处（F3）"), lambda: self.step(1)))
        row.addWidget(self.count, 1)
        row.addWidget(self._button("close", self.tr("关闭（Esc）"), self.leave))
        self.hide()

    def _button(self, sign: str, text: str, run: object) -> QToolButton:
        button = QToolButton()
        button.setIcon(icons.icon(f"{sign}-{theme.colours().name}" if sign.startswith("chevron") else sign))
        button.setToolTip(text)
        button.setAccessibleName(text)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(run)
        return button

    def open(self) -> None:
        """Shows it with the cursor in its field; cells that are marked now can be what it looks through."""
        self._hold()
        if not self.isVisible():
            self.scope.setCurrentIndex(0)
        self.show()
        self.field.setFocus()
        self.field.selectAll()
        # What was looked for before is counted, and gone to when the person says so.
        self._stand()
        self._begin()

    def _hold(self) -> None:
        """Keeps what is marked: the cursor that goes from place to place marks something else."""
        marked = selection_of(self._grid)
        if marked is not None and marked.count > 1:
            self._chosen = marked
        elif not self.isVisible():
            self._chosen = None
        model: object = self.scope.model()
        item = model.item(2)  # type: ignore[attr-defined]
        item.setEnabled(self._chosen is not None)

    def leave(self) -> None:
        """Closes it and gives the keys back to the table."""
        self.hide()
        self.closed.emit()
        self._grid.setFocus()

    def step(self, by: int) -> None:
        """Goes to the next cell that is found, or of -1 to the one before."""
        if not self.isVisible() or not self.field.text().strip():
            self.open()
            return
        self._stand()
        self._wanted = by
        self._found()

    def _stand(self) -> None:
        """Begins from where the cursor is."""
        present = self._grid.currentIndex()
        self._origin = (max(0, present.row()), max(0, present.column()))

    def _typed(self, text: str) -> None:
        self._stand()
        self._wanted = _FIRST if text.strip() else None
        self._begin()

    def _changed(self) -> None:
        if self.isVisible():
            self._anew.start()

    def _begin(self) -> None:
        seen, rows = self._grid.seen_columns(), {}
        scope = self.scope.currentData()
        if scope == COLUMN:
            seen = [self._origin[1]] if self._origin[1] in seen else seen[:1]
        elif scope == SELECTION and self._chosen is not None:
            rows = dict(self._chosen.rows)
            seen = [number for number in seen if number in rows]
        self.search.begin(self.field.text(), seen, min(self._origin[0], len(self._grid.records.rows)), rows)

    def _found(self) -> None:
        """Goes where the person is waiting to go, once that is known."""
        if self._wanted is not None and self.field.text().strip():
            search, (row, column) = self.search, self._origin
            place = (
                search.before(row, column)
                if self._wanted == _PREVIOUS
                else search.after(row, column, itself=self._wanted == _FIRST)
            )
            if place is not None:
                self._round = self._wanted != _FIRST and (
                    place <= (row, -1) if self._wanted == _NEXT else place[0] > row
                )
                self._grid.go_to(*place, focus=False)
            if place is not None or search.done:
                self._wanted = None
        self._say()

    def _say(self) -> None:
        search, present = self.search, self._grid.currentIndex()
        if not self.field.text().strip():
            self.count.setText("")
            return
        if not search.count:
            self.count.setText(self.tr("没有找到") if search.done else self.tr("正在查找…"))
            return
        number = search.number(present.row(), present.column()) if search.done else None
        text = said(counted("共 {count} 处"), count=search.count)
        if number is not None:
            text = said(counted("第 {number} 处，共 {count} 处"), count=search.count, number=number)
        if self._round:
            text += self.tr("（已绕过表格一端）")
        self.count.setText(text if search.done else f"{text}…")

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                self.step(-1 if back else 1)
                return True
            if event.key() == Qt.Key.Key_Down:
                self._grid.setFocus()
                return True
        return super().eventFilter(watched, event)
