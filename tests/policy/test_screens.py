"""Screens clear only what the rules would have found in order: the same findings with and without them, always."""

from __future__ import annotations

import dataclasses
import datetime
import functools
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.test_cases import ALL, records
from zhengzhou_desk.policy import engine as engine_module
from zhengzhou_desk.policy.engine import Engine, Finding
from zhengzhou_desk.policy.pack_reader import packs
from zhengzhou_desk.policy.rule import RULES
from zhengzhou_desk.policy.screens import SCREENS, Screen
from zhengzhou_desk.records import (
    CLASSES,
    Account,
    BookYear,
    Change,
    Execution,
    Filing,
    Purchase,
    Record,
    Spending,
    Unit,
    UnitChange,
    Waiver,
)
from zhengzhou_desk.records.tables import Tables

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

YEARS = (2022, 2023, 2024)
SOE = "91410105MA00000319"
REGIONS = ("410105", "410105", "410105", "650100", "150000")
Book = tuple[dict[type[Record], list[Record]], str, datetime.date, tuple[int, ...]]


# -- books in which most is in order, and something of every sort is not --------------------------------------


def _day(rng: Random, year: int, *, month: int = 3) -> datetime.date | None:
    return (
        rng.choice([None, *(datetime.date(year, month, day) for day in (1, 20, 21, 25, 26))])
        if rng.random() < 0.3
        else datetime.date(year, month, 5)
    )


