"""Another list of units: what its rows say of each, from any sheet that names units; other columns are passed over."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.messages import Message, message
from zhengzhou_desk.exchange import headers
from zhengzhou_desk.exchange.code_and_name import code_and_name
from zhengzhou_desk.exchange.column_reader import is_blank, is_blank_row
from zhengzhou_desk.exchange.headers import Layout, plain_heading
from zhengzhou_desk.exchange.known_words import known_words
from zhengzhou_desk.exchange.sheet_reader import SheetReader
from zhengzhou_desk.exchange.unit_names import UnitNames
from zhengzhou_desk.records import Execution, Filing, Spending, Unit, Waiver
from zhengzhou_desk.records.clean import clean, compact, folded, name_key
from zhengzhou_desk.records.kinds import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from zhengzhou_desk.exchange.importing import Mappings
    from zhengzhou_desk.exchange.left_out import LeftOutRow
    from zhengzhou_desk.exchange.sheet import Cell, Sheet
    from zhengzhou_desk.records.kinds import Value

# Sheets with one row for each unit that are no list of units: read as one where a file has no other.
_BY_UNIT = (Filing, Spending, Execution, Waiver)
# What is compared, and what is never taken over from another list: who runs a canteen is the bureau's own knowledge.
_COMPARED = frozenset({"code", "name", "uscc", "department", "closed"})
_NOT_TAKEN = frozenset({"canteen_host", "note"})


@dataclass(frozen=True, slots=True)
class ListedUnit:
    """A unit as a list has it. `department` is a code or a name, `more` what else the list says of it."""

    sheet: str
    number: int
    code: str | None = None
    name: str | None = None
    uscc: str | None = None
    department: str | None = None
    stopped: bool = False
    since: datetime.date | None = None
    more: tuple[tuple[str, Value], ...] = ()

    @property
    def name_key(self) -> str | None:
        """What the name shares with other spellings of it."""
        return name_key(self.name) if self.name else None


@dataclass(frozen=True, slots=True)
class UnitList:
    """The rows of a list, and what was not read of it. `shape` is what the same system's next list shares with it."""

    source: str
    rows: tuple[ListedUnit, ...]
    shape: str
    remarks: tuple[Message, ...] = ()
    left_out: tuple[LeftOutRow, ...] = ()


def read(sheets: Sequence[Sheet], units: Iterable[Unit], source: str, mappings: Mappings | None = None) -> UnitList:
    """The units that `sheets` list. Refuses sheets that list none.

    `units` are those of the book: a row that says no more than the name of one is a row of the list; `mappings` are
    the columns that a person named in earlier imports.
    """
    layouts = _layouts(sheets, mappings or {})
    if not layouts:
        raise Refused("{source} 里没有单位名录。表头要有“单位名称”，和单位编码、统一社会信用代码之一", source=source)
    names = UnitNames({})
    names.learn(units)
    rows: list[ListedUnit] = []
    remarks: list[Message] = []
    left_out: list[LeftOutRow] = []
    for layout in layouts:
        reader = SheetReader(layout, None, names)
        rows += _rows(reader, remarks)
        left_out += reader.all_left_out()
    unread = {sheet.name for sheet in sheets if any(map(any, sheet.rows))} - {made.sheet.name for made in layouts}
    remarks += [message("工作表“{sheet}”不是单位名录，没有读", sheet=name) for name in sorted(unread)]
    shape = "".join(sorted({made.fingerprint for made in layouts}))
    return UnitList(source, tuple(rows), shape, tuple(remarks), tuple(left_out))


def _layouts(sheets: Sequence[Sheet], mappings: Mappings) -> list[Layout]:
    lists: list[Layout] = []
    others: list[Layout] = []
    for sheet in sheets:
        found, as_units = headers.layout(sheet), headers.layout(sheet, among=(Unit,))
        if as_units is None or (found is not None and found.cls not in (Unit, *_BY_UNIT)):
            continue
        choice = {heading: name for heading, name in mappings.get(as_units.fingerprint, {}).items() if _is_ours(name)}
        (lists if found is None or found.cls is Unit else others).append(as_units.chosen(choice))
    return lists or others


def _is_ours(field: str) -> bool:
    return not field or any(column.name == field for column in Unit.table.columns)


def _rows(reader: SheetReader, remarks: list[Message]) -> list[ListedUnit]:
    sheet, layout = reader.sheet, reader.layout
    states = [
        (place, words)
        for place, heading in enumerate(layout.headings())
        if (words := known_words().stopped.get(plain_heading(heading))) is not None
    ]
    found = []
    for place in range(layout.below + 1, len(sheet.rows)):
        cells = sheet.rows[place]
        if is_blank_row(cells):
            continue
        sort = reader.sorter.sort(place, cells)
        if sort is not None:
            reader.leave_out(place, sort)
            continue
        stopped = any(place < len(cells) and _says(cells[place], words) for place, words in states)
        row = _row(reader, sheet.number(place), cells, remarks, stopped=stopped)
        if row is not None:
            found.append(row)
    return found


def _says(cell: Cell, words: set[str]) -> bool:
    return isinstance(cell, str) and compact(cell) in words


def _row(
    reader: SheetReader, number: int, cells: Sequence[Cell], remarks: list[Message], *, stopped: bool
) -> ListedUnit | None:
    """A row of the list; None where nothing in it tells which unit it is, which is said."""
    values: dict[str, Value] = {}
    beside = None
    for column, cell in zip(reader.columns, reader.read(cells), strict=True):
        field, answer = column.match.field, column.said(cell)
        if not isinstance(answer, Message):
            values[field] = answer
            if field == "code" and isinstance(cell, str):
                beside = column.named.get(cell)
        elif field == "department":
            values[field] = folded(plain(cell)) if not is_blank(cell) else None  # a name, longer than any code
        elif field in _COMPARED:
            remarks.append(message("第 {row} 行“{column}”{reason}", row=number, column=column.called, reason=answer))
    code, name, uscc = (_text(values, field) for field in ("code", "name", "uscc"))
    both = code_and_name(name) if name and not code else None
    code, name = both if both is not None else (code, name or beside)
    if not (code or name or uscc):
        remarks.append(message("第 {row} 行看不出是哪个单位，没有读", row=number))
        return None
    since = values.get("closed")
    since = since if isinstance(since, datetime.date) else None
    more = tuple(
        (field, value) for field, value in values.items() if value is not None and field not in _COMPARED | _NOT_TAKEN
    )
    return ListedUnit(
        sheet=reader.sheet.name, number=number, code=code, name=name, uscc=uscc,
        department=_text(values, "department"), stopped=stopped or since is not None, since=since, more=more,
    )  # fmt: skip


def _text(values: Mapping[str, Value], field: str) -> str | None:
    value = values.get(field)
    return clean(value) or None if isinstance(value, str) else None
