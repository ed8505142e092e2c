"""The bulletin: what counts as of the day, equal ranks, headline and details that tie."""

from __future__ import annotations

import datetime
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest

from tests.books import YUAN, filing, new_desk, order, unit
from zhengzhou_desk import sample
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.documents import preview
from zhengzhou_desk.documents.content import ChartBlock
from zhengzhou_desk.records import Execution
from zhengzhou_desk.records.kinds import yuan
from zhengzhou_desk.reports import bulletin as bulletins
from zhengzhou_desk.reports.bulletin import bulletin, ranks, year_before
from zhengzhou_desk.services import exports
from zhengzhou_desk.services.notices import bulletins as circulars
from zhengzhou_desk.services.notices import rendering

if TYPE_CHECKING:
    from zhengzhou_desk.documents.content import Paragraph, TableBlock
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
    with new_desk(tmp_path, *ROWS) as desk:
        found = bulletin(desk.engine, 2024)
        units = next(report for report in found.reports if report.name == "单位排名")
        assert [(line.values[0], line.values[1]) for line in units.lines[:-1]] == [
            (1, "101003"), (1, "101004"), (3, "101005"),
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
        monkeypatch.setattr(bulletins, "_by_department", lambda engine, rows: [])
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
            for block in circulars.content(desk, made).body
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


def test_the_summary_on_paper_says_what_the_workbook_says(tmp_path: Path) -> None:
    with new_desk(tmp_path, *ROWS) as desk:
        letter = circulars.summary_letter(desk, 2024)
        assert letter.addressee == "郑州市财政局"
        table = {report.name: report for report in exports.summary(desk, 2024)}["汇总表"]
        total = dict(zip((heading.name for heading in table.headings), table.lines[-1].values, strict=True))
        printed = cast("TableBlock", letter.attachments[1].blocks[0])
        assert [column.label for column in printed.columns][1:3] == ["年度食堂食材采购总额", "预留份额"]
        assert printed.rows[-1][1:3] == (
            yuan(cast("int", total["total"]), grouped=True),
            yuan(cast("int", total["reserve"]), grouped=True),
        )
        assert (
            f"预留份额合计{yuan(cast('int', total['reserve']), grouped=True)}元"
            in cast("Paragraph", letter.body[0]).text
        )
        assert preview.page_count(rendering.pdf_of(letter)) >= 3


def test_the_summary_on_paper_leaves_no_sheet_and_no_column_out(tmp_path: Path) -> None:
    with new_desk(tmp_path, *sample.county(160, 800), year=sample.SAMPLE_YEAR) as desk:
        desk.set_today(sample.SAMPLE_DAY)
        attachments = circulars.summary_letter(desk, sample.SAMPLE_YEAR).attachments
        for report in exports.summary(desk):
            parts = [part for part in attachments if part.title.startswith(report.title)]
            tables = [cast("TableBlock", part.blocks[0]) for part in parts]
            assert {column.label for one in tables for column in one.columns} == {
                heading.label for heading in report.headings if report.lines
            }
            assert {len(one.rows) for one in tables} <= {len(report.lines)}
        assert preview.page_count(rendering.pdf_of(circulars.summary_letter(desk, sample.SAMPLE_YEAR))) > 20


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


def test_what_is_bought_where_nothing_is_to_be_bought_does_not_count(tmp_path: Path) -> None:
    """A unit without a canteen that ordered all the same raises nobody's progress."""
    done = dict.fromkeys(("accepted", "paid", "evaluated"), datetime.date(2024, 3, 5))
    with new_desk(
        tmp_path,
        unit("101003", canteen="none"), filing("101003", None, None, platform_note="无食堂"), order("1", "101003", 700, **done),
        unit("101004", "第二小学"), filing("101004", 1_000, 100), filing("101004", 1_000, 100, 2023), order("2", "101004", 50, **done),
    ) as desk:  # fmt: skip
        found = bulletins.county_figures(desk.engine, 2024)
        assert (found.completed, found.counted, found.base) == (750 * YUAN, 50 * YUAN, 100 * YUAN)
        assert (found.progress.part, found.progress.whole) == (50 * YUAN, 100 * YUAN)
