"""Opening a year at the command line: looked at first, then one step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.books import county, opened
from zhengzhou_desk.cli.run import run
from zhengzhou_desk.records import Spending

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_a_year_is_looked_at_and_opened(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = county(tmp_path)
    given = ["open-year", str(path), "--year", "2025", "--on", "2024-12-31"]
    before = path.read_bytes()
    assert run([*given, "--dry-run"]) == 0
    told = capsys.readouterr().out
    assert "单位 3 个，国有企业 1 家" in told
    assert "上年预留作为下限：2 个单位，合计 140,000.00 元" in told
    assert "没有了结  督促预留不达标的单位重新填报：1" in told
    assert "账册没有改动" in told
    assert path.read_bytes() == before
    assert run([*given, "--members"]) == 0
    assert "已开启 2025 年度" in capsys.readouterr().out
    with opened(path) as desk:
        assert desk.year == 2025
        assert [(row.unit, row.members) for row in desk.rows(Spending)] == [("101003", 10)]
    assert run(given) == 2
    assert "2025 年度已经在账册里了" in capsys.readouterr().err
