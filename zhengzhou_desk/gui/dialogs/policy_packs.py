"""Policy packs: by which the book is judged, what a file would change before it is taken, and dropping one."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QVBoxLayout

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.messages import CHINESE, counted, listed, localized
from zhengzhou_desk.gui.system import ask
from zhengzhou_desk.gui.widgets.counting import said
from zhengzhou_desk.gui.widgets.dialog import Dialog
from zhengzhou_desk.gui.widgets.layout import button_row, leave_button, quiet_label
from zhengzhou_desk.gui.widgets.list_view import ListRow, ListView
from zhengzhou_desk.policy.pack_file import PACK_ENDING, grouped
from zhengzhou_desk.services import policy_packs
from zhengzhou_desk.services.policy_packs import PackInForce

if TYPE_CHECKING:
    from collections.abc import Callable

    from zhengzhou_desk.gui.window_api import WindowApi
    from zhengzhou_desk.policy.pack_file import PolicyPack
    from zhengzhou_desk.services.policy_packs import Preview


T = TypeVar("T")


class PolicyPacksDialog(Dialog):
    """The packs in force with their origin; one can be taken from a file, dropped, or the year's law written as one."""

    def __init__(self, window: WindowApi) -> None:
        super().__init__(window.widget)
        self._window = window
        self.setWindowTitle(self.tr("政策包"))
        self.resize(980, 520)
        title = QLabel(self.tr("{region} 按这些政策包判断").format(region=window.desk.region_name))
        title.setTextFormat(Qt.TextFormat.PlainText)
        title.setObjectName("title")
        about = quiet_label(
            self.tr(
                "新年度的政策数值由上级做成一个文件发来。采用之前先看哪一年会变什么，结账的年度不变。"
                "采用的政策包存在账册里，账册到哪里都按它判断。"
            )
        )
        about.setWordWrap(True)
        heads = (
            self.tr("政策包"), self.tr("起用年度"), self.tr("发出单位"), self.tr("发出日期"), self.tr("来源"),
            self.tr("摘要"),
        )  # fmt: skip
        self.list = ListView(self.tr("政策包"), heads)
        self.list.chosen.connect(self._look)
        self.says = QLabel()
        self.says.setTextFormat(Qt.TextFormat.PlainText)
        self.says.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.says.setWordWrap(True)
        self.wrong = QLabel()
        self.wrong.setObjectName("wrong")
        self.wrong.setTextFormat(Qt.TextFormat.PlainText)
        self.wrong.setWordWrap(True)
        self.take, self.drop, self.write = (
            QPushButton(text) for text in (self.tr("采用文件…"), self.tr("停用…"), self.tr("写成文件…"))
        )
        for button, run in ((self.take, self._take), (self.drop, self._drop), (self.write, self._write)):
            button.setAutoDefault(False)
            button.clicked.connect(run)
        self.write.setToolTip(self.tr("把本年度现行的数值和本局按文号规定的数值写成一个政策包，供下级采用"))
        self.take.setEnabled(window.desk.writable)
        column = QVBoxLayout(self)
        for part in (title, about):
            column.addWidget(part)
        column.addWidget(self.list, 1)
        for part in (self.says, self.wrong):
            column.addWidget(part)
        column.addLayout(button_row(leave_button(self), left=(self.take, self.drop, self.write)))
        self._renew()

    def _renew(self) -> None:
        self.list.put(
            []
        )  # so that the columns are measured anew: a pack that was taken has words where there were none
        self.list.put([self._row(each) for each in policy_packs.in_force(self._window.desk)])

    def _row(self, each: PackInForce) -> ListRow:
        pack, digest = each.pack, grouped(each.digest)
        if pack is None:
            return ListRow((self.tr(each.name), "", "", "", self.tr("随程序"), digest), each)
        return ListRow(
            (pack.region_name, str(pack.year), pack.issuer, str(pack.issued), self.tr("已采用"), digest), each
        )

    @property
    def _chosen(self) -> PackInForce | None:
        row = self.list.row
        return row.about if row is not None and isinstance(row.about, PackInForce) else None

    def _look(self) -> None:
        chosen = self._chosen
        pack = chosen.pack if chosen is not None else None
        self.drop.setEnabled(pack is not None and self._window.desk.writable)
        self.wrong.setText("")
        digest = grouped(chosen.digest) if chosen is not None else ""
        sources = [_sources(pack, self._window.lang)] if pack is not None else []
        self.says.setText("\n".join([*sources, self.tr("摘要：{digest}").format(digest=digest)]))

    def _take(self) -> None:
        path = ask.open_file(self, self.tr("采用政策包"), f"*{PACK_ENDING}")
        if path is not None:
            pack = self._tried(lambda: policy_packs.read(path))
            if pack is not None:
                self._show(lambda: policy_packs.preview(self._window.desk, pack))

    def _drop(self) -> None:
        chosen = self._chosen
        pack = chosen.pack if chosen is not None else None
        if pack is not None:
            self._show(lambda: policy_packs.preview_drop(self._window.desk, pack))

    def _show(self, look: Callable[[], Preview]) -> None:
        """Looks in the background what would change, shows it, and does it once a person has agreed."""

        def looked(*_: object) -> Preview | Refused:
            try:
                return look()
            except Refused as refused:
                return refused

        def show(seen: Preview | Refused) -> None:
            if isinstance(seen, Refused):
                self._refuse(seen)
            elif PackPreview(self, self._window, seen).exec() == QDialog.DialogCode.Accepted:
                self._tried(lambda: policy_packs.take(self._window.desk, seen))
                self._renew()

        self._window.work(self.tr("正在比对政策包"), looked, show)

    def _write(self) -> None:
        desk = self._window.desk
        pack = self._tried(lambda: policy_packs.made(desk, desk.year))
        if pack is None:
            return
        proposed = f"{pack.region_name}{pack.year}{self.tr('政策包')}{PACK_ENDING}"
        path = ask.save_file(self, self.tr("写成政策包"), proposed, PACK_ENDING)
        if path is not None and self._tried(lambda: policy_packs.write(pack, path)) is not None:
            words = self.tr("摘要：{digest}").format(digest=grouped(pack.digest))
            ask.tell(self, self.tr("已写出 {path}").format(path=path), words)

    def _tried(self, step: Callable[[], T]) -> T | None:
        self.wrong.setText("")
        try:
            return step()
        except Refused as refused:
            self._refuse(refused)
            return None

    def _refuse(self, refused: Refused) -> None:
        self.wrong.setText(str(localized(refused, self._window.lang)))


