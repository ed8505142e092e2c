"""The status bar: counts by severity, the selection's sum, whether all is saved, how old the last copy is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QLabel, QStatusBar, QToolButton

from zhengzhou_desk.common.messages import counted
from zhengzhou_desk.gui.widgets import icons, theme
from zhengzhou_desk.gui.widgets.counting import said
from zhengzhou_desk.policy.parameters import LEVELS, SEVERITIES
from zhengzhou_desk.records.kinds import yuan

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from zhengzhou_desk.services.desk import Desk


def tr(text: str) -> str:
    """A sentence of this module in the language of the window."""
    return QCoreApplication.translate("status", text)


class StatusBar:
    """Signs and labels in the window's status bar; a count opens the findings."""

    def __init__(self, bar: QStatusBar, look: Callable[[], None]) -> None:
        bar.setSizeGripEnabled(False)
        self.levels: dict[str, QToolButton] = {}
        for level in LEVELS:
            button = QToolButton()
            button.setIcon(icons.of_severity(level))
            button.setIconSize(QSize(16, 16))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setToolTip(tr("打开审核结果"))
            button.clicked.connect(look)
            self.levels[level] = button
            bar.addWidget(button)
        self.selection, self.backup, self.saved = QLabel(), QLabel(), QLabel()
        for label in (self.selection, self.backup, self.saved):
            bar.addPermanentWidget(label)
        self.parts = (*self.levels.values(), self.selection, self.backup, self.saved)

    def show_desk(self, desk: Desk | None, counts: Mapping[str, int], lang: str) -> None:
        """What stands in the book, and whether it can be changed."""
        for part in self.parts:
            part.setVisible(desk is not None)
        if desk is None:
            return
        for level, button in self.levels.items():
            text = f"{SEVERITIES.option(level).text(lang)} {counts.get(level, 0)}"
            if button.text() != text:
                button.setText(text)
        if not desk.writable:
            self.saved.setText(tr("只读"))
        elif desk.year in desk.closed_years:
            self.saved.setText(tr("已结账，只能查看"))
        else:
            self.saved.setText(tr("已保存"))

    def show_backup(self, text: str, old: bool) -> None:  # noqa: FBT001 - the pair as keeping.age gives it
        """When the last copy was made; in the colour of warnings where that is long ago."""
        self.backup.setText(text)
        self.backup.setStyleSheet(f"color: {theme.colours().warning}" if old else f"color: {theme.colours().quiet}")

    def show_selection(self, sums: tuple[int, int, int] | None) -> None:
        """How many cells are selected, and of amounts their sum and average."""
        if sums is None or sums[0] <= 1:
            self.selection.clear()
            return
        filled, amounts, total = sums
        text = said(counted("计数 {count}"), count=filled)
        if amounts:
            average = (abs(total) * 2 + amounts) // (2 * amounts) * (-1 if total < 0 else 1)
            text += "   " + tr("求和 {total}   平均 {average}").format(
                total=yuan(total, grouped=True), average=yuan(average, grouped=True)
            )
        self.selection.setText(text)
