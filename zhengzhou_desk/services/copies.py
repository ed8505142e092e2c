"""Two copies of one book that were edited apart: what each has that the other lacks, and taking steps over."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.messages import Message, message
from zhengzhou_desk.common.paths import readable
from zhengzhou_desk.records import BY_NAME, CLASSES, Account, Change, Dismissal, Entry, Record, Unit
from zhengzhou_desk.records.tables import Tables
from zhengzhou_desk.services import editing
from zhengzhou_desk.services.locks import refuse_locked
from zhengzhou_desk.services.steps import Step, steps_of
from zhengzhou_desk.services.undo import FINAL
from zhengzhou_desk.store.closed_years import refuse_closed
from zhengzhou_desk.store.inverse import has_values
from zhengzhou_desk.store.issued_notices import refuse_retyping
from zhengzhou_desk.store.journal import MASK
from zhengzhou_desk.store.journal_pages import whole_journal_of
from zhengzhou_desk.store.salvage import StoredColumns

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from pathlib import Path

    from zhengzhou_desk.services.desk import Desk
    from zhengzhou_desk.store.journal import JournalLine, Trace
    from zhengzhou_desk.store.journal_pages import Heads

    Place: TypeAlias = "tuple[type[Record], int]"

# A setting of this computer: the last lines of copies that a person has looked through, as hashes.
SEEN = "copies_seen"
MOST_SEEN = 50
# What becomes of a step: all of it, a part of it or nothing can be taken over; or it is here already.
TAKEN, PARTLY, NOT_TAKEN, ALREADY = "taken", "partly", "not_taken", "already"
# Steps that are about that very copy or that must be taken here by a person, with what goes with them.
_NOT_CARRIED = FINAL | {"accept_content", "submit", "unlock", "open_year"}
# A step that took others over says how many, from which copy, their numbers, and the last hash of that copy.
_WORDS = 4
# Steps whose rows stand each for itself; of all others either everything is taken or nothing.
_ROW_BY_ROW = frozenset({
    "edit", "edit_many", "paste", "fill", "clear", "import", "add", "remove", "file", "confirm", "send_back",
    "apply_accounts", "take_over",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two journals that begin alike: how many lines they share, and what each has beyond them, oldest first.

    `taken` are the numbers of the steps there that were taken over before.
    """

    other: Path
    common: int
    here: tuple[Step, ...]
    there: tuple[Step, ...]
    taken: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Offer:
    """A step of the other copy: whether it can be taken over, and what of it cannot."""

    step: Step
    state: str
    reasons: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class TakeOver:
    """What taking steps over would do: the verdict on each, and the changes that are made of all of them.

    `last` is the hash of the other copy's last line.
    """

    other: Path
    last: str
    offers: tuple[Offer, ...]
    changes: tuple[Change, ...]

    @property
    def taken(self) -> tuple[Offer, ...]:
        """The steps of which something is taken over."""
        return tuple(offer for offer in self.offers if offer.state in (TAKEN, PARTLY))


def gone_on(desk: Desk, others: Iterable[Heads]) -> list[Path]:
    """Of other files those that are this very book and have steps that it lacks."""
    first = desk.store.hash_of(1)
    found = [ends for ends in others if ends.first == first and desk.store.hash_of(ends.last.number) != ends.last.hash]
    looked_at = {last for _, last in _taken_over(desk.journal())} if found else set()
    return [ends.path for ends in found if ends.last.hash not in looked_at]


def lines_of(desk: Desk, other: Path) -> list[JournalLine]:
    """The journal of another copy, which is neither written nor locked; it may be read on any thread.

    Refuses the open book itself, and a journal that is damaged.
    """
    if other.exists() and other.samefile(desk.path):
        raise Refused("{path} 就是现在打开的账册，请选另一份", path=other)
    return whole_journal_of(other)


