"""What cannot be done is one sentence and status 2, whatever the console knows."""

from __future__ import annotations

import errno
import sys
from pathlib import Path

import pytest

from tests.cli.helpers import desk
from zhengzhou_desk.cli import parser, run
from zhengzhou_desk.common.errors import Refused

# Windows always has a display: there each of these opens a window.
no_window = pytest.mark.skipif(sys.platform != "linux", reason="only there is a display something that may be missing")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["new", "x.zzd", "--region", "990000", "--bureau", "局", "--year", "2024"], "990000"),
        (["new", "x.zzd", "--region", "410107", "--bureau", "局", "--year", "2024"], "410107"),
        (["new", "x.zzd", "--bureau", "局", "--year", "2024"], "--region"),
        (["new", "x.zzd", "--region", "410105", "--bureau", "局", "--year", "二〇二四"], "年"),
        (["check", "没有.zzd"], "没有.zzd"),
        (["check", "文本.zzd"], "不是郑采台账的账册"),
        pytest.param(["frobnicate"], "", marks=no_window),
        (["check", "x", "--on", "昨天"], "昨天"),
        pytest.param(["文本.zzd"], "图形界面", marks=no_window),
        pytest.param([], "图形界面", marks=no_window),
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


@pytest.mark.parametrize(
    ("error", "status", "words"),
    [
        (KeyboardInterrupt(), 2, "已中断"),
        (MemoryError(), 2, "内存不足"),
        (OSError(errno.ENOSPC, "full"), 2, "系统没有让这一步做完"),
        (UnicodeEncodeError("gbk", "甲", 0, 1, "x"), 2, "UTF-8"),
        (Refused("不行"), 2, "不行"),
        (BrokenPipeError(), 0, ""),
    ],
)
def test_whatever_happens_is_one_sentence_and_a_status(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], error: BaseException, status: int, words: str
) -> None:
    def failing(*_: object) -> int:
        raise error

    monkeypatch.setattr(run, "_command", lambda _: failing)
    monkeypatch.setattr(run, "_discard_output", lambda: None)  # pytest's own output stays
    assert run.run(["check", "x.zzd"]) == status
    said = capsys.readouterr().err
    assert words in said
    assert len(said.splitlines()) == (1 if words else 0)


@pytest.mark.parametrize(
    ("given", "lang"),
    [
        (["--lang=en", "check"], "en"), (["check", "--lang", "en"], "en"), (["--lang=fr"], "zh"), (["--lang", "fr"], "zh"),
        (["--lang"], "zh"), ([], "zh"),
    ],
)  # fmt: skip
def test_the_language_asked_for_is_known_before_anything_else(given: list[str], lang: str) -> None:
    assert parser.language_of(given) == lang


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (["check"], "缺少"),
        (["check", "x", "--frob"], "不认识 --frob"),
        (["check", "x", "--on"], "后面缺少内容"),
        (["check", "x", "--on", ""], "日期不能空着"),
        (["check", "x", "--on", "1066-01-01"], "不在"),
        (["check", "x", "--year", ""], "年度不能空着"),
        (["--lang", "fr", "check", "x"], "不能是"),
    ],
)
def test_a_command_line_is_refused_in_our_own_words(
    capsys: pytest.CaptureFixture[str], given: list[str], words: str
) -> None:
    assert run.run(given) == 2
    said = capsys.readouterr().err
    assert words in said and len(said.splitlines()) == 1


def test_marks_that_a_gbk_console_lacks_are_written_as_others() -> None:
    assert "✓ 甲 ✗ ☃".encode("gbk", "zhengzhou_desk.alike").decode("gbk") == "√ 甲 × ?"
