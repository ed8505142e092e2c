"""Shared canteens: the groups there are, who represents them, and what another arrangement would mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.gui.widgets import icons, theme
from zhengzhou_desk.gui.widgets.dialog import Dialog
from zhengzhou_desk.gui.widgets.layout import button_row, leave_button, quiet_label, titled_card
from zhengzhou_desk.gui.widgets.list_view import ListRow, ListView
from zhengzhou_desk.gui.widgets.unit_picker import UnitPicker, names_of
from zhengzhou_desk.records import Unit
from zhengzhou_desk.services import canteens, impact

if TYPE_CHECKING:
    from zhengzhou_desk.gui.window_api import WindowApi
    from zhengzhou_desk.records import Entry


class CanteenDialog(Dialog):
    """Groups on the left, the one that is being arranged on the right; nothing is written before it was looked at."""

    def __init__(self, window: WindowApi) -> None:
        super().__init__(window.widget)
        self._window = window
        self._members: dict[str, str] = {}
        self._step: Entry | None = None
        self.setWindowTitle(self.tr("共用食堂"))
        self.resize(980, 560)
        self.groups = ListView(self.tr("共用食堂"), (self.tr("代表单位"), self.tr("单位数")), frozenset((1,)))
        self.groups.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.groups.chosen.connect(self._choose)
        self.fresh = QPushButton(self.tr("新的一组…"))
        self.fresh.setAutoDefault(False)
        self.fresh.clicked.connect(self._begin)
        left = QVBoxLayout()
        left.addWidget(quiet_label(self.tr("由一个单位代表填报，其余单位在平台备注中注明。")))
        left.addWidget(self.groups, 1)
        left.addWidget(self.fresh)
        sides = QHBoxLayout()
        sides.addLayout(left, 2)
        sides.addWidget(self._card(), 3)
        column = QVBoxLayout(self)
        column.addLayout(sides, 1)
        column.addLayout(button_row(leave_button(self)))
        self.renew()

    def _card(self) -> QWidget:
        card, column = titled_card("")
        self.host = QComboBox()
        self.host.setAccessibleName(self.tr("代表单位"))
        self.host.activated.connect(lambda _: self._changed())
        self.members = ListView(self.tr("组内单位"), (self.tr("单位编码"), self.tr("单位名称")))
        self.add, self.drop = QPushButton(self.tr("加入单位…")), QPushButton(self.tr("移出所选单位"))
        self.add.clicked.connect(self._add)
        self.drop.clicked.connect(self._drop)
        self.follows = QLabel()
        self.follows.setTextFormat(Qt.TextFormat.PlainText)
        self.follows.setWordWrap(True)
        self.look, self.take = QPushButton(self.tr("看看会怎样")), QPushButton(self.tr("照此办理"))
        self.look.clicked.connect(self._look)
        self.take.clicked.connect(self._take)
        form = QFormLayout()
        form.addRow(self.tr("代表单位"), self.host)
        column.addLayout(form)
        column.addWidget(self.members, 1)
        for buttons in ((self.add, self.drop), (self.look, self.take)):
            row = QHBoxLayout()
            row.addStretch(1)
            for button in buttons:
                button.setAutoDefault(False)
                row.addWidget(button)
            column.addLayout(row)
            if buttons[0] is self.add:
                column.addWidget(self.follows)
        return card

    # -- the groups --------------------------------------------------------------------------------

    def renew(self) -> None:
        """Reads the groups anew."""
        look = theme.colours()
        rows = []
        for group in canteens.groups(self._window.desk):
            if group.host is not None:
                count, called, sign = (
                    len(group.members) + 1,
                    f"{group.host.code} {group.host.name or ''}",
                    icons.icon("unit", look.accent),
                )
            else:
                count, called, sign = len(group.members), self.tr("还没有代表单位"), icons.icon("warning", look.warning)
            rows.append(ListRow((called, str(count)), group, sign))
        self.groups.put(rows, keep=True)
        if not rows:
            self._show({}, None)

    def _choose(self) -> None:
        row = self.groups.row
        if row is not None and isinstance(row.about, canteens.CanteenGroup):
            group = row.about
            units = (*((group.host,) if group.host is not None else ()), *group.members)
            self._show(names_of(units), group.host.code if group.host is not None else None)

    def _begin(self) -> None:
        self._show({}, None)
        self._add()

    def _show(self, members: dict[str, str], host: str | None) -> None:
        self._members = dict(members)
        self._fill(host)

    def _fill(self, host: str | None) -> None:
        self.host.clear()
        for code, name in self._members.items():
            self.host.addItem(f"{code} {name}", code)
        self.host.setCurrentIndex(max(0, self.host.findData(host)) if self._members else -1)
        self.members.put([ListRow((code, name), code) for code, name in self._members.items()], keep=True)
        self._changed()

    def _changed(self) -> None:
        """What was looked at holds no longer."""
        self._step = None
        self.follows.clear()
        writable = self._window.desk.writable
        self.take.setEnabled(False)
        self.look.setEnabled(writable and len(self._members) > 1)
        self.add.setEnabled(writable)
        self.drop.setEnabled(writable and bool(self._members))

    # -- arranging ---------------------------------------------------------------------------------

    def _add(self) -> None:
        others = {
            code: name for code, name in names_of(self._window.desk.rows(Unit)).items() if code not in self._members
        }
        dialog = QDialog(self)
        dialog.setWindowTitle(self.tr("加入单位"))
        dialog.resize(460, 400)
        picker = UnitPicker(others)
        picker.opened.connect(dialog.accept)
        take = QPushButton(self.tr("加入"))
        take.setDefault(True)
        take.clicked.connect(dialog.accept)
        column = QVBoxLayout(dialog)
        column.addWidget(picker)
        column.addWidget(take)
        if dialog.exec() == QDialog.DialogCode.Accepted and picker.code is not None:
            self.put_in(picker.code)

    def put_in(self, code: str) -> None:
        """One more unit in the group."""
        unit = self._window.desk.unit(code)
        self._members[code] = (unit.name or "") if unit is not None else ""
        self._fill(self.host.currentData())

    def _drop(self) -> None:
        row = self.members.row
        if row is not None:
            self._members.pop(str(row.about), None)
            self._fill(self.host.currentData())

    def _look(self) -> None:
        desk, lang = self._window.desk, self._window.lang
        units = {code: unit for code in self._members if (unit := desk.unit(code)) is not None}
        try:
            step = canteens.arrange(desk, units[self.host.currentData()], list(units.values()))
        except Refused as refused:
            self.follows.setText(refused.text(lang))
            return
        wording, found = desk.wording(lang), impact.impact_of(desk, step.changes)
        lines = [self.tr("· 将出现：{what}").format(what=wording.message(one)) for one in found.appearing]
        lines += [self.tr("· 将消除：{what}").format(what=wording.message(one)) for one in found.vanishing]
        self.follows.setText("\n".join(lines) or self.tr("审核结果不变"))
        self._step = step
        self.take.setEnabled(True)

    def _take(self) -> None:
        step = self._step
        if step is not None and self._window.attempt(lambda: self._window.desk.apply(step)) is not None:
            self.renew()
