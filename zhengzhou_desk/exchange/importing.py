"""Importing: what a spreadsheet would change, row by row; the list that is shown is the list that is applied."""

from __future__ import annotations

import dataclasses
import functools
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, TypeAlias

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.gc_pause import gc_paused
from zhengzhou_desk.common.messages import Message, counted, message
from zhengzhou_desk.exchange import headers
from zhengzhou_desk.exchange.code_and_name import code_and_name
from zhengzhou_desk.exchange.column_reader import ColumnReader, is_blank, rounded_codes
from zhengzhou_desk.exchange.consistency import CarriedLookup, refused_if_impossible, refused_if_untied
from zhengzhou_desk.exchange.headers import UNIT_NAME, UNIT_USCC, Layout
from zhengzhou_desk.exchange.left_out import GROUP, SUBTOTAL, SUM, LeftOutRow, RowSorter, level
from zhengzhou_desk.exchange.limits import MOST_COLUMNS
from zhengzhou_desk.exchange.plan import CHANGED, NEW, REFUSED, SAME, ImportPlan, PlannedRow
from zhengzhou_desk.exchange.sheet import Cell, Sheet, letters
from zhengzhou_desk.exchange.sheet_remarks import SheetRemarks
from zhengzhou_desk.exchange.totals import Totals
from zhengzhou_desk.records import (
    WORKBOOK,
    Execution,
    Filing,
    Record,
    Spending,
    Unit,
    UnitChange,
    Waiver,
)
from zhengzhou_desk.records.clean import folded, name_key
from zhengzhou_desk.records.kinds import Code, Money, Score, Whole, Year, plain
from zhengzhou_desk.records.sequence import KnownUnits

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from zhengzhou_desk.common.messages import Translatable
    from zhengzhou_desk.records.columns import Column
    from zhengzhou_desk.records.kinds import Value
    from zhengzhou_desk.records.tables import Tables

# Rows of these tables are about a unit that must be there, or they would be counted nowhere and seen nowhere.
_ABOUT_UNITS: frozenset[type[Record]] = frozenset({Filing, Waiver, Spending, Execution})
# How many zeros at the ends of all long numbers of a column may be chance: of order numbers, of credit codes.
_ZEROS, _ZEROS_OF_CREDIT_CODES = 5, 2
# For how many unknown names the likeliest units are looked for, and with how many names these are compared in all.
_MOST_NEAR = 200
MOST_COMPARED = 2_000_000
# How many units of one name are listed where a row says no more than the name.
_MOST_LISTED = 20
# How many refused rows say all that is wrong with them; of the others the first fault.
MOST_EXPLAINED = 10_000
# A choice of fields for the headings of one sheet, by the sheet's fingerprint.
Mappings: TypeAlias = "Mapping[str, Mapping[str, str]]"


@dataclass(slots=True)
class _PlanState:
    """The state of a plan being made."""

    tables: Tables
    year: int | None
    aliases: Mapping[str, str]
    coming: dict[type[Record], dict[tuple[Value, ...], int]] = field(default_factory=dict)
    units: dict[str, str] = field(default_factory=dict)
    # The codes of the units of one name or one credit code, each once and in their order.
    names: dict[str, dict[str, None]] = field(default_factory=dict)
    credits: dict[str, dict[str, None]] = field(default_factory=dict)
    keys: dict[str, str | None] = field(default_factory=dict)
    near: dict[str, list[str]] = field(default_factory=dict)
    remarks: list[Message] = field(default_factory=list)
    left_out: list[LeftOutRow] = field(default_factory=list)
    known: KnownUnits = field(default_factory=KnownUnits)
    refused: int = 0
    shortened: bool = False


