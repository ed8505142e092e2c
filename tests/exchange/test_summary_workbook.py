"""The summary in 万元: what rounding leaves is said with its sign, halves go up."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from zhengzhou_desk.exchange.summary_workbook import Cover, write_summary
from zhengzhou_desk.records.kinds import Money, Text
from zhengzhou_desk.records.report import Heading, Report, ReportLine, sum_line

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
    assert said == ([f"“预留份额”以万元显示，各行四舍五入后之和与合计相差 {gap} 元，以元为准。"] if gap else [])
