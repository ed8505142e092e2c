"""Another list of units beside the book: what is paired with what, what differs, and what is asked."""

from __future__ import annotations

import dataclasses
import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhengzhou_desk.exchange.unit_list import ListedUnit
from zhengzhou_desk.records import Unit
from zhengzhou_desk.reports.unit_comparison import NONE_OF_THEM, Difference, compare, row_key

FIRST, SECOND, BUREAU = "12410105000000027W", "114101050000000195", "81410105MJ0000042Y"


def book() -> list[Unit]:
    return [
        Unit(id=1, code="101", name="教育局", uscc=BUREAU),
        Unit(id=2, code="101003", name="第一小学", uscc=FIRST, department="101"),
        Unit(id=3, code="101004", name="第二小学", department="101"),
        Unit(id=4, code="102", name="卫健局"),
    ]


def listed(*units: Unit) -> list[ListedUnit]:
    return [
        ListedUnit("名录", place, unit.code, unit.name, unit.uscc, unit.department)
        for place, unit in enumerate(units, 2)
    ]


def row(code: str | None, name: str | None, uscc: str | None = None, **more: object) -> ListedUnit:
    return ListedUnit("名录", 9, code, name, uscc, **more)  # type: ignore[arg-type]


def told(found: tuple[Difference, ...]) -> list[tuple[str, str, str, str]]:
    return [(each.kind, each.code, each.old, each.new) for each in found]


def beside(*changed: ListedUnit) -> list[tuple[str, str, str, str]]:
    """What differs where rows stand in place of the second school's."""
    units = book()
    return told(compare(units, [*listed(units[0], units[1], units[3]), *changed]))


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ((row("101004", "第二小学"),), []),
        ((row("101004", "第二 小学", department="教育局"),), []),
        ((row("101004", "第⼆小学"),), []),
        ((row("101004", "二七小学"),), [("renamed", "101004", "第二小学", "二七小学")]),
        ((row("101009", "第二小学"),), [("recoded", "101004", "101004", "101009")]),
        ((row("101004", "第二小学", department="卫健局"),), [("moved", "101004", "101", "102")]),
        ((row("101004", "第二小学", SECOND),), [("credit", "101004", "", SECOND)]),
        ((row(None, "第二小学"),), []),
        ((row("101004", "第二小学", stopped=True),), [("gone", "101004", "", "")]),
        ((), [("extra", "101004", "第二小学", "")]),
        ((row("101004", "第二小学"), row("103", "水利局")), [("missing", "103", "", "水利局")]),
        ((row("101004", "第二小学"), row("103", "水利局", stopped=True)), []),
        ((row("101004", "第二小学"), row("101004", "第二小学")), []),
        # Both the name and the code are another unit's: which of them is meant is asked.
        ((row("101004", "城关小学"), row("101009", "第二小学")),
         [("asked", "101004", "", "城关小学"), ("asked", "101009", "", "第二小学")]),
        # The code of one that has another row stands in a second one.
        ((row("101004", "第二小学"), row("101004", "城关小学")), [("asked", "101004", "", "城关小学")]),
    ],
)  # fmt: skip
def test_what_is_told_of_one_unit(changed: tuple[ListedUnit, ...], expected: list[tuple[str, str, str, str]]) -> None:
    assert beside(*changed) == expected


def test_a_credit_code_is_nobody_elses() -> None:
    units = book()
    rows = [*listed(units[0], *units[2:]), row("101009", "金水第一小学", FIRST)]
    assert told(compare(units, rows)) == [
        ("renamed", "101003", "第一小学", "金水第一小学"),
        ("recoded", "101003", "101003", "101009"),
    ]
    # Another credit code and another code beside the same name: two schools of one name, or one?
    rows = [*listed(units[0], *units[2:]), row("101009", "第一小学", SECOND)]
    (asked,) = compare(units, rows)
    assert (asked.kind, [unit.code for unit in asked.candidates]) == ("asked", ["101003"])
    same = compare(units, rows, answers={row_key(rows[-1]): "101003"})
    assert [each.kind for each in same] == ["recoded", "credit"]
    none = compare(units, rows, answers={row_key(rows[-1]): NONE_OF_THEM})
    assert told(none) == [("missing", "101009", "", "第一小学"), ("extra", "101003", "第一小学", "")]


def test_a_unit_that_is_no_longer_is_not_missed_and_not_taken_for_a_new_one() -> None:
    units = book()
    closed = frozenset({3})
    without = listed(units[0], units[1], units[3])
    assert compare(units, without, closed=closed) == ()
    assert told(compare(units, [*without, row("101004", "第二小学")], closed=closed)) == [("back", "101004", "", "")]
    assert told(compare(units, [*without, row("101009", "第二小学")], closed=closed)) == [
        ("missing", "101009", "", "第二小学")
    ]
    assert told(compare(units, [*without, row("101004", "城关小学")], closed=closed)) == [
        ("asked", "101004", "", "城关小学")
    ]
    assert compare(units, [*without, row("101004", "第二小学", stopped=True)], closed=closed) == ()


