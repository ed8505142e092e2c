"""The dock of the findings: below the tables with its share of the window, or at the side of a wide window."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

from zhengzhou_desk.common.override import override
from zhengzhou_desk.gui.widgets.layout import NoTitle

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from zhengzhou_desk.common.settings import Settings
    from zhengzhou_desk.gui.findings.panel import FindingsPanel

SHARE = "findings_share"
# In percent of the window's height: what it has at first, and what a person can have made of it.
_FIRST, _LEAST, _MOST = 30, 8, 80
# In characters: a window so wide has the findings at its side, and how wide they are there.
_WIDE, _SIDE = 125, 30
# In percent of the window's height: what it has at the side, below the inspector.
_BELOW_INSPECTOR = 55
_KEEP_MS = 600
# Where two docks share a column Qt takes the sizes it is given in steps, once each is laid out.
_TRIES, _CLOSE_ENOUGH = 8, 4


class FindingsDock(QDockWidget):
    """Only a person who drags its edge changes its share; that is remembered on this computer.

    Where it stands follows from the window's width; the panel lays itself out for it.
    """

    def __init__(self, window: QMainWindow, settings: Settings) -> None:
        super().__init__(window)
        self.setWindowTitle(self.tr("审核结果"))
        self.setObjectName("findings")
        # The panel's first row is its heading.
        self.setTitleBarWidget(NoTitle())
        self._main = window
        self._tries = 0
        self._height = window.height()
        kept = settings.get(SHARE, _FIRST)
        self.share = kept if _LEAST <= kept <= _MOST else _FIRST
        self._keeping = QTimer(self)
        self._keeping.setSingleShot(True)
        self._keeping.setInterval(_KEEP_MS)
        self._keeping.timeout.connect(lambda: settings.put(SHARE, self.share))
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.timeout.connect(self._settle)
        window.installEventFilter(self)
        self.visibilityChanged.connect(lambda _: self.settle())

    @override
    def setWidget(self, widget: QWidget) -> None:
        super().setWidget(widget)
        self._lay_out()
        self.settle()

    def settle(self) -> None:
        """Takes its share again, once what is being laid out has its place."""
        self._tries = _TRIES
        self._settling.start()

    @property
    def is_beside(self) -> bool:
        """Whether it stands at the side, under the inspector."""
        return self._main.dockWidgetArea(self) == Qt.DockWidgetArea.RightDockWidgetArea

    def _settle(self) -> None:
        if self._place():
            self.settle()
            return
        self._height = self._main.height()
        if not self.is_beside:
            self._main.resizeDocks([self], [self._height * self.share // 100], Qt.Orientation.Vertical)
            return
        wide = max(self.minimumSizeHint().width(), _SIDE * self._main.fontMetrics().horizontalAdvance("国"))
        high = self._height * _BELOW_INSPECTOR // 100
        self._main.resizeDocks([self], [wide], Qt.Orientation.Horizontal)
        self._main.resizeDocks([self], [high], Qt.Orientation.Vertical)
        self._tries -= 1
        if self._tries > 0 and max(abs(self.width() - wide), abs(self.height() - high)) > _CLOSE_ENOUGH:
            self._settling.start()

    def _place(self) -> bool:
        """Goes to the side of a window that has become wide, and back below the tables; whether it has gone."""
        is_wide = self._main.width() >= _WIDE * self._main.fontMetrics().horizontalAdvance("国")
        if is_wide == self.is_beside:
            return False
        is_shown = not self.isHidden()
        area = Qt.DockWidgetArea.RightDockWidgetArea if is_wide else Qt.DockWidgetArea.BottomDockWidgetArea
        self._main.addDockWidget(area, self, Qt.Orientation.Vertical)
        self.setVisible(is_shown)
        self._lay_out()
        return True

    def _lay_out(self) -> None:
        panel = cast("FindingsPanel | None", self.widget())
        if panel is not None:
            panel.stand(beside=self.is_beside)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # A person drags with a button held; what else moves the edge is laid out by Qt.
        is_dragged = (
            bool(QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton) and self._height == self._main.height()
        )
        if is_dragged and not self.is_beside and not self.isFloating():
            self.take(self.height())

    def take(self, height: int) -> None:
        """The share that a person has given it."""
        self.share = min(_MOST, max(_LEAST, round(height * 100 / max(1, self._main.height()))))
        self._keeping.start()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._main and event.type() == QEvent.Type.Resize:
            self.settle()
        return super().eventFilter(watched, event)
