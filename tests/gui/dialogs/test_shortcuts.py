"""The shortcut page: every action with its key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.gui.helpers import texts
from zhengzhou_desk.gui.actions.catalogue import ACTIONS, shortcuts_page

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from zhengzhou_desk.gui.main_window import MainWindow


def test_the_shortcut_page_knows_every_action(window: MainWindow, qtbot: QtBot) -> None:
    page = shortcuts_page(window)
    qtbot.addWidget(page)
    listed = {text[1] for text in texts(page.list)}
    assert {action.text.rstrip("…") for action in ACTIONS} <= listed
    page.search.setText("ctrl+z")
    assert [text[:2] for text in texts(page.list)] == [("Ctrl+Z", "撤销")]
