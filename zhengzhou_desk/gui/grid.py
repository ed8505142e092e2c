"""The grid: a table that takes keys, copies and pastes as a spreadsheet does; the first columns stay in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLineEdit, QTableView

from zhengzhou_desk import editing
from zhengzhou_desk.errors import Refused
from zhengzhou_desk.gui import ask, clipboard
from zhengzhou_desk.gui.delegates import CellDelegate
from zhengzhou_desk.gui.shown import plain_value
from zhengzhou_desk.language import translated
from zhengzhou_desk.records.kinds import Money

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtWidgets import QWidget

    from zhengzhou_desk.gui.record_model import RecordModel
    from zhengzhou_desk.gui.shown import Memo
    from zhengzhou_desk.records import Record

    Index = QModelIndex | QPersistentModelIndex

_SHOWN_REASONS = 12
_KEEP_MS = 600


class Grid(QTableView):
    """One table of records. Every change goes through the model to the desk, a block of cells as one step."""

    selected = Signal()
    opened = Signal(object)

    def __init__(self, model: RecordModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.records = model
        self.setModel(model)
        self.setItemDelegate(CellDelegate(model, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(translated(model.spec.title, model.frame.lang))
        head = self.horizontalHeader()
        head.setSectionsMovable(True)
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setSectionsClickable(True)
        head.sectionClicked.connect(self._sort)
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.fit_rows()
        self._fit_columns()
        self.frozen = _Frozen(self, model.spec.frozen)
        self.hide_columns(model.frame.settings.get(f"hidden.{model.spec.cls.table.name}", []))
        self.doubleClicked.connect(self._double)
        self.frozen.doubleClicked.connect(self._double)
        self._restore_columns()
        self._keeping = QTimer(self)
        self._keeping.setSingleShot(True)
        self._keeping.setInterval(_KEEP_MS)
        self._keeping.timeout.connect(self._keep_columns)
        head.sectionMoved.connect(self._moved)
        head.sectionResized.connect(lambda *_: self._keeping.start())

    # -- sizes -----------------------------------------------------------------------------------

    def fit_rows(self) -> None:
        """Rows as high as the type needs."""
        height = self.fontMetrics().height() + 11
        self.verticalHeader().setDefaultSectionSize(height)
        self.verticalHeader().setMinimumWidth(self.fontMetrics().horizontalAdvance("000000") + 8)

    def _fit_columns(self) -> None:
        one = self.fontMetrics().horizontalAdvance("0")
        for place, column in enumerate(self.records.columns):
            label = self.fontMetrics().horizontalAdvance(column.label(self.records.frame.lang)) + 30
            self.setColumnWidth(place, max(label, (column.width + 2) * one))

    def hide_columns(self, names: Sequence[str]) -> None:
        """Shows every column but these."""
        for place, column in enumerate(self.records.columns):
            self.setColumnHidden(place, column.name in names)
            self.frozen.setColumnHidden(place, column.name in names or place >= self.records.spec.frozen)
        self.frozen.place()

    def _moved(self, section: int, before: int, after: int) -> None:
        """Columns change places among those that scroll; the frozen ones stay first."""
        head = self.horizontalHeader()
        frozen = self.records.spec.frozen
        if any(head.visualIndex(number) != number for number in range(frozen)):
            head.blockSignals(True)
            head.moveSection(after, before)
            head.blockSignals(False)
            self.viewport().update()
        self.frozen.place()
        self._keeping.start()

    def _columns_key(self) -> str:
        return f"columns.{self.records.spec.cls.table.name}"

    def _keep_columns(self) -> None:
        """Remembers order and widths on this computer."""
        head = self.horizontalHeader()
        order = [self.records.columns[head.logicalIndex(place)].name for place in range(head.count())]
        widths = {column.name: self.columnWidth(place) for place, column in enumerate(self.records.columns) if not self.isColumnHidden(place)}
        self.records.frame.settings.put(self._columns_key(), {"order": order, "widths": widths})

    def _restore_columns(self) -> None:
        kept = self.records.frame.settings.get(self._columns_key(), {})
        if not isinstance(kept, dict):
            return
        names = [column.name for column in self.records.columns]
        for place, name in enumerate(names):
            width = kept.get("widths", {}).get(name)
            if isinstance(width, int) and width > 8:
                self.setColumnWidth(place, width)
        order = [name for name in kept.get("order", []) if name in names]
        if sorted(order) == sorted(names) and order[: self.records.spec.frozen] == names[: self.records.spec.frozen]:
            head = self.horizontalHeader()
            for place, name in enumerate(order):
                head.moveSection(head.visualIndex(names.index(name)), place)
        self.frozen.place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.frozen.place()

    def _sort(self, section: int) -> None:
        add = bool(QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier)
        self.records.sort_by(self.records.columns[section].name, add=add)

    # -- where the person is ---------------------------------------------------------------------

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        record = self.records.record(previous.row()) if previous.isValid() else None
        if record is not None:
            self.records.forget_refusal(record, self.records.columns[previous.column()].name)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.selected.emit()

    def go_to(self, place: int, column: int) -> None:
        """Puts the cursor on a cell and has it in sight."""
        index = self.records.index(place, column)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
        self.setFocus()

    def chosen(self) -> list[Record]:
        """The records of the selected rows, in the order shown."""
        # By blocks: a whole county that is selected has a hundred thousand cells.
        blocks = self.selectionModel().selection().toList()
        rows = sorted({row for block in blocks for row in range(block.top(), block.bottom() + 1)})
        return [record for row in rows if (record := self.records.record(row)) is not None]

    def sums(self) -> tuple[int, int, int]:
        """Of the selected cells: how many are filled, how many are amounts, and their sum in fen."""
        *_, sums = self.summing()
        return sums

    def summing(self) -> Iterator[tuple[int, int, int]]:
        """The same row by row, so that a large selection need not be summed at once."""
        filled = amounts = total = 0
        yield filled, amounts, total
        desk = self.records.frame.desk
        for block in self.selectionModel().selection().toList():
            places = [place for place in range(block.left(), block.right() + 1) if not self.isColumnHidden(place)]
            columns = [self.records.columns[place] for place in places]
            for row in range(block.top(), block.bottom() + 1):
                record = self.records.record(row)
                if record is None:
                    continue
                memo: Memo = {}
                for column in columns:
                    value = column.value(desk, record, memo)
                    filled += value is not None
                    if isinstance(column.kind, Money) and isinstance(value, int):
                        amounts += 1
                        total += value
                yield filled, amounts, total

    def sum_column(self) -> str | None:
        """The one money column that the selection lies in, if it is one."""
        names = {self.records.columns[index.column()].name for index in self.selectedIndexes()}
        return next(iter(names)) if len(names) == 1 else None

    # -- keys --------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers()
        control = bool(held & Qt.KeyboardModifier.ControlModifier)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.state() != QAbstractItemView.State.EditingState:
            if control:
                self.fill_selection()
            elif held & Qt.KeyboardModifier.ShiftModifier:
                self._step(-1)
            elif held & Qt.KeyboardModifier.AltModifier:
                self._open()
            else:
                self._step(1)
            return
        if key == Qt.Key.Key_Delete and not control:
            self.clear_cells()
            return
        if control and key == Qt.Key.Key_D:
            self.fill_down()
            return
        if control and key == Qt.Key.Key_C:
            self.copy()
            return
        if control and key == Qt.Key.Key_X:
            self.copy()
            self.clear_cells()
            return
        if control and key == Qt.Key.Key_V:
            self.paste()
            return
        super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """What an input method commits at once (a mark, a word from its list) begins an edit, as a key does."""
        begins = event.commitString() and not event.preeditString() and self.state() != QAbstractItemView.State.EditingState
        if begins and self.currentIndex().flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(self.currentIndex())
            editor = self.viewport().findChild(QLineEdit)
            if editor is not None:
                editor.setText(event.commitString())
                event.accept()
                return
        super().inputMethodEvent(event)

    def closeEditor(self, editor: QWidget, hint: object) -> None:
        super().closeEditor(editor, hint)  # type: ignore[arg-type]
        # Enter ends the edit and goes down, as in a spreadsheet.
        if hint == self.itemDelegate().EndEditHint.SubmitModelCache:
            self._step(1)

    def _step(self, rows: int) -> None:
        present = self.currentIndex()
        target = self.records.index(min(max(0, present.row() + rows), self.records.rowCount() - 1), max(0, present.column()))
        self.selectionModel().setCurrentIndex(target, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _double(self, index: QModelIndex) -> None:
        """A double click edits; on what cannot be edited, such as a unit's name beside its code, it opens the unit's page."""
        if not index.flags() & Qt.ItemFlag.ItemIsEditable:
            record = self.records.record(index.row())
            if record is not None:
                self.opened.emit(record)

    def _open(self) -> None:
        record = self.records.record(self.currentIndex().row())
        if record is not None:
            self.opened.emit(record)

    # -- blocks ------------------------------------------------------------------------------------

    def _block(self) -> tuple[int, int, int, int] | None:
        """The rectangle around the selection: top, left, bottom, right."""
        cells = self.selectedIndexes() or ([self.currentIndex()] if self.currentIndex().isValid() else [])
        if not cells:
            return None
        rows, columns = [cell.row() for cell in cells], [cell.column() for cell in cells]
        return min(rows), min(columns), max(rows), max(columns)

    def _columns(self, left: int, right: int) -> list[int]:
        """The columns between two as the person sees them, hidden ones left out."""
        head = self.horizontalHeader()
        ends = sorted((head.visualIndex(left), head.visualIndex(right)))
        return [n for v in range(ends[0], ends[1] + 1) if not self.isColumnHidden(n := head.logicalIndex(v))]

    def copy(self) -> None:
        """Puts the selected block on the clipboard for any spreadsheet; amounts in 元 without separators."""
        block = self._block()
        if block is None:
            return
        top, left, bottom, right = block
        desk = self.records.frame.desk
        rows: list[list[str]] = []
        for place in range(top, bottom + 1):
            record = self.records.record(place)
            if record is None:
                continue
            cells = []
            for number in self._columns(left, right):
                column = self.records.columns[number]
                value = column.value(desk, record)
                is_amount = isinstance(column.kind, Money) and isinstance(value, int)
                cells.append(plain_value(value) if is_amount else self.records.columns[number].text(desk, record, self.records.frame.lang, wan=False))
            rows.append(cells)
        QGuiApplication.clipboard().setText(clipboard.written(rows))

    def paste(self) -> None:
        """Takes a block from the clipboard: one cell fills the selection, a block begins at its upper left."""
        block = self._block()
        if block is None or not self.records.can_edit:
            return
        given = clipboard.read(QGuiApplication.clipboard().text())
        top, left, bottom, right = block
        if len(given) == 1 and len(given[0]) == 1:
            cells = [(place, number, given[0][0]) for place in range(top, bottom + 1) for number in self._columns(left, right)]
            self._take(cells, "paste", lost=0)
            return
        head = self.horizontalHeader()
        columns = self._columns(left, head.logicalIndex(head.count() - 1))
        cells, lost = [], 0
        for down, row in enumerate(given):
            for across, text in enumerate(row):
                if across < len(columns) and self.records.record(top + down) is not None:
                    cells.append((top + down, columns[across], text))
                else:
                    lost += bool(text)
        if lost and top + len(given) > len(self.records.rows) and self._add_pasted(given, top, columns):
            return
        self._take(cells, "paste", lost=lost)

    def _add_pasted(self, given: Sequence[Sequence[str]], top: int, columns: Sequence[int]) -> bool:
        """Rows pasted onto the blank row at the end become new rows of the book, one after the other."""
        if self.records.record(top) is not None:
            return False
        frame = self.records.frame
        cls = self.records.spec.cls
        added = 0
        for row in given:
            values: dict[str, object] = {}
            for across, text in enumerate(row[: len(columns)]):
                column = self.records.columns[columns[across]]
                if column.field is not None and text.strip():
                    values[column.name] = text
            if cls.table.year == "year":
                values.setdefault("year", frame.desk.year)
            if values and frame.attempt(lambda given=values: frame.desk.add(cls, given)) is None:  # type: ignore[misc]
                break
            added += 1
        return added > 0

    def _take(self, cells: Sequence[tuple[int, int, str]], name: str, *, lost: int) -> None:
        """Puts many cells in one step: the good ones, after a look at what cannot be taken."""
        frame = self.records.frame
        good: list[tuple[Record, str, object]] = []
        reasons: list[str] = []
        for place, number, text in cells:
            record, column = self.records.record(place), self.records.columns[number]
            if record is None or column.field is None:
                continue
            try:
                editing.parsed(type(record), column.name, text)
            except Refused as refused:
                reasons.append(self.tr("第 {row} 行：{reason}").format(row=place + 1, reason=refused.text(frame.lang)))
            else:
                good.append((record, column.name, text))
        if (reasons or lost) and not self._agreed(len(good), reasons, lost):
            return
        if good:
            frame.attempt(lambda: frame.desk.edit_many(good, name))

    def _agreed(self, good: int, reasons: Sequence[str], lost: int) -> bool:
        """Says what can be taken and what not, and asks whether to take the good part."""
        details = list(reasons[:_SHOWN_REASONS])
        if len(reasons) > _SHOWN_REASONS:
            details.append(self.tr("……还有 {count} 处").format(count=len(reasons) - _SHOWN_REASONS))
        if lost:
            details.append(self.tr("有 {count} 格在表格以外，放不下").format(count=lost))
        question = self.tr("可以放入 {good} 格，有 {bad} 格放不进去。放入可以的部分吗？").format(good=good, bad=len(reasons) + lost)
        return ask.yes(self, question, "\n".join(details), accept=self.tr("放入可以的部分"))

    def fill_down(self) -> None:
        """Ctrl+D: each column of the selection takes the value of its first row."""
        block = self._block()
        if block is None:
            return
        top, left, bottom, right = block
        if bottom == top and top > 0:
            top -= 1
        source = self.records.record(top)
        if source is None:
            return
        cells = [(place, number, self._typed(source, number)) for place in range(top + 1, bottom + 1) for number in self._columns(left, right)]
        self._take(cells, "fill", lost=0)

    def fill_selection(self) -> None:
        """Ctrl+Enter: every selected cell takes the value of the current one."""
        present = self.currentIndex()
        source = self.records.record(present.row())
        if source is None:
            return
        text = self._typed(source, present.column())
        cells = [(cell.row(), cell.column(), text) for cell in self.selectedIndexes() if cell.column() == present.column()]
        self._take(cells, "fill", lost=0)

    def _typed(self, record: Record, number: int) -> str:
        """A cell's value as a person would type it."""
        return self.records.columns[number].text(self.records.frame.desk, record, "zh", wan=False).replace(",", "") if self.records.columns[number].right_aligned else self.records.columns[number].text(self.records.frame.desk, record, "zh", wan=False)

    def clear_cells(self) -> None:
        """Empties the selected cells; what must not be blank is named and left."""
        cells = [(cell.row(), cell.column(), "") for cell in self.selectedIndexes()]
        self._take(cells, "clear", lost=0)

    def new_row(self) -> None:
        """Goes to the blank row at the end, where a new record is typed."""
        if self.records.can_edit:
            number = next(n for n, c in enumerate(self.records.columns) if c.field is not None and c.name != "year")
            self.go_to(len(self.records.rows), number)

    def remove_rows(self) -> None:
        """Removes the selected rows, after naming what depends on them."""
        records = self.chosen()
        if not records or not self.records.can_edit:
            return
        frame = self.records.frame
        dependents = frame.desk.dependents(records)
        counts: dict[str, int] = {}
        for row in dependents:
            label = row.table.text(frame.lang)
            counts[label] = counts.get(label, 0) + 1
        details = "\n".join(self.tr("{table}中有 {count} 行用到它们，这些行会留下").format(table=t, count=c) for t, c in counts.items())
        question = self.tr("删除选中的 {count} 行吗？可以撤销。").format(count=len(records))
        if ask.yes(self, question, details, accept=self.tr("删除"), danger=bool(dependents)):
            frame.attempt(lambda: frame.desk.remove(records))


