"""Any sequence of steps at a desk beside a plain model: its rows, what can be undone, its file and its findings."""

from __future__ import annotations

import itertools
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest import mock

from hypothesis import HealthCheck, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from tests.books import DAY, clock, county
from tests.faults.family import Family, Outcome, Tier
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.exchange.sheet import Sheet
from zhengzhou_desk.policy.engine import Engine
from zhengzhou_desk.policy.pack_reader import packs
from zhengzhou_desk.records import CLASSES, Filing, Record, Unit
from zhengzhou_desk.services import editing, filings, imports, unit_changes, years
from zhengzhou_desk.services.desk import Desk
from zhengzhou_desk.services.notices import drafting, register
from zhengzhou_desk.services.undo import FINAL
from zhengzhou_desk.store.backup import back_up
from zhengzhou_desk.store.checkup import checkup
from zhengzhou_desk.store.restore import restore

if TYPE_CHECKING:
    from collections.abc import Callable

    # A row by its table and number; and what a step did to it.
    Rows = dict[tuple[type[Record], int], Record]
    Steps = dict[tuple[type[Record], int], tuple[Record | None, Record | None]]

STEPS_EACH = 30
_LEAST_SEQUENCES = 10
_AMOUNTS = st.sampled_from(["", "0", "0.01", "54999.99", "80000", "800000", "6.5", "x"])
_PLACES = st.integers(0, 20)


