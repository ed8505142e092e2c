"""上报市局: a district's package is written, and packages are taken into a city's book after a look at them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout

from zhengzhou_desk.common.messages import counted
from zhengzhou_desk.gui.dialogs.export import say_written
from zhengzhou_desk.gui.system import ask
from zhengzhou_desk.gui.widgets import icons, theme
from zhengzhou_desk.gui.widgets.counting import said
from zhengzhou_desk.gui.widgets.layout import quiet_label
from zhengzhou_desk.gui.widgets.list_view import ListRow, ListView
from zhengzhou_desk.services import submissions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zhengzhou_desk.gui.window_api import WindowApi

_SIGNS = {
    submissions.ACCEPTED: "done",
    submissions.SAME: "same",
    submissions.OLDER: "warning",
    submissions.NOT_TAKEN: "error",
}


def tr(text: str) -> str:
    """A sentence of this module in the language of the window."""
    return QCoreApplication.translate("reporting", text)


def submit_package(window: WindowApi) -> None:
    """The year's package for the city, with or without the units' contacts."""
    desk = window.desk
    contacts = ask.choice(
        window.widget,
        tr("生成上报包"),
        tr("上报包里写哪些内容？"),
        [tr("只写数字和审核结果"), tr("另写各单位的联系人和电话")],
    )
    if contacts is None:
        return
    # With its day: a package is never replaced, and the next one of the year is another file.
    path = ask.save_file(
        window.widget, tr("生成上报包"), f"{desk.region_name}{desk.year}-{desk.today:%Y%m%d}.zdp", ".zdp"
    )
    if path is None:
        return

    def done(count: int) -> None:
        say_written(window, said(counted("已生成上报包 {path}：{count} 个单位"), count=count, path=path), path)

    window.work(
        tr("正在生成上报包"),
        lambda *_: submissions.write(desk, path, desk.year, now=desk.store.now(), contacts=contacts == 1),
        done,
    )


def merge_packages(window: WindowApi) -> None:
    """Looks at the chosen packages in the background; nothing is taken in before a person has seen the list."""
    desk = window.desk
    paths = ask.open_files(window.widget, tr("读入区县上报包"), "*.zdp")
    if not paths:
        return

    def seen(verdicts: tuple[submissions.PackageVerdict, ...]) -> None:
        if MergeDialog(window, verdicts).exec():
            window.attempt(lambda: submissions.apply(desk, verdicts))

    window.work(tr("正在核对上报包"), lambda progress, _cancelled: submissions.examine(desk, paths, progress), seen)


class MergeDialog(QDialog):
    """What would become of each file, the refused first."""

    def __init__(self, window: WindowApi, verdicts: Sequence[submissions.PackageVerdict]) -> None:
        super().__init__(window.widget)
        self.setWindowTitle(self.tr("读入区县上报包"))
        self.resize(860, 420)
        look = theme.colours()
        colours = {
            submissions.ACCEPTED: look.accent,
            submissions.SAME: look.quiet,
            submissions.OLDER: look.warning,
            submissions.NOT_TAKEN: look.error,
        }
        self.list = ListView(self.tr("上报包"), (self.tr("文件"), self.tr("结果")))
        order = sorted(verdicts, key=lambda verdict: tuple(_SIGNS).index(verdict.state), reverse=True)
        self.list.put(
            [
                ListRow(
                    (each.path.name, each.sentence().text(window.lang)),
                    icon=icons.icon(_SIGNS[each.state], colours[each.state]),
                )
                for each in order
            ]
        )
        count = sum(verdict.state == submissions.ACCEPTED for verdict in verdicts)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.take = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.take.setText(said(counted("读入 {count} 个"), count=count))
        self.take.setEnabled(count > 0)
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("取消"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(quiet_label(self.tr("读入是一步操作，可以撤销。被拒绝的请对方核对后重新生成。")))
        column.addWidget(self.list, 1)
        column.addWidget(buttons)
