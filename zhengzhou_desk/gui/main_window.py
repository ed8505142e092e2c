"""The main window: tabs over one desk, findings below, everything else made from the list of actions."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QMainWindow, QStatusBar, QTabWidget, QVBoxLayout, QWidget

from zhengzhou_desk.gui import session
from zhengzhou_desk.gui.feedback import Feedback
from zhengzhou_desk.gui.findings.dock import FindingsDock
from zhengzhou_desk.gui.findings.panel import FindingsPanel
from zhengzhou_desk.gui.menus import Menus
from zhengzhou_desk.gui.navigation import Navigation
from zhengzhou_desk.gui.pages.overview import OverviewPage
from zhengzhou_desk.gui.pages.summary import SummaryPage
from zhengzhou_desk.gui.start_pages import StartPages
from zhengzhou_desk.gui.system import auto_backup
from zhengzhou_desk.gui.system.midnight import Midnight
from zhengzhou_desk.gui.table.selection_sum import SelectionSum
from zhengzhou_desk.gui.table.tab import RecordTab
from zhengzhou_desk.gui.table.tables import TABS
from zhengzhou_desk.gui.widgets import theme
from zhengzhou_desk.gui.widgets.message_bar import REFUSAL, MessageBar, ModeStrip
from zhengzhou_desk.gui.widgets.status_bar import StatusBar
from zhengzhou_desk.records import BookYear

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent

    from zhengzhou_desk.common.settings import Settings
    from zhengzhou_desk.gui.session import Start
    from zhengzhou_desk.gui.system.auto_backup import AutoBackup
    from zhengzhou_desk.gui.window_api import Page
    from zhengzhou_desk.services.desk import BookChanged, Desk


class MainWindow(Navigation, Feedback, StartPages, QMainWindow):
    """The frame of everything shown (see gui/window_api.py). It listens to the desk once and passes the news on."""

    def __init__(self, start: Start) -> None:
        super().__init__()
        self.start = start
        self._desk: Desk | None = None
        self.pages: list[Page] = []
        self.panel: FindingsPanel | None = None
        self.copy: AutoBackup | None = None
        self._unsubscribe: Callable[[], None] = lambda: None
        self.start_page: QWidget | None = None
        self.setObjectName("main")
        self.setAcceptDrops(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.summing = SelectionSum(self, self._show_sums)
        self._build()
        self.resize(1280, 760)
        session.restore_look(self)
        self._night = Midnight(self, start.clock)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow)
        self.welcome()

    def _build(self) -> None:
        """Everything around the pages."""
        self.bar, self.strip = MessageBar(), ModeStrip()
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.currentChanged.connect(lambda _: self._selected())
        middle = QWidget()
        self.body = QVBoxLayout(middle)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        for stretch, part in enumerate((self.bar, self.strip, self.tabs)):
            self.body.addWidget(part, stretch // 2)
        self.setCentralWidget(middle)
        self.dock = FindingsDock(self, self.settings)
        self.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, self.dock)
        self.dock.toggleViewAction().toggled.connect(self._keep_panel)
        self.years = QComboBox()
        self.years.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.years.setAccessibleName(self.tr("年度"))
        self.years.setToolTip(self.tr("看哪一年；“账册”菜单里开启新年度"))
        self.years.activated.connect(self._choose_year)
        self.menus = Menus(self, self.years, self.dock)
        self.setStatusBar(QStatusBar())
        self.status = StatusBar(self.statusBar(), self.dock.show)

    def _keep_panel(self, shown: bool) -> None:
        """Whether the findings are open is remembered, but not that they are away while no book is open."""
        if self.panel is not None:
            self.settings.put(session.PANEL, shown)

    def _show_sums(self, sums: tuple[int, int, int] | None) -> None:
        # The status bar is made anew with the look, so it is asked for each time.
        self.status.show_selection(sums)

    def _follow(self) -> None:
        session.follow_system(self)

    def rebuild(self) -> None:
        """Look or language have changed: all is made anew around the same desk, at the same tab."""
        desk, place, state = self._desk, self.tabs.currentIndex(), self.saveState()
        self._desk = None
        self.put_away()
        self.menus.away()
        self.removeDockWidget(self.dock)
        self.dock.deleteLater()
        self.start_page = None
        self._build()
        self.restoreState(state)
        if desk is None:
            self.welcome()
        else:
            self.take(desk)
            self.tabs.setCurrentIndex(place)

    # -- the frame -------------------------------------------------------------------------------

    @property
    def desk(self) -> Desk:
        assert self._desk is not None
        return self._desk

    @property
    def _window(self) -> MainWindow:
        return self

    @property
    def has_book(self) -> bool:
        return self._desk is not None

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

    def open_book(self, path: Path, *, writable: bool = True) -> None:
        session.open_book(self, path, writable=writable)

    def dress(self) -> None:
        session.dress(self)

    # -- the book -----------------------------------------------------------------------------

    def take(self, desk: Desk) -> None:
        """Shows a book in place of whatever was shown."""
        self.put_away()
        self._desk = desk
        self._unsubscribe = desk.subscribe(self._on_book_changed)
        self.pages = [cast("Page", OverviewPage(self))]
        self.pages += [cast("Page", RecordTab(self, spec)) for spec in TABS]
        self.pages.append(cast("Page", SummaryPage(self)))
        for page in self.pages:
            self.tabs.addTab(cast("QWidget", page), page.title)
            if isinstance(page, RecordTab):
                page.selected.connect(self._selected)
                self.menus.context(page)
        self.panel = FindingsPanel(self)
        self.dock.setWidget(self.panel)
        self.show_start_page(None)
        self.renew_shell()
        session.show_years(self)
        self.show_backup()
        session.warm_up(desk)

    def put_away(self) -> None:
        """Closes the book that is open, if one is."""
        desk, self._desk = self._desk, None
        self._unsubscribe()
        self._unsubscribe = lambda: None
        if self.copy is not None:
            self.copy.forget()
        # Hidden, so that nothing is shown for a moment without its book.
        self.tabs.hide()
        self.summing.begin(None)
        if self.panel is not None:
            self.panel.setParent(None)
            self.panel.deleteLater()
            self.panel = None
        while self.tabs.count():
            page = self.tabs.widget(0)
            self.tabs.removeTab(0)
            if page is not None:
                session.let_go(page)
        self.pages = []
        if desk is not None:
            session.close_book(self, desk)

    # -- news --------------------------------------------------------------------------------------

    def _on_book_changed(self, news: BookChanged) -> None:
        if news.renewed or any(
            change.before is None or change.after is None or isinstance(change.row, BookYear) for change in news.changes
        ):
            session.show_years(self)
        if news.changes:
            self.bar.over(REFUSAL)
        for page in self.pages:
            page.on_book_changed(news)
        if self.panel is not None:
            self.panel.on_book_changed(news)
        self.renew_shell()

    def renew_shell(self) -> None:
        """Title, counts, whether things can be changed, and what is enabled."""
        self.setWindowTitle(session.title(self))
        self.status.show_desk(self._desk, self.panel.model.counts if self.panel is not None else {}, self.lang)
        self.strip.put(*session.mode(self))
        theme.set_quiet(self.tabs, quiet=self.has_book and not self.desk.can_edit)
        self.menus.renew()

    def show_backup(self) -> None:
        """Says in the status bar how old the last copy of the book is."""
        self.status.show_backup(*auto_backup.age(self.desk.path, self.settings, self.start.clock()))

    def _choose_year(self, place: int) -> None:
        session.choose_year(self, self.years.itemData(place))

    def _selected(self) -> None:
        page = self.tabs.currentWidget() if self.has_book else None
        self.summing.begin(page.table.grid if isinstance(page, RecordTab) else None)
        self.menus.renew()

    # -- files dropped, closing -------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = Path(event.mimeData().urls()[0].toLocalFile())
        # The program that is dragged from waits until this returns.
        QTimer.singleShot(0, self, lambda: session.dropped(self, path))

    def closeEvent(self, event: QCloseEvent) -> None:
        if not session.may_close(self):
            event.ignore()
            return
        self.put_away()
        super().closeEvent(event)
