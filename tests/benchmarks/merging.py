"""Merging: a hundred packages of a thousand units into a city's book, beside bare zip and JSON reading."""

from __future__ import annotations

import dataclasses
import datetime
import json
import resource
import tempfile
import time
import zipfile
from pathlib import Path

from tests.books import clock, filing, new_desk, unit
from zhengzhou_desk.exchange import package
from zhengzhou_desk.services import exports, submissions
from zhengzhou_desk.services.desk import Desk

PACKAGES, UNITS = 100, 1_000


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = _packages(folder)
        started = time.perf_counter()
        for path in files:
            with zipfile.ZipFile(path) as packed:
                for part in packed.namelist():
                    json.loads(packed.read(part))
        print(f"zip and JSON alone:                  {time.perf_counter() - started:6.2f} s")
        with Desk.new(
            folder / "市.zzd", region="410100", bureau="郑州市财政局", year=2024, clock=clock, who="李"
        ) as desk:
            started = time.perf_counter()
            verdicts = submissions.examine(desk, files)
            submissions.apply(desk, verdicts)
            took = time.perf_counter() - started
            assert all(verdict.state == submissions.ACCEPTED for verdict in verdicts)
            print(f"{PACKAGES} packages of {UNITS} units merged: {took:6.2f} s   aim ≤ 60 s")
            started = time.perf_counter()
            exports.write_summary(desk, folder / "s.xlsx")
            print(f"the city's summary of all of them:   {time.perf_counter() - started:6.2f} s")
    print(f"peak memory:                         {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:6.0f} MB")


def _packages(folder: Path) -> list[Path]:
    """One district's package, written again under a hundred codes."""
    rows = [unit(f"{number:06d}", f"第{number}小学") for number in range(1, UNITS + 1)]
    filings = [filing(row.code, 800_000 + number, 81_000 + number) for number, row in enumerate(rows)]
    first = folder / "first.zdp"
    with new_desk(folder, *rows, *filings) as desk:
        submissions.write(desk, first, 2024, now=datetime.datetime(2024, 4, 1))
    read = package.read_package(first)
    files = []
    for number in range(PACKAGES):
        path = folder / f"{number}.zdp"
        units = [dataclasses.replace(row, code=f"{number:02d}{row.code}") for row in read.units]
        # A city has 99 codes beneath its own; the hundredth is one of them for the year before.
        where = {"region": f"4101{number or 1:02d}", "year": 2024 if number else 2023}
        package.write_package(path, {**read.manifest, **where}, units)
        files.append(path)
    return files


if __name__ == "__main__":
    main()
