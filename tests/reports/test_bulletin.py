"""The bulletin: what counts as of the day, equal ranks, headline and details that tie."""

from __future__ import annotations

import dataclasses
import datetime
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.books import DAY, YUAN, filing, new_desk, order, unit
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.documents.content import ChartBlock
from zhengzhou_desk.records import Execution, Submission
from zhengzhou_desk.records.submission import SubmittedUnit, packed
from zhengzhou_desk.reports import bulletin as bulletins
from zhengzhou_desk.reports.bulletin import bulletin, pace, year_before
from zhengzhou_desk.reports.bulletin_units import bulletin_units
from zhengzhou_desk.reports.ranking import ranks
from zhengzhou_desk.services import dismissals
from zhengzhou_desk.services.notices import bulletin_document
from zhengzhou_desk.services.notices import bulletins as circulars

if TYPE_CHECKING:
    from zhengzhou_desk.policy.engine import Engine

DONE = {key: datetime.date(2024, 3, 20) for key in ("accepted", "paid", "evaluated")}
ROWS = (
    unit("101", "教育局", "none"),
    unit("101003", "第一小学", department="101"), unit("101004", "第二小学", department="101"),
    unit("101005", "第三小学", department="101"), unit("101006", "第四小学", department="101"),
    filing("101", None, None, platform_note="无食堂"),
    filing("101003", 800_000, 80_000), filing("101004", 400_000, 40_000),
    filing("101005", 900_000, 90_000, state="filed", confirmed=None),
    order("1", "101003", 40_000, **DONE), order("2", "101004", 20_000, **DONE), order("3", "101005", 50_000),
)  # fmt: skip


def test_equal_progress_shares_a_rank_and_who_has_nothing_to_reach_is_not_ranked(tmp_path: Path) -> None:
    """Nor is anybody who has completed nothing; those without a reserve stand in one line, so that the total ties."""
    with new_desk(tmp_path, *ROWS) as desk:
        found = bulletin(desk.engine, 2024)
        units = next(report for report in found.reports if report.name == "单位排名")
        assert [(line.values[0], line.values[1]) for line in units.lines[:-1]] == [
            (1, "101003"), (1, "101004"), (None, "101005"), (None, None),
        ]  # fmt: skip
        assert ranks([Fraction(1, 3), Fraction(1, 2), Fraction(2, 6), Fraction(0)]) == [2, 1, 2, 4]


def test_the_headline_counts_as_of_the_day(tmp_path: Path) -> None:
    with new_desk(tmp_path, *ROWS) as desk:
        now = bulletin(desk.engine, 2024).headline
        assert (now.asked, now.filed, now.confirmed) == (5, 4, 3)
        assert (now.ordered, now.completed, now.base) == (110_000 * YUAN, 60_000 * YUAN, 210_000 * YUAN)
        assert now.filing_rate.plain() == "80.00%"
        assert now.confirmation_rate.plain() == "75.00%"
        desk.set_today(datetime.date(2024, 3, 12))
        then = bulletin(desk.engine, 2024).headline
        assert (then.filed, then.confirmed, then.completed) == (4, 0, 0)


def test_the_lists_name_who_has_not_filed_bought_or_finished(tmp_path: Path) -> None:
    with new_desk(tmp_path, *ROWS) as desk:
        lists = {
            report.name: [line.values[0] for line in report.lines if line.unit]
            for report in bulletin(desk.engine, 2024).reports
        }
        assert lists["未填报"] == ["101006"]
        assert lists["已预留未采购"] == []
        assert lists["未付款未评价"] == ["101005"]
        assert lists["不作要求"] == ["101"]


def test_details_that_do_not_tie_with_the_headline_are_not_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with new_desk(tmp_path, *ROWS) as desk:
        monkeypatch.setattr(bulletins, "_by_group", lambda *_: [])
        with pytest.raises(Refused, match="对不上"):
            bulletin(desk.engine, 2024)


def test_the_bulletin_shows_the_months_and_nothing_else(tmp_path: Path) -> None:
    later = {key: datetime.date(2024, 4, 1) for key in DONE}
    with new_desk(
        tmp_path,
        *ROWS,
        order("4", "101003", 7_000, datetime.date(2024, 2, 9), **later),
        Execution(year=2024, unit="101006", as_of=datetime.date(2024, 3, 1), traded=900),
    ) as desk:
        made = circulars.make(desk, 2024)
        chart = next(
            block
            for block in bulletin_document.content(desk, made).body
            if isinstance(block, ChartBlock) and block.title == "各月采购"
        )
        assert chart.labels == ("1月", "2月", "3月", "4月")
        assert [series.values for series in chart.series] == [
            (0, 7_000 * YUAN, 110_000 * YUAN, 0),
            (0, 0, 60_000 * YUAN, 7_000 * YUAN),
        ]
        months = {report.name: report for report in made.reports}["各月采购"]
        assert [line.values[0] for line in months.lines] == ["按平台统计，不分月", "1月", "2月", "3月", "4月", "合计"]
        assert months.lines[-1].values[months.place("ordered")] == made.headline.ordered
        assert months.lines[-2].values[months.place("sum")] == 67_000 * YUAN


