"""上报市局: a district's package is written, and packages are taken into a city's book after a look at them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.messages import counted, localized
from zhengzhou_desk.common.sealing import wrong_password
from zhengzhou_desk.gui.dialogs import before_submission
from zhengzhou_desk.gui.dialogs.export import say_written
from zhengzhou_desk.gui.system import ask
from zhengzhou_desk.gui.widgets import icons, theme
from zhengzhou_desk.gui.widgets.counting import said
from zhengzhou_desk.gui.widgets.dialog import Dialog
from zhengzhou_desk.gui.widgets.layout import quiet_label
from zhengzhou_desk.gui.widgets.list_view import ListRow, ListView
from zhengzhou_desk.records.submission import ORIGINS
from zhengzhou_desk.services import signing_key, submissions

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from zhengzhou_desk.gui.window_api import WindowApi
    from zhengzhou_desk.records import Submission

_SIGNS = {
    submissions.ACCEPTED: "done",
    submissions.SAME: "same",
    submissions.OLDER: "warning",
    submissions.NOT_TAKEN: "error",
}


# How wide what a district says of its package is shown.
_REMARK = 280


def tr(text: str) -> str:
    """A sentence of this module in the language of the window."""
    return QCoreApplication.translate("reporting", text)


def check_before(window: WindowApi) -> None:
    """What to look at before a year is reported, to be read."""
    before_submission.look(window)


def submit_package(window: WindowApi) -> None:
    """The year's package for the city, after the check."""
    before_submission.look(window, tr("继续生成上报包…"), lambda despite: _submit(window, despite))


def _submit(window: WindowApi, despite: str | None) -> None:
    """The package: with or without the units' contacts, signed or not, sealed or not."""
    from zhengzhou_desk.gui.dialogs.package import PackageDialog

    desk = window.desk
    try:
        key = signing_key.kept(window.settings.folder)
    except Refused as refused:
        window.tell(refused)  # the package can do without
        key = None
    dialog = PackageDialog(window, has_key=key is not None)
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return
    # With its day: a package is never replaced, and the next one of the year is another file.
    path = ask.save_file(
        window.widget, tr("生成上报包"), f"{desk.region_name}{desk.year}-{desk.today:%Y%m%d}.zdp", ".zdp"
    )
    if path is None:
        return
    contacts, key_password, password = dialog.contacts.isChecked(), None, None
    if key is not None and dialog.sign.isChecked():
        key_password = ask.password(window.widget, tr("生成上报包"), tr("签名密钥的密码："))
        if key_password is None:
            return
    if dialog.seal.isChecked():
        password = ask.new_password(window.widget, tr("上报包的密码"))
        if password is None:
            return

    def write() -> Submission:
        private = key.opened(key_password) if key is not None and key_password is not None else None
        return submissions.report(
            desk, path, desk.year, now=desk.store.now(), contacts=contacts, private=private, password=password,
            despite=despite,
        )  # fmt: skip

    def done(made: Submission) -> None:
        # In a closed year nothing can have changed by the next time.
        if desk.can_edit:
            window.attempt(lambda: submissions.note(desk, made))
        count = made.units or 0
        say_written(window, said(counted("已生成上报包 {path}：{count} 个单位"), count=count, path=path), path)

    window.work(tr("正在生成上报包"), lambda *_: write(), done)


def merge_packages(window: WindowApi) -> None:
    """Looks at the chosen packages in the background; nothing is taken in before a person has seen the list."""
    paths = ask.open_files(window.widget, tr("读入区县上报包"), "*.zdp")
    if paths:
        _Merging(window, paths).unlock()


