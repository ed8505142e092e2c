"""Another list of units beside the book: differences by kind, old and new side by side, accepted or left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, QTimer
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
)

from zhengzhou_desk.common import messages
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.messages import clauses, counted
from zhengzhou_desk.gui.system import ask
from zhengzhou_desk.gui.widgets import theme
from zhengzhou_desk.gui.widgets.counting import said
from zhengzhou_desk.gui.widgets.day_field import DayField
from zhengzhou_desk.gui.widgets.dialog import Dialog
from zhengzhou_desk.gui.widgets.layout import button_row, leave_button, quiet_label
from zhengzhou_desk.reports.unit_comparison import ASKED, BACK, EXTRA, GONE, KINDS, MISSING, MOVED, Difference
from zhengzhou_desk.services import unit_changes, unit_lists

if TYPE_CHECKING:
    from zhengzhou_desk.exchange.unit_list import UnitList
    from zhengzhou_desk.gui.window_api import WindowApi

_PLACE = Qt.ItemDataRole.UserRole
_REASON = 5
# Only so many rows are measured for the width of a column.
_MEASURED = 200
# So many consequences are listed before one agrees.
_SHOWN = 12
_WIDEST = 230


class UnitListDialog(Dialog):
    """Ticked differences become one step of the book, by a document and as of a day, or are left with a reason."""

    def __init__(self, window: WindowApi, listed: UnitList) -> None:
        super().__init__(window.widget)
        self._window, self._listed = window, listed
        # The differences that are shown, whether each was left before, and the places of the ticked ones.
        self._rows: list[tuple[Difference, bool]] = []
        self._ticked: set[int] = set()
        self.setWindowTitle(self.tr("名录比对"))
        self.resize(980, 640)
        self.title = QLabel()
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setObjectName("title")
        remarks = [remark.text(window.lang) for remark in listed.remarks]
        self.remarks = quiet_label(clauses(remarks[:_SHOWN], window.lang))
        self.remarks.setWordWrap(True)
        self.remarks.setVisible(bool(remarks))
        self.with_left = QCheckBox()
        self.with_left.toggled.connect(lambda _: self._fill())
        # The buttons follow once all ticks of a click are there.
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.timeout.connect(self._enable)
        self.list = self._tree()
        self.said = QLabel()
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setWordWrap(True)
        self.said.hide()
        column = QVBoxLayout(self)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.with_left)
        column.addLayout(head)
        column.addWidget(self.remarks)
        column.addWidget(self.list, 1)
        column.addLayout(self._terms())
        column.addWidget(self.said)
        column.addLayout(self._buttons())
        self.renew()

    def _tree(self) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setAccessibleName(self.tr("名录比对"))
        tree.setUniformRowHeights(True)
        tree.setAlternatingRowColors(True)
        tree.setHeaderLabels([
            self.tr("差异"), self.tr("单位编码"), self.tr("单位名称"), self.tr("账册"), self.tr("名录"),
            self.tr("留下的理由"),
        ])  # fmt: skip
        tree.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        tree.header().setResizeContentsPrecision(_MEASURED)
        tree.itemChanged.connect(lambda item, column: self._tick(item) if column == 0 else None)
        tree.currentItemChanged.connect(lambda *_: self._enable())
        tree.itemDoubleClicked.connect(lambda item, _: self._which() if self._about(item) is not None else None)
        return tree

    def _terms(self) -> QHBoxLayout:
        self.day = DayField(self._window.desk.today)
        self.day.setAccessibleName(self.tr("变更日期"))
        self.basis = QLineEdit()
        self.basis.setPlaceholderText(self.tr("依据：文件名称和文号"))
        self.basis.setAccessibleName(self.tr("依据"))
        self.forgotten = QCheckBox(self.tr("账册没有的单位是补录，不是新设"))
        row = QHBoxLayout()
        row.addWidget(QLabel(self.tr("变更日期")))
        row.addWidget(self.day)
        row.addWidget(self.basis, 1)
        row.addWidget(self.forgotten)
        return row

    def _buttons(self) -> QHBoxLayout:
        self.which, self.keep = QPushButton(self.tr("指明是哪个单位…")), QPushButton(self.tr("留下…"))
        self.again = QPushButton(self.tr("重新列出"))
        self.take = QPushButton()
        self.take.setDefault(True)
        for button, run in (
            (self.which, self._which), (self.keep, self._leave), (self.again, self._again), (self.take, self._take),
        ):  # fmt: skip
            button.clicked.connect(lambda _=False, run=run: run())
            button.setAutoDefault(button is self.take)
        return button_row(leave_button(self), self.take, left=(self.which, self.keep, self.again))

    # -- the list ------------------------------------------------------------------------------------

    def renew(self) -> None:
        """Compares anew with the book as it is now."""
        self._compared = unit_lists.compare(self._window.desk, self._listed)
        fresh, left = len(self._compared.fresh), len(self._compared.left)
        source = self._listed.source
        self.title.setText(
            said(counted("{source} 与账册有 {count} 处差异"), count=fresh, source=source)
            if fresh
            else self.tr("{source} 与账册没有新的差异").format(source=source)
        )
        self.with_left.setText(said(counted("显示以前留下的 {count} 处"), count=left))
        self.with_left.setVisible(bool(left))
        self._fill()

    def _fill(self) -> None:
        with QSignalBlocker(self.list):
            self._put()
        first = self.list.topLevelItem(0)
        if first is not None:
            self.list.setCurrentItem(first.child(0))
        self._enable()

    def _put(self) -> None:
        self.list.clear()
        self._rows, self._ticked = [], set()
        shown = [(each, "", False) for each in self._compared.fresh]
        if self.with_left.isChecked():
            shown += [(each, reason, True) for each, reason in self._compared.left]
        for kind in KINDS:
            mine = [row for row in shown if row[0].kind == kind]
            if mine:
                self._group(kind, mine)
        self.list.expandAll()
        for column in range(_REASON):
            self.list.resizeColumnToContents(column)
            self.list.setColumnWidth(column, min(_WIDEST, self.list.columnWidth(column) + 8))
        self.list.setColumnHidden(_REASON, not self.with_left.isChecked())

    def _group(self, kind: str, rows: list[tuple[Difference, str, bool]]) -> None:
        called = unit_lists.LABELS.show(kind, self._window.lang)
        group = QTreeWidgetItem([f"{called} ({len(rows)})"])
        font = group.font(0)
        font.setBold(True)
        group.setFont(0, font)
        if kind != ASKED:
            group.setFlags(group.flags() | Qt.ItemFlag.ItemIsAutoTristate | Qt.ItemFlag.ItemIsUserCheckable)
        self.list.addTopLevelItem(group)
        group.setFirstColumnSpanned(True)
        quiet = QBrush(QColor(theme.colours().quiet))
        for each, reason, is_left in rows:
            old, new = self._sides(each)
            item = QTreeWidgetItem(group, [self._place(each), each.code, each.name, old, new, reason])
            item.setData(0, _PLACE, len(self._rows))
            self._rows.append((each, is_left))
            for column in range(_REASON + 1) if is_left else ():
                item.setForeground(column, quiet)
            for column in (_REASON - 2, _REASON - 1, _REASON):
                item.setToolTip(column, item.text(column))
            item.setCheckState(0, Qt.CheckState.Unchecked)

    def _place(self, each: Difference) -> str:
        return self.tr("第 {row} 行").format(row=each.row.number) if each.row is not None else ""

    def _sides(self, each: Difference) -> tuple[str, str]:
        """What the book has, and what the list has."""
        if each.kind == ASKED:
            return self.tr("像是：{units}").format(units=self._units(each)), each.new
        if each.kind == MISSING:
            return self.tr("没有"), each.new
        if each.kind == EXTRA:
            return each.old, self.tr("没有")
        if each.kind == GONE:
            return self.tr("在用"), self.tr("已停用 {day}").format(day=each.new).strip()
        if each.kind == BACK:
            return self.tr("已撤销 {day}").format(day=each.old).strip(), self.tr("在用")
        if each.kind == MOVED:
            return self._department(each.old), self._department(each.new)
        return each.old or "—", each.new or "—"

    def _units(self, each: Difference) -> str:
        return messages.listed((f"{unit.code} {unit.name or ''}" for unit in each.candidates), self._window.lang)

    def _department(self, code: str) -> str:
        unit = self._window.desk.unit(code) if code else None
        return f"{code} {unit.name or ''}" if unit is not None else code or "—"

    def _about(self, item: QTreeWidgetItem | None) -> Difference | None:
        place = item.data(0, _PLACE) if item is not None else None
        return self._rows[place][0] if isinstance(place, int) else None

    def _tick(self, item: QTreeWidgetItem) -> None:
        """Notes one tick: a kind of thousands sends as many of them."""
        place = item.data(0, _PLACE)
        if not isinstance(place, int):
            return
        if item.checkState(0) == Qt.CheckState.Checked:
            self._ticked.add(place)
        else:
            self._ticked.discard(place)
        self._late.start()

    def ticked(self, *, left: bool | None = None) -> list[Difference]:
        """The ticked differences: all of them, those left before, or those that were not."""
        rows = (self._rows[place] for place in sorted(self._ticked))
        return [each for each, is_left in rows if left is None or is_left == left]

    def _enable(self) -> None:
        writable = self._window.desk.writable
        all_, fresh = self.ticked(), self.ticked(left=False)
        is_settled = not any(each.kind == ASKED for each in all_)
        current = self._about(self.list.currentItem())
        self.take.setText(said(counted("照此办理 {count} 处"), count=len(all_)))
        self.take.setEnabled(writable and bool(all_) and is_settled)
        self.take.setToolTip("" if is_settled else self.tr("勾上的里面有请认定的，先指明是哪个单位"))
        self.keep.setEnabled(writable and bool(fresh))
        self.again.setVisible(self.with_left.isChecked())
        self.again.setEnabled(writable and len(all_) > len(fresh))
        self.which.setEnabled(writable and current is not None and current.kind == ASKED)

    # -- the steps -----------------------------------------------------------------------------------

    def _say(self, text: str, *, wrong: bool = False) -> None:
        self.said.setText(text)
        self.said.show()
        self.said.setObjectName("wrong" if wrong else "quiet")
        self.said.style().polish(self.said)

    def _take(self) -> None:
        desk, lang, chosen = self._window.desk, self._window.lang, self.ticked()
        terms = unit_lists.Terms(
            self.day.day, self.basis.text().strip() or None,
            founded=not self.forgotten.isChecked(),
        )  # fmt: skip
        try:
            planned = unit_lists.plan(desk, self._listed, chosen, terms)
            follows = list(dict.fromkeys(each.says.text(lang) for each in planned.consequences))
            more = [said(counted("……还有 {count} 项"), count=len(follows) - _SHOWN)] if len(follows) > _SHOWN else []
            question = said(counted("办理 {count} 处差异吗？"), count=len(chosen))
            details = "\n".join([self.tr("记作一步，可以撤销。"), *(f"· {text}" for text in follows[:_SHOWN]), *more])
            if not ask.yes(self, question, details, accept=self.tr("办理")):
                return
            unit_changes.apply(desk, planned)
        except Refused as refused:
            self._say(refused.text(lang), wrong=True)
            return
        self._say(said(counted("已办理 {count} 处，可以撤销"), count=len(chosen)))
        self.renew()

    def _leave(self) -> None:
        chosen = self.ticked(left=False)
        question = said(counted("{count} 处差异留下不办的理由，下次比对不再列出："), count=len(chosen))
        reason = ask.text(self, self.tr("留下差异"), question)
        if reason is None:
            return
        try:
            unit_lists.leave(self._window.desk, self._listed, chosen, reason)
        except Refused as refused:
            self._say(refused.text(self._window.lang), wrong=True)
            return
        self._say(said(counted("已留下 {count} 处，可以撤销"), count=len(chosen)))
        self.renew()

    def _again(self) -> None:
        chosen = self.ticked(left=True)
        unit_lists.take_up(self._window.desk, self._listed, chosen)
        self._say(said(counted("已重新列出 {count} 处"), count=len(chosen)))
        self.renew()

    def _which(self) -> None:
        each = self._about(self.list.currentItem())
        if each is None or each.kind != ASKED or each.row is None or not self._window.desk.writable:
            return
        options = [f"{unit.code} {unit.name or ''}" for unit in each.candidates]
        shown = " ".join(filter(None, (each.row.code, each.row.name, each.row.uscc)))
        taken = ask.choice(
            self,
            self.tr("指明是哪个单位"),
            self.tr("名录第 {row} 行‘{name}’是账册中的：").format(row=each.row.number, name=shown),
            [*options, self.tr("都不是，是另一个单位")],
        )
        if taken is None:
            return
        unit = each.candidates[taken] if taken < len(each.candidates) else None
        unit_lists.say_which(self._window.desk, each.row, unit)
        self.renew()
