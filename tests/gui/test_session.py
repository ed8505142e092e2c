"""The session: books opened, replaced and closed; the present one stays until the other is open."""

from __future__ import annotations

import datetime
import gc
import weakref
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pytest
from PySide6.QtWidgets import QDialog, QLabel, QProgressDialog

from tests.books import clock
from tests.gui.helpers import over, put, settle, table
from zhengzhou_desk.common.settings import Settings
from zhengzhou_desk.gui import session
from zhengzhou_desk.gui.actions import backups, file
from zhengzhou_desk.gui.dialogs.new_book import NewBook
from zhengzhou_desk.gui.main_window import MainWindow
from zhengzhou_desk.gui.pages.open_failed import OpenFailedDialog
from zhengzhou_desk.gui.table.tab import RecordTab
from zhengzhou_desk.gui.window_api import Start
from zhengzhou_desk.records import Filing
from zhengzhou_desk.services import editing
from zhengzhou_desk.store.backup import back_up

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_a_locked_book_is_offered_read_only(window: MainWindow, qapp: Any, qtbot: QtBot, tmp_path: Path) -> None:
    path = window.desk.path
    other = MainWindow(Start(Settings(tmp_path / "other.json"), "zh", clock, "李"))
    qtbot.addWidget(other)
    other.open_book(path)
    assert not other.has_book
    other.open_book(path, writable=False)
    assert other.has_book
    assert "只读" in other.windowTitle()
    other.close()


def test_close_and_open_again(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    put(table(window, "filings"), 1, "reserve", "81000")
    path = window.desk.path
    window.close()
    qtbot.waitUntil(lambda: bool(list((path.parent / "备份").glob("*.zzd"))))
    again = MainWindow(Start(Settings(tmp_path / "settings.json"), "zh", clock, "王"))
    qtbot.addWidget(again)
    again.open_book(again.settings.recent()[0])
    assert again.desk.rows(Filing)[1].reserve == 8_100_000
    assert "金水 · 2024 年度 · 已保存" in again.windowTitle()
    again.close()


def test_a_large_book_is_read_beside_the_window(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = window.desk.path
    window.close()
    monkeypatch.setattr(session, "_AT_ONCE", 0)
    again = MainWindow(Start(Settings(tmp_path / "settings.json"), "zh", clock, "王"))
    qtbot.addWidget(again)
    again.show()
    again.open_book(path, on=datetime.date(2024, 3, 1))
    assert not again.has_book and again.findChild(QProgressDialog) is not None, "the window stays alive"
    qtbot.waitUntil(lambda: again.has_book, timeout=20_000)
    assert again.desk.today == datetime.date(2024, 3, 1)
    assert table(again, "filings").records.rowCount()
    wrong = tmp_path / "坏.zzd"
    wrong.write_bytes(b"no book" * 100)
    again.open_book(wrong)
    qtbot.waitUntil(lambda: bool(again.findChildren(OpenFailedDialog)), timeout=20_000)
    cast("OpenFailedDialog", again.findChild(OpenFailedDialog)).reject()
    assert again.desk.path == path, "the present book stays"
    again.close()


def test_the_present_book_stays_until_the_other_one_is_open(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = window.desk
    editing.edit(desk, desk.rows(Filing)[1], "reserve", "61000")
    wrong = tmp_path / "字.zzd"
    wrong.write_text("不是账册" * 100, encoding="utf-8")
    window.tabs.setCurrentIndex(2)

    def stays() -> None:
        assert window.desk is desk
        assert desk.writable and desk.undoable is not None
        assert window.tabs.isVisible() and window.tabs.currentIndex() == 2
        assert desk.path.with_name(desk.path.name + ".lock").exists(), "the lock is still ours"

    for path in (wrong, tmp_path / "没有.zzd", tmp_path):
        window.open_book(path)
        stays()
        page = over(window)
        assert any("没有打开" in label.text() for label in page.findChildren(QLabel))
        page.buttons["stay"].click()
        stays()
    # A backup that is none, for this book and for another one.
    for book in (desk.path, tmp_path / "另一本.zzd"):
        backups.put_back(window, book, wrong)
        qtbot.waitUntil(lambda: "不是郑采台账的账册" in window.bar.label.text(), timeout=10_000)
        window.bar.hide()
        window.bar.label.clear()
        stays()
    # The book itself once more, when something else has come to stand under its name.
    kept = desk.path.rename(tmp_path / "改名.zzd")
    desk.path.write_text("不是账册" * 100, encoding="utf-8")
    window.open_book(desk.path)
    stays()
    over(window).buttons["stay"].click()
    kept.replace(desk.path)
    editing.edit(desk, desk.rows(Filing)[1], "reserve", "62000")
    # A new book that is not made, and at last one that is.

    def fill(dialog: NewBook) -> int:
        dialog.path.setText(str(desk.path))
        return int(QDialog.DialogCode.Accepted)

    monkeypatch.setattr(NewBook, "exec", fill)
    file.new_book(window)
    stays()
    assert "已经存在" in window.bar.label.text()
    copy = back_up(desk.path, tmp_path, datetime.datetime(2024, 3, 1, 8, 0))
    window.open_book(copy)
    assert window.desk.path == copy
    assert not desk.path.with_name(desk.path.name + ".lock").exists()


def test_a_book_that_is_replaced_goes_without_the_collector(window: MainWindow, tmp_path: Path) -> None:
    """The collector would have to look through all of the next book to find it."""
    editing.edit(window.desk, window.desk.rows(Filing)[1], "reserve", "61000")
    window.desk.undo()
    settle()
    copy = back_up(window.desk.path, tmp_path, datetime.datetime(2024, 3, 1, 8, 0))
    gone = weakref.ref(window.desk)
    models = [table.records for page in window.pages if isinstance(page, RecordTab) for table in page.tables]
    gc.disable()
    try:
        window.open_book(copy)
        assert gone() is None
    finally:
        gc.enable()
    assert not any(model.rows for model in models)


def test_the_book_that_is_open_can_be_opened_again_read_only_and_back(window: MainWindow, tmp_path: Path) -> None:
    path = window.desk.path
    link = tmp_path / "近路.zzd"
    link.symlink_to(path)
    window.open_book(path, writable=False)
    assert not window.desk.writable
    window.open_book(link)
    assert window.desk.writable
    window.open_book(path)
    assert window.desk.writable
