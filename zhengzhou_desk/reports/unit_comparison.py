"""Units of the book beside another list of units: which row is which unit, and where both differ."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zhengzhou_desk.records.clean import compact, name_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from zhengzhou_desk.exchange.unit_list import ListedUnit
    from zhengzhou_desk.records import Unit

# What a difference is. Asked is what a person has to say: which unit a row means.
ASKED, MISSING, EXTRA = "asked", "missing", "extra"
RENAMED, RECODED, MOVED, CREDIT = "renamed", "recoded", "moved", "credit"
GONE, BACK = "gone", "back"
KINDS = (ASKED, MISSING, EXTRA, RENAMED, RECODED, MOVED, CREDIT, GONE, BACK)
# What more units than these share (a name such as 本级) tells none of them.
_FEW = 20
_BOTH = 2
# What a person says of a row that is none of the units it looks like.
NONE_OF_THEM = "-"


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that the book (`old`) and the list (`new`) do not have alike.

    `unit` is None where the book lacks it, `row` where the list does; `candidates` are the units that a row may mean.
    """

    kind: str
    unit: Unit | None
    row: ListedUnit | None
    old: str = ""
    new: str = ""
    candidates: tuple[Unit, ...] = ()
    # Of a unit that the book lacks the code of its department, where that is known.
    department: str | None = None

    @property
    def code(self) -> str:
        """The code of the unit it is about: the book's, else the list's."""
        return (self.unit.code if self.unit is not None else self.row.code if self.row is not None else None) or ""

    @property
    def name(self) -> str:
        """The name of the unit it is about: the book's, else the list's."""
        return (self.unit.name if self.unit is not None else self.row.name if self.row is not None else None) or ""


def row_key(row: ListedUnit) -> str:
    """What is the same of a row month after month: by it is remembered which unit it is."""
    return "|".join((row.code or "", row.uscc or "", row.name_key or ""))


def compare(
    units: Sequence[Unit],
    rows: Sequence[ListedUnit],
    *,
    closed: AbstractSet[int] = frozenset(),
    aliases: Mapping[str, str] | None = None,
    answers: Mapping[str, str] | None = None,
) -> tuple[Difference, ...]:
    """Where the units of a book and the rows of a list differ; the work grows with their number, not with its square.

    `closed` are the ids of units that are no longer; `aliases` other names of units (name key → code); `answers`
    which unit a row means (row key → code, or `NONE_OF_THEM`), as a person has said.
    """
    pairing = _Pairing(units, rows, closed, aliases or {}, answers or {})
    return tuple(sorted(pairing.differences(), key=lambda found: (KINDS.index(found.kind), found.code, found.name)))


