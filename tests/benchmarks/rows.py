"""Rows of the table of figures: what was done, how long it took, beside what, and what is aimed at."""

from __future__ import annotations

import contextlib
import resource
import sys
import time
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

T = TypeVar("T")
HEAD = ("work", "size", "figure", "reference in this run", "ratio", "goal", "")
MET, MISSED, NO_GOAL, NOT_HERE = "met", "MISSED", "", "not here"


@dataclass(frozen=True, slots=True)
class Row:
    """One figure in `unit` (lower is better), what it was measured `against`, and its goals, all of which must be met.

    `at_most` is a goal in the figure's own unit, `times` one of the reference, to which `plus` is added.
    """

    work: str
    size: str
    figure: float
    unit: str
    reference: str = ""
    against: float | None = None
    at_most: float | None = None
    times: float | None = None
    plus: float = 0

    @property
    def ratio(self) -> float | None:
        """The figure by the reference; None where there is none."""
        return self.figure / self.against if self.against else None

    @property
    def goal(self) -> str:
        """What is aimed at, in words."""
        said = []
        if self.at_most is not None:
            said.append(f"≤ {_short(self.at_most)} {self.unit}")
        if self.times is not None:
            said.append(f"≤ {self.times:g} ×" + (f" + {_short(self.plus)} {self.unit}" if self.plus else ""))
        return ", ".join(said)

    @property
    def verdict(self) -> str:
        """Whether every goal is met."""
        if self.at_most is None and self.times is None:
            return NO_GOAL
        limits = [] if self.at_most is None else [self.at_most]
        if self.times is not None:
            if self.against is None:
                return NOT_HERE
            limits.append(self.times * self.against + self.plus)
        return MET if self.figure <= min(limits) else MISSED

    def cells(self) -> tuple[str, ...]:
        """The row as the table prints it."""
        beside = "" if self.against is None else f"{self.reference} {_short(self.against)} {self.unit}"
        ratio = "" if self.ratio is None else f"{self.ratio:.2f} ×"
        return (
            self.work, self.size, f"{_short(self.figure)} {self.unit}", beside or self.reference, ratio, self.goal,
            self.verdict,
        )  # fmt: skip


def table(rows: Sequence[Row]) -> str:
    """The rows in columns, as Markdown reads them too."""
    lines = [HEAD, *(row.cells() for row in rows)]
    widths = [max(_width(line[place]) for line in lines) for place in range(len(HEAD))]
    said = ["| " + " | ".join(_filled(cell, widths[at]) for at, cell in enumerate(line)) + " |" for line in lines]
    said.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(said)


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def _filled(text: str, width: int) -> str:
    return text + " " * (width - _width(text))


def _short(figure: float) -> str:
    """Three places that say something."""
    if figure >= 100:
        return f"{figure:,.0f}"
    if figure >= 10:
        return f"{figure:.1f}".removesuffix(".0")
    return f"{figure:.2f}".rstrip("0").rstrip(".") if figure >= 1 else f"{figure:.2g}"


# -- measuring ---------------------------------------------------------------------------------------


def seconds(job: Callable[[], object]) -> float:
    """How long a job takes."""
    started = time.perf_counter()
    job()
    return time.perf_counter() - started


def median_of(count: int, job: Callable[[], object]) -> float:
    """The median of so many runs, in seconds."""
    return median(seconds(job) for _ in range(count))


def timed(job: Callable[[], T]) -> tuple[float, T]:
    """How long a job takes, and its answer."""
    started = time.perf_counter()
    answer = job()
    return time.perf_counter() - started, answer


def share(times: Iterable[float], percent: int) -> float:
    """Below which time `percent` of the times lie."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, len(ordered) * percent // 100)]


def peak() -> float:
    """The most memory this process has had, in MB.

    Where Linux tells it of the process itself: what `getrusage` says is also what its parent had when it was started.
    """
    with contextlib.suppress(OSError, StopIteration):
        lines = Path("/proc/self/status").read_text().splitlines()
        return int(next(line for line in lines if line.startswith("VmHWM")).split()[1]) / 1024
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return used / 1024 if sys.platform != "darwin" else used / 2**20