def _amount(rng: Random, usual: int) -> int | None:
    """Usually the amount, now and then one that is blank, zero, a fen off, ten thousand times off or far off."""
    return (
        rng.choice([None, 0, usual - 1, usual + 1, usual // 10_000, usual * 3, usual // 3, 999])
        if rng.random() < 0.15
        else usual
    )


def _unit(rng: Random, code: str) -> Unit:
    canteen = rng.choice([None, "none", "shared", "outsourced"]) if rng.random() < 0.35 else "own"
    department = rng.choice([None, code, "102", "103"]) if rng.random() < 0.2 else code[:3] if len(code) > 3 else None
    return Unit(
        code=code, name=rng.choice(["甲", "乙（东）", "乙(东)"]) if rng.random() < 0.2 else f"单位{code}", canteen=canteen,
        canteen_host=rng.choice(["101001", "101002", code]) if canteen == "shared" else None, department=department,
        closed=datetime.date(rng.choice([2022, 2023, 2024]), 1, 1) if rng.random() < 0.05 else None,
        founded=datetime.date(rng.choice([2021, 2023, 2024]), 2, 1) if rng.random() < 0.1 else None,
        uscc=rng.choice(["12410105000000027W", "12410105000000027X"]) if rng.random() < 0.2 else None,
        contractor_account="123" if rng.random() < 0.5 else None,
    )  # fmt: skip


def _filing(rng: Random, code: str, year: int, canteen: str | None) -> Filing:
    total = None if canteen == "none" and rng.random() < 0.8 else _amount(rng, 10_000_000)
    reserve = None if canteen == "none" and rng.random() < 0.8 else _amount(rng, 1_000_000)
    note = (
        rng.choice([None, "无食堂", "共用食堂，由甲填报"])
        if rng.random() < 0.4
        else "无食堂"
        if canteen == "none"
        else None
    )
    return Filing(
        year=year, unit=code, total=total, reserve=reserve, first_filed=_day(rng, year), platform_note=note,
        state=rng.choice([None, "unfiled", "filed", "returned"]) if rng.random() < 0.2 else "confirmed", confirmed=_day(rng, year),
        union_plan=rng.choice([None, 100_000]),
    )  # fmt: skip


def _order(rng: Random, number: int, buyer: str | None, year: int) -> Purchase:
    day = datetime.date(year, rng.choice([1, 4, 9]), 3)
    later = [None, day, day + datetime.timedelta(days=20), day + datetime.timedelta(days=90)]
    return Purchase(
        number=f"A{number}", day=day, buyer=buyer, kind=rng.choice(["canteen", "canteen", "union", "voucher"]),
        amount=rng.choice([-100, 400_000, 1_000_000]), channel=rng.choice(["platform"] * 8 + [None, "other"]),
        accepted=rng.choice(later), paid=rng.choice(later), evaluated=rng.choice(later),
    )  # fmt: skip


def _rows(rng: Random) -> list[Record]:
    codes = ["101", "102", *(f"10100{number}" for number in range(1, 5)), *(f"10200{number}" for number in range(1, 4))]
    made: list[Record] = []
    for code in codes:
        unit = _unit(rng, code)
        made.append(unit)
        for year in YEARS:
            if rng.random() < 0.9:
                made.append(_filing(rng, code, year, unit.canteen))
            if rng.random() < 0.5:
                done = _amount(rng, 1_000_000) if rng.random() < 0.7 else 500_000
                made.append(
                    Execution(
                        year=year, unit=code, as_of=datetime.date(year, 10, 20), traded=done, paid=done, completed=done
                    )
                )
            if rng.random() < 0.7:
                made.append(Spending(
                    year=year, unit=code, members=rng.choice([None, 0, 10, 10, 10]), welfare=_amount(rng, 2_000_000),
                    purchased=_amount(rng, 300_000), vouchers=rng.choice([None, None, 1_000]), no_funds=rng.choice([None, None, True]),
                    funds=rng.choice([None, 5_000_000]),
                ))  # fmt: skip
            if rng.random() < 0.3:
                made += (
                    _order(rng, 100 * len(made) + n, rng.choice([code, code, SOE, "9", None]), year) for n in range(2)
                )
    if rng.random() < 0.4:
        made.append(Account(name="公司", uscc=rng.choice([SOE, None]), unit=rng.choice([*codes, None]), state="opened"))
    if rng.random() < 0.4:
        kind = rng.choice(["merge", "dissolve", "rename", "split", "new"])
        made.append(
            UnitChange(
                day=datetime.date(2023, 6, 1),
                kind=kind,
                old_unit=rng.choice(codes),
                new_unit=rng.choice(codes),
                carried=rng.choice([None, 500_000]),
            )
        )
    if rng.random() < 0.4:
        made.append(
            Waiver(
                year=2024,
                unit=rng.choice(codes),
                ratio=rng.choice([None, 500, 2000]),
                document=rng.choice([None, "财库函〔2023〕1号"]),
            )
        )
    if rng.random() < 0.1:
        made.append(_filing(rng, "101001", 2023, "own"))  # a second one of the same year
    return made


def _numbered(made: list[Record]) -> dict[type[Record], list[Record]]:
    rows: dict[type[Record], list[Record]] = {cls: [] for cls in CLASSES}
    for record in made:
        rows[type(record)].append(dataclasses.replace(record, id=len(rows[type(record)]) + 1))
    rows[BookYear] = [BookYear(id=place, year=year, closed=False) for place, year in enumerate(YEARS, 1)]
    return rows


@functools.cache
def random_book(seed: int) -> Book:
    rng = Random(seed)
    day = datetime.date(rng.choice([2024, 2024, 2025]), rng.choice([1, 3, 4, 7, 11]), rng.choice([20, 21, 26]))
    return _numbered(_rows(rng)), rng.choice(REGIONS), day, (2024,)


def case_book(case: dict[str, Any]) -> Book:
    year = case.get("year", 2024)
    rows = _numbered(records(case))
    rows[BookYear] = [BookYear(id=1, year=year, closed=False)]
    return rows, case.get("region", "410105"), datetime.date.fromisoformat(case["on"]), (year,)


def tables_of(book: Book) -> Tables:
    tables = Tables()
    for cls, rows in book[0].items():
        tables.fill(cls, rows)
    return tables


def judged(book: Book, screens: Mapping[type[Record], Screen] = SCREENS) -> Engine:
    _, region, day, years = book
    return Engine(tables_of(book), packs(), region, day, years, screens=screens)


def findings(engine: Engine) -> dict[Any, tuple[Finding, ...]]:
    return {
        (cls, row.id): found for cls in CLASSES for row in engine.view.all(cls) if (found := engine.about(cls, row.id))
    }


@functools.cache
def bare(seed: int) -> dict[Any, tuple[Finding, ...]]:
    """What the rules alone find in a random book."""
    return findings(judged(random_book(seed), {}))


# -- the same with and without ------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "case"), ALL, ids=[name for name, _ in ALL])
def test_every_case_of_the_law_is_judged_alike(name: str, case: dict[str, Any]) -> None:
    book = case_book(case)
    assert findings(judged(book)) == findings(judged(book, {})), name


@pytest.mark.parametrize("first", range(0, 400, 50))
def test_random_books_are_judged_alike(first: int) -> None:
    for seed in range(first, first + 50):
        assert findings(judged(random_book(seed))) == bare(seed), seed


def _altered(rng: Random, tables: Tables) -> Change | None:
    """A row changed, removed or added, of any table."""
    row = rng.choice([row for cls in CLASSES if cls is not BookYear for row in tables.all(cls)])
    kind = rng.random()
    if kind < 0.15:
        return Change(row, None)
    others = _numbered(_rows(rng))[type(row)]
    if not others:
        return None
    other = rng.choice(others)
    if kind < 0.3:
        return Change(None, dataclasses.replace(other, id=1_000 + rng.randrange(1_000_000)))
    column = rng.choice([column.name for column in type(row).table.columns])
    after = dataclasses.replace(row, **{column: getattr(other, column)})
    return Change(row, after) if after != row else None


@pytest.mark.parametrize("many", [1, 200])
@settings(max_examples=60)
@given(seed=st.integers(0, 100_000))
def test_after_edits_everything_is_as_if_judged_afresh(many: int, monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    """What was cleared depends on the rows that its rules would have read, though nothing was noted."""
    monkeypatch.setattr(engine_module, "_MANY", many)
    book, rng = random_book(seed % 500), Random(seed)
    engine = judged(book)
    tables = engine._tables
    for _ in range(12):
        change = _altered(rng, tables)
        if change is None:
            continue
        tables.apply([change])
        engine.update([change])
        fresh = Engine(tables, packs(), book[1], book[2], book[3], screens={})
        assert findings(engine) == findings(fresh), change


@settings(max_examples=80)
@given(seed=st.integers(0, 100_000))
def test_what_changes_would_bring_is_foreseen_without_making_them(seed: int) -> None:
    """Laid over the tables, several changes at once give what judging a changed copy gives; the tables stay."""
    book, rng = random_book(seed % 500), Random(seed)
    engine = judged(book)
    before = findings(engine)
    drawn = [change for _ in range(rng.choice([1, 3, 8])) if (change := _altered(rng, engine._tables)) is not None]
    changes = list({(type(change.row), change.row.id): change for change in drawn}.values())
    foreseen = engine.foreseen(changes)
    assert foreseen is not None
    _, found = foreseen
    assert findings(engine) == before
    there = tables_of(book)
    there.apply(changes)
    fresh = Engine(there, packs(), book[1], book[2], book[3], screens={})
    every = {**before, **found}
    assert {subject: each for subject, each in every.items() if each} == findings(fresh), changes


# -- a wrong screen is seen -----------------------------------------------------------------------------------


def _without(screen: Screen, rule: str) -> Screen:
    """The same screen, which clears everything of one rule."""

    def begin(*book: Any) -> Callable[[Any], tuple[str, ...]]:
        suspects = screen.begin(*book)

        def wrong(record: Any) -> tuple[str, ...]:
            names = suspects(record)
            return tuple(name for name in (screen.covers if names is None else names) if name != rule)

        return wrong

    return Screen(screen.covers, begin)


@pytest.mark.parametrize(
    ("cls", "rule"), [(cls, rule) for cls, screen in SCREENS.items() for rule in sorted(screen.covers)]
)
def test_a_screen_that_clears_too_much_is_seen(cls: type[Record], rule: str) -> None:
    wrong = {**SCREENS, cls: _without(SCREENS[cls], rule)}
    if any(findings(judged(random_book(seed), wrong)) != bare(seed) for seed in range(400)):
        return
    assert any(
        findings(judged(book, wrong)) != findings(judged(book, {})) for book in (case_book(case) for _, case in ALL)
    )


class Blind(Engine):
    """An engine that does not follow what cleared records depend on."""

    def _collect_readers(self, change: Change, stale: dict[Any, None], tables: Tables) -> None:
        self._dated = set()
        super()._collect_readers(change, stale, tables)


def test_a_dependency_that_is_not_followed_is_seen() -> None:
    for seed in range(200):
        book, rng = random_book(seed), Random(seed)
        engine = Blind(tables_of(book), packs(), book[1], book[2], book[3])
        change = _altered(rng, engine._tables)
        if change is None or isinstance(change.row, (Filing, Spending)):
            continue
        engine._tables.apply([change])
        engine.update([change])
        if findings(engine) != findings(Engine(engine._tables, packs(), book[1], book[2], book[3], screens={})):
            return
    pytest.fail("no difference in 200 books")


def test_screens_name_rules_that_there_are(tmp_path: Path) -> None:
    for cls, screen in SCREENS.items():
        assert screen.covers <= {declared.id for declared in RULES if declared.about is cls}


def test_most_of_a_usual_book_is_cleared() -> None:
    """A screen that hands everything on would be right, and of no use."""
    book = _numbered([row for code in ("101001", "101002") for row in (
        Unit(code=code, name=code, canteen="own", department="101001"),
        *(Filing(year=year, unit=code, total=100, reserve=10, state="confirmed", first_filed=datetime.date(year, 3, 1)) for year in YEARS),
        *(Execution(year=year, unit=code, as_of=datetime.date(year, 10, 1), traded=10, paid=10, completed=10) for year in YEARS),
    )])  # fmt: skip
    engine = judged((book, "410105", datetime.date(2024, 11, 20), (2024,)))
    judged_in_full = {
        row.year for cls, row_id in engine._group_of if cls is Filing and (row := engine.view.record(Filing, row_id))
    }
    assert 2024 not in judged_in_full, "of 2022 the law states no days, so that its filings are judged in full"
