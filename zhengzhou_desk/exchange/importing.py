"""Importing: what a spreadsheet would change, row by row; the list that is shown is the list that is applied."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from itertools import repeat
from typing import TYPE_CHECKING, TypeAlias

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.gc_pause import gc_paused
from zhengzhou_desk.common.messages import Message, counted, message
from zhengzhou_desk.exchange import headers
from zhengzhou_desk.exchange.column_reader import ColumnReader, is_blank, is_blank_row
from zhengzhou_desk.exchange.consistency import CarriedLookup, refused_if_impossible, refused_if_untied
from zhengzhou_desk.exchange.headers import UNIT_NAME, UNIT_USCC, Layout
from zhengzhou_desk.exchange.layout_remarks import layout_remarks, refuse_doubles
from zhengzhou_desk.exchange.plan import CHANGED, NEW, REFUSED, SAME, ImportPlan, PlannedRow
from zhengzhou_desk.exchange.sheet_reader import SheetReader
from zhengzhou_desk.exchange.unit_names import UnitNames
from zhengzhou_desk.records import (
    WORKBOOK,
    Account,
    Execution,
    Filing,
    Purchase,
    Record,
    Spending,
    Unit,
    UnitChange,
    Waiver,
)
from zhengzhou_desk.records.clean import folded, name_key
from zhengzhou_desk.records.filing import CONFIRMED, RETURNED
from zhengzhou_desk.records.kinds import plain
from zhengzhou_desk.records.sequence import KnownUnits

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from zhengzhou_desk.exchange.left_out import LeftOutRow
    from zhengzhou_desk.exchange.sheet import Cell, Sheet
    from zhengzhou_desk.records.kinds import Value
    from zhengzhou_desk.records.tables import Tables

# Rows of these tables are about a unit that must be there, or they would be counted nowhere and seen nowhere.
_ABOUT_UNITS: frozenset[type[Record]] = frozenset({Filing, Waiver, Spending, Execution})
# How many refused rows say all that is wrong with them; of the others the first fault.
MOST_EXPLAINED = 10_000
# How many rows are read together.
_TOGETHER = 1_000
# A choice of fields for the headings of one sheet, by the sheet's fingerprint.
Mappings: TypeAlias = "Mapping[str, Mapping[str, str]]"


@dataclass(slots=True)
class _PlanState:
    """The state of a plan being made."""

    tables: Tables
    year: int | None
    units: UnitNames
    coming: dict[type[Record], dict[tuple[Value, ...], int]] = field(default_factory=dict)
    # The names of each enterprise by its credit code.
    enterprises: dict[str, set[str]] = field(default_factory=dict)
    remarks: list[Message] = field(default_factory=list)
    left_out: list[LeftOutRow] = field(default_factory=list)
    known: KnownUnits = field(default_factory=KnownUnits)
    refused: int = 0
    shortened: bool = False


def layouts(
    sheets: Sequence[Sheet], words: headers.Words | None = None, mappings: Mappings | None = None
) -> tuple[Layout, ...]:
    """How each sheet that holds a table of ours is to be read, in the order of the tables.

    `words` are what a person says of headings now, `mappings` what was said of them in earlier imports: a sheet of the
    same shape is known by these, and headings that stand in another shape are proposed again.
    """
    words, mappings = words or {}, mappings or {}
    remembered: dict[str, dict[str, None]] = {}
    for choice in mappings.values():
        for heading, name in choice.items():
            if name:
                remembered.setdefault(headers.plain_heading(heading), {})[name] = None
    found = [headers.layout(sheet, words) or _by_memory(sheet, words, mappings) for sheet in sheets]
    proposed = [headers.with_proposals(made, remembered, words) for made in found if made is not None]
    return tuple(sorted(proposed, key=lambda made: WORKBOOK.index(made.cls)))


def _by_memory(sheet: Sheet, words: headers.Words, mappings: Mappings) -> Layout | None:
    """How a sheet was read that is known by its shape alone."""
    for shape, choice in mappings.items():
        said = {headers.plain_heading(heading): name for heading, name in choice.items()}
        made = headers.layout(sheet, {**said, **words})
        if made is not None and made.fingerprint == shape:
            return made
    return None


def plan(
    sheets: Sequence[Sheet],
    tables: Tables,
    *,
    year: int | None = None,
    source: str = "",
    mappings: Mappings | None = None,
    aliases: Mapping[str, str] | None = None,
    carried_lookup: CarriedLookup | None = None,
    words: headers.Words | None = None,
) -> ImportPlan:
    """What importing `sheets` into the book would do; changes nothing. Refuses sheets of which none is a table of ours.

    `year` is the year of rows that do not say theirs; `mappings` are a person's choices of columns
    and `aliases` other names of units (name key → code), both remembered from earlier imports; `words` are what
    a person says of headings for this import.
    `carried_lookup` answers by the law what a split divides; without one splits are taken as they come.
    A blank cell of a column that is there makes the field blank; a column that is not there leaves it.
    """
    with gc_paused():
        state = _PlanState(tables, year, UnitNames(aliases or {}))
        found = layouts(sheets, words, mappings)
        return _planned(sheets, found, state, source, mappings or {}, carried_lookup)


def _planned(
    sheets: Sequence[Sheet],
    found: Sequence[Layout],
    state: _PlanState,
    source: str,
    mappings: Mappings,
    carried_lookup: CarriedLookup | None,
) -> ImportPlan:
    if not found:
        raise Refused("{source} 里没有认得的表。表头应有“单位编码”“年度”等列名，见帮助中的工作簿格式", source=source)
    _ignored(sheets, found, state)
    _known_units(state)
    rows: list[PlannedRow] = []
    made: list[Layout] = []
    for layout in found:
        choice = mappings.get(layout.fingerprint)
        chosen = layout.chosen({**choice, **layout.by_hand}) if choice is not None else layout
        made.append(chosen)
        rows += _sheet(chosen, state)
    if carried_lookup is not None:
        rows = refused_if_untied(rows, state.tables, state.known, carried_lookup)
    if state.shortened:
        state.remarks.append(
            message(
                counted("被拒绝的行太多：前 {count} 行列出全部原因，其余各行只列出第一个原因"), count=MOST_EXPLAINED
            )
        )
    return ImportPlan(source, tuple(rows), tuple(state.remarks), tuple(made), tuple(state.left_out))


def _ignored(sheets: Sequence[Sheet], found: Sequence[Layout], state: _PlanState) -> None:
    """Says which sheets and columns are left out: nothing is lost silently."""
    read = {layout.sheet.name for layout in found}
    for sheet in sheets:
        if sheet.name not in read and any(cell is not None for row in sheet.rows for cell in row):
            state.remarks.append(message("工作表“{sheet}”没有认得的表头，没有读", sheet=sheet.name))


def _known_units(state: _PlanState) -> None:
    state.units.learn(state.tables.all(Unit))
    _know_enterprises(state.tables.all(Account), state)
    state.known.learn(state.tables.all(Unit))
    state.known.learn(state.tables.all(UnitChange))


def _know_enterprises(accounts: Iterable[Account], state: _PlanState) -> None:
    for account in accounts:
        if account.uscc:
            state.enterprises.setdefault(account.uscc, set()).add(name_key(account.name or ""))


# -- one sheet -----------------------------------------------------------------------------------


def _sheet(layout: Layout, state: _PlanState) -> list[PlannedRow]:
    sheet, cls = layout.sheet, layout.cls
    refuse_doubles(layout)
    state.remarks += layout_remarks(layout)
    reader = SheetReader(layout, state.year, state.units)
    rows = _read_rows(reader, state)
    state.left_out += reader.all_left_out()
    state.remarks += [*reader.remarks.all(), *reader.column_remarks()]
    if cls is Unit:
        coming = [row.after for row in rows if isinstance(row.after, Unit) and row.verdict != REFUSED]
        state.units.learn(coming)
        state.known.learn(coming)
    if cls is Account:
        _know_enterprises((row.after for row in rows if isinstance(row.after, Account)), state)
    if cls is UnitChange:
        state.known.learn(row.after for row in rows if row.after is not None and row.verdict == NEW)
        rows = [refused_if_impossible(row, state.known) for row in rows]
    cleared = sum(new is None for row in rows if row.verdict == CHANGED for _, _, new in row.changed)
    if cleared:
        state.remarks.append(
            message(counted("工作表“{sheet}”有 {count} 个空格会清空原来的内容"), sheet=sheet.name, count=cleared)
        )
    return rows


def _read_rows(reader: SheetReader, state: _PlanState) -> list[PlannedRow]:
    """What becomes of the rows, without those that are no data: blank, a sum, an explanation, the head once more.

    Rows are read some together, column by column, and before any row that may sum them up.
    """
    found: list[PlannedRow] = []
    together: list[int] = []
    for place in range(reader.layout.below + 1, len(reader.sheet.rows)):
        cells = reader.sheet.rows[place]
        if is_blank_row(cells):
            continue
        sort = reader.sorter.sort(place, cells)
        if sort is None and reader.is_cancelled(place):
            continue
        beyond = _beyond(reader, place) if sort is None else None
        if sort is None and beyond is None:
            together.append(place)
        if sort is not None or beyond is not None or len(together) == _TOGETHER:
            found += _judged(reader, together, state)
            together = []
        if sort is not None:
            reader.leave_out(place, sort)
        elif beyond is not None:
            found.append(beyond)
    return found + _judged(reader, together, state)


def _beyond(reader: SheetReader, place: int) -> PlannedRow | None:
    """Refuses a line of a text file that has more cells than the head has columns: it is cut in a wrong place."""
    sheet, width = reader.sheet, reader.width
    cells = sheet.rows[place]
    if not sheet.separated or is_blank_row(cells[width:]):
        return None
    number = sheet.number(place)
    reason = message(
        counted("第 {row} 行有 {count} 格，表头只有 {width} 列。文字里有分隔符时请给整格加上引号，或另存为 .xlsx 再试"),
        row=number, count=len(cells), width=width,
    )  # fmt: skip
    return PlannedRow(sheet.name, number, REFUSED, reader.cls, reasons=(reason,), cells=cells)


# -- one row -------------------------------------------------------------------------------------


def _judged(reader: SheetReader, places: Sequence[int], state: _PlanState) -> list[PlannedRow]:
    """The verdicts on rows of data that follow one another; their cells are read column by column."""
    if not places:
        return []
    said = list(zip(reader.columns, reader.answers(places), strict=True))
    fields = {column.match.field: answers for column, answers in said if column.column is not None}
    helpers = {column.match.field: answers for column, answers in said if column.column is None}
    refused = {
        at for column, answers in said if column.has_refused
        for at, answer in enumerate(answers) if isinstance(answer, Message)
    }  # fmt: skip
    rows = zip(*fields.values(), strict=True) if fields else repeat(())
    found = []
    for at, (place, row) in enumerate(zip(places, rows, strict=False)):
        values: dict[str, Value] = dict(zip(fields, row, strict=True))
        asked = {name: str(answers[at]) for name, answers in helpers.items()} if helpers else {}
        reasons: list[Message] = []
        if at in refused:
            wrong = [(column, answers[at]) for column, answers in said if isinstance(answers[at], Message)]
            for column, reason in wrong:
                reasons.append(_refusal(reader.sheet.number(place), column, reason))
                (values if column.column is not None else asked).pop(column.match.field)
        found.append(_row(reader, place, values, asked, reasons, state))
    return found


def _refusal(number: int, column: ColumnReader, reason: object) -> Message:
    return message("第 {row} 行“{column}”{reason}", row=number, column=column.called, reason=reason)


def _row(
    reader: SheetReader,
    place: int,
    values: dict[str, Value],
    helpers: Mapping[str, str],
    reasons: list[Message],
    state: _PlanState,
) -> PlannedRow:
    """The verdict on a row by what its cells say, or by the `reasons` for which some of them were refused."""
    sheet, cls = reader.sheet, reader.cls
    number, cells = sheet.number(place), sheet.rows[place]
    for column, at in reader.unit_columns:
        if column.named and at < len(cells):
            _compare_names(reader, number, column, cells[at], values, reasons, state)
    if cls is Filing and reader.has_review_days:
        _sort_review_day(values)
    if helpers:
        reasons += reader.order_contradictions(number, helpers, values)
    is_known = cls not in _ABOUT_UNITS or values.get("unit") in state.units.names
    if reasons or not is_known or not reader.says_all(values):
        _complete(reader, number, values, helpers, reasons, state)
    if reasons:
        return _turned_away(reader, place, values, helpers, _explained(reasons, state))
    before = _present(cls, values, state)
    after = dataclasses.replace(before, **values) if before is not None else cls(**values)  # type: ignore[arg-type]
    doubled = _doubled(cls, after, number, state)
    if doubled is not None:
        return _turned_away(reader, place, values, helpers, (doubled,))
    verdict = NEW if before is None else SAME if after == before else CHANGED
    planned = PlannedRow(sheet.name, number, verdict, cls, before, after, (), cells)
    # Changes are looked at once all of a sheet are known: one may contradict another.
    return planned if cls is UnitChange else refused_if_impossible(planned, state.known)


def _turned_away(
    reader: SheetReader,
    place: int,
    values: Mapping[str, Value],
    helpers: Mapping[str, str],
    reasons: tuple[Message, ...],
) -> PlannedRow:
    """A refused row; where it is about a unit that the book does not know, with the name that was given."""
    sheet, cls = reader.sheet, reader.cls
    of_unit = "unit" if cls in _ABOUT_UNITS else "buyer" if cls is Purchase else ""
    lost = helpers.get(UNIT_NAME, "") if of_unit and values.get(of_unit) is None else ""
    return PlannedRow(
        sheet.name, sheet.number(place), REFUSED, cls, reasons=reasons, cells=sheet.rows[place], unknown_name=lost
    )


def _sort_review_day(values: dict[str, Value]) -> None:
    """The day of a review is that of the confirmation, or of the return; of one that is still to come it is none."""
    state, day = values.get("state"), values.get("confirmed")
    if state == RETURNED and values.get("returned") is None:
        values["returned"] = day
    if state != CONFIRMED and "state" in values:
        values["confirmed"] = None


def _compare_names(
    reader: SheetReader,
    number: int,
    column: ColumnReader,
    cell: Cell,
    values: dict[str, Value],
    reasons: list[Message],
    state: _PlanState,
) -> None:
    """Of a code and a name in one cell both must mean the same unit."""
    name, code = column.named.get(cell, ""), values.get(column.match.field)
    if not name or not isinstance(code, str):
        return
    if reader.cls is Unit and column.match.field == "code":
        _name_of_unit(reader, number, name, cell, values, reasons)
    elif code in state.units.names and not state.units.means(name, code):
        reasons.append(state.units.other_name(number, column.called, cell, code))


def _name_of_unit(
    reader: SheetReader, number: int, name: str, cell: Cell, values: dict[str, Value], reasons: list[Message]
) -> None:
    """In a sheet of units the name beside the code is the unit's, where no column says another."""
    place = next((each.match.place for each in reader.columns if each.match.field == "name"), None)
    row = reader.sheet.rows[number - reader.sheet.first]
    given = row[place] if place is not None and place < len(row) else None
    if is_blank(given):
        values["name"] = name
    elif isinstance(given, str) and name_key(given) != name_key(name):
        reasons.append(
            message(
                "第 {row} 行“{column}”‘{given}’：所带名称与“{other}”‘{name}’不一致。请改成一致",
                row=number, column=Unit.table.column("code"), given=cell, other=Unit.table.column("name"), name=given,
            )
        )  # fmt: skip


