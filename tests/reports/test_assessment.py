"""The assessment: every point by a rule that can be said, and by records that can be shown."""

from __future__ import annotations

import datetime
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from tests.books import YUAN, filing, new_desk, order, unit
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.policy.parameters import OWN
from zhengzhou_desk.records import Account, Setting, Spending
from zhengzhou_desk.reports.assessment import UnitScore, assess, departments, half_up
from zhengzhou_desk.reports.score_sheet import score_reports
from zhengzhou_desk.services import exports

if TYPE_CHECKING:
    from zhengzhou_desk.records import Record
    from zhengzhou_desk.services.desk import Desk

YEAR_END = datetime.date(2024, 12, 31)
DONE = {
    "accepted": datetime.date(2024, 4, 5),
    "paid": datetime.date(2024, 4, 6),
    "evaluated": datetime.date(2024, 4, 7),
}
BEFORE = filing("101003", 800_000, 80_000, year=2023)
FULL = Spending(year=2024, unit="101003", members=10, welfare=10_000 * YUAN, purchased=3_000 * YUAN)


def marks(folder: Path, *rows: Record, day: datetime.date = YEAR_END, year: int = 2024) -> dict[str, int | None]:
    with new_desk(folder, *rows, year=year) as desk:
        desk.set_today(day)
        return points(of(desk, "101003"))


def of(desk: Desk, code: str) -> UnitScore:
    return next(each for each in assess(desk.engine, desk.year) if each.unit_status.unit.code == code)


def points(score: UnitScore) -> dict[str, int | None]:
    return {mark.item.label: mark.points for mark in score.marks}


def test_a_unit_that_did_everything_has_all_points(tmp_path: Path) -> None:
    rows = (
        unit(),
        BEFORE,
        filing(),
        order("1", "101003", 80_000, **DONE),
        FULL,
        Account(name="城投", uscc="91410105MA00000319", unit="101003", state="opened"),
    )
    with new_desk(tmp_path, *rows) as desk:
        desk.set_today(YEAR_END)
        found = of(desk, "101003")
        assert points(found) == {
            "按时填报": 1500,
            "预留达标": 2500,
            "按期完成采购": 3000,
            "付款和评价": 1000,
            "工会采购": 1000,
            "国有企业账号": 1000,
        }
        assert (found.points, found.whole, found.score) == (10_000, 100, 10_000)
        assert {row.table.name for mark in found.marks for row in mark.earned.rows} == {
            "filing",
            "purchase",
            "spending",
            "account",
        }


def test_what_falls_short_earns_its_part_to_the_hundredth(tmp_path: Path) -> None:
    rows = (
        unit(), BEFORE, filing(reserve=60_000, first_filed=datetime.date(2024, 3, 21)), order("1", "101003", 20_000, **DONE),
        order("2", "101003", 10_000, accepted=datetime.date(2024, 4, 1)), Spending(year=2024, unit="101003", members=10, welfare=30_000 * YUAN, purchased=1_000 * YUAN),
        Account(name="甲", uscc="91410105MA00000319", unit="101003", state="opened"), Account(name="乙", unit="101003", state="missing"),
        Account(name="丙", unit="101003", state="applied"),
    )  # fmt: skip
    assert marks(tmp_path, *rows) == {
        "按时填报": 750,  # one day late: half
        "预留达标": 1875,  # 60,000 of 80,000
        "按期完成采购": 1000,  # 20,000 of 60,000
        "付款和评价": 667,  # 10,000 of 30,000 overdue
        "工会采购": 333,  # 1,000 of 3,000
        "国有企业账号": 333,  # one of three
    }


def test_nothing_bought_after_october_is_earned(tmp_path: Path) -> None:
    late = {key: datetime.date(2024, 11, 1) for key in DONE}
    rows = (unit(), BEFORE, filing(), order("1", "101003", 40_000, **DONE), order("2", "101003", 40_000, **late))
    found = marks(tmp_path, *rows)
    assert found["按期完成采购"] == 1500


def test_what_does_not_apply_is_left_out_and_the_rest_is_the_whole(tmp_path: Path) -> None:
    rows = (
        unit(canteen="none"),
        filing("101003", None, None, platform_note="无食堂"),
        Spending(year=2024, unit="101003", no_funds=True),
    )
    with new_desk(tmp_path, *rows) as desk:
        desk.set_today(YEAR_END)
        found = of(desk, "101003")
        assert [mark.item.label for mark in found.marks if mark.points is not None] == ["按时填报"]
        assert (found.whole, found.score) == (15, 10_000)


