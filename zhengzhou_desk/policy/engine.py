"""The engine: judges every record, and after each entry exactly those that read what it changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from zhengzhou_desk.common.gc_pause import gc_paused
from zhengzhou_desk.policy import rules as _rules  # noqa: F401 - importing them fills the registry
from zhengzhou_desk.policy.law import Law, Unknown, ValueInForce
from zhengzhou_desk.policy.parameters import OFF, OWN, UNKNOWN, severity
from zhengzhou_desk.policy.rule import RULES, Rule, Violation, Violations, violation
from zhengzhou_desk.policy.screens import SCREENS
from zhengzhou_desk.policy.screens.dependents import dependents
from zhengzhou_desk.policy.view import Key, Reader, View
from zhengzhou_desk.records import CLASSES, BookYear, Filing, Setting, Spending
from zhengzhou_desk.records.overlay import Overlay
from zhengzhou_desk.records.unit import Unit

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from zhengzhou_desk.policy.facts import Fact
    from zhengzhou_desk.policy.packs import Packs
    from zhengzhou_desk.policy.screens import Screen
    from zhengzhou_desk.records import Change, Record
    from zhengzhou_desk.records.tables import Tables

Judge: TypeAlias = "Callable[[Any, View], Violations]"
Judges: TypeAlias = "Sequence[tuple[Rule, Judge]]"
# From so many records on that a step makes stale, the screens are asked first.
_MANY = 200
# A record as findings and dependencies name it.
Subject: TypeAlias = "tuple[type[Record], int]"
# The articles (ids of the pack) and the other documents that state something.
Grounds: TypeAlias = "tuple[tuple[str, ...], tuple[str, ...]]"


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that is violated, or cannot be judged. It holds ids and figures; its sentences are made when it is shown.

    `table`, `id`, `column` say where it points (id 0: a filing that is not there); `stage` which
    of a rule's texts fits; `articles` (ids of the pack) and `documents` (a bureau's own, a waiver's) state
    the values it rests on.
    """

    rule: str
    severity: str
    table: str
    id: int
    column: str
    unit: str | None
    year: int | None
    facts: tuple[tuple[str, Fact], ...]
    stage: str
    articles: tuple[str, ...]
    documents: tuple[str, ...] = ()


class ReaderGroup:
    """Records that read the very same things."""

    __slots__ = ("members", "reads")

    def __init__(self, reads: frozenset[Key]) -> None:
        self.reads = reads
        self.members: set[Subject] = set()


