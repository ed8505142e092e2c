"""The desk: an open book with its law and findings. Services take it and change the book through `apply`."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self, TypeVar

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.protected_files import refuse_side_file
from zhengzhou_desk.policy.engine import Engine, Finding, Subject
from zhengzhou_desk.policy.measures import exists_in
from zhengzhou_desk.policy.pack_reader import packs
from zhengzhou_desk.policy.taken_packs import refuse_unreadable
from zhengzhou_desk.policy.wording import Wording
from zhengzhou_desk.records import BookYear, Change, Entry, Filing, Purchase, Record, Setting, Unit
from zhengzhou_desk.records.entry import FORGET, SHOW_PERSONAL
from zhengzhou_desk.records.setting import BUREAU, REGION
from zhengzhou_desk.reports.unit_status import (
    UnitStatus,
    findings_of_unit,
    findings_of_year,
    has_law,
    unit_status,
    unit_statuses,
)
from zhengzhou_desk.services import regions
from zhengzhou_desk.services.locks import refuse_locked
from zhengzhou_desk.services.undo import History
from zhengzhou_desk.store import backup
from zhengzhou_desk.store.io_errors import altered, damaged
from zhengzhou_desk.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from zhengzhou_desk.policy.law import Law
    from zhengzhou_desk.records.tables import Tables
    from zhengzhou_desk.store.journal import JournalLine

    Clock = Callable[[], datetime.datetime]

R = TypeVar("R", bound=Record)
# A step that touches so many cells is preceded by a backup of the book, as is every import and merge.
LARGE_STEP = 200


def _needs_backup(entry: Entry) -> bool:
    if entry.name == FORGET:  # a copy made now would keep what is to go
        return False
    if entry.name in ("import", "merge") or len(entry.changes) >= LARGE_STEP:
        return True
    return sum(map(_cells, entry.changes)) >= LARGE_STEP


def _cells(change: Change) -> int:
    """How many cells of its row a change touches."""
    cells: list[tuple[object, object]] = [
        (change.before and change.before.cell(column.name), change.after and change.after.cell(column.name))
        for column in change.row.table.columns
    ]
    return sum(before != after for before, after in cells)


def _back_up(desk: Desk) -> None:
    backup.automatic(desk.path, desk.store.now())


@dataclass(frozen=True, slots=True)
class BookChanged:
    """What one step changed: the rows, the records judged differently, or (renewed) everything.

    `masks`: nothing of the book, but whether personal data is shown or masked.
    """

    changes: tuple[Change, ...] = ()
    judged: frozenset[Subject] = frozenset()
    renewed: bool = False
    masks: bool = False


class Desk:
    """An open book with its law and findings. Every change goes through it and is announced once."""

    def __init__(self, store: Store, *, today: datetime.date, year: int | None = None) -> None:
        self._store = store
        self._subscribers: list[Callable[[BookChanged], None]] = []
        self._held_back: list[BookChanged] | None = None
        self._readers = 0
        # By journal line: how often its step had been undone and redone by then. Lines never change.
        self._turned: dict[int, int] = {}
        self._history = History()
        self._shows_personal = self._has_looked = False
        # Makes the backup before a large step: at once, or in the background where the window replaces it.
        self.copies: Callable[[Desk], object] = _back_up
        self._year = year or max(self._kept_years(), default=today.year)
        region = self.setting(REGION) or ""
        refuse_unreadable(store.tables.all(Setting))
        self.engine = Engine(store.tables, packs(), region, today, (self._year,), stays=True)

    # -- the book -------------------------------------------------------------------------

    @classmethod
    def new(cls, path: Path, *, region: str, bureau: str, year: int, clock: Clock, who: str) -> Desk:
        """A new, empty book; an existing file is never overwritten. Refuses a region no pack knows."""
        regions.refuse_unknown(region)
        refuse_side_file(path)
        rows: tuple[Record, ...] = (
            Setting(name=REGION, value=region),
            Setting(name=BUREAU, value=Setting.table.column("value").parsed(bureau)),
            BookYear(year=year, closed=False),
        )
        first = Entry("new_book", tuple(Change(None, row) for row in rows))
        return cls(Store.create(path, first, now=clock, who=who), today=clock().date())

    @classmethod
    def opened(
        cls,
        path: Path,
        *,
        clock: Clock,
        who: str,
        writable: bool = True,
        on: datetime.date | None = None,
        year: int | None = None,
    ) -> Desk:
        """The book at `path`, judged as of `on` (today unless said)."""
        store = Store.opened(path, now=clock, who=who, writable=writable)
        try:
            return cls(store, today=on or clock().date(), year=year)
        except (ValueError, OverflowError, KeyError, TypeError) as error:  # figures that no program of ours has written
            store.close()
            raise damaged(path) from error
        except BaseException:
            store.close()
            raise

    def close(self) -> None:
        """Lets the book go; others may open it."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def path(self) -> Path:
        """Where the book is."""
        return self._store.path

    @property
    def writable(self) -> bool:
        """Whether the book can be written here: nobody else has it, and the disk lets us."""
        return self._store.writable

    @property
    def tables(self) -> Tables:
        """All records, in memory."""
        return self._store.tables

    @property
    def store(self) -> Store:
        """The book's store, for reading: history, digest. Writing goes through the desk."""
        return self._store

    def refuse_altered(self) -> None:
        """Refuses to output figures of a book that was altered outside the program, until a person has confirmed it.

        The first question reads every row again (0.7 s for 200,000 orders); the window asks it in the background.
        """
        if not self._store.content_agrees():
            raise altered(self.path)

    def accept_content(self) -> Entry:
        """Takes a book that was altered outside the program as it is, after a person has confirmed it.

        The journal keeps the differences. Refuses while another thread reads.
        """
        self._refuse_while_read()
        entry = self._store.accept()
        self._announce(BookChanged())
        return entry

    # -- who, where, when -------------------------------------------------------------------

    @property
    def region(self) -> str:
        """The code of the book's region (GB/T 2260, six digits)."""
        return self.engine.law.region

    @property
    def region_name(self) -> str:
        """The name of the book's region."""
        return regions.name(self.region)

    @property
    def bureau(self) -> str:
        """The name of the bureau; empty where none is set."""
        return self.setting(BUREAU) or ""

    @property
    def law(self) -> Law:
        """What is in force for this book."""
        return self.engine.law

    @property
    def today(self) -> datetime.date:
        """The day everything is judged as of."""
        return self.engine.today

    @property
    def year(self) -> int:
        """The year being looked at."""
        return self._year

    @property
    def years(self) -> tuple[int, ...]:
        """The years of the book, and any other that has filings."""
        return tuple(sorted({*self._kept_years(), *(row.year for row in self.tables.all(Filing)), self._year}))

    @property
    def closed_years(self) -> frozenset[int]:
        """The years whose records are read-only."""
        return frozenset(row.year for row in self.tables.all(BookYear) if row.closed)

    @property
    def can_edit(self) -> bool:
        """Whether the year being looked at may be changed."""
        return self.writable and self._year not in self.closed_years

    def _kept_years(self) -> set[int]:
        return {row.year for row in self.tables.all(BookYear)}

    def choose_year(self, year: int) -> None:
        """Turns to another year; everything shown is renewed. Refuses while another thread reads."""
        self._refuse_while_read()
        self._year = year
        self.engine.include_years((year,))
        self._announce(BookChanged(renewed=True))

    def set_today(self, day: datetime.date) -> None:
        """Judges as of another day; everything shown is renewed. Refuses while another thread reads."""
        self._refuse_while_read()
        self.engine.renew(today=day)
        self._announce(BookChanged(renewed=True))

    def take_engine(self, engine: Engine, year: int | None = None) -> None:
        """Puts an engine that another thread has made of the same records in place, and looks at `year` if given.

        Everything shown is renewed.
        """
        self._refuse_while_read()
        self.engine, self._year = engine, year or self._year
        self._announce(BookChanged(renewed=True))

    # -- reading ----------------------------------------------------------------------------

    def has_law(self, year: int | None = None) -> bool:
        """Whether a reserve is stated for a year at all; without one no unit can be judged."""
        return has_law(year or self._year, self.engine.reader())

    def rows(self, cls: type[R], year: int | None = None) -> list[R]:
        """The records of a table that belong to a year (the one being looked at), in the book's order."""
        return [row for row in self.tables.all(cls) if self.belongs(row, year)]

    def belongs(self, row: Record, year: int | None = None) -> bool:
        """Whether a row is shown in a year.

        Units are while they exist, orders by their day, others by their year if any.
        """
        year = year or self._year
        if isinstance(row, Unit):
            return exists_in(row, year, self.engine.reader())
        return row.day.year == year if isinstance(row, Purchase) else row.year_of in (year, None)

    def findings(self, year: int | None = None) -> tuple[Finding, ...]:
        """The findings of a year and those of no year."""
        return findings_of_year(self.engine, year or self._year)

    def findings_of_unit(self, code: str, year: int | None = None) -> tuple[Finding, ...]:
        """The same of one unit."""
        return findings_of_unit(self.engine, code, year or self._year)

    def about(self, record: Record) -> tuple[Finding, ...]:
        """The findings about a record."""
        return self.engine.about(type(record), record.id)

    def unit_statuses(self, year: int | None = None) -> tuple[UnitStatus, ...]:
        """The status of every unit in a year."""
        return unit_statuses(self.engine, year or self._year)

    def unit_status(self, unit: Unit, year: int | None = None) -> UnitStatus:
        """The status of one unit in a year."""
        year = year or self._year
        return unit_status(unit, year, self.engine.reader(), self.findings_of_unit(unit.code, year))

    def wording(self, lang: str = "zh") -> Wording:
        """The words of rules and findings in a language."""
        return Wording(self.law.packs, lang)

    def unit(self, code: str | None) -> Unit | None:
        """The unit of a code, if the book has it."""
        found = self.tables.find(Unit, ("code",), (code,))
        return found[0] if found else None

    def setting(self, name: str, year: int | None = None) -> str | None:
        """What the bureau has set, for a year or for all."""
        found = self.setting_row(name, year)
        return found.value if found else None

    def setting_row(self, name: str, year: int | None = None) -> Setting | None:
        """The record of a setting, or None where it was never stated."""
        found = self.tables.find(Setting, ("name", "year"), (name, year))
        return found[0] if found else None

    # -- changing ---------------------------------------------------------------------------

    def apply(self, entry: Entry) -> Entry:
        """Writes an entry and calls the subscribers: the one path by which anything changes.

        Refuses locked filings, closed years, stale rows, and every entry while another thread reads.
        """
        self._refuse_while_read()
        if _needs_backup(entry) and self._store.has_history:
            self.copies(self)
        return self._write(entry, self._history.add)

    def _write(self, entry: Entry, remember: Callable[[Entry], None]) -> Entry:
        """Writes, judges, updates what can be undone, and only then calls the subscribers."""
        self._refuse_while_read()
        refuse_locked(self.tables, entry.changes)
        refuse_unreadable(change.after for change in entry.changes)
        entry = self._store.apply(entry)
        changed = BookChanged(entry.changes, self.engine.update(entry.changes))
        remember(entry)
        self._announce(changed)
        self._leave_removed_year(entry)
        return entry

    def _leave_removed_year(self, entry: Entry) -> None:
        """Turns to the latest year where the opening of the one that is looked at was undone."""
        if any(isinstance(change.before, BookYear) and change.after is None for change in entry.changes):
            kept = self._kept_years()
            if kept and self._year not in kept:
                self.choose_year(max(kept))

    # -- personal data ------------------------------------------------------------------------

    @property
    def shows_personal(self) -> bool:
        """Whether names, telephones and addresses are shown; masked again whenever the book is opened."""
        return self._shows_personal

    def show_personal(self, *, shown: bool) -> None:
        """Shows personal data or masks it again; a book that can be written notes once who has looked.

        Refuses while another thread reads.
        """
        if shown and self.writable and not self._has_looked:
            self.apply(Entry(SHOW_PERSONAL, ()))
            self._has_looked = True
        self._shows_personal = shown
        self._announce(BookChanged(masks=True))

    def compact(self) -> None:
        """Writes the book's file anew without what was deleted."""
        self._refuse_while_read()
        self._store.compact()

    # -- history ----------------------------------------------------------------------------

    @property
    def undoable(self) -> Entry | None:
        """The step that `undo` would take back."""
        return self._history.undoable

    @property
    def redoable(self) -> Entry | None:
        """The step that `redo` would do again."""
        return self._history.redoable

    def undo(self) -> Entry | None:
        """Takes the last step back, as a new entry.

        Refuses where nothing is left to undo or a later change stands in the way.
        """
        return self._history.undo(self._write)

    def redo(self) -> Entry | None:
        """Does the step again that was undone last, as a new entry."""
        return self._history.redo(self._write)

    def redoes(self, number: int) -> bool:
        """Whether a line of the journal redoes a step: it undoes an undo."""
        return self._turns(number) % 2 == 0

    def _turns(self, number: int) -> int:
        """How often a step was undone and redone up to this line of the journal: 0 when it was first done."""
        chain: list[int] = []
        following: int | None = number
        while following is not None and following not in self._turned:
            chain.append(following)
            following = self._store.undoes(following)
        turns = self._turned[following] if following is not None else -1
        for each in reversed(chain):
            turns += 1
            self._turned[each] = turns
        return self._turned[number]

    def journal(self, newest: int | None = None) -> list[JournalLine]:
        """Who did what and when, newest first."""
        return self._store.lines(newest)

    # -- subscribers ------------------------------------------------------------------------

    def subscribe(self, on_book_changed: Callable[[BookChanged], None]) -> Callable[[], None]:
        """Calls `on_book_changed` once after every change; returns a function that ends the subscription."""
        self._subscribers.append(on_book_changed)
        return lambda: self._subscribers.remove(on_book_changed)

    def pause(self) -> None:
        """Holds calls of subscribers back: they belong to the window's thread, and a large step runs on another."""
        self._held_back = []

    def resume(self) -> None:
        """Makes the calls that were held back, on the caller's thread."""
        kept, self._held_back = self._held_back or (), None
        for changed in kept:
            self._announce(changed)

    @property
    def is_paused(self) -> bool:
        """Whether a large step is under way; until it ends every other change is refused."""
        return self._held_back is not None

    def begin_read(self) -> None:
        """Another thread begins to read: until `end_read` every change is refused, so that it reads one moment."""
        self._readers += 1

    def end_read(self) -> None:
        """The other thread has finished reading."""
        self._readers -= 1

    @property
    def is_being_read(self) -> bool:
        """Whether another thread is reading; until it ends every change is refused."""
        return self._readers > 0

    def _refuse_while_read(self) -> None:
        if self.is_being_read:
            raise Refused("后台正在读取账册，等它结束后再改。这一步没有做")

    def _announce(self, changed: BookChanged) -> None:
        if self._held_back is not None:
            self._held_back.append(changed)
            return
        for tell in tuple(self._subscribers):
            tell(changed)
