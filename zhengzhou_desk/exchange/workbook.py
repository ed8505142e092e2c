"""The public workbook: every table of the book, which imports into an empty book as it stands."""

from __future__ import annotations

import contextlib
import datetime
import io
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from zhengzhou_desk.common.atomic_file import XLSX, atomic
from zhengzhou_desk.common.messages import clauses
from zhengzhou_desk.exchange.sheet import DAY_ZERO, ShownNumber
from zhengzhou_desk.exchange.shown_number import serial_day
from zhengzhou_desk.records import WORKBOOK, Purchase
from zhengzhou_desk.records.amount_units import unit_of
from zhengzhou_desk.records.kinds import FEN_PER_YUAN, Choice, Day, Flag, Money, Rate, Whole, Year

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from zhengzhou_desk.exchange.headers import Layout
    from zhengzhou_desk.exchange.plan import ImportPlan, PlannedRow
    from zhengzhou_desk.exchange.sheet import Cell
    from zhengzhou_desk.records import Record
    from zhengzhou_desk.records.columns import Column
    from zhengzhou_desk.records.kinds import Value
    from zhengzhou_desk.records.tables import Tables

_TEXT, _MONEY, _COUNT, _DAY = "@", "#,##0.00", "#,##0", "yyyy-mm-dd"
REASON = "拒绝原因"


def write_workbook(path: Path, tables: Tables, *, year: int | None = None, contacts: bool = True) -> None:
    """Writes all records of the public tables, or those of one year with every unit, change and SOE.

    Without `contacts` the personal columns are left out: imported again, such a workbook changes nothing there.
    """
    with _written(path) as book:
        for cls in WORKBOOK:
            rows = [row for row in tables.all(cls) if year is None or belongs(row, year)]
            columns = [column for column in cls.table.columns if contacts or not column.personal]
            book.sheet(cls.table.sheet or cls.table.label, columns, rows)


def belongs(row: Record, year: int) -> bool:
    """Whether a row goes with a year: rows of no year go with every one."""
    if isinstance(row, Purchase):
        return row.day.year == year
    return row.year_of in (None, year)


def write_refused(path: Path, plan: ImportPlan, lang: str) -> None:
    """The refused rows as they stood, with the reason beside them, to be corrected and imported as they are."""
    with _written(path) as book:
        refused: dict[str, list[PlannedRow]] = {}
        for row in plan.refused:
            refused.setdefault(row.sheet, []).append(row)
        for layout in plan.layouts:
            rows = refused.get(layout.sheet.name, [])
            if rows:
                book.plain(layout.cls.table.sheet or layout.sheet.name, [*_with_units(layout), REASON], (
                    [*_as_they_stood(layout, row), clauses((reason.text(lang) for reason in row.reasons), lang)]
                    for row in rows
                ))  # fmt: skip


def _as_they_stood(layout: Layout, row: PlannedRow) -> list[Cell]:
    """The cells of a refused row; serial numbers as days where this workbook would count from another day zero."""
    cells: list[Cell] = [
        row.cells[place] if place < len(row.cells) else None for place in range(len(layout.headings()))
    ]
    day_zero = layout.sheet.day_zero
    if day_zero != DAY_ZERO:
        kinds = {column.name: column.kind for column in layout.cls.table.columns}
        for match in layout.matches:
            if isinstance(kinds.get(match.field), Day):
                cells[match.place] = _as_day(cells[match.place], day_zero)
    return cells


def _as_day(cell: Cell, day_zero: datetime.date) -> Cell:
    """A serial number as its day; what may be one that counts from either day zero stays no day."""
    if isinstance(cell, str):
        return f"{cell}（序号）" if serial_day(cell) is not None else cell
    return serial_day(cell, day_zero) or cell


def _with_units(layout: Layout) -> list[str]:
    """The headings, with 万元 and the like where only a line above the head said so: that line is not written again."""
    headings = layout.headings()
    for match in layout.matches:
        if match.scale != 1 and unit_of(match.scale) not in match.heading:
            headings[match.place] += f"（{unit_of(match.scale)}）"
    return headings


@contextlib.contextmanager
def _written(path: Path) -> Iterator[_WorkbookWriter]:
    """A workbook to fill, written to `path` when the block ends well; `path` is checked before a sheet is begun."""
    with atomic(path, XLSX, private=True) as part:
        book = _WorkbookWriter()
        try:
            yield book
            part.write_bytes(book.made())
        except BaseException:
            book.give_up()
            raise