class _SheetReader:
    """One sheet, with what is the same for all its rows."""

    def __init__(self, layout: Layout, year: int | None, is_unit: Callable[[str], bool]) -> None:
        self.layout, self.sheet, self.cls = layout, layout.sheet, layout.cls
        fields = {column.name: column for column in self.cls.table.columns}
        self.columns = [ColumnReader(match, fields.get(match.field)) for match in layout.matches]
        self.fields = {column.match.field for column in self.columns if column.column is not None}
        self.places = [match.place for match in layout.matches]
        self.unit_columns = [(column, column.match.place) for column in self.columns if column.holds_units]
        self.width = len(layout.headings())
        self.required = [column for column in self.cls.table.columns if column.required]
        self._year = year or layout.year
        self.remarks = SheetRemarks(layout.sheet)
        self.sorter = RowSorter(layout, is_unit)
        summed = [reader for reader in self.columns if reader.column is not None and _is_summed(reader.column)]
        self._summed = [(reader, reader.match.field, reader.match.place) for reader in summed]
        self.totals = Totals({reader.match.field: reader.column for reader in summed if reader.column is not None})
        self._personal = frozenset(
            match.place for match in (*layout.matches, *layout.likely) if layout.is_personal(match.field)
        )
        # The rows that are no data: their places, and what they are.
        self.left_out: list[tuple[int, str]] = []
        self._look_for_rounded()

    def _look_for_rounded(self) -> None:
        for reader in self.columns:
            if reader.match.field == UNIT_USCC or (reader.column is not None and isinstance(reader.column.kind, Code)):
                by_chance = _ZEROS_OF_CREDIT_CODES if reader.match.field in (UNIT_USCC, "uscc") else _ZEROS
                place = reader.match.place
                cells = (row[place] for row in self.sheet.rows[self.layout.below + 1 :] if place < len(row))
                reader.rounded = rounded_codes(cells, by_chance)

    @functools.cached_property
    def year(self) -> Value:
        """The year of rows that do not say theirs. Refused where it is out of range and such a row comes."""
        return Year().parse(self._year) if self._year is not None else None

    def read(self, cells: Sequence[Cell]) -> list[Cell]:
        """The cells of the columns that are read."""
        width = len(cells)
        return [cells[place] if place < width else None for place in self.places]

    def _amounts(self, cells: Sequence[Cell]) -> dict[str, int]:
        """What a row says in the columns that can be summed up."""
        found = {}
        for reader, name, place in self._summed:
            value = reader.said(cells[place]) if place < len(cells) and cells[place] is not None else None
            if isinstance(value, int):
                found[name] = value
        return found

    def leave_out(self, place: int, sort: str) -> None:
        """A row is no data; what it sums up is compared with the rows that it is about."""
        self.left_out.append((place, sort))
        cells = self.sheet.rows[place]
        given = self._amounts(cells) if sort in (SUM, SUBTOTAL, GROUP) else {}
        if sort == GROUP:
            self.totals.group(place, given, level(cells))
        elif given:
            self.totals.sum_row(place, given, partial=sort == SUBTOTAL)

    def all_left_out(self) -> list[LeftOutRow]:
        """The rows that are no data, with what their sums were found to be."""
        self.totals.end()
        found = []
        for place, sort in self.left_out:
            about: tuple[Translatable, ...] = ()
            if place in self.totals.found:
                differs = self.totals.found[place]
                about = tuple(differs) or (_TIES,)
                for each in differs:
                    self.remarks.untied(place, each)
            found.append(
                LeftOutRow(
                    self.sheet.name, self.sheet.number(place), self.sheet.rows[place], sort, about, self._personal
                )
            )
        return found


_TIES = message("与明细相符")


def _is_summed(column: Column) -> bool:
    return isinstance(column.kind, Money | Whole) and not isinstance(column.kind, Year | Score)


def layouts(sheets: Sequence[Sheet]) -> tuple[Layout, ...]:
    """How each sheet that holds a table of ours is to be read, in the order of the tables."""
    found = [made for sheet in sheets if (made := headers.layout(sheet)) is not None]
    return tuple(sorted(found, key=lambda made: WORKBOOK.index(made.cls)))