def test_a_department_that_has_another_code_in_the_list_is_the_same_department() -> None:
    units = book()
    rows = [
        row("201", "教育局", BUREAU), row("101003", "第一小学", department="201"),
        row("101004", "第二小学", department="教育局"), row("102", "卫健局"), row("103001", "新校", department="201"),
    ]  # fmt: skip
    found = compare(units, rows)
    assert told(found) == [("missing", "103001", "", "新校"), ("recoded", "101", "101", "201")]
    assert found[0].department == "101"
    assert told(compare(units, [*rows[:3], row("102", "卫健局", department="财政局")]))[-1][0] == "moved"


def test_another_name_that_was_said_to_be_a_units_finds_it() -> None:
    units = book()
    rows = [*listed(units[0], units[1], units[3]), row(None, "东风路小学")]
    assert [each.kind for each in compare(units, rows)] == ["missing", "extra"]
    found = compare(units, rows, aliases={"东风路小学": "101004"})
    assert told(found) == [("renamed", "101004", "第二小学", "东风路小学")]


def test_names_that_many_share_tell_no_unit() -> None:
    """本级 stands in every department: only the code tells which one it is, and the work does not grow with the square."""
    units = [Unit(id=place, code=f"{place:03}002", name="本级") for place in range(1, 60)]
    rows = [row(f"{place:03}009", "本级") for place in range(1, 60)]
    assert {each.kind for each in compare(units, rows)} == {"missing", "extra"}
    rows = [row(unit.code, "机关", None) for unit in units]
    assert {each.kind for each in compare(units, rows)} == {"renamed"}


# -- any list ------------------------------------------------------------------------------------------

NAMES = st.lists(
    st.text("东西南北中第一二三四五六小学医院局处站所", min_size=2, max_size=8), min_size=4, max_size=30, unique=True
)


@st.composite
def counties(draw: st.DrawFn) -> list[Unit]:
    names = draw(NAMES)
    credit = draw(st.lists(st.booleans(), min_size=len(names), max_size=len(names)))
    units = []
    for place, name in enumerate(names):
        top = place < 2
        units.append(
            Unit(
                id=place + 1, code=f"{101 + place}" if top else f"{101 + place % 2}{place:03}", name=name,
                uscc=f"12{place:016}" if credit[place] else None, department=None if top else f"{101 + place % 2}",
            )
        )  # fmt: skip
    return units


CHANGES = ("renamed", "recoded", "moved", "credit", "gone", "extra", "missing", "")


def changed(unit: Unit, how: str) -> tuple[ListedUnit | None, Difference | None]:
    """The row of a unit to which something was done, and what is to be told of it."""
    (same,) = listed(unit)
    if how == "extra":
        return None, Difference("extra", unit, None, unit.name or "")
    if how == "gone":
        day = datetime.date(2024, 3, 1)
        gone = dataclasses.replace(same, stopped=True, since=day)
        return gone, Difference("gone", unit, gone, new="2024-03-01")
    new = {
        "renamed": ("name", f"{unit.name}甲"), "recoded": ("code", f"9{unit.code}"),
        "moved": ("department", "102" if unit.department_or_self != "102" else "101"), "credit": ("uscc", f"Z{unit.code}"),
    }.get(how)  # fmt: skip
    if new is None:
        return same, None
    column, value = new
    after = dataclasses.replace(same, **{column: value})  # type: ignore[arg-type]
    return after, Difference(how, unit, after, str(unit.cell(column) or ""), value)


@settings(max_examples=200, deadline=None)
@given(counties(), st.data())
def test_a_list_like_the_book_tells_nothing_and_what_was_changed_is_told_exactly(
    units: list[Unit], data: st.DataObject
) -> None:
    rows = data.draw(st.permutations(listed(*units)))
    assert compare(units, rows) == ()
    # Of the two departments nothing changes: their units would tell of it too.
    hows = data.draw(st.lists(st.sampled_from(CHANGES), min_size=len(units) - 2, max_size=len(units) - 2))
    done = [changed(unit, how) for unit, how in zip(units[2:], hows, strict=True)]
    kept = [found for found, _ in done if found is not None]
    kept += listed(*units[:2])
    expected = {(each.kind, each.code, each.old, each.new) for _, each in done if each is not None}
    fresh = [row(f"88{place}", f"新设{place}") for place, how in enumerate(hows) if how == "missing"]
    expected |= {("missing", each.code or "", "", each.name or "") for each in fresh}
    rows = data.draw(st.permutations([*kept, *fresh]))
    assert sorted(told(compare(units, rows))) == sorted(expected)
