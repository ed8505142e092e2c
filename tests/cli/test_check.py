"""Checking: only an error makes the exit status 1."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from tests.books import filing, new_desk, unit
from zhengzhou_desk.cli.run import run

LATE = datetime.date(2024, 3, 21)


@pytest.mark.parametrize(
    ("reserve", "status", "severities"), [(80_000, 0, {"warning"}), (70_000, 1, {"warning", "error"})]
)
def test_warnings_alone_are_no_failure(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], reserve: int, status: int, severities: set[str]
) -> None:
    import json

    with new_desk(
        tmp_path, unit(), filing(year=2023, reserve=50_000), filing(reserve=reserve, first_filed=LATE)
    ) as desk:
        path = str(desk.path)
    assert run(["check", path, "--year", "2024", "--on", "2024-03-22", "--json"]) == status
    answer = json.loads(capsys.readouterr().out)
    assert {found["severity"] for found in answer["findings"]} == severities
