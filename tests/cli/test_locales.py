"""Locales that are not UTF-8: a sound book in a folder with a Chinese name is read, written and called sound."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.books import filing, new_desk, unit
from zhengzhou_desk.common.atomic_file import atomic
from zhengzhou_desk.common.errors import Refused

pytestmark = pytest.mark.skipif(os.name != "posix", reason="names of files are bytes only there")
HOME = Path(__file__).parent.parent.parent
COMMANDS = (
    "export {book} --out {folder}/出.xlsx", "check {book} --json", "summary {book} --year 2024 --out {folder}/汇.xlsx",
    "notices {book} --year 2024 --on 2024-04-01 --out {folder}/通知 --merged {folder}/合.pdf", "accounts {book} --out {folder}/账.xlsx",
    "bulletin {book} --year 2024 --out {folder}/通.pdf", "package {book} --year 2024 --out {folder}/包.zdp", "verify {book}",
    "backup {book} --out {folder}", "restore {folder}/复.zzd {book}", "new {folder}/新.zzd --region 410105 --bureau 局 --year 2024",
)  # fmt: skip


def run(words: list[str], folder: Path, codec: str, **environment: str) -> tuple[int, str, str]:
    done = subprocess.run(
        [sys.executable.encode(), b"-m", b"zhengzhou_desk", *(word.encode(codec) for word in words)],
        cwd=folder, capture_output=True, check=False, timeout=60,
        env={"PATH": os.environ["PATH"], "HOME": str(folder), "PYTHONPATH": str(HOME), "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", **environment},
    )  # fmt: skip
    return done.returncode, done.stdout.decode(codec, "strict"), done.stderr.decode(codec, "strict")


def county(folder: Path) -> None:
    """A book in a folder with a Chinese name, both as the UTF-8 locale of the tests writes them."""
    (folder / "账册 目录").mkdir()
    new_desk(folder / "账册 目录", unit(), filing(reserve=10_000), name="县.zzd").close()


def all_commands(folder: Path, codec: str, **environment: str) -> None:
    for command in COMMANDS:
        words = [word.format(book="账册 目录/县.zzd", folder="账册 目录") for word in command.split()]
        status, out, err = run(words, folder, codec, **environment)
        assert (status, err) == (1 if words[0] == "check" else 0, ""), (command, err)
        assert "?" not in out.replace("--", ""), out
    status, _, err = run(["check", "账册 目录/没有.zzd"], folder, codec, **environment)
    assert (status, "没有.zzd" in err) == (2, True)
    assert len(list((folder / os.fsdecode("账册 目录".encode(codec))).iterdir())) == 11


def test_a_bare_c_locale(tmp_path: Path) -> None:
    county(tmp_path)
    all_commands(tmp_path, "utf-8", LC_ALL="C")


def test_a_gbk_locale(tmp_path: Path) -> None:
    made = tmp_path / "locales"
    made.mkdir()
    if shutil.which("localedef") is None:
        pytest.skip("no means to make the locale")
    done = subprocess.run(
        ["localedef", "-i", "zh_CN", "-f", "GBK", made / "zh_CN.GBK"], capture_output=True, text=True, check=False
    )
    if not (made / "zh_CN.GBK").exists():
        pytest.skip(f"the system has no source of the locale: {done.stderr[-200:]}")
    county(tmp_path)
    # The same names as this locale writes them.
    new = (tmp_path / "账册 目录").rename(tmp_path / os.fsdecode("账册 目录".encode("gbk")))
    (new / "县.zzd").rename(new / os.fsdecode("县.zzd".encode("gbk")))
    all_commands(tmp_path, "gbk", LC_ALL="zh_CN.GBK", LOCPATH=str(made))


def test_a_name_that_the_locale_cannot_write_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def cannot(*_: object, **__: object) -> None:
        "通知书".encode("ascii")

    monkeypatch.setattr("zhengzhou_desk.common.atomic_file._begin", cannot)
    with pytest.raises(Refused, match="语言环境"), atomic(tmp_path / "通知书.pdf"):
        pytest.fail("the block must not be entered")
