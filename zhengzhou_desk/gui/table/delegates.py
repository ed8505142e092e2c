"""Cell editors: choices, days and codes of units, each as quick to type as to choose."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QDate, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCalendarWidget,
    QComboBox,
    QCompleter,
    QLineEdit,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QWidgetAction,
)

from zhengzhou_desk.common import pinyin
from zhengzhou_desk.common.override import override
from zhengzhou_desk.gui.table import personal
from zhengzhou_desk.gui.widgets import icons, theme
from zhengzhou_desk.records import Unit
from zhengzhou_desk.records.kinds import Choice, Day, Flag, Kind, Money, Reference

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from zhengzhou_desk.gui.table.model import RecordModel

    Index = QModelIndex | QPersistentModelIndex

_GAP = 8
# What a cell leaves free at both sides, as its heading does; a sign's size, and what is between it and the text.
PADDING = 8
_SIGN, _SIGN_GAP = 16, 4
SIGN_ROOM = _SIGN + _SIGN_GAP
# Worked out once: flags of Qt are objects, and a screen of cells would make two thousand of them.
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_SELECTED, _FOCUSED = QStyle.StateFlag.State_Selected.value, QStyle.StateFlag.State_HasFocus.value


class AmountEdit(QLineEdit):
    """A field for an amount, which says at its end what a number without a unit is taken for."""

    def __init__(self, parent: QWidget, unit: str) -> None:
        super().__init__(parent)
        self.unit = unit
        self.setAlignment(_RIGHT)
        self.setTextMargins(0, 0, self.fontMetrics().horizontalAdvance(unit) + _GAP, 0)
        self.setToolTip(self.tr("没有写明单位的数按{unit}计；也可以写 6.5元、6.5万元").format(unit=unit))
        self.setAccessibleDescription(self.toolTip())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(QColor(theme.colours().quiet))
        place = self.rect().adjusted(0, 0, -_GAP // 2, 0)
        painter.drawText(place, _RIGHT, self.unit)
        painter.end()


class CellDelegate(QStyledItemDelegate):
    """Makes a cell's editor by its kind: a list of choices, a calendar, unit codes to complete, an amount."""

    def __init__(self, model: RecordModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        # Asked for with every cell; the window is made anew when the look changes.
        look = theme.colours()
        self._chosen, self._quiet, self._accent = QColor(look.chosen), QColor(look.quiet), QColor(look.accent)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draws a cell from the model's own texts: a screen has five hundred, and Qt would ask seven times for each."""
        model, number = self._model, index.column()
        record = model.record(index.row())
        severity, quiet = model.look(record, number) if record is not None else (None, False)
        given: Any = option  # PySide's stubs name none of its fields
        box, state, palette, metrics = given.rect, given.state.value, given.palette, given.fontMetrics
        if state & _SELECTED:
            painter.fillRect(box, self._chosen)
        elif severity is not None and (back := theme.back_of_severity(severity)) is not None:
            painter.fillRect(box, back)
        left = box.left() + PADDING
        if severity is not None:
            sign = icons.of_severity(severity)
            sign.paint(painter, left - 2, box.top(), _SIGN, box.height(), Qt.AlignmentFlag.AlignVCenter)
            left += _SIGN + _SIGN_GAP
        text = model.text(record, number) if record is not None else model.draft_text(number)
        if text:
            room = box.right() - PADDING - left + 1
            if metrics.horizontalAdvance(text) > room:
                text = metrics.elidedText(text.partition("\n")[0], Qt.TextElideMode.ElideRight, room)
            painter.setPen(self._quiet if quiet else palette.color(QPalette.ColorRole.Text))
            side = _RIGHT if model.columns[number].right_aligned else _LEFT
            painter.drawText(left, box.top(), room, box.height(), side, text)
        if state & _FOCUSED:
            painter.setPen(self._accent)
            painter.drawRect(box.adjusted(0, 0, -1, -1))

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        if self._model.is_masked(index.row(), index.column()):
            # No editor over a mask: asked once Qt has ended its own turn, since a question runs a loop of its own.
            place = QPersistentModelIndex(index)
            QTimer.singleShot(0, self, lambda: self._edit_shown(place))
            return None  # type: ignore[return-value]  # Qt takes it for: not now
        kind = self._model.columns[index.column()].kind
        if isinstance(kind, Choice | Flag):
            return self._choice(parent, kind)
        editor = AmountEdit(parent, self._unit()) if isinstance(kind, Money) else QLineEdit(parent)
        editor.setFrame(False)
        if isinstance(kind, Reference):
            self._complete(editor)
        elif isinstance(kind, Day):
            self._calendar(editor)
        return editor

    def _edit_shown(self, place: QPersistentModelIndex) -> None:
        """Edits a cell that was masked, once the person has it shown."""
        view = self.parent()
        if (
            isinstance(view, QAbstractItemView)
            and place.isValid()
            and personal.shown_first(self._model.window, view)
            and place.isValid()
        ):
            view.edit(self._model.index(place.row(), place.column()))

    def _unit(self) -> str:
        """The unit of an amount that is typed without one."""
        return self.tr("万元") if self._model.wan else self.tr("元")

    @override
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        text = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(0, editor.findText(text)))
        elif isinstance(editor, QLineEdit):
            editor.setText(text)

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData())
        elif isinstance(editor, QLineEdit):
            text = editor.text()
            if isinstance(self._model.columns[index.column()].kind, Reference):
                text = text.split(" ", 1)[0]
            if text != str(index.data(Qt.ItemDataRole.EditRole) or ""):
                model.setData(index, text)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The calendar of a day takes the focus without ending the edit.
        if event.type() == QEvent.Type.FocusOut and isinstance(watched, QLineEdit) and watched.property("calendar"):
            return False
        return super().eventFilter(watched, event)

    def _choice(self, parent: QWidget, kind: Kind) -> QComboBox:
        box = QComboBox(parent)
        box.addItem("", None)
        lang = self._model.window.lang
        if isinstance(kind, Choice):
            for option in kind.options:
                box.addItem(option.text(lang), option.code)
        else:
            for value in (True, False):
                box.addItem(kind.show(value, lang), "是" if value else "否")
        box.activated.connect(lambda _: self.commitData.emit(box))
        return box

    def _complete(self, editor: QLineEdit) -> None:
        units = [f"{unit.code} {unit.name or ''}" for unit in self._model.window.desk.tables.all(Unit)]
        completer = QCompleter([], editor)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(10)
        editor.setCompleter(completer)

        def offer(typed: str) -> None:
            found = [text for text in units if pinyin.matches(text, typed)][:50] if typed else []
            completer.model().setStringList(found)  # type: ignore[attr-defined]
            if found:
                completer.complete()

        editor.textEdited.connect(offer)

    def _calendar(self, editor: QLineEdit) -> None:
        action = editor.addAction(icons.icon("calendar"), QLineEdit.ActionPosition.TrailingPosition)
        action.setToolTip(self.tr("选择日期"))

        def choose() -> None:
            menu = QMenu(editor)
            calendar = QCalendarWidget(menu)
            given = QDate.fromString(editor.text(), "yyyy-MM-dd")
            if given.isValid():
                calendar.setSelectedDate(given)
            holder = QWidgetAction(menu)
            holder.setDefaultWidget(calendar)
            menu.addAction(holder)

            def take(day: QDate) -> None:
                editor.setText(day.toString("yyyy-MM-dd"))
                menu.close()
                self.commitData.emit(editor)
                self.closeEditor.emit(editor)

            calendar.clicked.connect(take)
            editor.setProperty("calendar", True)  # noqa: FBT003 - a Qt property
            menu.exec(editor.mapToGlobal(editor.rect().bottomLeft()))
            editor.setProperty("calendar", False)  # noqa: FBT003

        action.triggered.connect(choose)
