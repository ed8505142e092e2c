"""The summary in 万元: what rounding leaves is said with its sign, halves go up."""

from __future__ import annotations

import datetime
import re
import tempfile
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from xlsxwriter.worksheet import Worksheet

from tests.books import filing, new_desk, unit
from zhengzhou_desk import sample
from zhengzhou_desk.exchange import summary_workbook
from zhengzhou_desk.exchange.summary_workbook import Cover, write_summary
from zhengzhou_desk.records.kinds import Money, Rate, Text
from zhengzhou_desk.records.report import Heading, Report, ReportLine, sum_line
from zhengzhou_desk.services import exports
from zhengzhou_desk.services.desk import Desk

YUAN = 100


def remarks(path: Path, *amounts: int) -> list[str]:
    headings = (Heading("name", "单位名称", Text()), Heading("reserve", "预留份额", Money(signed=True), summed=True))
    lines = [ReportLine((f"第{number}小学", amount)) for number, amount in enumerate(amounts)]
    report = Report("units", "明细", "明细", headings, (*lines, sum_line(headings, lines, place=0)))
    write_summary(path, Cover("汇总", "金水区财政局", ()), (report,), wan=True)
    sheet = load_workbook(path, data_only=True)["明细"]
    said = [str(row[0]) for row in sheet.iter_rows(min_row=4 + len(amounts), values_only=True)]
    return [text for text in said if "以元为准" in text]


@pytest.mark.parametrize(
    ("amounts", "gap"),
    [
        ((15_050 * YUAN, 15_050 * YUAN), "-100.00"),  # 1.51 and 1.51 beside 3.01
        ((15_049 * YUAN, 15_049 * YUAN), "100.00"),  # 1.50 and 1.50 beside 3.01
        ((-15_050 * YUAN, -15_050 * YUAN), "100.00"),
        ((15_000 * YUAN, 20_000 * YUAN), None),
    ],
)
def test_what_rounding_to_ten_thousands_leaves(tmp_path: Path, amounts: tuple[int, ...], gap: str | None) -> None:
    said = remarks(tmp_path / "s.xlsx", *amounts)
    assert said == ([f"以万元显示，四舍五入后各行之和与合计相差“预留份额”{gap} 元。以元为准。"] if gap else [])


SHEETS = [
    "封面", "汇总表", "单位明细", "未填报及不达标清单", "工会", "国企", "国资监管", "采购执行", "采购分类", "各月采购", "变更",
    "通知书台账", "核对",
]  # fmt: skip


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("summary")
    with new_desk(folder, *sample.county(160, 800), year=sample.SAMPLE_YEAR) as desk:
        desk.set_today(sample.SAMPLE_DAY)
        assert exports.write_summary(desk, folder / "s.xlsx") == ()
        exports.write_summary(desk, folder / "w.xlsx", wan=True)
        yield desk, folder


def cells(path: Path, report: Report, *, computed: bool) -> list[list[Any]]:
    sheet = load_workbook(path, data_only=computed)[report.name]
    return [
        [cell.value for cell in row[: len(report.headings)]]
        for row in sheet.iter_rows(min_row=4, max_row=3 + len(report.lines))
    ]


def test_sheets_and_values(made: tuple[Desk, Path]) -> None:
    desk, folder = made
    assert load_workbook(folder / "s.xlsx").sheetnames == SHEETS
    for report in exports.summary(desk):
        for line, row in zip(report.lines, cells(folder / "s.xlsx", report, computed=True), strict=True):
            for heading, value, found in zip(report.headings, line.values, row, strict=True):
                if isinstance(heading.kind, Money) and value is not None:
                    assert round(Decimal(str(found)) * 100) == value
                elif isinstance(heading.kind, Rate) and value is not None:
                    assert round(Decimal(str(found)) * 10_000) == value


def _evaluated(formula: str, rows: list[list[Any]]) -> Decimal:
    """SUM over ranges of one column, as the workbook writes it."""
    total = Decimal(0)
    for column, begin, end in re.findall(r"([A-Z]+)(\d+):[A-Z]+(\d+)", formula):
        place = 0
        for letter in column:
            place = place * 26 + ord(letter) - 64
        for number in range(int(begin), int(end) + 1):
            value = rows[number - 4][place - 1]
            total += Decimal(str(value)) if isinstance(value, int | float) else 0
    return total


def test_the_sums_are_live_and_true(made: tuple[Desk, Path]) -> None:
    desk, folder = made
    live = 0
    for report in exports.summary(desk):
        formulas = cells(folder / "s.xlsx", report, computed=False)
        values = cells(folder / "s.xlsx", report, computed=True)
        for formula_row, value_row in zip(formulas, values, strict=True):
            for formula, value in zip(formula_row, value_row, strict=True):
                if isinstance(formula, str) and formula.startswith("=SUM"):
                    live += 1
                    assert round(_evaluated(formula, values), 2) == round(Decimal(str(value)), 2)
    assert live > 50


