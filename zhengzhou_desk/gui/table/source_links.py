"""Where did this figure come from: one link for each table whose records it is made of."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from zhengzhou_desk.common.messages import counted
from zhengzhou_desk.gui.widgets.counting import said
from zhengzhou_desk.gui.widgets.layout import quiet_label
from zhengzhou_desk.records import BY_NAME
from zhengzhou_desk.records.kinds import yuan

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from zhengzhou_desk.gui.window_api import WindowApi
    from zhengzhou_desk.reports.sources import Source


class SourceLinks(QWidget):
    """The figure in words and its links; a click opens the table with exactly these rows, the column summed."""

    def __init__(
        self, window: WindowApi, leave: Callable[[], object] = lambda: None, *, says_figure: bool = True
    ) -> None:
        super().__init__()
        self._window = window
        self._leave = leave
        self._title = ""
        self._figure = quiet_label("")
        self.links: list[QPushButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(14)
        self._row.addWidget(self._figure)
        self._figure.setVisible(says_figure)
        self._row.addStretch(1)

    def put(self, title: str, shown: str, sources: Sequence[Source], none: str = "") -> None:
        """Shows what a figure is called and where it comes from; `none` is said where it leads nowhere."""
        self._title = title
        for link in self.links:
            self._row.removeWidget(link)
            link.hide()
            link.deleteLater()
        self.links = [self._link(source, is_part=len(sources) > 1) for source in sources]
        for place, link in enumerate(self.links, 1):
            self._row.insertWidget(place, link)
        self._figure.setText(f"{title} {shown}" if sources else none)

    def _link(self, source: Source, *, is_part: bool) -> QPushButton:
        table = BY_NAME[source.table].table.text(self._window.lang)
        text = said(counted("看这 {count} 条{table}"), count=len(source.ids), table=table)
        if is_part and source.column is not None:
            text = f"{text} {yuan(source.amount, grouped=True)}"
        link = QPushButton(text)
        link.setObjectName("link")
        link.setProperty("kind", "leads")
        link.setCursor(Qt.CursorShape.PointingHandCursor)
        link.setAutoDefault(False)
        link.clicked.connect(partial(self.follow, source))
        return link

    def follow(self, source: Source, _: bool = False) -> None:  # noqa: FBT001, FBT002 - a slot of clicked
        """Opens the rows of a source."""
        self._leave()
        self._window.show_rows(source.table, source.ids, self._title, source.column)
