"""A family of fault tests: what it tries, what it found, and the negative control without which it proves nothing."""

from __future__ import annotations

import random
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence


class Skipped(Exception):  # noqa: N818 - no error: this machine lacks what is needed
    """A family that cannot be tried on this machine; says what is missing."""


@dataclass
class Outcome:
    """What a family found."""

    tried: int = 0
    failures: list[str] = field(default_factory=list)
    # How many of the control's tries failed, as they must, and of how many.
    control_failed: int = 0
    control_tried: int = 0
    # What could not be tried, with its reason.
    skipped: list[str] = field(default_factory=list)

    @property
    def proves(self) -> bool:
        """Whether nothing failed, and the control did."""
        return bool(self.tried) and not self.failures and bool(self.control_failed)

    def add(self, case: str, faults: list[str]) -> None:
        """Counts one try and what was wrong with it."""
        self.tried += 1
        self.failures += [f"{case}: {fault}" for fault in faults]

    def control(self, faults: list[str]) -> None:
        """Counts one try of the control, which is meant to go wrong."""
        self.control_tried += 1
        self.control_failed += bool(faults)


@dataclass(frozen=True)
class Tier:
    """How much is tried: about so many tries, chosen by a seed, in a folder of their own."""

    tries: int
    seed: int
    folder: Path
    deep: bool = False
    # The tries to be made again, by number, where not all are.
    only: tuple[int, ...] = ()

    def numbers(self) -> Sequence[int]:
        """The numbers of the tries, in families that number them."""
        return self.only or range(self.tries)

    def chance(self, *about: object) -> random.Random:
        """Random numbers that are the same whenever the same thing is tried."""
        return random.Random(f"{self.seed} {about}")

    def place(self) -> Path:
        """A fresh folder."""
        return Path(tempfile.mkdtemp(dir=self.folder))


@dataclass(frozen=True)
class Family:
    """One row of the table of figures."""

    name: str
    tries_what: str
    # What counts as failed.
    failed_when: str
    # What must fail, or the family proves nothing.
    control: str
    quick: int
    deep: int
    run: Callable[[Tier], Outcome]
    needs_shim: bool = False
    # Whether its tries have numbers, so that one can be made again by itself.
    numbered: bool = False


def chosen(chance: random.Random, count: int, most: int) -> list[int]:
    """`most` of the numbers 1 to `count`, spread over them; all of them where there are no more."""
    if count <= most:
        return list(range(1, count + 1))
    return sorted(chance.sample(range(1, count + 1), most))


def shares(available: Sequence[int], tries: int) -> list[int]:
    """How many tries each has of so many in all: an equal part, and what one has no use for goes to the others."""
    given = [0] * len(available)
    order = sorted(range(len(available)), key=available.__getitem__)
    for place, each in enumerate(order):
        equal = -(-(tries - sum(given)) // (len(order) - place))
        given[each] = min(available[each], max(1, equal))
    return given


def until(seconds: float) -> Iterator[int]:
    """Counts as long as there is time."""
    end = time.monotonic() + seconds
    number = 0
    while time.monotonic() < end:
        yield number
        number += 1
