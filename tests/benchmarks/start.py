"""Start to usable window: a fresh process on the sample book until all is painted, beside a bare window of Qt."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from statistics import median
from typing import TYPE_CHECKING

from tests.benchmarks.rows import Row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.benchmarks.parts import Run

# Both say the time since they were started; a window is usable once its event loop has nothing left to do.
_BARE = """
import sys, time
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        print("painted", time.time() - float(sys.argv[1]), flush=True)
app = QApplication([])
window = Window()
window.show()
app.processEvents()
print("usable", time.time() - float(sys.argv[1]), flush=True)
"""
_OURS = """
import sys, time
from pathlib import Path
from zhengzhou_desk import app
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
class Watch(QObject):
    seen = False
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and not self.seen:
            self.seen = True
            print("painted", time.time() - float(sys.argv[1]), flush=True)
        return False
watch, windows, show = Watch(), [], app.MainWindow.show
def shown(window):
    QApplication.instance().installEventFilter(watch)
    windows.append(window)
    show(window)
app.MainWindow.show = shown
def run():
    QApplication.processEvents()
    while not windows[0].has_book: QApplication.processEvents()
    for _ in range(3): QApplication.processEvents()
    print("usable", time.time() - float(sys.argv[1]), flush=True)
    return 0
QApplication.exec = staticmethod(run)
app.run(Path(sys.argv[2]), "zh")
"""


def rows(run: Run) -> Iterator[Row]:
    folder = run.folder / "demo"
    command = [sys.executable, "-m", "zhengzhou_desk", "demo", "--no-window", "--out", str(folder)]
    subprocess.run(command, check=True, capture_output=True)
    book = str(next(folder.glob("*.zzd")))
    ours: dict[str, list[float]] = {}
    bare: dict[str, list[float]] = {}
    for _ in range(run.times(5)):
        # One after the other, so that what else the machine does falls on both.
        for found, script in ((ours, _OURS), (bare, _BARE)):
            for what, took in _once(script, book):
                found.setdefault(what, []).append(took)
    for what, name, times in (("painted", "start: first paint", 3), ("usable", "  usable", 4)):
        figure, against = median(ours[what]), median(bare[what])
        yield Row(name, "sample book", figure, "s", "bare window", against, times=times)


def _once(script: str, book: str) -> list[tuple[str, float]]:
    command = [sys.executable, "-c", script, str(time.time()), book]
    done = subprocess.run(command, env=os.environ, check=True, capture_output=True, text=True)
    found: dict[str, float] = {}
    for line in done.stdout.splitlines():
        name, _, took = line.partition(" ")
        if name in ("painted", "usable"):
            found.setdefault(name, float(took))
    return list(found.items())
