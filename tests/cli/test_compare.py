"""Comparing lists at the command line: sentences, JSON, status."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.books import county, opened, written
from zhengzhou_desk.cli.run import run
from zhengzhou_desk.services import unit_lists

ROWS = [
    ["单位编码", "单位名称", "主管部门", "金额"],
    ["101", "教育局", "", 1], ["101003", "金水第一小学", "101", 2], ["101004", "第二实验小学", "101", 3], ["合计", "", "", 6],
]  # fmt: skip


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return county(tmp_path)


def test_differences_are_told_and_the_status_is_one(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = written(tmp_path / "预算一体化.xlsx", 名录=[*ROWS, ["101005", "新校", "101", 1]])
    before = path.read_bytes()
    assert run(["compare", str(path), str(other)]) == 1
    told = capsys.readouterr().out
    assert "账册没有  101005 新校（名录第 6 行）" in told
    assert "名称不同  101004：账册 第二小学，名录 第二实验小学" in told
    assert "第 5 行不是数据（合计）" in told
    assert "名录 4 行，与账册有 2 处差异；另有 0 处以前留下的" in told
    assert run(["compare", str(path), str(other), "--json"]) == 1
    answer = json.loads(capsys.readouterr().out)
    assert answer["counts"]["renamed"] == answer["counts"]["missing"] == 1
    assert answer["differences"][1] == {
        "kind": "renamed", "unit": "101004", "unit_name": "第二小学", "code": "101004", "sheet": "名录", "row": 4,
        "old": "第二小学", "new": "第二实验小学", "candidates": [], "left": None,
    }  # fmt: skip
    assert path.read_bytes() == before
    assert run(["--lang", "en", "compare", str(path), str(other)]) == 1
    assert "Another name  101004: book 第二小学, list 第二实验小学" in capsys.readouterr().out


def test_what_was_left_is_only_told_when_asked_for(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = written(tmp_path / "名录.xlsx", 名录=ROWS)
    with opened(path) as desk:
        compared = unit_lists.compare_file(desk, other)
        unit_lists.leave(desk, compared.listed, compared.fresh, "未批复")
    assert run(["compare", str(path), str(other), "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["differences"], answer["left"]) == ([], 1)
    assert run(["compare", str(path), str(other), "--all", "--json"]) == 0
    assert [row["left"] for row in json.loads(capsys.readouterr().out)["differences"]] == ["未批复"]
    assert run(["compare", str(path), str(other), "--all"]) == 0
    assert "已留下：未批复" in capsys.readouterr().out


def test_what_is_no_list_is_refused(path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = written(tmp_path / "别的.xlsx", 甲=[["日期", "天气"], ["今天", "晴"]])
    assert run(["compare", str(path), str(other)]) == 2
    assert "没有单位名录" in capsys.readouterr().err
    assert run(["compare", str(path), str(tmp_path / "没有.xlsx")]) == 2
