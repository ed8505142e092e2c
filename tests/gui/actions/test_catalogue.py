"""The one list of actions: each has its place and its key, and says when it can be taken."""

from __future__ import annotations

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from zhengzhou_desk.gui.actions.catalogue import ACTIONS
from zhengzhou_desk.gui.main_window import MainWindow


def test_every_action_has_its_place_and_no_key_is_taken_twice(window: MainWindow) -> None:
    keys = [QKeySequence(action.shortcut).toString() for action in ACTIONS if action.shortcut]
    keys += [f"Ctrl+{number}" for number in range(1, 10)]
    assert len(keys) == len(set(keys))
    in_menus: set[QAction] = set()
    for menu in window.menuBar().findChildren(QWidget):
        in_menus |= set(menu.actions())
    assert all(window.menus.made[action.key] in in_menus for action in ACTIONS)
    assert len({action.key for action in ACTIONS}) == len(ACTIONS)


def test_every_action_says_when_it_can_be_taken_and_can_then_be_taken_by_key(busy: MainWindow) -> None:
    """Enabled or not, in every tab, asking costs nothing and breaks nothing."""
    for place in range(busy.tabs.count()):
        busy.tabs.setCurrentIndex(place)
        for action in ACTIONS:
            made = busy.menus.made[action.key]
            assert made.isEnabled() == action.enabled(busy), (action.key, place)
            assert made.shortcut() == QKeySequence(action.shortcut)
            assert made.text()
    busy.welcome()
    for action in ACTIONS:
        assert busy.menus.made[action.key].isEnabled() == action.enabled(busy)
