"""The main window: tabs over one desk, findings below, everything else made from the list of actions."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDockWidget, QMainWindow, QTabWidget, QVBoxLayout, QWidget

from zhengzhou_desk.errors import Refused
from zhengzhou_desk.gui import opening, shell_actions
from zhengzhou_desk.gui.findings_panel import FindingsPanel
from zhengzhou_desk.gui.going import Going
from zhengzhou_desk.gui.menus import Menus
from zhengzhou_desk.gui.message_bar import MessageBar
from zhengzhou_desk.gui.overview import OverviewPage
from zhengzhou_desk.gui.record_tab import RecordTab
from zhengzhou_desk.gui.status import Status
from zhengzhou_desk.gui.summary_page import SummaryPage
from zhengzhou_desk.gui.tabs import TABS
from zhengzhou_desk.gui.welcome import Welcome
from zhengzhou_desk.gui.work import Job
from zhengzhou_desk.language import said

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent

    from zhengzhou_desk.desk import Desk, News
    from zhengzhou_desk.gui.frame import Frame, Page
    from zhengzhou_desk.gui.opening import Start
    from zhengzhou_desk.language import Sayable
    from zhengzhou_desk.settings import Settings

T = TypeVar("T")


class MainWindow(Going, QMainWindow):
    """The frame of everything shown (see gui/frame.py). It listens to the desk once and passes the news on."""

    def __init__(self, start: Start) -> None:
        super().__init__()
        self.start = start
        self._desk: Desk | None = None
        self.pages: list[Page] = []
        self._deaf: Callable[[], None] = lambda: None
        self.setObjectName("main")
        self.setAcceptDrops(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.bar = MessageBar()
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.currentChanged.connect(lambda _: self._selected())
        self._body = QVBoxLayout()
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(0)
        self._body.addWidget(self.bar)
        self._body.addWidget(self.tabs, 1)
        self._welcome: Welcome | None = None
        middle = QWidget()
        middle.setLayout(self._body)
        self.setCentralWidget(middle)
        self.dock = QDockWidget(self.tr("审核结果"))
        self.dock.setObjectName("findings")
        self.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, self.dock)
        self.panel: FindingsPanel | None = None
        self.years = QComboBox()
        self.years.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.years.setAccessibleName(self.tr("年度"))
        self.years.activated.connect(self._choose_year)
        self.menus = Menus(self, self.years, self.dock)
        self.status = Status(self.statusBar())
        self.resize(1280, 760)
        self.resizeDocks([self.dock], [230], Qt.Orientation.Vertical)
        opening.restore_look(self)
        self.welcome()

    # -- the frame -------------------------------------------------------------------------------

    @property
    def desk(self) -> Desk:
        assert self._desk is not None
        return self._desk

    @property
    def _frame(self) -> Frame:
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

    def attempt(self, job: Callable[[], T]) -> T | None:
        try:
            answer = job()
        except Refused as refused:
            self.tell(refused)
            return None
        # A refusal is over once something has been done.
        self.bar.hide()
        return answer

    def work(
        self, title: str, job: Callable[[Callable[[int, int], None], Callable[[], bool]], T], done: Callable[[T], None]
    ) -> None:
        def guarded(progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> tuple[T | None, Refused | None]:
            try:
                return job(progress, cancelled), None
            except Refused as refused:
                return None, refused

        def finish(answer: tuple[T | None, Refused | None]) -> None:
            if answer[1] is not None:
                self.tell(answer[1])
            else:
                done(cast("T", answer[0]))

        Job(self, title, self.tr("取消"), guarded, finish).start()

    def tell(self, sentence: Sayable | str, action: str | None = None, run: Callable[[], None] | None = None) -> None:
        self.bar.say(str(said(sentence, self.lang)), action, run)

    def open_book(self, path: Path, *, writable: bool = True) -> None:
        opening.open_book(self, path, writable=writable)

    def dress(self) -> None:
        opening.dress(self)

    # -- book and welcome page ---------------------------------------------------------------------

    def take(self, desk: Desk) -> None:
        """Shows a book in place of whatever was shown."""
        self.put_away()
        self._desk = desk
        self._deaf = desk.listen(self._hear)
        self.pages = [cast("Page", OverviewPage(self))]
        self.pages += [cast("Page", RecordTab(self, spec)) for spec in TABS]
        self.pages.append(cast("Page", SummaryPage(self)))
        for page in self.pages:
            self.tabs.addTab(cast("QWidget", page), page.title)
            if isinstance(page, RecordTab):
                page.selected.connect(self._selected)
                self.menus.context(page)
            if isinstance(page, SummaryPage):
                page.export.clicked.connect(lambda: shell_actions.summary(self))
        self.panel = FindingsPanel(self)
        self.dock.setWidget(self.panel)
        self._show_welcome(None)
        self._renew_shell()
        opening.show_years(self)
        opening.warm_up(desk)

    def put_away(self) -> None:
        """Closes the book that is open, if one is."""
        self._deaf()
        self._deaf = lambda: None
        while self.tabs.count():
            page = self.tabs.widget(0)
            self.tabs.removeTab(0)
            if page is not None:
                page.deleteLater()
        self.pages = []
        self.panel = None
        if self._desk is not None:
            self._desk.close()
            self._desk = None

    def welcome(self, trouble: str = "", path: Path | None = None) -> None:
        """Shows what can be done without a book, and why one was not opened."""
        self.put_away()
        page = Welcome(self.settings.recent(), trouble, path)
        page.chosen.connect(lambda key: opening.chosen(self, key))
        page.book.connect(self.open_book)
        page.read_only.connect(lambda book: self.open_book(book, writable=False))
        self._show_welcome(page)
        opening.show_years(self)
        self._renew_shell()

    def _show_welcome(self, page: Welcome | None) -> None:
        if self._welcome is not None:
            self._body.removeWidget(self._welcome)
            self._welcome.hide()
            self._welcome.deleteLater()
        self._welcome = page
        if page is not None:
            self._body.addWidget(page, 1)
        self.tabs.setVisible(page is None)
        self.dock.setVisible(page is None)

    # -- news --------------------------------------------------------------------------------------

    def _hear(self, news: News) -> None:
        if news.renewed or any(change.before is None or change.after is None for change in news.changes):
            opening.show_years(self)
        for page in self.pages:
            page.hear(news)
        if self.panel is not None:
            self.panel.hear(news)
        self._renew_shell()

    def _renew_shell(self) -> None:
        """Title, counts and what is enabled."""
        self.setWindowTitle(opening.title(self))
        self.status.show_desk(self._desk, self.panel.model.counts if self.panel is not None else {}, self.lang)
        self.menus.renew()

    def _choose_year(self, place: int) -> None:
        self.desk.choose_year(self.years.itemData(place))

    def _selected(self) -> None:
        page = self.tabs.currentWidget()
        self.status.show_selection(page.table.grid.sums() if isinstance(page, RecordTab) else None)
        self.menus.renew()

    # -- files dropped, closing -------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for url in event.mimeData().urls()[:1]:
            opening.dropped(self, Path(url.toLocalFile()))

    def closeEvent(self, event: QCloseEvent) -> None:
        opening.keep_look(self)
        self.put_away()
        super().closeEvent(event)

