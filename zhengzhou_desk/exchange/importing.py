"""Importing: what a spreadsheet would change, row by row; the list that is shown is the list that is applied."""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.messages import Message, counted, message
from zhengzhou_desk.exchange import headers
from zhengzhou_desk.exchange.consistency import CarriedLookup, refused_if_impossible, refused_if_untied
from zhengzhou_desk.exchange.headers import UNIT_NAME, UNIT_USCC, ColumnMatch, Layout
from zhengzhou_desk.exchange.limits import MOST_COLUMNS
from zhengzhou_desk.exchange.plan import CHANGED, NEW, REFUSED, SAME, ImportPlan, PlannedRow
from zhengzhou_desk.exchange.sheet import BrokenCell, Cell, Sheet, letters
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
from zhengzhou_desk.records.clean import clean, folded, name_key
from zhengzhou_desk.records.kinds import Code, Money, Text, Year, plain, yuan
from zhengzhou_desk.records.sequence import KnownUnits

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from zhengzhou_desk.records.columns import Column
    from zhengzhou_desk.records.kinds import Value
    from zhengzhou_desk.records.tables import Tables

# Rows of these tables are about a unit that must be there, or they would be counted nowhere and seen nowhere.
_ABOUT_UNITS: frozenset[type[Record]] = frozenset({Filing, Waiver, Spending, Execution})
_SUMS = re.compile(r"(合计|总计|小计|共计|总合计|累计)[:：]?.*|[本各]?.{0,12}(小计|合计)")
# A spreadsheet's number is exact up to 15 digits, and from 12 digits on a text file shows it like 9.11E+17.
_EXACT = 10**15
_SCIENTIFIC = re.compile(r"[+-]?[0-9](\.[0-9]+)?E\+[0-9]{2,3}", re.IGNORECASE)
_NOTES = re.compile(r"[(（]?(注|备注|说明|填表|填报|制表|审核|负责|联系|打印|单位负责|第\d+页|附).*")
# For how many unknown names the likeliest units are looked for.
_MOST_NEAR = 200
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
    names: dict[str, list[str]] = field(default_factory=dict)
    credits: dict[str, list[str]] = field(default_factory=dict)
    near: dict[str, list[str]] = field(default_factory=dict)
    remarks: list[Message] = field(default_factory=list)
    known: KnownUnits = field(default_factory=KnownUnits)


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
    found = layouts(sheets)
    state = _PlanState(tables, year, aliases or {})
    if not found:
        raise Refused("{source} 里没有认得的表。表头应有“单位编码”“年度”等列名，见帮助中的工作簿格式", source=source)
    _ignored(sheets, found, state)
    _known_units(state)
    rows: list[PlannedRow] = []
    made: list[Layout] = []
    for layout in found:
        choice = (mappings or {}).get(layout.fingerprint)
        chosen = layout.chosen(choice) if choice is not None else layout
        made.append(chosen)
        rows += _sheet(chosen, state)
    if carried_lookup is not None:
        rows = refused_if_untied(rows, tables, state.known, carried_lookup)
    return ImportPlan(source, tuple(rows), tuple(state.remarks), tuple(made))


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
    state.known.learn((unit,))
    if unit.name_key:
        codes = state.names.setdefault(unit.name_key, [])
        if unit.code not in codes:
            codes.append(unit.code)
    if unit.uscc:
        same = state.credits.setdefault(unit.uscc, [])
        if unit.code not in same:
            same.append(unit.code)


# -- one sheet -----------------------------------------------------------------------------------


def _sheet(layout: Layout, state: _PlanState) -> list[PlannedRow]:  # noqa: C901 - what a sheet may have in it, in order
    sheet, cls = layout.sheet, layout.cls
    for first, second in layout.doubles:
        raise Refused(
            "工作表“{sheet}”中“{first}”和“{second}”两列都是“{field}”。请删去或改名其中一列",
            sheet=sheet.name, first=first, second=second, field=_double_field(layout, first),
        )  # fmt: skip
    _say_layout(layout, state)
    rows: list[PlannedRow] = []
    amounts = [column.name for column in cls.table.columns if isinstance(column.kind, Money)]
    sums: Counter[str] = Counter()
    for place in range(layout.below + 1, len(sheet.rows)):
        cells = sheet.rows[place]
        read = [cells[match.place] if match.place < len(cells) else None for match in layout.matches]
        if all(_is_blank(cell) for cell in cells):
            continue
        if _is_sum(layout, cells, read):
            _check_sum(layout, place, read, sums, state)
            continue
        if all(_is_blank(cell) for cell in read) or _is_note(cells):
            state.remarks.append(
                message("工作表“{sheet}”第 {row} 行是说明文字，没有读", sheet=sheet.name, row=sheet.number(place))
            )
            continue
        if _is_repeated_head(layout, cells):
            continue
        rows.append(_beyond(layout, place) or _row(layout, place, read, state))
        if rows[-1].after is not None:
            sums.update({name: value for name in amounts if isinstance(value := rows[-1].after.cell(name), int)})
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
                if not _is_blank(cells[column]):
                    found[column] = place
    return dict(sorted(found.items()))


