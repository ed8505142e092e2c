"""Comparing another list of units with the open book."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from zhengzhou_desk.common.messages import counted
from zhengzhou_desk.gui.system import ask
from zhengzhou_desk.gui.widgets.counting import said

if TYPE_CHECKING:
    from collections.abc import Callable

    from zhengzhou_desk.exchange.unit_list import UnitList
    from zhengzhou_desk.gui.window_api import WindowApi


def tr(text: str) -> str:
    """A sentence of this module in the language of the window."""
    return QCoreApplication.translate("unit_lists", text)


def compare(window: WindowApi) -> None:
    """Asks for the list, reads it in the background, and shows where it and the book differ."""
    from zhengzhou_desk.gui.dialogs.unit_lists import UnitListDialog
    from zhengzhou_desk.services import unit_lists

    path = ask.open_file(window.widget, tr("选择另一份单位名录"), ask.SHEETS)
    if path is None:
        return
    desk = window.desk

    def read(_progress: object, cancelled: Callable[[], bool]) -> UnitList:
        from zhengzhou_desk.exchange.reading import read_workbook

        return unit_lists.listed(desk, read_workbook(path, cancelled=cancelled), path.name)

    def show(listed: UnitList) -> None:
        compared = unit_lists.compare(desk, listed)
        if compared.fresh:
            UnitListDialog(window, listed).exec()
            return
        rows = said(counted("{name} 的 {count} 行与账册没有新的差异"), count=len(listed.rows), name=path.name)
        if compared.left:
            window.tell(rows, tr("看以前留下的"), lambda: show_left(listed))
        else:
            window.tell(rows)

    def show_left(listed: UnitList) -> None:
        dialog = UnitListDialog(window, listed)
        dialog.with_left.setChecked(True)
        dialog.exec()

    window.work(tr("正在读取 {name}").format(name=path.name), read, show)