class _Frozen(QTableView):
    """The first columns once more, above the grid, so that they stay when it is scrolled."""

    def __init__(self, grid: Grid, count: int) -> None:
        super().__init__(grid)
        self._grid = grid
        self._count = count
        self.setModel(grid.model())
        self.setSelectionModel(grid.selectionModel())
        # One of its own: a delegate that serves two views commits to both.
        self.setItemDelegate(CellDelegate(grid.records, self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        for column in range(grid.model().columnCount()):
            self.setColumnHidden(column, column >= count)
        grid.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        self.verticalScrollBar().valueChanged.connect(grid.verticalScrollBar().setValue)
        grid.horizontalHeader().sectionResized.connect(self._follow)
        grid.horizontalHeader().geometriesChanged.connect(self.place)
        self.horizontalHeader().sectionClicked.connect(grid._sort)
        self.setAccessibleName(grid.accessibleName())
        self.place()

    def _follow(self, section: int, _: int, width: int) -> None:
        self.setColumnWidth(section, width)
        self.place()

    def place(self) -> None:
        """Lies exactly over the grid's own first columns."""
        grid = self._grid
        self.verticalHeader().setDefaultSectionSize(grid.verticalHeader().defaultSectionSize())
        width = 0
        for column in range(self._count):
            self.setColumnWidth(column, grid.columnWidth(column))
            width += 0 if grid.isColumnHidden(column) else grid.columnWidth(column)
        x = grid.verticalHeader().width() + grid.frameWidth()
        self.horizontalHeader().setFixedHeight(max(1, grid.horizontalHeader().height()))
        height = grid.viewport().height() + grid.horizontalHeader().height()
        self.setGeometry(x, grid.frameWidth(), width, height)
        self.show()
        self.raise_()
