"""Steps in words, and the sentence after a crash."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from tests.books import county, opened
from zhengzhou_desk.records import Filing
from zhengzhou_desk.services import editing
from zhengzhou_desk.services.desk import Desk
from zhengzhou_desk.services.steps import last_step, not_closed, steps_of


def edited(desk: Desk) -> None:
    editing.edit(desk, desk.rows(Filing)[1], "reserve", "70000")


def test_a_book_that_was_closed_says_nothing(tmp_path: Path) -> None:
    book = county(tmp_path)
    for _ in range(2):
        with opened(book) as desk:
            assert not_closed(desk) is None
            edited(desk)


@pytest.mark.skipif(sys.platform == "win32", reason="no fork")
def test_after_a_crash_the_last_kept_step_is_said_once(tmp_path: Path) -> None:
    book = county(tmp_path)
    child = os.fork()
    if child == 0:
        edited(opened(book))
        os._exit(9)
    os.waitpid(child, 0)
    with opened(book, writable=False) as desk:
        assert not_closed(desk) is None, "whoever only reads is not asked to look"
    with opened(book) as desk:
        said = not_closed(desk)
        assert said is not None
        assert (
            said.text()
            == "上次没有正常关闭。最后保存的一步：2024-04-01 09:30 王 修改 2024 101003 金水第一小学 预留份额"
        )
        assert "was not closed properly" in said.text("en")
    with opened(book) as desk:
        assert not_closed(desk) is None


def test_a_lock_of_another_computer_may_be_one_in_use(tmp_path: Path) -> None:
    book = county(tmp_path)
    lock = book.with_name(book.name + ".lock")
    lock.write_text(json.dumps({"who": "李", "host": "另一台", "since": "2024-03-31 17:00"}), encoding="utf-8")
    with opened(book) as desk:
        said = not_closed(desk)
        assert said is not None
        assert said.text().startswith("上次在 另一台 上没有正常关闭，或者那里还开着。最后保存的一步：")
    for rubbish in (b"", b"\xff\xfe", b"[1]", b"[" * 3_000):
        lock.write_bytes(rubbish)
        with opened(book) as desk:
            assert not_closed(desk) is None


def test_undoing_and_redoing_are_told_apart(tmp_path: Path) -> None:
    with opened(county(tmp_path)) as desk:
        edited(desk)
        desk.undo()
        desk.redo()
        words = [step.what() for step in steps_of(reversed(desk.journal()))]
        assert [word[:3] for word in words[-3:]] == ["修改 ", "撤销：", "重做："]
        step = last_step(desk)
        assert step is not None
        assert step.what() == words[-1]
        assert step.text().startswith("2024-04-01 09:30 王 重做：")
