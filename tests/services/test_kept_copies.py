"""How far the copies of a damaged book go, and what each lacks."""

from __future__ import annotations

import datetime
import shutil
from pathlib import Path

from tests.books import clock, county, opened
from tests.services.test_rescue import destroyed
from zhengzhou_desk.records import Filing
from zhengzhou_desk.services import editing
from zhengzhou_desk.services.kept_copies import looked_at
from zhengzhou_desk.store.backup import back_up, kept_before
from zhengzhou_desk.store.restore import restore


def test_what_each_copy_lacks_is_told_by_the_journal_of_the_damaged_book(tmp_path: Path) -> None:
    book = county(tmp_path)
    old = back_up(book, tmp_path, datetime.datetime(2024, 3, 1, 8, 0))
    with opened(book) as desk:
        for given in ("70000", "71000", "72000"):
            editing.edit(desk, desk.rows(Filing)[1], "reserve", given)
    new = back_up(book, tmp_path, datetime.datetime(2024, 4, 1, 8, 0))
    other = Path(shutil.copy(old, tmp_path / "金水_20240301-0900.zzd"))
    with opened(other) as desk:
        editing.edit(desk, desk.rows(Filing)[1], "reserve", "1")
    rubbish = tmp_path / "金水_20240301-1000.zzd"
    rubbish.write_bytes(b"x")
    destroyed(book, "unit", "filing")
    before = book.read_bytes()
    found = looked_at(book, [new, old, other, rubbish])
    assert book.read_bytes() == before
    assert [None if copy.lacking is None else len(copy.lacking) for copy in found] == [0, 3, None, None]
    words = [copy.sentence().text() for copy in found]
    assert words[0].endswith("读得出的步骤它都有")
    assert words[1] == (
        "最后一步：2024-04-01 09:30 王 导入 test。缺 3 步，最近的是 2024-04-01 09:30 王 修改 2024 101003 金水第一小学 预留份额"
        "、2024-04-01 09:30 王 修改 2024 101003 金水第一小学 预留份额"
    )
    assert words[2].endswith("不知道缺什么")
    assert words[3] == "读不出它的日志"
    assert looked_at(tmp_path / "fort.zzd", [old])[0].lacking is None


def test_books_that_were_kept_before_a_restore_are_copies_too(tmp_path: Path) -> None:
    book = county(tmp_path)
    copy = back_up(book, tmp_path, datetime.datetime(2024, 3, 1, 8, 0))
    for _ in range(2):
        restore(book, copy, clock())
    (tmp_path / "别的_20240301-0800_恢复前.zzd").write_bytes(b"x")
    (tmp_path / "金水_20249901-0800_恢复前.zzd").write_bytes(b"x")
    assert sorted(kept.path.name for kept in kept_before(book)) == [
        "金水_20240401-0930_恢复前-2.zzd", "金水_20240401-0930_恢复前.zzd",
    ]  # fmt: skip