def _beyond(layout: Layout, place: int) -> PlannedRow | None:
    """Refuses a line of a text file that has more cells than the head has columns: it is cut in a wrong place."""
    sheet, width = layout.sheet, len(layout.headings())
    cells = sheet.rows[place]
    if not sheet.separated or all(_is_blank(cell) for cell in cells[width:]):
        return None
    number = sheet.number(place)
    reason = message(
        counted("第 {row} 行有 {count} 格，表头只有 {width} 列。文字里有分隔符时请给整格加上引号，或另存为 .xlsx 再试"),
        row=number, count=len(cells), width=width,
    )  # fmt: skip
    return PlannedRow(sheet.name, number, REFUSED, layout.cls, reasons=(reason,), cells=cells)


def _is_blank(cell: Cell) -> bool:
    return cell is None or (isinstance(cell, str) and not clean(cell))


def _texts(cells: Sequence[Cell]) -> list[str]:
    return [folded(cell).replace(" ", "") for cell in cells if isinstance(cell, str) and clean(cell)]


def _is_sum(layout: Layout, cells: Sequence[Cell], read: Sequence[Cell]) -> bool:
    """Whether a row sums up others: a word that says so, and no code of a row of its own."""
    texts = _texts(cells[:4])
    if not texts or not any(_SUMS.fullmatch(text) for text in texts[:2]):
        return False
    key = [
        value for match, value in zip(layout.matches, read, strict=True) if match.field in ("code", "unit", "number")
    ]
    return not any(
        isinstance(value, Decimal) or (isinstance(value, str) and re.search(r"\d{3}", value)) for value in key
    )


def _is_note(cells: Sequence[Cell]) -> bool:
    filled = [cell for cell in cells if not _is_blank(cell)]
    distinct = {str(cell) for cell in filled}
    return (
        len(distinct) == 1 and isinstance(filled[0], str) and bool(_NOTES.fullmatch(folded(filled[0]).replace(" ", "")))
    )


def _is_repeated_head(layout: Layout, cells: Sequence[Cell]) -> bool:
    """Exports of many pages repeat their head."""
    row = [headers.plain_heading(cell) if isinstance(cell, str) else "" for cell in cells]
    hits = sum(
        match.place < len(row) and row[match.place] == headers.plain_heading(match.heading) for match in layout.matches
    )
    return hits >= max(2, len(layout.matches) - 1)


def _check_sum(layout: Layout, place: int, read: Sequence[Cell], sums: Counter[str], state: _PlanState) -> None:
    """Compares a line 合计 with the details above it; a subtotal is left to the person."""
    words = "".join(_texts(layout.sheet.rows[place])[:1])
    if "小计" in words:
        return
    for match, cell in zip(layout.matches, read, strict=True):
        column = next((column for column in layout.cls.table.columns if column.name == match.field), None)
        if column is None or not isinstance(column.kind, Money) or _is_blank(cell) or isinstance(cell, BrokenCell):
            continue
        try:
            total = column.kind.parse(cell, match.scale)
        except Refused:
            continue
        details = sums[column.name]
        if isinstance(total, int) and total != details:
            state.remarks.append(
                message(
                    "工作表“{sheet}”第 {row} 行“{column}”合计 {total} 与明细不符，差 {difference}",
                    sheet=layout.sheet.name, row=layout.sheet.number(place), column=column,
                    total=yuan(total, grouped=True), difference=yuan(total - details, grouped=True),
                )
            )  # fmt: skip


# -- one row -------------------------------------------------------------------------------------


