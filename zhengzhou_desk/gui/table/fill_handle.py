"""The fill handle: a small square at the corner of what is marked, drawn out to fill or double-clicked to fill down."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from zhengzhou_desk.common.override import override
from zhengzhou_desk.gui.table import filling
from zhengzhou_desk.gui.table.selection import CellSelection, selection_of
from zhengzhou_desk.gui.widgets import theme

if TYPE_CHECKING:
    from PySide6.QtCore import QItemSelectionModel as Marks
    from PySide6.QtCore import QModelIndex
    from PySide6.QtWidgets import QAbstractSlider, QTableView

    from zhengzhou_desk.gui.table.frozen import FrozenColumns
    from zhengzhou_desk.gui.table.model import RecordModel
    from zhengzhou_desk.gui.table.pasting import Cell

_SIZE = 9
_SCROLL_MS = 60


class FilledGrid(Protocol):
    """What the handle needs of the grid that it is on."""

    records: RecordModel
    frozen: FrozenColumns

    def seen_columns(self) -> list[int]: ...  # noqa: D102 - of CellGrid

    def fill(self, cells: list[Cell]) -> None:
        """Takes cells in as one step."""
        ...


class FillHandle(QWidget):
    """Lies over the lower right corner of one marked block. Ctrl makes a series of what is drawn out."""

    def __init__(self, grid: QTableView, part: FilledGrid) -> None:
        super().__init__(grid)
        self._grid, self._part = grid, part
        self._way = ""
        self._targets: list[int] = []
        self._outline = _Outline(grid)
        self.resize(_SIZE, _SIZE)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setToolTip(self.tr("拖动填充，按住 Ctrl 按序列填充；双击填到相邻列有内容的最后一行"))
        self._scrolling = QTimer(self)
        self._scrolling.setInterval(_SCROLL_MS)
        self._scrolling.timeout.connect(self._scroll)
        self._at = QPoint()
        bars: tuple[QAbstractSlider, ...] = (grid.verticalScrollBar(), grid.horizontalScrollBar())
        # A moment later: the columns that stay have to be in their place first.
        self._placing = QTimer(self)
        self._placing.setSingleShot(True)
        self._placing.setInterval(0)
        self._placing.timeout.connect(self.place)
        head, model = grid.horizontalHeader(), part.records
        for signal in (
            *(bar.valueChanged for bar in bars),
            *(bar.rangeChanged for bar in bars),
            *(head.sectionResized, head.sectionMoved, head.geometriesChanged),
            *(model.modelReset, model.rowsInserted, model.rowsRemoved),
            grid.selectionModel().selectionChanged,
        ):
            signal.connect(self.place_later)
        self.hide()

    # -- where it is -------------------------------------------------------------------------------

    def _marked(self) -> tuple[CellSelection, int, int] | None:
        """What is marked, with its first and last row of the table; None where there is nothing to draw out."""
        records = self._part.records
        marked = selection_of(self._part) if records.can_edit else None  # type: ignore[arg-type]
        block = marked.block if marked is not None else None
        if marked is None or block is None or block[0] >= len(records.rows):
            return None
        return marked, block[0], min(block[1], len(records.rows) - 1)

    def _cell(self, row: int, column: int) -> QRect:
        """Where a cell is, over the whole grid."""
        grid, frozen = self._grid, self._part.frozen
        if column in frozen.columns():
            x = frozen.x() + frozen.columnViewportPosition(column)
        else:
            x = grid.viewport().x() + grid.columnViewportPosition(column)
        y = grid.viewport().y() + grid.rowViewportPosition(row)
        return QRect(x, y, grid.columnWidth(column), grid.rowHeight(row))

    def place_later(self) -> None:
        """Follows the corner once whatever moves the cells has come to its end."""
        self._placing.start()

    def place(self) -> None:
        """Goes to the corner of what is marked, or away where that is out of sight."""
        found = self._marked()
        if found is None:
            self.hide()
            return
        marked, _, last = found
        corner = self._cell(last, marked.columns[-1]).bottomRight()
        view = self._grid.viewport().geometry()
        stays = marked.columns[-1] in self._part.frozen.columns()
        left = view.left() if stays or not self._part.frozen.isVisible() else self._part.frozen.geometry().right()
        in_sight = left <= corner.x() <= view.right() + 1 and view.top() <= corner.y() <= view.bottom() + 1
        self.move(min(corner.x(), view.right()) - _SIZE // 2, min(corner.y(), view.bottom()) - _SIZE // 2)
        self.setVisible(in_sight)
        self.raise_()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = theme.colours(), QPainter(self)
        painter.fillRect(self.rect(), QColor(look.base))
        painter.fillRect(self.rect().adjusted(1, 1, -1, -1), QColor(look.accent))
        painter.end()

    # -- drawing out -------------------------------------------------------------------------------

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._way, self._targets = "", []
        event.accept()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._draw_to(self.mapTo(self._grid, event.position().toPoint()))

    def _draw_to(self, at: QPoint) -> None:
        """Shows what would be filled: to the side to which the pointer has gone furthest."""
        found = self._marked()
        if found is None:
            return
        self._at = at
        marked, first, last = found
        seen = self._part.seen_columns()
        block = self._cell(first, marked.columns[0]) | self._cell(last, marked.columns[-1])
        far = {
            filling.DOWN: at.y() - block.bottom(),
            filling.UP: block.top() - at.y(),
            filling.RIGHT: at.x() - block.right(),
            filling.LEFT: block.left() - at.x(),
        }
        way = max(far, key=lambda each: far[each])
        if far[way] <= 0:
            self._way, self._targets = "", []
        elif way in (filling.DOWN, filling.UP):
            row = self._row_at(at.y())
            targets = range(last + 1, row + 1) if way == filling.DOWN else range(first - 1, row - 1, -1)
            self._way, self._targets = way, list(targets)
        else:
            place = self._column_at(at.x(), seen)
            left, right = seen.index(marked.columns[0]), seen.index(marked.columns[-1])
            numbers = seen[right + 1 : place + 1] if way == filling.RIGHT else seen[place:left][::-1]
            self._way, self._targets = way, numbers
        self._outline.show_over(self._drawn(block, first, marked.columns[0]), self._grid.viewport().geometry())
        inside = self._grid.viewport().geometry().contains(at)
        (self._scrolling.stop if inside else self._scrolling.start)()

    def _drawn(self, block: QRect, row: int, column: int) -> QRect:
        if not self._targets:
            return block
        end = self._targets[-1]
        is_row = self._way in (filling.DOWN, filling.UP)
        return block | (self._cell(end, column) if is_row else self._cell(row, end))

    def _row_at(self, y: int) -> int:
        view, last = self._grid.viewport(), len(self._part.records.rows) - 1
        row = self._grid.rowAt(min(max(0, y - view.y()), view.height() - 1))
        return last if row < 0 else min(row, last)

    def _column_at(self, x: int, seen: list[int]) -> int:
        frozen = self._part.frozen
        if frozen.isVisible() and x <= frozen.geometry().right():
            column = frozen.columnAt(max(0, x - frozen.x()))
        else:
            column = self._grid.columnAt(min(max(0, x - self._grid.viewport().x()), self._grid.viewport().width() - 1))
        return seen.index(column) if column in seen else len(seen) - 1

    def _scroll(self) -> None:
        """The pointer is held outside: the table goes on below it."""
        view, at = self._grid.viewport().geometry(), self._at
        for bar, below, above in (
            (self._grid.verticalScrollBar(), at.y() > view.bottom(), at.y() < view.top()),
            (self._grid.horizontalScrollBar(), at.x() > view.right(), at.x() < view.left()),
        ):
            bar.setValue(bar.value() + (below - above) * bar.singleStep())
        self._draw_to(at)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._scrolling.stop()
        self._outline.hide()
        found, way, targets = self._marked(), self._way, self._targets
        self._way, self._targets = "", []
        if found is not None and targets:
            self._fill(*found, way, targets, series=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        found = self._marked()
        if found is None:
            return
        marked, first, last = found
        end = filling.data_below(self._part.records, last, self._part.seen_columns(), marked.columns)
        if end > last:
            self._fill(marked, first, last, filling.DOWN, list(range(last + 1, end + 1)), series=False)
        event.accept()

    def _fill(
        self, marked: CellSelection, first: int, last: int, way: str, targets: list[int], *, series: bool
    ) -> None:
        records, columns = self._part.records, marked.columns
        self._part.fill(list(filling.beside(records, (first, last), columns, way, targets, series=series)))
        is_row = way in (filling.DOWN, filling.UP)
        rows = [first, last, *(targets if is_row else ())]
        numbers = [*columns, *(() if is_row else targets)]
        chosen = QItemSelection()
        for number in numbers:
            chosen.select(records.index(min(rows), number), records.index(max(rows), number))
        marks: Marks = self._grid.selectionModel()
        corner: QModelIndex = records.index(first, columns[0])
        marks.setCurrentIndex(corner, QItemSelectionModel.SelectionFlag.NoUpdate)
        marks.select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)


class _Outline(QWidget):
    """A line of strokes around what would be filled."""

    def __init__(self, grid: QTableView) -> None:
        super().__init__(grid)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_over(self, place: QRect, within: QRect) -> None:
        self.setGeometry(place & within)
        self.show()
        self.raise_()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QPen(QColor(theme.colours().accent), 2, Qt.PenStyle.DashLine))
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()
