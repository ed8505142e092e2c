"""The rows of an import as a table: what becomes of each, made into words only for the rows that are painted."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from zhengzhou_desk.common.messages import Message, clauses, localized, translated
from zhengzhou_desk.common.override import override
from zhengzhou_desk.exchange.left_out import LEFT_OUT, LeftOutRow
from zhengzhou_desk.exchange.plan import CHANGED, NEW, REFUSED, SAME, VERDICTS, PlannedRow
from zhengzhou_desk.gui.widgets import icons, theme
from zhengzhou_desk.records import Unit
from zhengzhou_desk.records.kinds import plain
from zhengzhou_desk.services.editing import row_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zhengzhou_desk.exchange.plan import ImportPlan
    from zhengzhou_desk.gui.window_api import WindowApi

    Index = QModelIndex | QPersistentModelIndex

_ROLE = Qt.ItemDataRole
_VERDICT, _SHEET, _NUMBER, _SUBJECT = range(4)  # columns; the text comes last
SIGNS = {NEW: "plus", CHANGED: "change", SAME: "same", REFUSED: "cross", LEFT_OUT: "info"}
_ROW, _VALUE = re.compile(r"第 \{row\} 行|Row \{row\}:?"), re.compile(r"[‘“'\"]?\{\w+\}[’”'\"]?")


def tr(text: str) -> str:
    """A sentence of this module in the language of the window."""
    return QCoreApplication.translate("plan", text)


def labels() -> dict[str, str]:
    """What each verdict is called."""
    return {NEW: tr("新增"), CHANGED: tr("修改"), SAME: tr("相同"), REFUSED: tr("拒绝"), LEFT_OUT: tr("不是数据")}


class PlanModel(QAbstractTableModel):
    """The rows of a plan that are looked at: by verdict, by reason, by what was typed."""

    def __init__(self, window: WindowApi, plan: ImportPlan) -> None:
        super().__init__()
        self._window = window
        self.plan = plan
        # What is no data stands after the rows that are.
        self._all: tuple[PlannedRow | LeftOutRow, ...] = (*plan.rows, *plan.left_out)
        self.rows: list[PlannedRow | LeftOutRow] = []
        self._said: dict[int, str] = {}
        self._heads = (tr("结果"), tr("工作表"), tr("行"), tr("是什么"), tr("改动或原因"))
        self._labels = labels()
        coming = (row.after for row in plan.rows if isinstance(row.after, Unit))
        self._names = {unit.code: unit.name or "" for unit in coming}

    def show(self, verdicts: frozenset[str], reason: str = "", typed: str = "") -> None:
        """Leaves the rows that fit."""
        self.beginResetModel()
        self.rows = [
            row
            for place, row in enumerate(self._all)
            if row.verdict in verdicts
            and (not reason or (isinstance(row, PlannedRow) and reason in self.reasons(row)))
            and (not typed or typed in self._found_by(place))
        ]
        self.endResetModel()

    def _found_by(self, place: int) -> str:
        """What a row is found by, made once: a person types on and on."""
        known = self._said.get(place)
        if known is None:
            row = self._all[place]
            known = self._said[place] = f"{self.subject(row)}\n{self.text(row)}"
        return known

    def reasons(self, row: PlannedRow) -> Sequence[str]:
        """Of what sorts a row's reasons are, without its own figures."""
        return [reason_sort(reason, self._window.lang) for reason in row.reasons]

    def subject(self, row: PlannedRow | LeftOutRow) -> str:
        """Whom or what a row is about."""
        if isinstance(row, LeftOutRow):
            return translated(row.sort, self._window.lang)
        record = row.after or row.before
        if record is None:
            return row.unknown_name
        code = record.unit_of
        unit = self._window.desk.unit(code)
        name = unit.name if unit is not None else self._names.get(code or "")
        text = row_name(record)
        return text if isinstance(record, Unit) or not name else f"{text} {name}"

    def text(self, row: PlannedRow | LeftOutRow) -> str:
        """What changes in a row, or why it is refused; of one that is no data what it says."""
        lang, personal = self._window.lang, self._window.desk.shows_personal
        if isinstance(row, LeftOutRow):
            return row.text(lang, personal=personal)
        if row.verdict == REFUSED:
            return clauses((str(localized(reason, lang)) for reason in row.reasons), lang)
        if row.verdict == NEW and row.after is not None:
            filled = (
                (column, row.after.cell(column.name))
                for column in row.cls.table.columns
                if column.name not in row.cls.table.key
            )
            values = (
                f"{column.text(lang)} {column.shown(value, lang, personal=personal) or plain(value)}"
                for column, value in filled
                if value is not None
            )
            return clauses(values, lang)
        changes = (
            f"{column.text(lang)} {column.shown(old, lang, personal=personal) or '—'} → "
            f"{column.shown(new, lang, personal=personal) or '—'}"
            for column, old, new in row.changed
        )
        return clauses(changes, lang)

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    @override
    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._heads)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or section >= len(self._heads):
            return None
        if role == _ROLE.TextAlignmentRole:
            return _side(section)
        return self._heads[section] if role == _ROLE.DisplayRole else None

    @override
    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self.rows[index.row()], index.column()
        if role == _ROLE.DisplayRole:
            return self._shown(row, column)
        look = theme.colours()
        if role == _ROLE.DecorationRole and column == _VERDICT:
            if isinstance(row, LeftOutRow) and row.is_doubtful:
                return icons.icon("warning", look.warning)
            return icons.icon(SIGNS[row.verdict], verdict_colour(row.verdict))
        if role == _ROLE.ForegroundRole and row.verdict in (SAME, LEFT_OUT):
            return QColor(look.warning if isinstance(row, LeftOutRow) and row.is_doubtful else look.quiet)
        return _side(column) if role == _ROLE.TextAlignmentRole else None

    def _shown(self, row: PlannedRow | LeftOutRow, column: int) -> str:
        if column == _VERDICT:
            return self._labels[row.verdict]
        if column == _SHEET:
            return row.sheet
        if column == _NUMBER:
            return str(row.number)
        return self.subject(row) if column == _SUBJECT else self.text(row)


def _side(column: int) -> int:
    side = Qt.AlignmentFlag.AlignRight if column == _NUMBER else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)


def reason_sort(reason: Message, lang: str) -> str:
    """A reason without the row and the value: “预留份额”不是金额."""
    fields = dict(reason.fields)
    inner = fields.get("reason")
    return _sort(
        reason.template,
        str(localized(fields.get("column", ""), lang)),
        inner.template if isinstance(inner, Message) else "",
        lang,
    )


@functools.lru_cache(1_024)
def _sort(template: str, column: str, inner: str, lang: str) -> str:
    """The same from its parts, of which a hundred thousand refused rows have a few."""
    text = _ROW.sub("", translated(template, lang)).replace("{column}", column or "{column}")
    if inner:
        text = text.replace("{reason}", translated(inner, lang))
    return re.split(r"[。.：:（(]", _VALUE.sub("", text).strip(" :："))[0].strip()


def verdict_colour(verdict: str) -> str:
    """The colour of a verdict's sign."""
    look = theme.colours()
    return {REFUSED: look.error, SAME: look.quiet, LEFT_OUT: look.quiet}.get(verdict, look.accent)


def counts(plan: ImportPlan) -> dict[str, int]:
    """How many rows of each verdict, and how many are no data."""
    found = dict.fromkeys((*VERDICTS, LEFT_OUT), 0)
    found[LEFT_OUT] = len(plan.left_out)
    for row in plan.rows:
        found[row.verdict] += 1
    return found
