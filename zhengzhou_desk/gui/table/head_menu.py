"""The menu of a column: sorting, what it is filtered by, its values to tick, and its place and width."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QToolButton,
    QVBoxLayout,
)

from zhengzhou_desk.common.messages import counted
from zhengzhou_desk.common.override import override
from zhengzhou_desk.gui.table import value_list
from zhengzhou_desk.gui.widgets.counting import said
from zhengzhou_desk.gui.widgets.search_field import search_field

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from zhengzhou_desk.gui.table.grid import Grid

_CHECKED, _OPEN, _SOME = Qt.CheckState.Checked, Qt.CheckState.Unchecked, Qt.CheckState.PartiallyChecked
_HEIGHT = 220


class HeadMenu(QFrame):
    """Opened under a column's head; it goes when the person clicks elsewhere."""

    def __init__(self, grid: Grid, number: int, clear: Callable[[], None]) -> None:
        """`clear` takes away whatever this column is filtered by."""
        super().__init__(grid, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._grid, self._number, self._clear = grid, number, clear
        self._column = grid.records.columns[number]
        self.setAccessibleName(self._column.label(grid.records.window.lang))
        self._values = grid.records.listed_values(self._column.name)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(4)
        column.addLayout(self._made_buttons())
        self.search = search_field(self.tr("在列表中查找，可用拼音首字母"), self.tr("在列表中查找"), self._look_for)
        self.everything = QCheckBox()
        self.everything.setTristate(True)
        self.everything.clicked.connect(self._tick_all)
        self.list = QListWidget()
        self.list.setObjectName("ticked")
        self.list.setSpacing(1)
        self.list.setAccessibleName(self.tr("本列的内容"))
        self.list.setMinimumSize(260, _HEIGHT)
        self.list.setUniformItemSizes(True)
        self._fill()
        # After the ticks are there: each of them would be heard.
        self.list.itemChanged.connect(lambda _: self._renew())
        self.list.itemActivated.connect(lambda _: self._take())
        if self._values is None:
            note = QLabel(
                said(counted("不同的内容超过 {count} 种，不列出。请用上方的筛选行输入条件。"), count=value_list.MOST)
            )
            note.setWordWrap(True)
            note.setObjectName("quiet")
            note.setMaximumWidth(300)
            column.addWidget(note)
        else:
            for widget in (self.search, self.everything, self.list):
                column.addWidget(widget)
        column.addLayout(self._made_foot())
        self._renew()

    def _made_buttons(self) -> QGridLayout:
        grid, number, name = self._grid, self._number, self._column.name
        sort = grid.records.sort_to
        stays = grid.horizontalHeader().visualIndex(number) + 1 == grid.frozen.count
        freeze = (
            (self.tr("取消冻结"), lambda: grid.freeze_to(-1))
            if stays
            else (self.tr("冻结到这一列"), lambda: grid.freeze_to(number))
        )
        self.clear = self._button(self.tr("清除本列筛选"), self._clear)
        self.clear.setEnabled(grid.records.is_filtered(name))
        laid = QGridLayout()
        laid.setSpacing(2)
        for place, button in enumerate(
            (
                self._button(self.tr("升序"), lambda: sort(name, falling=False)),
                self._button(self.tr("降序"), lambda: sort(name, falling=True)),
                self._button(*freeze),
                self._button(self.tr("隐藏这一列"), lambda: grid.hide_column(number)),
                self._button(self.tr("最适合的列宽"), lambda: grid.fit_column(number)),
                self.clear,
            )
        ):
            laid.addWidget(button, place // 2, place % 2)
        return laid

    def _button(self, text: str, run: Callable[[], object]) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setSizePolicy(self.sizePolicy().Policy.Expanding, self.sizePolicy().Policy.Fixed)

        def done() -> None:
            self.close()
            run()

        button.clicked.connect(done)
        return button

    def _made_foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        self.ok = QPushButton(self.tr("确定"))
        self.ok.setVisible(self._values is not None)
        self.ok.clicked.connect(self._take)
        leave = QPushButton(self.tr("取消"))
        leave.clicked.connect(self.close)
        row.addWidget(self.ok)
        row.addWidget(leave)
        return row

    def pop_up(self) -> None:
        """Shows it under the head, within the screen."""
        head = self._grid.horizontalHeader()
        self.adjustSize()
        at = head.mapToGlobal(QPoint(max(0, head.sectionViewportPosition(self._number)), head.height()))
        room = self._grid.screen().availableGeometry()
        x = max(room.left(), min(at.x(), room.right() - self.width()))
        self.move(x, max(room.top(), min(at.y(), room.bottom() - self.height())))
        self.show()
        (self.search if self._values is not None else self.clear).setFocus()

    # -- values ------------------------------------------------------------------------------------

    def _fill(self) -> None:
        chosen = self._grid.records.chosen_values.get(self._column.name)
        blank = self.tr("(空白)")
        for value in self._values or ():
            item = QListWidgetItem(f"{value.text or blank}　{value.rows:,d}")
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable)
            item.setCheckState(_CHECKED if chosen is None or value.key in chosen else _OPEN)
            self.list.addItem(item)

    def _items(self) -> list[QListWidgetItem]:
        """The lines that the search leaves."""
        return [item for place in range(self.list.count()) if not (item := self.list.item(place)).isHidden()]

    def _look_for(self, typed: str) -> None:
        for place, found in enumerate(value_list.found_in(self._values or (), typed)):
            self.list.item(place).setHidden(not found)
        self._renew()

    def _tick_all(self) -> None:
        """All that are seen, or none of them where all were ticked."""
        items = self._items()
        state = _OPEN if all(item.checkState() == _CHECKED for item in items) else _CHECKED
        self.list.blockSignals(True)  # noqa: FBT003 - Qt's own
        for item in items:
            item.setCheckState(state)
        self.list.blockSignals(False)  # noqa: FBT003
        self._renew()

    def _renew(self) -> None:
        items = self._items()
        ticked = sum(item.checkState() == _CHECKED for item in items)
        self.everything.setCheckState(_CHECKED if ticked == len(items) else _SOME if ticked else _OPEN)
        self.everything.setText(said(counted("全选（{ticked}/{count} 种）"), count=len(items), ticked=ticked))
        self.ok.setEnabled(bool(ticked))

    def _take(self) -> None:
        """Shows the rows with what is ticked among what is seen; where that is everything, the filter goes."""
        if self._values is None or not self.ok.isEnabled():
            return
        chosen = [
            value.key
            for place, value in enumerate(self._values)
            if not self.list.item(place).isHidden() and self.list.item(place).checkState() == _CHECKED
        ]
        records, name = self._grid.records, self._column.name
        self.close()
        records.choose_values(name, None if len(chosen) == len(self._values) else chosen)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
            return
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        if event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self.list.setFocus()
            self.list.setCurrentRow(max(0, self.list.currentRow()))
            return
        super().keyPressEvent(event)
