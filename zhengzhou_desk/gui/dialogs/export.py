"""Writing workbooks: the public one of a year or of all, and the city's summary in 元 or 万元."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QButtonGroup, QDialog, QLabel, QPushButton, QRadioButton, QVBoxLayout

from zhengzhou_desk.common.messages import listed
from zhengzhou_desk.gui.dialogs import before_submission
from zhengzhou_desk.gui.system import ask
from zhengzhou_desk.gui.widgets.dialog import Dialog
from zhengzhou_desk.gui.widgets.layout import button_row, leave_button, quiet_label
from zhengzhou_desk.services import exports

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from zhengzhou_desk.gui.window_api import WindowApi


T = TypeVar("T")
# The answer with contacts, by its place.
_WITH_CONTACTS = 2


def tr(text: str) -> str:
    """A sentence of this module in the language of the window."""
    return QCoreApplication.translate("export", text)


class OneOf(Dialog):
    """A question with a few answers; `answer` is the place of the one that is taken."""

    def __init__(self, window: WindowApi, title: str, about: str, answers: Sequence[str]) -> None:
        super().__init__(window.widget)
        self.setWindowTitle(title)
        self.setMinimumWidth(460)
        head = QLabel(title)
        head.setObjectName("title")
        words = quiet_label(about)
        words.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(head)
        column.addWidget(words)
        self._answers = QButtonGroup(self)
        for place, text in enumerate(answers):
            button = QRadioButton(text)
            button.setChecked(place == 0)
            self._answers.addButton(button, place)
            column.addWidget(button)
        column.addStretch(1)
        column.addSpacing(8)
        go = QPushButton(tr("选择文件…"))
        go.setDefault(True)
        go.clicked.connect(self.accept)
        column.addLayout(button_row(leave_button(self, cancels=True), go))

    @property
    def answer(self) -> int:
        """Which of the answers is chosen, by its place."""
        return self._answers.checkedId()


def asked(window: WindowApi, title: str, about: str, answers: Sequence[str]) -> int | None:
    """Which answer is taken; None where the person thinks better of it."""
    dialog = OneOf(window, title, about, answers)
    return dialog.answer if dialog.exec() == QDialog.DialogCode.Accepted else None


def export(window: WindowApi) -> None:
    """The workbook that can be imported again as it is."""
    desk = window.desk
    about = tr("单位、填报、工会、国企、采购各一张表，改好后可以原样导入。发给别人的，请不带个人信息。")
    one, every = tr("只导出 {year} 年度").format(year=desk.year), tr("导出所有年度")
    without = tr("{what}，不带联系人、电话和地址")
    ways: list[tuple[str, int | None, bool]] = [
        (one, desk.year, True),
        (every, None, True),
        (without.format(what=one), desk.year, False),
        (without.format(what=every), None, False),
    ]
    answer = asked(window, tr("导出工作簿"), about, [text for text, *_ in ways])
    if answer is None:
        return
    _, year, contacts = ways[answer]
    write_workbook(
        window,
        tr("导出工作簿"),
        f"{desk.bureau}{year or ''}.xlsx",
        lambda path: exports.export_book(desk, path, year, contacts=contacts),
    )


def summary(window: WindowApi) -> None:
    """The city's summary, and what does not tie in it."""
    desk = window.desk
    about = tr("封面、汇总表、单位明细、不达标清单、工会、国企、采购、变更、通知书台账和核对。以 {day} 为准。").format(
        day=desk.today
    )
    answers = (
        tr("金额以元表示"),
        tr("金额以万元表示（末尾说明四舍五入的差额）"),
        tr("金额以元表示，未填报及不达标清单带联系人和电话（供邮件合并，不要上报）"),
    )
    answer = asked(window, tr("导出 {year} 年度汇总").format(year=desk.year), about, answers)
    if answer is None:
        return
    if answer == _WITH_CONTACTS:  # for the bureau's own letters, not reported
        _write_summary(window, contacts=True)
    else:
        before_submission.look(
            window, tr("继续导出汇总…"), lambda despite: _write_summary(window, wan=answer == 1, despite=despite)
        )


def _write_summary(window: WindowApi, *, wan: bool = False, contacts: bool = False, despite: str | None = None) -> None:
    desk = window.desk
    path = ask.save_file(
        window.widget,
        tr("导出汇总工作簿"),
        tr("{bureau}{year}年汇总.xlsx").format(bureau=desk.bureau, year=desk.year),
        ".xlsx",
    )
    if path is None:
        return

    def done(untied: tuple[str, ...]) -> None:
        if untied:
            window.tell(
                tr("汇总已写出，但核对表中有差额，先查清再报送：{what}").format(what=listed(untied, window.lang))
            )
        else:
            say_written(window, tr("已写出汇总 {path}").format(path=path), path)

    window.work(
        tr("正在写出汇总"),
        lambda *_: exports.write_summary(desk, path, wan=wan, contacts=contacts, despite=despite),
        done,
    )


def write_workbook(
    window: WindowApi,
    title: str,
    proposed: str,
    write: Callable[[Path], T],
    *,
    wrote: Callable[[Path, T], str] | None = None,
    over: QWidget | None = None,
) -> None:
    """Asks for a file, writes it beside the window, and says so.

    `proposed` is its name; `wrote` words what was written, where more is to be said than where; `over` is the dialog
    that asks.
    """
    path = ask.save_file(over or window.widget, title, proposed, ".xlsx")
    if path is None:
        return

    def done(answer: T) -> None:
        say_written(window, wrote(path, answer) if wrote else tr("已导出 {path}").format(path=path), path)

    window.work(tr("正在导出"), lambda *_: write(path), done)


def say_written(window: WindowApi, text: str, path: Path) -> None:
    """Says that a file is written, and offers to open the folder it is in."""
    window.tell(text, tr("打开所在文件夹"), lambda: show_folder(path))


def show_folder(path: Path) -> None:
    """Opens the folder that a file is in, as the system does it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