def compare(desk: Desk, other: Path, theirs: Sequence[JournalLine] | None = None) -> Comparison:
    """The journals of the open book and of another copy of it. Refuses a file that is another book."""
    theirs = lines_of(desk, other) if theirs is None else theirs
    ours = list(reversed(desk.journal()))
    if theirs[0].hash != ours[0].hash:
        raise Refused("{path} 是另一本账册，不是这一本的另一份", path=other)
    common = 0
    for mine, his in zip(ours, theirs, strict=False):
        if mine.hash != his.hash:
            break
        common += 1
    here, there = steps_of(ours)[common:], steps_of(theirs)[common:]
    hashes = {line.hash for line in theirs}
    taken = [number for numbers, last in _taken_over(reversed(ours)) if last in hashes for number in numbers]
    return Comparison(other, common, tuple(here), tuple(there), frozenset(taken))


def _taken_over(lines: Iterable[JournalLine]) -> Iterator[tuple[tuple[int, ...], str]]:
    """Of lines, newest first: the numbers of the steps that were taken over and stand, and where the other ended."""
    taken_back: set[int] = set()
    for line in lines:
        if line.number in taken_back:
            continue
        if line.undoes is not None:
            taken_back.add(line.undoes)
        elif line.name == "take_over" and len(line.about) == _WORDS:
            yield tuple(int(number) for number in line.about[2].split(",") if number.isdecimal()), line.about[3]


def plan(desk: Desk, compared: Comparison, chosen: Collection[int] | None = None) -> TakeOver:
    """What taking over the steps of these numbers would do, or all of them. Changes nothing.

    A change is done again only where its row says here what it said there before, by the checks of an import.
    """
    steps = [step for step in compared.there if chosen is None or step.line.number in chosen]
    if chosen is not None and (unknown := sorted(set(chosen) - {step.line.number for step in steps})):
        raise Refused("另一份里没有第 {number} 号步骤，或者这里已经有了", number=tuple(unknown))
    taking = _Taking(desk, compared)
    offers = tuple(taking.offer(step) for step in steps)
    last = compared.there[-1].line.hash if compared.there else ""
    return TakeOver(compared.other, last, offers, taking.changes())


def take(desk: Desk, planned: TakeOver) -> Entry:
    """Takes the planned changes over, as one step."""
    if not planned.changes:
        raise Refused("所选的步骤里没有可以带过来的")
    # A step of which some rows were refused is offered again, once these have been put right.
    numbers = ",".join(str(offer.step.line.number) for offer in planned.offers if offer.state == TAKEN)
    about = (str(len(planned.taken)), readable(planned.other.name), numbers, planned.last)
    return desk.apply(Entry("take_over", planned.changes, about))


@dataclass(slots=True)
class _Result:
    """What became of the changes of one step so far."""

    changes: list[Change] = field(default_factory=list)
    refusals: list[Message] = field(default_factory=list)
    already: int = 0
    masked: bool = False


