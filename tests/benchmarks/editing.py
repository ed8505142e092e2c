"""One edit: to its findings in memory, and to the disk beside a bare commit in the same mode."""

from __future__ import annotations

import dataclasses
import datetime
import shutil
import sqlite3
import time
from random import Random
from typing import TYPE_CHECKING

from tests.benchmarks import books
from tests.benchmarks.rows import Row, share
from zhengzhou_desk.common.gc_pause import freeze_loaded, unfreeze_and_collect
from zhengzhou_desk.records import Change, Entry, Filing, Purchase, Record, Spending
from zhengzhou_desk.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from tests.benchmarks.parts import Run


def rows(run: Run) -> Iterator[Row]:
    path = run.folder / "edited.zzd"
    shutil.copy(books.county(run), path)
    units, orders = run.sizes("county")
    size = f"{units:,} units, {orders:,} orders"
    times = _in_memory(path, run.size("edits"))
    yield Row("edit → findings, median", size, share(times, 50) * 1000, "ms", at_most=0.2)
    yield Row("  p99", size, share(times, 99) * 1000, "ms", at_most=1)
    ours, bare = _durable(path, run.size("durable"))
    yield Row("edit → disk and findings, median", size, share(ours, 50) * 1000, "ms", "bare commit", share(bare, 50) * 1000, times=2)  # fmt: skip
    yield Row("  p99", size, share(ours, 99) * 1000, "ms", "bare commit", share(bare, 99) * 1000)


def _in_memory(path: Path, count: int) -> list[float]:
    store = Store.opened(path, now=books.clock, who="基准", writable=False)
    engine = books.judged(store.tables)
    freeze_loaded()
    times = []
    for change in _edits(store, count):
        started = time.perf_counter()
        store.tables.apply((change,))
        engine.update((change,))
        times.append(time.perf_counter() - started)
    again = books.judged(store.tables)
    assert sum(1 for _ in engine.findings()) == sum(1 for _ in again.findings()), "as if judged anew"
    store.close()
    unfreeze_and_collect()
    return times


def _edits(store: Store, count: int) -> list[Change]:
    """Reserves, filing days, union amounts and orders, a third of the latter evaluated or not."""
    rng = Random(7)
    filings, spending = list(store.tables.all(Filing)), list(store.tables.all(Spending))
    orders = list(store.tables.all(Purchase))
    now: dict[tuple[type[Record], int], Record] = {}
    changes = []
    for _ in range(count):
        kind = rng.random()
        table: Sequence[Record] = filings if kind < 0.4 else spending if kind < 0.6 else orders or filings
        first = rng.choice(table)
        before = now.get((type(first), first.id), first)
        after = _edited(before, kind, rng)
        now[type(first), first.id] = after
        changes.append(Change(before, after))
    return changes


def _edited(row: Record, kind: float, rng: Random) -> Record:
    if isinstance(row, Filing):
        if kind < 0.3:
            return dataclasses.replace(row, reserve=(row.reserve or 0) + rng.randint(-99, 100) * 100)
        return dataclasses.replace(row, first_filed=datetime.date(row.year, 3, rng.randint(10, 25)))
    if isinstance(row, Spending):
        return dataclasses.replace(row, purchased=(row.purchased or 0) + rng.randint(-99, 100) * 100)
    assert isinstance(row, Purchase)
    if kind < 0.9:
        return dataclasses.replace(row, amount=row.amount + rng.randint(-99, 100) * 100)
    return dataclasses.replace(row, evaluated=None if row.evaluated else row.day)


def _durable(path: Path, count: int) -> tuple[list[float], list[float]]:
    """Edits through the store to the disk, each beside a bare commit of one row in the same mode."""
    store = Store.opened(path, now=books.clock, who="基准")
    engine = books.judged(store.tables)
    freeze_loaded()
    bare = sqlite3.connect(path.with_suffix(".bare"), isolation_level=None)
    bare.execute("PRAGMA journal_mode=TRUNCATE").fetchone()
    bare.execute("PRAGMA synchronous=FULL")
    bare.execute("CREATE TABLE filing (id INTEGER PRIMARY KEY, reserve INTEGER) STRICT")
    bare.execute("BEGIN")
    bare.executemany("INSERT INTO filing VALUES (?, ?)", ((number, number) for number in range(12_000)))
    bare.execute("COMMIT")
    ours, theirs = [], []
    for number, change in enumerate(_edits(store, count)):
        started = time.perf_counter()
        entry = store.apply(Entry("edit", (change,), ("第一小学", "预留份额")))
        engine.update(entry.changes)
        middle = time.perf_counter()
        bare.execute("BEGIN IMMEDIATE")
        bare.execute("UPDATE filing SET reserve = ? WHERE id = ?", (number, number * 37 % 12_000))
        bare.execute("COMMIT")
        ours.append(middle - started)
        theirs.append(time.perf_counter() - middle)
    store.close()
    bare.close()
    return ours, theirs
