"""The inline bar: what a person should know now, with at most one thing to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton

from zhengzhou_desk.common.override import override
from zhengzhou_desk.gui.widgets import icons, theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QEnterEvent
    from PySide6.QtWidgets import QWidget


# What a sentence is about that holds only until the same thing goes well: a request, the automatic copy.
REFUSAL, BACKUP = "refusal", "backup"


# How grave a sentence is: what was done goes by itself, a warning stays until it is read, a failure until it is over.
DONE, CAUTION, FAILURE = "done", "caution", "failure"
_SIGNS = {DONE: "info", CAUTION: "warning", FAILURE: "error"}
_DONE_MS = 6_000
_EDGE = 12


class MessageBar(QFrame):
    """Lies over the foot of what is shown, so that nothing moves; it is not there while there is nothing to say."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setObjectName("bar")
        self._run: Callable[[], None] | None = None
        self._cause = ""
        self._mark = QLabel()
        self._over = over
        self.kind = DONE
        self._going = QTimer(self)
        self._going.setSingleShot(True)
        self._going.setInterval(_DONE_MS)
        self._going.timeout.connect(self.hide)
        over.installEventFilter(self)
        self.label = QLabel()
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.button = QPushButton()
        self.button.setAutoDefault(False)
        self.button.setAccessibleName(self.tr("提示中的操作"))
        self.button.clicked.connect(self._act)
        close = QToolButton()
        close.setIcon(icons.icon("close"))
        close.setAccessibleName(self.tr("关闭提示"))
        close.setToolTip(self.tr("关闭提示"))
        close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 5, 6, 5)
        row.setSpacing(8)
        row.addWidget(self._mark)
        row.addWidget(self.label, 1)
        row.addWidget(self.button)
        row.addWidget(close)
        self.hide()

    def say(
        self,
        text: str,
        action: str | None = None,
        run: Callable[[], None] | None = None,
        cause: str = "",
        kind: str = CAUTION,
    ) -> None:
        """Shows a sentence until it is closed, another takes its place or its `cause` is over."""
        self.kind = kind
        look = theme.colours()
        colour = {DONE: look.accent, CAUTION: look.warning, FAILURE: look.error}[kind]
        self._mark.setPixmap(icons.picture(_SIGNS[kind], 18, colour))
        if self.property("kind") != kind:
            self.setProperty("kind", kind)
            self.style().polish(self)
        self.label.setText(text)
        self._cause = cause
        self._run = run
        self.button.setVisible(action is not None)
        self.button.setText(action or "")
        self.show()
        self.place()
        self.raise_()
        if kind == DONE:
            self._going.start()
        else:
            self._going.stop()

    def place(self) -> None:
        """As wide as it needs to be, in the middle of the foot."""
        room = max(self._over.width() - 2 * _EDGE, 1)
        width = min(room, max(self.sizeHint().width(), room // 2))
        height = max(self.heightForWidth(width), self.sizeHint().height())
        self.setGeometry((self._over.width() - width) // 2, self._over.height() - height - _EDGE, width, height)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() == QEvent.Type.Resize and self.isVisible():
            self.place()
        return super().eventFilter(watched, event)

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        self._going.stop()
        super().enterEvent(event)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        if self.kind == DONE:
            self._going.start()
        super().leaveEvent(event)

    def over(self, cause: str) -> None:
        """What was refused or failed has gone well since: a sentence about it holds no longer."""
        if self._cause == cause:
            self.hide()

    def _act(self) -> None:
        run, self._run = self._run, None
        self.hide()
        if run is not None:
            run()


class ModeStrip(QFrame):
    """Says all the while why nothing can be changed here, and the way out of it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("strip")
        self._run: Callable[[], None] | None = None
        mark = QLabel()
        mark.setPixmap(icons.picture("lock", 18, theme.colours().quiet))
        self.label = QLabel()
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.button = QPushButton()
        self.button.setAutoDefault(False)
        self.button.clicked.connect(lambda: self._run is not None and self._run())
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 8, 4)
        row.setSpacing(8)
        row.addWidget(mark)
        row.addWidget(self.label, 1)
        row.addWidget(self.button)
        self.hide()

    def put(self, text: str, action: str, run: Callable[[], None] | None) -> None:
        """Shows why, or goes away where there is nothing to say."""
        self.label.setText(text)
        self.button.setText(action)
        self._run = run
        self.setVisible(bool(text))
