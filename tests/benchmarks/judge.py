"""Figures of a large county: opening and judging, edits with and without the disk, memory.

Run as `python -m tests.benchmarks.judge [--units N] [--orders N] [--small]`; it prints what it measured
beside what is aimed at, and never fails for being slow. Each part runs in a process of its own.
"""

from __future__ import annotations

import argparse
import dataclasses
import datetime
import json
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from zhengzhou_desk import sample
from zhengzhou_desk.common.gc_pause import freeze_loaded, unfreeze_and_collect
from zhengzhou_desk.policy.engine import Engine
from zhengzhou_desk.policy.pack_reader import packs
from zhengzhou_desk.records import CLASSES, BookYear, Change, Entry, Filing, Purchase, Record, Setting, Spending
from zhengzhou_desk.records.tables import Tables
from zhengzhou_desk.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

REGION = "410105"
NOON = datetime.datetime(2026, 3, 31, 12)
YEARS = (2024, 2025, 2026)
# Judged on its own: so many filings, over three years.
FILINGS = 100_000


def clock() -> datetime.datetime:
    return NOON


def make(path: Path, units: int, orders: int) -> None:
    """A book of the sample county at `path`."""
    rows: list[Record] = [Setting(name="region", value=REGION), *(BookYear(year=year, closed=False) for year in YEARS)]
    rows += sample.county(units, orders)
    Store.create(path, Entry("new_book", tuple(Change(None, row) for row in rows)), now=clock, who="基准").close()


def judged(store: Store) -> Engine:
    return Engine(store.tables, packs(), REGION, sample.SAMPLE_DAY, YEARS, stays=True)


