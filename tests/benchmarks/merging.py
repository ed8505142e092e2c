"""A city: 100 packages of 1,000 units taken in beside bare zip and JSON, and the workbook of all of them."""

from __future__ import annotations

import dataclasses
import datetime
import json
import subprocess
import sys
import zipfile
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from tests.benchmarks.rows import Row, median_of, peak, timed
from tests.books import clock, filing, new_desk, unit
from zhengzhou_desk.exchange import package
from zhengzhou_desk.services import exports, submissions
from zhengzhou_desk.services.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tests.benchmarks.parts import Run


def rows(run: Run) -> Iterator[Row]:
    count, units = run.size("packages"), run.size("packed")
    files = _packages(run.folder, count, units)
    bare = median_of(run.times(3), lambda: _parsed(files))
    times = []
    for number in range(run.times(3)):
        city = run.folder / f"市{number}.zzd"
        with Desk.new(city, region="410100", bureau="郑州市财政局", year=2024, clock=clock, who="李") as desk:
            took, verdicts = timed(lambda: submissions.examine(desk, files))
            times.append(took + timed(lambda: submissions.apply(desk, verdicts))[0])  # noqa: B023 - called at once
            assert all(verdict.state == submissions.ACCEPTED for verdict in verdicts)
    size = f"{count} packages of {units:,} units"
    yield Row("merge packages", size, median(times), "s", "bare zip and JSON", bare, at_most=2)
    found = [_workbook(city) for _ in range(run.times(2))]
    yield Row("the city's workbook", size, min(each[0] for each in found), "s", at_most=10)
    yield Row("  memory", size, max(each[1] for each in found), "MB", at_most=200)


def _workbook(city: Path) -> tuple[float, float]:
    command = [sys.executable, "-m", "tests.benchmarks.merging", str(city)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    took, memory = json.loads(done.stdout)
    return took, memory


def _written(city: Path) -> tuple[float, float]:
    with Desk.opened(city, clock=clock, who="李", writable=False) as desk:
        took, ties = timed(lambda: exports.write_summary(desk, city.with_suffix(".xlsx")))
        assert not ties
    return took, peak()


def _parsed(files: Sequence[Path]) -> None:
    for path in files:
        with zipfile.ZipFile(path) as packed:
            for part in packed.namelist():
                json.loads(packed.read(part))


def _packages(folder: Path, count: int, units: int) -> list[Path]:
    """One district's package, written again under as many codes."""
    rows = [unit(f"{number:06d}", f"第{number}小学") for number in range(1, units + 1)]
    filings = [filing(row.code, 800_000 + number, 81_000 + number) for number, row in enumerate(rows)]
    first = folder / "first.zdp"
    with new_desk(folder, *rows, *filings) as desk:
        submissions.write(desk, first, 2024, now=datetime.datetime(2024, 4, 1))
    read = package.read_package(first)
    files = []
    for number in range(count):
        path = folder / f"{number}.zdp"
        renamed = [dataclasses.replace(row, code=f"{number:02d}{row.code}") for row in read.units]
        details = {
            name: [{**row, "unit": f"{number:02d}{row['unit']}"} for row in read.manifest[name]]
            for name in ("months", "findings")
        }
        # A city has 99 codes beneath its own; the hundredth is one of them for the year before.
        where = {"region": f"4101{number or 1:02d}", "year": 2024 if number else 2023}
        package.write_package(path, {**read.manifest, **details, **where}, renamed)
        files.append(path)
    return files


if __name__ == "__main__":
    print(json.dumps(_written(Path(sys.argv[1]))))
