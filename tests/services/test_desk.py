"""The desk: editing, undoing, years, findings, and one announcement for each step."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest

from tests.books import YUAN, clock, filing, new_desk, order, unit
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.records import Account, Filing, Purchase, Spending, Unit
from zhengzhou_desk.services import editing, years
from zhengzhou_desk.services.desk import BookChanged, Desk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Two schools; the first reserved 50,000 元 last year, and files 60,000 of 800,000 this year."""
    with new_desk(
        tmp_path,
        unit(), filing(year=2023, total=500_000, reserve=50_000), filing(reserve=60_000),
        unit("101004", "第二小学"), filing("101004", year=2023, total=100_000, reserve=10_000), filing("101004"),
        order("A1", "101003", 1_000),
    ) as desk:  # fmt: skip
        yield desk


def rules(desk: Desk, code: str = "101003") -> set[str]:
    return {finding.rule for finding in desk.findings() if finding.unit == code}


def the_filing(desk: Desk, code: str = "101003", year: int = 2024) -> Filing:
    return desk.tables.find(Filing, ("unit", "year"), (code, year))[0]


def test_an_edit_is_judged_at_once_and_announced_once(desk: Desk) -> None:
    heard: list[BookChanged] = []
    desk.subscribe(heard.append)
    assert "ratio" in rules(desk)
    editing.edit(desk, the_filing(desk), "reserve", "8万元")
    assert "ratio" not in rules(desk)
    assert len(heard) == 1
    assert (Filing, the_filing(desk).id) in heard[0].judged


def test_typing_the_same_value_is_no_step(desk: Desk) -> None:
    assert editing.edit(desk, the_filing(desk), "reserve", "60,000.00") is None
    assert len(desk.journal()) == 2


def test_a_bad_cell_is_refused_with_its_column_and_nothing_changes(desk: Desk) -> None:
    before = the_filing(desk)
    with pytest.raises(Refused, match="“预留份额”‘三万’不是金额"):
        editing.edit(desk, before, "reserve", "三万")
    assert the_filing(desk) == before
    with pytest.raises(Refused, match="“单位编码”不能空着"):
        editing.edit(desk, before, "unit", "")


def test_undo_and_redo_are_new_entries(desk: Desk) -> None:
    editing.edit(desk, the_filing(desk), "reserve", "80000")
    editing.edit(desk, the_filing(desk), "total", "900000")
    desk.undo()
    assert (the_filing(desk).total, the_filing(desk).reserve) == (800_000 * YUAN, 80_000 * YUAN)
    desk.undo()
    assert the_filing(desk).reserve == 60_000 * YUAN
    assert "ratio" in rules(desk)
    desk.redo()
    assert the_filing(desk).reserve == 80_000 * YUAN
    assert "ratio" not in rules(desk)
    assert len(desk.journal()) == 7
    editing.edit(desk, the_filing(desk), "reserve", "70000")
    assert desk.redoable is None


def test_undo_brings_personal_fields_back_exactly(desk: Desk) -> None:
    record = desk.unit("101003")
    assert record is not None
    editing.edit(desk, record, "phone", "0371-55500001")
    editing.edit(desk, desk.unit("101003") or record, "phone", "0371-55500002")
    desk.undo()
    assert (desk.unit("101003") or record).phone == "0371-55500001"


def test_the_step_that_made_the_book_is_not_undone(tmp_path: Path) -> None:
    with new_desk(tmp_path) as desk:
        assert desk.undoable is None
        with pytest.raises(Refused, match="不能撤回"):
            editing.undo_line(desk, 1)


def test_a_new_code_is_carried_to_everything_that_names_it(desk: Desk) -> None:
    editing.add(desk, Spending, {"year": "2024", "unit": "101003", "members": "30"})
    editing.add(desk, Unit, {"code": "101005", "canteen": "共用", "canteen_host": "101003"})
    record = desk.unit("101003")
    assert record is not None
    editing.edit(desk, record, "code", "101993")
    assert the_filing(desk, "101993").reserve == 60_000 * YUAN
    assert desk.tables.find(Spending, ("unit",), ("101993",))
    assert [row.number for row in desk.tables.find(Purchase, ("buyer",), ("101993",))] == ["A1"]
    assert (desk.unit("101005") or record).canteen_host == "101993"
    assert not desk.tables.find(Filing, ("unit",), ("101003",))
    desk.undo()
    assert the_filing(desk).reserve == 60_000 * YUAN