def plan(
    sheets: Sequence[Sheet],
    tables: Tables,
    *,
    year: int | None = None,
    source: str = "",
    mappings: Mappings | None = None,
    aliases: Mapping[str, str] | None = None,
    carried_lookup: CarriedLookup | None = None,
) -> ImportPlan:
    """What importing `sheets` into the book would do; changes nothing. Refuses sheets of which none is a table of ours.

    `year` is the year of rows that do not say theirs; `mappings` are a person's choices of columns
    and `aliases` other names of units (name key → code), both remembered from earlier imports.
    `carried_lookup` answers by the law what a split divides; without one splits are taken as they come.
    A blank cell of a column that is there makes the field blank; a column that is not there leaves it.
    """
    with gc_paused():
        return _planned(sheets, _PlanState(tables, year, aliases or {}), source, mappings or {}, carried_lookup)


def _planned(
    sheets: Sequence[Sheet], state: _PlanState, source: str, mappings: Mappings, carried_lookup: CarriedLookup | None
) -> ImportPlan:
    found = layouts(sheets)
    if not found:
        raise Refused("{source} 里没有认得的表。表头应有“单位编码”“年度”等列名，见帮助中的工作簿格式", source=source)
    _ignored(sheets, found, state)
    _known_units(state)
    rows: list[PlannedRow] = []
    made: list[Layout] = []
    for layout in found:
        choice = mappings.get(layout.fingerprint)
        chosen = layout.chosen(choice) if choice is not None else layout
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
    for unit in state.tables.all(Unit):
        _know(unit, state)
    state.known.learn(state.tables.all(UnitChange))


def _know(unit: Unit, state: _PlanState) -> None:
    state.units[unit.code] = unit.name or ""
    state.keys[unit.code] = unit.name_key
    state.known.learn((unit,))
    if unit.name_key:
        state.names.setdefault(unit.name_key, {})[unit.code] = None
    if unit.uscc:
        state.credits.setdefault(unit.uscc, {})[unit.code] = None


# -- one sheet -----------------------------------------------------------------------------------


def _sheet(layout: Layout, state: _PlanState) -> list[PlannedRow]:
    sheet, cls = layout.sheet, layout.cls
    for first, second in layout.doubles:
        raise Refused(
            "工作表“{sheet}”中“{first}”和“{second}”两列都是“{field}”。请删去或改名其中一列",
            sheet=sheet.name, first=first, second=second, field=_double_field(layout, first),
        )  # fmt: skip
    _say_layout(layout, state)
    reader = _SheetReader(layout, state.year, lambda name: _is_known_name(name, state))
    rows: list[PlannedRow] = []
    for place in range(layout.below + 1, len(sheet.rows)):
        row = _read_row(reader, place, state)
        if row is None:
            continue
        rows.append(row)
    state.left_out += reader.all_left_out()
    state.remarks += [*reader.remarks.all(), *_struck(reader)]
    if cls is Unit:
        for row in rows:
            if isinstance(row.after, Unit) and row.verdict != REFUSED:
                _know(row.after, state)
    if cls is UnitChange:
        state.known.learn(row.after for row in rows if row.after is not None and row.verdict == NEW)
        rows = [refused_if_impossible(row, state.known) for row in rows]
    cleared = sum(new is None for row in rows for _, _, new in row.changed)
    if cleared:
        state.remarks.append(
            message(counted("工作表“{sheet}”有 {count} 个空格会清空原来的内容"), sheet=sheet.name, count=cleared)
        )
    return rows


def _read_row(reader: _SheetReader, place: int, state: _PlanState) -> PlannedRow | None:
    """What becomes of a row; None where it is no data: blank, a sum, an explanation, the head once more."""
    cells = reader.sheet.rows[place]
    if all(is_blank(cell) for cell in cells):
        return None
    sort = reader.sorter.sort(place, cells)
    if sort is not None:
        reader.leave_out(place, sort)
        return None
    read = reader.read(cells)
    return _beyond(reader, place) or _row(reader, place, read, state)