class Engine:
    """The findings of a book, brought up to date after every entry.

    Records that read the very same things share one group, so that 200,000 orders of 4,000 buyers
    cost 4,000 groups and not 200,000 sets. `stays` says that the engine lives as long as the program,
    unlike those of a scratch copy.
    """

    def __init__(
        self,
        tables: Tables,
        packs: Packs,
        region: str,
        today: datetime.date,
        years: Iterable[int],
        *,
        stays: bool = False,
        screens: Mapping[type[Record], Screen] = SCREENS,
    ) -> None:
        self._tables = tables
        self._screens = screens
        self._years = frozenset(years)
        self.law = Law(packs, tables, region)
        self._judges = {
            cls: [(declared, declared.judge) for declared in RULES if declared.about is cls] for cls in CLASSES
        }
        self._today = today
        self._severities: dict[tuple[str, str, int], tuple[str, tuple[str, ...], tuple[str, ...]]] = {}
        # Results that reports derive from the whole book, such as the status of every unit; emptied by the next change.
        self.memo: dict[object, Any] = {}
        self._findings: dict[Subject, tuple[Finding, ...]] = {}
        # Which records of a unit have findings: one unit's are asked for at every step in the window.
        self._found_of_unit: dict[str | None, dict[Subject, None]] = {}
        self._groups: dict[frozenset[Key], ReaderGroup] = {}
        self._group_of: dict[Subject, ReaderGroup] = {}
        self._readers: dict[Key, set[ReaderGroup]] = {}
        # The years of which a unit may have records whose dependencies are not noted (see `screens`).
        self._dated: set[int] = set()
        self.view = self._make_view()
        self._judge_all(stays=stays)

    # -- answers ------------------------------------------------------------------------

    @property
    def today(self) -> datetime.date:
        """The day as of which is judged."""
        return self._today

    def findings(self) -> Iterator[Finding]:
        """All findings; those of one record follow each other in the order of the rules."""
        for found in self._findings.values():
            yield from found

    def by_record(self) -> Iterator[tuple[Subject, tuple[Finding, ...]]]:
        """The findings of each record that was judged and has any; some point at one that is not there."""
        yield from self._findings.items()

    def about(self, cls: type[Record], row: int) -> tuple[Finding, ...]:
        """The findings about one record."""
        return self._findings.get((cls, row), ())

    def of_unit(self, code: str) -> Iterator[Finding]:
        """The findings that concern a unit, of all years."""
        for subject in self._found_of_unit.get(code, ()):
            yield from self._findings[subject]

    def reader(self) -> View:
        """A view for reports: what it reads makes no record depend on anything. It is good until the next change."""
        found: View | None = self.memo.get(Reader)
        if found is None:
            found = self.memo[Reader] = Reader(self._tables, self.law, self._today, self._years_now())
        return found

    # -- changes ------------------------------------------------------------------------

    def update(self, changes: Collection[Change]) -> frozenset[Subject]:
        """Judges again the records that read a changed row; returns those whose findings differ now."""
        self.memo.clear()
        self.view.forget_shared()
        if any(_changes_everything(change) for change in changes) or self._years_now() != frozenset(self.view.years):
            return self.renew()
        stale: dict[Subject, None] = {}
        for change in changes:
            stale[type(change.row), change.row.id] = None
            self._collect_readers(change, stale, self._tables)
        return self._judge(stale)

    def include_years(self, years: Iterable[int]) -> None:
        """Judges these years too, even where the book has no rows of them, so that units without a filing are found."""
        self._years |= frozenset(years)
        if self._years_now() != frozenset(self.view.years):
            self.renew()

    def foreseen(self, changes: Collection[Change]) -> tuple[View, dict[Subject, tuple[Finding, ...]]] | None:
        """What would be found about every record that changes touch, and a view of the book as it would be.

        None where they touch all: a value of the law, a year. Nothing is kept: the changes are laid over the tables,
        and only those who read what they alter are judged.
        """
        if any(_changes_everything(change) for change in changes):
            return None
        there = Overlay(self._tables, changes)
        stale: dict[Subject, None] = {}
        for change in changes:
            stale[type(change.row), change.row.id] = None
            self._collect_readers(change, stale, there)
        view = View(there, self.law, self._today, self._years_now())
        found: dict[Subject, tuple[Finding, ...]] = {}
        for cls, row in stale:
            record = there.get(cls, row)
            view.reset()
            found[cls, row] = self._found(record, self._judges[cls], view) if record is not None else ()
        return view, found

    def as_of(self, today: datetime.date, years: Iterable[int] = ()) -> Engine:
        """Another engine over the same records, as of another day and of more years; this one stays as it is."""
        return Engine(
            self._tables, self.law.shipped, self.law.region, today, self._years.union(years), stays=True,
            screens=self._screens,
        )  # fmt: skip

    def judges_year(self, year: int) -> bool:
        """Whether units without a filing of a year are found already."""
        return year in self.view.years

    def renew(self, *, today: datetime.date | None = None, region: str | None = None) -> frozenset[Subject]:
        """Judges every record again, for another day, region or years, or after a value of the law has changed."""
        self.memo.clear()
        before = dict(self._findings)
        self._today = today or self._today
        self.law.region = region or self.law.region
        self.law.clear_cache()
        self._severities.clear()
        self.view = self._make_view()
        self._judge_all()
        subjects = before.keys() | self._findings.keys()
        return frozenset(s for s in subjects if before.get(s, ()) != self._findings.get(s, ()))

    def _years_now(self) -> frozenset[int]:
        kept = {row.year for row in self._tables.all(BookYear)}
        return frozenset(self._years | kept)

    def _make_view(self) -> View:
        return View(self._tables, self.law, self._today, self._years_now())

    def _collect_readers(self, change: Change, stale: dict[Subject, None], tables: Tables) -> None:
        """Adds the records whose look-ups could return the row before or after the change.

        Of those that a screen has passed no look-ups are kept: they follow from the row itself.
        """
        if isinstance(change.row, (Filing, Spending)):
            self._dated.add(change.row.year)
        for record in dependents(change, tables, self._dated):
            subject = (type(record), record.id)
            if subject not in self._group_of:
                stale[subject] = None
        cls = type(change.row)
        for index in self._tables.indexed(cls):
            for row in (change.before, change.after):
                if row is not None:
                    for group in self._readers.get((cls, index.columns, index.values(row)), ()):
                        stale.update(dict.fromkeys(group.members))

    # -- judging ------------------------------------------------------------------------

    def _judge_all(self, *, stays: bool = False) -> None:
        self._findings.clear()
        self._found_of_unit.clear()
        self._groups.clear()
        self._group_of.clear()
        self._readers.clear()
        with gc_paused(stays=stays):
            self._dated = {row.year for row in self._tables.all(Filing)} | {
                row.year for row in self._tables.all(Spending)
            }
            for cls in CLASSES:
                if self._judges[cls]:
                    self._judge_table(cls)

    def _judge_table(self, cls: type[Record]) -> None:
        """Judges every record of a table for the first time: `_judge` without what only a second time needs."""
        choose = self._chooser(cls)
        reset, reads = self.view.reset, self.view.reads
        for record in self._tables.all(cls):
            judges, is_noted = choose(record)
            if not judges:
                continue
            reset()
            found = self._found(record, judges, self.view)
            if found:
                self._keep((cls, record.id), found)
            if is_noted and reads:
                self._join((cls, record.id), frozenset(reads))

    def _chooser(self, cls: type[Record]) -> Callable[[Record], tuple[Judges, bool]]:
        """Which rules judge a record, and whether what they read is noted: all of them, or those the screen names."""
        every, screen = self._judges[cls], self._screens.get(cls)
        if screen is None:
            return lambda _: (every, True)
        suspects = screen.begin(self._tables, self.reader())
        unscreened = frozenset(declared.id for declared, _ in every) - screen.covers
        chosen: dict[tuple[str, ...] | None, tuple[Judges, bool]] = {None: (every, True)}

        def choose(record: Record) -> tuple[Judges, bool]:
            names = suspects(record)
            found = chosen.get(names)
            if found is None:
                wanted = {*(names or ()), *unscreened}
                found = chosen[names] = ([pair for pair in every if pair[0].id in wanted], False)
            return found

        return choose

    def _judge(self, subjects: Collection[Subject]) -> frozenset[Subject]:
        changed = []
        reads = self.view.reads
        # A screen takes a moment to begin, and few records are judged sooner than that.
        choosers = {cls: self._chooser(cls) for cls in self._judges} if len(subjects) >= _MANY else {}
        for subject in subjects:
            cls, row = subject
            record = self._tables.get(cls, row)
            self.view.reset()
            found: tuple[Finding, ...] = ()
            is_noted = False
            if record is not None:
                judges, is_noted = choosers[cls](record) if choosers else (self._judges[cls], True)
                found = self._found(record, judges, self.view)
            self._remember(subject, frozenset(reads) if is_noted else frozenset())
            if found != self._findings.get(subject, ()):
                changed.append(subject)
                self._keep(subject, found)
        return frozenset(changed)

    def _keep(self, subject: Subject, found: tuple[Finding, ...]) -> None:
        """Puts what was found about a record, which concerns one unit, in place of what was found before."""
        before = self._findings.get(subject)
        if before is not None:
            left = self._found_of_unit[before[0].unit]
            del left[subject]
            if not left:
                del self._found_of_unit[before[0].unit]
        if found:
            self._findings[subject] = found
            self._found_of_unit.setdefault(found[0].unit, {})[subject] = None
        elif before is not None:
            del self._findings[subject]

    def _remember(self, subject: Subject, reads: frozenset[Key]) -> None:
        old = self._group_of.get(subject)
        if old is not None:
            if old.reads == reads:
                return
            self._leave(subject, old)
        if reads:
            self._join(subject, reads)
        else:
            self._group_of.pop(subject, None)

    def _join(self, subject: Subject, reads: frozenset[Key]) -> None:
        group = self._groups.get(reads)
        if group is None:
            group = self._groups[reads] = ReaderGroup(reads)
            for key in reads:
                readers = self._readers.get(key)
                if readers is None:
                    self._readers[key] = {group}
                else:
                    readers.add(group)
        group.members.add(subject)
        self._group_of[subject] = group

    def _leave(self, subject: Subject, group: ReaderGroup) -> None:
        group.members.discard(subject)
        if group.members:
            return
        del self._groups[group.reads]
        for key in group.reads:
            readers = self._readers[key]
            readers.discard(group)
            if not readers:
                del self._readers[key]

    def _found(self, record: Record, judges: Judges, view: View) -> tuple[Finding, ...]:
        """What all rules find about a record.

        Most are in order, and of those there are 200,000: nothing is made for them.
        """
        found: list[Finding] | None = None
        unknowns: tuple[str, ...] = ()
        for declared, judge in judges:
            try:
                answer = judge(record, view)
            except Unknown as unknown:
                # One blank cell is one question, however many rules would have needed it.
                if unknown.missing not in unknowns and self._is_on(declared, record):
                    unknowns = (*unknowns, unknown.missing)
                    found = [*(found or ()), self._unknown(declared, record, unknown)]
                continue
            if answer:
                found = [*(found or ()), *self._findings_of(declared, record, answer)]
        return tuple(found) if found else ()

    def _findings_of(self, declared: Rule, record: Record, answer: Violation | Iterable[Violation]) -> list[Finding]:
        fired = (answer,) if isinstance(answer, Violation) else answer
        made = (self._finding(declared, record, each) for each in fired)
        return [finding for finding in made if finding is not None]

    def _is_on(self, declared: Rule, record: Record) -> bool:
        year = record.year_of or self._today.year
        return any(self._severity(declared.id, stage, year)[0] != OFF for stage in declared.stages)

    def _unknown(self, declared: Rule, record: Record, unknown: Unknown) -> Finding:
        year = record.year_of or self._today.year
        grounds = self._severity(declared.id, declared.stages[-1], year)[1:]
        return self._made(declared, record, violation(missing=unknown.missing), UNKNOWN, grounds)

    def _finding(self, declared: Rule, record: Record, violation: Violation) -> Finding | None:
        year = violation.year or record.year_of or self._today.year
        level, *grounds = self._severity(declared.id, violation.stage, year)
        if level == OFF:
            return None
        articles, documents = _articles_stating(violation.by) if violation.by else grounds
        return self._made(declared, record, violation, level, (articles, documents))

    def _made(
        self,
        declared: Rule,
        record: Record,
        violation: Violation,
        level: str,
        grounds: Grounds,
    ) -> Finding:
        elsewhere = violation.table is not None
        return Finding(
            rule=declared.id,
            severity=level,
            table=violation.table or record.table.name,
            id=0 if elsewhere else record.id,
            column=violation.column or declared.column,
            unit=record.code if isinstance(record, Unit) else record.unit_of,
            year=violation.year or record.year_of,
            facts=violation.facts,
            stage=violation.stage,
            articles=grounds[0],
            documents=grounds[1],
        )

    def _severity(self, rule: str, stage: str, year: int) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
        """The severity of a rule in a year and the articles that state it; a rule that no pack mentions is off."""
        key = (rule, stage, year)
        found = self._severities.get(key)
        if found is None:
            in_force = self.law.in_force(severity(rule, stage).name, year)
            level = OFF if in_force is None or in_force.value is None else str(in_force.value)
            found = (level, *_articles_stating((in_force,) if in_force else ()))
            self._severities[key] = found
        return found


def _articles_stating(values: Iterable[ValueInForce]) -> Grounds:
    """What states these values: articles of the packs, and documents of a bureau's own; each once."""
    values = tuple(values)
    articles = dict.fromkeys(article for value in values for article in value.articles)
    return tuple(articles), tuple(dict.fromkeys(value.document for value in values if value.document is not None))


def _changes_everything(change: Change) -> bool:
    row = change.row
    return isinstance(row, BookYear) or (isinstance(row, Setting) and (row.name.startswith(OWN) or row.is_pack))
