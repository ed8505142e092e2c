"""Menus: what cannot be done is grey, and the books opened last are the others."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from zhengzhou_desk.gui.actions.catalogue import ACTIONS

if TYPE_CHECKING:
    from zhengzhou_desk.gui.main_window import MainWindow


def test_what_cannot_be_done_is_grey(window: MainWindow) -> None:
    window.menus.renew()
    grey = {action.key for action in ACTIONS if not window.menus.made[action.key].isEnabled()}
    assert {"undo", "redo", "merge"} <= grey
    assert not {"import", "export", "journal"} & grey


def test_the_book_that_is_open_is_not_offered_to_be_opened(window: MainWindow) -> None:
    present = window.desk.path
    other = present.with_name("中原.zzd")
    shutil.copy(present, other)
    window.settings.opened(other)
    window.settings.opened(present)
    window.menus._list_recent()
    offered = [action.text() for action in window.menus._recent.actions()]
    assert [text.split()[0] for text in offered] == ["中原"]
