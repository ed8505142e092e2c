"""Judging after each step equals judging afresh, whatever the steps."""

from __future__ import annotations

import dataclasses
import datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhengzhou_desk.policy.engine import Engine
from zhengzhou_desk.policy.pack_reader import packs
from zhengzhou_desk.policy.view import View
from zhengzhou_desk.records import (
    CLASSES,
    Account,
    BookYear,
    Change,
    Execution,
    Filing,
    Notice,
    Purchase,
    Record,
    Setting,
    Spending,
    Unit,
    UnitChange,
    Waiver,
)
from zhengzhou_desk.records.tables import Tables

REGION = "410105"
TODAY = datetime.date(2024, 4, 1)
CODES = ("101", "101003", "101004", "101005")
SOE = "91410105MA00000319"


def days() -> st.SearchStrategy[datetime.date | None]:
    return st.none() | st.sampled_from(
        [datetime.date(y, m, d) for y in (2023, 2024) for m, d in ((1, 15), (3, 20), (3, 21), (11, 2))]
    )


def money() -> st.SearchStrategy[int | None]:
    return st.none() | st.sampled_from([0, 1, 99, 500_000, 1_000_000, 9_999_999, 10_000_000, 100_000_000])


CODE = st.sampled_from(CODES)
YEAR = st.sampled_from([2023, 2024])
ROWS: dict[type[Record], st.SearchStrategy[Record]] = {
    Unit: st.builds(
        Unit, code=CODE, name=st.sampled_from(["甲", "乙（东）", "乙(东)"]), canteen=st.sampled_from([None, "own", "none", "shared", "outsourced"]),
        canteen_host=st.none() | CODE, department=st.none() | CODE, closed=days(), founded=days(),
        uscc=st.sampled_from([None, "12410105000000027W", "12410105000000027X"]),
    ),
    Filing: st.builds(
        Filing, year=YEAR, unit=CODE, total=money(), reserve=money(), first_filed=days(),
        state=st.sampled_from([None, "unfiled", "filed", "returned", "confirmed"]), confirmed=days(),
        platform_note=st.sampled_from([None, "无食堂", "共用食堂，由甲填报"]),
    ),
    UnitChange: st.builds(
        UnitChange, day=days().filter(lambda day: day is not None), kind=st.sampled_from(["merge", "dissolve", "rename", "split", "new"]),
        old_unit=st.none() | CODE, new_unit=st.none() | CODE, carried=money(), platform_day=days(),
    ),
    Waiver: st.builds(Waiver, year=YEAR, unit=CODE, ratio=st.sampled_from([None, 500]), document=st.sampled_from([None, "财库函〔2024〕1号"])),
    Spending: st.builds(
        Spending, year=YEAR, unit=CODE, members=st.sampled_from([None, 0, 10]), welfare=money(), purchased=money(), no_funds=st.sampled_from([None, True]),
    ),
    Account: st.builds(Account, name=st.just("公司"), uscc=st.sampled_from([None, SOE]), unit=st.none() | CODE, since=days(), state=st.sampled_from(["missing", "opened"])),
    Purchase: st.builds(
        Purchase, number=st.sampled_from(["A1", "A2", "A3"]), day=days().filter(lambda day: day is not None), buyer=st.none() | CODE | st.just(SOE),
        kind=st.sampled_from(["canteen", "union", "soe"]), amount=st.sampled_from([-100, 5_000_000]), channel=st.sampled_from([None, "platform", "other"]),
        accepted=days(), paid=days(), evaluated=days(),
    ),
    Execution: st.builds(Execution, year=YEAR, unit=CODE, as_of=days().filter(lambda day: day is not None), traded=money(), paid=money(), completed=money()),
    Notice: st.builds(
        Notice, year=YEAR, unit=CODE, kind=st.just("refile"), number=st.sampled_from([None, "财购〔2024〕1号"]), state=st.sampled_from(["issued", "withdrawn"]), reply_by=days(),
    ),
    Setting: st.builds(Setting, name=st.just("law.canteen_ratio"), year=YEAR, value=st.sampled_from(["12%", "5%"]), document=st.sampled_from([None, "财购〔2024〕2号"])),
}  # fmt: skip
# A step: add a row, put another in a row's place, remove one, take the last step back, or another day.
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("add"), st.one_of(*ROWS.values())),
        st.tuples(st.just("change"), st.integers(0, 40), st.integers(0, 10_000)),
        st.tuples(st.just("remove"), st.integers(0, 40)),
        st.tuples(st.just("undo")),
        st.tuples(st.just("day"), days().filter(lambda day: day is not None)),
    ),
    min_size=1,
    max_size=25,
)


