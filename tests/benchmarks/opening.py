"""Opening and judging a large county and 100,000 units, with what they hold in memory; beside reading the same rows."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from tests.benchmarks import books
from tests.benchmarks.rows import Row, peak, seconds, timed
from zhengzhou_desk.policy.pack_reader import packs
from zhengzhou_desk.records import Filing
from zhengzhou_desk.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.benchmarks.parts import Run


def rows(run: Run) -> Iterator[Row]:
    units, orders = run.sizes("county")
    path = books.county(run)
    found = [_in_own_process(path) for _ in range(run.times(3))]
    whole = median(each["open"] + each["judge"] for each in found)
    fetched = median(seconds(lambda: _fetched(path)) for _ in range(run.times(3)))
    size = f"{units:,} units, 3 years, {orders:,} orders"
    yield Row("open and judge a book", size, whole, "s", "bare fetchall", fetched)
    yield Row("  memory", size, max(each["peak"] for each in found), "MB", at_most=400)
    path = books.province(run)
    found = [_in_own_process(path) for _ in range(run.times(3))]
    whole = median(each["open"] + each["judge"] for each in found)
    fetched = seconds(lambda: _fetched(path))
    size = f"{run.size('units'):,} units, {found[0]['filings']:,.0f} filings"
    yield Row("open and judge a book", size, whole, "s", "bare fetchall", fetched, at_most=6)
    yield Row("  memory", size, max(each["peak"] for each in found), "MB", at_most=600)


def opened(path: Path) -> dict[str, float]:
    """Opens a book, judges all of it, and says how long and with how much memory."""
    packs()
    took, store = timed(lambda: Store.opened(path, now=books.clock, who="基准", writable=False))
    judging, engine = timed(lambda: books.judged(store.tables))
    findings, filings = sum(1 for _ in engine.findings()), len(store.tables.all(Filing))
    assert findings > 0 < filings
    store.close()
    return {"open": took, "judge": judging, "findings": findings, "filings": filings, "peak": peak()}


def _in_own_process(path: Path) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.benchmarks.opening", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)  # type: ignore[no-any-return]


def _fetched(path: Path) -> None:
    """Every row of every table, as the bare library hands them out."""
    book = sqlite3.connect(path)
    names = [name for (name,) in book.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    count = sum(len(book.execute(f'SELECT * FROM "{name}"').fetchall()) for name in names)
    book.close()
    assert count > 0


if __name__ == "__main__":
    print(json.dumps(opened(Path(sys.argv[1]))))
