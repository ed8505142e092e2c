"""Start to usable window: a fresh process on the sample book, from the first instruction until everything is painted.

Run as `python -m tests.benchmarks.start [RUNS]`; offscreen; it prints what it measured and never fails for being slow.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

# The child notes the time since it was started; the window is usable once its event loop has nothing left to do.
_CHILD = """
import sys, time
started = float(sys.argv[1])
def said(what): print(f"{what} {(time.time() - started) * 1000:.0f}", flush=True)
said("python")
from pathlib import Path
from zhengzhou_desk import app
from PySide6.QtWidgets import QApplication
said("imports")
show = app.MainWindow.show
def shown(window):
    show(window); said("window")
app.MainWindow.show = shown
def run():
    for _ in range(3): QApplication.processEvents()
    said("usable")
    return 0
QApplication.exec = staticmethod(run)
app.run(Path(sys.argv[2]), "zh")
"""


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        home = Path(folder)
        environment = {
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "XDG_CONFIG_HOME": folder,
            "XDG_STATE_HOME": folder,
            "XDG_DATA_HOME": folder,
        }
        command = [sys.executable, "-m", "zhengzhou_desk", "demo", "--no-window", "--out", str(home / "demo")]
        subprocess.run(command, env=environment, check=True, capture_output=True)
        times: dict[str, list[int]] = {}
        for _ in range(runs):
            for what, milliseconds in _once(home / "demo" / "示例县.zzd", environment):
                times.setdefault(what, []).append(milliseconds)
    for what, found in times.items():
        aim = "aim ≤ 2000 ms" if what == "usable" else ""
        print(f"start: {what:<8} median {median(found):6.0f} ms   worst {max(found):6d} ms   {aim}")


def _once(book: Path, environment: dict[str, str]) -> list[tuple[str, int]]:
    import time

    done = subprocess.run(
        [sys.executable, "-c", _CHILD, str(time.time()), str(book)],
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )
    lines = (line.split() for line in done.stdout.splitlines())
    return [(line[0], int(line[1])) for line in lines if len(line) == 2 and line[1].isdigit()]


if __name__ == "__main__":
    main()
