"""The dock of the findings: it keeps its share of the window, whatever is made anew or resized around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

from zhengzhou_desk.common.override import override
from zhengzhou_desk.gui.widgets.layout import NoTitle

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from zhengzhou_desk.common.settings import Settings

SHARE = "findings_share"
# In percent of the window's height: what it has at first, and what a person can have made of it.
_FIRST, _LEAST, _MOST = 30, 8, 80
_KEEP_MS = 600


class FindingsDock(QDockWidget):
    """Only a person who drags its edge changes its share; that is remembered on this computer."""

    def __init__(self, window: QMainWindow, settings: Settings) -> None:
        super().__init__(window)
        self.setWindowTitle(self.tr("审核结果"))
        self.setObjectName("findings")
        # The panel's first row is its heading.
        self.setTitleBarWidget(NoTitle())
        self._main = window
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
        self.settle()

    def settle(self) -> None:
        """Takes its share again, once what is being laid out has its place."""
        self._settling.start()

    def _settle(self) -> None:
        self._height = self._main.height()
        self._main.resizeDocks([self], [self._height * self.share // 100], Qt.Orientation.Vertical)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # A person drags with a button held; what else moves the edge is laid out by Qt.
        is_dragged = (
            bool(QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton) and self._height == self._main.height()
        )
        if is_dragged and not self.isFloating():
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
