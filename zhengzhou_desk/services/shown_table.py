"""A table as it is shown on the screen (filtered, sorted, these columns, this unit), as a workbook or on paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.messages import counted
from zhengzhou_desk.documents.content import (
    BULLETIN,
    LEFT,
    RIGHT,
    SHEET,
    Attachment,
    NoticeContent,
    Paragraph,
    TableBlock,
    TableColumn,
    chinese_day,
)
from zhengzhou_desk.exchange.account_form import write_list

if TYPE_CHECKING:
    from decimal import Decimal
    from pathlib import Path

    from zhengzhou_desk.services.desk import Desk

# More rows than these are no paper that anybody reads; a workbook takes all of them.
_ON_PAPER = 5_000
_MANY = 12
# The least and the most that a column has of the width, in letters.
_NARROWEST, _WIDEST = 6, 36


class ShownColumn(NamedTuple):
    """A column's heading, its width in characters, and whether it holds figures, among them amounts in 元."""

    label: str
    width: int
    is_figure: bool = False
    is_yuan: bool = False


class ShownCell(NamedTuple):
    """What a cell shows; an amount also as a number in the unit that is shown."""

    text: str
    amount: Decimal | None = None


@dataclass(frozen=True, slots=True)
class ShownTable:
    """The table: what it is called, its columns and rows as they are seen, how many rows there are without a filter."""

    title: str
    columns: tuple[ShownColumn, ...]
    rows: tuple[tuple[ShownCell, ...], ...]
    total: int


def write_shown(desk: Desk, path: Path, shown: ShownTable) -> int:
    """Writes a workbook in which amounts are numbers; returns how many rows."""
    _refuse_unfit(desk, shown)
    columns = tuple((column.label, column.width) for column in shown.columns)
    rows = [[cell.text if cell.amount is None else cell.amount for cell in row] for row in shown.rows]
    write_list(path, shown.title, columns, rows)
    return len(rows)


def shown_sheet(desk: Desk, shown: ShownTable) -> NoticeContent:
    """The table as a sheet for the house, lying across the page. Refuses one of too many rows."""
    _refuse_unfit(desk, shown)
    if len(shown.rows) > _ON_PAPER:
        raise Refused(
            counted("有 {count} 行，打印最多 {most} 行。先筛选，或导出为工作簿"), count=len(shown.rows), most=_ON_PAPER
        )
    table = TableBlock(
        tuple(
            TableColumn(column.label, _weight(shown, place), RIGHT if column.is_figure else LEFT, column.is_yuan)
            for place, column in enumerate(shown.columns)
        ),
        tuple(tuple(cell.text for cell in row) for row in shown.rows),
        unit="单位：元" if any(column.is_yuan for column in shown.columns) else "",
        dense=len(shown.rows) > _MANY,
    )
    text = f"截至{chinese_day(desk.today)}，{shown.title}见附件，列出{len(shown.rows)}行，共{shown.total}行。"
    return NoticeContent(
        kind=BULLETIN, format=SHEET, bureau=desk.bureau, addressee="", unit="", year=desk.year, day=desk.today,
        title=shown.title, body=(Paragraph(text),), attachments=(Attachment(shown.title, (table,), landscape=True),),
    )  # fmt: skip


def _weight(shown: ShownTable, place: int) -> int:
    """A column's share of the width: by its longest text, a heading having two lines; a Chinese letter counts twice."""
    longest = max(len(row[place].text.encode("gb18030")) for row in shown.rows)
    return min(_WIDEST, max(_NARROWEST, longest, len(shown.columns[place].label.encode("gb18030")) // 2))


def _refuse_unfit(desk: Desk, shown: ShownTable) -> None:
    desk.refuse_altered()
    if not shown.rows:
        raise Refused("表格里没有显示任何行")
