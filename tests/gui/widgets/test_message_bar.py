"""The inline bar: what it offers is done once, and the sentence goes with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from tests.gui.helpers import put, table
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.gui.widgets.message_bar import BACKUP, CAUTION, DONE, FAILURE, MessageBar

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from zhengzhou_desk.gui.main_window import MainWindow


def test_what_the_bar_offers_is_done_once_and_the_bar_goes(qapp: Any, qtbot: QtBot) -> None:
    done: list[int] = []
    over = QWidget()
    qtbot.addWidget(over)
    bar = MessageBar(over)
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


def test_a_sentence_goes_only_with_its_own_cause(window: MainWindow) -> None:
    page = table(window, "filings")
    window.tell("自动备份没有做成", cause=BACKUP)
    assert put(page, 1, "reserve", "70000")
    assert window.bar.isVisible(), "an edit makes no copy"
    window.bar.over(BACKUP)
    assert not window.bar.isVisible()
    window.tell("已导出")
    assert put(page, 1, "reserve", "71000")
    assert window.bar.isVisible(), "news is not a refusal"


def test_what_was_done_goes_by_itself_and_a_failure_stays(window: MainWindow) -> None:
    window.tell("已导出")
    assert (window.bar.kind, window.bar._going.isActive()) == (DONE, True)
    window.tell("有 3 行没有读入", "查看", lambda: None)
    assert (window.bar.kind, window.bar._going.isActive()) == (CAUTION, False)
    window.tell(Refused("写不进去"))
    assert (window.bar.kind, window.bar._going.isActive()) == (FAILURE, False)


def test_it_lies_over_the_foot_and_moves_nothing(window: MainWindow) -> None:
    page = table(window, "filings")
    before = page.grid.geometry()
    window.tell("一句话")
    assert page.grid.geometry() == before
    foot = window.bar.geometry()
    assert foot.left() > 0 and foot.bottom() < window.bar._over.height()
    window.resize(window.width() - 200, window.height() - 100)
    assert window.bar.geometry().bottom() < window.bar._over.height()
    assert window.bar.geometry().right() < window.bar._over.width()
