"""Sheets that leave the bureau are found by their keys: what they are called on paper may change."""

from __future__ import annotations

import dataclasses
import datetime
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

from tests.books import DAY, county, filing, new_desk, opened, order, unit
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.documents.content_json import to_json
from zhengzhou_desk.records import Setting, Submission, UnitChange
from zhengzhou_desk.records.kinds import Text
from zhengzhou_desk.records.submission import SubmittedUnit, packed
from zhengzhou_desk.reports import city
from zhengzhou_desk.services import dismissals, exports
from zhengzhou_desk.services.notices import bulletin_document, bulletins
from zhengzhou_desk.services.notices.city_report import city_report

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from zhengzhou_desk.documents.content import NoticeContent
    from zhengzhou_desk.records.report import Report
    from zhengzhou_desk.services.desk import Desk

# Stands behind every caption that is renamed, and nowhere else.
SIGN = "◇"


@pytest.fixture(params=["410105", "410100"], ids=["district", "city"])
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Desk]:
    """A book with orders, a year before, a change of units, scores, and (a city's) a district whose sums do not tie."""
    done = {"accepted": DAY, "paid": DAY, "evaluated": DAY}
    rows = [
        unit("101", "教育局", "none"), unit(department="101"), unit("101004", "第二小学", department="101"),
        filing(), filing(year=2023), filing("101004", reserve=1_000),
        order("1", "101003", 5_000, **done), order("2", "101004", 600, datetime.date(2024, 2, 1)), order("3", None, 7),
        order("0", "101003", 5, datetime.date(2023, 3, 1), accepted=datetime.date(2023, 3, 2), paid=datetime.date(2023, 3, 2), evaluated=datetime.date(2023, 3, 2)),
        UnitChange(day=datetime.date(2024, 2, 1), kind="rename", old_unit="101003", new_name="第一小学"),
        Setting(name="own:weight_filing", year=2024, value="20", document="郑财绩〔2024〕1号"),
    ]  # fmt: skip
    if request.param == "410100":
        part: dict[str, Any] = {part.name: None for part in dataclasses.fields(SubmittedUnit)} | {
            "code": "7",
            "state": "pass",
            "reserve": 10,
        }
        rows.append(
            Submission(region="410106", year=2024, day=DAY, reserve=25, content=packed([SubmittedUnit(**part)]))
        )
    with new_desk(tmp_path, *rows, region=request.param) as made:
        yield made


def renamed(reports: tuple[Report, ...]) -> tuple[Report, ...]:
    """The reports with other words wherever a person reads some: names, titles, headings, and words in lines."""
    return tuple(
        dataclasses.replace(
            report,
            name=report.name + SIGN,
            title=report.title + SIGN,
            headings=tuple(dataclasses.replace(each, label=each.label + SIGN) for each in report.headings),
            lines=tuple(
                dataclasses.replace(
                    line,
                    values=tuple(
                        value + SIGN if isinstance(value, str) and type(heading.kind) is Text else value
                        for value, heading in zip(line.values, report.headings, strict=True)
                    ),
                )
                for line in report.lines
            ),
        )
        for report in reports
    )


def papers(desk: Desk) -> list[NoticeContent]:
    """Every document that is made of reports."""
    made = bulletins.make(desk, 2024)
    if exports.summary is not exports_summary:
        made = dataclasses.replace(made, reports=renamed(made.reports))
    return [bulletin_document.content(desk, made), city_report(desk, 2024), bulletins.score_letter(desk)]


exports_summary, exports_scores = exports.summary, exports.score_sheet


def test_renaming_every_caption_changes_nothing_but_the_captions(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    before = [to_json(content) for content in papers(desk)]
    # Of a city's districts nobody knows how they stood on the same day last year.
    assert any("上年同期" in text for text in before) == (desk.region != "410100"), "the year before is spoken of"
    monkeypatch.setattr(exports, "summary", lambda desk, year=None: renamed(exports_summary(desk, year)))
    monkeypatch.setattr(exports, "score_sheet", lambda desk: renamed(exports_scores(desk)))
    after = [to_json(content) for content in papers(desk)]
    assert all(SIGN in text for text in after)
    assert [text.replace(SIGN, "") for text in after] == before


def test_what_does_not_tie_is_found_under_any_name(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    reports = exports.summary(desk, 2024)
    before = exports.untied(reports)
    assert bool(before) == (desk.region == "410100"), before
    assert [word.removesuffix(SIGN) for word in exports.untied(renamed(reports))] == list(before)
    sums = city.totals_of_submitted
    monkeypatch.setattr(city, "totals_of_submitted", lambda units: dataclasses.replace(sums(units), reserve=1))
    again = exports.untied(renamed(exports.summary(desk, 2024)))
    assert bool(again) == (desk.region == "410100")


def test_the_names_of_units_stand_beside_their_codes_whatever_the_columns_are_called(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    (before,) = (report for report in exports.summary(desk, 2024) if report.key == "changes")
    table = UnitChange.table
    columns = tuple(dataclasses.replace(column, label=SIGN + column.label[:1]) for column in table.columns)
    monkeypatch.setattr(UnitChange, "table", dataclasses.replace(table, columns=columns))
    (after,) = (report for report in exports.summary(desk, 2024) if report.key == "changes")
    assert [heading.name for heading in after.headings] == [heading.name for heading in before.headings]
    assert after.lines == before.lines


def test_the_list_of_findings_goes_by_department_with_reasons_of_what_was_set_aside(tmp_path: Path) -> None:
    with opened(county(tmp_path)) as desk:
        found = desk.findings()
        warning = next(one for one in found if one.severity in dismissals.DISMISSIBLE)
        dismissals.dismiss(desk, warning, "已经核实")
        count = exports.write_findings(desk, tmp_path / "清单.xlsx")
        rows = list(openpyxl.load_workbook(tmp_path / "清单.xlsx").worksheets[0].iter_rows(min_row=3, values_only=True))
        assert count == len(rows) == len(found)
        assert sum(row[8] == "已搁置：已经核实" for row in rows) == 1
        assert {row[3] for row in rows} >= {"错误"}
        assert exports.write_findings(desk, tmp_path / "一个.xlsx", {"101003"}) == sum(
            one.unit == "101003" for one in found
        )
        with pytest.raises(Refused, match="没有审核结果"):
            exports.write_findings(desk, tmp_path / "空.xlsx", ())
