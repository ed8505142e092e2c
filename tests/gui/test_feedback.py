"""Saying how it went: a refusal is said, and goes when something has been done."""

from __future__ import annotations

import datetime
import errno
from typing import TYPE_CHECKING

import pytest

from tests.gui.helpers import put, table
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.gui import feedback
from zhengzhou_desk.store.store import Store

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from zhengzhou_desk.gui.main_window import MainWindow


def refuse() -> None:
    raise Refused("请写明退回原因，单位要据此改正")


def test_a_refusal_is_said_in_the_bar_until_something_has_been_done(window: MainWindow) -> None:
    assert window.attempt(refuse) is None
    assert window.bar.label.text() == "请写明退回原因，单位要据此改正"
    assert not window.bar.isHidden()
    assert window.attempt(lambda: 5) == 5
    assert window.bar.isHidden()


def test_a_refused_step_says_so_and_its_end_is_not_told(window: MainWindow) -> None:
    told: list[object] = []
    window.change("正在做", 1, refuse, told.append)
    assert told == []
    assert window.bar.label.text() == "请写明退回原因，单位要据此改正"


def test_a_full_disk_is_said_until_something_is_written(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    page = table(window, "filings")
    real = Store._write

    def full(*given: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Store, "_write", full)
    assert not put(page, 1, "reserve", "70000")
    assert window.bar.isVisible()
    window.desk.set_today(window.desk.today)
    assert window.bar.isVisible(), "another day is no success"
    monkeypatch.setattr(Store, "_write", real)
    assert put(page, 1, "reserve", "70000")
    assert not window.bar.isVisible()


def test_what_failed_in_the_background_is_over_after_it_went_well(window: MainWindow, qtbot: QtBot) -> None:
    window.work("…", lambda progress, cancelled: refused(), lambda _: None)
    qtbot.waitUntil(lambda: window.bar.isVisible() and "磁盘已满" in window.bar.label.text(), timeout=20_000)
    done: list[int] = []
    window.work("…", lambda progress, cancelled: 1, done.append)
    qtbot.waitUntil(lambda: bool(done), timeout=20_000)
    assert not window.bar.isVisible()


def refused() -> None:
    raise Refused("磁盘已满")


def test_a_large_book_is_judged_as_of_another_day_beside_the_window(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feedback, "_MANY_ROWS", 0)
    before, found = window.desk.engine, {finding.rule for finding in window.desk.findings()}
    window.judge_as_of(datetime.date(2024, 3, 1))
    assert window.desk.engine is before, "the old figures are shown until the new ones are there"
    qtbot.waitUntil(lambda: window.desk.engine is not before)
    assert window.desk.today == datetime.date(2024, 3, 1)
    assert {finding.rule for finding in window.desk.findings()} != found
    assert put(table(window, "filings"), 1, "reserve", "70000")


def test_another_year_of_a_large_book_is_worked_out_beside_the_window(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = window.desk
    here, other = desk.year, desk.year - 1
    desk.choose_year(other)
    found, statuses = desk.findings(), desk.unit_statuses()
    desk.choose_year(here)
    monkeypatch.setattr(feedback, "_MANY_ROWS", 0)
    window.choose_year(other)
    assert desk.year == here, "the year is shown until the other one is there"
    qtbot.waitUntil(lambda: desk.year == other)
    assert (desk.findings(), desk.unit_statuses()) == (found, statuses)
    # A year that has never been judged: its missing filings are found.
    window.choose_year(here + 1)
    qtbot.waitUntil(lambda: desk.year == here + 1)
    assert desk.engine.judges_year(here + 1)
    assert window.years.currentData() == here + 1
    assert put(table(window, "units"), 1, "members", "33")