class PackPreview(Dialog):
    """What a pack is, and what would change for which year; accepted where a person agrees."""

    def __init__(self, parent: QDialog, window: WindowApi, seen: Preview) -> None:
        super().__init__(parent)
        pack, lang = seen.pack, window.lang
        drops = seen.changes[0].after is None
        self.setWindowTitle(self.tr("停用政策包") if drops else self.tr("采用政策包"))
        self.resize(900, 560)
        title = QLabel(self.tr("{region} 从 {year} 年度起的政策包").format(region=pack.region_name, year=pack.year))
        title.setTextFormat(Qt.TextFormat.PlainText)
        title.setObjectName("title")
        about = quiet_label(
            "\n".join(
                (
                    self.tr("{issuer} {day} 发出。请与发出单位核对摘要：").format(issuer=pack.issuer, day=pack.issued),
                    grouped(pack.digest),
                )
            )
        )
        about.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        about.setWordWrap(True)
        sources = quiet_label(_sources(pack, lang))
        sources.setWordWrap(True)
        heads = (self.tr("年度"), self.tr("项目"), self.tr("现在"), self.tr("改成"), self.tr("依据"))
        self.list = ListView(self.tr("会改变的数值"), heads)
        self.list.put([
            ListRow(
                (
                    str(row.year),
                    policy_packs.label(row.name, lang),
                    policy_packs.shown(row.name, row.before, lang),
                    policy_packs.shown(row.name, row.after, lang),
                    policy_packs.stated_by(seen.packs_after, row.after, lang),
                )
            )
            for row in seen.values
        ])  # fmt: skip
        self.impact = QLabel("\n".join(self._impact(seen, lang)))
        self.impact.setTextFormat(Qt.TextFormat.PlainText)
        self.impact.setWordWrap(True)
        self.agree = QPushButton(self.tr("停用") if drops else self.tr("采用"))
        self.agree.setDefault(True)
        self.agree.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        for part in (title, about, sources):
            column.addWidget(part)
        column.addWidget(self.list, 1)
        column.addWidget(self.impact)
        column.addLayout(button_row(leave_button(self, cancels=True), self.agree))

    def _impact(self, seen: Preview, lang: str) -> list[str]:
        lines = [] if seen.values else [self.tr("没有数值会变，依据也不变。")]
        for year, impact in seen.impact.items():
            new, gone = len(impact.appearing), len(impact.vanishing)
            appear = said(counted("{year} 年度的审核结果多出 {count} 条"), year=year, count=new)
            vanish = said(counted("消失 {count} 条"), count=gone)
            lines.append(f"{appear}{'，' if lang == CHINESE else ', '}{vanish}{'。' if lang == CHINESE else '.'}")
        if seen.own:
            names = [policy_packs.label(name, lang) for name in seen.own]
            lines.append(self.tr("本局按文号另有规定的不随它变：") + listed(names, lang))
        return lines


def _sources(pack: PolicyPack, lang: str) -> str:
    """The documents that it rests on."""
    documents = dict.fromkeys(each.document for each in pack.articles.values() if each.official)
    return listed(documents, lang)
