"""The book itself: its units, years, journal and values, and the help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengzhou_desk.gui.actions import file
from zhengzhou_desk.gui.actions.action import tr
from zhengzhou_desk.gui.actions.enabled import orders
from zhengzhou_desk.gui.system import ask

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

    from zhengzhou_desk.gui.window_api import WindowApi


def unit_change(window: WindowApi) -> None:
    """Merges, dissolves, renames, splits or founds units."""
    from zhengzhou_desk.gui.dialogs.unit_change import ChangeDialog

    ChangeDialog(window).exec()


def canteens(window: WindowApi) -> None:
    """Lists contractors of canteens and who runs which."""
    from zhengzhou_desk.gui.dialogs.canteens import CanteenDialog

    CanteenDialog(window).exec()


def move_orders(window: WindowApi) -> None:
    """Gives the selected orders to another unit."""
    from zhengzhou_desk.gui.dialogs.move_orders import MoveDialog

    MoveDialog(window, orders(window)).exec()


def open_year(window: WindowApi) -> None:
    """Shows what a new year begins with, and opens it."""
    from zhengzhou_desk.gui.dialogs.open_year import OpenYearDialog

    dialog = OpenYearDialog(window)
    if dialog.exec():
        window.tell(
            tr("已开启 {year} 年度，可以撤销。接下来导入或录入本年度的填报。").format(year=window.desk.year),
            tr("导入…"),
            lambda: file.import_sheets(window),
        )


def close_year(window: WindowApi) -> None:
    """Closes the year looked at, or opens it again, once the person agrees."""
    from zhengzhou_desk.services import years

    desk = window.desk
    closed = desk.year in desk.closed_years
    if closed:
        agreed = ask.yes(
            window.widget,
            tr("重新打开 {year} 年度吗？").format(year=desk.year),
            tr("打开后又可以修改，这一步记入日志。"),
            accept=tr("重新打开"),
        )
    else:
        details = tr("结账后本年度只能查看，不能修改；需要时可以重新打开。")
        agreed = ask.yes(window.widget, tr("给 {year} 年度结账吗？").format(year=desk.year), details, accept=tr("结账"))
    if agreed:
        window.attempt(lambda: years.close_year(desk, desk.year, closed=not closed))


def journal(window: WindowApi) -> None:
    """Shows every step ever made in the book."""
    from zhengzhou_desk.gui.dialogs.journal import JournalWindow

    JournalWindow(window).exec()


def settings(window: WindowApi) -> None:
    """Shows the settings of the book and of this computer."""
    from zhengzhou_desk.gui.dialogs.settings import SettingsDialog

    SettingsDialog(window).exec()


def signing_key(window: WindowApi) -> None:
    """Shows the bureau's signing key on this computer, and makes one."""
    from zhengzhou_desk.gui.dialogs.signing_key import SigningKeyDialog

    SigningKeyDialog(window).exec()


def district_codes(window: WindowApi) -> None:
    """Shows the districts' codes in a city's book, to be registered."""
    from zhengzhou_desk.gui.dialogs.district_codes import DistrictCodesDialog

    DistrictCodesDialog(window).exec()


def law(window: WindowApi) -> None:
    """Shows the parameters with their documents, to be changed or tried out."""
    from zhengzhou_desk.gui.dialogs.law import LawWindow

    LawWindow(window).exec()


def policy_packs(window: WindowApi) -> None:
    """Shows the policy packs in force; one can be taken from a file."""
    from zhengzhou_desk.gui.dialogs.policy_packs import PolicyPacksDialog

    PolicyPacksDialog(window).exec()


def close_book(window: WindowApi) -> None:
    """Closes the book."""
    window.welcome()


def manual(window: WindowApi) -> None:
    """Shows the manual, at the chapter about the page in front."""
    from zhengzhou_desk.gui.dialogs.manual import HelpWindow

    HelpWindow(window.widget, window.lang, window.page.name if window.has_book else None).exec()


def manual_about(window: WindowApi, dialog: QDialog) -> None:
    """Shows the manual over a dialog, at the chapter about it."""
    from zhengzhou_desk.gui.dialogs.manual import HelpWindow

    if not isinstance(dialog, HelpWindow):
        HelpWindow(dialog, window.lang, type(dialog).__name__).exec()


def manual_pdf(window: WindowApi) -> None:
    """Writes the manual as a PDF, in the language of the window."""
    from zhengzhou_desk.gui.dialogs.export import say_written
    from zhengzhou_desk.services import manual

    path = ask.save_file(window.widget, tr("使用手册另存为 PDF"), tr("郑采台账使用手册.pdf"), ".pdf")
    if path is not None:
        said = tr("已写出 {path}").format(path=path)
        window.work(
            tr("正在写使用手册"),
            lambda *_: manual.write_pdf(window.lang, path),
            lambda _: say_written(window, said, path),
        )


def about(window: WindowApi) -> None:
    """Shows which program this is, and what whoever helps wants to know."""
    from zhengzhou_desk.gui.dialogs.about import AboutDialog

    AboutDialog(window).exec()


def divide_task(window: WindowApi) -> None:
    """Divides the amount that the city has set over the units; then shows the parts."""
    from zhengzhou_desk.gui.dialogs.quotas import QuotasDialog

    if QuotasDialog(window).exec():
        window.tell(tr("任务已分解，可以撤销。各单位的任务在“填报”页的“任务”表，完成情况可以导出"))


def export_quotas(window: WindowApi) -> None:
    """Writes quotas and how much of each is done."""
    from zhengzhou_desk.gui.dialogs.export import write_workbook
    from zhengzhou_desk.services import exports

    desk = window.desk
    write_workbook(
        window,
        tr("导出任务完成情况"),
        tr("{year}年采购任务分解及完成情况.xlsx").format(year=desk.year),
        lambda path: exports.write_quotas(desk, path),
    )
