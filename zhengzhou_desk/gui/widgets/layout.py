"""Parts of pages and dialogs: quiet lines, cards, a column in the middle, the row of buttons at the foot."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from zhengzhou_desk.common.override import override


def quiet_label(text: str) -> QLabel:
    """A line of less weight, never read as rich text."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setObjectName("quiet")
    return label


class NoTitle(QWidget):
    """In place of a dock's heading, where what is in it says what it is: takes no room."""

    @override
    def sizeHint(self) -> QSize:
        return QSize(0, 0)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)


def titled_card(title: str) -> tuple[QFrame, QVBoxLayout]:
    """A card with a heading, and the column inside it."""
    card = QFrame()
    card.setObjectName("card")
    inside = QVBoxLayout(card)
    inside.setContentsMargins(14, 12, 14, 12)
    inside.setSpacing(2)
    if title:
        head = quiet_label(title)
        head.setContentsMargins(8, 0, 0, 6)
        inside.addWidget(head)
    return card, inside


def centred_column(column: QVBoxLayout, width: int) -> QWidget:
    """A column of at most `width` in the middle of whatever room there is."""
    box = QWidget()
    box.setMaximumWidth(width)
    box.setLayout(column)
    page = QWidget()
    grid = QGridLayout(page)
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1000)
    grid.setColumnStretch(2, 1)
    grid.addWidget(box, 0, 1)
    return page


def leave_button(dialog: QDialog, *, cancels: bool = False) -> QPushButton:
    """The button that leaves a dialog: 关闭 where nothing is pending, 取消 where something would be given up."""
    text = QCoreApplication.translate("layout", "取消") if cancels else QCoreApplication.translate("layout", "关闭")
    button = QPushButton(text)
    button.setAutoDefault(False)
    button.clicked.connect(dialog.reject)
    return button


def button_row(*right: QWidget, left: tuple[QWidget, ...] = ()) -> QHBoxLayout:
    """The last row of a dialog: what leaves or does it to the right, what else there is to the left."""
    row = QHBoxLayout()
    for widget in left:
        row.addWidget(widget)
    row.addStretch(1)
    for widget in right:
        row.addWidget(widget)
    return row