class _WorkbookWriter:
    """A workbook being written, one sheet after the other, in constant memory."""

    def __init__(self) -> None:
        from openpyxl import Workbook

        self._book = Workbook(write_only=True)

    def sheet(self, name: str, columns: Sequence[Column], rows: Iterable[Record]) -> None:
        """One table: headings, then a row per record."""
        sheet = self._begin(name, [column.label for column in columns], [column.width for column in columns])
        for row in rows:
            sheet.append([self._cell(sheet, column, row.cell(column.name)) for column in columns])

    def plain(self, name: str, headings: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
        """Cells as they stand."""
        sheet = self._begin(name, headings, [16] * len(headings))
        for row in rows:
            sheet.append([self._as_it_stands(sheet, value) for value in row])

    def made(self) -> bytes:
        """The finished workbook. The zip is made in memory: on a full disk its own end would be a second error."""
        if not self._book.worksheets:
            self._book.create_sheet("空")
        stream = io.BytesIO()
        self._book.save(stream)
        return stream.getvalue()

    def give_up(self) -> None:
        """Ends half-written sheets, so that openpyxl neither warns later nor leaves temporary files."""
        sheets: list[Any] = self._book.worksheets
        for sheet in sheets:
            writer = sheet._writer  # noqa: SLF001 - openpyxl gives no other way
            if writer is None:
                continue
            for end in (sheet._rows and sheet._rows.close, writer.xf.close, writer.cleanup):  # noqa: SLF001
                with contextlib.suppress(Exception):
                    if end is not None:
                        end()

    def _begin(self, name: str, headings: Sequence[str], widths: Sequence[int]) -> Any:
        from openpyxl.styles import Alignment, Font, PatternFill
        from openpyxl.utils import get_column_letter

        sheet = self._book.create_sheet(name)
        sheet.freeze_panes = "A2"
        for place, width in enumerate(widths, 1):
            sheet.column_dimensions[get_column_letter(place)].width = width + 4
        head = []
        for heading in headings:
            cell = self._text(sheet, heading)
            cell.font = Font(bold=True)
            cell.fill = PatternFill("solid", fgColor="EDEFF2")
            cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
            head.append(cell)
        sheet.append(head)
        return sheet

    def _text(self, sheet: Any, text: str) -> Any:
        """A cell that is read as text whatever it begins with."""
        from openpyxl.cell import WriteOnlyCell

        cell = WriteOnlyCell(sheet, value=text)
        cell.data_type = "s"
        cell.number_format = _TEXT
        if text[:1] in "=+-@":
            cell.style_id  # noqa: B018 - makes the style that quotePrefix needs
            cell.quotePrefix = True
        return cell

    def _number(self, sheet: Any, value: Any, form: str) -> Any:
        from openpyxl.cell import WriteOnlyCell

        cell = WriteOnlyCell(sheet, value=value)
        cell.number_format = form
        return cell

    def _cell(self, sheet: Any, column: Column, value: Value) -> Any:
        if value is None:
            return None
        kind = column.kind
        if isinstance(kind, Money) and isinstance(value, int):
            return self._number(sheet, Decimal(value) / FEN_PER_YUAN, _MONEY)
        if isinstance(kind, Rate | Choice | Flag):
            return self._text(sheet, kind.show(value))
        if isinstance(kind, Day) and isinstance(value, datetime.date):
            return self._number(sheet, value, _DAY)
        if isinstance(kind, Whole) and isinstance(value, int):
            return self._number(sheet, value, "0" if isinstance(kind, Year) else _COUNT)
        return self._text(sheet, str(value))

    def _as_it_stands(self, sheet: Any, value: object) -> Any:
        if value is None or isinstance(value, bool):
            return value
        if isinstance(value, Decimal):
            return self._number(sheet, value, "General")
        if isinstance(value, datetime.date):
            return self._number(sheet, value, _DAY)
        if isinstance(value, ShownNumber) and value.code:
            return self._number(sheet, value.number, value.code)
        if isinstance(value, ShownNumber):
            # Without its format one of both would be read, and nobody asked.
            return self._text(sheet, f"{value.number:f}（{value.shown}）")
        return self._text(sheet, str(value))
