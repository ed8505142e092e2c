"""The one table model: records of a class as rows, sorted and filtered by an index of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.override import override
from zhengzhou_desk.gui.table import filters, value_list
from zhengzhou_desk.gui.table.columns import with_unit
from zhengzhou_desk.gui.table.value_list import sort_key
from zhengzhou_desk.gui.widgets import icons, theme
from zhengzhou_desk.policy.parameters import ERROR, INFO, UNKNOWN, WARNING
from zhengzhou_desk.records.clean import folded
from zhengzhou_desk.records.kinds import WAN
from zhengzhou_desk.services import dismissals, editing

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from zhengzhou_desk.gui.table.columns import GridColumn, Memo
    from zhengzhou_desk.gui.table.tables import TableSpec
    from zhengzhou_desk.gui.table.value_list import ListedValue
    from zhengzhou_desk.gui.window_api import WindowApi
    from zhengzhou_desk.policy.engine import Finding
    from zhengzhou_desk.records import Record
    from zhengzhou_desk.services.desk import BookChanged

    Index = QModelIndex | QPersistentModelIndex

_ROLE = Qt.ItemDataRole
_GRAVITY = {ERROR: 0, UNKNOWN: 1, WARNING: 2, INFO: 3}
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
# Beyond this many changed rows the whole table is read again: one reset is cheaper than many signals.
_MANY = 200
_READABLE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_EDITABLE = _READABLE | Qt.ItemFlag.ItemIsEditable


class RecordModel(QAbstractTableModel):
    """Rows of one table of the desk's year. `data` only looks up; what is shown is made once per change."""

    counted = Signal()

    def __init__(self, window: WindowApi, spec: TableSpec) -> None:
        super().__init__()
        self.window = window
        self.spec = spec
        self.columns: tuple[GridColumn, ...] = spec.columns()
        self.wan = False
        self.can_edit = False
        self.conditions: dict[str, str] = {}
        # By column the values that are ticked, as they are written while amounts are shown in 元.
        self.chosen_values: dict[str, frozenset[str]] = {}
        self.only: frozenset[str] | None = None
        self.only_rows: frozenset[int] | None = None
        self.quick = ""
        self.severities: frozenset[str] = frozenset()
        self.sorting: list[tuple[str, bool]] = []
        self._all: list[Record] = []
        self._at: dict[int, int] | None = None
        self._rows: list[Record] = []
        self._place: dict[int, int] = {}
        self._texts: dict[int, list[str | None]] = {}
        # By column, and whether initials are in it, what the quick filter looks at.
        self._forms: dict[tuple[str, bool], dict[int, str]] = {}
        # What the measures of a row are; made where rows are sorted by one.
        self._measured: dict[int, tuple[object, ...]] = {}
        self._marks: dict[int, dict[str, tuple[str, str]]] = {}
        self._refused: dict[tuple[int, str], tuple[str, str]] = {}
        # Asked for with every cell that is painted; the window is made anew when the look changes.
        self._quiet = QColor(theme.colours().quiet)
        self._draft: dict[str, object] = {}
        self.read()

    # -- rows --------------------------------------------------------------------------------

    def read(self) -> None:
        """Reads the year's rows from the desk."""
        self.beginResetModel()
        self.can_edit = self._may_edit()
        self._all = list(self.window.desk.rows(self.spec.cls))
        self._at = None
        self._forget()
        self._refused.clear()
        self._draft = {}
        self._arrange()
        self.endResetModel()
        self.counted.emit()

    def let_go(self) -> None:
        """The book is closed: none of its rows is kept."""
        self.beginResetModel()
        self.can_edit = False
        self._all, self._at, self._rows, self._place, self._draft = [], None, [], {}, {}
        self._forget()
        self._refused.clear()
        self.endResetModel()

    def _forget(self, rows: Collection[int] | None = None) -> None:
        """What was worked out for these rows, or for all of them, is stale."""
        kept: tuple[dict[int, Any], ...] = (self._texts, self._measured, self._marks, *self._forms.values())
        for each in kept:
            if rows is None:
                each.clear()
            else:
                for row in rows:
                    each.pop(row, None)

    def rearrange(self) -> None:
        """Sorts and filters anew."""
        self.beginResetModel()
        self._arrange()
        self.endResetModel()
        self.counted.emit()

    def listed_values(self, name: str) -> list[ListedValue] | None:
        """The values to tick of a column, in the rows that every other filter leaves; None where they are too many."""
        rows = self._fitting(but=name) if name in self.chosen_values else self._rows
        column = self.columns[self.column_of(name)]
        return value_list.listed_values(column, self.window.desk, self.window.lang, rows, wan=self.wan)

    def _fitting(self, but: str = "") -> Sequence[Record]:
        """The rows that every filter leaves, unsorted."""
        rows, scope = self._all, self.window.scope
        if scope.codes is not None:
            rows = [row for row in rows if scope.holds(row)]
        if self.only is not None:
            rows = [row for row in rows if row.unit_of in self.only]
        if self.only_rows is not None:
            rows = [row for row in rows if row.id in self.only_rows]
        if self.quick:
            rows = self._quickly_filtered(rows)
        if self.severities:
            rows = [row for row in rows if any(found.severity in self.severities for found in self.findings(row))]
        for name, condition in self.conditions.items():
            if condition.strip():
                rows = self._filtered(rows, name, condition)
        for name, wanted in self.chosen_values.items():
            if name != but:
                column = self.columns[self.column_of(name)]
                rows = value_list.with_values(column, self.window.desk, self.window.lang, rows, wanted)
        return rows

    def _arrange(self) -> None:
        rows = list(self._fitting())
        for name, falling in reversed(self.sorting):
            rows = _sorted(rows, self._values(self.columns[self.column_of(name)], rows), falling=falling)
        self._rows = rows
        self._place = {row.id: place for place, row in enumerate(rows)}

    def _values(self, column: GridColumn, rows: Sequence[Record]) -> list[object]:
        """The values of a column. What was computed for a row is kept until that is stale, all of it at once."""
        desk = self.window.desk
        if column.measure is None:
            return [column.value(desk, row) for row in rows]
        measures = [each for each in self.columns if each.measure is not None]
        for row in rows:
            if row.id not in self._measured:
                memo: Memo = {}
                self._measured[row.id] = tuple([each.value(desk, row, memo) for each in measures])
        place = measures.index(column)
        return [self._measured[row.id][place] for row in rows]

    def _quickly_filtered(self, rows: Sequence[Record]) -> list[Record]:
        """The rows that the quick filter leaves; what it looks at is kept from one key to the next."""
        name = self._quick_column()
        column = self.columns[self.column_of(name)]
        if (column.field is not None and column.field.personal) or not filters.asks_part(self.quick, column.kind):
            return self._filtered(rows, name, self.quick)
        sought, desk, lang = filters.Sought.of(self.quick, column.kind), self.window.desk, self.window.lang
        forms = self._forms.setdefault((name, sought.is_heard), {})
        for row in rows:
            if row.id not in forms:
                forms[row.id] = sought.form(column.text(desk, row, lang, wan=self.wan))
        if sought.plain != sought.whole:
            return [row for row in rows if sought.fits(forms[row.id])]
        return [row for row in rows if sought.whole in forms[row.id]]

    def _quick_column(self) -> str:
        """The quick filter looks at names, or at codes where a figure is typed."""
        names = [column.name for column in self.columns]
        wanted = ("code", "unit", "buyer", "uscc", "old_unit") if self.quick[0].isdigit() else ("=unit_name", "name")
        return next((name for name in wanted if name in names), names[0])

    def show_quick(self, text: str) -> None:
        """Shows only rows whose name, initials or code hold the text."""
        self.quick = text.strip()
        self.rearrange()

    def _filtered(self, rows: Sequence[Record], name: str, condition: str) -> list[Record]:
        column = self.columns[self.column_of(name)]
        wanted = filters.parsed(condition, column.kind, WAN if self.wan else 1)
        desk, lang = self.window.desk, self.window.lang
        # A masked cell is found by what is shown of it, or by whoever knows the whole of it already.
        whole = folded(condition).lstrip("= ")
        return [
            row
            for row in rows
            if wanted(value := column.value(desk, row), column.said(desk, value, lang, wan=self.wan))
            or (value == whole and column.is_masked(desk, row))
        ]

    def on_book_changed(self, news: BookChanged) -> None:
        """Renews exactly what a step has changed."""
        if news.masks:
            self._show_masks()
            return
        mine = [change for change in news.changes if type(change.row) is self.spec.cls]
        if news.renewed or len(mine) > _MANY:
            self.read()
            return
        self.can_edit = self._may_edit()
        desk = self.window.desk
        alone = len(mine) == len(news.changes)
        touched = {change.row.id for change in mine} | {row for cls, row in news.judged if cls is self.spec.cls}
        self._forget(touched if alone else None)
        for change in mine:
            after = change.after if change.after is not None and desk.belongs(change.after) else None
            self._renew(change.row.id, after)
        if alone:
            for place in sorted(self._place[row] for row in touched if row in self._place):
                self.dataChanged.emit(self.index(place, 0), self.index(place, len(self.columns) - 1))
        elif self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(self.columns) - 1))
        self.counted.emit()

    def _show_masks(self) -> None:
        """Personal cells say something else now; what they hold is the same."""
        personal = {column.name for column in self.columns if column.field is not None and column.field.personal}
        if personal:
            self._texts.clear()
            # What was ticked is written otherwise now, or would say who stands behind a mask.
            ticked = personal & self.chosen_values.keys()
            for name in ticked:
                del self.chosen_values[name]
            if self.conditions or ticked:
                self.rearrange()
            elif self._rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(self.columns) - 1))

    def _renew(self, row: int, after: Record | None) -> None:
        """Puts one row in its place, or takes it away."""
        place = self._place.get(row)
        at = self._all_places().get(row)
        if after is None:
            if at is not None:
                del self._all[at]
                self._at = None
            if place is not None:
                self.beginRemoveRows(QModelIndex(), place, place)
                del self._rows[place]
                self._place = {record.id: n for n, record in enumerate(self._rows)}
                self.endRemoveRows()
            return
        if at is not None:
            self._all[at] = after
        else:
            self._all.append(after)
            self._at = None
        if place is not None:
            self._rows[place] = after
            return
        self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows))
        self._rows.append(after)
        self._place[row] = len(self._rows) - 1
        self.endInsertRows()

    def _all_places(self) -> dict[int, int]:
        """Where each row stands among all, filtered or not."""
        if self._at is None:
            self._at = {record.id: place for place, record in enumerate(self._all)}
        return self._at

    @property
    def rows(self) -> Sequence[Record]:
        """The records in the order shown."""
        return self._rows

    @property
    def total(self) -> int:
        """How many rows there are without any filter."""
        return len(self._all)

    def record(self, place: int) -> Record | None:
        """The record of a row; None for the blank row at the end."""
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def place_of(self, record: Record) -> int | None:
        """The row of a record, or None where a filter hides it."""
        return self._place.get(record.id)

    def column_of(self, name: str) -> int:
        """The place of a column by its name; the first one where there is none of that name."""
        return next((place for place, column in enumerate(self.columns) if column.name == name), 0)

    def _may_edit(self) -> bool:
        return self.spec.editable and self.window.desk.can_edit

    # -- what Qt asks ----------------------------------------------------------------------------

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        if parent is not None and parent.isValid():
            return 0
        return len(self._rows) + (1 if self.can_edit else 0)

    @override
    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical:
            if role == _ROLE.DisplayRole:
                return "＊" if section >= len(self._rows) else str(section + 1)
            return None
        if section >= len(self.columns):
            return None
        column = self.columns[section]
        if role == _ROLE.DisplayRole:
            sign = next((" ▼" if falling else " ▲" for name, falling in self.sorting if name == column.name), "")
            return column.head(self.window.lang, wan=self.wan) + sign
        if role == _ROLE.TextAlignmentRole:
            return _RIGHT if column.right_aligned else _LEFT
        if role == _ROLE.ToolTipRole and self.is_filtered(column.name):
            return self.tr("{column}：已筛选").format(column=column.label(self.window.lang))
        return None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        column, record = self.columns[index.column()], self.record(index.row())
        is_typed = (
            self.can_edit
            and column.field is not None
            and (record is None or self.spec.locked(record, column.name) is None)
        )
        return _EDITABLE if is_typed else _READABLE

    @override
    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:
        if not index.isValid():
            return None
        place, number = index.row(), index.column()
        column = self.columns[number]
        if role == _ROLE.TextAlignmentRole:
            return _RIGHT if column.right_aligned else _LEFT
        record = self.record(place)
        if record is None:
            return self._draft_data(column, role)
        refused = self._refused.get((record.id, column.name)) if self._refused else None
        if role == _ROLE.DisplayRole:
            return self.text(record, number)
        if role == _ROLE.EditRole:
            return (
                refused[0]
                if refused
                else column.exact_text(self.window.desk, record, self.window.lang, wan=self.wan).replace(",", "")
                if column.right_aligned
                else self.text(record, number)
            )
        if role in (_ROLE.BackgroundRole, _ROLE.DecorationRole, _ROLE.ToolTipRole, _ROLE.ForegroundRole):
            return self._look(record, column, refused, role)
        return None

    def _look(self, record: Record, column: GridColumn, refused: tuple[str, str] | None, role: int) -> Any:
        if refused is not None:
            if role == _ROLE.BackgroundRole:
                return theme.back_of_severity(ERROR)
            return (
                icons.of_severity(ERROR)
                if role == _ROLE.DecorationRole
                else refused[1]
                if role == _ROLE.ToolTipRole
                else None
            )
        mark = self.marks(record).get(column.name)
        if mark is not None:
            if role == _ROLE.BackgroundRole:
                return theme.back_of_severity(mark[0])
            if role == _ROLE.DecorationRole:
                return icons.of_severity(mark[0])
            if role == _ROLE.ToolTipRole:
                return mark[1]
        if role == _ROLE.ForegroundRole and (column.measure is not None or not self.can_edit):
            return self._quiet
        locked = self.spec.locked(record, column.name) if self.can_edit and column.field is not None else None
        if locked is not None:
            return (
                self._quiet
                if role == _ROLE.ForegroundRole
                else locked.text(self.window.lang)
                if role == _ROLE.ToolTipRole
                else None
            )
        return None

    def look(self, record: Record, number: int) -> tuple[str | None, bool]:
        """How a cell is painted: the severity that stands at it, if any, and whether it is not typed into."""
        column = self.columns[number]
        if self._refused and (record.id, column.name) in self._refused:
            return ERROR, False
        mark = self.marks(record).get(column.name)
        quiet = column.measure is not None or not self.can_edit or self.spec.locked(record, column.name) is not None
        return (mark[0] if mark is not None else None), quiet

    def draft_text(self, number: int) -> str:
        """What a cell of the blank row at the end shows."""
        given = self._draft.get(self.columns[number].name)
        return "" if given is None else str(given)

    def text(self, record: Record, number: int) -> str:
        """What a cell shows, made once until something changes."""
        texts = self._texts.get(record.id)
        if texts is None:
            texts = self._texts[record.id] = [None] * len(self.columns)
        found = texts[number]
        if found is None:
            # All of a row's measures are worked out together: they share most of their work.
            memo: Memo = {}
            wanted = range(len(self.columns)) if self.columns[number].measure is not None else (number,)
            for place in wanted:
                if texts[place] is None:
                    texts[place] = self.columns[place].text(
                        self.window.desk, record, self.window.lang, wan=self.wan, memo=memo
                    )
            found = texts[number] or ""
        return found

    def is_masked(self, place: int, number: int) -> bool:
        """Whether a cell holds something personal that is not shown now."""
        record = self.record(place)
        return record is not None and self.columns[number].is_masked(self.window.desk, record)

    def findings(self, record: Record) -> tuple[Finding, ...]:
        """The findings that stand at a row."""
        return self.window.desk.about(record)

    def marks(self, record: Record) -> dict[str, tuple[str, str]]:
        """For each column that findings point at: the gravest severity, and what they say."""
        found = self._marks.get(record.id)
        if found is None:
            found = self._marks[record.id] = self._made_marks(record)
        return found

    def _made_marks(self, record: Record) -> dict[str, tuple[str, str]]:
        desk = self.window.desk
        wording = desk.wording(self.window.lang)
        made: dict[str, tuple[str, str]] = {}
        mine = [
            one
            for one in self.findings(record)
            if one.table == record.table.name and dismissals.dismissal_of(desk, one) is None
        ]
        for finding in sorted(mine, key=lambda one: _GRAVITY.get(one.severity, 9)):
            level, said = made.get(finding.column, (finding.severity, ""))
            made[finding.column] = (level, f"{said}\n{wording.message(finding)}".strip())
        return made

    # -- editing ---------------------------------------------------------------------------------

    @override
    def setData(self, index: Index, value: Any, role: int = _ROLE.EditRole) -> bool:
        if role != _ROLE.EditRole or not index.isValid():
            return False
        column = self.columns[index.column()]
        if column.field is None:
            return False
        record = self.record(index.row())
        return self._draft_set(column.name, value) if record is None else self.put(record, column.name, value)

    def put(self, record: Record, column: str, value: object) -> bool:
        """Puts what was typed into a cell; a refusal leaves the old value and marks the cell."""
        key = (record.id, column)
        self._refused.pop(key, None)
        try:
            editing.edit(self.window.desk, record, column, self._with_unit(column, value))
        except Refused as refused:
            said = refused.text(self.window.lang)
            self._refused[key] = (str(value), said)
            place = self._place.get(record.id)
            if place is not None:
                at = self.index(place, self.column_of(column))
                self.dataChanged.emit(at, at)
            self.window.tell(refused)
            return False
        return True

    def _with_unit(self, column: str, value: object) -> object:
        """What was typed has the unit that is shown."""
        return (
            with_unit(self.columns[self.column_of(column)].kind, value, wan=True)
            if self.wan and isinstance(value, str)
            else value
        )

    def forget_refusal(self, record: Record, column: str) -> None:
        """The marked cell has been left: the old value stands."""
        if self._refused.pop((record.id, column), None) is not None:
            place = self._place.get(record.id)
            if place is not None:
                at = self.index(place, self.column_of(column))
                self.dataChanged.emit(at, at)

    def _draft_data(self, column: GridColumn, role: int) -> Any:
        if role in (_ROLE.DisplayRole, _ROLE.EditRole):
            return self.draft_text(self.column_of(column.name))
        if role == _ROLE.ToolTipRole and column.field is not None:
            return self.tr("在这一行输入新的内容；必填的列填齐后记入账册")
        return None

    def _draft_set(self, column: str, value: object) -> bool:
        """Types into the blank row; once what must be there is there, the row enters the book."""
        cls = self.spec.cls
        # Written out at once: the person may change what is shown before the row is whole.
        value = self._with_unit(column, value)
        try:
            editing.parse_cell(cls, column, value)
        except Refused as refused:
            self.window.tell(refused)
            return False
        self._draft[column] = value
        if cls.table.year == "year":
            self._draft.setdefault("year", self.window.desk.year)
        required = [each.name for each in cls.table.columns if each.required]
        if all(self._draft.get(name) not in (None, "") for name in required):
            given = dict(self._draft)
            added = self.window.attempt(lambda: editing.add(self.window.desk, cls, given))
            if added is None:
                return False
            self._draft = {}
        place = len(self._rows)
        self.dataChanged.emit(self.index(place, 0), self.index(place, len(self.columns) - 1))
        return True

    # -- arranging -------------------------------------------------------------------------------

    def sort_by(self, name: str, *, add: bool = False) -> None:
        """Sorts by a column; again turns it round; `add` keeps the earlier columns before it."""
        present = dict(self.sorting)
        falling = not present[name] if name in present else False
        kept = [pair for pair in self.sorting if pair[0] != name] if add else []
        self.sorting = [*kept, (name, falling)]
        self.rearrange()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    def sort_to(self, name: str, *, falling: bool) -> None:
        """Sorts by one column, this way round."""
        self.sorting = [(name, falling)]
        self.rearrange()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    def is_filtered(self, name: str) -> bool:
        """Whether a column's cells decide which rows are shown."""
        return name in self.chosen_values or bool(self.conditions.get(name, "").strip())

    def choose_values(self, name: str, wanted: Collection[str] | None) -> None:
        """Shows only rows whose cell is one of these (see value_list); None shows all."""
        if wanted is None:
            self.chosen_values.pop(name, None)
        else:
            self.chosen_values[name] = frozenset(wanted)
        self.rearrange()

    def put_values(self, values: Mapping[str, Collection[str]]) -> None:
        """The same for every column at once; columns that are not named show all."""
        if values or self.chosen_values:
            self.chosen_values = {name: frozenset(wanted) for name, wanted in values.items()}
            self.rearrange()

    def condition(self, name: str, text: str) -> None:
        """Shows only rows whose column fits what was typed into the filter row."""
        if text.strip():
            self.conditions[name] = text
        else:
            self.conditions.pop(name, None)
        self.rearrange()

    def show_conditions(self, conditions: Mapping[str, str]) -> None:
        """Shows only rows that fit every condition of the filter row."""
        self.conditions = dict(conditions)
        self.rearrange()

    def show_only(self, units: Collection[str] | None = None, rows: Collection[int] | None = None) -> None:
        """Shows only rows about these units, or these very rows; None shows all."""
        self.only = None if units is None else frozenset(units)
        self.only_rows = None if rows is None else frozenset(rows)
        self.rearrange()

    def show_severities(self, severities: Collection[str]) -> None:
        """Shows only rows with findings of these severities; none given shows all."""
        self.severities = frozenset(severities)
        self.rearrange()

    def show_in_wan(self, *, wan: bool) -> None:
        """Shows amounts in 万元, in which they are then typed and filtered too."""
        self.wan = wan
        self._texts.clear()
        self._forms.clear()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
        if self.conditions:
            self.rearrange()
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(self.columns) - 1))


def _sorted(rows: Sequence[Record], values: Sequence[object], *, falling: bool) -> list[Record]:
    """Rows in the order of their values. Blanks last either way; rows of the same value stay as they were."""
    filled = [place for place, value in enumerate(values) if value is not None]
    blank = [place for place, value in enumerate(values) if value is None]
    filled.sort(key=_sort_keys(values, {type(values[place]) for place in filled}).__getitem__, reverse=falling)
    return [rows[place] for place in (*filled, *blank)]


def _sort_keys(values: Sequence[object], sorts: set[type]) -> Sequence[Any]:
    """What to compare: plain numbers or words as they are, everything else by its sort first."""
    if sorts <= {int} or sorts == {str}:
        return values
    return [sort_key(value) for value in values]
