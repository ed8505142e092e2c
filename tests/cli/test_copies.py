"""Two copies of one book by the command line."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.books import opened
from tests.cli.helpers import desk
from zhengzhou_desk.records import Filing
from zhengzhou_desk.services import editing


def edit(path: Path, column: str, given: str) -> None:
    with opened(path) as book:
        editing.edit(book, next(iter(book.tables.all(Filing))), column, given)


def test_copies_are_compared_and_steps_taken_over(own: Path, tmp_path: Path) -> None:
    same = desk("copies", own, folder=tmp_path)
    assert (same.returncode, same.stderr) == (0, "")
    other = Path(shutil.copy(own, tmp_path / "金水 账册 - 副本.zzd"))
    edit(other, "total", "900000")
    edit(own, "platform_note", "x")
    found = desk("copies", own, folder=tmp_path)
    assert found.returncode == 1
    assert "两份的前 2 步相同" in found.stdout
    assert "修改 2023 101003 第一小学 年度食堂食材采购总额：可以带过来" in found.stdout
    assert "平台备注" in found.stdout
    english = desk("copies", own, other, "--lang", "en", folder=tmp_path)
    assert "The first 2 steps are the same" in english.stdout
    for take, words in (("x", "--take 后面写步骤的号"), ("77", "没有第 77 号步骤")):
        refused = desk("copies", own, other, "--take", take, folder=tmp_path)
        assert refused.returncode == 2
        assert words in refused.stderr
    taken = desk("copies", own, other, "--take", "all", folder=tmp_path)
    assert taken.returncode == 0, taken.stderr
    assert "已带过来 1 步，记入日志第 4 号" in taken.stdout
    with opened(own) as book:
        assert next(iter(book.tables.all(Filing))).total == 90_000_000
    assert desk("verify", own, folder=tmp_path).returncode == 0
    assert "旁边没有改过的另一份" in desk("copies", own, folder=tmp_path).stdout


def test_several_copies_are_named(own: Path, tmp_path: Path) -> None:
    for name in ("金水 账册(1).zzd", "金水 账册 冲突.zzd"):
        edit(Path(shutil.copy(own, tmp_path / name)), "total", "5")
    refused = desk("copies", own, folder=tmp_path)
    assert refused.returncode == 2
    assert "金水 账册(1).zzd" in refused.stderr
    assert "金水 账册 冲突.zzd" in refused.stderr


def test_a_long_list_of_steps_is_cut_and_says_how_many_more(own: Path, tmp_path: Path) -> None:
    other = Path(shutil.copy(own, tmp_path / "另一份.zzd"))
    with opened(own) as book:
        for number in range(52):
            editing.edit(book, next(iter(book.tables.all(Filing))), "total", str(number))
    found = desk("copies", own, other, folder=tmp_path)
    assert "这里有、" in found.stdout
    assert "没有的：52 步" in found.stdout
    assert "  另有 2 步" in found.stdout
