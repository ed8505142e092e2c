"""Last year's reserve through any chain of changes equals what a plain walk, day by day, comes to."""

from __future__ import annotations

import datetime
from collections import defaultdict
from typing import Literal

from hypothesis import event, given, settings
from hypothesis import strategies as st

from zhengzhou_desk.policy import carried_reserve, measures
from zhengzhou_desk.policy.law import Law, Unknown
from zhengzhou_desk.policy.pack_reader import packs
from zhengzhou_desk.policy.view import View
from zhengzhou_desk.records import Filing, Record, Unit, UnitChange
from zhengzhou_desk.records.change import DISSOLVE, MERGE, NEW, RENAME, SPLIT
from zhengzhou_desk.records.tables import Tables

REGION = "410105"
NOBODY_KNOWS: Literal["unknown"] = "unknown"
Amount = int | None | Literal["unknown"]
YEARS = (2022, 2023, 2024)
# Filings come in March and, late ones, in October; changes on days between, several on one day.
FILING_DAYS = ((3, 10), (10, 10))
CHANGE_DAYS = ((1, 15), (2, 10), (5, 1), (9, 1), (12, 1))


class Book:
    """A county's history as its book has it."""

    def __init__(self) -> None:
        self.units: list[Unit] = []
        self.filings: list[Filing] = []
        self.changes: list[UnitChange] = []

    def __repr__(self) -> str:
        units = [f"{row.code} {row.founded or ''}" for row in self.units]
        filed = [f"{row.unit} {row.first_filed} {row.reserve}" for row in self.filings]
        changed = [
            f"{row.day} {row.kind} {row.old_unit}→{row.new_unit} {row.carried or ''}"
            for row in sorted(self.changes, key=lambda row: row.id)
        ]
        return "\n".join(("", *units, *filed, *changed))

    def view(self, today: datetime.date, year: int) -> View:
        tables = Tables()
        filled: tuple[tuple[type[Record], list[Unit] | list[Filing] | list[UnitChange]], ...] = (
            (Unit, self.units), (Filing, self.filings), (UnitChange, self.changes),
        )  # fmt: skip
        for cls, rows in filled:
            tables.fill(cls, rows)
        return View(tables, Law(packs(), tables, REGION), today, (year,))


