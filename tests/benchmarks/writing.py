"""Writing workbooks: the summary beside bare XlsxWriter with its cells, an export beside bare openpyxl with its cells."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

import openpyxl
import xlsxwriter
from openpyxl.cell import WriteOnlyCell

from tests.benchmarks import books
from tests.benchmarks.rows import Row, median_of
from zhengzhou_desk import sample
from zhengzhou_desk.exchange.summary_workbook import write_summary as write_reports
from zhengzhou_desk.exchange.workbook import write_workbook
from zhengzhou_desk.records import WORKBOOK
from zhengzhou_desk.records.tables import Tables
from zhengzhou_desk.services import exports
from zhengzhou_desk.services.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.benchmarks.parts import Run


def rows(run: Run) -> Iterator[Row]:
    path = books.county(run)
    target, bare = run.folder / "summary.xlsx", run.folder / "bare.xlsx"
    with Desk.opened(path, clock=books.clock, who="基准", writable=False, year=sample.SAMPLE_YEAR) as desk:
        desk.refuse_altered()  # reads every row once, and then no more
        reports = exports.summary(desk)
        cover = exports.cover_sheet(desk, desk.year)
        took = median_of(run.times(3), lambda: write_reports(target, cover, reports))
        cells = _cells(target)
        alone = median_of(run.times(3), lambda: _bare_xlsx(bare, cells))
        count = sum(len(line) for lines in cells for line in lines)
        yield Row("write the summary workbook", f"{count:,} cells", took, "s", "bare XlsxWriter", alone, times=1.3)
        whole = median_of(run.times(3), lambda: exports.write_summary(desk, target))
        yield Row("  with its figures", f"{run.sizes('county')[0]:,} units", whole, "s", "bare XlsxWriter", alone)
        part = _some(desk.tables, run.size("exported"))
    export = run.folder / "export.xlsx"
    took = median_of(run.times(3), lambda: write_workbook(export, part))
    alone = median_of(run.times(3), lambda: _bare_openpyxl(bare, part))
    count = sum(len(part.all(cls)) * len(cls.table.columns) for cls in WORKBOOK)
    yield Row("export the book", f"{count:,} cells", took, "s", "bare openpyxl", alone, times=1.3)


def _cells(path: Path) -> list[list[list[Any]]]:
    """Every cell of a workbook as it is stored: sheet by sheet, row by row."""
    book = openpyxl.load_workbook(path, read_only=True)
    found = [[list(line) for line in sheet.iter_rows(values_only=True)] for sheet in book.worksheets]
    book.close()
    return found


def _bare_xlsx(path: Path, sheets: list[list[list[Any]]]) -> None:
    """The same cells by the library alone, each with a format of its kind."""
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True, "strings_to_urls": False})
    text, number = book.add_format({"num_format": "@", "border": 1}), book.add_format({"num_format": "0.00", "border": 1})  # fmt: skip
    day = book.add_format({"num_format": "yyyy-mm-dd", "border": 1})
    for lines in sheets:
        sheet = book.add_worksheet()
        for row, line in enumerate(lines):
            for column, value in enumerate(line):
                if value is None:
                    sheet.write_blank(row, column, None, text)
                elif isinstance(value, datetime.datetime):
                    sheet.write_datetime(row, column, value, day)
                elif isinstance(value, int | float):
                    sheet.write_number(row, column, value, number)
                elif value.startswith("="):
                    sheet.write_formula(row, column, value, number)
                else:
                    sheet.write_string(row, column, value, text)
    book.close()


def _some(tables: Tables, cells: int) -> Tables:
    """As many records as fill so many cells; every table has its part."""
    whole = sum(len(tables.all(cls)) * len(cls.table.columns) for cls in WORKBOOK)
    part = Tables()
    for cls in WORKBOOK:
        records = list(tables.all(cls))
        part.fill(cls, records[: max(1, len(records) * cells // whole)] if records else records)
    return part


def _bare_openpyxl(path: Path, tables: Tables) -> None:
    """The same cells by the library alone, amounts and days with their formats."""
    book = openpyxl.Workbook(write_only=True)
    for cls in WORKBOOK:
        sheet = book.create_sheet(cls.table.label)
        columns = [column.name for column in cls.table.columns]
        for record in tables.all(cls):
            line: list[Any] = []
            for name in columns:
                value: Any = record.cell(name)
                if value is None:
                    line.append(None)
                    continue
                cell = WriteOnlyCell(sheet, value=value)
                cell.number_format = "@" if isinstance(value, str) else "0.00"
                line.append(cell)
            sheet.append(line)
    book.save(path)
