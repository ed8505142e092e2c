"""Figures of spreadsheets: reading to a finished plan beside the library's own reading; the summary of a large county.

Run as `python -m tests.benchmarks.reading`; it prints what it measured and never fails for being slow.
"""

from __future__ import annotations

import datetime
import resource
import tempfile
import time
from pathlib import Path

import python_calamine
import xlsxwriter

from tests.books import new_desk
from zhengzhou_desk import sample
from zhengzhou_desk.exchange.importing import plan
from zhengzhou_desk.exchange.reading import read_workbook
from zhengzhou_desk.records import Unit
from zhengzhou_desk.records.tables import Tables
from zhengzhou_desk.services import exports

HEAD = [
    "订单号",
    "下单日期",
    "采购单位编码",
    "类型",
    "金额",
    "渠道",
    "验收日期",
    "付款日期",
    "评价日期",
    "备注一",
    "备注二",
    "备注三",
]


def orders(path: Path, count: int) -> None:
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    sheet = book.add_worksheet("采购")
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    sheet.write_row(0, 0, HEAD)
    when = datetime.datetime(2024, 3, 1)
    for number in range(1, count + 1):
        sheet.write_row(number, 0, [f"A{number:08d}"])
        sheet.write_datetime(number, 1, when, day)
        sheet.write_row(number, 2, ["101003", "食堂", 1000 + number / 100, "832平台"])
        for place in (6, 7, 8):
            sheet.write_datetime(number, place, when, day)
        sheet.write_row(number, 9, ["甲", "乙", "丙"])
    book.close()


def bare(path: Path) -> float:
    started = time.perf_counter()
    book = python_calamine.CalamineWorkbook.from_path(str(path))
    for name in book.sheet_names:
        book.get_sheet_by_name(name).to_python()
    return time.perf_counter() - started


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        tables = Tables()
        tables.fill(Unit, [Unit(id=1, code="101003", name="一小")])
        for count, aim in ((10_000, None), (100_000, 15.0)):
            path = folder / f"{count}.xlsx"
            orders(path, count)
            library = bare(path)
            started = time.perf_counter()
            sheets = read_workbook(path)
            read = time.perf_counter() - started
            made = plan(sheets, tables)
            whole = time.perf_counter() - started
            goal = aim if aim is not None else 2 * library + 1
            assert len(made.rows) == count
            print(
                f"{count:>7} rows: calamine alone {library:.2f} s, read {read:.2f} s, finished plan {whole:.2f} s   aim ≤ {goal:.2f} s"
            )
            del sheets, made
        own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f"peak memory: this process {own:.0f} MB, reading child {child:.0f} MB   aim ≤ 600 MB in all")
        with new_desk(folder, *sample.county(4_000, 20_000), year=sample.SAMPLE_YEAR) as desk:
            desk.set_today(sample.SAMPLE_DAY)
            started = time.perf_counter()
            exports.write_summary(desk, folder / "s.xlsx")
            print(f"summary of 4,000 units: {time.perf_counter() - started:.2f} s   aim ≤ 5 s")


if __name__ == "__main__":
    main()
