"""The inline bar: what a person should know now, with at most one thing to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton

from zhengzhou_desk.gui.widgets import icons, theme

if TYPE_CHECKING:
    from collections.abc import Callable


# What a sentence is about that holds only until the same thing goes well: a request, the automatic copy.
REFUSAL, BACKUP = "refusal", "backup"


class MessageBar(QFrame):
    """Stands between toolbar and table; it is not there while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("bar")
        self._run: Callable[[], None] | None = None
        self._cause = ""
        mark = QLabel()
        mark.setPixmap(icons.picture("info", 18, theme.colours().warning))
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
        row.addWidget(mark)
        row.addWidget(self.label, 1)
        row.addWidget(self.button)
        row.addWidget(close)
        self.hide()

    def say(self, text: str, action: str | None = None, run: Callable[[], None] | None = None, cause: str = "") -> None:
        """Shows a sentence until it is closed, another takes its place or its `cause` is over."""
        self.label.setText(text)
        self._cause = cause
        self._run = run
        self.button.setVisible(action is not None)
        self.button.setText(action or "")
        self.show()

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
