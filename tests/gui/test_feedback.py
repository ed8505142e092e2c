"""Saying how it went: a refusal is said, and goes when something has been done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengzhou_desk.common.errors import Refused

if TYPE_CHECKING:
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
