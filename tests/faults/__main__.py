"""Tries the families of fault tests and writes the table of what they found.

    python -m tests.faults [FAMILY …]           as many tries as the tests make
    python -m tests.faults --deep [FAMILY …]    very many; hours
    python -m tests.faults --only 25424 sheets  single tries of a family that numbers them, found wrong in a run before
    python -m tests.faults … --table FILE       the table as Markdown, for the documentation

Each family prints one line; the status is 1 where something failed, or where a control did not.
"""

from __future__ import annotations

import argparse
import datetime
import json
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from tests.books import HOME
from tests.faults import FAMILIES, shim
from tests.faults.family import Family, Outcome, Skipped, Tier

if TYPE_CHECKING:
    from collections.abc import Sequence

_SEED = 2024
_SHOWN = 20
_ROOM = 256 << 20


def tried(
    family: Family, *, deep: bool = False, tries: int | None = None, seed: int = _SEED, only: Sequence[int] = ()
) -> Outcome:
    """Tries a family in a process of its own, which has the shim where it needs that."""
    if family.needs_shim and (reason := shim.why_not()):
        raise Skipped(reason)
    count = tries or (family.deep if deep else family.quick)
    with tempfile.TemporaryDirectory(prefix="faults-") as folder:
        done = subprocess.run(
            [sys.executable, "-m", "tests.faults", "--inside", family.name, "--tries", str(count), "--seed", str(seed),
             *(["--deep"] if deep else []), *(f"--only={number}" for number in only)],
            cwd=HOME, stdout=subprocess.PIPE, text=True, check=False,
            env=shim.environment(Path(folder)) if family.needs_shim else None,
        )  # fmt: skip
    if done.returncode == 3:
        raise Skipped(done.stdout.strip())
    if done.returncode:
        raise RuntimeError(f"{family.name} ended with status {done.returncode}: {done.stdout}")
    return Outcome(**json.loads(done.stdout.splitlines()[-1]))


def _inside(name: str, tier: Tier) -> int:
    """Tries a family here; its outcome is the last line."""
    try:
        outcome = FAMILIES[name].run(tier)
    except Skipped as reason:
        print(reason)
        return 3
    print(json.dumps(asdict(outcome)))
    return 0


def _quick_disk() -> str | None:
    """A folder in memory where there is one with room: whether a disk syncs is asked of the shim, not waited for."""
    memory = Path("/dev/shm")  # noqa: S108 - a folder of its own is made in it
    return str(memory) if memory.is_dir() and shutil.disk_usage(memory).free > _ROOM else None


def _main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument(
        "family", nargs="*", choices=[*FAMILIES, []], help="which families; all of them where none is said"
    )
    parser.add_argument("--deep", action="store_true")
    parser.add_argument("--tries", type=int)
    parser.add_argument("--seed", type=int, default=_SEED)
    parser.add_argument("--only", type=int, action="append", default=[], metavar="NUMBER")
    parser.add_argument("--table", type=Path)
    parser.add_argument("--inside", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.only and not (given.inside or all(FAMILIES[name].numbered for name in given.family or FAMILIES)):
        numbered = ", ".join(name for name, family in FAMILIES.items() if family.numbered)
        parser.error(f"--only goes with families whose tries have numbers: {numbered}")
    if given.inside:
        with tempfile.TemporaryDirectory(prefix="faults-", dir=_quick_disk()) as folder:
            tier = Tier(given.tries, given.seed, Path(folder).resolve(), given.deep, tuple(given.only))
            return _inside(given.inside, tier)
    rows, good = [], True
    for name in given.family or FAMILIES:
        family = FAMILIES[name]
        if not given.deep and not family.quick and not given.tries:
            continue
        begun = time.monotonic()
        try:
            outcome = tried(family, deep=given.deep, tries=given.tries, seed=given.seed, only=given.only)
        except Skipped as lack:
            print(f"{name}: skipped, {lack}", flush=True)
            rows.append(f"| {family.tries_what} | skipped: {lack} | | {family.control} |")
            continue
        for failure in outcome.failures[:_SHOWN]:
            print(f"    {failure}")
        for reason in outcome.skipped:
            print(f"    skipped: {reason}")
        good &= not outcome.failures if given.only else outcome.proves
        failed = len(outcome.failures)
        control = f"{outcome.control_failed} of {outcome.control_tried}"
        print(
            f"{name}: {outcome.tried} tried, {failed} failed; control: {control} failed, as they must;"
            f" {time.monotonic() - begun:.0f} s",
            flush=True,
        )
        rows.append(f"| {family.tries_what} | {outcome.tried:,} | {failed} | {family.control}: {control} failed |")
    if given.table:
        _write(given.table, rows, deep=given.deep)
    return 0 if good else 1


def _write(path: Path, rows: list[str], *, deep: bool) -> None:
    """The table of figures."""
    tier = "deep" if deep else "quick"
    day = datetime.datetime.now().date()
    head = ["| Tried | Tries | Failed | Negative control |", "|---|---|---|---|"]
    path.write_text(
        "\n".join([f"# What was tried ({tier} tier, {day}, Python {sys.version.split()[0]})", "", *head, *rows, ""]),
        encoding="utf-8",
    )


if __name__ == "__main__":
    sys.exit(_main())