def test_a_new_credit_code_of_an_enterprise_is_carried_to_its_orders(desk: Desk) -> None:
    enterprise = editing.add(desk, Account, {"name": "城投公司", "uscc": "91410100MA3X000016", "unit": "101003"})
    editing.add(desk, Purchase, {"number": "B1", "day": "2024-03-02", "buyer": "91410100MA3X000016", "amount": "5"})
    editing.edit(desk, enterprise, "uscc", "91410100MA3X000024")
    assert desk.tables.find(Purchase, ("number",), ("B1",))[0].buyer == "91410100MA3X000024"


def test_a_second_filing_of_a_unit_and_year_is_refused(desk: Desk) -> None:
    with pytest.raises(Refused, match="“填报”中已有 2024 101003 这一行"):
        editing.add(desk, Filing, {"year": "2024", "unit": "101003"})
    with pytest.raises(Refused, match="已有 A1"):
        editing.add(desk, Purchase, {"number": "A1", "day": "2024-03-02", "amount": "5"})


def test_what_depends_on_a_unit_is_named_before_it_goes(desk: Desk) -> None:
    record = desk.unit("101003")
    assert record is not None
    named = editing.dependents(desk.tables, [record])
    assert sorted(type(row).__name__ for row in named) == ["Filing", "Filing", "Purchase"]
    editing.remove(desk, [record, *named])
    assert desk.unit("101003") is None
    desk.undo()
    assert desk.unit("101003") == record
    assert "ratio" in rules(desk)


def test_a_closed_year_is_read_only_until_opened_again(desk: Desk) -> None:
    years.close_year(desk, 2024)
    assert not desk.can_edit
    with pytest.raises(Refused, match="2024 年度已结账"):
        editing.edit(desk, the_filing(desk), "reserve", "80000")
    years.close_year(desk, 2024, closed=False)
    editing.edit(desk, the_filing(desk), "reserve", "80000")
    assert "ratio" not in rules(desk)


def test_a_new_year_asks_every_unit_to_file(desk: Desk) -> None:
    years.open_year(desk, 2025)
    assert desk.year == 2025
    assert {finding.unit for finding in desk.findings() if finding.rule == "not_filed"} == {"101003", "101004"}
    with pytest.raises(Refused, match="已经在账册里"):
        years.open_year(desk, 2025)


def test_another_day_judges_everything_anew(desk: Desk) -> None:
    heard: list[BookChanged] = []
    desk.subscribe(heard.append)
    desk.set_today(datetime.date(2024, 11, 5))
    assert heard == [BookChanged(renewed=True)]
    assert "completion" in rules(desk)


def test_the_bureaus_own_value_needs_its_document(desk: Desk) -> None:
    editing.set_setting(desk, "law.canteen_ratio", "5%", year=2024)
    assert "ratio" in rules(desk)
    editing.set_setting(desk, "law.canteen_ratio", "5%", year=2024, document="金财购[2024]1号")
    assert "ratio" not in rules(desk)


def test_a_book_opened_to_read_is_not_changed(desk: Desk) -> None:
    with Desk.opened(desk.path, clock=clock, who="李", writable=False) as other:
        assert not other.can_edit
        with pytest.raises(Refused, match="只读"):
            editing.edit(other, the_filing(other), "reserve", "80000")


def test_a_second_desk_may_not_write(desk: Desk) -> None:
    with pytest.raises(Refused, match="王"):
        Desk.opened(desk.path, clock=clock, who="李")


@pytest.mark.parametrize("region", ["999999", "410199", "金水区", ""])
def test_a_region_without_a_pack_is_refused(tmp_path: Path, region: str) -> None:
    with pytest.raises(Refused, match="没有行政区划"):
        new_desk(tmp_path, region=region)
    assert not list(tmp_path.iterdir())
