"""Judging 100,000 filings in memory, beside plain loops over the same rows that only flag."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.benchmarks import books, plain_loops
from tests.benchmarks.rows import Row, median_of
from zhengzhou_desk.policy.pack_reader import packs
from zhengzhou_desk.policy.parameters import UNKNOWN
from zhengzhou_desk.records import Filing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.benchmarks.parts import Run


def rows(run: Run) -> Iterator[Row]:
    tables = books.in_memory(run.size("filings"))
    packs()
    flagged = plain_loops.flagged(tables)
    judged = (each for each in books.judged(tables).findings() if each.table == Filing.table.name)
    found = {(each.rule, each.id) for each in judged if each.severity != UNKNOWN}
    for rule in plain_loops.ALIKE:
        ours, theirs = ({each for each in some if each[0] == rule} for some in (found, flagged))
        assert ours <= theirs, f"the loops see what the rules see: {rule}, {ours - theirs}"
    took = median_of(run.times(3), lambda: books.judged(tables))
    loops = median_of(run.times(5), lambda: plain_loops.flagged(tables))
    size = f"{len(tables.all(Filing)):,} filings"
    yield Row("judge everything", size, took, "s", "plain loops", loops, at_most=1.5, times=2)
