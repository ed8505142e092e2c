"""The inline bar: what it offers is done once, and the sentence goes with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from zhengzhou_desk.gui.widgets.message_bar import MessageBar

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_what_the_bar_offers_is_done_once_and_the_bar_goes(qapp: Any, qtbot: QtBot) -> None:
    done: list[int] = []
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.say("已导入 3 行", "撤销", lambda: done.append(1))
    assert not bar.isHidden()
    bar.button.click()
    assert done == [1]
    assert bar.isHidden()
    bar.button.click()
    assert done == [1], "the offer was taken"
    bar.say("没有别的事")
    assert not bar.button.isVisibleTo(bar)
    bar.button.click()
    assert done == [1]
