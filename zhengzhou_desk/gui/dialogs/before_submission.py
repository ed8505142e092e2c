"""上报前检查: one page to look at before package and summary; with errors open it goes on only with a reason."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QDialog, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout

from zhengzhou_desk.gui.widgets import icons, theme
from zhengzhou_desk.gui.widgets.dialog import Dialog
from zhengzhou_desk.gui.widgets.layout import button_row, leave_button, quiet_label
from zhengzhou_desk.gui.widgets.list_view import ListRow, ListView
from zhengzhou_desk.policy.engine import Finding
from zhengzhou_desk.policy.parameters import ERROR, SEVERITIES, UNKNOWN
from zhengzhou_desk.services import before_submission
from zhengzhou_desk.services.before_submission import LABELS, SubmissionCheck

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from zhengzhou_desk.gui.window_api import WindowApi
    from zhengzhou_desk.reports.unit_status import UnitStatus


def tr(text: str) -> str:
    """A sentence of this module in the language of the window."""
    return QCoreApplication.translate("before_submission", text)


def look(window: WindowApi, onward: str = "", go: Callable[[str | None], None] = lambda _: None) -> None:
    """Makes the check and shows it; then `go` on with the reason where errors are left open, if a person wants to."""

    def show(found: SubmissionCheck) -> None:
        dialog = BeforeSubmissionDialog(window, found, onward)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            go(dialog.despite)

    desk = window.desk
    window.work(tr("正在做上报前检查"), lambda *_: before_submission.check(desk), show)


class BeforeSubmissionDialog(Dialog):
    """Four sentences, and below them everything they count; a double click goes there.

    `onward` is what the button that goes on is called; without one the page is only read.
    """

    def __init__(self, window: WindowApi, found: SubmissionCheck, onward: str = "") -> None:
        super().__init__(window.widget)
        self._window = window
        self._found = found
        self._lang = window.lang
        self.setWindowTitle(self.tr("上报前检查"))
        self.resize(1000, 600)
        title = QLabel(self.tr("{year} 年度上报前检查，截至 {day}").format(year=found.year, day=window.desk.today))
        title.setObjectName("title")
        self.list = ListView(
            self.tr("上报前检查"),
            (self.tr("事项"), self.tr("单位编码"), self.tr("单位名称"), self.tr("内容")),
        )
        self._rows = [*self._of_findings(), *self._of_ties(), *self._of_differences(), *self._of_filings()]
        self.part = QComboBox()
        self.part.setAccessibleName(self.tr("事项"))
        for text, count in Counter(row.texts[0] for row in self._rows).items():
            self.part.addItem(f"{text}　{count}", text)
        self.part.insertItem(0, self.tr("全部事项　{number}").format(number=len(self._rows)))
        self.part.setCurrentIndex(0)
        self.part.currentIndexChanged.connect(lambda _: self._show_part())
        self._show_part()
        self.list.opened.connect(self._go)
        self.reason = QLineEdit()
        self.reason.setMaxLength(200)
        self.reason.setAccessibleName(self.tr("有错误仍然上报的理由"))
        self.reason.setPlaceholderText(self.tr("有错误仍然上报的理由，随上报包（或汇总封面）上报，市局看得到"))
        self.reason.setVisible(bool(onward) and found.needs_reason)
        self.reason.textChanged.connect(lambda _: self._renew())
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(title)
        column.addLayout(self._headlines())
        row = QHBoxLayout()
        row.addWidget(self.part)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.list, 1)
        column.addWidget(self.reason)
        self.onward = QPushButton(onward)
        self.onward.setVisible(bool(onward))
        self.onward.clicked.connect(self.accept)
        self.onward.setDefault(bool(onward))
        column.addLayout(button_row(leave_button(self, cancels=bool(onward)), self.onward))
        self._renew()
        if self.reason.isVisibleTo(self):
            self.reason.setFocus()

    @property
    def despite(self) -> str | None:
        """The reason for reporting with errors; None where there are none."""
        return (self.reason.text().strip() or None) if self._found.needs_reason else None

    def _show_part(self) -> None:
        wanted = self.part.currentData()
        self.list.put([row for row in self._rows if wanted is None or row.texts[0] == wanted])

    def _renew(self) -> None:
        self.onward.setEnabled(not self._found.needs_reason or self.despite is not None)

    def _headlines(self) -> QGridLayout:
        """Each sentence with a sign: something wrong, something to look at, or nothing."""
        found, look = self._found, theme.colours()
        signs = (
            "error" if found.errors else "warning" if found.unknown or found.warnings else "done",
            "warning" if found.unfiled or found.unconfirmed else "done",
            "error" if found.untied else "done",
            "same",
        )
        colours = {"error": look.error, "warning": look.warning, "done": look.accent, "same": look.quiet}
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.setVerticalSpacing(4)
        for row, (sign, sentence) in enumerate(zip(signs, found.headlines(), strict=True)):
            mark = QLabel()
            mark.setPixmap(icons.icon(sign, colours[sign]).pixmap(16, 16))
            text = quiet_label(sentence.text(self._lang))
            text.setWordWrap(True)
            grid.addWidget(mark, row, 0)
            grid.addWidget(text, row, 1)
        return grid

    def _of_findings(self) -> Iterator[ListRow]:
        wording, look, found = self._window.desk.wording(self._lang), theme.colours(), self._found
        signs = {ERROR: ("error", look.error), UNKNOWN: ("warning", look.quiet)}
        for finding in (*found.errors, *found.unknown, *found.warnings):
            sign = icons.icon(*signs.get(finding.severity, ("warning", look.warning)))
            level = SEVERITIES.option(finding.severity).text(self._lang)
            yield ListRow((level, *self._unit(finding.unit), wording.message(finding)), finding, sign)
        for finding, reason in found.explained:
            text = self.tr("{title}：{reason}").format(title=wording.title(finding.rule), reason=reason)
            yield ListRow(
                (self.tr("已搁置并说明"), *self._unit(finding.unit), text), finding, icons.icon("same", look.quiet)
            )

    def _of_filings(self) -> Iterator[ListRow]:
        for rows, text in (
            (self._found.unfiled, self.tr("未填报")),
            (self._found.unconfirmed, self.tr("已填报，未确认")),
        ):
            yield from self._statuses(rows, text)

    def _statuses(self, rows: Sequence[UnitStatus], text: str) -> Iterator[ListRow]:
        sign = icons.icon("warning", theme.colours().warning)
        for row in rows:
            yield ListRow((text, row.unit.code, row.unit.name or "", ""), row.unit.code, sign)

    def _of_ties(self) -> Iterator[ListRow]:
        for what in self._found.untied:
            sign = icons.icon("error", theme.colours().error)
            yield ListRow((self.tr("核对有差额"), "", "", what), None, sign)

    def _of_differences(self) -> Iterator[ListRow]:
        sign = icons.icon("same", theme.colours().quiet)
        for each in self._found.differences:
            what = self.tr("上次上报后{what}").format(what=LABELS.option(each.what).text(self._lang))
            yield ListRow((what, each.code, each.name or "", each.words(self._lang)), each.code, sign)

    def _unit(self, code: str | None) -> tuple[str, str]:
        unit = self._window.desk.unit(code)
        return code or "", (unit.name or "") if unit is not None else ""

    def _go(self) -> None:
        """To the cell of a finding, or to the filing of a unit."""
        row = self.list.row
        if row is None or row.about is None:
            return
        self.reject()
        if isinstance(row.about, Finding):
            self._window.show_finding(row.about)
        else:
            self._window.show_units("filings", [str(row.about)], row.texts[2])
