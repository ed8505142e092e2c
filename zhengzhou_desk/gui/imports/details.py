"""Beside the rows of an import: the row looked at in full, amounts before and after, findings that come and go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QTabWidget, QVBoxLayout, QWidget

from zhengzhou_desk.common.messages import counted, localized
from zhengzhou_desk.exchange.left_out import LeftOutRow
from zhengzhou_desk.exchange.plan import REFUSED
from zhengzhou_desk.gui.widgets import icons, theme
from zhengzhou_desk.gui.widgets.counting import said
from zhengzhou_desk.gui.widgets.list_view import ListRow, ListView
from zhengzhou_desk.policy.parameters import SEVERITIES
from zhengzhou_desk.records.kinds import plain, yuan
from zhengzhou_desk.records.personal import masked

if TYPE_CHECKING:
    from collections.abc import Callable

    from zhengzhou_desk.exchange.plan import PlannedRow
    from zhengzhou_desk.gui.imports.plan_model import PlanModel
    from zhengzhou_desk.gui.imports.preview import Preview
    from zhengzhou_desk.gui.window_api import WindowApi
    from zhengzhou_desk.policy.engine import Finding

_LISTED = 500


class RowDetails(QTabWidget):
    """Four leaves; the numbers on them say whether they are worth opening."""

    name_unit = Signal()

    def __init__(self, window: WindowApi) -> None:
        super().__init__()
        self._window = window
        self._run: Callable[[], None] | None = None
        self.setDocumentMode(True)
        row = (self.tr("栏目"), self.tr("原来"), self.tr("改成"))
        self.cells = ListView(self.tr("这一行"), row)
        sums = (self.tr("栏目（元）"), self.tr("导入前"), self.tr("导入后"), self.tr("增减"))
        self.sums = ListView(self.tr("金额前后"), sums, frozenset((1, 2, 3)))
        findings = (self.tr("变化"), self.tr("级别"), self.tr("单位"), self.tr("事项"), self.tr("内容"))
        self.findings = ListView(self.tr("审核结果"), findings)
        self.remarks = QLabel()
        self.addTab(self._row(), self.tr("这一行"))
        self.addTab(self.sums, self.tr("金额前后"))
        self.addTab(self.findings, self.tr("审核结果"))
        self.addTab(self._remarks(), self.tr("说明"))

    def _row(self) -> QWidget:
        self.why = QLabel()
        self.why.setTextFormat(Qt.TextFormat.PlainText)
        self.why.setWordWrap(True)
        self.why.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.name = QPushButton(self.tr("指定是哪个单位…"))
        self.name.setAutoDefault(False)
        self.name.clicked.connect(self.name_unit)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 8, 0, 0)
        row = QHBoxLayout()
        row.addWidget(self.why, 1)
        row.addWidget(self.name, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        column.addWidget(self.cells, 1)
        return page

    def _remarks(self) -> QWidget:
        self.remarks.setTextFormat(Qt.TextFormat.PlainText)
        self.remarks.setWordWrap(True)
        self.remarks.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.remarks.setMargin(8)
        self.button = QPushButton(self.tr("打开所在文件夹"))
        self.button.setAutoDefault(False)
        self.button.hide()
        self.button.clicked.connect(lambda: self._run is not None and self._run())
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.addWidget(self.remarks)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        page = QScrollArea()
        page.setWidgetResizable(True)
        page.setFrameShape(QScrollArea.Shape.NoFrame)
        page.setWidget(inside)
        return page

    # -- the whole file ------------------------------------------------------------------------------

    def show_look(self, found: Preview) -> None:
        """Amounts, findings and remarks of a plan."""
        lang = self._window.lang
        self.sums.put(
            [
                ListRow(
                    (column.text(lang), yuan(before, grouped=True), yuan(after, grouped=True), _signed(after - before))
                )
                for column, before, after in found.sums
            ]
        )
        rows: list[ListRow] = []
        if found.impact is not None:
            look = theme.colours()
            rows += [self._finding(one, self.tr("新出现"), "plus", look.error) for one in found.impact.appearing]
            rows += [self._finding(one, self.tr("消失"), "done", look.accent) for one in found.impact.vanishing]
        self.findings.put(rows[:_LISTED])
        new, gone = (len(found.impact.appearing), len(found.impact.vanishing)) if found.impact is not None else (0, 0)
        self.setTabText(2, self.tr("审核结果 +{new} −{gone}").format(new=new, gone=gone))
        lines = [remark.text(lang) for remark in found.plan.remarks]
        self.remarks.setText("\n".join(lines) or self.tr("没有要说明的。"))
        self.setTabText(3, said(counted("说明 {count}"), count=len(lines)))

    def _finding(self, finding: Finding, change: str, sign: str, colour: str) -> ListRow:
        desk, lang = self._window.desk, self._window.lang
        wording, unit = desk.wording(lang), desk.unit(finding.unit)
        name = (unit.name or unit.code) if unit is not None else finding.unit or ""
        texts = (
            change,
            SEVERITIES.option(finding.severity).text(lang),
            name,
            wording.title(finding.rule),
            wording.message(finding),
        )
        return ListRow(texts, icon=icons.icon(sign, colour))

    def say(self, text: str, run: Callable[[], None]) -> None:
        """A sentence of what has just been done, on the leaf of remarks."""
        self.remarks.setText(text)
        self._run = run
        self.button.show()
        self.setCurrentIndex(3)

    # -- one row -------------------------------------------------------------------------------------

    def show_row(self, model: PlanModel, row: PlannedRow | LeftOutRow | None) -> None:
        """Every cell of the row that is looked at, or why it is refused."""
        lang = self._window.lang
        self.name.setVisible(row is not None and bool(row.unknown_name))
        if row is None:
            self.why.setText("")
            self.cells.put([])
            return
        if isinstance(row, LeftOutRow) or row.verdict == REFUSED:
            about = row.about if isinstance(row, LeftOutRow) else row.reasons
            self.why.setText("\n".join(str(localized(each, lang)) for each in about) or model.subject(row))
            self.cells.put([ListRow((name, text, "")) for name, text in self._as_read(model, row)])
            return
        self.why.setText(model.subject(row))
        personal = self._window.desk.shows_personal
        shown = []
        for column in row.cls.table.columns:
            old, new = (half.cell(column.name) if half is not None else None for half in (row.before, row.after))
            if old is not None or new is not None:
                bold = theme.colours().accent if old != new else ""
                texts = (column.shown(half, lang, personal=personal) for half in (old, new))
                shown.append(ListRow((column.text(lang), *texts), colour=bold))
        self.cells.put(shown)

    def _as_read(self, model: PlanModel, row: PlannedRow | LeftOutRow) -> list[tuple[str, str]]:
        """The cells of a row that is not taken over, by their columns' letters, personal ones masked as everywhere."""
        from zhengzhou_desk.exchange.sheet import letters

        if isinstance(row, LeftOutRow):
            texts = row.texts(personal=self._window.desk.shows_personal)
            return [(letters(place), text) for place, text in enumerate(texts) if text]
        hidden = set()
        if not self._window.desk.shows_personal:
            hidden = {
                match.place
                for layout in model.plan.layouts
                if layout.sheet.name == row.sheet
                for match in (*layout.matches, *layout.likely)
                if layout.is_personal(match.field)
            }
        return [
            (letters(place), masked(plain(cell)) if place in hidden else plain(cell))
            for place, cell in enumerate(row.cells)
            if cell is not None
        ]


def _signed(fen: int) -> str:
    return f"{'+' if fen > 0 else ''}{yuan(fen, grouped=True)}"