def test_a_unit_that_never_filed_earns_nothing_and_one_founded_later_owes_nothing(tmp_path: Path) -> None:
    rows = (unit(), unit("101004", "新校", founded=datetime.date(2024, 9, 1)))
    with new_desk(tmp_path, *rows) as desk:
        desk.set_today(YEAR_END)
        assert points(of(desk, "101003"))["工会采购"] is None, "the year is not over"
        desk.set_today(datetime.date(2025, 1, 1))
        assert points(of(desk, "101003")) == {
            "按时填报": 0, "预留达标": 0, "按期完成采购": 0, "付款和评价": None, "工会采购": 0, "国有企业账号": None,
        }  # fmt: skip
        assert {of(desk, "101004").marks[place].points for place in range(3)} == {None}
        desk.set_today(datetime.date(2024, 3, 20))
        assert points(of(desk, "101003"))["按时填报"] is None, "the day is not over"


def test_two_thousand_twenty_three_is_not_judged_by_the_twentieth_of_march(tmp_path: Path) -> None:
    found = marks(tmp_path, unit(), BEFORE, day=datetime.date(2023, 12, 31), year=2023)
    assert found["按时填报"] is None
    assert found["预留达标"] == 2500


def test_the_weights_are_the_bureaus_to_state(tmp_path: Path) -> None:
    own = [
        Setting(name=OWN + name, year=2024, value=value, document="郑财绩〔2024〕1号")
        for name, value in (("assess_filed", "40"), ("assess_union", "0"))
    ]
    with new_desk(tmp_path, unit(), BEFORE, filing(), FULL, *own) as desk:
        desk.set_today(YEAR_END)
        found = points(of(desk, "101003"))
        assert found["按时填报"] == 4000
        assert "工会采购" not in found
        sheet = {report.name: report for report in score_reports(desk.engine, 2024)}["分值"]
        assert [line.values[2] for line in sheet.lines if line.values[0] == "按时填报"] == ["本局 郑财绩〔2024〕1号"]


def test_no_weight_no_sheet(tmp_path: Path) -> None:
    names = ("filed", "reserve", "completion", "payment", "union", "soe")
    own = [Setting(name=f"{OWN}assess_{name}", year=2024, value="0", document="郑财绩〔2024〕1号") for name in names]
    with new_desk(tmp_path, unit(), filing(), *own) as desk, pytest.raises(Refused, match="没有规定考评分值"):
        exports.write_score_sheet(desk, tmp_path / "x.xlsx")


def test_departments_are_the_mean_of_their_units_and_equals_share_a_rank(tmp_path: Path) -> None:
    rows = (
        unit("101", "教育局", "none"), filing("101", None, None, platform_note="无食堂"), unit("101003", "甲", department="101"),
        unit("102", "卫健委", "none"), filing("102", None, None, platform_note="无食堂"), unit("102003", "乙", department="102"),
    )  # fmt: skip
    with new_desk(tmp_path, *rows) as desk:
        assert [(each.code, each.score) for each in departments(assess(desk.engine, 2024))] == [
            ("101", 5000),
            ("102", 5000),
        ]
        table = {report.name: report for report in score_reports(desk.engine, 2024)}
        assert [line.values[0] for line in table["部门得分"].lines] == [1, 1]
        assert [line.values[0] for line in table["单位得分"].lines] == [1, 1, 3, 3]


def test_every_point_of_the_workbook_is_the_sum_of_its_grounds(tmp_path: Path) -> None:
    rows = (unit(), BEFORE, filing(reserve=70_000), order("1", "101003", 33_333, **DONE), FULL)
    with new_desk(tmp_path, *rows) as desk:
        exports.write_score_sheet(desk, tmp_path / "考评.xlsx")
    book = load_workbook(tmp_path / "考评.xlsx", data_only=True)
    grounds = [row for row in book["得分依据"].iter_rows(min_row=4, values_only=True) if row[0] == "101003"]
    heads = [cell.value for cell in book["单位得分"][3]]
    line = next(row for row in book["单位得分"].iter_rows(min_row=4, values_only=True) if row[1] == "101003")
    said = dict(zip(heads, line, strict=True))
    assert round(sum(row[4] for row in grounds if row[4] is not None), 2) == said["得分小计"]  # type: ignore[misc]
    assert any("填报 2024 101003" in str(row[6]) for row in grounds)


@pytest.mark.parametrize(
    ("value", "rounded"), [(Fraction(1, 2), 1), (Fraction(149, 100), 1), (Fraction(3, 2), 2), (Fraction(0), 0)]
)
def test_halves_go_up(value: Fraction, rounded: int) -> None:
    assert half_up(value) == rounded


@pytest.mark.parametrize(("day", "share"), [(19, Fraction(1)), (20, Fraction(1)), (21, None)])
def test_the_due_day_itself_is_in_time(tmp_path: Path, day: int, share: Fraction | None) -> None:
    rows = (unit(), BEFORE, filing(first_filed=datetime.date(2024, 3, day)))
    with new_desk(tmp_path, *rows) as desk:
        desk.set_today(YEAR_END)
        mark = next(mark for mark in of(desk, "101003").marks if mark.item.label == "按时填报")
        assert mark.earned.share is not None
        assert mark.earned.share == share if share is not None else mark.earned.share < 1
