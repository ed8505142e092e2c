"""Editing: what is typed is taken or refused with its column, and codes are carried to whatever names them."""

from __future__ import annotations

import pytest

from tests.books import YUAN
from tests.services.helpers import rules, the_filing
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.records import Account, Filing, Purchase, Spending, Unit
from zhengzhou_desk.records.entry import Entry
from zhengzhou_desk.services import editing
from zhengzhou_desk.services.desk import Desk


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


def test_the_bureaus_own_value_needs_its_document(desk: Desk) -> None:
    editing.set_setting(desk, "law.canteen_ratio", "5%", year=2024)
    assert "ratio" in rules(desk)
    editing.set_setting(desk, "law.canteen_ratio", "5%", year=2024, document="金财购[2024]1号")
    assert "ratio" not in rules(desk)


@pytest.mark.parametrize(
    ("name", "about", "chinese", "english"),
    [
        ("paste", ("1",), "粘贴 1 处", "Paste 1 cell"),
        ("paste", ("12",), "粘贴 12 处", "Paste 12 cells"),
        ("remove", ("填报", "1"), "删除 填报 1 行", "Remove 1 row of Filing"),
        ("remove", ("填报", "3"), "删除 填报 3 行", "Remove 3 rows of Filing"),
        ("open_year", ("2025",), "开启 2025 年度", "Open the year 2025"),
        ("new_book", (), "新建账册", "New book"),
    ],
)
def test_a_step_is_counted_by_its_number(name: str, about: tuple[str, ...], chinese: str, english: str) -> None:
    step = Entry(name, (), about)
    assert editing.step_text(step) == chinese
    assert editing.step_text(step, "en") == english
