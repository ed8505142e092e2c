"""One command for all figures: `python -m tests.benchmarks [--smoke] [--only NAME …] [--plot FILE]`.

It prints one table and never fails for being slow.
"""

from __future__ import annotations

import argparse
import compileall
import importlib
import os
import platform
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.parts import PARTS, Run, measured, rows_of, say, surroundings
from tests.benchmarks.rows import MET, MISSED, Row, table
from tests.books import HOME


def main() -> int:
    given = _parser().parse_args()
    if given.part:
        for row in rows_of(given.part, Run(Path(given.folder), given.smoke)):
            say(row)
        return 0
    # As it is installed: the children that read files write no compiled modules, and would compile theirs each time.
    compileall.compile_dir(HOME / "zhengzhou_desk", quiet=1)
    started = time.perf_counter()
    print(_machine())
    failed, spent = [], []
    found: list[Row] = []
    with tempfile.TemporaryDirectory(prefix="zzd-bench-", ignore_cleanup_errors=True) as name:
        run = Run(Path(name), given.smoke)
        for part in given.only or (() if given.plot else PARTS):
            _say(f"{part} …")
            began = time.perf_counter()
            try:
                rows, reason = measured(part, run)
            except KeyboardInterrupt:  # what has been measured is shown all the same
                failed.append(part)
                break
            spent.append(f"{part} {time.perf_counter() - began:.0f}")
            found += rows
            if reason:
                failed.append(part)
                print(f"{part}: {reason}", file=sys.stderr)
        if given.plot:
            _say("growth …")
            os.environ.update(surroundings(run))
            growth = importlib.import_module("tests.benchmarks.growth")
            growth.draw(Path(given.plot), growth.points(run))
    _say("")
    if found:
        print(table(found))
        verdicts = [row.verdict for row in found]
        print(f"\n{verdicts.count(MET)} goals met, {verdicts.count(MISSED)} missed", end="; ")
    print(f"{time.perf_counter() - started:.0f} s in all, load at the end {os.getloadavg()[0]:.1f}")
    print(f"seconds: {', '.join(spent)}")
    if failed:
        print(f"not measured to the end: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--smoke", action="store_true", help="tiny sizes: whether it runs, not how fast")
    parser.add_argument("--only", action="append", choices=PARTS, metavar="NAME", help=f"one of {', '.join(PARTS)}")
    parser.add_argument("--plot", metavar="FILE", help="draws growth over four sizes into an .svg or .pdf")
    parser.add_argument("--part", choices=PARTS, help=argparse.SUPPRESS)
    parser.add_argument("--folder", help=argparse.SUPPRESS)
    return parser


def _machine() -> str:
    """The machine in general words, with its load: what else it does is part of every figure."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30 if hasattr(os, "sysconf") else 0
    return (
        f"{time.strftime('%Y-%m-%d %H:%M')}  {platform.system()} {platform.machine()}, {os.cpu_count()} cores, "
        f"{memory:.0f} GB, Python {platform.python_version()}, load {os.getloadavg()[0]:.1f}\n"
    )


def _say(what: str) -> None:
    """On a terminal, which part is under way."""
    if sys.stderr.isatty():
        print(f"\r\033[K{what}", end="", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
