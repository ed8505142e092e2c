"""The one tab of record tables, which are made when first shown; a switch where it has several."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from zhengzhou_desk.common.messages import translated
from zhengzhou_desk.common.override import override

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtGui import QShowEvent

    from zhengzhou_desk.gui.table.table_page import TablePage
    from zhengzhou_desk.gui.table.tables import TabSpec
    from zhengzhou_desk.gui.window_api import WindowApi
    from zhengzhou_desk.records import Record
    from zhengzhou_desk.services.desk import BookChanged


class RecordTab(QWidget):
    """A page of the window over one table or a few, which are made when they are first asked for.

    A window that has just been opened shows one tab: the tables of the others would cost more than that one.
    """

    selected = Signal()
    # A table of the tab has been made.
    made = Signal(object)

    def __init__(self, window: WindowApi, spec: TabSpec) -> None:
        super().__init__()
        self._window, self._spec = window, spec
        self.name = spec.name
        self.title = translated(spec.title, window.lang)
        self._tables: list[TablePage] = []
        self._stack = QStackedWidget()
        self._switch: QWidget | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack)

    @property
    def tables(self) -> list[TablePage]:
        """All tables of the tab."""
        if not self._tables:
            self._make()
        return self._tables

    def _make(self) -> None:
        from zhengzhou_desk.gui.table.table_page import (
            TablePage,  # the grid and all that belongs to it: not needed to start
        )

        self._tables = [TablePage(self._window, table) for table in self._spec.tables]
        for table in self._tables:
            self._stack.addWidget(table)
            table.grid.selected.connect(self.selected)
            self.made.emit(table)
        self._switch = self._made_switch(self._window) if len(self._tables) > 1 else None
        self._stack.currentChanged.connect(self._turned)
        self._place_switch()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        if not self._tables:
            self._make()
        super().showEvent(event)

    def _made_switch(self, window: WindowApi) -> QWidget:
        """Between the tables; it stands in the filter row of the one that is shown, and takes no row of its own."""
        switch = QWidget()
        row = QHBoxLayout(switch)
        row.setContentsMargins(0, 0, 4, 0)
        row.setSpacing(2)
        self._buttons = QButtonGroup(self)
        for place, table in enumerate(self.tables):
            button = QToolButton()
            button.setText(translated(table.spec.title, window.lang))
            button.setCheckable(True)
            button.setChecked(place == 0)
            self._buttons.addButton(button, place)
            row.addWidget(button)
        self._buttons.idClicked.connect(self._stack.setCurrentIndex)
        return switch

    def _place_switch(self) -> None:
        if self._switch is not None:
            self.table.bar.insertWidget(0, self._switch)

    def _turned(self) -> None:
        self._place_switch()
        self.selected.emit()

    def let_go(self) -> None:
        """The book is closed: its rows go now, and not when the collector would have to look through the next book."""
        for table in self._tables:
            table.records.let_go()

    def show_table(self, place: int) -> None:
        """Shows one of the tables."""
        self._stack.setCurrentIndex(place)
        if len(self.tables) > 1:
            self._buttons.button(place).setChecked(True)

    @property
    def table(self) -> TablePage:
        """The table that is shown."""
        if not self._tables:
            self._make()
        return cast("TablePage", self._stack.currentWidget())

    def on_book_changed(self, news: BookChanged) -> None:
        """Hands what has changed on to its tables."""
        for table in self._tables:
            table.records.on_book_changed(news)

    def show_record(self, record: Record, column: str | None) -> bool:
        """Goes to a record's cell in the table of its class; False where the tab has none."""
        for place, table in enumerate(self.tables):
            if isinstance(record, table.spec.cls):
                self.show_table(place)
                return table.go_to(record, column)
        return False

    def show_units(self, codes: Collection[str], title: str) -> None:
        """Shows only these units in the first of the tables, with a way back."""
        self.show_table(0)
        self.table.show_only(title, units=codes)

    def show_rows(self, table: str, rows: Collection[int], title: str, column: str | None = None) -> None:
        """Shows only these rows of one of the tables, a column of theirs selected."""
        for place, page in enumerate(self.tables):
            if page.spec.cls.table.name == table:
                self.show_table(place)
                page.show_only(title, rows=rows)
                if column is not None:
                    page.grid.select_column(column)
