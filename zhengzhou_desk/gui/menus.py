"""Menus, toolbar and context menus: made from the list of actions, and from nothing else."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QToolBar, QToolButton

from zhengzhou_desk.common.override import override
from zhengzhou_desk.gui.actions import book, edit
from zhengzhou_desk.gui.actions.catalogue import ACTIONS, MENUS
from zhengzhou_desk.gui.widgets import icons
from zhengzhou_desk.gui.widgets.dialog import answer_help

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QComboBox, QDockWidget, QMainWindow, QTableView, QTabWidget

    from zhengzhou_desk.gui.actions.action import Action
    from zhengzhou_desk.gui.table.tab import RecordTab
    from zhengzhou_desk.gui.table.table_page import TablePage
    from zhengzhou_desk.gui.window_api import WindowApi

_TABS = 9
_ROW_EDGE = 10
# Beside the title of a menu.
_TITLE_EDGE = 24
_SIGN = Qt.ToolButtonStyle.ToolButtonIconOnly
# In the toolbar a sign is enough for these.
_KNOWN_BY_SIGN = frozenset({"undo", "redo", "find"})
# The letters that open the menus with Alt.
_KEYS = {"file": "F", "edit": "E", "view": "V", "filing": "I", "papers": "P", "book": "B", "help": "H"}


class Menus(QObject):
    """The window's actions as Qt knows them."""

    def __init__(
        self, main: QMainWindow, window: WindowApi, tabs: QTabWidget, years: QComboBox, docks: Sequence[QDockWidget]
    ) -> None:
        """`main` gets the menus and the toolbar; actions are handed `window`, the same as its parts see it."""
        super().__init__(main)
        self._main = main
        self._window = window
        self._turns: list[QAction] = []
        self._width = 0
        self.made: dict[str, QAction] = {}
        answer_help(partial(book.manual_about, window))
        self._named = {"undo": edit.undo_text, "redo": edit.redo_text}
        bar = main.menuBar()
        menus = {
            key: bar.addMenu(_with_key(QCoreApplication.translate("menu", title), _KEYS[key])) for key, title in MENUS
        }
        self.tools = tools = QToolBar(QCoreApplication.translate("menu", "工具栏"))
        tools.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        tools.setObjectName("tools")
        tools.setMovable(False)
        tools.setIconSize(QSize(18, 18))
        tools.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        for action in ACTIONS:
            made = self._make(action)
            if action.separator:
                menus[action.menu].addSeparator()
            menus[action.menu].addAction(made)
            if action.toolbar:
                if action.separator and tools.actions():
                    tools.addSeparator()
                tools.addAction(made)
        tools.addSeparator()
        self._year = tools.addWidget(years)
        # In the row of the menus: every row that is not the table's is one the clerk does not see. A desktop that takes
        # the menus out of the window would leave no row for it.
        bar.setNativeMenuBar(False)
        self._fit_tools()
        self._recent = QMenu(QCoreApplication.translate("menu", "最近打开"), main)
        self._recent.aboutToShow.connect(self._list_recent)
        menus["file"].insertMenu(self.made["import"], self._recent)
        leave = menus["file"].addAction(QCoreApplication.translate("menu", "退出"))
        leave.setShortcut(QKeySequence("Ctrl+Q"))
        leave.triggered.connect(main.close)
        menus["view"].addSeparator()
        for place, dock in enumerate(docks, 1):
            panel = dock.toggleViewAction()
            panel.setShortcut(QKeySequence(f"Ctrl+Shift+{place}"))
            menus["view"].addAction(panel)
        for place in range(_TABS):
            turn = QAction(main)
            turn.setShortcut(QKeySequence(f"Ctrl+{place + 1}"))
            turn.triggered.connect(partial(tabs.setCurrentIndex, place))
            main.addAction(turn)
            self._turns.append(turn)
        for menu in menus.values():
            menu.aboutToShow.connect(self.renew)
        main.installEventFilter(self)

    def away(self) -> None:
        """The window is about to be made anew."""
        self._main.removeEventFilter(self)
        self.deleteLater()
        self._main.menuBar().clear()
        self._main.menuBar().setCornerWidget(None, Qt.Corner.TopRightCorner)  # type: ignore[arg-type]
        self.tools.setParent(None)
        self.tools.deleteLater()
        for action in (*self.made.values(), *self._turns):
            self._main.removeAction(action)
            action.deleteLater()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._main and event.type() == QEvent.Type.Resize and self._main.width() != self._width:
            self._fit_tools()
        return super().eventFilter(watched, event)

    def _fit_tools(self) -> None:
        """The toolbar's room in the row of the menus is measured anew: Qt does so only when it is put there.

        Where words and menus do not fit beside one another, the toolbar has its signs alone.
        """
        bar = self._main.menuBar()
        for words in (True, False):
            self._say(words=words)
            if self._menus_width() + self.tools.sizeHint().width() <= self._main.width():
                break
        self._width = self._main.width()
        self.tools.setFixedHeight(bar.fontMetrics().height() + 2 * _ROW_EDGE)
        self.tools.setFixedWidth(self.tools.sizeHint().width())
        bar.setCornerWidget(self.tools, Qt.Corner.TopRightCorner)
        self.tools.show()

    def _menus_width(self) -> int:
        bar = self._main.menuBar()
        titles = (action.text().replace("&", "") for action in bar.actions())
        return sum(bar.fontMetrics().horizontalAdvance(title) + _TITLE_EDGE for title in titles)

    def _say(self, *, words: bool) -> None:
        """Shows the toolbar's words, or its signs alone; what is known by its sign never has any."""
        for action in ACTIONS:
            button = self.tools.widgetForAction(self.made[action.key]) if action.toolbar else None
            if isinstance(button, QToolButton):
                with_words = words and action.key not in _KNOWN_BY_SIGN
                style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon if with_words else _SIGN
                button.setToolButtonStyle(style)

    def _list_recent(self) -> None:
        """The books opened last, but for the one that is open."""
        self._recent.clear()
        window = self._window
        present = window.desk.path.resolve() if window.has_book else None
        for path in window.settings.recent():
            if path != present:
                made = self._recent.addAction(f"{path.stem}   {path.parent}".replace("&", "&&"))
                made.triggered.connect(lambda _=False, path=path: window.open_book(path))
        if self._recent.isEmpty():
            self._recent.addAction(QCoreApplication.translate("menu", "没有别的账册")).setEnabled(False)

    def _make(self, action: Action) -> QAction:
        text = QCoreApplication.translate("actions", action.text)
        made = QAction(text, self._main)
        made.setIconText(text.rstrip("….").strip())
        if action.icon:
            made.setIcon(icons.icon(action.icon))
        if action.shortcut:
            made.setShortcut(QKeySequence(action.shortcut))
        if action.tip or action.shortcut:
            keys = f" ({made.shortcut().toString(QKeySequence.SequenceFormat.NativeText)})" if action.shortcut else ""
            made.setToolTip(
                (QCoreApplication.translate("actions", action.tip) if action.tip else made.iconText()) + keys
            )
        made.setCheckable(action.checked is not None)
        made.triggered.connect(lambda _=False, run=action.run: run(self._window))
        self.made[action.key] = made
        return made

    def take(self, key: str) -> None:
        """Takes an action by its key, where it can be taken."""
        self.renew()
        self.made[key].trigger()

    def step_text(self, key: str) -> str | None:
        """What an action is called on a button; None where it cannot be taken now."""
        action = next(action for action in ACTIONS if action.key == key)
        return self.made[key].iconText() if action.enabled(self._window) else None

    def renew(self) -> None:
        """What can be done now, and what undo would undo."""
        self._year.setVisible(self._window.has_book)
        if self.tools.sizeHint().width() != self.tools.width() or self._main.width() != self._width:
            self._fit_tools()
        for action in ACTIONS:
            made = self.made[action.key]
            made.setEnabled(action.enabled(self._window))
            if action.checked is not None:
                made.setChecked(action.checked(self._window))
            if action.key in self._named:
                text = self._named[action.key](self._window)
                made.setToolTip(text)
                # The toolbar keeps its width; the menu says which step.
                made.setText(text)
                made.setIconText(QCoreApplication.translate("actions", action.text))

    def context(self, tab: RecordTab, page: TablePage) -> None:
        """Gives a table of a tab its context menu."""
        # The frozen columns are a view of their own above the grid.
        for view in (page.grid, page.grid.frozen):
            view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            view.customContextMenuRequested.connect(partial(self._pop_up, tab, view))

    def _pop_up(self, tab: RecordTab, view: QTableView, at: QPoint) -> None:
        self.renew()
        menu = QMenu(self._main)
        for action in ACTIONS:
            if action.context and (not action.pages or tab.name in action.pages):
                menu.addAction(self.made[action.key])
        menu.exec(view.viewport().mapToGlobal(at))


def _with_key(title: str, key: str) -> str:
    """文件(&F), or &File where the title has the letter itself."""
    place = title.upper().find(key)
    return f"{title}(&{key})" if place < 0 else f"{title[:place]}&{title[place:]}"
