"""The table of figures: every part runs at tiny sizes and gets the results it should; no time is judged."""

from __future__ import annotations

import dataclasses
import math
from typing import TYPE_CHECKING

import pytest

from tests.benchmarks import growth
from tests.benchmarks.parts import PARTS, Run, measured
from tests.benchmarks.rows import MET, MISSED, NO_GOAL, NOT_HERE, Row, table

if TYPE_CHECKING:
    from pathlib import Path

# What each part must say something of. That results are right (the same findings, what was pasted) each asserts itself.
_WORK = {
    "start": {"start: first paint", "  usable"},
    "opening": {"open and judge a book", "  memory"},
    "judging": {"judge everything"},
    "editing": {"edit → findings, median", "edit → disk and findings, median"},
    "county_window": {"open in the window: painted and alive", "  true counts", "another day", "paste", "undo of the paste"},
    "province_window": {"sort by a measure, again", "filter by pinyin, a key", "edit → repaint, without the disk"},
    "impact": {"impact of one cell"},
    "removing": {"remove the orders of one buyer"},
    "reading": {"read and plan .xlsx", "read and plan .csv"},
    "writing": {"write the summary workbook", "export the book"},
    "merging": {"merge packages", "the city's workbook"},
    "notices": {"notices in one file"},
    "sealing": {"seal a book"},
}  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the parts keep the books that they share."""
    return tmp_path_factory.mktemp("benchmarks")


@pytest.mark.parametrize("part", PARTS)
def test_every_part_runs_and_gets_its_results(part: str, folder: Path) -> None:
    rows, reason = measured(part, Run(folder, smoke=True))
    assert not reason
    assert _WORK[part] <= {row.work for row in rows}
    assert all(math.isfinite(row.figure) and row.figure >= 0 for row in rows)
    assert all(row.against is None or row.against > 0 for row in rows)


def test_a_part_that_fails_is_named_with_its_reason(tmp_path: Path) -> None:
    (tmp_path / "county.zzd").write_text("no book")
    rows, reason = measured("opening", Run(tmp_path, smoke=True))
    assert not rows
    assert "Error" in reason


def test_a_goal_is_met_when_all_of_it_is() -> None:
    row = Row("judge", "1,000 filings", 1.4, "s", "plain loops", 0.8, at_most=1.5, times=2)
    assert (row.verdict, row.goal) == (MET, "≤ 1.5 s, ≤ 2 ×")
    assert dataclasses.replace(row, figure=1.55).verdict == MISSED, "more than the seconds"
    assert dataclasses.replace(row, against=0.5).verdict == MISSED, "more than twice the loops"
    assert dataclasses.replace(row, against=0.5, plus=0.5).verdict == MET, "something is added to the reference"
    assert dataclasses.replace(row, against=None).verdict == NOT_HERE, "what it is compared with is not installed"
    assert dataclasses.replace(row, at_most=None, times=None).verdict == NO_GOAL


def test_the_table_says_figure_reference_ratio_and_goal() -> None:
    said = table([Row("judge", "1,000 filings", 1.4, "s", "plain loops", 0.8, at_most=1.5, times=2)])
    cells = [cell.strip() for cell in said.splitlines()[-1].strip("|").split("|")]
    assert cells == ["judge", "1,000 filings", "1.4 s", "plain loops 0.8 s", "1.75 ×", "≤ 1.5 s, ≤ 2 ×", MET]
    assert len({len(line) for line in said.splitlines()}) == 1, "in columns"


@pytest.mark.parametrize(("ending", "begins"), [(".svg", b"<?xml"), (".pdf", b"%PDF")])
def test_growth_is_drawn_on_logarithmic_axes(ending: str, begins: bytes, tmp_path: Path) -> None:
    path = tmp_path / f"growth{ending}"
    growth.draw(path, {"judge (units)": [(1_000, 12.0), (100_000, 1_300.0)], "sort (rows)": [(1_000, 5.0)]})
    assert path.read_bytes().startswith(begins)
    if ending == ".svg":
        assert "judge (units)" in path.read_text(encoding="utf-8")
