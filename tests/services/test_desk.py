"""The desk: editing, undoing, years, findings, and one announcement for each step."""

from __future__ import annotations

import datetime

import pytest

from tests.books import clock
from tests.services.helpers import rules, the_filing
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.records import Filing
from zhengzhou_desk.services import editing
from zhengzhou_desk.services.desk import BookChanged, Desk


def test_an_edit_is_judged_at_once_and_announced_once(desk: Desk) -> None:
    heard: list[BookChanged] = []
    desk.subscribe(heard.append)
    assert "ratio" in rules(desk)
    editing.edit(desk, the_filing(desk), "reserve", "8万元")
    assert "ratio" not in rules(desk)
    assert len(heard) == 1
    assert (Filing, the_filing(desk).id) in heard[0].judged


def test_another_day_judges_everything_anew(desk: Desk) -> None:
    heard: list[BookChanged] = []
    desk.subscribe(heard.append)
    desk.set_today(datetime.date(2024, 11, 5))
    assert heard == [BookChanged(renewed=True)]
    assert "completion" in rules(desk)


def test_a_book_opened_to_read_is_not_changed(desk: Desk) -> None:
    with Desk.opened(desk.path, clock=clock, who="李", writable=False) as other:
        assert not other.can_edit
        with pytest.raises(Refused, match="只读"):
            editing.edit(other, the_filing(other), "reserve", "80000")


def test_a_second_desk_may_not_write(desk: Desk) -> None:
    with pytest.raises(Refused, match="王"):
        Desk.opened(desk.path, clock=clock, who="李")
