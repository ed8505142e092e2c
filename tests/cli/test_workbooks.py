"""Workbooks in and out by the command line: a trial run writes nothing, what does not tie is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.books import filing, new_desk, unit, written
from zhengzhou_desk.cli.run import run
from zhengzhou_desk.services import exports


@pytest.fixture
def book(tmp_path: Path) -> Path:
    with new_desk(tmp_path, unit(), filing()) as desk:
        return desk.path


def test_a_trial_run_of_a_clean_file_says_what_it_would_do_and_writes_nothing(
    book: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path / "a.xlsx", 单位=[["单位编码", "单位名称"], ["101004", "第二小学"]])
    before = book.read_bytes()
    assert run(["import", str(book), str(path), "--dry-run"]) == 0
    said = capsys.readouterr().out
    assert "新增 1 行" in said
    assert "这是试看，账册没有改动" in said
    assert book.read_bytes() == before
    assert run(["import", str(book), str(path)]) == 0
    assert "试看" not in capsys.readouterr().out
    assert book.read_bytes() != before


@pytest.mark.parametrize(("untied", "said"), [((), False), (("预留份额",), True)])
def test_a_summary_that_does_not_tie_says_so(
    book: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    untied: tuple[str, ...],
    said: bool,
) -> None:
    monkeypatch.setattr(exports, "write_summary", lambda *_: untied)
    assert run(["summary", str(book), "--year", "2024", "--out", str(tmp_path / "s.xlsx")]) == 0
    assert ("核对表中有差额，先查清再报送：预留份额" in capsys.readouterr().out) is said
