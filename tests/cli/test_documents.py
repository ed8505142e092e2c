"""Notices by the command line: drafts, then issued, once and pressed again."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from tests.cli.helpers import desk


def test_notices_as_drafts_then_issued(made: tuple[Path, Path], tmp_path: Path) -> None:
    folder, book = made

    def notices(on: str, out: str, *more: object) -> subprocess.CompletedProcess[str]:
        return desk("notices", book, "--year", 2024, "--on", on, "--out", tmp_path / out, *more, folder=folder)

    drafts = notices("2024-03-22", "n", "--merged", tmp_path / "m.pdf")
    assert drafts.returncode == 0
    assert "还没有填写本局的联系人和电话" in drafts.stdout
    assert [path.name for path in (tmp_path / "n").iterdir()] == ["001_第一小学.pdf"]
    assert (tmp_path / "m.pdf").read_bytes().startswith(b"%PDF-1.7")
    issued = notices("2024-03-22", "i", "--reply-by", "2024-04-10", "--issue")
    assert "金水财购〔2024〕1号" in issued.stdout
    after = json.loads(desk("check", book, "--year", 2024, "--on", "2024-04-11", "--json", folder=folder).stdout)
    assert "notice_overdue" in {finding["rule"] for finding in after["findings"]}
    again = notices("2024-03-23", "j", "--merged", tmp_path / "k.pdf", "--issue")
    assert again.returncode == 0
    assert "金水财购〔2024〕1号，2024-03-22，已发文），没有再发" in again.stdout and "--again" in again.stdout
    assert not list((tmp_path / "j").glob("*.pdf")) and not (tmp_path / "k.pdf").exists()
    named = notices("2024-03-23", "j", "--unit", "101003", "--issue")
    assert "没有再发" in named.stdout, "naming a unit twice is no second notice either"
    assert desk("notices", book, "--year", 2024, "--out", tmp_path / "j", "--again", folder=folder).returncode == 2
    second = notices("2024-03-23", "j", "--issue", "--again")
    assert "金水财购〔2024〕2号" in second.stdout
    none = notices("2024-03-22", "x", "--unit", "101004")
    assert none.returncode == 0
    assert "没有需要督促的单位" in none.stdout
    assert desk("notices", book, "--year", 2024, "--unit", "9", "--out", tmp_path / "x", folder=folder).returncode == 2
