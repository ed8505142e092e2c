"""Growth over four sizes, drawn: judging and opening from 1,000 to 100,000 units, the grid up to 600,000 rows."""

from __future__ import annotations

import datetime
import json
import math
import subprocess
import sys
from statistics import median
from typing import TYPE_CHECKING, TypeAlias

from reportlab.graphics import renderPDF, renderSVG
from reportlab.graphics.shapes import Circle, Drawing, Line, PolyLine, String
from reportlab.lib.colors import HexColor

from tests.benchmarks import books
from tests.benchmarks.rows import median_of, seconds
from zhengzhou_desk.policy.pack_reader import packs
from zhengzhou_desk.records import Purchase, Unit

if TYPE_CHECKING:
    from pathlib import Path

    from tests.benchmarks.parts import Run
    from zhengzhou_desk.gui.main_window import MainWindow

# What is measured → (how many, milliseconds).
Points: TypeAlias = "dict[str, list[tuple[int, float]]]"
_UNITS = (1_000, 4_000, 20_000, 100_000)
_ROWS = (1_000, 10_000, 100_000, 600_000)
_SMOKE = (160, 200, 250, 300)
_COLOURS = ("#1b6ac9", "#c9451b", "#2e8b57", "#8a4fbf", "#b8860b")
_WIDTH, _HEIGHT, _EDGE = 520.0, 340.0, 56.0


def points(run: Run) -> Points:
    """What was measured at each size."""
    return {**_units(run), **_rows(run)}


def _units(run: Run) -> Points:
    found: Points = {"open and judge (units)": [], "judge (units)": []}
    packs()
    for units in _SMOKE if run.smoke else _UNITS:
        path = run.folder / f"growth {units}.zzd"
        command = [sys.executable, "-m", "tests.benchmarks.books", str(path), str(units), "0"]
        subprocess.run(command, check=True)
        command = [sys.executable, "-m", "tests.benchmarks.opening", str(path)]
        said = [
            json.loads(subprocess.run(command, capture_output=True, check=True).stdout) for _ in range(run.times(3))
        ]
        found["judge (units)"].append((units, median(each["judge"] for each in said) * 1000))
        whole = median(each["judge"] + each["open"] for each in said)
        found["open and judge (units)"].append((units, whole * 1000))
    return found


def _rows(run: Run) -> Points:
    """A table of orders in the window: a screen further, sorted by a column, filtered by a code."""
    from tests.benchmarks import windows
    from tests.benchmarks.pulse import Pulse

    path = run.folder / "growth window.zzd"
    books.make(path, 160, 0)
    with windows.window(run) as made:
        Pulse().during(lambda: made.open_book(path), lambda: windows.is_idle(made))
        windows.settle(made)
        sizes = _SMOKE if run.smoke else _ROWS
        measured = [(count, *_grid(made, count, run)) for count in sizes]
    names = ("scroll a screen (rows)", "sort (rows)", "filter (rows)")
    return {name: [(each[0], each[at]) for each in measured] for at, name in enumerate(names, 1)}


def _grid(made: MainWindow, count: int, run: Run) -> tuple[float, float, float]:
    from tests.benchmarks import windows
    from tests.benchmarks.pulse import until_painted

    grid = windows.tab(made, "purchases").table.grid
    year, buyers = made.desk.year, [unit.code for unit in made.desk.tables.all(Unit)]
    orders = [
        Purchase(
            id=number, number=f"{number:09d}", day=datetime.date(year, 3, 1 + number % 28), kind="canteen",
            buyer=buyers[number % len(buyers)], amount=(number * 7_919) % 1_000_003, channel="platform",
        )
        for number in range(1, count + 1)
    ]  # fmt: skip
    made.desk.store.tables.fill(Purchase, orders)
    records = grid.records
    records.read()
    assert len(records.rows) == count
    bar, view = grid.verticalScrollBar(), grid.viewport()
    step = max(1, bar.maximum() // 40)
    scrolled = median(
        seconds(lambda place=place: until_painted(lambda: bar.setValue(place * step), view))  # type: ignore[misc]
        for place in range(1, 30)
    )
    ordered = median_of(run.times(3), lambda: until_painted(lambda: records.sort_by("amount"), view))
    narrowed = median_of(run.times(3), lambda: until_painted(lambda: records.show_quick("101"), view))
    records.show_quick("")
    return scrolled * 1000, ordered * 1000, narrowed * 1000


# -- drawing -----------------------------------------------------------------------------------------


def draw(path: Path, found: Points) -> None:
    """Draws the points on logarithmic axes into an .svg, or a .pdf."""
    drawing = Drawing(_WIDTH, _HEIGHT)
    counts = [count for line in found.values() for count, _ in line]
    times = [max(each, 0.01) for line in found.values() for _, each in line]
    across, up = _axis(counts), _axis(times)
    for exponent in range(across[0], across[1] + 1):
        x = _place(10.0**exponent, across, _WIDTH)
        drawing.add(Line(x, _EDGE, x, _HEIGHT - _EDGE, strokeColor=HexColor("#dddddd")))
        drawing.add(String(x, _EDGE - 14, f"{10**exponent:,}", textAnchor="middle", fontSize=8))
    for exponent in range(up[0], up[1] + 1):
        y = _place(10.0**exponent, up, _HEIGHT)
        drawing.add(Line(_EDGE, y, _WIDTH - _EDGE, y, strokeColor=HexColor("#dddddd")))
        drawing.add(String(_EDGE - 4, y - 3, f"{10.0**exponent:g} ms", textAnchor="end", fontSize=8))
    for number, (name, line) in enumerate(found.items()):
        colour = HexColor(_COLOURS[number % len(_COLOURS)])
        places = [(_place(count, across, _WIDTH), _place(max(each, 0.01), up, _HEIGHT)) for count, each in line]
        drawing.add(PolyLine([each for place in places for each in place], strokeColor=colour, strokeWidth=1.5))
        for x, y in places:
            drawing.add(Circle(x, y, 2.5, fillColor=colour, strokeColor=colour))
        drawing.add(String(_EDGE + 8, _HEIGHT - _EDGE - 12 - 11 * number, name, fontSize=9, fillColor=colour))
    drawing.add(String(_WIDTH / 2, 14, "units or rows", textAnchor="middle", fontSize=9))
    if path.suffix.lower() == ".pdf":
        renderPDF.drawToFile(drawing, str(path), "Growth")
    else:
        renderSVG.drawToFile(drawing, str(path))


def _axis(values: list[float] | list[int]) -> tuple[int, int]:
    """The powers of ten between which all values lie."""
    return math.floor(math.log10(min(values))), max(
        math.ceil(math.log10(max(values))), math.floor(math.log10(min(values))) + 1
    )


def _place(value: float, axis: tuple[int, int], room: float) -> float:
    return _EDGE + (math.log10(value) - axis[0]) / (axis[1] - axis[0]) * (room - 2 * _EDGE)