def _double_field(layout: Layout, heading: str) -> object:
    name = next((match.field for match in layout.matches if match.heading == heading), "")
    return next((column for column in layout.cls.table.columns if column.name == name), heading)


def _say_layout(layout: Layout, state: _PlanState) -> None:
    sheet = layout.sheet
    if sheet.hidden:
        state.remarks.append(message("工作表“{sheet}”是隐藏的，照样读了", sheet=sheet.name))
    hidden = [number for number in sheet.hidden_rows if number > sheet.number(layout.below)]
    if hidden:
        state.remarks.append(
            message(counted("工作表“{sheet}”有 {count} 个隐藏行，照样读了"), sheet=sheet.name, count=len(hidden))
        )
    shut = [match.heading for match in layout.matches if match.place in sheet.hidden_columns]
    if shut:
        state.remarks.append(
            message("工作表“{sheet}”的隐藏列照样读了：{columns}", sheet=sheet.name, columns=tuple(shut))
        )
    spare = [heading for _, heading in layout.spare]
    if spare:
        state.remarks.append(
            message("工作表“{sheet}”中不认得的列，没有读：{columns}", sheet=sheet.name, columns=tuple(spare))
        )
    for bare, place in _headless(layout).items():
        state.remarks.append(
            message("工作表“{sheet}”的 {column} 列没有表头，没有读（如 {cell}）",
                    sheet=sheet.name, column=letters(bare), cell=headers.cell_name(sheet, place, bare))
        )  # fmt: skip
    for match in layout.likely:
        column = layout.cls.table.column(match.field)
        state.remarks.append(message("“{heading}”像是“{field}”，需要人来确认", heading=match.heading, field=column))


def _headless(layout: Layout) -> dict[int, int]:
    """Columns below which something stands though no heading is above it: each with the first such row."""
    headings = layout.headings()
    width = len(headings) if layout.sheet.separated else MOST_COLUMNS
    bare = {column for column in range(width) if column >= len(headings) or not headings[column]}
    found: dict[int, int] = {}
    for place in range(layout.below + 1, len(layout.sheet.rows)):
        cells = layout.sheet.rows[place]
        if len(cells) > len(headings) or len(bare) > len(found):
            for column in bare.intersection(range(len(cells))) - found.keys():
                if not is_blank(cells[column]):
                    found[column] = place
    return dict(sorted(found.items()))


def _beyond(reader: _SheetReader, place: int) -> PlannedRow | None:
    """Refuses a line of a text file that has more cells than the head has columns: it is cut in a wrong place."""
    sheet, width = reader.sheet, reader.width
    cells = sheet.rows[place]
    if not sheet.separated or all(is_blank(cell) for cell in cells[width:]):
        return None
    number = sheet.number(place)
    reason = message(
        counted("第 {row} 行有 {count} 格，表头只有 {width} 列。文字里有分隔符时请给整格加上引号，或另存为 .xlsx 再试"),
        row=number, count=len(cells), width=width,
    )  # fmt: skip
    return PlannedRow(sheet.name, number, REFUSED, reader.cls, reasons=(reason,), cells=cells)


def _is_known_name(name: str, state: _PlanState) -> bool:
    key = name_key(name)
    return key in state.names or key in state.aliases


def _struck(reader: _SheetReader) -> list[Message]:
    """Says how many cells of a column hold a stroke or a word for nothing."""
    return [
        message(
            counted("工作表“{sheet}”的“{column}”有 {count} 格写的是“-”“无”一类的记号，按空白读"),
            sheet=reader.sheet.name, column=column.called, count=column.struck,
        )
        for column in reader.columns if column.struck
    ]  # fmt: skip


# -- one row -------------------------------------------------------------------------------------


