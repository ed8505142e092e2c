"""Two copies of one book: the steps that only this one has, those that only the other has, and taking these over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QLabel, QPushButton, QTreeWidget, QTreeWidgetItem, QVBoxLayout

from zhengzhou_desk.common.messages import counted, sentence
from zhengzhou_desk.gui.widgets.counting import said
from zhengzhou_desk.gui.widgets.dialog import Dialog
from zhengzhou_desk.gui.widgets.layout import button_row, leave_button, quiet_label
from zhengzhou_desk.gui.widgets.list_view import ListRow, ListView
from zhengzhou_desk.services import copies
from zhengzhou_desk.services.copies import ALREADY, NOT_TAKEN, PARTLY, TAKEN

if TYPE_CHECKING:
    from zhengzhou_desk.gui.window_api import WindowApi
    from zhengzhou_desk.services.copies import Comparison, Offer, TakeOver

_STATES = {
    TAKEN: sentence("可以带过来"),
    PARTLY: sentence("一部分可以带过来"),
    NOT_TAKEN: sentence("不能带过来"),
    ALREADY: sentence("这里已经是这样"),
}
_NUMBER = Qt.ItemDataRole.UserRole
_VERDICT = 4
# How many reasons of one step are listed.
_REASONS = 20


class CopiesDialog(Dialog):
    """Ticked steps are taken over as one step of this book; the other copy is only read."""

    def __init__(self, window: WindowApi, compared: Comparison) -> None:
        super().__init__(window.widget)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("与另一份比对"))
        self.resize(900, 600)
        self._window, self._compared = window, compared
        self._planned: TakeOver | None = None
        title = QLabel(self.tr("{name} 在别处改过").format(name=compared.other.name))
        title.setTextFormat(Qt.TextFormat.PlainText)
        title.setObjectName("title")
        about = quiet_label(
            said(
                counted("两份的前 {count} 步相同。带过来的步骤记作这里的一步，可以撤销；另一份不改动。"),
                count=compared.common,
            )
        )
        about.setWordWrap(True)
        heads = (self.tr("号"), self.tr("时间"), self.tr("经办"), self.tr("做了什么"))
        self.here = ListView(self.tr("只有这里有的"), heads, frozenset((0,)))
        self.here.put([
            ListRow((str(step.line.number), step.at, step.line.who, step.what(window.lang)), step)
            for step in reversed(compared.here)
        ])  # fmt: skip
        self.why = quiet_label("")
        self.why.setWordWrap(True)
        self.take = QPushButton()
        self.take.setDefault(True)
        self.take.clicked.connect(self._take)
        self.there = self._steps(heads)
        column = QVBoxLayout(self)
        for widget in (title, about):
            column.addWidget(widget)
        column.addWidget(quiet_label(self.tr("只有另一份有的，勾上要带过来的：")))
        column.addWidget(self.there, 3)
        column.addWidget(self.why)
        column.addWidget(quiet_label(said(counted("只有这里有的（{count} 步）："), count=len(compared.here))))
        column.addWidget(self.here, 2)
        column.addLayout(button_row(leave_button(self), self.take))
        self._renew()
        self._look()

    def _steps(self, heads: tuple[str, ...]) -> QTreeWidget:
        """The steps of the other copy; all that can be taken over are ticked."""
        tree = QTreeWidget()
        tree.setAccessibleName(self.tr("只有另一份有的"))
        tree.setRootIsDecorated(False)
        tree.setUniformRowHeights(True)
        tree.setAlternatingRowColors(True)
        tree.setHeaderLabels([*heads, self.tr("能不能带过来")])
        offers = copies.plan(self._window.desk, self._compared).offers
        for offer in offers:
            step = offer.step
            item = QTreeWidgetItem([str(step.line.number), step.at, step.line.who, step.what(self._window.lang)])
            item.setData(0, _NUMBER, step.line.number)
            if offer.state in (TAKEN, PARTLY):
                item.setCheckState(0, Qt.CheckState.Checked)
            self._say(item, offer)
            tree.addTopLevelItem(item)
        for column in range(_VERDICT):
            tree.resizeColumnToContents(column)
        tree.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        tree.setCurrentItem(tree.topLevelItem(0))
        tree.itemChanged.connect(lambda _item, column: self._renew() if column == 0 else None)
        tree.currentItemChanged.connect(lambda *_: self._look())
        return tree

    def _say(self, item: QTreeWidgetItem, offer: Offer) -> None:
        """The verdict on a step, and its reasons for the line below."""
        lang = self._window.lang
        reasons = [reason.text(lang) for reason in offer.reasons]
        item.setText(_VERDICT, self.tr(_STATES[offer.state]))
        more = [said(counted("另有 {count} 处"), count=len(reasons) - _REASONS)] if len(reasons) > _REASONS else []
        item.setData(_VERDICT, _NUMBER, "\n".join([*reasons[:_REASONS], *more]))

    def _items(self) -> list[QTreeWidgetItem]:
        found = (self.there.topLevelItem(row) for row in range(self.there.topLevelItemCount()))
        return [item for item in found if item is not None]

    def _renew(self) -> None:
        """What taking over the ticked steps would do: one may rest on another."""
        ticked = {item.data(0, _NUMBER): item for item in self._items() if item.checkState(0) == Qt.CheckState.Checked}
        self._planned = copies.plan(self._window.desk, self._compared, tuple(ticked))
        for offer in self._planned.offers:
            self._say(ticked[offer.step.line.number], offer)
        self.take.setText(said(counted("带过来 {count} 步"), count=len(self._planned.taken)))
        self.take.setEnabled(bool(self._planned.changes) and self._window.desk.writable)
        self._look()

    def _look(self) -> None:
        item = self.there.currentItem()
        self.why.setText(str(item.data(_VERDICT, _NUMBER)) if item is not None else "")

    def _take(self) -> None:
        planned, window = self._planned, self._window
        if planned is None:
            return
        done = said(counted("已从另一份带过来 {count} 步，可以撤销。"), count=len(planned.taken))
        self.accept()
        window.change(
            self.tr("正在带过来"),
            len(planned.changes),
            lambda: copies.take(window.desk, planned),
            lambda _: window.tell(done),
        )
