"""Rescue: a new book with everything that can be read, and an account of what is missing."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.books import HOME, clock, county, filing, new_desk, opened, order, unit
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.records import Account, Filing, Unit
from zhengzhou_desk.services import editing
from zhengzhou_desk.services.rescue import LISTED, Rescued, rescue
from zhengzhou_desk.store.checkup import checkup
from zhengzhou_desk.store.lock import Lock, Locked

PAGE = 4096


def rescued(book: Path, out: Path) -> Rescued:
    return rescue(book, out, clock=clock, who="李")


def root(book: Path, table: str) -> int:
    with closing(sqlite3.connect(book)) as connection:
        return int(connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)).fetchone()[0])


def destroyed(book: Path, *tables: str) -> Path:
    pages = [root(book, table) for table in tables]
    content = bytearray(book.read_bytes())
    for page in pages:
        content[(page - 1) * PAGE : page * PAGE] = bytes(PAGE)
    book.write_bytes(content)
    return book


def test_a_sound_book_gives_the_same_book(tmp_path: Path) -> None:
    book = county(tmp_path)
    before = book.read_bytes()
    done = rescued(book, tmp_path / "新.zzd")
    assert done.is_complete
    assert book.read_bytes() == before
    with opened(book) as old, opened(done.path) as new:
        assert new.store.digest() == old.store.digest()
        (line,) = new.journal()
        assert editing.journal_text(new, line) == "抢救账册：15 行读入，至多缺 0 行，来自 金水.zzd"
        assert line.who == "李"
        assert new.findings() == old.findings()
    assert all(check.ok for check in checkup(done.path))
    assert not (tmp_path / "金水.zzd.lock").exists()


def test_lost_pages_are_said_and_filled_from_the_journal(tmp_path: Path) -> None:
    done = rescued(destroyed(county(tmp_path), "unit"), tmp_path / "新.zzd")
    assert not done.is_complete
    said = "\n".join(line.text() for line in done.account)
    assert "有 1 页读不出" in said
    assert (
        "其中 3 行的页面坏了，按日志补回（个人信息日志里没有，空着）：101 教育局、101003 金水第一小学、101004 第二小学"
        in said
    )
    with opened(done.path) as desk:
        assert len(desk.tables.all(Unit)) == 3
        assert len(desk.tables.all(Filing)) == 5


def test_without_the_journal_it_is_said_between_which_rows_something_may_be_missing(tmp_path: Path) -> None:
    done = rescued(destroyed(county(tmp_path), "unit", "journal"), tmp_path / "新.zzd")
    said = "\n".join(line.text() for line in done.account)
    assert "第 1 号到第 3 号之间的行可能缺" in said
    assert "日志没有读全" in said
    assert "要核对：“填报”2024 101 的“单位编码”‘101’不在单位表中" in said
    with opened(done.path) as desk:
        assert desk.journal()[0].about == ("12", "3", "金水.zzd")
    english = "\n".join(line.text("en") for line in done.account)
    assert not [line for line in english.splitlines() if "行" in line]


def test_the_law_of_a_book_without_its_region_is_said(tmp_path: Path) -> None:
    done = rescued(destroyed(county(tmp_path), "setting", "journal"), tmp_path / "新.zzd")
    assert any("没有读到账册的行政区划" in line.text() for line in done.account)
    with opened(done.path) as desk:
        assert desk.findings() is not None


def test_doubtful_rows_are_kept_and_said(tmp_path: Path) -> None:
    import datetime

    with new_desk(tmp_path, unit(founded=datetime.date(2024, 3, 5)), order("A", "101003", 5)) as desk:
        book = desk.path
    done = rescued(book, tmp_path / "新.zzd")
    assert any("早于 第一小学 成立的日子" in line.text() for line in done.account)
    assert done.is_complete


def test_what_cannot_be_done_is_refused_and_leaves_nothing(tmp_path: Path) -> None:
    book = county(tmp_path)
    there = tmp_path / "有.zzd"
    there.write_text("x", encoding="utf-8")
    for out in (there, book, tmp_path / "nofolder" / "a.zzd", tmp_path / "金水.zzd-journal"):
        with pytest.raises(Refused):
            rescued(book, out)
    with pytest.raises(Refused):
        rescued(tmp_path / "fort.zzd", tmp_path / "新.zzd")
    with pytest.raises(Refused, match="一行也没有"):
        empty = tmp_path / "空.zzd"
        empty.write_bytes(bytes(3 * PAGE))
        rescued(empty, tmp_path / "新.zzd")
    lock = Lock(book, "王", clock())
    with pytest.raises(Locked):
        rescued(book, tmp_path / "新.zzd")
    lock.release()
    assert not (tmp_path / "新.zzd").exists()


def test_a_person_can_call_it_off(tmp_path: Path) -> None:
    with new_desk(tmp_path, *(order(f"A{number}", "1", number) for number in range(30_000))) as desk:
        book = Path(shutil.copy(desk.path, tmp_path / "b.zzd"))
    with pytest.raises(Refused, match="已取消"):
        rescue(book, tmp_path / "新.zzd", clock=clock, who="", cancelled=lambda: True)
    assert not (tmp_path / "新.zzd").exists()


def test_a_book_of_an_earlier_format_is_read_and_what_it_keeps_elsewhere_is_said(tmp_path: Path) -> None:
    old = Path(shutil.copy(HOME / "tests/store/books/format_2.zzd", tmp_path / "旧.zzd"))
    done = rescued(old, tmp_path / "新.zzd")
    assert any("账册是旧格式" in line.text() for line in done.account)
    with opened(done.path) as new, opened(old) as upgraded:
        for cls in (Unit, Filing):
            assert list(new.tables.all(cls)) == list(upgraded.tables.all(cls))


def said_of(book: Path, folder: Path) -> str:
    return "\n".join(line.text() for line in rescued(book, folder / "新.zzd").account)


def other_tool(book: Path, *statements: str) -> None:
    """Somebody has been at the book with another tool."""
    with closing(sqlite3.connect(book)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def test_rows_that_another_tool_wrote_are_put_right_or_said(tmp_path: Path) -> None:
    book = county(tmp_path)
    other_tool(
        book,
        "UPDATE filing SET reserve = 1 WHERE id = 1",
        "INSERT INTO unit (id, code, name) VALUES (50, '998', '多出来的'), (51, '999', '又一个')",
        "INSERT INTO filing (id, year, unit, state) SELECT 60, year, unit, state FROM filing WHERE id = 1",
    )
    said = said_of(book, tmp_path)
    assert "其中 1 行与日志所记不同，按日志改正：2024 101" in said
    assert "其中 2 行日志里没有记载，请核对：998 多出来的、999 又一个" in said
    assert "要核对：“填报”有两行是 2024 101" in said


def test_a_long_account_is_cut_and_says_how_much_more_there_is(tmp_path: Path) -> None:
    filings = [filing(f"101{number:03}") for number in range(25)]
    with new_desk(
        tmp_path, unit("101000"), *filings, *(Account(name=f"公司{number}", unit="77") for number in range(24))
    ) as desk:
        book = desk.path
    other_tool(book, "UPDATE filing SET reserve = -5", "UPDATE unit SET name = '第一' || char(8203) || '小学'")
    said = said_of(destroyed(book, "journal"), tmp_path)
    assert "没有读入：第 1 号 2024 101000（“预留份额”" in said
    assert said.count("没有读入：") == LISTED
    assert "另有 5 行没有读入" in said
    assert "其中 1 行的文字去掉了不该有的字符" in said
    assert said.count("‘77’不在单位表中") == LISTED
    assert "另有 4 处要核对" in said


def test_where_the_last_row_is_not_known_either_it_is_said_from_where_on_rows_may_be_missing(tmp_path: Path) -> None:
    said = said_of(destroyed(county(tmp_path), "unit", "journal", "sqlite_sequence"), tmp_path)
    assert "第 1 号起的行可能缺" in said
