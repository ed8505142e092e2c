"""Packages by the command line: what was not taken makes the exit status 1."""

from __future__ import annotations

import datetime
import sys
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


def test_packages_become_a_data_set_and_the_status_says_what_was_not_taken(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new, data = tmp_path / "旧.zdp", tmp_path / "新.zdp", tmp_path / "数据集"
    with new_desk(tmp_path, unit(), filing()) as desk:
        submissions.write(desk, old, 2024, now=clock())
        desk.set_today(datetime.date(2024, 5, 1))
        submissions.write(desk, new, 2024, now=clock(), password="区县与市局约好的")
    (tmp_path / "密码").write_text("区县与市局约好的", encoding="utf-8")
    asked = ["submissions", str(new), "--parquet", str(data), "--password-file", str(tmp_path / "密码")]
    assert run(asked) == 0
    assert "已写入 金水区财政局 2024 年度（截至 2024-05-01，1 个单位）" in capsys.readouterr().out
    assert [path.name for path in data.glob("filings/region=410105/year=2024/*")] == ["part-0.parquet"]
    assert run(asked) == 0, "there already: nothing is amiss"
    assert run(["submissions", str(old), "--parquet", str(data)]) == 1
    assert "比数据集中的旧，没有写入" in capsys.readouterr().out
    assert run(["submissions", str(old), "--parquet", str(tmp_path)]) == 2
    assert "请另选一个新文件夹" in capsys.readouterr().err


def test_without_the_optional_part_one_sentence_says_what_to_install(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    asked = ["submissions", str(tmp_path / "a.zdp"), "--parquet", str(tmp_path / "d"), "--lang", "en"]
    assert run(asked) == 2
    assert capsys.readouterr().err == (
        'To write a data set, install the optional part first: pip install "zhengzhou-desk[analytics]" (DuckDB)\n'
    )
    assert not (tmp_path / "d").exists()
