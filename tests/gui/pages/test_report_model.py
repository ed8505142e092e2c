"""Reports on the screen: shares with two decimals, amounts in 元 or 万元, blanks blank."""

from __future__ import annotations

from typing import Any

from zhengzhou_desk.gui.pages.report_model import ReportModel
from zhengzhou_desk.records.kinds import Money, Rate, Text, Whole
from zhengzhou_desk.records.report import Heading, Report, ReportLine, sum_line

HEADINGS = (
    Heading("name", "单位名称", Text()), Heading("units", "单位数", Whole(), summed=True),
    Heading("total", "采购总额", Money(signed=True), summed=True), Heading("reserve", "预留份额", Money(signed=True), summed=True),
    Heading("ratio", "预留比例", Rate(), quotient=("reserve", "total")),
)  # fmt: skip
LINES = [
    ReportLine(("第一小学", 1_200, 100_000_050, 7_500_000, 750), unit="101003"),
    ReportLine(("第二小学", None, 0, None, None), unit="101004"),
]
REPORT = Report("units", "明细", "明细", HEADINGS, (*LINES, sum_line(HEADINGS, LINES, place=0)))


def shown(model: ReportModel) -> list[list[str]]:
    return [[model.data(model.index(row, column)) for column in range(5)] for row in range(model.rowCount())]


def test_what_a_report_shows(qapp: Any) -> None:
    assert shown(ReportModel(REPORT, "zh")) == [
        ["第一小学", "1,200", "1,000,000.50", "75,000.00", "7.50%"],
        ["第二小学", "", "0.00", "", ""],
        ["合计", "1,200", "1,000,000.50", "75,000.00", "7.50%"],
    ]


def test_amounts_in_ten_thousands_and_words_of_the_table_in_english(qapp: Any) -> None:
    found = shown(ReportModel(REPORT, "en", wan=True))
    assert [row[2] for row in found] == ["100.00005", "0.00", "100.00005"]
    assert found[0][0] == "第一小学", "a unit's name is its name"
    assert found[2][0] != "合计"
