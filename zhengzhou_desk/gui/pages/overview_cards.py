"""Cards of the overview: a figure, what is to be done, a list of links, a chart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from zhengzhou_desk.common.override import override
from zhengzhou_desk.gui.widgets.chart_view import ChartView
from zhengzhou_desk.gui.widgets.layout import quiet_label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QMouseEvent

# What a figure says of the work: nothing, that somebody should look, that something is wrong.
PLAIN, CAUTION, WRONG = "", "caution", "wrong"


class Tile(QFrame):
    """A figure with its name; a click leads to the rows it counts."""

    clicked = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName("tile")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(name)
        self.value = QLabel("—")
        self.value.setObjectName("big")
        self.below = QLabel()
        self.below.setObjectName("quiet")
        label = QLabel(name)
        label.setObjectName("quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(2)
        for widget in (label, self.value, self.below):
            column.addWidget(widget)

    def show_figure(self, value: str, below: str, kind: str = PLAIN) -> None:
        """Shows a figure, in the colour of what it says."""
        self.value.setText(value)
        self.below.setText(below)
        if self.value.property("kind") != kind:
            self.value.setProperty("kind", kind)
            self.value.style().polish(self.value)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self.clicked.emit()


@dataclass(frozen=True, slots=True)
class Link:
    """A sentence that leads somewhere; below it who it is about, beside it what can be done at once."""

    text: str
    run: Callable[[], None]
    below: str = ""
    kind: str = PLAIN
    step: str = ""
    take: Callable[[], None] | None = None


class LinksCard(QFrame):
    """A titled list of links."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setObjectName("tile")
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(4)
        head = QLabel(title)
        head.setObjectName("quiet")
        column.addWidget(head)
        self._rows = QGridLayout()
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setVerticalSpacing(2)
        self._rows.setColumnStretch(0, 1)
        column.addLayout(self._rows)
        column.addStretch(1)
        self._made: list[QWidget] = []
        self.links: list[QPushButton] = []
        self.steps: list[QPushButton] = []

    def show_links(self, links: Sequence[Link], empty: str) -> None:
        """Shows these links, or the sentence that there is none."""
        for widget in self._made:
            self._rows.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._made, self.links, self.steps = [], [], []
        # A grid never counts fewer rows again than it once had, so these are placed by their own number.
        for place, link in enumerate(links):
            self._add(link, 2 * place)
        if not links:
            self._put(quiet_label(empty), 0, 0)

    def _add(self, link: Link, row: int) -> None:
        button = QPushButton(link.text)
        button.setObjectName("link")
        button.setProperty("kind", link.kind)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(lambda _=False: link.run())
        self.links.append(button)
        self._put(button, row, 0)
        if link.take is not None:
            take = link.take
            step = QPushButton(link.step)
            step.clicked.connect(lambda _=False: take())
            self.steps.append(step)
            self._put(step, row, 1)
        if link.below:
            about = quiet_label(link.below)
            about.setWordWrap(True)
            self._put(about, row + 1, 0)

    def _put(self, widget: QWidget, row: int, column: int) -> None:
        self._made.append(widget)
        self._rows.addWidget(widget, row, column)


class ChartCard(QFrame):
    """A chart on a card."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("tile")
        self.view = ChartView()
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.addWidget(self.view)
