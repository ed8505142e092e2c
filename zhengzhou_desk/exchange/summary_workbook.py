"""The city summary as a workbook ready to send: live formulas that carry the values computed in fen."""

from __future__ import annotations

import datetime
import functools
import io
import re
import tempfile
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING, Any

from zhengzhou_desk.common.atomic_file import XLSX, atomic
from zhengzhou_desk.common.override import override
from zhengzhou_desk.exchange import sheet_layout
from zhengzhou_desk.exchange.sheet import letters
from zhengzhou_desk.exchange.sheet_sums import added, rounding_remark
from zhengzhou_desk.records.kinds import FEN_PER_YUAN, WAN, Choice, Day, Flag, Kind, Money, Rate, Score, Whole, Year
from zhengzhou_desk.records.report import DETAIL, SUBTOTAL, TOTAL, Report

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

    from zhengzhou_desk.records.kinds import Kind, Value

_FONT = "宋体"
_NUMBERS = frozenset({"money", "share", "score", "count", "year"})
# What a protected sheet still allows: it guards against slips of the hand and has no password.
_ALLOWED = {"autofilter": True, "sort": True, "format_columns": True, "format_rows": True, "format_cells": True}
# How values of a sort look; those that stand to the right are numbers.
_LOOKS: dict[str, dict[str, Any]] = {
    "text": {"num_format": "@", "text_wrap": True},
    "day": {"num_format": "yyyy-mm-dd", "align": "center"},
    "money": {"num_format": "#,##0.00;[Red]-#,##0.00", "align": "right"},
    "share": {"num_format": "0.00%", "align": "right"},
    "score": {"num_format": "0.00", "align": "right"},
    "year": {"num_format": "0", "align": "right"},
    "count": {"num_format": "#,##0", "align": "right"},
}
_SORTS: tuple[tuple[type[Kind], str], ...] = (
    (Money, "money"), (Rate, "share"), (Score, "score"), (Day, "day"), (Choice, "text"), (Flag, "text"), (Year, "year"),
    (Whole, "count"),
)  # fmt: skip
# A county's workbook has a tenth of it.
_MANY_CELLS = 500_000
_HEAD_ROW = 2  # from 0: the title, the line of remarks on units, then the head


@dataclass(frozen=True, slots=True)
class Cover:
    """The first sheet: labels and texts, in order; `author` stands in the file's properties."""

    title: str
    author: str
    lines: tuple[tuple[str, str], ...]


def write_summary(
    path: Path,
    cover: Cover,
    reports: Sequence[Report],
    *,
    wan: bool = False,
    signed: Collection[str] = (),
) -> None:
    """Writes cover and reports; `wan` shows amounts in 万元 and says below each sheet what rounding leaves.

    What is reckoned in two ways (核对) stays in 元: a difference of some yuan would look like none.
    `signed` are the keys of the reports that are submitted: below them stands who signs.
    """
    import xlsxwriter

    with atomic(path, XLSX) as part, tempfile.TemporaryDirectory(prefix="zzd-", ignore_cleanup_errors=True) as folder:
        # Made whole before it meets the disk: a full one is then ours to tell, not XlsxWriter's.
        stream = io.BytesIO()
        cells = sum(len(report.lines) * len(report.headings) for report in reports)
        options = {
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
            # A city's workbook goes row by row through a folder of its own: in memory it would take half a gigabyte.
            **({"constant_memory": True, "tmpdir": folder} if cells > _MANY_CELLS else {"in_memory": True}),
        }
        book = xlsxwriter.Workbook(stream, options)
        try:
            book.set_properties({"title": cover.title, "author": cover.author})
            pen = _SheetWriter(book, cover.author, wan=wan)
            pen.cover(cover)
            for report in reports:
                pen.report(report, is_signed=report.key in signed)
            book.close()
        except BaseException:
            _give_up(book)
            raise
        part.write_bytes(stream.getvalue())


def _give_up(book: Any) -> None:
    """Closes the rows of half-written sheets, so that their folder can go."""
    for sheet in book.worksheets():
        if sheet.row_data_fh is not None:
            sheet.row_data_fh.close()


@functools.cache
def _sheet_class() -> type:
    """A sheet of XlsxWriter that takes our formulas as they stand.

    XlsxWriter looks in each one for thirty functions of newer spreadsheets, which ours do not use: a quarter of the
    time of a large workbook.
    """
    from xlsxwriter.worksheet import Worksheet

    class Sheet(Worksheet):  # type: ignore[misc]  # XlsxWriter has no types
        @override
        def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:
            return formula.removeprefix("=")

    return Sheet


