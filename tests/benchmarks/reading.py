"""Reading spreadsheets of orders to a finished plan, beside calamine or the standard library reading the same file."""

from __future__ import annotations

import csv
import datetime
from typing import TYPE_CHECKING

import python_calamine
import xlsxwriter

from tests.benchmarks.rows import Row, median_of
from zhengzhou_desk.exchange.importing import plan
from zhengzhou_desk.exchange.reading import read_workbook
from zhengzhou_desk.records import Unit
from zhengzhou_desk.records.tables import Tables

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.benchmarks.parts import Run

HEAD = ("订单号", "下单日期", "采购单位编码", "类型", "金额", "渠道", "验收日期", "付款日期", "评价日期", "备注一", "备注二", "备注三")  # fmt: skip
# On a busy machine the program would give a file up.
_PATIENCE = 120.0
WHEN = datetime.datetime(2024, 3, 1)


def rows(run: Run) -> Iterator[Row]:
    tables = Tables()
    tables.fill(Unit, [Unit(id=1, code="101003", name="一小")])

    def planned(path: Path, count: int) -> None:
        assert len(plan(read_workbook(path, seconds=_PATIENCE), tables).rows) == count

    count, many = run.size("imported"), run.size("imported_many")
    path = run.folder / "orders.xlsx"
    _xlsx(path, count)
    took, bare = median_of(run.times(5), lambda: planned(path, count)), median_of(run.times(5), lambda: _bare(path))
    yield Row("read and plan .xlsx", f"{count:,} rows", took, "s", "calamine alone", bare, times=3, plus=0.1)
    comma = run.folder / "orders.csv"
    _csv(comma, count)
    took, bare = (
        median_of(run.times(5), lambda: planned(comma, count)),
        median_of(run.times(5), lambda: _bare_csv(comma)),
    )
    yield Row("read and plan .csv", f"{count:,} rows", took, "s", "csv.reader alone", bare)
    _xlsx(path, many)
    took, bare = median_of(run.times(3), lambda: planned(path, many)), median_of(run.times(3), lambda: _bare(path))
    yield Row("read and plan .xlsx", f"{many:,} rows", took, "s", "calamine alone", bare, at_most=3.5)


def _xlsx(path: Path, count: int) -> None:
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    sheet = book.add_worksheet("采购")
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    sheet.write_row(0, 0, HEAD)
    for number in range(1, count + 1):
        sheet.write_row(number, 0, [f"A{number:08d}"])
        sheet.write_datetime(number, 1, WHEN, day)
        sheet.write_row(number, 2, ["101003", "食堂", 1000 + number / 100, "832平台"])
        for place in (6, 7, 8):
            sheet.write_datetime(number, place, WHEN, day)
        sheet.write_row(number, 9, ["甲", "乙", "丙"])
    book.close()


def _csv(path: Path, count: int) -> None:
    day = f"{WHEN:%Y-%m-%d}"
    with path.open("w", encoding="gb18030", newline="") as file:
        write = csv.writer(file).writerow
        write(HEAD)
        for number in range(1, count + 1):
            write([f"A{number:08d}", day, "101003", "食堂", f"{1000 + number / 100:.2f}", "832平台", day, day, day, "甲", "乙", "丙"])  # fmt: skip


def _bare(path: Path) -> None:
    book = python_calamine.CalamineWorkbook.from_path(str(path))
    for name in book.sheet_names:
        book.get_sheet_by_name(name).to_python()


def _bare_csv(path: Path) -> None:
    with path.open(encoding="gb18030", newline="") as file:
        list(csv.reader(file))
