"""The demonstration does the whole job."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.helpers import desk
from zhengzhou_desk import app
from zhengzhou_desk.cli import demo
from zhengzhou_desk.cli.run import run
from zhengzhou_desk.sample import SAMPLE_DAY


def test_the_demo_does_the_whole_job(tmp_path: Path) -> None:
    done = desk("demo", "--no-window", "--out", tmp_path / "演示", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) <= 24
    out = tmp_path / "演示"
    assert len(list((out / "通知书").glob("0*.pdf"))) >= 20
    assert (out / "汇总.xlsx").exists()
    assert desk("verify", out / "示例县.zzd", folder=tmp_path).returncode == 0
    again = desk("demo", "--no-window", "--out", out, folder=tmp_path)
    assert again.returncode == 0
    assert (out / "示例县-2.zzd").exists()


def test_the_window_of_the_demo_judges_as_of_the_day_that_was_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    opened: list[tuple[object, ...]] = []
    monkeypatch.setattr(demo, "has_display", lambda: True)

    def started(*given: object) -> int:
        opened.append(given)
        return 0

    monkeypatch.setattr(app, "run", started)
    assert run(["demo", "--out", str(tmp_path)]) == 0
    assert [given[2] for given in opened] == [SAMPLE_DAY]
    assert f"以 {SAMPLE_DAY} 为准" in capsys.readouterr().out
