"""The books that are measured: made once a run in a folder that the parts share, each in a process of its own."""

from __future__ import annotations

import dataclasses
import datetime
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from zhengzhou_desk import sample
from zhengzhou_desk.policy.engine import Engine
from zhengzhou_desk.policy.pack_reader import packs
from zhengzhou_desk.records import CLASSES, BookYear, Change, Entry, Record, Setting
from zhengzhou_desk.records.tables import Tables
from zhengzhou_desk.store.store import Store

if TYPE_CHECKING:
    from tests.benchmarks.parts import Run

REGION = "410105"
YEARS = (2024, 2025, 2026)


def clock() -> datetime.datetime:
    """A clock that stands still, on the day as of which the county is judged."""
    return datetime.datetime.combine(sample.SAMPLE_DAY, datetime.time(12))


def county(run: Run) -> Path:
    """A large county: 4,000 units, three years, 200,000 orders."""
    return _made(run, "county", *run.sizes("county"))


def province(run: Run) -> Path:
    """100,000 units with 300,000 filings, without order lines."""
    return _made(run, "province", run.size("units"), 0)


def _made(run: Run, name: str, units: int, orders: int) -> Path:
    path = run.folder / f"{name}.zzd"
    if not path.exists():
        # Elsewhere, so that the memory of the part that asks is its own.
        command = [sys.executable, "-m", "tests.benchmarks.books", str(path), str(units), str(orders)]
        subprocess.run(command, check=True)
    return path


def make(path: Path, units: int, orders: int) -> None:
    """A book of the sample county at `path`."""
    rows: list[Record] = [Setting(name="region", value=REGION), *(BookYear(year=year, closed=False) for year in YEARS)]
    rows += sample.county(units, orders)
    draft = path.with_suffix(".making")
    Store.create(draft, Entry("new_book", tuple(Change(None, row) for row in rows)), now=clock, who="基准").close()
    draft.replace(path)


def in_memory(units: int) -> Tables:
    """The tables of so many units without a file and without order lines."""
    rows: dict[type[Record], list[Record]] = {cls: [] for cls in CLASSES}
    for record in sample.county(units, 0):
        rows[type(record)].append(dataclasses.replace(record, id=len(rows[type(record)]) + 1))
    tables = Tables()
    for cls, numbered in rows.items():
        tables.fill(cls, numbered)
    return tables


def judged(tables: Tables) -> Engine:
    """An engine over all three years, as of the sample's day."""
    return Engine(tables, packs(), REGION, sample.SAMPLE_DAY, YEARS, stays=True)


if __name__ == "__main__":
    make(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