class Sequences(RuleBasedStateMachine):
    """A desk and its model. A step that is refused leaves both as they were."""

    steps = 0

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="sequence-"))
        self.path = county(self.folder)
        self.desk = Desk.opened(self.path, clock=clock, who="王")
        self.desk.copies = lambda desk: None  # backups are a step of their own here
        self.rows: Rows = self._held()
        self.done: list[Steps] = []
        self.undone: list[Steps] = []
        self.lines: dict[int, tuple[str, Steps]] = {}
        self.copies: list[tuple[Path, Rows, dict[int, tuple[str, Steps]]]] = []

    def _held(self) -> Rows:
        return {(cls, row.id): row for cls in CLASSES for row in self.desk.tables.all(cls)}

    # -- how a step is taken -------------------------------------------------------------------------

    def _take(self, step: Callable[[Desk], object]) -> Steps | None:
        """Takes a step; the model does what its journal line says. None where it was refused or did nothing."""
        type(self).steps += 1
        before = self.desk.store.head
        heard: list[Any] = []
        leave = self.desk.subscribe(heard.append)
        try:
            step(self.desk)
        except Refused:
            assert self.desk.store.head == before, "a refused step has written"
            return None
        finally:
            leave()
        if self.desk.store.head == before:
            return None
        steps: Steps = {}
        for changed in heard:
            for change in changed.changes:
                key = (type(change.row), change.row.id)
                first = steps[key][0] if key in steps else change.before
                assert self.rows.get(key) == change.before, "a step began from rows that were not there"
                self._put(key, change.after)
                steps[key] = (first, change.after)
        line = self.desk.journal(1)[0]
        self.lines[line.number] = (line.name, steps)
        return steps

    def _put(self, key: tuple[type[Record], int], row: Record | None) -> None:
        if row is None:
            self.rows.pop(key, None)
        else:
            self.rows[key] = row

    def _step(self, step: Callable[[Desk], object]) -> Steps | None:
        """A step that can be undone, unless it is one that is answered by another."""
        steps = self._take(step)
        if steps is not None and self.lines[max(self.lines)][0] not in FINAL:
            self.done.append(steps)
            self.undone.clear()
        return steps

    def _undo(self, step: Callable[[Desk], object], source: list[Steps], target: list[Steps]) -> None:
        if not source:
            assert self._take(step) is None
            return
        expected = source[-1]
        stands = all(self.rows.get(key) == after for key, (_, after) in expected.items())
        steps = self._take(step)
        if steps is None:
            return
        assert stands, "undone although a later change stood in the way"
        assert steps == {key: (after, before) for key, (before, after) in expected.items()}
        source.pop()
        target.append(steps)

    def _row(self, cls: type[Record], place: int) -> Any:
        rows = self.desk.rows(cls)
        return rows[place % len(rows)] if rows else None

    # -- the steps -----------------------------------------------------------------------------------

    @rule(place=_PLACES, column=st.sampled_from(["total", "reserve", "platform_note"]), value=_AMOUNTS)
    def edit(self, place: int, column: str, value: str) -> None:
        row = self._row(Filing, place)
        if row is not None:
            steps = self._step(lambda desk: editing.edit(desk, row, column, value))
            assert steps is None or set(steps) == {(Filing, row.id)}

    @rule(place=_PLACES, name=st.sampled_from(["甲校", "乙（东）", "乙(东)", ""]))
    def rename_cell(self, place: int, name: str) -> None:
        row = self._row(Unit, place)
        if row is not None:
            self._step(lambda desk: editing.edit(desk, row, "name", name))

    @rule(place=_PLACES, code=st.sampled_from(["101003", "101077", "999"]))
    def recode(self, place: int, code: str) -> None:
        row = self._row(Unit, place)
        if row is not None:
            self._step(lambda desk: editing.edit(desk, row, "code", code))

    @rule(amounts=st.lists(_AMOUNTS, min_size=1, max_size=4), place=_PLACES)
    def paste(self, amounts: list[str], place: int) -> None:
        rows = self.desk.rows(Filing)[place % 3 :]
        cells = [(row, "reserve", amount) for row, amount in zip(rows, amounts, strict=False)]
        if cells:
            self._step(lambda desk: editing.edit_many(desk, cells))

    @rule(code=st.sampled_from(["101003", "101050", "101051"]))
    def add(self, code: str) -> None:
        self._step(lambda desk: editing.add(desk, Unit, {"code": code, "name": f"学校{code}", "canteen": "自办"}))

    @rule(place=_PLACES, cls=st.sampled_from([Filing, Unit]))
    def remove(self, place: int, cls: type[Record]) -> None:
        row = self._row(cls, place)
        if row is not None:
            self._step(lambda desk: editing.remove(desk, [row]))

    @rule(codes=st.lists(st.sampled_from(["101003", "101004", "101060"]), min_size=1, max_size=3), amount=_AMOUNTS)
    def take_in(self, codes: list[str], amount: str) -> None:
        head = ("年度", "单位编码", "预留份额")
        sheet = Sheet("预留填报", (head, *(("2024", code, amount) for code in codes)))
        self._step(lambda desk: imports.apply_plan(desk, imports.plan_sheets(desk, [sheet], "a.xlsx")))

    @rule(place=_PLACES, into=_PLACES)
    def merge(self, place: int, into: int) -> None:
        old, new = self._row(Unit, place), self._row(Unit, into)
        if old is not None and new is not None:
            self._step(lambda desk: unit_changes.apply(desk, unit_changes.merge(desk, [old], new, DAY)))

    @rule(place=_PLACES)
    def send_back(self, place: int) -> None:
        row = self._row(Filing, place)
        if row is not None:
            self._step(lambda desk: filings.send_back(desk, [row], "数字不符", DAY))

    @rule(again=st.booleans())
    def issue(self, again: bool) -> None:
        self._step(lambda desk: register.issue(desk, drafting.drafts(desk), again=again))

    @rule(closed=st.booleans(), year=st.sampled_from([2023, 2024]))
    def close_year(self, closed: bool, year: int) -> None:
        self._step(lambda desk: years.close_year(desk, year, closed=closed))

    @rule()
    def undo(self) -> None:
        self._undo(Desk.undo, self.done, self.undone)

    @rule()
    def redo(self) -> None:
        self._undo(Desk.redo, self.undone, self.done)

    @rule(place=_PLACES)
    def take_back(self, place: int) -> None:
        if not self.lines:
            return
        number = list(self.lines)[-1 - place % len(self.lines)]
        _, expected = self.lines[number]
        steps = self._step(lambda desk: editing.undo_line(desk, number))
        if steps is None:
            return
        for key, (before, after) in expected.items():
            now = self.rows.get(key)
            assert (now is None) == (before is None)
            if before is None or now is None:
                continue
            for column in before.table.columns:  # what came later and elsewhere in the row stays
                if after is None or before.cell(column.name) != after.cell(column.name):
                    assert now.cell(column.name) == before.cell(column.name)

    @rule()
    def back_up(self) -> None:
        self.copies.append((back_up(self.path, self.folder, clock()), dict(self.rows), dict(self.lines)))

    @rule(place=_PLACES)
    def restore(self, place: int) -> None:
        if not self.copies:
            return
        copy, rows, lines = self.copies[place % len(self.copies)]
        self.desk.close()
        restore(self.path, copy, clock())
        self.rows, self.lines = dict(rows), dict(lines)
        self._open()

    @rule()
    def reopen(self) -> None:
        self.desk.close()
        self._open()

    def _open(self) -> None:
        self.desk = Desk.opened(self.path, clock=clock, who="李")
        self.desk.copies = lambda desk: None
        self.done, self.undone = [], []

    # -- what must hold after each ---------------------------------------------------------------------

    @invariant()
    def rows_are_the_model_s(self) -> None:
        assert self._held() == self.rows

    @invariant()
    def what_can_be_undone_is_known(self) -> None:
        assert (self.desk.undoable is not None) == bool(self.done)
        assert (self.desk.redoable is not None) == bool(self.undone)

    @invariant()
    def findings_are_as_if_judged_afresh(self) -> None:
        fresh = Engine(self.desk.tables, packs(), self.desk.region, self.desk.today, (self.desk.year,))
        held, judged = (sorted(engine.findings(), key=repr) for engine in (self.desk.engine, fresh))
        assert held == judged

    def teardown(self) -> None:
        self.desk.close()
        wrong = [check.title.text() for check in checkup(self.path, clock()) if not check.ok]
        assert wrong == [], wrong
        with Desk.opened(self.path, clock=clock, who="王", writable=False) as self.desk:
            assert self._held() == self.rows
        shutil.rmtree(self.folder)


