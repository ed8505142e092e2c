"""The main window: tabs over one desk, findings below, everything else made from the list of actions."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow, QStatusBar, QTabWidget, QVBoxLayout, QWidget

from zhengzhou_desk.common.override import override
from zhengzhou_desk.gui import greeting
from zhengzhou_desk.gui.actions import file
from zhengzhou_desk.gui.appearance import Appearance
from zhengzhou_desk.gui.book_view import BookView
from zhengzhou_desk.gui.feedback import Feedback
from zhengzhou_desk.gui.findings.dock import FindingsDock
from zhengzhou_desk.gui.menus import Menus
from zhengzhou_desk.gui.mode import mode, title
from zhengzhou_desk.gui.navigation import Navigation
from zhengzhou_desk.gui.preferences import PANEL
from zhengzhou_desk.gui.scope import Scope
from zhengzhou_desk.gui.session import Session
from zhengzhou_desk.gui.sides import Sides
from zhengzhou_desk.gui.start_pages import StartPages
from zhengzhou_desk.gui.system import auto_backup, jobs
from zhengzhou_desk.gui.system.midnight import Midnight
from zhengzhou_desk.gui.table.selection_sum import SelectionSum
from zhengzhou_desk.gui.table.tab import RecordTab
from zhengzhou_desk.gui.widgets import theme
from zhengzhou_desk.gui.widgets.message_bar import BACKUP, REFUSAL, MessageBar, ModeStrip
from zhengzhou_desk.gui.widgets.status_bar import StatusBar
from zhengzhou_desk.gui.widgets.year_box import YearBox
from zhengzhou_desk.records import BookYear

if TYPE_CHECKING:
    import datetime

    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent

    from zhengzhou_desk.common.errors import Refused
    from zhengzhou_desk.common.settings import Settings
    from zhengzhou_desk.gui.findings.panel import FindingsPanel
    from zhengzhou_desk.gui.window_api import Page, Start
    from zhengzhou_desk.services.desk import BookChanged, Desk

# How long what has been called off is given to end when the window closes.
_PATIENCE_SECONDS = 3.0


class MainWindow(QMainWindow):
    """Everything shown; its parts see it as gui/window_api.py says, where its methods are explained."""

    def __init__(self, start: Start, opening: Path | None = None) -> None:
        super().__init__()
        self.session = Session(start, self)
        self.setObjectName("main")
        self.setAcceptDrops(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.feedback, self.navigation = feedback, navigation = Feedback(self), Navigation(self)
        self.attempt, self.work, self.change, self.change_law, self.tell = (
            feedback.attempt, feedback.work, feedback.change, feedback.change_law, feedback.tell,
        )  # fmt: skip
        self.undo, self.redo = feedback.undo, feedback.redo
        self.judge_as_of, self.choose_year = feedback.judge_as_of, feedback.choose_year
        self.show_tab, self.show_record, self.show_finding, self.step_finding = (
            navigation.show_tab, navigation.show_record, navigation.show_finding, navigation.step_finding,
        )  # fmt: skip
        self.show_unit, self.show_units, self.show_rows, self.move_part = (
            navigation.show_unit, navigation.show_units, navigation.show_rows, navigation.move_part,
        )  # fmt: skip
        self.scope = Scope(self)
        self.appearance = Appearance(self, self.session, self._rebuild)
        # The status bar is made anew with the look, so it is asked for each time.
        self.summing = SelectionSum(self, lambda sums: self.status.show_selection(sums))  # noqa: PLW0108
        self._build()
        self.appearance.restore_place()
        self._midnight = Midnight(self, start.clock)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self.appearance.follow_system)
        self.session.opened.connect(self._show_book)
        self.session.closing.connect(self._clear)
        self.session.failed.connect(self.show_open_failed)
        self.session.copied.connect(lambda: self.bar.over(BACKUP))
        self.session.copied.connect(self.show_backup)
        self.session.copy_failed.connect(lambda reason: greeting.copy_failed(self, reason))
        self.session.altered.connect(self.renew_shell)
        self.session.gone_on.connect(lambda others: greeting.gone_on(self, others))
        self.start_pages.show_opening(opening) if opening else self.start_pages.show_welcome()

    def _build(self) -> None:
        """Everything around the pages."""
        self.strip = ModeStrip()
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.currentChanged.connect(lambda _: self._selected())
        middle = QWidget()
        body = QVBoxLayout(middle)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(self.strip)
        body.addWidget(self.tabs, 1)
        self.setCentralWidget(middle)
        self.bar = MessageBar(middle)
        self.start_pages: StartPages = StartPages(self, body, self._show_tabs)
        self.dock = FindingsDock(self, self.settings)
        self.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, self.dock)
        self.dock.toggleViewAction().toggled.connect(self._keep_panel)
        self.sides = Sides(self, self)
        self.years = YearBox()
        self.years.activated.connect(lambda place: self._choose_year(self.years.itemData(place)))
        self._docks = docks = (self.sides.tree_dock, self.dock, self.sides.inspector_dock)
        self.menus = Menus(self, self, self.tabs, self.years, docks)
        self.take, self.step_text = self.menus.take, self.menus.step_text
        self.view = BookView(self, self.tabs, self.dock, self.menus, self.sides)
        self.setStatusBar(QStatusBar())
        self.status: StatusBar = StatusBar(self.statusBar(), self.dock.show)

    def _rebuild(self) -> None:
        """Look or language have changed: all is made anew around the same desk, at the same tab."""
        place, state = self.tabs.currentIndex(), self.saveState()
        self._clear()
        self.menus.away()
        for dock in self._docks:
            self.removeDockWidget(dock)
            dock.deleteLater()
        self._build()
        self.restoreState(state)
        if self.has_book:
            self._show_pages(self.desk)
            self.tabs.setCurrentIndex(place)
        else:
            self.start_pages.show_welcome()

    # -- the book -----------------------------------------------------------------------------

    def _show_book(self, desk: Desk) -> None:
        self._show_pages(desk)
        greeting.greet(self)

    def _show_pages(self, desk: Desk) -> None:
        """Shows a book in place of whatever was shown."""
        self.view.show(desk, self._on_book_changed, self._selected)
        self.start_pages.hide()
        self.renew_shell()
        self.years.show_years(desk)
        self.show_backup()

    def _clear(self) -> None:
        self.summing.begin(None)
        self.view.clear()

    def _show_tabs(self, *, visible: bool) -> None:
        """The tabs and the findings, or a start page in their place."""
        self.tabs.setVisible(visible)
        self.dock.setVisible(visible and self.settings.get(PANEL, True))
        self.sides.show(visible=visible)
        if not visible:
            self.bar.hide()
            self.years.show_years(None)
            self.renew_shell()

    # -- what has changed -----------------------------------------------------------------------

    def _on_book_changed(self, news: BookChanged) -> None:
        if news.renewed or any(
            change.before is None or change.after is None or isinstance(change.row, BookYear) for change in news.changes
        ):
            self.years.show_years(self.desk)
        if news.changes:
            self.bar.over(REFUSAL)
        self.renew_shell()

    def renew_shell(self) -> None:
        """Title, counts, whether things can be changed, and what is enabled."""
        self.setWindowTitle(title(self))
        desk = self.desk if self.has_book else None
        self.status.show_desk(desk, self.panel.model.all_counts if self.panel is not None else {}, self.lang)
        self.strip.put(*mode(self))
        theme.set_quiet(self.tabs, quiet=desk is not None and not desk.can_edit)
        self.menus.renew()

    def show_backup(self) -> None:
        self.status.show_backup(*auto_backup.age(self.desk.path, self.settings, self.start.clock()))

    def _keep_panel(self, shown: bool) -> None:  # noqa: FBT001 - a slot of toggled
        """Whether the findings are open is remembered, but not that they are away while no book is open."""
        if self.panel is not None:
            self.settings.put(PANEL, shown)

    def _choose_year(self, year: int) -> None:
        """Looks at another year; until it is there, or where it is refused, the box says the year that is shown."""
        self.choose_year(year)
        self.years.show_years(self.desk)

    def _selected(self) -> None:
        page = self.tabs.currentWidget() if self.has_book else None
        self.summing.begin(page.table.grid if isinstance(page, RecordTab) else None)
        rows = page.table if isinstance(page, RecordTab) else None
        self.sides.follow(rows.current if rows is not None else None, has_rows=rows is not None)
        self.menus.renew()

    # -- as its parts see it ----------------------------------------------------------------------

    @property
    def pages(self) -> list[Page]:
        return self.view.pages

    @property
    def panel(self) -> FindingsPanel | None:
        return self.view.panel

    @property
    def desk(self) -> Desk:
        return self.session.desk

    @property
    def has_book(self) -> bool:
        return self.session.has_book

    @property
    def start(self) -> Start:
        return self.session.start

    @property
    def settings(self) -> Settings:
        return self.start.settings

    @property
    def lang(self) -> str:
        return self.start.lang

    @property
    def widget(self) -> QWidget:
        return self

    @property
    def page(self) -> Page:
        return cast("Page", self.tabs.currentWidget())

    def is_open(self, path: Path) -> bool:
        return self.session.is_open(path)

    def open_book(self, path: Path, *, writable: bool = True, on: datetime.date | None = None) -> None:
        self.session.open(path, writable=writable, on=on)

    def welcome(self) -> None:
        self.session.close()
        self.start_pages.show_welcome()

    def show_open_failed(self, path: Path, refused: Refused) -> None:
        self.start_pages.show_failed(path, refused)

    def apply_look(self) -> None:
        self.appearance.apply()

    # -- files dropped, closing -------------------------------------------------------------------

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        path = Path(event.mimeData().urls()[0].toLocalFile())
        # The program that is dragged from waits until this returns.
        QTimer.singleShot(0, self, lambda: file.dropped(self, path))

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self.feedback.is_busy:
            self.tell(self.tr("还有事情没有做完，请等它结束或先取消"))
            event.ignore()
            return
        jobs.wait_for_all(_PATIENCE_SECONDS)
        self.appearance.keep_place()
        self.session.close()
        super().closeEvent(event)
