"""One table of a tab: filter row, grid, find bar, how many rows are shown."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from zhengzhou_desk.common.messages import counted, translated
from zhengzhou_desk.common.override import override
from zhengzhou_desk.gui.system import ask
from zhengzhou_desk.gui.table import filters
from zhengzhou_desk.gui.table.filter_row import FilterRow
from zhengzhou_desk.gui.table.find_bar import FindBar
from zhengzhou_desk.gui.table.grid import Grid
from zhengzhou_desk.gui.table.head_menu import HeadMenu
from zhengzhou_desk.gui.table.model import RecordModel
from zhengzhou_desk.gui.widgets import icons
from zhengzhou_desk.gui.widgets.counting import said
from zhengzhou_desk.gui.widgets.search_field import search_field
from zhengzhou_desk.policy.parameters import ERROR, UNKNOWN, WARNING
from zhengzhou_desk.services import personal as personal_data

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtGui import QShowEvent

    from zhengzhou_desk.gui.table.tables import TableSpec
    from zhengzhou_desk.gui.window_api import WindowApi
    from zhengzhou_desk.records import Record

# How wide the filter is, in characters: less where its row is full.
_NARROW, _WIDE = 9, 18
# Of what is shown alone, so many characters are told.
_LONGEST_TITLE = 12


class TablePage(QWidget):
    """One table with its filter row and its line of counts."""

    def __init__(self, window: WindowApi, spec: TableSpec) -> None:
        super().__init__()
        self._window = window
        self.spec = spec
        self.records = RecordModel(window, spec)
        self.grid = Grid(self.records)
        self.grid.opened.connect(self._open)
        self.grid.head_asked.connect(lambda number: self.head_menu(number).pop_up())
        self.records.counted.connect(self._count)
        self._quick = search_field(
            self.tr("筛选：名称、编码或拼音首字母"), self.tr("快速筛选"), self.records.show_quick
        )
        one = self.fontMetrics().horizontalAdvance("国")
        self._quick.setMinimumWidth(one * _NARROW)
        self._quick.setMaximumWidth(one * _WIDE)
        self._levels: dict[str, QToolButton] = {}
        self._saved = QToolButton()
        self.row = FilterRow(self.grid)
        self.row.hide()
        self.finder = FindBar(self.grid)
        self._scope = QPushButton()
        self._scope.setIcon(icons.icon("close"))
        self._scope.setAccessibleName(self.tr("显示全部单位"))
        self._scope.setToolTip(self.tr("显示全部单位"))
        self._scope.clicked.connect(lambda _=False: window.scope.lift())
        # What the tree has chosen before the table was made is followed when it is shown.
        self._scope_stale = window.scope.codes is not None
        window.scope.changed.connect(self._follow_scope)
        self._only = QPushButton()
        self._only.setIcon(icons.icon("close"))
        self._only.setAccessibleName(self.tr("显示全部"))
        self._only.hide()
        self._scope.hide()
        self._only.clicked.connect(lambda _=False: self._put_only("", None, None))
        self._counts = QLabel()
        self._counts.setObjectName("quiet")
        self._empty = QLabel(translated(spec.empty, window.lang))
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setObjectName("quiet")
        self._empty.setWordWrap(True)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self._escape)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.bar = self._made_bar()
        column.addLayout(self.bar)
        column.addWidget(self._empty)
        column.addWidget(self.finder)
        column.addWidget(self.row)
        column.addWidget(self.grid, 1)
        self._count()

    def _made_bar(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(8, 4, 8, 4)
        row.addWidget(self._quick)
        for severity, label in ((ERROR, self.tr("有错误")), (UNKNOWN, self.tr("待查")), (WARNING, self.tr("有警告"))):
            button = QToolButton()
            button.setText(label)
            button.setIcon(icons.of_severity(severity))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setCheckable(True)
            button.toggled.connect(lambda on, level=severity: self._severity(level, on=on))
            self._levels[severity] = button
            row.addWidget(button)
        toggle = QToolButton()
        toggle.setText(self.tr("筛选行"))
        toggle.setIcon(icons.icon("filter"))
        toggle.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        toggle.setCheckable(True)
        toggle.toggled.connect(self._show_row)
        self._toggle = toggle
        row.addWidget(toggle)
        self._saved.setText(self.tr("已存筛选"))
        self._saved.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self._saved)
        menu.aboutToShow.connect(partial(self._fill_saved, menu))
        self._saved.setMenu(menu)
        row.addWidget(self._saved)
        row.addWidget(self._scope)
        row.addWidget(self._only)
        row.addStretch(1)
        row.addWidget(self._counts)
        return row

    @property
    def current(self) -> Record | None:
        """The record of the row that the cursor is in."""
        return self.records.record(self.grid.currentIndex().row())

    # -- filters -----------------------------------------------------------------------------------

    def _show_row(self, on: bool) -> None:  # noqa: FBT001 - a slot of toggled
        self.row.setVisible(on)
        if not on:
            self.row.put({})
        self.row.place()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._scope_stale:
            self._follow_scope()

    def _follow_scope(self) -> None:
        """Shows what the tree of departments has chosen; a table that is not seen waits until it is."""
        scope = self._window.scope
        self._scope.setText(scope.title.replace("&", "&&"))
        self._scope.setVisible(scope.codes is not None)
        self._scope_stale = not self.isVisible()
        if not self._scope_stale:
            self.records.rearrange()

    def _severity(self, severity: str, *, on: bool) -> None:
        chosen = set(self.records.severities)
        (chosen.add if on else chosen.discard)(severity)
        self.records.show_severities(chosen)

    def _fill_saved(self, menu: QMenu) -> None:
        menu.clear()
        former: QMenu
        for former in menu.findChildren(QMenu):  # clear() leaves the submenu to its parent
            former.deleteLater()
        menu.addAction(self.tr("保存当前筛选…"), self._save)
        kept = self._kept()
        if kept:
            menu.addSeparator()
        for name in kept:
            menu.addAction(name, partial(self._take, name))
        if kept:
            menu.addSeparator()
            forget = menu.addMenu(self.tr("删除"))
            for name in kept:
                forget.addAction(name, partial(self._forget, name))

    def _key(self) -> str:
        return f"filters.{self.spec.cls.table.name}"

    def _kept(self) -> dict[str, dict[str, object]]:
        nothing: dict[str, object] = {}
        return {
            name: state
            for name, state in self._window.settings.get(self._key(), nothing).items()
            if isinstance(state, dict)
        }

    def _save(self) -> None:
        name = ask.text(self, self.tr("保存筛选"), self.tr("名称："))
        if name:
            typed, quick = self.row.conditions(), self._quick.text()
            # What is kept on this computer holds nobody's name or telephone.
            personal = {column.name for column in self.spec.cls.table.columns if column.personal}
            kept = {
                column: said for column, said in typed.items() if column not in personal or filters.asks_blank(said)
            }
            kept_quick = "" if personal_data.is_held(self._window.desk.tables, quick) else quick
            state = {
                "quick": kept_quick, "department": self._window.scope.department,
                "severities": sorted(self.records.severities), "conditions": kept,
                "values": {
                    column: sorted(chosen)
                    for column, chosen in self.records.chosen_values.items()
                    if column not in personal
                },
            }  # fmt: skip
            self._window.settings.put(self._key(), {**self._kept(), name.strip(): state})
            if kept != typed or kept_quick != quick or personal & self.records.chosen_values.keys():
                self._window.tell(self.tr("已保存筛选。其中的联系人、电话、地址是个人信息，没有保存。"))

    def _take(self, name: str) -> None:
        """Filters as was kept under a name."""
        state = self._kept().get(name, {})
        conditions = state.get("conditions")
        wanted = conditions if isinstance(conditions, dict) else {}
        self._toggle.setChecked(bool(wanted))
        self.row.put({str(key): str(value) for key, value in wanted.items()})
        values = state.get("values")
        names = {column.name for column in self.records.columns}
        self.records.put_values(
            {
                name: list(map(str, chosen))
                for name, chosen in values.items()
                if name in names and isinstance(chosen, list)
            }
            if isinstance(values, dict)
            else {}
        )
        self._quick.setText(str(state.get("quick") or ""))
        department = state.get("department")
        if isinstance(department, str):
            self._window.scope.choose_department(self._window.desk, department)
        else:
            self._window.scope.lift()
        levels = state.get("severities")
        for severity, button in self._levels.items():
            button.setChecked(severity in levels if isinstance(levels, list) else False)

    def _forget(self, name: str) -> None:
        kept = self._kept()
        kept.pop(name, None)
        self._window.settings.put(self._key(), kept)

    def _escape(self) -> None:
        """Esc gives up what was cut, else closes the bar that finds, else shows every row; the table has the keys."""
        if self.grid.forget_cut():
            self._window.tell(self.tr("已取消剪切，内容留在原处"))
            return
        if self.finder.isVisible():
            self.finder.leave()
            return
        self.lift_filters()
        self.grid.setFocus()

    def lift_filters(self) -> None:
        """Shows every row again."""
        self._quick.clear()
        self._toggle.setChecked(False)
        self.records.put_values({})
        self._window.scope.lift()
        for button in self._levels.values():
            button.setChecked(False)
        self._put_only("", None, None)

    def head_menu(self, number: int) -> HeadMenu:
        """The menu of a column, not shown yet."""
        return HeadMenu(self.grid, number, partial(self.clear_column, self.records.columns[number].name))

    def clear_column(self, name: str) -> None:
        """Shows every row again that this column's filters hide."""
        self.records.choose_values(name, None)
        self.row.put({column: typed for column, typed in self.row.conditions().items() if column != name})

    def look_for(self) -> None:
        """Puts the cursor into the filter."""
        self._quick.setFocus()
        self._quick.selectAll()

    def show_only(
        self, title: str, *, units: Collection[str] | None = None, rows: Collection[int] | None = None
    ) -> None:
        """Shows only these units, or these rows: exactly them, whatever filter was on; says so with a way back."""
        self.lift_filters()
        self._put_only(title, units, rows)

    def _put_only(self, title: str, units: Collection[str] | None, rows: Collection[int] | None) -> None:
        self.records.show_only(units, rows)
        # A long name must not push the panels at the sides together.
        room = self.fontMetrics().horizontalAdvance("国") * _LONGEST_TITLE
        self._only.setText(self.fontMetrics().elidedText(title, Qt.TextElideMode.ElideMiddle, room))
        self._only.setToolTip(f"{title}\n{self.tr('显示全部')}" if title else self.tr("显示全部"))
        self._only.setVisible(units is not None or rows is not None)

    def go_to(self, record: Record, column: str | None) -> bool:
        """Puts the cursor on a record's cell; a filter that hides it is lifted."""
        place = self.records.place_of(record)
        if place is None:
            self.lift_filters()
            place = self.records.place_of(record)
        if place is None:
            return False
        names = [each.name for each in self.records.columns]
        self.grid.go_to(place, names.index(column) if column in names else 0)
        return True

    def _open(self, record: Record) -> None:
        if record.unit_of is not None:
            self._window.show_unit(record.unit_of)

    def _count(self) -> None:
        shown, total = len(self.records.rows), self.records.total
        self._counts.setText(
            said(counted("共 {count} 行"), count=total)
            if shown == total
            else said(counted("显示 {shown} 行，共 {count} 行"), count=total, shown=shown)
        )
        self._empty.setVisible(not total)
