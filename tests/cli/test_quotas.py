"""Quotas at the command line: tried, divided, listed, written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.books import county, opened
from zhengzhou_desk.cli.run import run
from zhengzhou_desk.records import Quota

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return county(tmp_path)


def test_a_task_is_tried_divided_and_listed(path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = ["quotas", str(path), "--year", "2024", "--on", "2024-04-01"]
    assert run(given) == 2
    assert "还没有分解任务" in capsys.readouterr().err
    assert run([*given, "--total", "14万元", "--dry-run"]) == 0
    assert "101003 金水第一小学  60,000.00" in capsys.readouterr().out
    with opened(path) as desk:
        assert not desk.rows(Quota)
    assert run([*given, "--total", "14万元", "--by", "last_year", "--document", "郑财购〔2024〕1号"]) == 0
    assert "已把 140,000.00 元分解到 2 个单位" in capsys.readouterr().out
    assert run(given) == 0
    assert "任务 53,846.00  完成 0.00  0.00%" in capsys.readouterr().out
    assert run([*given, "--out", str(tmp_path / "任务.xlsx")]) == 0
    assert (tmp_path / "任务.xlsx").exists()


@pytest.mark.parametrize("total", ["-1", "很多", "0"])
def test_what_is_no_task_is_refused(path: Path, capsys: pytest.CaptureFixture[str], total: str) -> None:
    assert run(["quotas", str(path), "--year", "2024", f"--total={total}"]) == 2
    assert capsys.readouterr().err
