"""The status bar: counts by severity, the selection's sum, and whether all is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QStatusBar

from zhengzhou_desk.gui.findings_panel import LEVELS
from zhengzhou_desk.policy.params import SEVERITIES
from zhengzhou_desk.records.kinds import yuan

if TYPE_CHECKING:
    from collections.abc import Mapping

    from zhengzhou_desk.desk import Desk


def tr(text: str) -> str:
    return QCoreApplication.translate("status", text)


class Status:
    """Labels in the window's status bar."""

    def __init__(self, bar: QStatusBar) -> None:
        self.counts, self.selection, self.saved = QLabel(), QLabel(), QLabel()
        bar.addWidget(self.counts)
        bar.addPermanentWidget(self.selection)
        bar.addPermanentWidget(self.saved)
        bar.setSizeGripEnabled(False)

    def show_desk(self, desk: Desk | None, counts: Mapping[str, int], lang: str) -> None:
        """What stands in the book, and whether it can be changed."""
        if desk is None:
            for label in (self.counts, self.selection, self.saved):
                label.clear()
            return
        self.counts.setText("   ".join(f"{SEVERITIES.option(level).text(lang)} {counts.get(level, 0)}" for level in LEVELS))
        if not desk.writable:
            self.saved.setText(tr("只读"))
        elif desk.year in desk.closed_years:
            self.saved.setText(tr("已结账，只能查看"))
        else:
            self.saved.setText(tr("已保存"))

    def show_selection(self, sums: tuple[int, int, int] | None) -> None:
        """How many cells are selected, and of amounts their sum and average."""
        if sums is None or sums[0] < 2:
            self.selection.clear()
            return
        filled, amounts, total = sums
        text = tr("计数 {count}").format(count=filled)
        if amounts:
            average = (abs(total) * 2 + amounts) // (2 * amounts) * (-1 if total < 0 else 1)
            text += "   " + tr("求和 {total}   平均 {average}").format(total=yuan(total, grouped=True), average=yuan(average, grouped=True))
        self.selection.setText(text)
