"""The demonstration does the whole job."""

from __future__ import annotations

from pathlib import Path

from tests.cli.helpers import desk


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
