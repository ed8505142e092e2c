"""体检: what was done to the file by hand is found by the check it concerns, and told by its title."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.books import filing, new_desk, unit
from zhengzhou_desk.records import Filing
from zhengzhou_desk.services import editing
from zhengzhou_desk.store import digest
from zhengzhou_desk.store.checkup import checkup

CHAIN, CONTENT, REPLAY = "日志环环相扣", "内容与校验值一致", "按日志重做一遍，与各表一致"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    with new_desk(tmp_path, unit(), filing()) as desk:
        editing.edit(desk, desk.rows(Filing)[0], "reserve", "70000")
        editing.edit(desk, desk.rows(Filing)[0], "reserve", "75000")
        path = desk.path
    assert wrong(path) == set()
    return path


def wrong(path: Path) -> set[str]:
    return {check.title.text() for check in checkup(path) if not check.ok}


def by_hand(path: Path, *statements: str, seal: bool = False) -> None:
    """Statements of somebody who takes the book's guards away for the while, and with `seal` the digest along."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        guards = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
        for name, _ in guards:
            connection.execute(f'DROP TRIGGER "{name}"')
        for statement in statements:
            connection.execute(statement)
        if seal:
            whole = digest.as_text(digest.of_book(connection))
            connection.execute("UPDATE anchor SET content = ?", (whole,))
        for _, sql in guards:
            connection.execute(sql)


def test_a_journal_without_its_last_line(book: Path) -> None:
    by_hand(book, "DELETE FROM journal WHERE number = (SELECT max(number) FROM journal)")
    assert CHAIN in wrong(book)


def test_a_journal_without_a_line_in_its_middle(book: Path) -> None:
    by_hand(book, "DELETE FROM journal WHERE number = 2")
    assert CHAIN in wrong(book)


def test_a_journal_with_another_name_in_it(book: Path) -> None:
    by_hand(book, "UPDATE journal SET who = '李' WHERE number = 2")
    assert CHAIN in wrong(book)


def test_a_figure_altered_by_hand(book: Path) -> None:
    by_hand(book, "UPDATE filing SET reserve = 8000000")
    assert {CONTENT, REPLAY} <= wrong(book)


def test_a_figure_altered_together_with_the_digest_is_found_by_the_journal(book: Path) -> None:
    by_hand(book, "UPDATE filing SET reserve = 8000000", seal=True)
    assert wrong(book) == {REPLAY}


def test_a_row_taken_away_together_with_the_digest_is_found_by_the_journal(book: Path) -> None:
    by_hand(book, "DELETE FROM filing", seal=True)
    assert wrong(book) == {REPLAY}