def peak() -> float:
    """The most memory this process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def share(times: Sequence[float], percent: int) -> float:
    """Below which time `percent` of the times lie, in milliseconds."""
    return sorted(times)[min(len(times) - 1, len(times) * percent // 100)] * 1000


# -- the parts, each in a process of its own -------------------------------------------------------


def opening(path: Path) -> dict[str, float]:
    """Opens the book and judges everything; what the whole holds in memory."""
    packs()
    before = peak()
    start = time.perf_counter()
    store = Store.opened(path, now=clock, who="基准")
    opened = time.perf_counter()
    engine = judged(store)
    done = time.perf_counter()
    findings = sum(1 for _ in engine.findings())
    store.close()
    return {"open": opened - start, "judge": done - opened, "findings": findings, "peak": peak(), "bare": before}


def editing(path: Path, edits: int = 20_000) -> dict[str, float]:
    """Edits of every sort and what they do to the findings, without the disk."""
    store = Store.opened(path, now=clock, who="基准", writable=False)
    engine = judged(store)
    times = []
    for change in _edits(store, edits):
        start = time.perf_counter()
        store.tables.apply((change,))
        engine.update((change,))
        times.append(time.perf_counter() - start)
    store.close()
    return {"p50": share(times, 50), "p99": share(times, 99), "worst": max(times) * 1000}


def _edits(store: Store, count: int) -> list[Change]:
    """Reserves, filing days, union amounts and orders, a third of the latter moved to another buyer or state."""
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


def durable(path: Path, edits: int = 300) -> dict[str, float]:
    """Edits through the store to the disk, each beside a bare commit of one row in the same mode."""
    store = Store.opened(path, now=clock, who="基准")
    engine = judged(store)
    unfreeze_and_collect()
    freeze_loaded()
    bare = sqlite3.connect(path.with_suffix(".bare"), isolation_level=None)
    bare.execute("PRAGMA journal_mode=TRUNCATE").fetchone()
    bare.execute("PRAGMA synchronous=FULL")
    bare.execute("CREATE TABLE filing (id INTEGER PRIMARY KEY, reserve INTEGER) STRICT")
    bare.execute("BEGIN")
    bare.executemany("INSERT INTO filing VALUES (?, ?)", ((number, number) for number in range(12_000)))
    bare.execute("COMMIT")
    ours, theirs = [], []
    for number, change in enumerate(_edits(store, edits)):
        start = time.perf_counter()
        entry = store.apply(Entry("edit", (change,), ("第一小学", "预留份额")))
        engine.update(entry.changes)
        middle = time.perf_counter()
        bare.execute("BEGIN IMMEDIATE")
        bare.execute("UPDATE filing SET reserve = ? WHERE id = ?", (number, number * 37 % 12_000))
        bare.execute("COMMIT")
        ours.append(middle - start)
        theirs.append(time.perf_counter() - middle)
    store.close()
    bare.close()
    return {
        "ours p50": share(ours, 50), "ours p99": share(ours, 99),
        "bare p50": share(theirs, 50), "bare p99": share(theirs, 99), "times": share(ours, 50) / share(theirs, 50),
    }  # fmt: skip


def filings() -> dict[str, float]:
    """Judges 100,000 filings of units without order lines."""
    records = sample.county(FILINGS // len(YEARS) + 1, 0)
    rows: dict[type[Record], list[Record]] = {cls: [] for cls in CLASSES}
    for record in records:
        rows[type(record)].append(dataclasses.replace(record, id=len(rows[type(record)]) + 1))
    tables = Tables()
    for cls, numbered in rows.items():
        tables.fill(cls, numbered)
    del records, rows
    packs()
    start = time.perf_counter()
    engine = Engine(tables, packs(), REGION, sample.SAMPLE_DAY, YEARS, stays=True)
    seconds = time.perf_counter() - start
    return {
        "filings": len(tables.all(Filing)),
        "judge": seconds,
        "findings": sum(1 for _ in engine.findings()),
        "peak": peak(),
    }


# -- the program -----------------------------------------------------------------------------------

PARTS: dict[str, Callable[..., dict[str, float]]] = {
    "opening": opening, "editing": editing, "durable": durable, "filings": filings,
}  # fmt: skip


def measured(part: str, *arguments: str) -> dict[str, float]:
    """What a part measured, in a new process."""
    command = [sys.executable, "-m", "tests.benchmarks.judge", "--part", part, *arguments]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(run.stdout)  # type: ignore[no-any-return]


def line(what: str, value: float, unit: str, aim: float | None = None) -> None:
    """One figure, with the aim beside it and whether it is met."""
    verdict = "" if aim is None else f"   aim ≤ {aim:g} {unit}   {'met' if value <= aim else 'NOT MET'}"
    print(f"{what:<44}{value:>12.3f} {unit}{verdict}")


def main() -> None:
    parser = argparse.ArgumentParser(description="Figures of a large county")
    parser.add_argument("--units", type=int, default=4_000)
    parser.add_argument("--orders", type=int, default=200_000)
    parser.add_argument("--small", action="store_true", help="leaves the 100,000 filings out")
    parser.add_argument("--part", choices=sorted(PARTS), help=argparse.SUPPRESS)
    parser.add_argument("path", nargs="?", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.part:
        arguments = () if given.path is None else (given.path,)
        print(json.dumps(PARTS[given.part](*arguments)))
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "大县.zzd"
        make(path, given.units, given.orders)
        print(f"{given.units} units, {len(YEARS)} years, {given.orders} orders, {path.stat().st_size >> 20} MB")
        found = measured("opening", str(path))
        line("open the book", found["open"], "s")
        line("judge everything", found["judge"], "s")
        line("open and judge", found["open"] + found["judge"], "s", 2)
        line("findings", found["findings"], "")
        line("peak memory", found["peak"], "MB", 400)
        found = measured("editing", str(path))
        line("edit to findings, median", found["p50"], "ms", 0.2)
        line("edit to findings, p99", found["p99"], "ms", 1)
        line("edit to findings, worst", found["worst"], "ms")
        found = measured("durable", str(path))
        line("durable edit, median", found["ours p50"], "ms")
        line("durable edit, p99", found["ours p99"], "ms")
        line("bare commit, median", found["bare p50"], "ms")
        line("bare commit, p99", found["bare p99"], "ms")
        line("durable edit ÷ bare commit", found["times"], "×", 2)
    if not given.small:
        found = measured("filings")
        line(f"judge {found['filings']:.0f} filings", found["judge"], "s", 5)
        line("peak memory", found["peak"], "MB")


if __name__ == "__main__":
    main()
