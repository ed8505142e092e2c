"""The districts' codes in the city's book: who may be registered, and what that says of what was submitted."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest

from tests.books import clock, new_desk, unit
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.records import Change, DistrictCode, Entry, Submission
from zhengzhou_desk.records.check_code import code_of
from zhengzhou_desk.records.submission import FALSE, PROVED, UNPROVED
from zhengzhou_desk.services import district_codes, editing, years
from zhengzhou_desk.services.desk import Desk

if TYPE_CHECKING:
    from pathlib import Path

CODE, OTHER = code_of(b"a" * 32), code_of(b"b" * 32)


def test_a_code_is_kept_with_day_and_person_and_can_be_taken_back(whole: Desk) -> None:
    district_codes.register(whole, "410105", CODE.replace(" ", "-"), told_by="王科长")
    kept = district_codes.registered(whole, "410105")
    assert kept is not None
    assert (kept.code, kept.since, kept.told_by) == (CODE, clock().date(), "王科长")
    assert editing.step_text(whole.store.lines(1)[0]) == "登记 金水区 的核对码"
    assert district_codes.register(whole, "410105", CODE) is None, "kept already"
    district_codes.register(whole, "410105", OTHER)
    assert [row.code for row in whole.rows(DistrictCode)] == [OTHER]
    whole.undo()
    assert [row.code for row in whole.rows(DistrictCode)] == [CODE]
    district_codes.forget(whole, "410105")
    assert district_codes.forget(whole, "410105") is None
    assert whole.rows(DistrictCode) == []
    assert editing.step_text(whole.store.lines(1)[0]) == "删去 金水区 的核对码"


@pytest.mark.parametrize("region", ["410100", "410205", "410199", "", "4101", "金水区"])
def test_only_districts_of_the_city_have_codes(whole: Desk, region: str) -> None:
    with pytest.raises(Refused, match="不是.*的区县"):
        district_codes.register(whole, region, CODE)


def test_a_misheard_group_is_named_and_nothing_kept(whole: Desk) -> None:
    wrong = CODE[:-1] + ("0" if CODE[-1] != "0" else "1")
    with pytest.raises(Refused, match="第 8 组"):
        district_codes.register(whole, "410105", wrong)
    assert whole.rows(DistrictCode) == []


def test_a_district_s_own_book_keeps_none(tmp_path: Path) -> None:
    with new_desk(tmp_path, unit()) as desk, pytest.raises(Refused, match="只有市级账册"):
        district_codes.register(desk, "410105", CODE)


def test_the_districts_are_those_of_the_packs(whole: Desk) -> None:
    assert district_codes.districts(whole)["410105"] == "金水区"
    assert "410100" not in district_codes.districts(whole)


@pytest.mark.parametrize(
    ("signer", "code", "said"),
    [(None, None, UNPROVED), (CODE, None, UNPROVED), (CODE, CODE, PROVED), (OTHER, CODE, FALSE), (None, CODE, FALSE)],
)
def test_what_a_signature_says_of_the_maker(signer: str | None, code: str | None, said: str) -> None:
    assert district_codes.origin_of(signer, code) == said


def test_what_was_submitted_before_is_marked_anew_where_it_was_signed(whole: Desk) -> None:
    row = Submission(region="410105", year=2024, day=clock().date(), origin=UNPROVED, signer=CODE)
    plain = dataclasses.replace(row, year=2023, signer=None)
    whole.apply(Entry("merge", (Change(None, row), Change(None, plain)), ("2", "x")))

    def origins() -> dict[int, str | None]:
        return {kept.year: kept.origin for kept in whole.tables.all(Submission)}

    district_codes.register(whole, "410105", CODE)
    assert origins() == {2024: PROVED, 2023: UNPROVED}
    district_codes.register(whole, "410105", OTHER)
    assert origins() == {2024: FALSE, 2023: UNPROVED}
    whole.undo()
    district_codes.forget(whole, "410105")
    assert origins() == {2024: UNPROVED, 2023: UNPROVED}


def test_what_is_known_of_the_maker_may_come_after_the_year_was_closed(whole: Desk) -> None:
    row = Submission(region="410105", year=2024, day=clock().date(), origin=UNPROVED, signer=CODE)
    whole.apply(Entry("merge", (Change(None, row),), ("1", "x")))
    years.close_year(whole, 2024)
    district_codes.register(whole, "410105", CODE)
    (kept,) = whole.tables.all(Submission)
    assert kept.origin == PROVED
    with pytest.raises(Refused, match="已结账"):
        whole.apply(Entry("edit", (Change(kept, dataclasses.replace(kept, reserve=1)),), ("x", "y")))