@dataclass(frozen=True, slots=True)
class _Column:
    """What is the same in every line of a column: its sort, its look at each depth, the columns that it divides."""

    place: int
    kind: Kind
    sort: str
    looks: list[Any]
    quotient: tuple[str, str] | None
    summed: bool
    in_wan: bool


class _SheetWriter:
    """Writes sheets in one set of formats."""

    def __init__(self, book: Any, bureau: str, *, wan: bool) -> None:
        self._book = book
        self._bureau = bureau
        self._wan = wan
        self._formats: dict[tuple[str, int], Any] = {}
        base = {"font_name": _FONT, "font_size": sheet_layout.SIZE, "valign": "vcenter"}
        self._title = book.add_format({**base, "font_name": "黑体", "font_size": 16, "align": "center"})
        self._unit = book.add_format({**base, "align": "right", "font_color": "#555555"})
        self._head = book.add_format(
            {
                **base,
                "font_name": "黑体",
                "align": "center",
                "text_wrap": True,
                "border": 1,
                "border_color": "#9aa0a6",
                "bg_color": "#eef1f4",
            }
        )
        self._remark = book.add_format({**base, "font_size": 10, "font_color": "#555555", "text_wrap": True})
        # To be filled in: open although the sheet is protected.
        self._signature = book.add_format({**base, "locked": False})
        self._label = book.add_format({**base, "font_name": "黑体", "font_size": 12, "align": "right"})
        self._said = book.add_format({**base, "font_size": 12, "text_wrap": True})
        self._base = {**base, "border": 1, "border_color": "#c6cbd1"}

    def _format(self, sort: str, depth: int) -> Any:
        made = self._formats.get((sort, depth))
        if made is None:
            look = self._base | _LOOKS[sort]
            if depth:
                look |= {"bold": True, "bg_color": "#f5f7f9" if depth == SUBTOTAL else "#e7ecf1"}
            made = self._formats[sort, depth] = self._book.add_format(look)
        return made

    def cover(self, cover: Cover) -> None:
        sheet = self._book.add_worksheet("封面", worksheet_class=_sheet_class())
        sheet.hide_gridlines(2)
        sheet.set_landscape()
        sheet.set_paper(sheet_layout.A4)
        sheet.fit_to_pages(1, 1)
        sheet.set_column(0, 0, 26)
        sheet.set_column(1, 1, 80)
        sheet.set_row(0, 60)
        sheet.merge_range(0, 0, 0, 1, cover.title, self._title)
        for place, (label, said) in enumerate(cover.lines, 2):
            sheet.set_row(place, 24)
            sheet.write_string(place, 0, label + "：", self._label)
            sheet.write_string(place, 1, said, self._said)
        sheet.print_area(0, 0, len(cover.lines) + 1, 1)
        sheet.protect("", _ALLOWED)

    def report(self, report: Report, *, is_signed: bool) -> None:
        sheet = self._book.add_worksheet(report.name, worksheet_class=_sheet_class())
        width = len(report.headings)
        made = sheet_layout.layout(report, wan=self._in_wan(report))
        self._page(sheet, report, width, made.paper)
        sheet.merge_range(0, 0, 0, max(1, width - 1), report.title, self._title)
        has_money = any(isinstance(heading.kind, Money) for heading in report.headings)
        if has_money:
            sheet.merge_range(
                1, 0, 1, max(1, width - 1), "单位：万元" if self._in_wan(report) else "单位：元", self._unit
            )
        for place, heading in enumerate(report.headings):
            sheet.set_column(place, place, made.widths[place])
            sheet.write_string(_HEAD_ROW, place, heading.label, self._head)
        first = _HEAD_ROW + 1
        columns = [self._column(report, place) for place in range(width)]
        for place, line in enumerate(report.lines):
            for column, value in zip(columns, line.values, strict=True):
                has_formula = column.quotient is not None or (line.depth != DETAIL and column.summed)
                formula = self._formula(report, place, column) if has_formula else None
                self._cell(sheet, first + place, column, value, line.depth, formula)
        self._name_totals(report, first)
        after = self._below(sheet, report, first + len(report.lines) + 1, made.widths, is_signed=is_signed)
        sheet.print_area(0, 0, after - 1, max(1, width - 1))
        sheet.protect("", _ALLOWED)

    def _below(self, sheet: Any, report: Report, row: int, widths: Sequence[float], *, is_signed: bool) -> int:
        """Remarks and, where the table is submitted, the lines to be signed; returns the row after them."""
        room = sum(widths)
        rounding = rounding_remark(report) if self._in_wan(report) else None
        remarks = [(remark, self._remark) for remark in (*report.remarks, rounding) if remark]
        signatures = sheet_layout.signature_lines(self._bureau, room) if is_signed else []
        for text, look in (*remarks, *((line, self._signature) for line in signatures)):
            if look is self._signature:
                sheet.set_row(row, 26)
            else:
                sheet.set_row(row, 14 * sheet_layout.lines_of(text, room))
            sheet.merge_range(row, 0, row, max(1, len(widths) - 1), text, look)
            row += 1
        return row

    def _name_totals(self, report: Report, first: int) -> None:
        """Names for the sums of the last line (合计_汇总表_预留份额), for those who refer to them from other sheets."""
        for place, line in enumerate(report.lines):
            if line.depth != TOTAL:
                continue
            for column, heading in enumerate(report.headings):
                if heading.summed:
                    name = re.sub(r"\W", "_", f"合计_{report.name}_{heading.label}")
                    self._book.define_name(name, f"='{report.name}'!${letters(column)}${first + place + 1}")

    def _page(self, sheet: Any, report: Report, width: int, paper: int) -> None:
        sheet.set_landscape()
        sheet.set_paper(paper)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
        sheet.repeat_rows(0, _HEAD_ROW)
        sheet.freeze_panes(_HEAD_ROW + 1, min(2, width - 1))
        sheet.set_footer('&C&"宋体"第 &P 页，共 &N 页&R&"宋体"&A')
        sheet.set_row(0, 30)
        sheet.set_row(_HEAD_ROW, 32)
        if report.lines:
            sheet.autofilter(_HEAD_ROW, 0, _HEAD_ROW + len(report.lines), width - 1)

    def _column(self, report: Report, place: int) -> _Column:
        heading = report.headings[place]
        quotient = None
        if heading.quotient is not None:
            part, whole = heading.quotient
            quotient = letters(report.place(part)), letters(report.place(whole))
        sort = _sort(heading.kind)
        looks = [self._format(sort, depth) for depth in (DETAIL, SUBTOTAL, TOTAL)]
        return _Column(place, heading.kind, sort, looks, quotient, heading.summed, self._in_wan(report))

    def _cell(self, sheet: Any, row: int, column: _Column, value: Value, depth: int, formula: str | None) -> None:
        place, sort, look = column.place, column.sort, column.looks[depth]
        if value is None:
            if formula is not None and column.quotient is not None:
                sheet.write_formula(row, place, formula, look, "")
            else:
                sheet.write_blank(row, place, None, look)
        elif sort == "day" and isinstance(value, datetime.date):
            sheet.write_datetime(row, place, datetime.datetime(value.year, value.month, value.day), look)  # noqa: DTZ001 - a day
        elif sort in _NUMBERS and isinstance(value, int) and not isinstance(value, bool):
            number = _number(column.kind, value, wan=column.in_wan)
            if formula is not None:
                sheet.write_formula(row, place, formula, look, number)
            else:
                sheet.write_number(row, place, number, look)
        else:
            sheet.write_string(row, place, column.kind.show(value), look)

    def _in_wan(self, report: Report) -> bool:
        return self._wan and not report.has_ties

    # -- formulas ------------------------------------------------------------------------------

    def _formula(self, report: Report, place: int, column: _Column) -> str | None:
        """The live formula of a sum or a quotient; None where it would be too long."""
        if column.quotient is not None:
            row = _HEAD_ROW + 2 + place  # as the sheet numbers it, from 1
            part, whole = (f"{name}{row}" for name in column.quotient)
            # A blank is not 0: of neither amount, once the sheet is reckoned anew, may it become a share.
            return f'=IF(OR({part}="",N({whole})=0),"",ROUND({part}/{whole},4))'
        name = letters(column.place)
        # A run of lines keeps its distance from its place among them all.
        runs = groupby(enumerate(added(report, place)), lambda each: each[1] - each[0])
        ranges = [[line + _HEAD_ROW + 2 for _, line in run] for _, run in runs]
        if not ranges:
            return None
        parts = ",".join(f"{name}{rows[0]}:{name}{rows[-1]}" for rows in ranges)
        return f"=SUM({parts})" if len(parts) < 7_000 else None  # noqa: PLR2004 - a formula has 8,192 characters


def _number(kind: object, value: int, *, wan: bool) -> Any:
    if isinstance(kind, Money):
        return Decimal(value) / (FEN_PER_YUAN * (WAN if wan else 1))
    if isinstance(kind, Score):
        return Decimal(value) / 100
    return Decimal(value) / 10_000 if isinstance(kind, Rate) else value


def _sort(kind: object) -> str:
    return next((sort for cls, sort in _SORTS if isinstance(kind, cls)), "text")
