"""Packages by the command line: what was not taken makes the exit status 1."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from tests.books import clock, filing, new_desk, unit
from zhengzhou_desk.cli.run import run
from zhengzhou_desk.services import submissions


def test_an_older_package_is_not_taken_and_the_status_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new, city = tmp_path / "旧.zdp", tmp_path / "新.zdp", tmp_path / "市.zzd"
    with new_desk(tmp_path, unit(), filing()) as desk:
        submissions.write(desk, old, 2024, now=clock())
        desk.set_today(datetime.date(2024, 5, 1))
        submissions.write(desk, new, 2024, now=clock())
    assert run(["new", str(city), "--region", "410100", "--bureau", "郑州市财政局", "--year", "2024"]) == 0
    assert run(["merge", str(city), str(new)]) == 0
    assert run(["merge", str(city), str(new)]) == 0, "there already: nothing is amiss"
    capsys.readouterr()
    assert run(["merge", str(city), str(old)]) == 1
    assert "比账册中的旧，没有读入" in capsys.readouterr().out