def _row(reader: _SheetReader, place: int, read: Sequence[Cell], state: _PlanState) -> PlannedRow:
    sheet, cls = reader.sheet, reader.cls
    number, cells = sheet.number(place), sheet.rows[place]
    values: dict[str, Value] = {}
    helpers: dict[str, str] = {}
    reasons: list[Message] = []
    for column, cell in zip(reader.columns, read, strict=True):
        answer = column.said(cell)
        if isinstance(answer, Message):
            reasons.append(message("第 {row} 行“{column}”{reason}", row=number, column=column.called, reason=answer))
        elif column.column is None:
            helpers[column.match.field] = str(answer)
        else:
            values[column.match.field] = answer
    for column, at in reader.unit_columns:
        if column.named and at < len(cells):
            _compare_names(reader, number, column, cells[at], values, reasons, state)
    reader.totals.row(values)
    _complete(reader, number, values, helpers, reasons, state)
    lost = helpers.get(UNIT_NAME, "") if values.get("unit") is None and cls in _ABOUT_UNITS else ""
    turned_away = PlannedRow(
        sheet.name, number, REFUSED, cls, reasons=_explained(reasons, state), cells=sheet.rows[place], unknown_name=lost
    )
    if reasons:
        return turned_away
    before = _present(cls, values, state)
    after = dataclasses.replace(before, **values) if before is not None else cls(**values)  # type: ignore[arg-type]
    doubled = _doubled(cls, after, number, state)
    if doubled is not None:
        return dataclasses.replace(turned_away, reasons=(doubled,))
    verdict = NEW if before is None else SAME if after == before else CHANGED
    planned = PlannedRow(sheet.name, number, verdict, cls, before, after, cells=sheet.rows[place])
    # Changes are looked at once all of a sheet are known: one may contradict another.
    return planned if cls is UnitChange else refused_if_impossible(planned, state.known)


