"""The journal: who did what and when, what each step changed, and taking one back or the reason why not."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from zhengzhou_desk.common import pinyin
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.messages import counted, localized
from zhengzhou_desk.gui.dialogs.export import write_workbook
from zhengzhou_desk.gui.widgets.counting import said
from zhengzhou_desk.gui.widgets.dialog import Dialog
from zhengzhou_desk.gui.widgets.layout import button_row, leave_button, quiet_label
from zhengzhou_desk.gui.widgets.list_view import ListRow, ListView
from zhengzhou_desk.gui.widgets.search_field import search_field
from zhengzhou_desk.records import Unit
from zhengzhou_desk.services import editing, unit_history
from zhengzhou_desk.services.journal_words import cell_changes, write_journal
from zhengzhou_desk.services.undo import FINAL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhengzhou_desk.gui.window_api import WindowApi
    from zhengzhou_desk.store.journal import JournalLine, Trace

# Lines read at once; older ones by a button.
_STEP = 1_000
# Changes of one line that are listed; an import may have many thousands.
_LISTED = 300
# A line of more bytes than this is only tried when it is asked for: trying it takes a while.
_BIG = 100_000
_PAUSE_MS = 200


class JournalWindow(Dialog):
    """Lines newest first; nothing is ever removed, taking back adds a line."""

    def __init__(self, window: WindowApi, unit: str = "") -> None:
        super().__init__(window.widget)
        self._window = window
        self._read = _STEP
        self.setWindowTitle(self.tr("日志"))
        self.resize(960, 620)
        hint = self.tr("单位编码、名称、拼音首字母，经办人或做了什么")
        self.search = search_field(hint, self.tr("筛选日志"), lambda _: self.renew(), text=unit, pause=_PAUSE_MS)
        heads = (self.tr("号"), self.tr("时间"), self.tr("经办"), self.tr("做了什么"))
        self.list = ListView(self.tr("日志"), heads, frozenset((0,)))
        self.list.chosen.connect(self._look)
        changes = (self.tr("表"), self.tr("哪一行"), self.tr("栏目"), self.tr("原来"), self.tr("改成"))
        self.changes = ListView(self.tr("改动"), changes)
        halves = QSplitter(Qt.Orientation.Vertical)
        halves.addWidget(self.list)
        halves.addWidget(self._below())
        halves.setStretchFactor(0, 3)
        halves.setStretchFactor(1, 2)
        halves.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.addWidget(self.search)
        column.addWidget(halves, 1)
        column.addLayout(self._buttons())
        self.renew()
        self.search.setFocus()

    def _below(self) -> QWidget:
        self.why = quiet_label("")
        self.why.setWordWrap(True)
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 6, 0, 0)
        column.addWidget(self.changes, 1)
        column.addWidget(self.why)
        return below

    def _buttons(self) -> QHBoxLayout:
        self.older = QPushButton(self.tr("显示更早的"))
        self.older.clicked.connect(self._more)
        self.back = QPushButton(self.tr("撤回这一步"))
        self.back.clicked.connect(self._take_back)
        self.give = QPushButton(self.tr("导出…"))
        self.give.clicked.connect(self._export)
        self.count = QLabel()
        self.count.setObjectName("quiet")
        for button in (self.back, self.older, self.give):
            button.setAutoDefault(False)
        return button_row(leave_button(self), left=(self.back, self.older, self.give, self.count))

    # -- the list ----------------------------------------------------------------------------------

    def renew(self) -> None:
        """Reads the journal anew."""
        lang, typed = self._window.lang, self.search.text().strip()
        lines = self._window.desk.journal(self._read + 1)
        self.older.setVisible(len(lines) > self._read)
        codes: frozenset[str] = self._codes(typed) if typed else frozenset()
        touched = (
            {line.number for line in unit_history.lines_about(lines, codes, self._window.desk.tables)}
            if codes
            else frozenset()
        )
        rows = []
        for line in lines[: self._read]:
            text = editing.journal_text(self._window.desk, line, lang)
            if not typed or typed in text or typed in line.who or line.number in touched:
                rows.append(ListRow((str(line.number), line.at, line.who, text), line))
        self.list.put(rows, keep=True)
        self.count.setText(said(counted("{count} 步"), count=len(rows)))

    def _codes(self, typed: str) -> frozenset[str]:
        """The units that what was typed may mean."""
        units = self._window.desk.tables.all(Unit)
        found = [unit.code for unit in units if unit.code == typed or pinyin.matches(unit.name or "", typed)]
        return frozenset(found[:50])

    def _more(self) -> None:
        self._read += _STEP
        self.renew()

    # -- one line ----------------------------------------------------------------------------------

    @property
    def line(self) -> JournalLine | None:
        """The step that is chosen, if any."""
        row = self.list.row
        return cast("JournalLine", row.about) if row is not None else None

    def _look(self) -> None:
        """What the chosen step changed, and whether it can be taken back."""
        line = self.line
        if line is None:
            self.changes.put([])
            self.why.setText("")
            self.back.setEnabled(False)
            return
        try:
            traces = line.traces() if len(line.changes) < _BIG * 20 else ()
        except Refused as refused:
            self.changes.put([])
            self.why.setText(str(localized(refused, self._window.lang)))
            self.back.setEnabled(False)
            return
        rows = [row for trace in traces[:_LISTED] for row in self._rows(trace)]
        self.changes.put(rows[:_LISTED])
        reason = self._why_not(line)
        self.back.setEnabled(not reason)
        more = (
            said(counted("共改动 {count} 行，只列出前面的。"), count=len(traces))
            if len(rows) > _LISTED or len(traces) > _LISTED
            else ""
        )
        self.why.setText(more + (self.tr("不能撤回：{reason}").format(reason=reason) if reason else ""))

    def _rows(self, trace: Trace) -> Iterator[ListRow]:
        """One line per field that was changed."""
        return (ListRow(tuple(cell)) for cell in cell_changes(self._window.desk, trace, self._window.lang))

    def _why_not(self, line: JournalLine) -> str:
        """Why a step cannot be taken back: nothing, where it can."""
        desk, lang = self._window.desk, self._window.lang
        if not desk.writable:
            return self.tr("账册是只读的")
        if line.name in FINAL:
            return self.tr("这一步不能撤回，请用另一步来更正")
        if len(line.changes) > _BIG:
            return ""
        try:
            desk.store.inverse(line.number)
        except Refused as refused:
            return str(localized(refused, lang))
        return ""

    def _take_back(self) -> None:
        line = self.line
        if line is None:
            return
        try:
            editing.undo_line(self._window.desk, line.number)
        except Refused as refused:
            self.why.setText(self.tr("不能撤回：{reason}").format(reason=localized(refused, self._window.lang)))
            return
        self.list.selectRow(0)
        self.renew()

    def _export(self) -> None:
        """The whole journal as a list for an audit."""
        desk = self._window.desk
        write_workbook(
            self._window,
            self.tr("导出日志"),
            f"{desk.bureau}{self.windowTitle()}.xlsx",
            lambda path: write_journal(desk, path),
            over=self,
        )
