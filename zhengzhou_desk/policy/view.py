"""The view: what rules and measures may read; it records the look-ups, so the engine knows what depends on a row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from zhengzhou_desk.policy.law import Unknown
from zhengzhou_desk.records import Record

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Collection, Sequence

    from zhengzhou_desk.policy.law import Law, ValueInForce
    from zhengzhou_desk.policy.parameters import Param
    from zhengzhou_desk.records import Unit
    from zhengzhou_desk.records.tables import Columns, Index, Tables, Values

R = TypeVar("R", bound=Record)
T = TypeVar("T")
# (table, columns, values) of a look-up: the record being judged depends on the rows it could return.
Key: TypeAlias = "tuple[type[Record], Columns, Values]"


class View:
    """Reads records and the law. `reads` holds the look-ups made since it was last emptied.

    Days, years and values of the law are not recorded: when they change, everything is judged anew.
    """

    def __init__(self, tables: Tables, law: Law, today: datetime.date, years: Collection[int]) -> None:
        self._tables = tables
        self.law = law
        self.today = today
        self.years = tuple(sorted(years))
        self._indexes: dict[tuple[type[Record], Columns], Index] = {}
        self.reads: set[Key] = set()
        # What one judgement has worked out once: whether a filing (by id) must reserve, units by their code.
        self.memo: dict[int, bool] = {}
        self.units: dict[str, Unit] = {}
        # What many records ask alike, worked out once until a row changes (see `shared`).
        self._shared: dict[object, Any] = {}

    def reset(self) -> None:
        """Begins the judgement of another record: forgets the look-ups and the intermediate results of the last one."""
        self.reads.clear()
        if self.memo:
            self.memo.clear()
        if self.units:
            self.units.clear()

    def forget_shared(self) -> None:
        """Rows have changed: what was worked out for many records alike is worked out again when next asked for."""
        self._shared.clear()

    def shared(self, name: object, work: Callable[[], T], *keys: Key) -> T:
        """The answer of `work`, which is the same for every record that asks: worked out once, not once for each.

        Whoever asks depends on `keys` and not on the look-ups of `work`, which they must cover.
        """
        if name not in self._shared:
            reads = set(self.reads)
            self._shared[name] = work()
            self.reads.clear()
            self.reads.update(reads)
        for key in keys:
            self.find(*key)
        return self._shared[name]  # type: ignore[no-any-return]

    def find(self, cls: type[R], columns: Columns, values: Values) -> Sequence[R]:
        """The records whose columns hold the values."""
        self.reads.add((cls, columns, values))
        return self._rows(cls, columns).get(values, ())  # type: ignore[return-value]

    def _rows(self, cls: type[Record], columns: Columns) -> dict[Values, list[Record]]:
        index = self._indexes.get((cls, columns))
        if index is None:
            index = self._indexes[cls, columns] = self._tables.index(cls, columns)
        return index.rows

    def one(self, cls: type[R], columns: Columns, values: Values) -> R | None:
        """The first such record, or None."""
        found = self.find(cls, columns, values)
        return found[0] if found else None

    def all(self, cls: type[R]) -> Collection[R]:
        """Every record of a table. For reports only: it is not recorded, so a rule would miss later changes."""
        return self._tables.all(cls)

    def record(self, cls: type[R], row: int) -> R | None:
        """A record by its id. Not recorded either: for reports only."""
        return self._tables.get(cls, row)

    def known(self, param: Param[T], year: int) -> T:
        """A value of the law; raises Unknown where none is in force."""
        return self.law.known(param, year)

    def stated(self, param: Param[T], year: int) -> T | None:
        """A value of the law, or None where none is in force."""
        return self.law.value(param, year)

    def source(self, param: Param[T], year: int) -> ValueInForce:
        """A value of the law with what states it; raises Unknown where none is in force."""
        found = self.law.in_force(param.name, year)
        if found is None or found.value is None:
            raise Unknown(param.label)
        return found

    def day(self, param: Param[str], year: int) -> datetime.date:
        """A day of the calendar that the law states for a year; raises Unknown where it states none."""
        return self.law.day(param, year)


class Reader(View):
    """A view for reports and screens: no record that is being judged depends on what it reads."""

    def find(self, cls: type[R], columns: Columns, values: Values) -> Sequence[R]:
        """The records whose columns hold the values."""
        return self._rows(cls, columns).get(values, ())  # type: ignore[return-value]


def known(value: T | None, what: str) -> T:
    """`value`, which must not be blank; raises Unknown naming the column's heading."""
    if value is None:
        raise Unknown(what)
    return value
