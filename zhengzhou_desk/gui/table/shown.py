"""What a grid shows, taken down for a workbook or for paper: its columns and rows in their order, in its unit."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from zhengzhou_desk.common.messages import message, translated
from zhengzhou_desk.records.kinds import FEN_PER_YUAN, WAN, Money
from zhengzhou_desk.services.shown_table import ShownCell, ShownColumn, ShownTable

if TYPE_CHECKING:
    from collections.abc import Callable

    from zhengzhou_desk.gui.table.columns import GridColumn, Memo
    from zhengzhou_desk.gui.table.grid import Grid
    from zhengzhou_desk.records import Record
    from zhengzhou_desk.services.desk import Desk


def shown(grid: Grid) -> Callable[[], ShownTable]:
    """What is shown now; the texts of a long table are made when it is called, which may be on another thread."""
    records = grid.records
    window, wan, rows, total = records.window, records.wan, tuple(records.rows), records.total
    desk, lang = window.desk, window.lang
    columns = [records.columns[number] for number in grid.seen_columns()]
    name = translated(records.spec.title, lang)
    title = message("{year} 年度{table}", year=desk.year, table=name).text(lang)

    def made() -> ShownTable:
        return ShownTable(
            title,
            tuple(
                ShownColumn(
                    column.head(lang, wan=wan), column.width + 2, column.right_aligned, column.is_amount and not wan
                )
                for column in columns
            ),
            tuple(_row(desk, record, columns, lang, wan=wan) for record in rows),
            total,
        )

    return made


def _row(desk: Desk, record: Record, columns: list[GridColumn], lang: str, *, wan: bool) -> tuple[ShownCell, ...]:
    # The measures of one row share most of their work.
    memo: Memo = {}
    cells = []
    for column in columns:
        value = column.value(desk, record, memo)
        amount = None
        if isinstance(column.kind, Money) and isinstance(value, int):
            amount = Decimal(value) / (FEN_PER_YUAN * (WAN if wan else 1))
        cells.append(ShownCell(column.said(desk, value, lang, wan=wan), amount))
    return tuple(cells)