def _explained(reasons: Sequence[Message], state: _PlanState) -> tuple[Message, ...]:
    """The reasons of a refused row: all of them, or the first where very many rows were refused before."""
    state.refused += bool(reasons)
    if state.refused <= MOST_EXPLAINED or len(reasons) <= 1:
        return tuple(reasons)
    state.shortened = True
    return (reasons[0],)


def _complete(
    reader: SheetReader,
    number: int,
    values: dict[str, Value],
    helpers: Mapping[str, str],
    reasons: list[Message],
    state: _PlanState,
) -> None:
    """Fills in year and unit where the row does not say them, and refuses what must be there."""
    cls = reader.cls
    failed = reader.fields - values.keys()
    if cls.table.year == "year" and values.get("year") is None and "year" not in failed and reader.year is not None:
        values["year"] = reader.year
    key = "code" if cls is Unit else "unit" if cls.table.unit == "unit" and cls in _ABOUT_UNITS else None
    if key == "unit" and values.get("unit") is None and "unit" not in failed:
        called = next((each.called for each in reader.columns if each.match.field == UNIT_NAME), "")
        answer = state.units.find(number, helpers.get(UNIT_NAME, ""), helpers.get(UNIT_USCC, ""), called)
        if isinstance(answer, Message):
            reasons.append(answer)
        elif answer:
            values["unit"] = answer
    elif key == "unit" and isinstance(values.get("unit"), str) and values["unit"] not in state.units.names:
        reasons.append(
            message(
                "第 {row} 行“{column}”‘{code}’不在账册的单位表中。请先导入单位，或更正编码",
                row=number,
                column=cls.table.column("unit"),
                code=values["unit"],
            )
        )
    elif cls is Purchase and values.get("buyer") is None and "buyer" not in failed:
        _find_buyer(reader, number, values, helpers, reasons, state)
    elif key is None and cls.table.unit == "unit" and values.get("unit") is None and helpers.get(UNIT_NAME):
        values["unit"] = state.units.only(helpers[UNIT_NAME])
    for column in reader.required:
        if values.get(column.name) is None and column.name not in failed:
            if any(column.label == value for reason in reasons for _, value in reason.fields if isinstance(value, str)):
                continue
            if column.name == "unit" and reasons:
                continue
            hint = message("，可用 --year 指明") if column.name == "year" else ""
            reasons.append(message("第 {row} 行“{column}”不能空着{hint}", row=number, column=column, hint=hint))