class History:
    """Draws a history that can have happened: units file in March or October, and change on days between."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.book = Book()
        self.present: list[str] = []
        self.touched: set[str] = set()
        for _ in range(draw(st.integers(1, 3))):
            self.found(None)

    def found(self, day: datetime.date | None) -> str:
        code = f"1010{len(self.book.units) + 10}"
        founded = day if day is not None and self.draw(st.booleans()) else None
        self.book.units.append(Unit(id=len(self.book.units) + 1, code=code, canteen="own", founded=founded))
        self.present.append(code)
        return code

    def money(self) -> int:
        return self.draw(st.sampled_from((10_000, 20_000, 40_000, 80_000, 160_000)))

    def note(self, day: datetime.date, kind: str, old: str | None, new: str | None, carried: int | None = None) -> None:
        number = len(self.book.changes) + 1
        self.book.changes.append(UnitChange(id=number, day=day, kind=kind, old_unit=old, new_unit=new, carried=carried))

    def file(self, day: datetime.date) -> None:
        filed = {(row.unit, row.year) for row in self.book.filings}
        for code in self.present:
            if (code, day.year) not in filed and self.draw(st.integers(0, 3)):
                row = Filing(
                    id=len(self.book.filings) + 1,
                    year=day.year,
                    unit=code,
                    reserve=self.money(),
                    first_filed=day,
                    state="filed",
                )
                self.book.filings.append(row)

    def change(self, day: datetime.date) -> None:
        self.touched.clear()
        for _ in range(self.draw(st.sampled_from((0, 0, 1, 1, 2, 3)))):
            kind = self.draw(st.sampled_from((MERGE, MERGE, RENAME, RENAME, SPLIT, SPLIT, DISSOLVE, NEW)))
            old = self.draw(st.sampled_from(self.present)) if self.present else None
            if kind == NEW:
                self.note(day, NEW, None, self.found(day))
            elif old is not None and kind == SPLIT:
                self.split(day, old)
            elif old is not None:
                self.go(day, kind, old)

    def go(self, day: datetime.date, kind: str, old: str) -> None:
        others = [code for code in self.present if code != old and code not in self.touched]
        if kind == MERGE and not others:
            return
        self.present.remove(old)
        new = self.draw(st.sampled_from(others)) if kind == MERGE else self.found(day) if kind == RENAME else None
        carried = self.money() if new is not None and not self.draw(st.integers(0, 4)) else None
        self.note(day, kind, old, new, carried)

    def split(self, day: datetime.date, old: str) -> None:
        if old in self.touched:
            return
        self.touched.add(old)
        stays = self.draw(st.booleans())
        if stays:
            self.note(day, SPLIT, old, old, self.money())
        for _ in range(self.draw(st.integers(1, 2))):
            self.note(day, SPLIT, old, self.found(day), self.money())


@st.composite
def histories(draw: st.DrawFn) -> Book:
    history = History(draw)
    for year in YEARS:
        for month, day in sorted((*FILING_DAYS, *CHANGE_DAYS)):
            when = datetime.date(year, month, day)
            history.file(when) if (month, day) in FILING_DAYS else history.change(when)
    history.book.changes = draw(st.permutations(history.book.changes))
    return history.book


class Walk:
    """Goes through the days of a book and keeps in mind who holds which year's reserves. Slow, and plainly right."""

    def __init__(self, book: Book, today: datetime.date) -> None:
        self.book = book
        self.today = today
        # (unit, year) → what it holds, each amount for itself; who has something from others; who has filed by now.
        self.holds: dict[tuple[str, int], list[Amount]] = defaultdict(list)
        self.came: set[tuple[str, int]] = set()
        self.filed: set[tuple[str, int]] = set()
        self.replaced: set[tuple[str, int]] = set()
        self.when_it_went: dict[tuple[str, int], Amount] = {}
        self.gone: set[str] = set()
        self.born: dict[str, tuple[int, bool]] = {}
        for unit in book.units:
            self.learn_birth(unit)
        day = datetime.date(YEARS[0], 1, 1)
        while day <= today:
            self.live(day)
            day += datetime.timedelta(days=1)

    def learn_birth(self, unit: Unit) -> None:
        """In which year a unit began, and whether it began as a new one (not as a name or part of an old one)."""
        for change in self.book.changes:
            if change.new_unit == unit.code and (
                change.kind == NEW or (change.kind in (RENAME, SPLIT) and change.old_unit != unit.code)
            ):
                self.born[unit.code] = (change.day.year, change.kind == NEW or unit.founded is not None)

    def live(self, day: datetime.date) -> None:
        for filing in self.book.filings:
            if filing.first_filed == day:
                self.holds[filing.unit, filing.year].append(filing.reserve)
                self.filed.add((filing.unit, filing.year))
        waiting = [change for change in self.book.changes if change.day == day and change.kind != NEW]
        while waiting:
            # What comes to a unit on a day comes before it gives or goes.
            change = next(
                each
                for each in waiting
                if not any(
                    (other.new_unit == each.old_unit and other.old_unit != other.new_unit)
                    or (each.kind != SPLIT and other.kind == SPLIT and other.old_unit == each.old_unit)
                    for other in waiting
                    if other is not each
                )
            )
            if change.kind == SPLIT:
                parts = [each for each in waiting if each.kind == SPLIT and each.old_unit == change.old_unit]
                self.divide(parts)
                waiting = [each for each in waiting if each not in parts]
            else:
                self.move(change)
                waiting.remove(change)

    def stated_year(self, code: str, year: int) -> int:
        """The year that an amount is of which a change of `year` states for a unit that has not filed for it yet."""
        nothing_before = (code, year - 1) not in self.came and (code, year - 1) not in self.filed
        return year if nothing_before and (code, year) in self.came else year - 1

    def move(self, change: UnitChange) -> None:
        old, new, year = change.old_unit, change.new_unit, change.day.year
        assert old is not None
        for each in YEARS:
            self.when_it_went[old, each] = self.answer(old, each)
        self.gone.add(old)
        if (old, year) in self.filed:
            moving, stated = [year], year
        else:
            stated = self.stated_year(old, year)
            moving = [stated] if stated == year else [year - 1] + [year] * ((old, year) in self.came)
        for each in moving:
            amount = change.carried if change.carried is not None and each == stated else self.answer(old, each)
            self.holds[old, each] = []
            if new is not None:
                self.holds[new, each].append(amount)
                self.came.add((new, each))

    def divide(self, parts: list[UnitChange]) -> None:
        old, day = parts[0].old_unit, parts[0].day
        assert old is not None
        names = {part.new_unit for part in parts} - {old}
        for _ in self.book.changes:
            names |= {
                each.new_unit
                for each in self.book.changes
                if each.kind == RENAME and each.old_unit in names and day <= each.day and each.day.year == day.year
            }
        parts_file = any(row.unit in names and row.year == day.year for row in self.book.filings)
        if (old, day.year) in self.filed:
            year = day.year - 1 if parts_file else day.year
        else:
            year = self.stated_year(old, day.year)
        stays = [part.carried for part in parts if part.new_unit == old]
        if stays:
            self.holds[old, year] = [*stays]
            self.replaced.add((old, year))
        for part in parts:
            if part.new_unit != old and part.new_unit is not None:
                self.holds[part.new_unit, year].append(part.carried)
                self.came.add((part.new_unit, year))
                if not stays:
                    given = self.answer(old, year)
                    assert part.carried is not None
                    self.holds[old, year].append(-part.carried if given != NOBODY_KNOWS else NOBODY_KNOWS)

    def answer(self, code: str, year: int) -> Amount:
        parts = list(self.holds[code, year])
        own_missing = (
            (code, year) not in self.filed and (code, year) not in self.replaced and (code, year) not in self.came
        )
        born, new = self.born.get(code, (0, False))
        if own_missing and not (born > year or (new and born == year)):
            return NOBODY_KNOWS
        if NOBODY_KNOWS in parts:
            return NOBODY_KNOWS
        amounts = [part for part in parts if isinstance(part, int)]
        return max(0, sum(amounts)) if any(part >= 0 for part in amounts) else None

    def last_year(self, code: str, year: int) -> Amount:
        return self.when_it_went[code, year - 1] if code in self.gone else self.answer(code, year - 1)


def judged(code: str, year: int, view: View) -> Amount:
    try:
        return carried_reserve.last_year(code, year, view)
    except Unknown:
        return NOBODY_KNOWS


@settings(max_examples=150, deadline=None)
@given(
    book=histories(),
    today=st.sampled_from([datetime.date(y, m, d) for y in YEARS for m, d in ((1, 20), (4, 1), (9, 1), (12, 31))]),
)
def test_any_chain_of_changes_carries_what_a_plain_walk_carries(book: Book, today: datetime.date) -> None:
    # What is filed later is not in the book yet; changes that are planned may be.
    book.filings = [row for row in book.filings if row.first_filed is not None and row.first_filed <= today]
    walk = Walk(book, today)
    begun = {
        change.new_unit: change.day
        for change in book.changes
        if change.kind != MERGE and change.new_unit != change.old_unit
    }
    for year in YEARS[1:]:
        view = book.view(today, year)
        for unit in book.units:
            if begun.get(unit.code, today) <= today:
                expected = walk.last_year(unit.code, year)
                event(f"last year: {type(expected).__name__}")
                assert judged(unit.code, year, view) == expected, (unit.code, year)
                assert measures.is_closed(unit, today, view) == (unit.code in walk.gone), unit.code
