"""The parts of the benchmark: each runs in a process of its own and answers with rows."""

from __future__ import annotations

import dataclasses
import importlib
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.benchmarks.rows import Row

if TYPE_CHECKING:
    from collections.abc import Iterator

# In the order of the table.
PARTS = (
    "start", "opening", "judging", "editing", "county_window", "province_window", "impact", "removing", "reading",
    "writing", "merging", "notices", "sealing",
)  # fmt: skip

# Whatever else the measured program prints is no row.
_ROW = "row "
# At full size, and at smoke size.
_SIZES = {
    "units": (100_000, 160),
    "filings": (33_334, 160),
    "edits": (20_000, 200),
    "durable": (300, 20),
    "many": (10_000, 40),
    "pasted": (10_000, 30),
    "removed": (20_000, 60),
    "imported": (10_000, 50),
    "imported_many": (100_000, 100),
    "exported": (335_000, 500),
    "packages": (100, 3),
    "packed": (1_000, 20),
    "merged": (1_000, 4),
    "sealed": (100_000, 200),
}
_COUNTY = ((4_000, 200_000), (160, 1_000))


@dataclass(frozen=True, slots=True)
class Run:
    """How a part is run: at full size or tiny, and where the parts keep what they share."""

    folder: Path
    smoke: bool = False

    def size(self, name: str) -> int:
        """How much of something is done."""
        return _SIZES[name][self.smoke]

    def sizes(self, _county: str) -> tuple[int, int]:
        """Units and orders of the county."""
        return _COUNTY[self.smoke]

    def times(self, full: int) -> int:
        """How often something is measured."""
        return 1 if self.smoke else full


def rows_of(part: str, run: Run) -> Iterator[Row]:
    """The rows of one part, measured in this process."""
    module: Any = importlib.import_module(f"tests.benchmarks.{part}")
    yield from module.rows(run)


def surroundings(run: Run) -> dict[str, str]:
    """No screen, and a home of its own: neither books nor backups of this computer are touched."""
    home = str(run.folder / "home")
    return {"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": home, "XDG_STATE_HOME": home, "XDG_DATA_HOME": home}


def measured(part: str, run: Run) -> tuple[list[Row], str]:
    """The rows of one part, measured in a process of its own, and why there are no more of them."""
    command = [sys.executable, "-m", "tests.benchmarks", "--part", part, "--folder", str(run.folder)]
    if run.smoke:
        command.append("--smoke")
    done = subprocess.run(command, env={**os.environ, **surroundings(run)}, capture_output=True, text=True, check=False)
    lines = (line.removeprefix(_ROW) for line in done.stdout.splitlines() if line.startswith(_ROW))
    return [Row(**json.loads(line)) for line in lines], done.stderr[-1500:] if done.returncode else ""


def say(row: Row) -> None:
    """Prints a row for `measured`, as soon as it is there: what fails later takes no figure away."""
    print(_ROW + json.dumps(dataclasses.asdict(row)), flush=True)
