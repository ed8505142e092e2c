"""The values in force: what the law states for the year, by which article, and what the bureau itself has stated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractItemView, QDialog, QHBoxLayout, QLabel, QPushButton, QTableView, QVBoxLayout

from zhengzhou_desk.errors import Refused
from zhengzhou_desk.gui import ask
from zhengzhou_desk.gui.unit_page import text_view
from zhengzhou_desk.language import translated
from zhengzhou_desk.policy.law import OWN
from zhengzhou_desk.policy.pack import packs
from zhengzhou_desk.policy.params import params
from zhengzhou_desk.policy.whatif import what_if
from zhengzhou_desk.records.kinds import yuan

if TYPE_CHECKING:
    from zhengzhou_desk.gui.frame import Frame

_SEVERITY = "severity."


class LawWindow(QDialog):
    """One line per value; a value of the bureau's own needs the document it rests on."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame.widget)
        self._frame = frame
        self.setWindowTitle(self.tr("{year} 年度现行政策数值").format(year=frame.desk.year))
        self.resize(860, 560)
        self._names = [name for name in params() if not name.startswith(_SEVERITY)]
        self._column = QVBoxLayout(self)
        hint = QLabel(self.tr("本局另有规定的，可按文号改；往年的数值不变。测算只看结果，不改账册。"))
        hint.setObjectName("quiet")
        self._column.addWidget(hint)
        row = QHBoxLayout()
        for text, run in (
            (self.tr("按本局文件修改…"), self._state), (self.tr("取消本局数值"), self._withdraw), (self.tr("测算…"), self._suppose),
        ):  # fmt: skip
            button = QPushButton(text)
            button.clicked.connect(run)
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        close = QPushButton(self.tr("关闭"))
        close.clicked.connect(self.reject)
        row.addWidget(close)
        self._column.addLayout(row)
        self._view = self._made()
        self._column.insertWidget(1, self._view, 1)

    def _made(self) -> QTableView:
        lang, desk = self._frame.lang, self._frame.desk
        heads = [self.tr("项目"), self.tr("数值"), self.tr("依据"), self.tr("本局文号")]
        rows = []
        for name in self._names:
            param = params()[name]
            found = desk.law.in_force(name, desk.year)
            value = self.tr("未规定") if found is None else param.kind.show(found.value, lang)
            articles = "、".join(packs().articles[article].text(lang) for article in found.articles) if found else ""
            rows.append([translated(param.label, lang), value, articles, (found.document or "") if found else ""])
        view = text_view(self, self.tr("政策数值"), heads, rows)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        return view

    def _chosen(self) -> str | None:
        place = self._view.currentIndex().row()
        return self._names[place] if 0 <= place < len(self._names) else None

    def _renew(self) -> None:
        self._column.removeWidget(self._view)
        self._view.deleteLater()
        self._view = self._made()
        self._column.insertWidget(1, self._view, 1)

    def _value(self, name: str, title: str) -> str | None:
        """A value from the person, checked by its kind."""
        given = ask.text(self, title, translated(params()[name].label, self._frame.lang))
        if given is None or not given.strip():
            return None
        try:
            params()[name].kind.parse(given)
        except Refused as refused:
            self._frame.tell(refused)
            return None
        return given

    def _state(self) -> None:
        name = self._chosen()
        value = self._value(name, self.tr("本局数值")) if name is not None else None
        document = ask.text(self, self.tr("依据文号"), self.tr("如 郑财购〔2024〕5号：")) if value is not None else None
        if name is None or value is None or document is None:
            return
        if not document.strip():
            self._frame.tell(self.tr("本局数值要有依据文号，没有改动"))
            return
        desk = self._frame.desk
        self._frame.attempt(lambda: desk.set_setting(OWN + name, value, desk.year, document))
        self._renew()

    def _withdraw(self) -> None:
        name, desk = self._chosen(), self._frame.desk
        if name is not None and desk.setting(OWN + name, desk.year) is not None:
            self._frame.attempt(lambda: desk.set_setting(OWN + name, None, desk.year))
            self._renew()

    def _suppose(self) -> None:
        """Who would fail under another value; nothing in the book changes."""
        name = self._chosen()
        value = self._value(name, self.tr("测算用的数值")) if name is not None else None
        if name is None or value is None:
            return
        desk = self._frame.desk
        found = what_if(desk.engine, desk.year, {name: value})
        units = "\n".join(f"{row.unit.code} {row.unit.name or ''}" for row in found.newly_failing[:20])
        more = self.tr("新增不达标 {new} 个，不再不达标 {less} 个；应预留合计增加 {required} 元，尚差合计增加 {missing} 元。").format(
            new=len(found.newly_failing), less=len(found.no_longer_failing),
            required=yuan(found.more_required, grouped=True), missing=yuan(found.more_missing, grouped=True),
        )  # fmt: skip
        ask.tell(self, more, units)