def _row(layout: Layout, place: int, read: Sequence[Cell], state: _PlanState) -> PlannedRow:
    sheet, cls = layout.sheet, layout.cls
    number = sheet.number(place)
    values: dict[str, Value] = {}
    helpers: dict[str, str] = {}
    reasons: list[Message] = []
    for match, cell in zip(layout.matches, read, strict=True):
        try:
            if match.field in (UNIT_NAME, UNIT_USCC):
                helpers[match.field] = _helper(match, cell)
            else:
                values[match.field] = _value(cls.table.column(match.field), match, cell)
        except Refused as refused:
            called = match.heading if match.field in (UNIT_NAME, UNIT_USCC) else cls.table.column(match.field)
            reasons.append(message("第 {row} 行“{column}”{reason}", row=number, column=called, reason=refused.message))
    _complete(layout, number, values, helpers, reasons, state)
    lost = helpers.get(UNIT_NAME, "") if values.get("unit") is None and cls in _ABOUT_UNITS else ""
    turned_away = PlannedRow(
        sheet.name, number, REFUSED, cls, reasons=tuple(reasons), cells=sheet.rows[place], unknown_name=lost
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


def _value(column: Column, match: ColumnMatch, cell: Cell) -> Value:
    _refuse_without_result(cell)
    if isinstance(column.kind, Text):
        _refuse_lost_digits(cell, is_code=isinstance(column.kind, Code))
    return column.kind.parse(cell, match.scale)


def _helper(match: ColumnMatch, cell: Cell) -> str:
    """What a column says that only helps to find the unit."""
    _refuse_without_result(cell)
    _refuse_lost_digits(cell, is_code=match.field == UNIT_USCC)
    return "" if _is_blank(cell) else plain(cell)


def _refuse_without_result(cell: Cell) -> None:
    if isinstance(cell, BrokenCell):
        raise Refused("的公式没有结果（{text}）。请在表格中算出结果并保存，或改填数字", text=message(cell.text))


def _refuse_lost_digits(cell: Cell, *, is_code: bool) -> None:
    """Refuses a long code that a spreadsheet kept as a number: it keeps 15 digits, and two codes become one.

    A text file shows such a number as 9.11E+17; so does a cell that was copied from one.
    """
    if isinstance(cell, Decimal) and abs(cell) >= _EXACT:
        raise Refused(
            "‘{given}’是按数字保存的，第 15 位以后的数字已丢失。请把这一列设为文本格式，再填完整的号码",
            given=plain(cell),
        )
    if is_code and isinstance(cell, Decimal) and cell != cell.to_integral_value():
        raise Refused("‘{given}’不是编码：编码没有小数", given=plain(cell))
    if is_code and isinstance(cell, str) and _SCIENTIFIC.fullmatch(folded(cell).replace(" ", "")):
        raise Refused(
            "‘{given}’是按科学记数显示的数字，后面的数字已丢失。请把这一列设为文本格式，再填完整的号码", given=cell
        )


def _complete(
    layout: Layout,
    number: int,
    values: dict[str, Value],
    helpers: Mapping[str, str],
    reasons: list[Message],
    state: _PlanState,
) -> None:
    """Fills in year and unit where the row does not say them, and refuses what must be there."""
    cls = layout.cls
    failed = {match.field for match in layout.matches if match.field not in (UNIT_NAME, UNIT_USCC)} - values.keys()
    if cls.table.year == "year" and values.get("year") is None and "year" not in failed:
        year = state.year or layout.year
        if year is not None:
            values["year"] = Year().parse(year)
    key = "code" if cls is Unit else "unit" if cls.table.unit == "unit" and cls in _ABOUT_UNITS else None
    if key == "unit" and values.get("unit") is None and "unit" not in failed:
        _find_unit(number, values, helpers, reasons, state)
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
        codes = state.names.get(name_key(helpers[UNIT_NAME]), [])
        if len(codes) == 1:
            values["unit"] = codes[0]
    for column in cls.table.columns:
        if column.required and values.get(column.name) is None and column.name not in failed:
            if any(str(column.label) == str(value) for reason in reasons for _, value in reason.fields):
                continue
            if column.name == "unit" and reasons:
                continue
            hint = message("，可用 --year 指明") if column.name == "year" else ""
            reasons.append(message("第 {row} 行“{column}”不能空着{hint}", row=number, column=column, hint=hint))


def _find_unit(
    number: int, values: dict[str, Value], helpers: Mapping[str, str], reasons: list[Message], state: _PlanState
) -> None:
    """The unit by its credit code, exact name or remembered other name; never by likeness alone."""
    credit, name = helpers.get(UNIT_USCC, ""), helpers.get(UNIT_NAME, "")
    found = state.credits.get(folded(credit).upper(), []) if credit else []
    if not found and name:
        key = name_key(name)
        found = state.names.get(key, [])
        if not found and key in state.aliases:
            found = [state.aliases[key]]
    if len(found) == 1:
        values["unit"] = found[0]
    elif len(found) > 1:
        reasons.append(
            message(
                "第 {row} 行‘{name}’对应几个单位：{codes}。请填单位编码",
                row=number,
                name=name or credit,
                codes=tuple(found),
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


def _near(name: str, state: _PlanState) -> list[str]:
    """Units of similar names, for the first unknown names only: each costs a comparison with every unit."""
    if name not in state.near:
        state.near[name] = (
            likely_units(name, state.units) if len(state.near) < _MOST_NEAR and len(name) <= headers.LONGEST else []
        )
    return state.near[name]


def likely_units(name: str, units: Mapping[str, str], count: int = 3) -> list[str]:
    """The codes of the units whose names are most like `name`: a short list to choose from."""
    if not name:
        return []
    from rapidfuzz import fuzz, process

    answers = process.extract(name_key(name), {code: name_key(text) for code, text in units.items() if text},
                              scorer=fuzz.ratio, limit=count, score_cutoff=50)  # fmt: skip
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
