"""Undoing: a new line of the journal that brings back what was, or the reason why not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.books import book, county, opened
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.records import Filing
from zhengzhou_desk.services import editing


def test_undo_is_a_new_line_and_restores_the_content(tmp_path: Path) -> None:
    with opened(book(tmp_path)) as desk:
        before, count = desk.store.digest(), len(desk.journal())
        editing.edit(desk, desk.rows(Filing)[0], "reserve", 1)
        desk.undo()
        assert desk.store.digest() == before
        assert len(desk.journal()) == count + 2
        desk.redo()
        assert desk.rows(Filing)[0].reserve == 100


def test_one_line_back_or_the_reason_why_not(tmp_path: Path) -> None:
    with opened(book(tmp_path)) as desk:
        first = editing.edit(desk, desk.rows(Filing)[0], "reserve", 1)
        second = editing.edit(desk, desk.rows(Filing)[0], "reserve", 2)
        assert first is not None
        assert second is not None
        with pytest.raises(Refused):
            editing.take_back(desk, first.number)
        editing.take_back(desk, second.number)
        assert desk.rows(Filing)[0].reserve == 100


def test_what_can_be_undone_is_known_when_the_news_comes(tmp_path: Path) -> None:
    with opened(county(tmp_path)) as desk:
        heard: list[tuple[bool, bool]] = []
        desk.subscribe(lambda news: heard.append((desk.undoable is not None, desk.redoable is not None)))
        while desk.undoable is not None:
            desk.undo()
        heard.clear()
        editing.edit(desk, desk.rows(Filing)[1], "reserve", "61000")
        desk.undo()
        desk.redo()
        assert heard == [(True, False), (False, True), (True, False)]
