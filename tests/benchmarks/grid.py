"""Figures of the window: an edit until it is painted, tabs, filters, a paste, scrolling, the start.

Run as `python -m tests.benchmarks.grid [--small]`; offscreen; it prints what it measured and never fails for being slow.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QItemSelection, QItemSelectionModel
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from tests.benchmarks import judge
from zhengzhou_desk import app as program
from zhengzhou_desk import sample
from zhengzhou_desk.gui import opening, theme
from zhengzhou_desk.gui.main_window import MainWindow
from zhengzhou_desk.gui.record_tab import RecordTab
from zhengzhou_desk.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable


def timed(job: Callable[[], object]) -> float:
    started = time.perf_counter()
    job()
    QApplication.processEvents()
    return (time.perf_counter() - started) * 1000


def shown(name: str, times: list[float], aim: str) -> None:
    ordered = sorted(times)
    print(f"{name:<42} median {median(times):8.1f} ms   p99 {ordered[int(len(ordered) * 0.99)]:8.1f} ms   {aim}")


def _quiet() -> None:
    """Waits until the background has nothing to do, so that the figures are the window's own."""
    for thread in threading.enumerate():
        if thread.name == "backup":
            thread.join()


def main() -> None:
    small = "--small" in sys.argv
    units, orders = (160, 5_000) if small else (4_000, 200_000)
    app = program.application([])
    theme.dress(app, theme.LIGHT)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        path = Path(folder) / "b.zzd"
        judge.make(path, units, orders)
        window = MainWindow(opening.Start(Settings(Path(folder) / "s.json"), "zh", judge.clock, "x"))
        window.resize(1600, 900)
        window.show()
        print(f"{'open to a painted window':<42}        {timed(lambda: window.open_book(path)):8.1f} ms")
        window.desk.set_today(sample.SAMPLE_DAY)
        print(f"{'first backup, in the background':<42}        {timed(_quiet):8.1f} ms")
        for _ in range(2):
            times = []
            for place in range(window.tabs.count()):
                times.append(timed(lambda place=place: window.tabs.setCurrentIndex(place)))  # type: ignore[misc]
        shown("switch to a loaded tab", times, "aim ≤ 100 ms")
        window.show_tab("filings")
        page = window.page
        assert isinstance(page, RecordTab)
        records, grid = page.table.records, page.table.grid
        column = records.column_of("reserve")
        # Without the disk: what a durable commit costs is printed by tests.benchmarks.judge.
        window.desk.store._connection.execute("PRAGMA synchronous=OFF")
        times = [timed(lambda n=n: records.setData(records.index(n % 30, column), str(50_000 + n))) for n in range(60)]  # type: ignore[misc]
        shown("edit of a cell to painted", times, "aim ≤ 16 / 50 ms")
        times = [timed(lambda text=text: records.show_quick(text)) for text in ("d", "dy", "dyx", "dyxx", "", "101", "")]  # type: ignore[misc]
        shown("filter by pinyin, a key", times, "aim ≤ 50 ms")
        count = min(500, len(records.rows))
        grid.setCurrentIndex(records.index(0, records.column_of("total")))
        cells = QItemSelection(records.index(0, records.column_of("total")), records.index(0, records.column_of("total")))
        grid.selectionModel().select(cells, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        block = [column.name for column in records.columns]
        first = block.index("total")
        rows = "\n".join("\t".join(["900000", "90000"] + [""] * 0) for _ in range(count))
        QGuiApplication.clipboard().setText(rows)
        print(f"{f'paste {count} × 2 cells':<42}        {timed(grid.paste):8.1f} ms   aim ≤ 1000 ms ({first=})")
        bar = grid.verticalScrollBar()
        times = [timed(lambda n=n: bar.setValue(n * 20)) for n in range(60)]  # type: ignore[misc]
        shown("scroll a page", times, "aim ≤ 16 ms")
        window.close()
    script = "import sys; sys.path.insert(0, '.'); from PySide6.QtWidgets import QApplication, QMainWindow; a = QApplication([]); w = QMainWindow(); w.show(); a.processEvents()"
    started = time.perf_counter()
    subprocess.run([sys.executable, "-c", script], check=True, capture_output=True)
    print(f"{'a bare window, whole process':<42}        {(time.perf_counter() - started) * 1000:8.1f} ms")


if __name__ == "__main__":
    main()
