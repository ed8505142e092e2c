"""Remarks on how a sheet is read: what is hidden, which columns nobody knows, what stands under no heading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.messages import Message, counted, message
from zhengzhou_desk.exchange import headers
from zhengzhou_desk.exchange.column_reader import is_blank
from zhengzhou_desk.exchange.limits import MOST_COLUMNS
from zhengzhou_desk.exchange.sheet import letters

if TYPE_CHECKING:
    from zhengzhou_desk.exchange.headers import Layout


def refuse_doubles(layout: Layout) -> None:
    """Two columns of one field: it is not known which of them counts."""
    for first, second in layout.doubles:
        raise Refused(
            "工作表“{sheet}”中“{first}”和“{second}”两列都是“{field}”。请删去或改名其中一列",
            sheet=layout.sheet.name, first=first, second=second, field=_double_field(layout, first),
        )  # fmt: skip


def _double_field(layout: Layout, heading: str) -> object:
    name = next((match.field for match in layout.matches if match.heading == heading), "")
    return next((column for column in layout.cls.table.columns if column.name == name), heading)


def layout_remarks(layout: Layout) -> list[Message]:
    """What is to be said of a sheet before its rows are looked at: nothing is lost silently."""
    sheet, remarks = layout.sheet, list[Message]()
    if sheet.hidden:
        remarks.append(message("工作表“{sheet}”是隐藏的，照样读了", sheet=sheet.name))
    hidden = [number for number in sheet.hidden_rows if number > sheet.number(layout.below)]
    if hidden:
        remarks.append(
            message(counted("工作表“{sheet}”有 {count} 个隐藏行，照样读了"), sheet=sheet.name, count=len(hidden))
        )
    shut = [match.heading for match in layout.matches if match.place in sheet.hidden_columns]
    if shut:
        remarks.append(message("工作表“{sheet}”的隐藏列照样读了：{columns}", sheet=sheet.name, columns=tuple(shut)))
    spare = [heading for _, heading in layout.spare]
    if spare:
        remarks.append(
            message("工作表“{sheet}”中不认得的列，没有读：{columns}", sheet=sheet.name, columns=tuple(spare))
        )
    for bare, place in _headless(layout).items():
        remarks.append(
            message("工作表“{sheet}”的 {column} 列没有表头，没有读（如 {cell}）",
                    sheet=sheet.name, column=letters(bare), cell=headers.cell_name(sheet, place, bare))
        )  # fmt: skip
    for match in layout.likely:
        column = layout.cls.table.column(match.field)
        remarks.append(message("“{heading}”像是“{field}”，需要人来确认", heading=match.heading, field=column))
    return remarks


def _headless(layout: Layout) -> dict[int, int]:
    """Columns below which something stands though no heading is above it: each with the first such row."""
    headings = layout.headings()
    # Of a text, whatever stands beyond the head is a row cut in a wrong place, and said of that row.
    beyond = len(headings) if layout.sheet.separated else MOST_COLUMNS
    within = {column for column, heading in enumerate(headings) if not heading}
    found: dict[int, int] = {}
    for place in range(layout.below + 1, len(layout.sheet.rows)):
        cells = layout.sheet.rows[place]
        if len(cells) <= len(headings) and not within:
            continue
        for column in (*within, *range(len(headings), min(len(cells), beyond))):
            if column < len(cells) and column not in found and not is_blank(cells[column]):
                found[column] = place
                within.discard(column)
    return dict(sorted(found.items()))
