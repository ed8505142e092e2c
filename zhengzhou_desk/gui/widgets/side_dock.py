"""A dock at a side of the window, whose content says itself what it is; it can be put away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDockWidget

from zhengzhou_desk.gui.widgets.layout import NoTitle

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class SideDock(QDockWidget):
    """`name` is what the window's layout is remembered by; `title` what the menu calls it."""

    def __init__(self, parent: QWidget, name: str, title: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setObjectName(name)
        self.setFeatures(QDockWidget.DockWidgetFeature.DockWidgetClosable)
        # A heading would only take room.
        self.setTitleBarWidget(NoTitle())
