"""Shared canteens: one representative, members that follow, nobody counted twice."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.books import filing, new_desk, unit
from zhengzhou_desk import canteens
from zhengzhou_desk.errors import Refused

if TYPE_CHECKING:
    from zhengzhou_desk.desk import Desk
    from zhengzhou_desk.records import Unit

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
    return [(group.host.code if group.host else None, [one.code for one in group.members]) for group in canteens.groups(desk)]


def test_groups_are_those_who_name_one_representative(tmp_path: Path) -> None:
    with new_desk(tmp_path, *ROWS) as desk:
        assert shape(desk) == [("101", ["101003", "101004"])]
        desk.edit(of(desk, "101004"), "canteen_host", None)
        assert shape(desk) == [("101", ["101003"]), (None, ["101004"])]


def test_another_representative_and_the_members_follow(tmp_path: Path) -> None:
    with new_desk(tmp_path, *ROWS) as desk:
        step = canteens.arrange(desk, of(desk, "101003"), [of(desk, "101"), of(desk, "101004")])
        assert shape(desk) == [("101", ["101003", "101004"])], "looking changes nothing"
        said = {found.rule for found in desk.foresee(step.changes).appearing}
        assert "shared_double" in said, "what the old representative filed would count twice"
        desk.apply(step)
        assert shape(desk) == [("101003", ["101", "101004"])]
        assert of(desk, "101003").canteen == "shared"
        assert desk.standing(of(desk, "101")).state == "fail"
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
