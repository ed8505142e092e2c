"""The one list of actions: each has its place and its key, and says when it can be taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QProgressDialog, QWidget

from tests.gui.helpers import table
from zhengzhou_desk.gui.actions.catalogue import ACTIONS
from zhengzhou_desk.gui.main_window import MainWindow
from zhengzhou_desk.gui.system import ask

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


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


# What is done at once when it is chosen, without a question: it can be undone or shown again.
AT_ONCE = {"undo", "redo", "paste", "fill", "clear", "confirm_passing", "close_book", "file_again", "confirm", "wan"}
AT_ONCE |= {
    "close",
    "withdraw",
    "copy",
    "show_personal",
    "next_finding",
    "previous_finding",
    "next_part",
    "previous_part",
}


@pytest.mark.parametrize("tab", ["filings", "notices", "purchases"])
def test_who_closes_every_question_and_dialog_changes_nothing(
    issued: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tab: str
) -> None:
    """Whatever is asked, in a dialog or a question: closing it leaves the book and the disk as they were."""
    desk, path = issued.desk, issued.desk.path
    closed: list[str] = []

    def close(dialog: QDialog) -> int:
        closed.append(type(dialog).__name__)
        dialog.deleteLater()
        return 0

    monkeypatch.setattr(QDialog, "exec", close)
    for name in ("text", "number", "choice", "open_file", "save_file", "folder"):
        monkeypatch.setattr(ask, name, lambda *_, of=name, **more: closed.append(of))
    monkeypatch.setattr(ask, "open_files", lambda *_: [])
    monkeypatch.setattr(ask, "yes", lambda *_, **more: closed.append("yes") or False)
    page = table(issued, tab)
    head, files = desk.store.head, sorted(path.parent.rglob("*.*"))
    for action in ACTIONS:
        if action.key in AT_ONCE or not action.enabled(issued):
            continue
        before = len(closed)
        issued.bar.hide()
        issued.bar.label.clear()
        item = issued.menus.made[action.key]

        def ready(item: QAction = item) -> bool:
            """A row is chosen and the menus, which follow a moment later, know it; nothing comes between this and the click."""
            page.grid.selectRow(0)
            return item.isEnabled() and bool(page.grid.chosen())

        qtbot.waitUntil(ready, timeout=20_000)
        item.trigger()
        qtbot.waitUntil(lambda: issued.findChild(QProgressDialog) is None, timeout=20_000)
        if action.key not in ("new_row", "find", "find_next", "find_previous", "filter", "column_menu"):
            # What the bar has said counts, also where something that went well in the background has put it away.
            said = issued.bar.label.text()
            assert len(closed) > before or said, f"{action.key} asks, shows and says nothing"
        assert issued.page.name == tab
    assert desk.store.head == head
    assert sorted(path.parent.rglob("*.*")) == files
