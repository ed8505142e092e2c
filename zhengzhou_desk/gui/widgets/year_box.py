"""The year that is looked at: a box in the toolbar with the years of the book."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox

from zhengzhou_desk.gui.widgets import icons

if TYPE_CHECKING:
    from zhengzhou_desk.services.desk import Desk


class YearBox(QComboBox):
    """The newest year first, closed ones with a lock."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setAccessibleName(self.tr("年度"))
        self.setToolTip(self.tr("看哪一年；“账册”菜单里开启新年度"))

    def show_years(self, desk: Desk | None) -> None:
        """The years of a book; nothing where no book is open."""
        self.clear()
        self.setVisible(desk is not None)
        if desk is None:
            return
        for year in reversed(desk.years):
            text = self.tr("{year} 年度").format(year=year)
            self.addItem(icons.icon("lock" if year in desk.closed_years else "calendar"), text, year)
        self.setCurrentIndex(max(0, self.findData(desk.year)))
