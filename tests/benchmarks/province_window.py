"""The window on 100,000 units: sorting by a measure, filtering by pinyin, an edit painted among many findings."""

from __future__ import annotations

import shutil
from statistics import median
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from tests.benchmarks import books
from tests.benchmarks.pulse import Pulse, until_painted
from tests.benchmarks.rows import Row, share
from tests.benchmarks.windows import is_idle, settle, tab, window

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.benchmarks.parts import Run
    from zhengzhou_desk.gui.main_window import MainWindow


def rows(run: Run) -> Iterator[Row]:
    path = run.folder / "province window.zzd"
    shutil.copy(books.province(run), path)
    with window(run) as made:
        Pulse().during(lambda: made.open_book(path), lambda: is_idle(made))
        settle(made)
        made.desk.store._connection.execute("PRAGMA synchronous=OFF")
        yield from _sorted(run, made)
        yield from _filtered(made)
        yield from _edited(run, made)


def _sorted(run: Run, made: MainWindow) -> Iterator[Row]:
    grid = tab(made, "filings").table.grid
    records = grid.records
    times = [until_painted(lambda: records.sort_by("=gap"), grid.viewport()) for _ in range(run.times(5) + 1)]
    gaps = [value for row in records.rows if isinstance(value := records.columns[records.column_of("=gap")].value(made.desk, row), int)]  # fmt: skip
    assert gaps == sorted(gaps, reverse=True) or gaps == sorted(gaps)
    size = f"{len(records.rows):,} rows"
    plain = median(until_painted(lambda: records.sort_by("reserve"), grid.viewport()) for _ in range(run.times(5)))
    yield Row("sort by a measure, again", size, median(times[1:]) * 1000, "ms", "by a column", plain * 1000, at_most=60)
    yield Row("  for the first time", size, times[0] * 1000, "ms", "by a column", plain * 1000)
    records.sorting = []
    records.rearrange()


def _filtered(made: MainWindow) -> Iterator[Row]:
    grid = tab(made, "units").table.grid
    records = grid.records
    times, counts = [], []
    for text in ("d", "dy", "dyx", "dyxx", "dyx", "101", ""):
        times.append(until_painted(lambda text=text: records.show_quick(text), grid.viewport()))  # type: ignore[misc]
        counts.append(len(records.rows))
    assert counts[0] >= counts[1] >= counts[2] == counts[4] < counts[-1]
    size = f"{counts[-1]:,} units"
    yield Row("filter by pinyin, a key", size, median(times[:5]) * 1000, "ms", at_most=60)
    yield Row("  the slowest", size, max(times) * 1000, "ms", at_most=60)


def _edited(run: Run, made: MainWindow) -> Iterator[Row]:
    year = made.desk.years[0]
    Pulse().during(lambda: made._choose_year(year), lambda: is_idle(made) and made.desk.year == year)
    grid = tab(made, "filings").table.grid
    records, column = grid.records, grid.records.column_of("reserve")
    grid.scrollTo(records.index(0, column))
    QApplication.processEvents()
    times = []
    for number in range(run.times(200)):
        index = records.index(number % min(20, len(records.rows)), column)
        times.append(until_painted(lambda index=index, number=number: records.setData(index, str(50_000 + number)), grid.viewport()))  # type: ignore[misc]  # fmt: skip
    size = f"{len(made.desk.findings()):,} findings"
    yield Row("edit → repaint, without the disk", size, median(times) * 1000, "ms", at_most=16.7)
    yield Row("  p99", size, share(times, 99) * 1000, "ms")