def _find_buyer(
    reader: SheetReader,
    number: int,
    values: dict[str, Value],
    helpers: Mapping[str, str],
    reasons: list[Message],
    state: _PlanState,
) -> None:
    """The buyer of an order that says no code: a unit or an enterprise by its name or its credit code."""
    name, credit = helpers.get(UNIT_NAME, ""), folded(helpers.get(UNIT_USCC, "")).upper()
    called = next((each.called for each in reader.columns if each.match.field == UNIT_NAME), "")
    enterprises = {credit} & state.enterprises.keys() or {
        code for code, names in state.enterprises.items() if name and name_key(name) in names
    }
    answer = state.units.find(number, name, credit, called)
    if isinstance(answer, Message) and len(enterprises) == 1:
        answer = next(iter(enterprises))
    if isinstance(answer, Message):
        reasons.append(answer)
    elif answer:
        values["buyer"] = answer


def _present(cls: type[Record], values: Mapping[str, Value], state: _PlanState) -> Record | None:
    """The row of the book that a row of the file is about."""
    if not state.tables.all(cls):
        return None
    key = tuple(values.get(name) for name in cls.table.key)
    found = state.tables.find(cls, cls.table.key, key)
    return found[0] if found else None


def _doubled(cls: type[Record], after: Record, number: int, state: _PlanState) -> Message | None:
    """Refuses the second row of one key in a file: it is not known which of them is meant."""
    rows, key = state.coming.setdefault(cls, {}), after.key()
    first = rows.setdefault(key, number)
    if first == number:
        return None
    called = " ".join(plain(value) for value in key if value is not None)
    return message("第 {row} 行与第 {first} 行重复（{key}）。请只留一行", row=number, first=first, key=called)