def _falsified(tier: Tier, examples: int, turn: int) -> list[str]:
    """Runs the machine, each turn with other numbers; what it was falsified by."""
    chosen = settings(
        max_examples=examples, stateful_step_count=STEPS_EACH, deadline=None, database=None, derandomize=False,
        suppress_health_check=list(HealthCheck), print_blob=False,
    )  # fmt: skip
    try:
        run_state_machine_as_test(seed(tier.seed + turn)(Sequences), settings=chosen)
    except ExceptionGroup as found:
        return [_told(error) for error in found.exceptions]
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what was found
        return [_told(error)]
    return []


def _told(error: Exception) -> str:
    """An error with the shortest steps that led to it."""
    return "\n".join([f"{type(error).__name__}: {error}", *getattr(error, "__notes__", [])])


def _forgetful(self: Engine, changes: Any) -> Any:
    """Judges again only what changed, and nobody who reads it."""
    self.memo.clear()
    return self._judge({(type(change.row), change.row.id): None for change in changes})


def run(tier: Tier) -> Outcome:
    """Sequences of steps; and the same with an engine that forgets who reads a row."""
    outcome = Outcome()
    Sequences.steps = 0
    with mock.patch.object(tempfile, "tempdir", str(tier.folder)):
        for turn in itertools.count():  # the first of each turn are short, and any may end before it has all its steps
            left = tier.tries - Sequences.steps
            outcome.failures += _falsified(tier, max(_LEAST_SEQUENCES, left // STEPS_EACH), turn)
            outcome.tried = Sequences.steps
            if outcome.failures or outcome.tried >= tier.tries:
                break
        with mock.patch.object(Engine, "update", _forgetful):
            outcome.control(_falsified(tier, 20, 0))
    return outcome


FAMILY = Family(
    name="sequences",
    tries_what="steps in any order: edit, paste, add, remove, undo, redo, take back, import, merge units, send back,"
    " issue, close and reopen a year, back up, restore, reopen",
    failed_when="any difference from a plain model; findings other than judged afresh",
    control="an engine that forgets who reads a row",
    quick=600,
    deep=100_000,
    run=run,
)
