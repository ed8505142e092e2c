"""Keeping a book by the command line: new, verify, backup, restore."""

from __future__ import annotations

import json
import shutil
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.helpers import HOME, alter, desk
from zhengzhou_desk.store.schema import VERSION


def test_verify_backup_restore(made: tuple[Path, Path], tmp_path: Path) -> None:
    folder, book = made
    assert desk("verify", book, folder=folder).returncode == 0
    assert desk("backup", book, "--out", tmp_path, folder=folder).returncode == 0
    copy = next(tmp_path.glob("*.zzd"))
    other = tmp_path / "恢复.zzd"
    other.write_bytes(b"damaged")
    done = desk("restore", other, copy, folder=folder)
    assert done.returncode == 0, done.stderr
    assert desk("verify", other, folder=folder).returncode == 0
    content = other.read_bytes().replace("第一小学".encode(), "第九小学".encode())
    other.write_bytes(content)
    broken = desk("verify", other, folder=folder)
    assert broken.returncode == 1
    assert {"✗", "×"} & set(broken.stdout), "the second on a console of GBK"


def test_new_never_overwrites(made: tuple[Path, Path]) -> None:
    folder, book = made
    before = book.read_bytes()
    done = desk("new", book, "--region", "410105", "--bureau", "局", "--year", 2024, folder=folder)
    assert done.returncode == 2
    assert book.read_bytes() == before


def test_only_damage_is_called_damage(own: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(own, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        busy = desk("verify", own, folder=tmp_path)
    assert busy.returncode == 2
    assert "不说明账册有问题" in busy.stderr
    assert "恢复" not in busy.stdout + busy.stderr
    alter(own, "UPDATE book_year SET year = 1000000000000")
    for arguments in (["check", own], ["summary", own, "--year", 2024, "--out", "a.xlsx"]):
        refused = desk(*arguments, folder=tmp_path)
        assert refused.returncode == 2
        assert "已损坏" in refused.stderr
        assert len(refused.stderr.strip().splitlines()) == 1


def test_restoring_from_nothing_is_one_sentence(own: Path, tmp_path: Path) -> None:
    before = own.read_bytes()
    for backup in ("nofile", ".", "x/y"):
        refused = desk("restore", own, backup, folder=tmp_path)
        assert refused.returncode == 2
        assert len(refused.stderr.strip().splitlines()) == 1
    assert own.read_bytes() == before


def test_rescue_reads_a_damaged_book_into_a_new_one(own: Path, tmp_path: Path) -> None:
    out = tmp_path / "新.zzd"
    whole = desk("rescue", own, "--out", out, folder=tmp_path)
    assert whole.returncode == 0, whole.stderr
    assert "全部 9 行都读出来了" in whole.stdout
    assert desk("rescue", own, "--out", out, folder=tmp_path).returncode == 2
    other = desk("rescue", own, "--out", tmp_path / "b.xlsx", folder=tmp_path)
    assert (other.returncode, "扩展名不对" in other.stderr) == (2, True), "a book that is called like a workbook"
    with closing(sqlite3.connect(own)) as connection:
        page = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'unit'").fetchone()[0]
    content = bytearray(own.read_bytes())
    content[(page - 1) * 4096 : page * 4096] = bytes(4096)
    own.write_bytes(content)
    out.unlink()
    done = desk("rescue", own, "--out", out, folder=tmp_path)
    assert done.returncode == 1
    assert "按日志补回" in done.stdout
    assert desk("verify", out, folder=tmp_path).returncode == 0
    assert own.read_bytes() == content
    assert "Read" in desk("rescue", own, "--out", tmp_path / "b.zzd", "--lang", "en", folder=tmp_path).stdout


def test_an_altered_book_is_not_said_to_agree_with_its_journal(own: Path, tmp_path: Path) -> None:
    sound = desk("verify", own, folder=tmp_path)
    assert "各表与日志、校验值相符" in sound.stdout
    alter(own, "UPDATE unit SET name = '改了名' WHERE id = 1")
    altered = desk("verify", own, folder=tmp_path)
    assert altered.returncode == 1
    assert {"✗", "×"} & set(altered.stdout), "the second on a console of GBK"
    assert "相符" not in altered.stdout


@pytest.mark.parametrize("before", [1, 4])
def test_an_older_book_is_brought_to_this_format_and_stays_as_a_copy(before: int, tmp_path: Path) -> None:
    old = HOME / "tests" / "store" / "books" / f"format_{before}.zzd"
    book = Path(shutil.copy(old, tmp_path / "旧.zzd"))
    done = desk("upgrade", book, folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert f"从格式 {before} 升级到格式 {VERSION}" in done.stdout
    kept = next(path for path in tmp_path.glob("*.zzd") if path != book)
    assert kept.name in done.stdout
    assert kept.read_bytes()[60:64] == old.read_bytes()[60:64], "the copy has the format it had"
    for path in (book, kept):
        assert desk("verify", path, folder=tmp_path).returncode == 0
    content = book.read_bytes()
    again = desk("upgrade", book, folder=tmp_path)
    assert (again.returncode, "不用升级" in again.stdout, book.read_bytes() == content) == (0, True, True)
    assert len(list(tmp_path.glob("*.zzd"))) == 2


def test_a_newer_book_is_refused_with_the_version_that_can_open_it(own: Path, tmp_path: Path) -> None:
    alter(own, f"PRAGMA user_version = {VERSION + 3}")
    before = own.read_bytes()
    for command in (["upgrade", own], ["check", own], ["rescue", own, "--out", tmp_path / "新.zzd"]):
        refused = desk(*command, folder=tmp_path)
        assert refused.returncode == 2
        assert f"格式不低于 {VERSION + 3} 的版本能打开" in refused.stderr, command
    assert own.read_bytes() == before


def test_the_diagnosis_holds_nothing_of_the_book(own: Path, tmp_path: Path) -> None:
    done = desk("diagnose", own, "--out", "d.zip", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    with zipfile.ZipFile(tmp_path / "d.zip") as packed:
        said = {name: packed.read(name).decode() for name in packed.namelist()}
    assert {"program.json", "settings.json", "book.json"} <= said.keys()
    program = json.loads(said["program.json"])
    assert program["libraries"]["pyside6-essentials"], "there is no window, and its version is told all the same"
    assert (program["window"], program["fonts missing"], "缺少" in done.stdout) == ({}, [], False)
    assert not any(word in text for text in said.values() for word in ("第一小学", "101003", "金水"))
    assert desk("diagnose", folder=tmp_path).returncode == 0
    assert len(list(tmp_path.glob("诊断信息_*.zip"))) == 1
    content = own.read_bytes()
    assert desk("diagnose", own, "--out", own, folder=tmp_path).returncode == 2
    assert own.read_bytes() == content
