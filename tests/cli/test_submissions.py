"""Packages by the command line: what was not taken makes the exit status 1."""

from __future__ import annotations

import dataclasses
import datetime
import sys
from pathlib import Path

import pytest

from tests.books import clock, filing, new_desk, unit
from zhengzhou_desk.cli.run import run
from zhengzhou_desk.exchange import package
from zhengzhou_desk.records import Change, Entry, Filing
from zhengzhou_desk.services import submissions
from zhengzhou_desk.services.desk import Desk


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


def test_a_package_with_errors_is_made_all_the_same_and_the_reason_goes_with_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with new_desk(tmp_path, unit(), filing(reserve=1)) as desk:
        book = desk.path
    made = ["package", str(book), "--year", "2024", "--on", "2024-04-01", "--out"]
    assert run([*made, str(tmp_path / "a.zdp")]) == 0, "what is promised to scripts"
    said = capsys.readouterr()
    assert "错误没有改正" in said.out and not said.err
    before = book.read_bytes()
    assert run([*made, str(tmp_path / "b.zdp"), "--despite", "五月补报"]) == 0
    assert "错误没有改正" not in capsys.readouterr().out
    assert book.read_bytes() == before, "the book is only read"
    read = package.read_package(tmp_path / "b.zdp").remarks
    assert read is not None
    assert read.despite == "五月补报"


def test_the_check_before_a_submission_names_what_changed_since_the_recorded_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with new_desk(tmp_path, unit(), filing()) as desk:
        book = desk.path
    asked = ["check", str(book), "--year", "2024", "--on", "2024-04-01", "--submission"]
    assert run(asked) == 0
    assert "无从比较" in capsys.readouterr().out
    made = ["package", str(book), "--year", "2024", "--on", "2024-04-01", "--out", str(tmp_path / "a.zdp"), "--record"]
    assert run(made) == 0
    with Desk.opened(book, clock=clock, who="王") as desk:
        (row,) = desk.rows(Filing)
        after = dataclasses.replace(row, reserve=1, state="filed")
        desk.apply(Entry("edit", (Change(row, after),), ("填报", "x")))
    assert run(asked) == 1, "an error is open"
    said = capsys.readouterr().out
    assert "改动  101003 第一小学" in said
    assert "预留份额 80,000.00 → 0.01" in said
    assert "未确认  101003 第一小学" in said


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
