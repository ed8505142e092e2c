"""The book itself: its years, journal, values, backups, and the help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengzhou_desk.gui.actions import file
from zhengzhou_desk.gui.actions.action import tr
from zhengzhou_desk.gui.actions.enabled import orders
from zhengzhou_desk.gui.system import ask

if TYPE_CHECKING:
    from zhengzhou_desk.gui.main_window import MainWindow
    from zhengzhou_desk.gui.window_api import Frame


def unit_change(frame: Frame) -> None:
    from zhengzhou_desk.gui.dialogs.unit_change import ChangeDialog

    ChangeDialog(frame).exec()


def canteens(frame: Frame) -> None:
    from zhengzhou_desk.gui.dialogs.canteens import CanteenDialog

    CanteenDialog(frame).exec()


def move_orders(frame: Frame) -> None:
    from zhengzhou_desk.gui.dialogs.move_orders import MoveDialog

    MoveDialog(frame, orders(frame)).exec()


def open_year(frame: Frame) -> None:
    year = ask.number(frame.widget, tr("开启新年度"), tr("年度（单位、变更和上年预留自动带过来）："), max(frame.desk.years) + 1, 2021, 2099)

    def opened() -> bool:
        assert year is not None
        frame.desk.open_year(year)
        return True

    if year is not None and frame.attempt(opened):
        frame.tell(tr("已开启 {year} 年度。接下来导入或录入本年度的填报。").format(year=year), tr("导入…"), lambda: file.import_sheets(frame))


def close_year(frame: Frame) -> None:
    desk = frame.desk
    closed = desk.year in desk.closed_years
    if closed:
        agreed = ask.yes(frame.widget, tr("重新打开 {year} 年度吗？").format(year=desk.year), tr("打开后又可以修改，这一步记入日志。"), accept=tr("重新打开"))
    else:
        details = tr("结账后本年度只能查看，不能修改；需要时可以重新打开。")
        agreed = ask.yes(frame.widget, tr("给 {year} 年度结账吗？").format(year=desk.year), details, accept=tr("结账"))
    if agreed:
        frame.attempt(lambda: desk.close_year(desk.year, closed=not closed))


def journal(frame: Frame) -> None:
    from zhengzhou_desk.gui.dialogs.journal import JournalWindow

    JournalWindow(frame).exec()


def settings(frame: Frame) -> None:
    from zhengzhou_desk.gui.dialogs.settings import SettingsDialog

    SettingsDialog(frame).exec()


def law(frame: Frame) -> None:
    from zhengzhou_desk.gui.dialogs.law import LawWindow

    LawWindow(frame).exec()


def back_up(frame: Frame) -> None:
    from zhengzhou_desk.gui.dialogs.backup import BackupDialog

    BackupDialog(_window(frame)).exec()


def restore(frame: Frame) -> None:
    """Puts a copy in the place of the book that is open, or of one that is chosen."""
    from zhengzhou_desk.gui import session
    from zhengzhou_desk.gui.dialogs.restore import restore_from_list

    if frame.has_book:
        restore_from_list(_window(frame), frame.desk.path)
    else:
        session.choose_backup(_window(frame))


def check_up(frame: Frame) -> None:
    from zhengzhou_desk.gui.dialogs import checkup

    checkup.check_up(_window(frame), frame.desk.path)


def close_book(frame: Frame) -> None:
    _window(frame).welcome()


def _window(frame: Frame) -> MainWindow:
    from zhengzhou_desk.gui.main_window import MainWindow

    assert isinstance(frame, MainWindow)
    return frame


def shortcuts(frame: Frame) -> None:
    from zhengzhou_desk.gui.dialogs.shortcuts import ShortcutsPage

    ShortcutsPage(frame.widget).exec()


def manual(frame: Frame) -> None:
    from zhengzhou_desk.gui.dialogs.manual import HelpWindow

    HelpWindow(frame.widget, frame.lang).exec()
