"""What cannot be done is one sentence and status 2, whatever the console knows."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.helpers import desk


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["new", "x.zzd", "--region", "990000", "--bureau", "局", "--year", "2024"], "990000"),
        (["new", "x.zzd", "--region", "410107", "--bureau", "局", "--year", "2024"], "410107"),
        (["new", "x.zzd", "--bureau", "局", "--year", "2024"], "--region"),
        (["new", "x.zzd", "--region", "410105", "--bureau", "局", "--year", "二〇二四"], "年"),
        (["check", "没有.zzd"], "没有.zzd"),
        (["check", "文本.zzd"], "不是郑采台账的账册"),
        (["frobnicate"], ""),
        (["check", "x", "--on", "昨天"], "昨天"),
        (["文本.zzd"], "图形界面"),
        ([], "图形界面"),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_status_2(tmp_path: Path, arguments: list[str], words: str) -> None:
    (tmp_path / "文本.zzd").write_text("hello", encoding="utf-8")
    for lang in ("zh", "en"):
        done = desk(*arguments, "--lang", lang, folder=tmp_path)
        assert done.returncode == 2, done.stdout
        assert len(done.stderr.strip().splitlines()) == 1
        if lang == "zh":
            assert words in done.stderr
    assert not (tmp_path / "x.zzd").exists()


def test_on_a_console_that_knows_no_chinese(tmp_path: Path) -> None:
    done = desk("check", "没有.zzd", folder=tmp_path, LC_ALL="C", PYTHONUTF8="0")
    assert done.returncode == 2