def test_ten_thousands_say_what_rounding_leaves(made: tuple[Desk, Path]) -> None:
    sheet = load_workbook(made[1] / "w.xlsx", data_only=True)["单位明细"]
    said = " ".join(str(row[0].value) for row in sheet.iter_rows(min_row=150) if row[0].value)
    assert "以元为准" in said
    assert sheet["A2"].value == "单位：万元"


def test_everything_ties(made: tuple[Desk, Path]) -> None:
    ties = next(report for report in exports.summary(made[0]) if report.name == "核对")
    assert {line.values[-1] for line in ties.lines} == {0}


def test_the_cover_says_who_and_when(made: tuple[Desk, Path]) -> None:
    desk, folder = made
    said = [[cell.value for cell in row] for row in load_workbook(folder / "s.xlsx")["封面"].iter_rows()]
    text = str(said)
    day: datetime.date = desk.today
    assert f"{day.year}年{day.month}月{day.day}日" in text
    assert desk.store.head[:8] in text


def cell_of(sheet: Any, name: str) -> Any:
    return sheet[name].value


_QUOTIENT = re.compile(r'=IF\(OR\((\w+)="",N\((\w+)\)=0\),"",ROUND\((\w+)/(\w+),4\)\)')


def test_a_share_of_a_blank_stays_blank_when_the_sheet_is_reckoned_anew(tmp_path: Path) -> None:
    rows = (unit("101003"), filing("101003", 800_000, None), unit("101004"), filing("101004", 800_000, 80_000))
    with new_desk(tmp_path, *rows) as desk:
        exports.write_summary(desk, tmp_path / "b.xlsx")
    formulas, values = (load_workbook(tmp_path / "b.xlsx", data_only=computed) for computed in (False, True))
    shares: list[object] = []
    for sheet in formulas:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and "ROUND(" in cell.value:
                    found = _QUOTIENT.fullmatch(cell.value)
                    assert found is not None, cell.value
                    part, whole = (cell_of(values[sheet.title], found[place]) for place in (1, 2))
                    assert (found[1], found[2]) == (found[3], found[4])
                    reckoned = (
                        None if part in (None, "") or not whole else round(Decimal(str(part)) / Decimal(str(whole)), 4)
                    )
                    carried = cell_of(values[sheet.title], cell.coordinate)
                    assert reckoned == (None if carried in (None, "") else Decimal(str(carried))), (
                        sheet.title,
                        cell.coordinate,
                    )
                    shares.append(reckoned)
    assert None in shares
    assert Decimal("0.1") in shares


def _everything(path: Path, *, computed: bool) -> list[list[tuple[object, ...]]]:
    book = load_workbook(path, data_only=computed)
    return [[*sheet.iter_rows(values_only=True)] for sheet in book.worksheets]


def _heights(path: Path) -> list[dict[int, float | None]]:
    sheets = load_workbook(path).worksheets
    return [{row: each.height for row, each in sheet.row_dimensions.items() if each.height} for sheet in sheets]


def test_a_city_s_workbook_holds_the_same_though_it_goes_through_a_folder(
    made: tuple[Desk, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, folder = made
    monkeypatch.setattr(summary_workbook, "_MANY_CELLS", 0)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    exports.write_summary(desk, tmp_path / "large.xlsx")
    for computed in (False, True):
        assert _everything(tmp_path / "large.xlsx", computed=computed) == _everything(
            folder / "s.xlsx", computed=computed
        )
    assert _heights(tmp_path / "large.xlsx") == _heights(folder / "s.xlsx")
    assert not list((tmp_path / "temporary").iterdir()), "nothing of it is left on the computer"


def test_a_large_workbook_that_fails_leaves_nothing_behind(
    made: tuple[Desk, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, _ = made
    monkeypatch.setattr(summary_workbook, "_MANY_CELLS", 0)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(summary_workbook._SheetWriter, "_name_totals", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        exports.write_summary(desk, tmp_path / "s.xlsx")
    assert not list(tmp_path.iterdir())


def test_the_library_would_write_our_formulas_as_they_stand(made: tuple[Desk, Path]) -> None:
    _, folder = made
    formulas = {
        cell
        for sheet in _everything(folder / "s.xlsx", computed=False)
        for row in sheet
        for cell in row
        if isinstance(cell, str) and cell.startswith("=")
    }
    assert len(formulas) > 10
    library = Worksheet()
    assert all(library._prepare_formula(formula) == formula.removeprefix("=") for formula in formulas)