class _Pairing:
    """Which row is which unit: each of them once, by code, credit code and name; what is doubtful is left open."""

    def __init__(
        self,
        units: Sequence[Unit],
        rows: Sequence[ListedUnit],
        closed: AbstractSet[int],
        aliases: Mapping[str, str],
        answers: Mapping[str, str],
    ) -> None:
        self._units, self._rows, self._closed = units, rows, closed
        self._aliases = aliases
        self._codes, self._credits, self._names = _index(units)
        self._unit_of: dict[int, Unit] = {}  # by the row's place
        self._taken: set[int] = set()
        self._none: set[int] = set()
        self._doubles: set[int] = set()
        self._as_answered(answers)
        self._alike_in_all()
        self._likely = {place: found for place in self._free() if (found := self._candidates(rows[place]))}
        self._pair(_BOTH)
        self._pair(1)

    def _free(self) -> list[int]:
        left_out = self._none | self._doubles
        return [place for place in range(len(self._rows)) if place not in self._unit_of and place not in left_out]

    def _take(self, place: int, unit: Unit) -> None:
        self._unit_of[place] = unit
        self._taken.add(unit.id)

    def _as_answered(self, answers: Mapping[str, str]) -> None:
        for place, row in enumerate(self._rows) if answers else ():
            code = answers.get(row_key(row))
            if code == NONE_OF_THEM:
                self._none.add(place)
            elif code is not None:
                for unit in self._codes.get(code, ())[:1]:
                    if unit.id not in self._taken:
                        self._take(place, unit)

    def _alike_in_all(self) -> None:
        """Rows that say exactly what the book says; the same row once more says nothing new."""
        exact: dict[tuple[str | None, ...], list[Unit]] = {}
        for unit in self._units:
            if unit.id not in self._taken:
                exact.setdefault((unit.code, unit.uscc, unit.name_key), []).append(unit)
        waiting = {key: iter(found) for key, found in exact.items()}
        seen: set[tuple[object, ...]] = set()
        for place in self._free():
            row = self._rows[place]
            key = (row.code, row.uscc, row.name_key)
            alike = next(waiting[key], None) if key in waiting else None
            if alike is not None:
                self._take(place, alike)
            elif (*key, row.department, row.stopped) in seen:
                self._doubles.add(place)
            seen.add((*key, row.department, row.stopped))

    def _candidates(self, row: ListedUnit) -> dict[int, tuple[Unit, int]]:
        """The units that share something with a row, and in how much they agree."""
        found: dict[int, tuple[Unit, int]] = {}
        by_name = self._names.get(row.name_key or "", ()) or self._codes.get(
            self._aliases.get(row.name_key or "", ""), ()
        )
        # A unit that is closed is not taken for another by the name alone: a new one may bear it.
        open_ = [
            unit for unit in by_name if unit.id not in self._closed or unit.code == row.code or _same_credit(unit, row)
        ]
        for units in (self._codes.get(row.code or "", ()), self._credits.get(row.uscc or "", ()), open_):
            for unit in units if len(units) <= _FEW else ():
                if unit.id not in self._taken:
                    found[unit.id] = (unit, found.get(unit.id, (unit, 0))[1] + 1)
        return found

    def _pair(self, least: int) -> None:
        """Pairs the rows and units that agree in so much, where neither agrees so with another."""
        wanted: dict[int, list[Unit]] = {}
        claims: Counter[int] = Counter()
        for place in self._free():
            found = self._likely.get(place, {}).values()
            wanted[place] = [unit for unit, agreeing in found if agreeing >= least and unit.id not in self._taken]
            claims.update(unit.id for unit in wanted[place])
        for place, units in wanted.items():
            if (
                len(units) == 1
                and claims[units[0].id] == 1
                and (least > 1 or self._is_one(self._rows[place], units[0]))
            ):
                self._take(place, units[0])

    def _is_one(self, row: ListedUnit, unit: Unit) -> bool:
        """Whether too little weighs against it: a credit code is nobody else's, other things may change one by one.

        The code of a unit that is closed may have been given to another.
        """
        if _same_credit(unit, row):
            return True
        pairs = ((row.code, unit.code), (row.uscc, unit.uscc), (row.name_key, unit.name_key))
        against = sum(bool(mine and theirs and mine != theirs) for mine, theirs in pairs)
        return against < (1 if unit.id in self._closed else _BOTH)

    # -- what differs ---------------------------------------------------------------------------------

    def differences(self) -> Iterable[Difference]:
        """All of them, in no order."""
        asked: set[int] = set()
        departments = _Departments(self._rows, self._unit_of, self._codes, self._names)
        for place in sorted((*self._free(), *self._none)):
            row = self._rows[place]
            candidates = self._doubtful(place) if place not in self._none else ()
            if row.stopped:
                continue
            called = row.name or row.code or row.uscc or ""
            if candidates:
                asked.update(unit.id for unit in candidates)
                yield Difference(ASKED, None, row, new=called, candidates=candidates)
            else:
                yield Difference(MISSING, None, row, new=called, department=departments.known(row.department))
        for unit in self._units:
            if unit.id not in self._taken and unit.id not in asked and unit.id not in self._closed:
                yield Difference(EXTRA, unit, None, old=unit.name or unit.code)
        for place, unit in self._unit_of.items():
            yield from self._of_pair(self._rows[place], unit, departments)

    def _doubtful(self, place: int) -> tuple[Unit, ...]:
        """The units that a row may mean: free ones, or one that has its code or credit code and another row."""
        found = [unit for unit, _ in self._likely.get(place, {}).values() if unit.id not in self._taken]
        if found:
            return tuple(found)
        row = self._rows[place]
        taken = {
            unit.id: unit
            for units in (self._codes.get(row.code or "", ()), self._credits.get(row.uscc or "", ()))
            for unit in units
        }
        return tuple(taken.values())[:_FEW]

    def _of_pair(self, row: ListedUnit, unit: Unit, departments: _Departments) -> Iterable[Difference]:
        if row.stopped or unit.id in self._closed:
            if row.stopped and unit.id not in self._closed:
                yield Difference(GONE, unit, row, new=row.since.isoformat() if row.since is not None else "")
            elif not row.stopped:
                yield Difference(BACK, unit, row, old=unit.closed.isoformat() if unit.closed is not None else "")
            return
        if row.name and row.name_key != unit.name_key:
            yield Difference(RENAMED, unit, row, unit.name or "", row.name)
        if row.code and row.code != unit.code:
            yield Difference(RECODED, unit, row, unit.code, row.code)
        department = departments.code(row.department)
        if department is not None and department != unit.department_or_self:
            yield Difference(MOVED, unit, row, unit.department or "", department)
        if row.uscc and row.uscc != unit.uscc:
            yield Difference(CREDIT, unit, row, unit.uscc or "", row.uscc)


class _Departments:
    """What a list says of departments, in the book's codes: a department may itself have another code or name there."""

    def __init__(
        self,
        rows: Sequence[ListedUnit],
        unit_of: Mapping[int, Unit],
        codes: Mapping[str, Sequence[Unit]],
        names: Mapping[str, Sequence[Unit]],
    ) -> None:
        self._known: dict[str, str] = {}
        for key, units in names.items():
            if len(units) == 1:
                self._known[key] = units[0].code
        for code in codes:
            self._known[code] = code
        named = Counter(row.name_key for row in rows if row.name_key)
        for place, row in enumerate(rows):
            here = unit_of.get(place)
            meant = here.code if here is not None else row.code
            if meant is None or row.stopped:
                continue
            if row.code:
                self._known[row.code] = meant
            if row.name_key and named[row.name_key] == 1:
                self._known[row.name_key] = meant

    def known(self, said: str | None) -> str | None:
        """The code of a department that a row names by code or name; None where neither book nor list has it."""
        return (self._known.get(said) or self._known.get(name_key(said))) if said else None

    def code(self, said: str | None) -> str | None:
        """The same; what nobody knows stands as it is said."""
        return (self.known(said) or compact(said)) if said else None


def _index(units: Sequence[Unit]) -> tuple[dict[str, list[Unit]], dict[str, list[Unit]], dict[str, list[Unit]]]:
    codes: dict[str, list[Unit]] = {}
    credit_codes: dict[str, list[Unit]] = {}
    names: dict[str, list[Unit]] = {}
    for unit in units:
        codes.setdefault(unit.code, []).append(unit)
        if unit.uscc:
            credit_codes.setdefault(unit.uscc, []).append(unit)
        if unit.name_key:
            names.setdefault(unit.name_key, []).append(unit)
    return codes, credit_codes, names


def _same_credit(unit: Unit, row: ListedUnit) -> bool:
    return unit.uscc is not None and unit.uscc == row.uscc
