"""Opening a year: what is carried, what is not, which units have changed, what is open before it; then one button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QSpinBox, QVBoxLayout

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.messages import counted, listed, localized
from zhengzhou_desk.gui.widgets.counting import said
from zhengzhou_desk.gui.widgets.dialog import Dialog
from zhengzhou_desk.gui.widgets.layout import button_row, leave_button, quiet_label
from zhengzhou_desk.gui.widgets.list_view import ListRow, ListView
from zhengzhou_desk.records import UnitChange
from zhengzhou_desk.records.kinds import yuan
from zhengzhou_desk.reports.deadlines import Task
from zhengzhou_desk.services import years

if TYPE_CHECKING:
    from zhengzhou_desk.gui.window_api import WindowApi
    from zhengzhou_desk.reports.year_start import YearStart

_FIRST, _LAST = 2021, 2099
# So many units of a task are named beside it.
_NAMED = 6


class OpenYearDialog(Dialog):
    """Nothing is written before the button at the foot is pressed; it is one step and can be undone."""

    def __init__(self, window: WindowApi) -> None:
        super().__init__(window.widget)
        self._window = window
        self._start: YearStart | None = None
        self.setWindowTitle(self.tr("开启新年度"))
        self.resize(820, 640)
        self.year = QSpinBox()
        self.year.setRange(_FIRST, _LAST)
        self.year.setValue(max(window.desk.years) + 1)
        self.year.setAccessibleName(self.tr("年度"))
        self.year.valueChanged.connect(lambda _: self._renew())
        self.carried, self.left = self._text(), quiet_label("")
        self.left.setWordWrap(True)
        self.members = QCheckBox()
        self.changes = ListView(
            self.tr("单位变更"),
            (self.tr("日期"), self.tr("类型"), self.tr("原单位"), self.tr("新单位"), self.tr("依据")),
        )
        self.ends = ListView(
            self.tr("没有了结的事项"), (self.tr("事项"), self.tr("项数"), self.tr("单位")), frozenset((1,))
        )
        self.ends.opened.connect(self._go)
        self.changes_head, self.ends_head = self._heading(), self._heading()
        self.take = QPushButton()
        self.take.setDefault(True)
        self.take.clicked.connect(lambda _: self._take())
        top = QHBoxLayout()
        top.addWidget(QLabel(self.tr("年度")))
        top.addWidget(self.year)
        top.addStretch(1)
        column = QVBoxLayout(self)
        column.addLayout(top)
        for widget in (self._heading(self.tr("带过来的")), self.carried, self.members, self.left):
            column.addWidget(widget)
        column.addWidget(self.changes_head)
        column.addWidget(self.changes, 2)
        column.addWidget(self.ends_head)
        column.addWidget(self.ends, 3)
        column.addLayout(button_row(leave_button(self, cancels=True), self.take))
        self._renew()

    def _text(self) -> QLabel:
        label = QLabel()
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label

    def _heading(self, text: str = "") -> QLabel:
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        font = label.font()
        font.setBold(True)
        label.setFont(font)
        return label

    def _renew(self) -> None:
        """Shows what the year would begin with, or why it cannot be opened."""
        self.take.setText(self.tr("开启 {year} 年度").format(year=self.year.value()))
        try:
            start = years.look_at(self._window.desk, self.year.value())
        except Refused as refused:
            self._start = None
            self.carried.setText(refused.text(self._window.lang))
        else:
            self._start = start
            self.carried.setText("\n".join(f"· {line}" for line in self._lines(start)))
        there = self._start is not None
        self.take.setEnabled(there and self._window.desk.writable)
        for widget in (self.left, self.changes_head, self.ends_head):
            widget.setVisible(there)
        self._show_members()
        self._show_changes()
        self._show_open()

    def _lines(self, start: YearStart) -> list[str]:
        lines = [
            said(counted("单位 {count} 个，国有企业 {accounts} 家"), count=len(start.units), accounts=start.accounts),
            self.tr("共用食堂、账号状态、联系人、单位变更，以及不限年度的设置和文书文字"),
        ]
        if start.floors:
            lines.append(
                said(
                    counted("上年预留作为下限：{count} 个单位，合计 {total} 元"),
                    count=len(start.floors), total=yuan(start.floor_sum, grouped=True),
                )
            )  # fmt: skip
        if start.unknown:
            lines.append(said(counted("还查不到上年预留的单位 {count} 个，列为待查"), count=len(start.unknown)))
        return lines

    def _show_members(self) -> None:
        start = self._start
        count = len(start.members) if start is not None else 0
        self.members.setVisible(bool(count))
        self.members.setText(
            said(counted("工会会员数也照上年带过来（{count} 个单位），福利总额和采购金额另填"), count=count)
        )
        self.left.setText(
            self.tr(
                "不带过来：填报和确认、放宽比例、工会金额、订单和采购执行、通知书、督办、任务、搁置。它们留在原来的年度。"
            )
        )

    def _show_changes(self) -> None:
        start = self._start
        rows = [self._change(row) for row in start.changes] if start is not None else []
        self.changes.put(rows)
        self.changes.setVisible(bool(rows))
        if start is not None:
            since = start.before or self.year.value()
            self.changes_head.setText(
                said(counted("{year} 年以来的单位变更（{count} 项）"), count=len(rows), year=since)
                if rows
                else self.tr("{year} 年以来没有单位变更").format(year=since)
            )

    def _change(self, row: UnitChange) -> ListRow:
        kind = UnitChange.table.column("kind").kind.show(row.kind, self._window.lang)
        new = " ".join(filter(None, (row.new_unit, row.new_name)))
        return ListRow((row.day.isoformat(), kind, self._named(row.old_unit), new, row.basis or ""), row)

    def _named(self, code: str | None) -> str:
        unit = self._window.desk.unit(code)
        return f"{code} {unit.name or ''}" if unit is not None else code or ""

    def _show_open(self) -> None:
        start = self._start
        rows = [self._task(task) for task in start.open_ends] if start is not None else []
        self.ends.put(rows)
        self.ends.setVisible(bool(rows))
        if start is None or start.before is None:
            self.ends_head.hide()
        else:
            self.ends_head.setText(
                self.tr("{year} 年度没有了结的（双击一行去看，不影响开启）").format(year=start.before)
                if rows
                else self.tr("{year} 年度没有未了结的事项").format(year=start.before)
            )

    def _task(self, task: Task) -> ListRow:
        units = [self._window.desk.unit(code) for code in dict.fromkeys(task.units)]
        names = [unit.name or unit.code for unit in units if unit is not None]
        shown = listed(names[:_NAMED], self._window.lang) + (
            said(counted("等 {count} 个"), count=len(names)) if len(names) > _NAMED else ""
        )
        return ListRow((str(localized(task.title, self._window.lang)), str(task.count), shown), task)

    def _go(self) -> None:
        """Leaves for the year before, to the rows of a matter."""
        row, start = self.ends.row, self._start
        if row is None or not isinstance(row.about, Task) or start is None or start.before is None:
            return
        task, before, window = row.about, start.before, self._window
        self.reject()
        if window.desk.year != before:
            window.attempt(lambda: window.desk.choose_year(before))
        if task.rows:
            window.show_rows(task.table, task.rows, row.texts[0])
        else:
            window.show_units("spending" if task.name == "union" else "filings", task.units, row.texts[0])

    def _take(self) -> None:
        desk, year = self._window.desk, self.year.value()
        members = not self.members.isHidden() and self.members.isChecked()

        def done(why: Refused | None) -> None:
            if why is not None:
                self.carried.setText(why.text(self._window.lang))
            else:
                self.accept()

        self._window.change_law(self.tr("正在开启新年度"), lambda: years.open_year(desk, year, members=members), done)