class _Merging:
    """Taking packages in: first whatever is sealed is opened, then the list is shown until a person has decided."""

    def __init__(self, window: WindowApi, paths: Sequence[Path]) -> None:
        self._window = window
        self._paths = paths
        self._unlocked: dict[Path, bytes | Refused] = {}
        self._despite: dict[Path, str] = {}

    def unlock(self, question: str = "") -> None:
        """Asks for passwords, one at a time, and tries each on all that are still closed."""
        locked = [path for path in submissions.sealed_files(self._paths) if path not in self._unlocked]
        if not locked:
            self._look()
            return
        question = question or tr("{name} 是加密的上报包，请输入密码：").format(name=locked[0].name)
        password = ask.password(self._window.widget, tr("读入区县上报包"), question)
        if password is None:  # the rest of the list can be taken without them
            self._look()
            return

        def tried(opened: dict[Path, bytes | Refused]) -> None:
            self._unlocked |= opened
            wrong = "" if locked[0] in opened else str(localized(wrong_password(locked[0]), self._window.lang))
            self.unlock(wrong)

        self._window.work(
            tr("正在解密上报包"), lambda progress, _: submissions.unlock(locked, password, progress), tried
        )

    def _look(self) -> None:
        desk = self._window.desk
        self._window.work(
            tr("正在核对上报包"),
            lambda progress, _cancelled: submissions.examine(
                desk, self._paths, progress, unlocked=self._unlocked, despite=self._despite
            ),
            self._seen,
        )

    def _seen(self, verdicts: tuple[submissions.PackageVerdict, ...]) -> None:
        dialog = MergeDialog(self._window, verdicts)
        if not dialog.exec():
            return
        if dialog.despite:
            self._despite |= dialog.despite
            self._look()
            return
        self._window.attempt(lambda: submissions.apply(self._window.desk, verdicts))


class MergeDialog(Dialog):
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
        # Why one whose origin is false is to be taken all the same: the list is then made anew.
        self.despite: dict[Path, str] = {}
        self.list = ListView(
            self.tr("上报包"), (self.tr("文件"), self.tr("来源核对"), self.tr("结果"), self.tr("审核说明"))
        )
        order = sorted(verdicts, key=lambda verdict: tuple(_SIGNS).index(verdict.state), reverse=True)
        self.list.put(
            [
                ListRow(
                    (
                        each.path.name,
                        ORIGINS.show(each.submission.origin, window.lang) if each.submission is not None else "",
                        each.sentence().text(window.lang),
                        remark.text(window.lang) if (remark := each.remark()) is not None else "",
                    ),
                    each,
                    icons.icon(_SIGNS[each.state], colours[each.state]),
                )
                for each in order
            ]
        )
        self.list.horizontalHeader().moveSection(3, 2)  # the result is the longest, and last takes what room is left
        if any(each.remark() is not None for each in verdicts):
            self.list.setColumnWidth(3, _REMARK)
        count = sum(verdict.state == submissions.ACCEPTED for verdict in verdicts)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.take = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.take.setText(said(counted("读入 {count} 个"), count=count))
        self.take.setEnabled(count > 0)
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("取消"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.justify = buttons.addButton(self.tr("说明理由后读入…"), QDialogButtonBox.ButtonRole.ActionRole)
        self.justify.setAutoDefault(False)
        self.justify.clicked.connect(self._justify)
        self.list.chosen.connect(self._renew)
        column = QVBoxLayout(self)
        column.addWidget(quiet_label(self.tr("读入是一步操作，可以撤销。被拒绝的请对方核对后重新生成。")))
        column.addWidget(self.list, 1)
        column.addWidget(buttons)
        self._renew()

    def _doubted(self) -> submissions.PackageVerdict | None:
        row = self.list.row
        about = row.about if row is not None else None
        return about if isinstance(about, submissions.PackageVerdict) and about.is_doubted else None

    def _renew(self) -> None:
        self.justify.setEnabled(self._doubted() is not None)

    def _justify(self) -> None:
        doubted = self._doubted()
        if doubted is None:
            return
        reason = ask.text(self, self.tr("说明理由后读入"), self.tr("来源不符，为什么仍然读入？理由记入账册："))
        if reason is not None and reason.strip():
            self.despite[doubted.path] = reason.strip()
            self.accept()
