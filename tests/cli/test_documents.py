"""Notices by the command line: drafts, then issued, once and pressed again."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.helpers import desk


def test_notices_as_drafts_then_issued(made: tuple[Path, Path], tmp_path: Path) -> None:
    folder, book = made
    drafts = desk(
        "notices",
        book,
        "--year",
        2024,
        "--on",
        "2024-03-22",
        "--out",
        tmp_path / "n",
        "--merged",
        tmp_path / "m.pdf",
        folder=folder,
    )
    assert drafts.returncode == 0
    assert [path.name for path in (tmp_path / "n").iterdir()] == ["001_第一小学.pdf"]
    assert (tmp_path / "m.pdf").read_bytes().startswith(b"%PDF-1.7")
    issued = desk(
        "notices",
        book,
        "--year",
        2024,
        "--on",
        "2024-03-22",
        "--out",
        tmp_path / "i",
        "--reply-by",
        "2024-04-10",
        "--issue",
        folder=folder,
    )
    assert "金水财购〔2024〕1号" in issued.stdout
    after = json.loads(desk("check", book, "--year", 2024, "--on", "2024-04-11", "--json", folder=folder).stdout)
    assert "notice_overdue" in {finding["rule"] for finding in after["findings"]}
    again = desk(
        "notices",
        book,
        "--year",
        2024,
        "--on",
        "2024-03-23",
        "--out",
        tmp_path / "j",
        "--merged",
        tmp_path / "k.pdf",
        "--issue",
        folder=folder,
    )
    assert again.returncode == 0
    assert "金水财购〔2024〕1号，2024-03-22，已发文），没有再发" in again.stdout and "--again" in again.stdout
    assert not list((tmp_path / "j").glob("*.pdf")) and not (tmp_path / "k.pdf").exists()
    named = desk(
        "notices",
        book,
        "--year",
        2024,
        "--on",
        "2024-03-23",
        "--unit",
        "101003",
        "--out",
        tmp_path / "j",
        "--issue",
        folder=folder,
    )
    assert "没有再发" in named.stdout, "naming a unit twice is no second notice either"
    assert desk("notices", book, "--year", 2024, "--out", tmp_path / "j", "--again", folder=folder).returncode == 2
    second = desk(
        "notices",
        book,
        "--year",
        2024,
        "--on",
        "2024-03-23",
        "--out",
        tmp_path / "j",
        "--issue",
        "--again",
        folder=folder,
    )
    assert "金水财购〔2024〕2号" in second.stdout
    none = desk(
        "notices",
        book,
        "--year",
        2024,
        "--on",
        "2024-03-22",
        "--unit",
        "101004",
        "--out",
        tmp_path / "x",
        folder=folder,
    )
    assert none.returncode == 0
    assert "没有需要督促的单位" in none.stdout
    assert desk("notices", book, "--year", 2024, "--unit", "9", "--out", tmp_path / "x", folder=folder).returncode == 2
