"""Doubtful figures: book, package and both rankings hold the same units out, and say why."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from tests.books import DAY, filing, new_desk, order, unit
from tests.reports.test_bulletin import DONE
from zhengzhou_desk.records import Submission
from zhengzhou_desk.records.submission import SubmittedUnit, packed
from zhengzhou_desk.reports.bulletin import bulletin
from zhengzhou_desk.reports.bulletin_units import bulletin_units
from zhengzhou_desk.reports.city import city_reports, submitted_unit
from zhengzhou_desk.reports.doubtful import DOUBTS, HELD_OUT, doubt_of_reported
from zhengzhou_desk.reports.unit_status import unit_statuses

if TYPE_CHECKING:
    from pathlib import Path

    from zhengzhou_desk.records.report import Report


def test_a_unit_is_doubtful_in_its_districts_book_and_in_what_the_city_gets_of_it(tmp_path: Path) -> None:
    rows = (
        unit("1", "好"), filing("1", 800_000, 80_000),
        unit("2", "没填总额"), filing("2", None, 80_000),
        unit("3", "什么都没填"), filing("3", None, None),
        unit("4", "万元"), filing("4", 800_000, 8),
        unit("5", "大于总额"), filing("5", 20_000, 30_000),
        unit("6", "偏小"), filing("6", 900, 90),
        unit("7", "没有食堂", "none"), filing("7", None, None, platform_note="无食堂"),
        unit("8", "没有填报"),
    )  # fmt: skip
    with new_desk(tmp_path, *rows) as desk:
        view = desk.engine.reader()
        own = {found.code: found.doubt for found in bulletin_units(desk.engine, 2024)}
        told = {
            row.unit.code: doubt_of_reported(submitted_unit(row, view), 2024, view)
            for row in unit_statuses(desk.engine, 2024)
        }
    assert own == told
    assert own == {
        "1": None, "2": "total", "3": "total", "4": "mixup", "5": "over_total", "6": "tiny_total", "7": None, "8": None,
    }  # fmt: skip


def _reported(code: str, counted: int, **more: object) -> SubmittedUnit:
    blank: dict[str, Any] = {part.name: None for part in dataclasses.fields(SubmittedUnit)}
    usual = {
        "code": code, "name": f"{code}校", "state": "pass", "filing": "confirmed", "total": 80_000_000,
        "reserve": 8_000_000, "base": 8_000_000, "required": 8_000_000, "counted": counted,
    }  # fmt: skip
    return SubmittedUnit(**(blank | usual | more))


def _ranking(tmp_path: Path, districts: dict[str, list[SubmittedUnit]]) -> Report:
    rows = [Submission(region=region, year=2024, day=DAY, content=packed(units)) for region, units in districts.items()]
    with new_desk(tmp_path, *rows, region="410100") as desk:
        return next(report for report in city_reports(desk.engine, 2024) if report.key == "district_ranks")


def test_a_district_is_not_ranked_first_by_a_unit_that_typed_its_reserve_in_wan(tmp_path: Path) -> None:
    ranking = _ranking(
        tmp_path,
        {
            "410102": [_reported("1", 6_000_000)],
            "410103": [_reported("2", 4_000_000), _reported("3", 7_000_000, reserve=800, base=800, name="万元校")],
            "410104": [_reported("4", 8_000_000, total=None)],
            "410105": [_reported("5", 0)],
            "410106": [_reported("6", 0, state="exempt", base=None, required=0, reserve=None, total=None)],
            "410108": [_reported("7", 6_000_000)],
        },
    )
    places = [ranking.place(name) for name in ("code", "base_rank", "base", "progress_rank", "note")]
    assert [tuple(line.values[place] for place in places) for line in ranking.lines] == [
        ("410102", 1, 8_000_000, 1, None),
        ("410108", 1, 8_000_000, 1, None),
        ("410103", 1, 8_000_000, 3, "待核实单位1个单列在后"),
        ("410105", 1, 8_000_000, None, "尚未形成计入完成金额"),
        ("410104", None, 0, None, "待核实单位1个单列在后"),
        ("410106", None, 0, None, "没有预留任务"),
        ("3", None, 800, None, "数额疑似以万元填报"),
        ("4", None, 8_000_000, None, "采购总额没有填报"),
    ]
    assert [line.values[1] for line in ranking.lines[-2:]] == ["二七区：万元校", "管城回族区：4校"]
    assert HELD_OUT in ranking.remarks


def test_where_nobody_is_doubtful_nothing_is_said_of_it(tmp_path: Path) -> None:
    ranking = _ranking(tmp_path, {"410102": [_reported("1", 1)]})
    assert HELD_OUT not in ranking.remarks
    assert len(ranking.lines) == 1


def test_the_bulletins_list_says_why_each_unit_is_to_be_looked_into(tmp_path: Path) -> None:
    rows = (unit("1", "好"), filing("1"), unit("2", "万元"), filing("2", 800_000, 8), order("9", "2", 7, **DONE))
    with new_desk(tmp_path, *rows) as desk:
        found = next(report for report in bulletin(desk.engine, 2024).reports if report.key == "doubtful")
    assert [DOUBTS.show(line.values[-1]) for line in found.lines] == ["数额疑似以万元填报", ""]
    assert {len(line.values) for line in found.lines} == {len(found.headings)}
