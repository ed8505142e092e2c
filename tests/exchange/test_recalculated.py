"""The workbook for the city reckoned anew by LibreOffice: every formula gives what stands in its cell."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from typing import TYPE_CHECKING

import openpyxl
import pytest

from tests.books import clock
from zhengzhou_desk.common.paths import SAMPLE
from zhengzhou_desk.sample import SAMPLE_BUREAU, SAMPLE_DAY, SAMPLE_REGION, SAMPLE_YEAR
from zhengzhou_desk.services import exports, imports
from zhengzhou_desk.services.desk import Desk

if TYPE_CHECKING:
    from pathlib import Path

SOFFICE = shutil.which("soffice")
_RESULT = re.compile(rb"(</f>)<v>[^<]*</v>")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    path = tmp_path_factory.mktemp("county") / "示例县.zzd"
    made = Desk.new(path, region=SAMPLE_REGION, bureau=SAMPLE_BUREAU, year=SAMPLE_YEAR, clock=clock, who="王")
    imports.apply_plan(made, imports.plan_file(made, SAMPLE))
    made.set_today(SAMPLE_DAY)
    return made


def without_results(path: Path) -> Path:
    """The same workbook, whose formulas have no results: whoever opens it must reckon."""
    bare = path.with_name("bare.xlsx")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(bare, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, _RESULT.sub(rb"\1", old.read(name)))
    return bare


def recalculated(path: Path) -> Path:
    """The workbook as LibreOffice saves it, with the results of its own reckoning."""
    out = path.parent / "recalculated"
    assert SOFFICE is not None
    subprocess.run(
        [SOFFICE, f"-env:UserInstallation=file://{path.parent}/profile", "--headless", "--convert-to", "xlsx",
         "--outdir", str(out), str(without_results(path))],
        check=True, capture_output=True, timeout=240,
    )  # fmt: skip
    return out / "bare.xlsx"


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not on this computer")
@pytest.mark.parametrize("wan", [False, True])
def test_every_formula_gives_what_stands_in_its_cell(desk: Desk, tmp_path: Path, *, wan: bool) -> None:
    path = tmp_path / "summary.xlsx"
    exports.write_summary(desk, path, wan=wan)
    formulas, shown = openpyxl.load_workbook(path), openpyxl.load_workbook(path, data_only=True)
    found = openpyxl.load_workbook(recalculated(path), data_only=True)
    assert found.sheetnames == shown.sheetnames
    tried = 0
    for sheet in formulas:
        for row in sheet.iter_rows():
            for cell in row:
                if not isinstance(cell.value, str) or not cell.value.startswith("="):
                    continue
                ours, theirs = shown[sheet.title][cell.coordinate].value, found[sheet.title][cell.coordinate].value
                where = f"{sheet.title}!{cell.coordinate} {cell.value}"
                if isinstance(ours, int | float) and isinstance(theirs, int | float):
                    # Sums of money to the fen: a spreadsheet reckons in binary fractions.
                    assert abs(ours - theirs) < 0.000_05, where
                else:
                    assert (ours or "") == (theirs or ""), where
                tried += 1
    assert tried > 100
