"""How many of the branches alone are taken, after ./dev coverage: python -m tests.branches."""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

import coverage

LEAST_PERCENT = 93


def main() -> int:
    """Says the figure; 1 where it is under what the project keeps to.

    Coverage's own total takes lines and branches together, and hides in many plain lines the branches that no test takes.
    """
    counted = coverage.Coverage()
    counted.load()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "coverage.json"
        counted.json_report(outfile=str(path))
        totals = json.loads(path.read_text(encoding="utf-8"))["totals"]
    taken, branches = totals["covered_branches"], totals["num_branches"]
    print(f"Branches alone: {taken} of {branches}, {taken / branches:.1%} (at least {LEAST_PERCENT} %)")
    return int(100 * taken < LEAST_PERCENT * branches)


if __name__ == "__main__":
    sys.exit(main())
