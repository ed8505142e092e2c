"""A year of work in one window: steps without end, reopened now and then; what grows, and what gets slower."""

from __future__ import annotations

import datetime
import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tests.books import HOME, clock
from tests.faults.family import Family, Outcome, Tier

if TYPE_CHECKING:
    from zhengzhou_desk.gui.main_window import MainWindow

_REOPENED = 30
# The first part is warming up: caches fill, fonts and tabs are made.
_WARM = 5
_MOST_GROWTH_MIB = 20
_MOST_DRIFT = 1.2
_MOST_BYTES_A_STEP = 2_000


def _resident() -> int:
    """The memory of this process in bytes."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")


def _breathe() -> None:
    """What the event loop does between two steps; what is to be deleted goes, as it would in a running loop."""
    from PySide6.QtCore import QCoreApplication, QEvent

    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _step(window: MainWindow, chance: random.Random, held: list[object]) -> None:
    """What a clerk does all day: edits, undoes, filters, goes from tab to tab."""
    from zhengzhou_desk.common.errors import Refused
    from zhengzhou_desk.records import Filing
    from zhengzhou_desk.services import editing

    desk = window.desk
    rows = desk.rows(Filing)
    kind = chance.random()
    try:
        if kind < 0.6:
            editing.edit(desk, chance.choice(rows), "reserve", str(chance.randrange(100_000)))
        elif kind < 0.75:
            desk.undo()
        elif kind < 0.8:
            desk.redo()
        elif kind < 0.85:
            editing.edit_many(desk, [(row, "reserve", str(chance.randrange(9_999))) for row in chance.sample(rows, 20)])
        else:
            window.show_tab(chance.choice(["unit", "filing", "union", "account", "purchase"]))
    except Refused:
        pass
    _breathe()
    if held is not _NOTHING_HELD:
        held.append(bytes(4096))


_NOTHING_HELD: list[object] = []


def worked(path: Path, steps: int, *, leaks: bool) -> dict[str, object]:
    """Works on a book in a window; memory and seconds of each part, and the size of the book."""
    from zhengzhou_desk import app as program
    from zhengzhou_desk.common.settings import Settings
    from zhengzhou_desk.gui.main_window import MainWindow
    from zhengzhou_desk.gui.window_api import Start

    program.application([])
    window = MainWindow(Start(Settings(path.with_name("s.json")), "zh", clock, "王"))
    window.show()
    chance = random.Random(steps)
    held: list[object] = [] if leaks else _NOTHING_HELD
    memory, seconds, begins = [], [], path.stat().st_size
    for _ in range(_REOPENED):
        window.open_book(path)
        window.desk.set_today(datetime.date(2026, 3, 31))
        begun = time.process_time()
        for _ in range(steps // _REOPENED):
            _step(window, chance, held)
        seconds.append(time.process_time() - begun)
        window.session.close()
        _breathe()
        memory.append(_resident())
    return {"memory": memory, "seconds": seconds, "bytes": (path.stat().st_size - begins) / steps}


def faults(found: dict[str, list[float]]) -> list[str]:
    """What grew or became slower between the part after warming up and the last."""
    memory, seconds, grown = found["memory"], found["seconds"], found["bytes"]
    wrong = []
    growth = (sum(memory[-3:]) / 3 - sum(memory[_WARM : _WARM + 3]) / 3) / (1 << 20)
    if growth > _MOST_GROWTH_MIB:
        wrong.append(f"memory has grown by {growth:.0f} MiB")
    drift = sum(seconds[-_WARM:]) / sum(seconds[_WARM : 2 * _WARM])
    if drift > _MOST_DRIFT:
        wrong.append(f"steps take {drift:.2f} times as long")
    if float(grown) > _MOST_BYTES_A_STEP:  # type: ignore[arg-type]
        wrong.append(f"the book grows by {grown} bytes a step")
    return wrong


def _in_a_process(path: Path, steps: int, *, leaks: bool) -> dict[str, list[float]]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.soak", str(path), str(steps), "leaks" if leaks else ""],
        cwd=HOME, capture_output=True, text=True, check=True, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    said: dict[str, list[float]] = json.loads(done.stdout.splitlines()[-1])
    return said


def run(tier: Tier) -> Outcome:
    """The sample county for a year; and the same in a program that holds on to something at each step."""
    from zhengzhou_desk.__main__ import main

    outcome = Outcome()
    folder = tier.place()
    main(["demo", "--no-window", "--out", str(folder)])
    path = next(folder.glob("*.zzd"))
    found = _in_a_process(path, tier.tries, leaks=False)
    outcome.add("soak", faults(found))
    outcome.tried = tier.tries
    print({name: value if name == "bytes" else [value[0], value[_WARM], value[-1]] for name, value in found.items()})
    outcome.control(faults(_in_a_process(path, max(tier.tries, 12_000), leaks=True)))
    return outcome


FAMILY = Family(
    name="soak",
    tries_what="a working year in one window: 20,000 steps, 30 reopenings",
    failed_when="memory or file growing without end, speed drifting by more than a fifth",
    control="a program that holds on to 4 KB at each step",
    quick=0,
    deep=20_000,
    run=run,
)

if __name__ == "__main__":
    print(json.dumps(worked(Path(sys.argv[1]), int(sys.argv[2]), leaks=bool(sys.argv[3]))))
