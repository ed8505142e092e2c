"""Undoing: a new line of the journal that brings back what was, or the reason why not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.books import YUAN, book, county, new_desk, opened
from tests.services.helpers import rules, the_filing
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.records import Filing
from zhengzhou_desk.services import editing
from zhengzhou_desk.services.desk import Desk


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
            editing.undo_line(desk, first.number)
        editing.undo_line(desk, second.number)
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


def test_undo_and_redo_are_new_entries(desk: Desk) -> None:
    editing.edit(desk, the_filing(desk), "reserve", "80000")
    editing.edit(desk, the_filing(desk), "total", "900000")
    desk.undo()
    assert (the_filing(desk).total, the_filing(desk).reserve) == (800_000 * YUAN, 80_000 * YUAN)
    desk.undo()
    assert the_filing(desk).reserve == 60_000 * YUAN
    assert "ratio" in rules(desk)
    desk.redo()
    assert the_filing(desk).reserve == 80_000 * YUAN
    assert "ratio" not in rules(desk)
    assert len(desk.journal()) == 7
    editing.edit(desk, the_filing(desk), "reserve", "70000")
    assert desk.redoable is None


def test_undo_brings_personal_fields_back_exactly(desk: Desk) -> None:
    record = desk.unit("101003")
    assert record is not None
    editing.edit(desk, record, "phone", "0371-55500001")
    editing.edit(desk, desk.unit("101003") or record, "phone", "0371-55500002")
    desk.undo()
    assert (desk.unit("101003") or record).phone == "0371-55500001"


def test_the_step_that_made_the_book_is_not_undone(tmp_path: Path) -> None:
    with new_desk(tmp_path) as desk:
        assert desk.undoable is None
        with pytest.raises(Refused, match="不能撤回"):
            editing.undo_line(desk, 1)