class _Taking:
    """Steps being taken over, one after the other, on a copy of the tables."""

    def __init__(self, desk: Desk, compared: Comparison) -> None:
        self._tables = Tables()
        for cls in CLASSES:
            self._tables.fill(cls, desk.tables.all(cls))
        self._real = desk.tables
        self._following = desk.store.next_ids()
        self._columns = {cls: StoredColumns(cls) for cls in CLASSES}
        self._made_there = {place for step in compared.there for place in _made(step)}
        self._taken = compared.taken
        self._formats_here = any(step.line.name == "upgrade" for step in compared.here)
        # Rows that the other copy has made, by their ids there: their ids here.
        self._moved: dict[Place, int] = {}
        self._touched: dict[Place, None] = {}

    def offer(self, step: Step) -> Offer:
        """Takes one step over as far as it goes."""
        try:
            traces = step.line.traces()
        except Refused as refused:
            return Offer(step, NOT_TAKEN, (refused.message,))
        if step.line.name in _NOT_CARRIED:
            self._note_upgrade(step, traces)
            return Offer(step, NOT_TAKEN, (message("这样的步骤不能带过来，需要的话请在这里另做"),))
        if step.line.number in self._taken:
            self._find_again(traces)
            return Offer(step, ALREADY)
        result = _Result()
        if step.line.name in _ROW_BY_ROW and not _recodes(traces):
            for trace in traces:
                self._take((trace,), result)
        else:
            self._take(traces, result)
        reasons = list(result.refusals)
        if result.masked and result.changes:
            reasons.append(message("电话等个人信息日志里没有，没有带过来"))
        return Offer(step, _state(result), tuple(reasons))

    def changes(self) -> tuple[Change, ...]:
        """What all steps together change, each row once."""
        found = []
        for cls, row in self._touched:
            before, after = self._real.get(cls, row), self._tables.get(cls, row)
            if before != after:
                found.append(Change(before, after))
        return tuple(found)

    def _find_again(self, traces: Sequence[Trace]) -> None:
        """The rows that were taken over before, so that later steps of the other copy find them."""
        for trace in traces:
            cls = BY_NAME.get(trace.table)
            if cls is None or trace.before is not None:
                continue
            values, reasons, _ = self._columns[cls].checked(_known(trace.after or {}))
            found = [] if reasons else self._tables.find(cls, cls.table.key, cls(**values).key())
            if found:
                self._moved[cls, trace.id] = found[0].id

    def _note_upgrade(self, step: Step, traces: Sequence[Trace]) -> None:
        """Where both copies were brought to a new format, the rows that this has made are the same in both."""
        if step.line.name == "upgrade" and self._formats_here:
            for trace in traces:
                cls = BY_NAME.get(trace.table)
                if cls is not None and trace.before is None and self._tables.get(cls, trace.id) is not None:
                    self._moved[cls, trace.id] = trace.id

    def _take(self, traces: Sequence[Trace], result: _Result) -> None:
        """Takes changes over together, or none of them."""
        changes: list[Change] = []
        moved = dict(self._moved)
        try:
            for trace in traces:
                change = self._change(trace, result)
                if change is None:
                    result.already += 1
                else:
                    changes.append(change)
            self._refuse_unfit(changes)
        except Refused as refused:
            self._moved = moved
            result.refusals.append(refused.message)
            return
        except (AttributeError, KeyError, TypeError, ValueError):  # a line that no program of ours has written
            self._moved = moved
            result.refusals.append(message("日志里写的不是这张表的行"))
            return
        self._tables.apply(changes)
        self._touched.update({(type(change.row), change.row.id): None for change in changes})
        result.changes += changes

    def _refuse_unfit(self, changes: Sequence[Change]) -> None:
        """The checks of an import and of every edit."""
        if not changes:
            return
        editing.refuse_unfit(self._tables, changes)
        refuse_closed(self._tables, changes)
        refuse_locked(self._tables, changes)
        refuse_retyping(self._tables, Entry("take_over", tuple(changes)))
        going = [change.before for change in changes if change.before is not None and change.after is None]
        held = [
            row for row in editing.dependents(self._tables, going)
            if (type(row), row.id) not in {(type(change.row), change.row.id) for change in changes}
        ]  # fmt: skip
        if held:
            raise Refused(
                "“{table}”{row} 在这里还有别的行用到，不能删除", table=going[0].table, row=editing.row_name(going[0])
            )
        coming = {change.after.code for change in changes if isinstance(change.after, Unit)}
        for change in changes:
            row = change.after
            if row is None or type(row) not in editing.UNIQUE or row.table.unit != "unit":
                continue
            code = row.unit_of
            if code not in coming and not self._tables.find(Unit, ("code",), (code,)):
                raise Refused("“{table}”{row} 的单位不在这里的单位表中", table=row.table, row=editing.row_name(row))

    # -- one change -------------------------------------------------------------------------------

    def _change(self, trace: Trace, result: _Result) -> Change | None:
        """The change that does here what was done there; None where it is done already."""
        cls = BY_NAME.get(trace.table)
        if cls is None:
            raise Refused("不认识的表 {table}", table=trace.table)
        result.masked |= any(
            cls.table.column(name).personal and value is not None for name, value in (trace.after or {}).items()
        )
        if trace.before is None:
            return self._new(cls, trace)
        row = self._id_here(cls, trace.id)
        present = self._tables.get(cls, row)
        if trace.after is None:
            blank = dict.fromkeys(column.name for column in cls.table.columns)
            if present is None:
                return None
            self._refuse_other(present, {**blank, **trace.before})
            return Change(present, None)
        if all(cls.table.column(name).personal for name in trace.after):
            raise Refused("只改了电话等个人信息，日志里没有，请在这里另填")
        if present is None:
            raise Refused("“{table}”第 {row} 号在这里已被删除", table=cls.table, row=row)
        if has_values(present, _known(trace.after)) and not has_values(present, _known(trace.before)):
            return None
        self._refuse_other(present, trace.before)
        stored = {column.name: column.kind.to_sql(present.cell(column.name)) for column in cls.table.columns}
        wanted = {name: value for name, value in _known(trace.after).items() if not cls.table.column(name).personal}
        after = dataclasses.replace(present, **self._values(cls, {**stored, **wanted}, wanted))
        return Change(present, after) if after != present else None

    def _id_here(self, cls: type[Record], row: int) -> int:
        here = self._moved.get((cls, row))
        if here is None and (cls, row) in self._made_there:
            raise Refused("“{table}”里改的是另一份新加的行，那一行没有带过来", table=cls.table)
        return row if here is None else here

    def _new(self, cls: type[Record], trace: Trace) -> Change | None:
        """A row that the other copy has added; one that is here too is not added again."""
        fields = _known(trace.after or {})
        record = cls(id=0, **self._values(cls, fields, fields))
        if isinstance(record, Dismissal):
            record = dataclasses.replace(record, row=self._id_here(BY_NAME[record.about], record.row))
        for other in self._tables.find(cls, cls.table.key, record.key()):
            self._refuse_other(
                other, {**dict.fromkeys(column.name for column in cls.table.columns), **(trace.after or {})}
            )
            self._moved[cls, trace.id] = other.id
            return None
        record = dataclasses.replace(record, id=self._following[cls.table.name])
        self._following[cls.table.name] += 1
        self._moved[cls, trace.id] = record.id
        return Change(None, record)

    def _values(self, cls: type[Record], fields: dict[str, Any], wanted: Collection[str]) -> dict[str, Any]:
        """The stored values by the columns' own parsers, as an import takes them."""
        values, reasons, _ = self._columns[cls].checked(fields)
        if reasons:
            raise Refused(reasons[0].template, **dict(reasons[0].fields))
        return {name: value for name, value in values.items() if name in wanted}

    def _refuse_other(self, present: Record, before: dict[str, Any]) -> None:
        """Refuses where the row says something else here than it said there before the change."""
        for name, value in before.items():
            column = present.table.column(name)
            if not has_values(present, {name: value}) and not (column.personal and value in (None, MASK)):
                raise Refused(
                    "“{table}”{row} 的“{column}”在这里是‘{here}’，与另一份不同",
                    table=present.table, row=editing.row_name(present), column=column,
                    here=column.kind.show(present.cell(name)),
                )  # fmt: skip


def _known(fields: dict[str, Any]) -> dict[str, Any]:
    """What the journal tells, which of personal fields is nothing."""
    return {name: value for name, value in fields.items() if value != MASK}


def _made(step: Step) -> list[Place]:
    """The rows that a step has added."""
    try:
        traces = step.line.traces()
        return [(BY_NAME[trace.table], trace.id) for trace in traces if trace.before is None and trace.table in BY_NAME]
    except (Refused, TypeError):
        return []


def _recodes(traces: Iterable[Trace]) -> bool:
    """Whether a unit's code or an SOE's credit code changes: the rows that name it follow, or it stays."""
    codes = {Unit.table.name: "code", Account.table.name: "uscc"}
    return any(
        trace.before is not None and trace.after is not None and codes.get(trace.table, "") in trace.after
        for trace in traces
    )


def _state(result: _Result) -> str:
    if result.changes:
        return PARTLY if result.refusals else TAKEN
    return NOT_TAKEN if result.refusals else ALREADY
