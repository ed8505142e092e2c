"""A change of units step by step: what is to happen, what follows from it, then all of it as one entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
)

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.gui.widgets.day_field import DayField
from zhengzhou_desk.gui.widgets.dialog import Dialog
from zhengzhou_desk.gui.widgets.layout import button_row, leave_button
from zhengzhou_desk.gui.widgets.unit_picker import UnitPicker, names_of
from zhengzhou_desk.records import Unit
from zhengzhou_desk.records.change import CHANGE_KINDS, DISSOLVE, MERGE, NEW, RENAME, SPLIT
from zhengzhou_desk.records.kinds import Money
from zhengzhou_desk.services import unit_changes

if TYPE_CHECKING:
    from zhengzhou_desk.gui.window_api import WindowApi

# A list of units shows its field, its head and a few rows.
_PICKER_LINES = 6


class ChangeDialog(Dialog):
    """Merge, dissolve, rename, split or found; nothing is written before the consequences were shown."""

    def __init__(self, window: WindowApi) -> None:
        super().__init__(window.widget)
        self._window = window
        self._step: unit_changes.PlannedChange | None = None
        self.setWindowTitle(self.tr("单位合并、撤销、更名"))
        self.resize(640, 720)
        lang = window.lang
        self.kind = QComboBox()
        for option in CHANGE_KINDS.options:
            self.kind.addItem(option.text(lang), option.code)
        units = names_of(window.desk.rows(Unit))
        self.old, self.into = UnitPicker(units, name=self.tr("原单位")), UnitPicker(units, name=self.tr("并入单位"))
        self.day = DayField(window.desk.today)
        self.code, self.name, self.basis = QLineEdit(), QLineEdit(), QLineEdit()
        self.shares = QLineEdit()
        self.shares.setPlaceholderText(self.tr("如 101003 甲小学 6万元；101009 乙小学 4万元"))
        self.carried = QLineEdit()
        self.carried.setPlaceholderText(self.tr("空着就按原单位的填报；改动要写依据"))
        self.ties = QCheckBox(self.tr("国有企业、共用食堂的单位转到并入单位"))
        self.ties.setChecked(True)
        self.orders = QCheckBox(self.tr("本年订单改记到并入单位"))
        self._form = QFormLayout()
        self._form.addRow(self.tr("类型"), self.kind)
        self._form.addRow(self.tr("原单位"), self.old)
        self._form.addRow(self.tr("并入单位"), self.into)
        self._form.addRow(self.tr("新单位编码"), self.code)
        self._form.addRow(self.tr("新单位名称"), self.name)
        self._form.addRow(self.tr("各部分结转"), self.shares)
        self._form.addRow(self.tr("结转上年预留"), self.carried)
        self._form.addRow(self.tr("随之办理"), self.ties)
        self._form.addRow("", self.orders)
        self._form.addRow(self.tr("日期"), self.day)
        self._form.addRow(self.tr("依据"), self.basis)
        self.follows = QLabel()
        self.follows.setTextFormat(Qt.TextFormat.PlainText)
        self.follows.setWordWrap(True)
        self.look = QPushButton(self.tr("看看会怎样"))
        self.look.setDefault(True)
        self.look.clicked.connect(self._look)
        self.apply = QPushButton(self.tr("照此办理"))
        self.apply.setEnabled(False)
        self.apply.clicked.connect(self._apply)
        column = QVBoxLayout(self)
        column.addLayout(self._form)
        column.addWidget(self.follows, 1)
        column.addLayout(button_row(leave_button(self), self.look, self.apply))
        self.kind.currentIndexChanged.connect(self._arrange)
        self.kind.currentIndexChanged.connect(self._changed)
        for picker in (self.old, self.into):
            picker.setMinimumHeight(_PICKER_LINES * self.fontMetrics().height())
            picker.chosen.connect(self._changed)
        for edit in (self.code, self.name, self.basis, self.shares, self.carried):
            edit.textChanged.connect(self._changed)
        for box in (self.ties, self.orders):
            box.toggled.connect(self._changed)
        self.day.chosen.connect(self._changed)
        self._arrange()

    def _arrange(self) -> None:
        """Shows what the kind of change needs."""
        kind = self.kind.currentData()
        for field, kinds in (
            (self.old, (MERGE, DISSOLVE, RENAME, SPLIT)), (self.into, (MERGE,)), (self.code, (NEW,)),
            (self.name, (RENAME, NEW)),
            (self.shares, (SPLIT,)), (self.carried, (MERGE, RENAME)),
            (self.ties, (MERGE,)), (self.orders, (MERGE,)),
        ):  # fmt: skip
            self._form.setRowVisible(field, kind in kinds)

    def _changed(self) -> None:
        """What was shown holds no longer."""
        self._step = None
        self.apply.setEnabled(False)
        self.follows.clear()

    def _look(self) -> None:
        try:
            step = self._made()
        except Refused as refused:
            self.follows.setText(refused.text(self._window.lang))
            return
        lines = [f"· {one.says.text(self._window.lang)}" for one in step.consequences]
        self.follows.setText(self.tr("随之：") + "\n" + ("\n".join(lines) or self.tr("没有其他影响")))
        self._step = step
        self.apply.setEnabled(True)

    def _made(self) -> unit_changes.PlannedChange:
        desk, kind = self._window.desk, self.kind.currentData()
        day, basis = self.day.day, self.basis.text() or None
        if kind == NEW:
            return unit_changes.establish(desk, self.code.text(), self.name.text(), day, basis)
        old, carried = self._unit(self.old), self.carried.text() or None
        if kind == MERGE:
            return unit_changes.merge(
                desk,
                [old],
                self._unit(self.into),
                day,
                basis,
                carried,
                unit_changes.TakenAlong(self.ties.isChecked(), self.orders.isChecked()),
            )
        if kind == DISSOLVE:
            return unit_changes.dissolve(desk, old, day, basis)
        if kind == RENAME:
            return unit_changes.rename(desk, old, self.name.text(), day, basis, carried)
        return unit_changes.split(desk, old, self._parts(), day, basis)

    def _unit(self, picker: UnitPicker) -> Unit:
        unit = self._window.desk.unit(picker.code)
        if unit is None:
            raise Refused(
                "没有找到“{typed}”这个单位，请换个编码、名称或拼音首字母再找", typed=picker.search.text().strip()
            )
        return unit

    def _parts(self) -> dict[str, tuple[str, int]]:
        """The parts of a split as typed: code, name and share of each."""
        parts: dict[str, tuple[str, int]] = {}
        for piece in self.shares.text().replace(";", "；").split("；"):
            words = piece.split()
            if not words:
                continue
            if len(words) < len(("编码", "名称", "金额")):
                raise Refused("各部分要写明编码、名称和结转金额，如 101003 甲小学 6万元")
            share = Money().parse(words[-1])
            parts[words[0]] = (" ".join(words[1:-1]), share if isinstance(share, int) else 0)
        if not parts:
            raise Refused("各部分要写明编码、名称和结转金额，如 101003 甲小学 6万元")
        return parts

    def _apply(self) -> None:
        step = self._step
        if step is not None and self._window.attempt(lambda: unit_changes.apply(self._window.desk, step)) is not None:
            self.accept()
