"""Filling: what cells beside the marked ones are to say, as copies or going on as a series of days and numbers."""

from __future__ import annotations

import datetime
import itertools
import re
from typing import TYPE_CHECKING, TypeAlias

from zhengzhou_desk.gui.table.columns import plain_value, with_unit
from zhengzhou_desk.gui.table.pasting import Cell
from zhengzhou_desk.records.kinds import WAN, Day, Money, Rate, Text, Whole

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from zhengzhou_desk.gui.table.columns import GridColumn
    from zhengzhou_desk.gui.table.model import RecordModel
    from zhengzhou_desk.gui.table.selection import CellSelection, Span
    from zhengzhou_desk.records import Record

    Number: TypeAlias = "int | datetime.date"

DOWN, UP, RIGHT, LEFT = "down", "up", "right", "left"
# What one step is where a single cell is gone on from: a 元 (or a 万元, where these are shown), a per cent.
_YUAN, _PERCENT = 100, 100
_AT_THE_END = re.compile(r"(.*?)(\d+)", re.DOTALL)


def typed_text(records: RecordModel, row: int, number: int) -> str:
    """A cell's value as a person would type it whatever unit is shown, also where a mask is shown."""
    record = records.record(row)
    if record is None:
        return ""
    column = records.columns[number]
    return _as_typed(records, column, column.value(records.window.desk, record))


def _as_typed(records: RecordModel, column: GridColumn, value: object) -> str:
    if isinstance(column.kind, Money) and isinstance(value, int):
        return with_unit(column.kind, plain_value(value), wan=False)
    if value is None:
        return ""
    if column.field is not None:
        text = column.field.shown(value, personal=True)  # type: ignore[arg-type]
    else:
        text = column.said(records.window.desk, value, "zh", wan=False)
    return text.replace(",", "") if column.right_aligned else text


def down(records: RecordModel, marked: CellSelection) -> Iterator[Cell]:
    """In each column what the first marked cell says; a single one takes what stands above it."""
    last = len(records.rows)
    for number, spans in marked.rows.items():
        rows = [row for first, end in spans for row in range(first, min(end, last - 1) + 1)]
        source = rows[0] - 1 if len(rows) == 1 else rows.pop(0) if rows else -1
        if source >= 0:
            text = typed_text(records, source, number)
            yield from (Cell(row, number, text) for row in rows)


def right(records: RecordModel, marked: CellSelection, seen: Sequence[int]) -> Iterator[Cell]:
    """In each row what the first marked cell says; single ones take what stands to their left."""
    columns = list(marked.columns)
    if len(columns) == 1:
        place = seen.index(columns[0])
        source, targets = (seen[place - 1] if place else None), columns
    else:
        source, targets = columns[0], columns[1:]
    if source is None:
        return
    last = len(records.rows)
    for number in targets:
        for first, end in marked.rows[number]:
            for row in range(first, min(end, last - 1) + 1):
                yield Cell(row, number, typed_text(records, row, source))


def beside(
    records: RecordModel, block: Span, columns: Sequence[int], way: str, targets: Sequence[int], *, series: bool
) -> Iterator[Cell]:
    """The cells that a block is drawn out over: rows or columns (`targets`, the nearest first) to one of its sides."""
    rows = range(block[0], block[1] + 1)
    if way in (DOWN, UP):
        lines = [[(row, number) for row in rows] for number in columns]
    else:
        lines = [[(row, number) for number in columns] for row in rows]
    for line in lines:
        if way in (UP, LEFT):
            line.reverse()
        texts = _going_on(records, line, len(targets)) if series else None
        if texts is None:
            texts = [typed_text(records, *line[place % len(line)]) for place in range(len(targets))]
        fixed_row, fixed_column = line[0]
        for target, text in zip(targets, texts, strict=True):
            yield Cell(target, fixed_column, text) if way in (DOWN, UP) else Cell(fixed_row, target, text)


def _going_on(records: RecordModel, line: Sequence[tuple[int, int]], count: int) -> list[str] | None:
    """The texts by which a line goes on in equal steps; None where it has none."""
    column = records.columns[line[0][1]]
    values = []
    for row, number in line:
        record = records.record(row)
        values.append(records.columns[number].value(records.window.desk, record) if record is not None else None)
    if isinstance(column.kind, Text):
        return _numbered([str(value or "") for value in values], count)
    numbers = [
        value.toordinal() if isinstance(value, datetime.date) else value
        for value in values
        if isinstance(value, datetime.date | int) and not isinstance(value, bool)
    ]
    step = _step(numbers, _one(records, column)) if len(numbers) == len(values) else None
    if step is None:
        return None
    made: list[object] = [numbers[-1] + step * place for place in range(1, count + 1)]
    if isinstance(column.kind, Day):
        made = [datetime.date.fromordinal(max(1, int(str(value)))) for value in made]
    return [_as_typed(records, column, value) for value in made]


def _one(records: RecordModel, column: GridColumn) -> int | None:
    if isinstance(column.kind, Money):
        return _YUAN * WAN if records.wan else _YUAN
    if isinstance(column.kind, Rate):
        return _PERCENT
    return 1 if isinstance(column.kind, Day | Whole) else None


def _step(numbers: Sequence[int], one: int | None) -> int | None:
    """By how much each follows the one before; None where that is not always the same."""
    if one is None or len(numbers) == 1:
        return one
    steps = {later - earlier for earlier, later in itertools.pairwise(numbers)}
    return steps.pop() if len(steps) == 1 else None


def _numbered(texts: Sequence[str], count: int) -> list[str] | None:
    """A text that ends in a number, with the numbers that follow, as wide as it is."""
    found = [_AT_THE_END.fullmatch(text) for text in texts]
    if any(match is None for match in found) or len({match[1] for match in found if match}) != 1:
        return None
    numbers = [int(match[2]) for match in found if match]
    step = _step(numbers, 1)
    last = found[-1]
    if step is None or last is None or numbers[-1] + step * count < 0:
        return None
    return [f"{last[1]}{numbers[-1] + step * place:0{len(last[2])}d}" for place in range(1, count + 1)]


def data_below(records: RecordModel, row: int, seen: Sequence[int], columns: Sequence[int]) -> int:
    """The last row to which the column to the left (or else to the right) is filled without a gap."""
    first, last = seen.index(columns[0]), seen.index(columns[-1])
    for place in (first - 1, last + 1):
        if not 0 <= place < len(seen):
            continue
        end = row
        while (record := records.record(end + 1)) is not None and _is_filled(records, record, seen[place]):
            end += 1
        if end > row:
            return end
    return row


def _is_filled(records: RecordModel, record: Record, number: int) -> bool:
    return records.columns[number].value(records.window.desk, record) is not None
