"""The window on a large county: opening, another day and year, pasting, undo, scrolling to what was never painted."""

from __future__ import annotations

import datetime
import shutil
import time
from statistics import median
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from tests.benchmarks import books
from tests.benchmarks.pulse import Paints, Pulse, until_painted
from tests.benchmarks.rows import Row, share
from tests.benchmarks.windows import is_idle, settle, tab, window
from zhengzhou_desk.policy.parameters import OWN, RATIO
from zhengzhou_desk.records import Filing
from zhengzhou_desk.services import editing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.benchmarks.parts import Run
    from zhengzhou_desk.gui.main_window import MainWindow


def rows(run: Run) -> Iterator[Row]:
    path = run.folder / "window.zzd"
    shutil.copy(books.county(run), path)
    units, orders = run.sizes("county")
    size = f"{units:,} units, 3 years, {orders:,} orders"
    with window(run) as made:
        yield from _opened(made, path, size)
        settle(made)
        # Without the disk: what a durable commit costs is a figure of its own.
        made.desk.store._connection.execute("PRAGMA synchronous=OFF")
        yield from _another_day(made, size)
        yield from _another_year(made, size)
        yield from _another_law(made, size)
        yield from _scrolled(made)
        yield from _pasted(run, made)


def _opened(made: MainWindow, path: Path, size: str) -> Iterator[Row]:
    # Whatever is painted first: the window itself may lie under its pages.
    paints = Paints(QApplication.instance() or made)
    started = time.perf_counter()
    shown = [0.0]

    def begin() -> None:
        paints.first = None
        made.open_book(path)
        made.tabs.update()

    def has_counts() -> bool:
        if not shown[0] and is_idle(made):
            paints.count = 0
            made.page.update()  # type: ignore[attr-defined]  # a page is a widget
            shown[0] = time.perf_counter()
        return bool(shown[0]) and paints.count > 0

    pulse = Pulse().during(begin, has_counts)
    assert made.desk.findings(), "judged"
    assert paints.first is not None
    paints.deleteLater()
    yield Row("open in the window: painted and alive", size, paints.first - started, "s", at_most=0.3)
    yield Row("  true counts", size, pulse.took, "s", at_most=1)
    yield Row("  longest pause of the window", size, pulse.longest * 1000, "ms", at_most=100)


def _another_day(made: MainWindow, size: str) -> Iterator[Row]:
    day = made.desk.today + datetime.timedelta(days=1)
    pulse = Pulse().during(lambda: made.judge_as_of(day), lambda: is_idle(made) and made.desk.today == day)
    assert made.desk.today == day
    yield Row("another day", size, pulse.took, "s")
    yield Row("  longest pause of the window", size, pulse.longest * 1000, "ms", at_most=100)


def _another_year(made: MainWindow, size: str) -> Iterator[Row]:
    here, other = made.desk.year, made.desk.years[0]
    pulse = Pulse().during(lambda: made._choose_year(other), lambda: is_idle(made) and made.desk.year == other)
    yield Row("another year: longest pause of the window", size, pulse.longest * 1000, "ms", at_most=100)
    Pulse().during(lambda: made._choose_year(here), lambda: is_idle(made) and made.desk.year == here)


def _another_law(made: MainWindow, size: str) -> Iterator[Row]:
    desk, ended = made.desk, [False]

    def state() -> None:
        made.change_law(
            "", lambda: editing.set_setting(desk, OWN + RATIO.name, "15%", desk.year, "郑财办〔2026〕1号"), done
        )

    def done(why: object) -> None:
        assert why is None
        ended[0] = True

    pulse = Pulse().during(state, lambda: ended[0] and is_idle(made))
    yield Row("a value of the law: longest pause of the window", size, pulse.longest * 1000, "ms", at_most=100)
    desk.undo()


def _scrolled(made: MainWindow) -> Iterator[Row]:
    grid = tab(made, "filings").table.grid
    bar, page = grid.verticalScrollBar(), max(1, grid.viewport().height() // grid.rowHeight(0))
    count = min(60, len(grid.records.rows) // page)
    times = []
    for number in range(1, count + 1):
        times.append(until_painted(lambda number=number: bar.setValue(number * page), grid.viewport()))  # type: ignore[misc]
    size = f"{page} rows × {len(grid.seen_columns())} columns"
    yield Row("scroll to a screen never painted", size, median(times) * 1000 if times else 0, "ms", at_most=8)
    yield Row("  p99", size, share(times, 99) * 1000 if times else 0, "ms", at_most=16.7)


def _pasted(run: Run, made: MainWindow) -> Iterator[Row]:
    grid = tab(made, "filings").table.grid
    records, names = grid.records, ("total", "reserve", "union_plan")
    seen = [records.columns[place].name for place in grid.seen_columns()]
    block = seen[seen.index("total") : seen.index("union_plan") + 1]
    assert all(name in names or name.startswith("=") for name in block), "between them stands what is computed"
    count = min(run.size("pasted") // len(names), len(records.rows))
    lines = (
        "\t".join(str(90_000 * (1 + 9 * (name == "total")) + number) if name in names else "" for name in block)
        for number in range(count)
    )
    QGuiApplication.clipboard().setText("\n".join(lines))
    here = records.index(0, records.column_of("total"))
    grid.selectionModel().setCurrentIndex(here, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    first = records.rows[0]
    assert isinstance(first, Filing)
    wanted = 90_000_00

    def reserve() -> int | None:
        row = made.desk.store.tables.get(Filing, first.id)
        return row.reserve if row is not None else None

    pulse = Pulse().during(grid.paste, lambda: is_idle(made) and reserve() == wanted)
    assert reserve() == wanted
    size = f"{count * len(names):,} cells"
    yield Row("paste", size, pulse.took, "s", at_most=0.6)
    yield Row("  longest pause of the window", size, pulse.longest * 1000, "ms", at_most=100)
    QApplication.processEvents()
    pulse = Pulse().during(made.undo, lambda: is_idle(made) and reserve() == first.reserve)
    assert reserve() == first.reserve
    yield Row("undo of the paste", size, pulse.took, "s", at_most=0.6)
    yield Row("  longest pause of the window", size, pulse.longest * 1000, "ms", at_most=100)
