"""Totals of a sheet: whether what a row sums up is the sum of the rows that it is about."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zhengzhou_desk.common.messages import CHINESE, message

if TYPE_CHECKING:
    from collections.abc import Mapping

    from zhengzhou_desk.records.columns import Column

# How far down a sum reaches that stands above its rows: to the end, or to the next of its level.
WHOLE, FIRST, SECOND, NEAREST = range(4)


@dataclass(frozen=True, slots=True)
class Difference:
    """A sum that is not that of its rows."""

    column: Column
    total: int
    details: int

    def text(self, lang: str = CHINESE) -> str:
        """The column, what was summed, and by how much it differs."""
        show = self.column.kind.show
        return message(
            "“{column}”{total} 与明细不符，差 {difference}",
            column=self.column, total=show(self.total), difference=show(self.total - self.details),
        ).text(lang)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Above:
    """A sum that stands above its rows, and what had been summed before them."""

    place: int
    given: Mapping[str, int]
    before: Mapping[str, int]


class Totals:
    """Sums up rows as they come and compares what sum rows say, whether these stand below or above."""

    def __init__(self, columns: Mapping[str, Column]) -> None:
        self._columns = columns
        self._all: defaultdict[str, int] = defaultdict(int)
        self._boundary = self._all.copy()
        self._rows = self._rows_since = 0
        self._above: dict[int, list[_Above]] = {}
        # By the place of a sum row what differs; nothing where it ties.
        self.found: dict[int, list[Difference]] = {}

    def rows(self, count: int, sums: Mapping[str, int]) -> None:
        """So many rows of data, and what they add to each column."""
        for name, amount in sums.items():
            self._all[name] += amount
        self._rows += count
        self._rows_since += count

    def sum_row(self, place: int, given: Mapping[str, int], *, partial: bool) -> None:
        """A row 合计, or 小计 where it is partial: it sums up what is above it, or what follows."""
        if not self._rows or (partial and not self._rows_since):
            self._wait(place, given, NEAREST if partial else WHOLE)
            return
        self._resolve(NEAREST if partial else FIRST)
        since = {name: self._all[name] - self._boundary[name] for name in given}
        whole = {name: self._all[name] for name in given}
        first, second = (since, whole) if partial else (whole, since)
        differs = self._compared(given, first)
        # Each group may have its 合计, and a sheet of one group only 小计.
        if differs and not self._compared(given, second):
            differs = []
        self.found[place] = differs
        self._begin()

    def group(self, place: int, given: Mapping[str, int], level: int) -> None:
        """A row that heads a group, with the group's sums or without."""
        self._resolve(level)
        self._begin()
        self._wait(place, given, level)

    def end(self) -> None:
        """The sheet has ended: what stood above everything is compared."""
        self._resolve(WHOLE)

    def _begin(self) -> None:
        self._boundary = self._all.copy()
        self._rows_since = 0

    def _wait(self, place: int, given: Mapping[str, int], level: int) -> None:
        if given:
            before = {name: self._all[name] for name in given}
            self._above.setdefault(level, []).append(_Above(place, given, before))

    def _resolve(self, level: int) -> None:
        """Compares the sums above that reach no further than here."""
        for ended in [each for each in self._above if each >= level]:
            for above in self._above.pop(ended):
                details = {name: self._all[name] - above.before[name] for name in above.given}
                self.found[above.place] = self._compared(above.given, details)

    def _compared(self, given: Mapping[str, int], details: Mapping[str, int]) -> list[Difference]:
        return [
            Difference(self._columns[name], total, details[name])
            for name, total in given.items()
            if total != details[name]
        ]
