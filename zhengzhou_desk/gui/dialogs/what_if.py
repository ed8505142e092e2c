"""What another value would mean: who would fail or pass, and how much more would have to be reserved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from zhengzhou_desk.common.messages import counted
from zhengzhou_desk.gui.widgets import icons, theme
from zhengzhou_desk.gui.widgets.counting import said
from zhengzhou_desk.gui.widgets.dialog import Dialog
from zhengzhou_desk.gui.widgets.layout import button_row, leave_button, quiet_label
from zhengzhou_desk.gui.widgets.list_view import ListRow, ListView
from zhengzhou_desk.records.kinds import yuan

if TYPE_CHECKING:
    from zhengzhou_desk.reports.unit_status import UnitStatus
    from zhengzhou_desk.reports.what_if import Outcome


class WhatIfDialog(Dialog):
    """A scratch result: nothing of it is kept."""

    def __init__(self, parent: QWidget, label: str, given: str, found: Outcome) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("测算"))
        self.resize(860, 520)
        title = QLabel(self.tr("如果“{label}”改为 {value}").format(label=label, value=given))
        title.setObjectName("title")
        text = said(
            counted(
                "新增不达标 {count} 个，不再不达标 {less} 个；应预留合计增减 {required} 元，尚差合计增减 {missing} 元。"
                "只是测算，账册没有改动。"
            ),
            count=len(found.newly_failing),
            less=len(found.no_longer_failing),
            required=_signed(found.more_required),
            missing=_signed(found.more_missing),
        )
        self.sums = quiet_label(text)
        self.sums.setWordWrap(True)
        heads = (
            self.tr("变化"), self.tr("单位编码"), self.tr("单位名称"), self.tr("预留份额"), self.tr("应预留（现在）"),
            self.tr("应预留（测算）"), self.tr("尚差（现在）"), self.tr("尚差（测算）"),
        )  # fmt: skip
        self.list = ListView(self.tr("受影响的单位"), heads, frozenset(range(3, 8)))
        look = theme.colours()
        before = {row.unit.code: row for row in found.before}
        rows = [
            self._row(before[row.unit.code], row, self.tr("将不达标"), "error", look.error)
            for row in found.newly_failing
        ]
        rows += [
            self._row(before[row.unit.code], row, self.tr("将达标"), "done", look.accent)
            for row in found.no_longer_failing
        ]
        self.list.put(rows)
        self.none = quiet_label(self.tr("没有单位因此改变达标与否。"))
        self.none.setVisible(not rows)
        column = QVBoxLayout(self)
        for part in (title, self.sums, self.none):
            column.addWidget(part)
        column.addWidget(self.list, 1)
        column.addLayout(button_row(leave_button(self)))

    def _row(self, old: UnitStatus, new: UnitStatus, change: str, sign: str, colour: str) -> ListRow:
        amounts = (new.reserve, old.required, new.required, old.gap, new.gap)
        texts = ("" if amount is None else yuan(amount, grouped=True) for amount in amounts)
        return ListRow((change, new.unit.code, new.unit.name or "", *texts), icon=icons.icon(sign, colour))


def _signed(fen: int) -> str:
    return f"{'+' if fen > 0 else ''}{yuan(fen, grouped=True)}"
