"""Midnight: the day turns while the window is open, except where a person has chosen one."""

from __future__ import annotations

import datetime

import pytest

from tests.books import clock
from zhengzhou_desk.gui.main_window import MainWindow


def test_the_day_turns_while_the_window_is_open(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    day = clock().date()
    window.desk.set_today(day)
    night = window._midnight
    monkeypatch.setattr(night, "_clock", lambda: clock() + datetime.timedelta(days=1))
    night.look()
    assert window.desk.today == day + datetime.timedelta(days=1)
    window.desk.set_today(datetime.date(2024, 2, 1))
    monkeypatch.setattr(night, "_clock", lambda: clock() + datetime.timedelta(days=2))
    night.look()
    assert window.desk.today == datetime.date(2024, 2, 1)
