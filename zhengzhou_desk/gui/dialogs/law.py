"""The values in force: what the law states for the year, by which article and since when, and the bureau's own."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.messages import CHINESE, localized
from zhengzhou_desk.gui.widgets import icons, theme
from zhengzhou_desk.gui.widgets.dialog import Dialog
from zhengzhou_desk.gui.widgets.layout import button_row, leave_button, quiet_label, titled_card
from zhengzhou_desk.gui.widgets.list_view import ListRow, ListView
from zhengzhou_desk.policy.parameters import OWN, params
from zhengzhou_desk.records.kinds import Choice, Flag
from zhengzhou_desk.reports.what_if import what_if
from zhengzhou_desk.services import editing, policy_packs

if TYPE_CHECKING:
    from zhengzhou_desk.gui.window_api import WindowApi
    from zhengzhou_desk.policy.law import ValueInForce
    from zhengzhou_desk.policy.packs import StatedValue
    from zhengzhou_desk.reports.what_if import Outcome


@dataclass(frozen=True, slots=True)
class _Value:
    """One value for the year: as the packs state it, and as it is in force."""

    name: str
    label: str
    stated: StatedValue | None
    found: ValueInForce | None

    @property
    def own(self) -> bool:
        return self.found is not None and self.found.document is not None


class LawWindow(Dialog):
    """A list of the values and a card about the one that is chosen; the card states, withdraws and tries out."""

    def __init__(self, window: WindowApi) -> None:
        super().__init__(window.widget)
        self._window = window
        desk = window.desk
        self.setWindowTitle(self.tr("{year} 年度现行政策数值").format(year=desk.year))
        self.resize(1040, 640)
        about = self.tr("{region} {year} 年度按下列数值判断。本局另有文件规定的，可以按文号改；往年的数值不变。")
        self.levels = QCheckBox(self.tr("也列出各条规则的级别"))
        self.levels.toggled.connect(lambda _: self.renew())
        head = QHBoxLayout()
        words = quiet_label(about.format(region=desk.region_name, year=desk.year))
        words.setWordWrap(True)
        head.addWidget(words, 1)
        head.addWidget(self.levels)
        heads = (self.tr("项目"), self.tr("数值"), self.tr("起用日期"), self.tr("依据"))
        self.list = ListView(self.tr("政策数值"), heads)
        self.list.chosen.connect(self._look)
        sides = QHBoxLayout()
        sides.addWidget(self.list, 3)
        sides.addWidget(self._card(), 2)
        column = QVBoxLayout(self)
        column.addLayout(head)
        column.addLayout(sides, 1)
        column.addLayout(button_row(leave_button(self)))
        self.renew()
        self.list.selectRow(0)

    # -- the list ----------------------------------------------------------------------------------

    def renew(self) -> None:
        """Reads the values anew."""
        names = [name for name in params() if self.levels.isChecked() or not name.startswith(policy_packs.SEVERITY)]
        self.list.put([self._row(self._value(name)) for name in names], keep=True)

    def _value(self, name: str) -> _Value:
        desk = self._window.desk
        stated = desk.law.packs.stated(name, desk.region, datetime.date(desk.year, 12, 31))
        return _Value(name, policy_packs.label(name, self._window.lang), stated, desk.law.in_force(name, desk.year))

    def _row(self, value: _Value) -> ListRow:
        lang, found = self._window.lang, value.found
        shown = self.tr("未规定") if found is None else params()[value.name].kind.show(found.value, lang)
        if found is not None and found.document is not None:
            since, ground = str(self._window.desk.year), self.tr("本局 {document}").format(document=found.document)
        else:
            since = str(value.stated.since) if value.stated is not None and found is not None else ""
            ground = policy_packs.stated_by(self._window.desk.law.packs, found, lang)
        icon = icons.icon(
            "settings" if value.own else "law", theme.colours().accent if value.own else theme.colours().handle
        )
        return ListRow((value.label, shown, since, ground), value, icon)

    # -- the card ----------------------------------------------------------------------------------

    def _card(self) -> QWidget:
        card, column = titled_card("")
        self.title = QLabel()
        self.title.setObjectName("title")
        self.title.setWordWrap(True)
        self.says = QLabel()
        self.source = quiet_label("")
        for label in (self.says, self.source):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label.setWordWrap(True)
        self.wrong = QLabel()
        self.wrong.setObjectName("wrong")
        self.wrong.setWordWrap(True)
        self.typed, self.options, self.document = QLineEdit(), QComboBox(), QLineEdit()
        self.typed.setAccessibleName(self.tr("数值"))
        self.options.setAccessibleName(self.tr("数值"))
        self.document.setPlaceholderText(self.tr("如 郑财购〔2024〕5号"))
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        both = QVBoxLayout()
        both.addWidget(self.typed)
        both.addWidget(self.options)
        form.addRow(self.tr("数值"), both)
        form.addRow(self.tr("本局文号"), self.document)
        self.state, self.withdraw, self.suppose = (
            QPushButton(text) for text in (self.tr("按本局文件采用"), self.tr("取消本局数值"), self.tr("测算影响…"))
        )
        for button, run in ((self.state, self._state), (self.withdraw, self._withdraw), (self.suppose, self._suppose)):
            button.setAutoDefault(False)
            button.clicked.connect(run)
        self.suppose.setToolTip(self.tr("看换成这个数值后哪些单位达标与否会变，不改账册"))
        buttons = QHBoxLayout()
        buttons.addWidget(self.state)
        buttons.addWidget(self.withdraw)
        more = QHBoxLayout()
        more.addWidget(self.suppose)
        more.addStretch(1)
        for part in (self.title, self.says, self.source):
            column.addWidget(part)
        column.addSpacing(12)
        column.addLayout(form)
        column.addWidget(self.wrong)
        column.addLayout(buttons)
        column.addLayout(more)
        column.addStretch(1)
        return card

    @property
    def value(self) -> _Value | None:
        """The parameter that is chosen, if any."""
        row = self.list.row
        return row.about if row is not None and isinstance(row.about, _Value) else None

    def _look(self) -> None:
        value = self.value
        if value is None:
            return
        lang, kind = self._window.lang, params()[value.name].kind
        self.title.setText(value.label)
        self.wrong.setText("")
        words, sources = [], []
        if value.stated is not None:
            shown = kind.show(value.stated.value, lang) if value.stated.value is not None else self.tr("未规定")
            words.append(self.tr("政策原定：{value}").format(value=shown))
            for key in value.stated.articles:
                article = self._window.desk.law.packs.articles[key]
                mark = "：" if lang == CHINESE else ": "
                words.append(f"{article.text(lang)}{mark}{article.says.get(lang, article.says[CHINESE])}")
                sources.append(article.source)
        else:
            words.append(self.tr("上级文件没有规定这一项。"))
        if value.found is not None and value.found.document is not None:
            shown = kind.show(value.found.value, lang)
            words.append(self.tr("本局规定：{value}（{document}）").format(value=shown, document=value.found.document))
        self.says.setText("\n\n".join(words))
        self.source.setText("\n".join(dict.fromkeys(sources)))
        self._fill(value)

    def _fill(self, value: _Value) -> None:
        """The fields as the value stands now."""
        lang, kind = self._window.lang, params()[value.name].kind
        choosing = isinstance(kind, Choice | Flag)
        self.typed.setVisible(not choosing)
        self.options.setVisible(choosing)
        self.options.clear()
        present = kind.show(value.found.value, lang) if value.found is not None else ""
        if isinstance(kind, Choice):
            for option in kind.options:
                self.options.addItem(option.text(lang), option.code)
        elif isinstance(kind, Flag):
            for yes in (True, False):
                self.options.addItem(kind.show(yes, lang), kind.show(yes, CHINESE))
        self.options.setCurrentText(present)
        self.typed.setText(present)
        self.document.setText((value.found.document or "") if value.found is not None else "")
        can = self._window.desk.can_edit
        self.state.setEnabled(can)
        self.document.setEnabled(can)
        self.withdraw.setEnabled(can and value.own)

    def _given(self, value: _Value) -> str | None:
        """What stands in the field, checked by its kind; None where that is no value."""
        given = self.typed.text().strip() if self.options.isHidden() else str(self.options.currentData())
        try:
            if not given:
                raise Refused("数值不能空着")
            params()[value.name].kind.parse(given)
        except Refused as refused:
            self.wrong.setText(str(localized(refused, self._window.lang)))
            return None
        self.wrong.setText("")
        return given

    def _state(self) -> None:
        value = self.value
        given = self._given(value) if value is not None else None
        if value is None or given is None:
            return
        document = self.document.text().strip()
        if not document:
            self.wrong.setText(self.tr("本局数值要有依据文号"))
            self.document.setFocus()
            return
        self._put(value, given, document)

    def _withdraw(self) -> None:
        if self.value is not None:
            self._put(self.value, None, None)

    def _put(self, value: _Value, given: str | None, document: str | None) -> None:
        desk = self._window.desk

        def done(why: Refused | None) -> None:
            if why is not None:
                self.wrong.setText(str(localized(why, self._window.lang)))
            else:
                self.renew()

        self._window.change_law(
            self.tr("正在按新的数值重新审核"),
            lambda: editing.set_setting(desk, OWN + value.name, given, desk.year, document),
            done,
        )

    def _suppose(self) -> None:
        """Who would fail under another value; nothing in the book changes."""
        from zhengzhou_desk.gui.dialogs.what_if import WhatIfDialog

        value = self.value
        given = self._given(value) if value is not None else None
        if value is None or given is None:
            return
        desk, label = self._window.desk, value.label

        def show(found: Outcome) -> None:
            WhatIfDialog(self, label, given, found).exec()

        self._window.work(self.tr("正在测算"), lambda *_: what_if(desk.engine, desk.year, {value.name: given}), show)