# What the steps begin with: rows that belong together, so that a step among them changes a verdict.
BEGIN: tuple[Record, ...] = (
    Unit(id=1, code="101003", name="甲", canteen="own"), Unit(id=2, code="101004", name="乙", canteen="shared", canteen_host="101003"),
    Unit(id=3, code="101", name="局", canteen="none"),
    *(Filing(id=number, year=year, unit=code, total=10_000_000, reserve=1_000_000, state="confirmed", first_filed=datetime.date(year, 3, 1))
      for number, (code, year) in enumerate([("101003", 2023), ("101003", 2024), ("101004", 2024), ("101", 2024)], 1)),
    Spending(id=1, year=2024, unit="101003", members=10, welfare=1_000_000, purchased=100), Account(id=1, name="公司", uscc=SOE, unit="101003", state="opened"),
    Purchase(id=1, number="A0", day=datetime.date(2024, 2, 1), buyer=SOE, kind="soe", amount=5_000_000, channel="platform"),
)  # fmt: skip


class Play:
    """A shelf and an engine that go through steps together."""

    def __init__(self, make: type[Engine] = Engine) -> None:
        self.tables = Tables()
        self.tables.fill(BookYear, [BookYear(id=1, year=2023, closed=False), BookYear(id=2, year=2024, closed=False)])
        for cls in ROWS:
            self.tables.fill(cls, [row for row in BEGIN if type(row) is cls])
        self.engine = make(self.tables, packs(), REGION, TODAY, (2024,))
        self.today = TODAY
        self.next = 10
        self.done: list[Change] = []

    def step(self, step: tuple[Any, ...], rows: st.DataObject) -> None:
        kind = step[0]
        if kind == "day":
            self.today = step[1]
            self.engine.renew(today=step[1])
            return
        change = self._change(step, rows)
        if change is not None:
            self.tables.apply([change])
            self.engine.update([change])
            if kind != "undo":
                self.done.append(change)

    def _change(self, step: tuple[Any, ...], rows: st.DataObject) -> Change | None:
        present = [row for cls in ROWS for row in self.tables.all(cls)]
        if step[0] == "add":
            self.next += 1
            return Change(None, dataclasses.replace(step[1], id=self.next))
        if step[0] == "undo":
            last = self.done.pop() if self.done else None
            fits = last is not None and self.tables.get(type(last.row), last.row.id) == last.after
            return last.inverse() if last is not None and fits else None
        if not present:
            return None
        row = present[step[1] % len(present)]
        if step[0] == "remove":
            return Change(row, None)
        return Change(row, dataclasses.replace(rows.draw(ROWS[type(row)]), id=row.id))


def findings(engine: Engine) -> dict[Any, Any]:
    return {(cls, row): found for cls in CLASSES for row in _ids(engine, cls) if (found := engine.about(cls, row))}


def _ids(engine: Engine, cls: type[Record]) -> list[int]:
    return [row.id for row in engine.view.all(cls)]


@settings(max_examples=120)
@given(steps=STEPS, rows=st.data())
def test_incremental_equals_fresh(steps: list[tuple[Any, ...]], rows: st.DataObject) -> None:
    play = Play()
    for step in steps:
        play.step(step, rows)
        fresh = Engine(play.tables, packs(), REGION, play.today, (2024,))
        assert findings(play.engine) == findings(fresh)


class Forgetful(Engine):
    """An engine that judges only the changed row: the fault the property test must catch."""

    def _collect_readers(self, change: Change, stale: dict[Any, None], tables: Tables) -> None:
        return


class Stale(Engine):
    """An engine whose judgements keep what an earlier one worked out of a unit."""

    def _make_view(self) -> View:
        view = super()._make_view()
        view.reset = view.reads.clear  # type: ignore[method-assign]
        return view


@pytest.mark.parametrize("faulty", [Forgetful, Stale])
def test_the_property_catches_a_planted_fault(faulty: type[Engine]) -> None:
    @settings(max_examples=300, database=None)
    @given(steps=STEPS, rows=st.data())
    def run(steps: list[tuple[Any, ...]], rows: st.DataObject) -> None:
        play = Play(faulty)
        for step in steps:
            play.step(step, rows)
            fresh = Engine(play.tables, packs(), REGION, play.today, (2024,))
            assert findings(play.engine) == findings(fresh)

    with pytest.raises(AssertionError):
        run()


def test_update_says_which_records_are_judged_differently() -> None:
    play = Play()
    unit = Unit(id=20, code="101003", name="甲", canteen="own")
    filed = Filing(
        id=21,
        year=2024,
        unit="101003",
        total=10_000_000,
        reserve=1_000_000,
        state="confirmed",
        first_filed=datetime.date(2024, 3, 1),
    )
    before = Filing(id=22, year=2023, unit="101003", total=10_000_000, reserve=1_000_000, state="confirmed")
    for row in (unit, filed, before):
        change = Change(None, row)
        play.tables.apply([change])
        play.engine.update([change])
    lower = dataclasses.replace(before, reserve=1_000_001)
    change = Change(before, lower)
    play.tables.apply([change])
    assert (Filing, 21) in play.engine.update([change])
    assert [found.rule for found in play.engine.about(Filing, 21) if found.severity == "error"] == ["last_year"]
