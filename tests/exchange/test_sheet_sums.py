"""A summary in 万元: whatever is printed adds up as printed, or the sheet says that it does not."""

from __future__ import annotations

import datetime
import random
import re
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import load_workbook

from tests.books import YUAN, filing, new_desk, order, unit
from zhengzhou_desk.exchange.sheet_sums import rounding_remark
from zhengzhou_desk.records import Spending
from zhengzhou_desk.records.kinds import Money, Rate, Text, wan_hundredths
from zhengzhou_desk.records.report import SUBTOTAL, Heading, Report, ReportLine, sum_line
from zhengzhou_desk.services import exports

if TYPE_CHECKING:
    from pathlib import Path

    from zhengzhou_desk.services.desk import Desk

_RANGE = re.compile(r"([A-Z]+)(\d+):[A-Z]+(\d+)")
_TOTAL, _SUBTOTAL = "合计", "小计"


def _random_book(tmp_path: Path, seed: int) -> Desk:
    """Units in a few departments with odd amounts, so that hardly anything divides by 10,000."""
    pick = random.Random(seed)
    rows: list[Any] = []
    for department in range(1, pick.randint(3, 5)):
        code = f"1{department:02}"
        rows += [unit(code, f"{code}局", "none"), filing(code, None, None, platform_note="无食堂")]
        for number in range(3, 3 + pick.randint(2, 7)):
            mine = f"{code}{number:03}"
            total = pick.randint(1_000, 900_000)
            rows.append(unit(mine, f"{mine}校", department=code))
            rows.append(filing(mine, total, total // pick.choice((8, 9, 10, 11, 30))))
            rows.append(filing(mine, total, total // 12, 2023))
            welfare, purchased = pick.randint(1, 9_000_000), pick.randint(1, 9_000_000)
            rows.append(Spending(year=2024, unit=mine, members=9, welfare=welfare, purchased=purchased))
            for place in range(pick.randint(0, 5)):
                day = datetime.date(2024, pick.randint(1, 3), pick.randint(1, 28))
                done = dict.fromkeys(("accepted", "paid", "evaluated"), day) if pick.random() < 0.7 else {}
                rows.append(order(f"{mine}{place}", mine, pick.randint(1, 60_000), day=day, **done))
    return new_desk(tmp_path, *rows)


def _shown(value: object) -> Decimal | None:
    """What a cell in 万元 shows."""
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return Decimal(str(value)).quantize(Decimal("0.01"), ROUND_HALF_UP) if number else None


class _Sheet:
    """A written sheet as a reader with a pencil sees it."""

    def __init__(self, path: Path, name: str) -> None:
        self.formulas, self.values = (load_workbook(path, data_only=only)[name] for only in (False, True))
        self.labels = {str(cell.value): cell.column for cell in self.values[3] if cell.value}
        self.said = " ".join(str(row[0].value) for row in self.values.iter_rows(min_row=4) if row[0].value)

    def cell(self, row: int, column: int) -> Decimal | None:
        return _shown(self.values.cell(row, column).value)

    def off(self) -> dict[str, bool]:
        """Where a printed figure is another one than its printed parts give, by the words that say so."""
        by_lines, by_subtotals = self._sums()
        return {
            "各行之和与": by_lines,
            "各小计之和与": by_subtotals,
            "”减“": any(self._differences()),
            "逐行累加": any(self._running()),
        }

    def _sums(self) -> tuple[bool, bool]:
        by_lines = by_subtotals = False
        for cell in (cell for row in self.formulas.iter_rows(min_row=4) for cell in row):
            if not isinstance(cell.value, str) or not cell.value.startswith("=SUM("):
                continue
            printed, added = self.cell(cell.row, cell.column), _RANGE.findall(cell.value)
            rows = [row for _, begin, end in added for row in range(int(begin), int(end) + 1)]
            by_lines |= sum(self.cell(row, cell.column) or 0 for row in rows) != printed
            above = [row for row in range(4, cell.row) if str(self.values.cell(row, 2).value).startswith(_SUBTOTAL)]
            if above and self.values.cell(cell.row, 2).value == _TOTAL:
                by_subtotals |= sum(self.cell(row, cell.column) or 0 for row in above) != printed
        return by_lines, by_subtotals

    def _differences(self) -> list[bool]:
        whole = self.labels.get("应预留") or self.labels.get("达标所需")
        part = self.labels.get("预留份额") or self.labels.get("采购金额")
        gap = self.labels.get("尚差")
        if not (whole and part and gap) or "应填报单位数" in self.labels:
            return []
        found = []
        for row in range(4, self.values.max_row + 1):
            title = str(self.values.cell(row, 2).value)
            cells = [self.cell(row, column) for column in (whole, part, gap)]
            if None in cells or not self.values.cell(row, gap).value or _SUBTOTAL in title or _TOTAL in title:
                continue
            found.append(cells[0] - cells[1] != cells[2])  # type: ignore[operator]
        return found

    def _running(self) -> list[bool]:
        column, added = self.labels.get("累计计入完成"), self.labels.get("完结金额")
        if column is None or added is None:
            return []
        reached, found = Decimal(0), []
        for row in range(4, self.values.max_row + 1):
            if self.cell(row, column) is not None:
                reached += self.cell(row, added) or Decimal(0)
                found.append(reached != self.cell(row, column))
        return found


@pytest.mark.parametrize("seed", range(6))
def test_each_printed_sum_adds_up_or_the_sheet_says_what_rounding_leaves(tmp_path: Path, seed: int) -> None:
    with _random_book(tmp_path, seed) as desk:
        exports.write_summary(desk, tmp_path / "w.xlsx", wan=True)
        reports = [report for report in exports.summary(desk) if not report.has_ties]
    found = set()
    for report in reports:
        sheet = _Sheet(tmp_path / "w.xlsx", report.name)
        for words, is_off in sheet.off().items():
            assert (words in sheet.said) == is_off, (report.name, words)
            found |= {words} if is_off else set()
        assert sheet.said.count("以万元显示") <= 1
    assert len(found) > 1, "the books are odd enough"


@pytest.mark.parametrize("seed", range(3))
def test_the_same_figure_is_the_same_text_on_every_sheet(tmp_path: Path, seed: int) -> None:
    with _random_book(tmp_path, seed) as desk:
        exports.write_summary(desk, tmp_path / "w.xlsx", wan=True)
        reports = [report for report in exports.summary(desk) if not report.has_ties]
    texts: dict[tuple[str, str], set[Decimal]] = {}
    for report in reports:
        sheet = _Sheet(tmp_path / "w.xlsx", report.name)
        for row, line in enumerate(report.lines, 4):
            # A department's sums stand in a line of its own or in the subtotal that names it; the total is everyone's.
            title = str(line.values[1]).removeprefix("小计：") if report.key in ("departments", "units") else None
            about = title if report.key == "departments" or line.depth else line.unit
            if report.key not in ("departments", "units", "execution", "to_press") or about is None:
                continue
            for label, column in sheet.labels.items():
                shown = sheet.cell(row, column)
                if shown is not None and label in (
                    "预留份额",
                    "年度食堂食材采购总额",
                    "应预留",
                    "尚差",
                    "下单金额",
                    "完结金额",
                ):
                    texts.setdefault((about, label), set()).add(shown)
    assert len(texts) > 20
    assert {key: shown for key, shown in texts.items() if len(shown) > 1} == {}


def test_a_check_stays_in_yuan_where_some_yuan_would_look_like_nothing(tmp_path: Path) -> None:
    with _random_book(tmp_path, 1) as desk:
        exports.write_summary(desk, tmp_path / "w.xlsx", wan=True)
        ties = next(report for report in exports.summary(desk) if report.has_ties)
        sheet = load_workbook(tmp_path / "w.xlsx", data_only=True)[ties.name]
        assert sheet["A2"].value == "单位：元"
        assert round(Decimal(str(sheet["C4"].value)) * 100) == ties.lines[0].values[2]


def test_what_the_remark_names() -> None:
    money = Money(signed=True)
    headings = (
        Heading("name", "单位名称", Text()),
        Heading("required", "应预留", money, summed=True), Heading("reserve", "预留份额", money, summed=True),
        Heading("gap", "尚差", money, less=("required", "reserve")),
        Heading("ratio", "预留比例", Rate(), quotient=("reserve", "required")),
    )  # fmt: skip

    def line(required: int, reserve: int) -> ReportLine:
        return ReportLine(("校", required * YUAN, reserve * YUAN, max(0, required - reserve) * YUAN, None))

    def said(*lines: ReportLine) -> str | None:
        subtotal = sum_line(headings, lines, "小计：甲", SUBTOTAL, place=0)
        return rounding_remark(Report("k", "n", "t", headings, (*lines, subtotal, sum_line(headings, lines, place=0))))

    assert said(line(20_000, 20_000), line(20_000, 20_000)) is None
    assert said(line(15_050, 20_000), line(15_050, 20_000)) == (
        "以万元显示，四舍五入后各行之和与合计相差“应预留”-100.00 元；各行之和与小计最多相差 100.00 元。以元为准。"
    )
    assert said(line(20_050, 10_049)) == (
        "以万元显示，四舍五入后“尚差”与“应预留”减“预留份额”最多相差 100.00 元；"
        "比例按元计算，与表中万元数相除略有出入。以元为准。"
    )


@pytest.mark.parametrize(
    ("fen", "shown"), [(4_999, 0), (5_000, 1), (-4_999, 0), (-5_000, -1), (15_000, 2), (14_999, 1)]
)
def test_halves_go_away_from_nothing(fen: int, shown: int) -> None:
    assert wan_hundredths(fen) == shown
