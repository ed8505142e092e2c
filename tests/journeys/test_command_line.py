"""Whole tasks by the command line: a book taken by another, a package by the city, an altered book confirmed."""

from __future__ import annotations

import json
from pathlib import Path

from openpyxl import load_workbook

from tests.cli.helpers import alter, desk


def test_export_is_taken_by_an_empty_book(made: tuple[Path, Path], tmp_path: Path) -> None:
    folder, book = made
    assert desk("export", book, "--out", tmp_path / "全 部.xlsx", folder=folder).returncode == 0
    other = tmp_path / "b.zzd"
    desk("new", other, "--region", "410105", "--bureau", "局", "--year", 2024, folder=folder)
    assert desk("import", other, tmp_path / "全 部.xlsx", folder=folder).returncode == 0
    answers = []
    for each in (book, other):
        answer = json.loads(desk("check", each, "--year", 2024, "--on", "2024-03-22", "--json", folder=folder).stdout)
        answers.append({key: value for key, value in answer.items() if key != "book"})
    assert answers[0] == answers[1]


def test_package_and_merge(made: tuple[Path, Path], tmp_path: Path) -> None:
    folder, book = made
    parcel, whole = tmp_path / "金水.zdp", tmp_path / "市.zzd"
    done = desk("package", book, "--year", 2024, "--on", "2024-03-22", "--out", parcel, folder=folder)
    assert done.returncode == 0
    assert "2 个单位" in done.stdout
    assert (
        desk("new", whole, "--region", "410100", "--bureau", "郑州市财政局", "--year", 2024, folder=folder).returncode
        == 0
    )
    assert desk("merge", whole, parcel, folder=folder).returncode == 0
    assert "已在账册中" in desk("merge", whole, parcel, folder=folder).stdout
    broken = tmp_path / "坏.zdp"
    broken.write_bytes(parcel.read_bytes()[:-30])
    refused = desk("merge", whole, broken, folder=folder)
    assert refused.returncode == 1
    assert "文件已损坏" in refused.stdout
    assert desk("merge", book, parcel, folder=folder).returncode == 2
    assert desk("summary", whole, "--year", 2024, "--out", tmp_path / "市.xlsx", folder=folder).returncode == 0
    sheet = load_workbook(tmp_path / "市.xlsx", data_only=True)["区县汇总"]
    assert 140000 in [cell.value for row in sheet.iter_rows() for cell in row]
    assert desk("verify", whole, folder=folder).returncode == 0


def test_no_figure_leaves_an_altered_book_until_it_is_confirmed(own: Path, tmp_path: Path) -> None:
    alter(own, "UPDATE filing SET reserve = 700 WHERE year = 2024")
    before = sorted(path.name for path in tmp_path.iterdir())
    ways: list[list[object]] = [
        ["export", own, "--out", "a.xlsx"], ["summary", own, "--year", 2024, "--out", "b.xlsx"], ["package", own, "--year", 2024, "--out", "c.zdp"],
        ["bulletin", own, "--year", 2024, "--out", "d.pdf"], ["bulletin", own, "--year", 2024, "--out", "d.xlsx"],
        ["assess", own, "--year", 2024, "--out", "e.pdf"], ["notices", own, "--year", 2024, "--out", "f", "--issue"], ["notices", own, "--year", 2024, "--out", "f"],
    ]  # fmt: skip
    for way in ways:
        refused = desk(*way, folder=tmp_path)
        assert refused.returncode == 2, way
        assert "在程序之外被改动过" in refused.stderr
        assert len(refused.stderr.strip().splitlines()) == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == before
    told = desk("check", own, "--json", folder=tmp_path)
    assert json.loads(told.stdout)["units"]
    assert "在程序之外被改动过" in told.stderr
    looked = desk("verify", own, folder=tmp_path)
    assert looked.returncode == 1
    assert "“预留份额”" in looked.stdout
    assert "--accept" in looked.stdout
    accepted = desk("verify", own, "--accept", folder=tmp_path)
    assert accepted.returncode == 0, accepted.stderr
    assert "记入日志第" in accepted.stdout
    assert desk("verify", own, folder=tmp_path).returncode == 0
    assert desk("verify", own, "--accept", folder=tmp_path).returncode == 2
    for way in ways:
        done = desk(*way, folder=tmp_path)
        assert done.returncode == 0, (way, done.stderr)
    assert "在程序之外" not in desk("check", own, folder=tmp_path).stderr