@pytest.mark.parametrize(
    ("day", "same"),
    [
        (datetime.date(2024, 2, 29), datetime.date(2023, 2, 28)), (datetime.date(2024, 2, 28), datetime.date(2023, 2, 28)),
        (datetime.date(2024, 12, 31), datetime.date(2023, 12, 31)),
    ],
)  # fmt: skip
def test_the_same_day_of_last_year(tmp_path: Path, day: datetime.date, same: datetime.date) -> None:
    asked: list[tuple[datetime.date, int]] = []
    with new_desk(tmp_path, *ROWS, filing("101003", 700_000, 70_000, 2023)) as desk:
        desk.set_today(day)

        def as_of(then: datetime.date, year: int) -> Engine:
            asked.append((then, year))
            return desk.engine

        figures = year_before(desk.engine, 2024, as_of)
    assert asked == [(same, 2023)]
    assert figures is not None
    assert figures.reserve == 70_000 * YUAN


def test_figures_that_look_typed_in_ten_thousands_lead_no_ranking(tmp_path: Path) -> None:
    """1,399,540 % of a reserve typed in 万元: counted in the totals, ranked nowhere, named in a list of its own."""
    rows = (
        *ROWS, unit("102", "卫生局"), filing("102", 8, 8, 2024), filing("102", 80_000, 8_000, 2023), order("9", "102", 70_000, **DONE),
        unit("103", "农业局"), filing("103", None, 500),
    )  # fmt: skip
    with new_desk(tmp_path, *rows) as desk:
        made = circulars.make(desk, 2024)
        reports = {report.key: report for report in made.reports}
        assert [line.values[0] for line in reports["doubtful"].lines if line.unit] == ["102", "103"]
        for key in ("unit_ranks", "department_ranks"):
            report = reports[key]
            ranked = [line.values[1] for line in report.lines if line.values[0]]
            assert "102" not in ranked and "103" not in ranked
            assert "填报数额待核实的单位（2个）" in [line.values[2] for line in report.lines]
            assert report.lines[-1].values[report.place("counted")] == made.headline.counted
            assert any("不参加排名" in remark for remark in report.remarks)
        assert made.headline.counted == 130_000 * YUAN
        finding = next(found for found in desk.findings() if found.rule == "mixup")
        dismissals.dismiss(desk, finding, "单位来电确认，确为8元")
        dismissals.dismiss(desk, next(found for found in desk.findings() if found.rule == "tiny_total"), "同上")
        settled = {report.key: report for report in circulars.make(desk, 2024).reports}
        assert [line.values[0] for line in settled["doubtful"].lines if line.unit] == ["103"]


@pytest.mark.parametrize(
    ("day", "elapsed"),
    [
        (datetime.date(2024, 3, 25), None), (datetime.date(2024, 3, 26), 1), (datetime.date(2024, 10, 31), 220),
        (datetime.date(2024, 12, 1), 220),
    ],
)  # fmt: skip
def test_the_time_that_has_gone_by(tmp_path: Path, day: datetime.date, elapsed: int | None) -> None:
    with new_desk(tmp_path, *ROWS) as desk:
        desk.set_today(day)
        found = pace(2024, desk.engine.reader())
        assert (found.elapsed if found is not None else None) == elapsed
        assert found is None or (found.days, found.expected.whole) == (220, 220)


def test_reported_units_whose_amounts_look_typed_in_wan_are_held_out_of_the_ranks(tmp_path: Path) -> None:
    def reported(code: str, **more: object) -> SubmittedUnit:
        blank: dict[str, Any] = {part.name: None for part in dataclasses.fields(SubmittedUnit)}
        given = {"code": code, "name": code, "state": "pass", "filing": "confirmed", "total": 80_000_000, **more}
        return SubmittedUnit(**(blank | given))

    units = [
        reported("1", reserve=8_000_000, base=8_000_000, required=8_000_000, last_year=7_900_000),
        reported("2", reserve=800, base=800, required=8_000_000, last_year=None),
        reported("3", reserve=790, base=790, required=None, last_year=7_900_000),
        reported("4", reserve=8_000_000, base=8_000_000, required=8_000_000, total=None),
        reported("5", reserve=100_000, base=100_000, required=8_000_000, last_year=7_900_000),
    ]
    row = Submission(region="410106", year=2024, day=DAY, content=packed(units))
    with new_desk(tmp_path, unit("101", "市教育局", "none"), row, region="410100") as desk:
        found = {each.code: each.is_doubtful for each in bulletin_units(desk.engine, 2024) if not each.is_direct}
    assert found == {"1": False, "2": True, "3": True, "4": True, "5": False}, "too little is no mix-up"
