"""Units of one code, credit code or name: each lists the others, however many they are, in time that grows with them."""

from __future__ import annotations

import dataclasses
import datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.counting import calls
from tests.policy.test_engine import ROWS, STEPS, TODAY, Play, findings
from zhengzhou_desk.policy import measures
from zhengzhou_desk.policy.engine import Engine
from zhengzhou_desk.policy.pack_reader import packs
from zhengzhou_desk.policy.rules import units as rules
from zhengzhou_desk.records import BookYear, Change, Unit, UnitChange
from zhengzhou_desk.records.tables import Tables

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

CODES = ("101", "102", "103")
MANY = st.lists(
    st.builds(
        Unit, code=st.sampled_from(CODES), name=st.sampled_from([None, "甲", "乙（东）", "乙(东)"]),
        uscc=st.sampled_from([None, "12410105000000027W"]), closed=st.sampled_from([None, None, datetime.date(2024, 1, 1), datetime.date(2025, 1, 1)]),
    ),
    max_size=9,
)  # fmt: skip
CHANGES = st.lists(ROWS[UnitChange], max_size=3)


def engine_of(units: Sequence[Unit], changes: Sequence[UnitChange] = ()) -> Engine:
    tables = Tables()
    tables.fill(BookYear, [BookYear(id=1, year=2024, closed=False)])
    tables.fill(Unit, units)
    tables.fill(UnitChange, changes)
    return Engine(tables, packs(), "410105", TODAY, (2024,))


def numbered(rows: Sequence[Any]) -> list[Any]:
    return [dataclasses.replace(row, id=number) for number, row in enumerate(rows, 1)]


def others(engine: Engine, unit: Unit, rule: str) -> object:
    return next((dict(found.facts)["others"] for found in engine.about(Unit, unit.id) if found.rule == rule), None)


def slowly(units: Sequence[Unit], unit: Unit, column: str, engine: Engine, most: int) -> object:
    """What the rule says, by looking at every other unit for each."""
    view = engine.reader()

    def is_gone(one: Unit) -> bool:
        return column != "code" and measures.is_closed(one, TODAY, view)

    mine = getattr(unit, column)
    if not mine or is_gone(unit):
        return None
    same = [f"{one.code} {one.name or ''}".strip() for one in units
            if one.id != unit.id and getattr(one, column) == mine and not is_gone(one)]  # fmt: skip
    if len(same) > most:
        return (*same[:most], f"… +{len(same) - most}")
    return tuple(same) or None


@pytest.mark.parametrize("most", [20, 1, 3])
def test_the_others_are_those_that_a_look_at_each_finds(most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules, "MOST_LISTED", most)

    @settings(max_examples=150)
    @given(rows=MANY, moved=CHANGES)
    def run(rows: list[Unit], moved: list[UnitChange]) -> None:
        units = numbered(rows)
        engine = engine_of(units, numbered(moved))
        for unit in units:
            for rule, column in (
                ("duplicate_code", "code"),
                ("duplicate_uscc", "uscc"),
                ("duplicate_name", "name_key"),
            ):
                assert others(engine, unit, rule) == slowly(units, unit, column, engine, most)

    run()


def test_what_is_worked_out_together_is_worked_out_again_after_each_step(monkeypatch: pytest.MonkeyPatch) -> None:
    """Judging after each step equals judging afresh, where every pair of units is very many."""
    monkeypatch.setattr(rules, "MOST_LISTED", 1)

    @settings(max_examples=100)
    @given(steps=STEPS, rows=st.data())
    def run(steps: list[tuple[Any, ...]], rows: st.DataObject) -> None:
        play = Play()
        for number, code in enumerate(("101", "101003", "101004", "101005"), 5):
            change = Change(None, Unit(id=number, code=code, name="乙（东）", canteen="none"))
            play.tables.apply([change])
            play.engine.update([change])
        for step in steps:
            play.step(step, rows)
            fresh = Engine(play.tables, packs(), "410105", play.today, (2024,))
            assert findings(play.engine) == findings(fresh)

    run()


@pytest.mark.parametrize("fields", [{"name": "第一小学"}, {"uscc": "12410105000000027W"}])
def test_very_many_units_alike_cost_no_more_each(fields: dict[str, Any]) -> None:
    """Two thousand of one name took five seconds and a gigabyte: each depended on all others."""

    def units(count: int) -> list[Unit]:
        return [
            Unit(id=number, code=f"{100_000 + number}", **({"name": f"第{number}小学"} | fields))
            for number in range(1, count + 1)
        ]

    few, many = units(200), units(800)
    assert calls(lambda: engine_of(many)) < 4.5 * calls(lambda: engine_of(few))
    assert sum(len(group.reads) for group in engine_of(many)._groups.values()) < 20 * len(many)


@pytest.mark.parametrize("kind", ["dissolve", "merge", "rename"])
def test_a_change_that_closes_one_of_very_many_is_seen_by_all(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rules, "MOST_LISTED", 1)
    play = Play()
    units = [Unit(id=number, code=f"2{number:02}", name="乙（东）", canteen="none") for number in range(20, 24)]
    gone = UnitChange(id=30, day=datetime.date(2024, 2, 1), kind=kind, old_unit="220", new_unit="101003")
    seen = []
    for change in (*(Change(None, unit) for unit in units), Change(None, gone), Change(gone, None)):
        play.tables.apply([change])
        play.engine.update([change])
        seen.append(others(play.engine, units[3], "duplicate_name"))
    assert seen[3:] == [("220 乙（东）", "… +2"), ("221 乙（东）", "… +1"), ("220 乙（东）", "… +2")]
