"""Menus: what cannot be done is grey, and the books opened last are the others."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from tests.books import clock
from zhengzhou_desk.gui import menus, preferences
from zhengzhou_desk.gui.actions.catalogue import ACTIONS, MENUS
from zhengzhou_desk.gui.main_window import MainWindow
from zhengzhou_desk.gui.table.tab import RecordTab
from zhengzhou_desk.store.backup import back_up


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


def test_the_menu_comes_up_on_every_column_of_every_table(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[tuple[QPoint, list[str]]] = []

    class Read(QMenu):
        """A menu that is read at once, since nobody is there to close it."""

        def exec(self, at: QPoint) -> None:  # type: ignore[override]
            shown.append((at, [action.text() for action in self.actions()]))

    monkeypatch.setattr(menus, "QMenu", Read)
    count = 0
    for page in window.pages:
        if not isinstance(page, RecordTab):
            continue
        window.show_tab(page.name)
        for place, each in enumerate(page.tables):
            page.show_table(place)
            for view in (each.grid, each.grid.frozen):
                at = QPoint(12, 9)
                event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, view.viewport().mapToGlobal(at))
                QApplication.sendEvent(view.viewport(), event)
                count += 1
                assert len(shown) == count, (page.name, type(view).__name__)
                assert shown[-1][0] == view.viewport().mapToGlobal(at)
                assert "复制" in shown[-1][1]


def test_recent_books_are_in_the_menu(window: MainWindow, tmp_path: Path) -> None:
    path = window.desk.path
    window.menus._list_recent()
    assert [action.text() for action in window.menus._recent.actions()] == ["没有别的账册"]
    copy = tmp_path / "另一本.zzd"
    back_up(path, tmp_path, clock()).rename(copy)
    window.open_book(copy)
    window.menus._list_recent()
    found = window.menus._recent.actions()
    assert found[0].text().startswith("金水 ")
    found[0].trigger()
    assert window.desk.path == path


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_menu_is_pushed_out_by_the_toolbar_however_narrow_the_window(window: MainWindow, lang: str) -> None:
    window.settings.put(preferences.LANGUAGE, lang)
    window.apply_look()
    try:
        for width in (1366, 1093, 960):
            window.resize(QSize(width, 614))
            QApplication.processEvents()
            bar = window.menuBar()
            places = [bar.actionGeometry(action) for action in bar.actions()]
            assert len(places) == len(MENUS)
            assert all(place.width() > 0 for place in places), width
            assert max(place.right() for place in places) <= window.width() - window.menus.tools.width()
    finally:
        window.settings.put(preferences.LANGUAGE, "zh")
        window.apply_look()
