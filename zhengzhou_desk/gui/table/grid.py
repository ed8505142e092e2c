"""The grid: a table that takes keys, copies and pastes as a spreadsheet does; the first columns stay in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFont,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLineEdit, QTableView

from zhengzhou_desk.common.messages import counted, message, translated
from zhengzhou_desk.common.override import override
from zhengzhou_desk.gui.preferences import COMPACT, DENSITY, NORMAL, ROOMY, ZOOM
from zhengzhou_desk.gui.system import ask
from zhengzhou_desk.gui.table import cutting, filling, pasting, personal
from zhengzhou_desk.gui.table.columns import plain_value
from zhengzhou_desk.gui.table.delegates import PADDING, SIGN_ROOM, CellDelegate
from zhengzhou_desk.gui.table.fill_handle import FillHandle
from zhengzhou_desk.gui.table.frozen import FrozenColumns
from zhengzhou_desk.gui.table.head import Head
from zhengzhou_desk.gui.table.pasting import Cell, CellCheck
from zhengzhou_desk.gui.table.selection import selection_of
from zhengzhou_desk.gui.widgets import clipboard
from zhengzhou_desk.gui.widgets.counting import said
from zhengzhou_desk.records.kinds import Money
from zhengzhou_desk.services import editing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtWidgets import QWidget

    from zhengzhou_desk.gui.table.columns import GridColumn, Memo
    from zhengzhou_desk.gui.table.model import RecordModel
    from zhengzhou_desk.records import Record
    from zhengzhou_desk.services.desk import Desk

    Index = QModelIndex | QPersistentModelIndex

_KEEP_MS = 600
# How small and large tables can be shown, in percent.
_SMALLEST, _LARGEST = 70, 200
# What a row has beside its type, in pixels.
ROOM = {COMPACT: 3, NORMAL: 7, ROOMY: 13}
# Widths that a person can have made; others are of a file gone wrong.
_NARROWEST, _WIDEST = 8, 4_000
# To fit a column's width: how many rows are looked at from the first and from what is seen, how many texts are
# measured, and how wide it becomes at most.
_MEASURED, _SEEN, _LONGEST, _WIDEST_FIT = 2_000, 200, 12, 900


class Grid(QTableView):
    """One table of records. Every change goes through the model to the desk, a block of cells as one step."""

    selected = Signal()
    opened = Signal(object)
    # The menu of a column is wanted.
    head_asked = Signal(int)

    def __init__(self, model: RecordModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.records = model
        self._font, self._percent = QFont(self.font()), 100
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
        self.setAccessibleName(translated(model.spec.title, model.window.lang))
        head = Head(model, self)
        self.setHorizontalHeader(head)
        head.setSectionsMovable(True)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.sectionClicked.connect(self.sort_by)
        # After Qt's own answer, which measures what its own delegate would draw.
        head.sectionHandleDoubleClicked.connect(self.fit_column)
        head.asked.connect(self.head_asked)
        model.headerDataChanged.connect(self._widen_heads)
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.fit_rows()
        self._fit_columns()
        self.frozen = FrozenColumns(self, model)
        self.frozen.head.asked.connect(self.head_asked)
        self.frozen.head.sectionClicked.connect(self.sort_by)
        self.frozen.head.sectionHandleDoubleClicked.connect(self.fit_column)
        self.frozen.freeze(self._kept_frozen())
        self.hide_columns(model.window.settings.texts(self._key("hidden"), model.spec.away))
        self.doubleClicked.connect(self._double)
        self.frozen.doubleClicked.connect(self._double)
        self._restore_columns()
        self.handle = FillHandle(self, self)
        self._cut: cutting.CutCells | None = None
        self._keeping = QTimer(self)
        self._keeping.setSingleShot(True)
        self._keeping.setInterval(_KEEP_MS)
        self._keeping.timeout.connect(self._keep_columns)
        head.sectionMoved.connect(self._moved)
        head.sectionResized.connect(lambda *_: self._keeping.start())

    # -- sizes -----------------------------------------------------------------------------------

    def fit_rows(self) -> None:
        """Rows as high as the type needs, and as the person wants them."""
        density = self.records.window.settings.get(DENSITY, NORMAL)
        height = self.fontMetrics().height() + ROOM.get(density, ROOM[NORMAL])
        self.verticalHeader().setDefaultSectionSize(height)
        self.verticalHeader().setMinimumWidth(self.fontMetrics().horizontalAdvance("000000") + 8)

    def zoom(self, steps: int) -> None:
        """Shows all tables larger or smaller; remembered on this computer."""
        settings = self.records.window.settings
        percent = min(_LARGEST, max(_SMALLEST, settings.get(ZOOM, 100) + 10 * steps))
        settings.put(ZOOM, percent)
        self.apply_zoom()

    def apply_zoom(self) -> None:
        """Takes the size that a person has chosen, in whichever table that was."""
        percent = min(_LARGEST, max(_SMALLEST, self.records.window.settings.get(ZOOM, 100)))
        if percent == self._percent:
            return
        shown = [place for place in range(len(self.records.columns)) if not self.isColumnHidden(place)]
        widths = {place: self.columnWidth(place) * percent // self._percent for place in shown}
        self._percent = percent
        font = QFont(self._font)
        font.setPointSizeF(self._font.pointSizeF() * percent / 100)
        for view in (self, self.frozen):
            view.setFont(font)
            view.horizontalHeader().setFont(font)
        self.verticalHeader().setFont(font)
        self.fit_rows()
        for place, width in widths.items():
            self.setColumnWidth(place, width)
        self.frozen.place()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.apply_zoom()

    def _fit_columns(self) -> None:
        one = self.fontMetrics().horizontalAdvance("0")
        for place, column in enumerate(self.records.columns):
            label = self.fontMetrics().horizontalAdvance(column.label(self.records.window.lang)) + 30
            self.setColumnWidth(place, max(label, (column.width + 2) * one))

    def hide_columns(self, names: Sequence[str]) -> None:
        """Shows every column but these."""
        for place, column in enumerate(self.records.columns):
            self.setColumnHidden(place, column.name in names)
        self.frozen.arrange()

    def keep_hidden(self, names: Sequence[str]) -> None:
        """The same, remembered on this computer."""
        self.records.window.settings.put(self._key("hidden"), list(names))
        self.hide_columns(names)

    def hide_column(self, number: int) -> None:
        """Hides one column more; the last one stays."""
        shown = self.seen_columns()
        if shown != [number]:
            self.keep_hidden([c.name for n, c in enumerate(self.records.columns) if n not in shown or n == number])

    def freeze_to(self, number: int) -> None:
        """Keeps a column and all to its left in sight; remembered on this computer. -1 keeps none."""
        count = self.horizontalHeader().visualIndex(number) + 1 if number >= 0 else 0
        self.records.window.settings.put(self._key("frozen"), count)
        self.frozen.freeze(count)
        self.horizontalHeader().geometriesChanged.emit()

    def _kept_frozen(self) -> int:
        count = self.records.window.settings.get(self._key("frozen"), self.records.spec.frozen)
        return count if 0 <= count < len(self.records.columns) else self.records.spec.frozen

    def fit_column(self, number: int) -> None:
        """Makes a column as wide as its heading and cells; of a long table its beginning and what is seen count."""
        records, metrics = self.records, self.fontMetrics()
        seen = max(0, self.rowAt(0))
        rows = [*records.rows[:_MEASURED], *records.rows[seen : seen + _SEEN]]
        marked = any(column.name in records.marks(row) for row in rows for column in (records.columns[number],))
        # The widest are among those with the most characters, a Chinese one counting for two.
        texts = sorted({records.text(row, number) for row in rows}, key=lambda text: len(text.encode("gb18030")))
        widest = max((metrics.horizontalAdvance(text.partition("\n")[0]) for text in texts[-_LONGEST:]), default=0)
        width = widest + 2 * PADDING + 2 + (SIGN_ROOM if marked else 0)
        head = self.horizontalHeader().fontMetrics().horizontalAdvance(self._heading(number)) + 30
        self.setColumnWidth(number, min(_WIDEST_FIT, max(head, width)))

    def _widen_heads(self) -> None:
        """A heading that says its unit is seen whole."""
        for number in self.seen_columns() if self.records.wan else ():
            needed = self.horizontalHeader().fontMetrics().horizontalAdvance(self._heading(number)) + 2 * PADDING + 2
            if self.columnWidth(number) < needed:
                self.setColumnWidth(number, needed)

    def _heading(self, number: int) -> str:
        return str(self.records.headerData(number, Qt.Orientation.Horizontal))

    def _moved(self, _section: int, before: int, after: int) -> None:
        """Columns change places among those that scroll; the frozen ones stay first."""
        head = self.horizontalHeader()
        if min(before, after) < self.frozen.count:
            with QSignalBlocker(head):
                head.moveSection(after, before)
            self.viewport().update()
        self.frozen.place()
        self._keeping.start()

    def _key(self, what: str) -> str:
        return f"{what}.{self.records.spec.cls.table.name}"

    def _keep_columns(self) -> None:
        """Remembers order and widths on this computer."""
        head = self.horizontalHeader()
        order = [self.records.columns[head.logicalIndex(place)].name for place in range(head.count())]
        widths = {
            column.name: self.columnWidth(place) * 100 // self._percent
            for place, column in enumerate(self.records.columns)
            if not self.isColumnHidden(place)
        }
        self.records.window.settings.put(self._key("columns"), {"order": order, "widths": widths})

    def _restore_columns(self) -> None:
        nothing: dict[str, object] = {}
        kept = self.records.window.settings.get(self._key("columns"), nothing)
        widths, places = kept.get("widths"), kept.get("order")
        names = [column.name for column in self.records.columns]
        for place, name in enumerate(names):
            width = widths.get(name) if isinstance(widths, dict) else None
            if isinstance(width, int) and _NARROWEST < width < _WIDEST:
                self.setColumnWidth(place, width)
        order = [name for name in places if name in names] if isinstance(places, list) else []
        if sorted(order) == sorted(names):
            head = self.horizontalHeader()
            for place, name in enumerate(order):
                head.moveSection(head.visualIndex(names.index(name)), place)
        self.frozen.arrange()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.frozen.place()
        self.handle.place_later()

    def sort_by(self, section: int) -> None:
        """Sorts by a column; with Shift held, after those it is sorted by already."""
        add = bool(QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier)
        self.records.sort_by(self.records.columns[section].name, add=add)

    # -- where the person is ---------------------------------------------------------------------

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        record = self.records.record(previous.row()) if previous.isValid() else None
        if record is not None:
            self.records.forget_refusal(record, self.records.columns[previous.column()].name)

    @override
    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.selected.emit()

    def go_to(self, place: int, column: int, *, focus: bool = True) -> None:
        """Puts the cursor on a cell and has it in sight; the keys go there too, unless they are wanted elsewhere."""
        index = self.records.index(place, column)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
        if focus:
            self.setFocus()

    def select_column(self, name: str) -> None:
        """Selects all rows of a column, so that the status bar sums them; nothing where it is hidden."""
        names = [each.name for each in self.records.columns]
        if name in names and self.records.record(0) is not None and not self.isColumnHidden(names.index(name)):
            self.go_to(0, names.index(name))
            self.selectColumn(names.index(name))

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
        desk = self.records.window.desk
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

    # -- keys --------------------------------------------------------------------------------------

    @override
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
        if key == Qt.Key.Key_Down and held & Qt.KeyboardModifier.AltModifier:
            self.ask_head()
            return
        if key == Qt.Key.Key_Delete and not control:
            self.clear_cells()
            return
        if control and key == Qt.Key.Key_D:
            self.fill_down()
            return
        if control and key == Qt.Key.Key_R:
            self.fill_right()
            return
        if control and key == Qt.Key.Key_C:
            self.copy()
            return
        if control and key == Qt.Key.Key_X:
            self.cut()
            return
        if control and key == Qt.Key.Key_V:
            self.paste()
            return
        super().keyPressEvent(event)

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """What an input method commits at once (a mark, a word from its list) begins an edit, as a key does."""
        begins = (
            event.commitString() and not event.preeditString() and self.state() != QAbstractItemView.State.EditingState
        )
        if begins and self.currentIndex().flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(self.currentIndex())
            editor = self.viewport().findChild(QLineEdit)
            if editor is not None:
                editor.setText(event.commitString())
                event.accept()
                return
        super().inputMethodEvent(event)

    @override
    def closeEditor(self, editor: QWidget, hint: object) -> None:
        super().closeEditor(editor, hint)  # type: ignore[arg-type]
        # Enter ends the edit and goes down, as in a spreadsheet.
        if hint == self.itemDelegate().EndEditHint.SubmitModelCache:
            self._step(1)

    def ask_head(self) -> None:
        """Alt+Down: the menu of the column that the cursor is in."""
        self.head_asked.emit(max(0, self.currentIndex().column()))

    def _step(self, rows: int) -> None:
        present = self.currentIndex()
        target = self.records.index(
            min(max(0, present.row() + rows), self.records.rowCount() - 1), max(0, present.column())
        )
        self.selectionModel().setCurrentIndex(target, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _double(self, index: QModelIndex) -> None:
        """A double click edits; on what cannot be edited, such as a unit's name, it opens the unit's page."""
        if not index.flags() & Qt.ItemFlag.ItemIsEditable:
            record = self.records.record(index.row())
            if record is not None:
                self.opened.emit(record)

    def _open(self) -> None:
        record = self.records.record(self.currentIndex().row())
        if record is not None:
            self.opened.emit(record)

    # -- blocks ------------------------------------------------------------------------------------

    def seen_columns(self) -> list[int]:
        """The columns as the person sees them, hidden ones left out."""
        head = self.horizontalHeader()
        return [n for v in range(head.count()) if not self.isColumnHidden(n := head.logicalIndex(v))]

    def copy(self) -> bool:
        """Puts the chosen cells on the clipboard for any spreadsheet, amounts as shown but without separators.

        Gives False where the clipboard cannot take them.
        """
        marked = selection_of(self)
        if marked is None:
            return False
        records, desk = self.records, self.records.window.desk
        spans = marked.shared
        if spans is None:
            records.window.tell(self.tr("选中的几处行数不一样，不能一起复制。请每列选同样的行，或分几次复制"))
            return False
        rows: list[list[str]] = []
        for row in (row for first, last in spans for row in range(first, last + 1)):
            record = records.record(row)
            if record is not None:
                rows.append([self._copied(desk, record, records.columns[number]) for number in marked.columns])
        clipboard.put(rows, wan=records.wan)
        return True

    def _copied(self, desk: Desk, record: Record, column: GridColumn) -> str:
        value = column.value(desk, record)
        if isinstance(column.kind, Money) and isinstance(value, int):
            return plain_value(value, wan=self.records.wan)
        return column.text(desk, record, self.records.window.lang, wan=False)

    def cut(self) -> None:
        """Copies; what is pasted then moves. What is masked is shown first, since its mask alone would move."""
        marked, records = selection_of(self), self.records
        masks = marked is not None and any(records.is_masked(row, column) for row, column in marked.cells())
        if masks and not personal.shown_first(records.window, self):
            return
        if self.copy() and marked is not None and records.can_edit:
            self._cut = cutting.cut_cells(records, marked)
            records.window.tell(message(counted("已剪切 {count} 格，粘贴时移过去"), count=len(self._cut.cells)))

    def forget_cut(self) -> bool:
        """What was cut stays where it is; False where nothing was."""
        had, self._cut = self._cut is not None, None
        return had

    def paste(self) -> None:
        """Takes in what is on the clipboard: one value for all chosen cells, or a block; what was cut moves."""
        marked = selection_of(self)
        if marked is None:
            return
        if not self.records.can_edit:
            self._take("paste", [], 0)
            return
        cut = self._cut if self._cut is not None and cutting.is_on_clipboard(self._cut) else None
        if cut is None:
            self._cut = None
            pasting.paste(self, marked)
            return
        emptied = self.records.window.attempt(lambda: cutting.blanks(self.records, cut))
        if emptied is None:
            return
        pasting.paste(self, marked, emptied)
        if self.records.window.desk.store.head != cut.head:
            self._cut = None

    def _take(self, name: str, cells: Iterable[Cell], size: int) -> None:
        pasting.write_checked(self, CellCheck(self.records, name, cells, size=size))

    def fill(self, cells: Sequence[Cell]) -> None:
        """Takes in what marked cells are drawn out to, as one step."""
        self._take("fill", cells, len(cells))

    def fill_down(self) -> None:
        """Ctrl+D: in each column the first chosen cell is what the others take.

        A single one takes what stands above it.
        """
        marked = selection_of(self)
        if marked is not None:
            self._take("fill", filling.down(self.records, marked), marked.count)

    def fill_right(self) -> None:
        """Ctrl+R: in each row the first chosen cell is what the others take; single ones take what is to their left."""
        marked = selection_of(self)
        if marked is not None:
            self._take("fill", filling.right(self.records, marked, self.seen_columns()), marked.count)

    def fill_selection(self) -> None:
        """Ctrl+Enter: every chosen cell takes the value of the current one."""
        present, marked = self.currentIndex(), selection_of(self)
        if self.records.record(present.row()) is None or marked is None:
            return
        text, last = filling.typed_text(self.records, present.row(), present.column()), len(self.records.rows)
        self._take("fill", (Cell(row, column, text) for row, column in marked.cells() if row < last), marked.count)

    def clear_cells(self) -> None:
        """Empties the chosen cells; what must not be blank is named and left."""
        marked, last = selection_of(self), len(self.records.rows)
        if marked is not None:
            self._take("clear", (Cell(row, column, "") for row, column in marked.cells() if row < last), marked.count)

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
        window = self.records.window
        dependents = editing.dependents(window.desk.tables, records)
        counts: dict[str, int] = {}
        for row in dependents:
            label = row.table.text(window.lang)
            counts[label] = counts.get(label, 0) + 1
        details = "\n".join(
            said(counted("{table}中有 {count} 行用到它们，这些行会留下"), count=c, table=t) for t, c in counts.items()
        )
        question = said(counted("删除选中的 {count} 行吗？可以撤销。"), count=len(records))
        if ask.yes(self, question, details, accept=self.tr("删除"), danger=bool(dependents)):
            window.attempt(lambda: editing.remove(window.desk, records))
