"""A book made by the command line alone, and a copy of it for a test of its own."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.books import written
from tests.cli.helpers import FILINGS, UNITS, desk


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("账册 目录")
    book = folder / "金水 账册.zzd"
    assert (
        desk("new", book, "--region", "410105", "--bureau", "金水区财政局", "--year", 2024, folder=folder).returncode
        == 0
    )
    done = desk("import", book, written(folder / "a.xlsx", 单位=UNITS, 填报=FILINGS), folder=folder)
    assert done.returncode == 0, done.stderr
    assert "新增 6 行" in done.stdout
    return folder, book


@pytest.fixture
def own(made: tuple[Path, Path], tmp_path: Path) -> Path:
    """A book of the test's own."""
    return Path(shutil.copy(made[1], tmp_path / "金水 账册.zzd"))
