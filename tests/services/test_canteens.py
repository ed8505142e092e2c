"""Shared canteens: one representative, members that follow, nobody counted twice."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.books import clock, filing, new_desk, unit
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.exchange.package import read_package
from zhengzhou_desk.records.report import TOTAL
from zhengzhou_desk.reports.unit_status import total_reserve
from zhengzhou_desk.services import canteens, editing, exports, impact, submissions
from zhengzhou_desk.services.check_json import check_answer
from zhengzhou_desk.services.notices import bulletins

if TYPE_CHECKING:
    from zhengzhou_desk.records import Unit
    from zhengzhou_desk.services.desk import Desk

ROWS = (
    unit("101", "教育局", "own"), unit("101003", "教研室", "shared", canteen_host="101"), unit("101004", "招生办", "shared", canteen_host="101"),
    unit("101005", "电教馆", "none"), filing("101", 100_000, 20_000), filing("101003", None, None, platform_note="共用食堂，由教育局填报"),
    filing("101004", None, None, platform_note="共用食堂，由教育局填报"), filing("101005", None, None, platform_note="无食堂"),
)  # fmt: skip


def of(desk: Desk, code: str) -> Unit:
    found = desk.unit(code)
    assert found is not None
    return found


def shape(desk: Desk) -> list[tuple[str | None, list[str]]]:
    return [
        (group.host.code if group.host else None, [one.code for one in group.members])
        for group in canteens.groups(desk)
    ]


def test_groups_are_those_who_name_one_representative(tmp_path: Path) -> None:
    with new_desk(tmp_path, *ROWS) as desk:
        assert shape(desk) == [("101", ["101003", "101004"])]
        editing.edit(desk, of(desk, "101004"), "canteen_host", None)
        assert shape(desk) == [("101", ["101003"]), (None, ["101004"])]


def test_another_representative_and_the_members_follow(tmp_path: Path) -> None:
    with new_desk(tmp_path, *ROWS) as desk:
        step = canteens.arrange(desk, of(desk, "101003"), [of(desk, "101"), of(desk, "101004")])
        assert shape(desk) == [("101", ["101003", "101004"])], "looking changes nothing"
        said = {found.rule for found in impact.impact_of(desk, step.changes).appearing}
        assert "shared_double" in said, "what the old representative filed would count twice"
        desk.apply(step)
        assert shape(desk) == [("101003", ["101", "101004"])]
        assert of(desk, "101003").canteen == "shared"
        assert desk.unit_status(of(desk, "101")).state == "fail"
        desk.undo()
        assert shape(desk) == [("101", ["101003", "101004"])]


def test_one_more_one_less_and_who_is_left_out_is_asked_about(tmp_path: Path) -> None:
    with new_desk(tmp_path, *ROWS) as desk:
        desk.apply(canteens.arrange(desk, of(desk, "101"), [of(desk, "101003"), of(desk, "101005")]))
        assert shape(desk) == [("101", ["101003", "101005"]), (None, ["101004"])]
        assert of(desk, "101").canteen == "own"
        left = [found for found in desk.findings() if found.unit == "101004"]
        assert [found.rule for found in left] == ["shared"]
        assert desk.journal()[0].about == ("101 教育局", "3")


def test_a_group_of_one_and_a_unit_that_is_gone_are_refused(tmp_path: Path) -> None:
    with new_desk(tmp_path, *ROWS, unit("101009", "旧校", closed=datetime.date(2024, 1, 1))) as desk:
        with pytest.raises(Refused, match="至少要有两个单位"):
            canteens.arrange(desk, of(desk, "101"), [of(desk, "101")])
        with pytest.raises(Refused, match="已经是这样"):
            canteens.arrange(desk, of(desk, "101"), [of(desk, "101003"), of(desk, "101004")])
        with pytest.raises(Refused, match="旧校 已撤销"):
            canteens.arrange(desk, of(desk, "101"), [of(desk, "101009")])


# -- a canteen that is filed twice counts once --------------------------------------------------------

TWICE = (
    unit("101", "教育局", "shared"), unit("101003", "教研室", "shared", canteen_host="101"), unit("102", "卫健局", "own"),
    filing("101", 1_000, 100), filing("101003", 1_000, 100), filing("102", 3_000, 400),
)  # fmt: skip


def test_a_canteen_filed_twice_counts_once_in_every_total_and_is_listed(tmp_path: Path) -> None:
    with new_desk(tmp_path, *TWICE) as desk:
        answer = check_answer(desk)
        assert (answer["totals"]["total"], answer["totals"]["reserve"]) == ("4000.00", "500.00")
        assert [found["unit"] for found in answer["findings"] if found["rule"] == "shared_double"] == ["101003"]
        assert {row["code"]: row["total"] for row in answer["units"]}["101003"] == "1000.00", "what it filed is shown"
        reports = {report.name: report for report in exports.summary(desk, 2024)}
        for name in ("汇总表", "单位明细"):
            report = reports[name]
            whole = next(line for line in report.lines if line.depth == TOTAL).values
            assert (whole[report.place("total")], whole[report.place("reserve")]) == (400_000, 50_000), name
            details = [line.values[report.place("reserve")] for line in report.lines if not line.depth]
            assert sum(value for value in details if isinstance(value, int)) == 50_000, name
        assert not exports.untied(exports.summary(desk, 2024))
        pressed = reports["未填报及不达标清单"]
        assert [line.values[pressed.place("reserve")] for line in pressed.lines if line.unit == "101003"] == [10_000]
        assert total_reserve(desk.engine, 2024) == 50_000
        bulletin = bulletins.make(desk, 2024)
        assert bulletin.headline.reserve == 50_000
        for report in bulletin.reports:
            if (
                report.lines
                and report.lines[-1].depth
                and any(heading.name == "reserve" for heading in report.headings)
            ):
                details = [line.values[report.place("reserve")] for line in report.lines if not line.depth]
                assert report.lines[-1].values[report.place("reserve")] == sum(
                    value for value in details if isinstance(value, int)
                )


def test_the_package_and_the_city_count_it_once_too(tmp_path: Path) -> None:
    path = tmp_path / "区.zdp"
    with new_desk(tmp_path, *TWICE) as desk:
        submissions.write(desk, path, 2024, now=clock())
    read = read_package(path)
    assert read.manifest["totals"]["reserve"] == 50_000
    assert sum(row.reserve or 0 for row in read.units) == 50_000


@pytest.mark.parametrize(
    ("hosts", "counted"),
    [
        (("102", None), 1_000 + 3_000),  # each has a valid representative, or none at all and files for itself
        (("101004", "101003"), 1_000 + 3_000),  # two that name each other: one stands for both
        (("101004", "102"), 3_000),  # through another to the one who files
        (("109", "109"), 1_000 + 1_000 + 3_000),  # nobody else counts it
    ],
)
def test_who_counts_where_the_representative_is_not_clear(
    tmp_path: Path, hosts: tuple[str | None, str | None], counted: int
) -> None:
    rows = (
        unit("101003", "甲", "shared", canteen_host=hosts[0]), unit("101004", "乙", "shared", canteen_host=hosts[1]), unit("102", "丙", "own"),
        filing("101003", 1_000, 100), filing("101004", 1_000, 100), filing("102", 3_000, 400),
    )  # fmt: skip
    with new_desk(tmp_path, *rows) as desk:
        assert check_answer(desk)["totals"]["total"] == f"{counted}.00"