def _compare_names(
    reader: _SheetReader,
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
    elif code in state.units and not _means(name, code, state):
        reasons.append(_other_name(number, column.called, cell, code, state))


def _name_of_unit(
    reader: _SheetReader, number: int, name: str, cell: Cell, values: dict[str, Value], reasons: list[Message]
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


def _means(name: str, code: str, state: _PlanState) -> bool:
    key = name_key(name)
    return key == state.keys.get(code) or state.aliases.get(key) == code


def _other_name(number: int, column: object, cell: object, code: str, state: _PlanState) -> Message:
    return message(
        "第 {row} 行“{column}”‘{given}’：编码 {code} 是‘{name}’，与所写名称不一致。请更正其中一个",
        row=number, column=column, given=cell, code=code, name=state.units[code],
    )  # fmt: skip


def _explained(reasons: Sequence[Message], state: _PlanState) -> tuple[Message, ...]:
    """The reasons of a refused row: all of them, or the first where very many rows were refused before."""
    state.refused += bool(reasons)
    if state.refused <= MOST_EXPLAINED or len(reasons) <= 1:
        return tuple(reasons)
    state.shortened = True
    return (reasons[0],)


def _complete(
    reader: _SheetReader,
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
        _find_unit(number, values, helpers, reasons, state, called)
    elif key == "unit" and isinstance(values.get("unit"), str) and values["unit"] not in state.units:
        reasons.append(
            message(
                "第 {row} 行“{column}”‘{code}’不在账册的单位表中。请先导入单位，或更正编码",
                row=number,
                column=cls.table.column("unit"),
                code=values["unit"],
            )
        )
    elif key is None and cls.table.unit == "unit" and values.get("unit") is None and helpers.get(UNIT_NAME):
        codes = state.names.get(name_key(helpers[UNIT_NAME]), {})
        if len(codes) == 1:
            values["unit"] = next(iter(codes))
    for column in reader.required:
        if values.get(column.name) is None and column.name not in failed:
            if any(column.label == value for reason in reasons for _, value in reason.fields if isinstance(value, str)):
                continue
            if column.name == "unit" and reasons:
                continue
            hint = message("，可用 --year 指明") if column.name == "year" else ""
            reasons.append(message("第 {row} 行“{column}”不能空着{hint}", row=number, column=column, hint=hint))


def _find_unit(
    number: int,
    values: dict[str, Value],
    helpers: Mapping[str, str],
    reasons: list[Message],
    state: _PlanState,
    called: object,
) -> None:
    """The unit by its credit code, exact name or remembered other name; never by likeness alone."""
    credit, name = helpers.get(UNIT_USCC, ""), helpers.get(UNIT_NAME, "")
    found: Collection[str] = state.credits.get(folded(credit).upper(), {}) if credit else {}
    if not found and name:
        key = name_key(name)
        found = state.names.get(key, {})
        if not found and key in state.aliases:
            found = [state.aliases[key]]
    both = code_and_name(name) if name and not found else None
    if both is not None and both[0] in state.units:
        if not _means(both[1], both[0], state):
            reasons.append(_other_name(number, called, name, both[0], state))
            return
        found = [both[0]]
    if len(found) == 1:
        values["unit"] = next(iter(found))
    elif found:
        reasons.append(
            message(
                "第 {row} 行‘{name}’对应几个单位：{codes}。请填单位编码",
                row=number,
                name=name or credit,
                codes=_few(found),
            )
        )
    elif name or credit:
        near = _near(name, state)
        if near:
            units = tuple(f"{code} {state.units[code]}" for code in near)
            reasons.append(
                message(
                    "第 {row} 行‘{name}’不在账册的单位表中。是否为：{units}？请填单位编码",
                    row=number,
                    name=name or credit,
                    units=units,
                )
            )
        else:
            reasons.append(
                message(
                    "第 {row} 行‘{name}’不在账册的单位表中。请先导入单位，或填单位编码", row=number, name=name or credit
                )
            )


def _few(codes: Collection[str]) -> tuple[object, ...]:
    """The codes of the units that a row may mean; of very many the first."""
    first = tuple(islice(codes, _MOST_LISTED))
    return first if len(first) == len(codes) else (*first, message(counted("等共 {count} 个单位"), count=len(codes)))


def _near(name: str, state: _PlanState) -> list[str]:
    """Units of similar names, for the first unknown names only: each costs a comparison with every unit."""
    if name not in state.near:
        compared = (len(state.near) + 1) * len(state.keys)
        looked_for = len(state.near) < _MOST_NEAR and compared <= MOST_COMPARED and len(name) <= headers.LONGEST
        state.near[name] = _likely(name, state.keys, 3) if looked_for else []
    return state.near[name]


def likely_units(name: str, units: Mapping[str, str], count: int = 3) -> list[str]:
    """The codes of the units whose names are most like `name`: a short list to choose from."""
    return _likely(name, {code: name_key(text) for code, text in units.items() if text}, count)


def _likely(name: str, keys: Mapping[str, str | None], count: int) -> list[str]:
    if not name:
        return []
    from rapidfuzz import fuzz, process

    answers = process.extract(name_key(name), keys, scorer=fuzz.ratio, limit=count, score_cutoff=50)
    return [code for _, _, code in answers]


def _present(cls: type[Record], values: Mapping[str, Value], state: _PlanState) -> Record | None:
    """The row of the book that a row of the file is about."""
    key = tuple(values.get(name) for name in cls.table.key)
    found = state.tables.find(cls, cls.table.key, key)
    return found[0] if found else None


def _doubled(cls: type[Record], after: Record, number: int, state: _PlanState) -> Message | None:
    """Refuses the second row of one key in a file: it is not known which of them is meant."""
    rows = state.coming.setdefault(cls, {})
    first = rows.setdefault(after.key(), number)
    if first == number:
        return None
    called = " ".join(plain(value) for value in after.key() if value is not None)
    return message("第 {row} 行与第 {first} 行重复（{key}）。请只留一行", row=number, first=first, key=called)
