"""Keeping the book from the window: what was altered outside, copies before large steps, books that do not open."""

from __future__ import annotations

import dataclasses
import sqlite3
import threading
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from tests.books import clock
from tests.gui.conftest import county
from zhengzhou_desk.gui.actions.backups import check_up
from zhengzhou_desk.gui.dialogs.checkup import ACCEPT, CheckupDialog
from zhengzhou_desk.gui.dialogs.journal import JournalWindow
from zhengzhou_desk.gui.pages.open_failed import OpenFailedPage
from zhengzhou_desk.gui.system import ask, auto_backup
from zhengzhou_desk.records import Change, Entry, Filing, Unit
from zhengzhou_desk.services import editing, exports
from zhengzhou_desk.store import backup
from zhengzhou_desk.store.backup import AUTOMATIC, back_up, backups, verified

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from zhengzhou_desk.gui.main_window import MainWindow


def altered(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement)
        connection.commit()


def another(folder: Path) -> Path:
    folder = folder / "another"
    folder.mkdir()
    return county(folder)


def test_an_altered_book_says_so_until_a_person_has_looked(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = another(tmp_path)
    altered(path, "UPDATE filing SET reserve = 100 WHERE year = 2024 AND unit = '101004'")
    window.open_book(path)
    qtbot.waitUntil(lambda: not window.strip.isHidden(), timeout=10_000)
    assert "在程序之外被改动过" in window.strip.label.text()
    window.bar.hide()  # what is closed does not come back, but the strip stays
    assert window.desk.can_edit
    window.attempt(lambda: exports.export_book(window.desk, tmp_path / "a.xlsx"))
    assert "看过之前不出数" in window.bar.label.text()
    assert not (tmp_path / "a.xlsx").exists()
    seen: list[CheckupDialog] = []

    def look(dialog: CheckupDialog) -> int:
        seen.append(dialog)
        assert not dialog.accept_content.isHidden()
        dialog.accept_content.click()
        return dialog.result()

    monkeypatch.setattr(CheckupDialog, "exec", look)
    monkeypatch.setattr(ask, "yes", lambda *given, **more: True)
    window.strip.button.click()
    qtbot.waitUntil(lambda: bool(seen) and window.strip.isHidden(), timeout=10_000)
    assert seen[0].result() == ACCEPT
    assert "已确认账册的现有内容" in window.bar.label.text()
    assert window.desk.journal()[0].name == "accept_content"
    window.attempt(lambda: exports.export_book(window.desk, tmp_path / "a.xlsx"))
    assert (tmp_path / "a.xlsx").exists()


def test_a_person_who_thinks_better_of_it_confirms_nothing(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = another(tmp_path)
    altered(path, "UPDATE filing SET reserve = 100")
    window.open_book(path)
    asked: list[str] = []
    monkeypatch.setattr(CheckupDialog, "exec", lambda dialog: ACCEPT)
    monkeypatch.setattr(ask, "yes", lambda parent, question, *rest, **more: asked.append(question))
    check_up(window)
    qtbot.waitUntil(lambda: bool(asked), timeout=10_000)
    assert window.desk.journal()[0].name != "accept_content"


def test_a_sound_book_cannot_be_confirmed_and_shows_no_strip(window: MainWindow, qtbot: QtBot) -> None:
    from zhengzhou_desk.store.checkup import checkup

    assert window.desk.store.content_agrees()
    assert window.strip.isHidden()
    dialog = CheckupDialog(window, window.desk.path, checkup(window.desk.path), "zh", may_accept=True)
    qtbot.addWidget(dialog)
    assert dialog.accept_content.isHidden()


@pytest.mark.parametrize("size", [1, 150, 3_000])
def test_before_an_import_the_window_copies_the_book_as_it_is_without_waiting(
    window: MainWindow, qtbot: QtBot, size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = window.desk
    editing.edit(desk, desk.rows(Filing)[0], "platform_note", "无食堂，外购")
    before, folder = desk.store.digest(), desk.path.parent / AUTOMATIC
    threads: list[threading.Thread] = []
    real = backup.automatic

    def made(*given: Any) -> Path:
        threads.append(threading.current_thread())
        return real(*given)

    monkeypatch.setattr(auto_backup, "automatic", made)
    rows = tuple(Change(None, Unit(code=f"2{number:05d}", name=f"单位{number}")) for number in range(size))
    window.change("正在导入", size, lambda: desk.apply(Entry("import", rows, ("x",))), lambda _: None)
    qtbot.waitUntil(lambda: not desk.is_paused and len(desk.rows(Unit)) > size, timeout=20_000)
    qtbot.waitUntil(lambda: before in {verified(copy.path) for copy in backups(folder, desk.path)}, timeout=20_000)
    assert threading.main_thread() not in threads


@pytest.mark.parametrize(
    "statement",
    ["UPDATE anchor SET content = 'x'", "UPDATE book_year SET year = 1000000000000", "UPDATE filing SET year = 0"],
)
def test_a_book_with_nonsense_in_it_gets_the_page_that_offers_its_copies(
    window: MainWindow, tmp_path: Path, statement: str
) -> None:
    path = another(tmp_path)
    copy = back_up(path, path.parent, clock())
    altered(path, statement)
    window.welcome()  # over a book that is open it would be a dialog
    window.open_book(path)
    assert isinstance(window.start_pages.page, OpenFailedPage)
    assert "已损坏" in window.start_pages.page.why.text()
    assert "check" in window.start_pages.page.buttons
    taken: list[Path] = []
    window.start_pages.page.restore.disconnect()
    window.start_pages.page.restore.connect(taken.append)
    from PySide6.QtWidgets import QPushButton

    next(
        button for button in window.start_pages.page.findChildren(QPushButton) if button.text().startswith("恢复到")
    ).click()
    assert taken == [copy]


def test_a_copy_is_due_whenever_the_book_says_something_else_than_its_last_copy(
    window: MainWindow, qtbot: QtBot
) -> None:
    desk = window.desk
    back_up(desk.path, desk.path.parent, clock())
    assert not auto_backup.is_due(desk.path, window.settings)
    editing.edit(desk, desk.rows(Filing)[0], "platform_note", "同一分钟里的修改")
    assert auto_backup.is_due(desk.path, window.settings)


def test_a_copy_is_due_where_neither_the_last_one_nor_the_book_can_be_read(window: MainWindow, tmp_path: Path) -> None:
    """What neither says is not the same: the copy is tried, and why it fails is said."""
    path = another(tmp_path)
    copy = back_up(path, path.parent, clock())
    copy.write_bytes(b"")
    assert auto_backup.is_due(path, window.settings)
    path.write_bytes(b"")
    assert auto_backup.is_due(path, window.settings)


def test_a_damaged_line_of_the_journal_is_said_where_it_is_looked_at(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = dataclasses.replace(window.desk.journal()[0], changes=b"x")
    monkeypatch.setattr(window.desk, "journal", lambda newest=None: [line])
    page = JournalWindow(window)
    qtbot.addWidget(page)
    page.list.selectRow(0)
    assert "已损坏" in page.why.text()
    assert not page.back.isEnabled()
    page.search.blockSignals(True)  # not after a pause but now
    page.search.setText("金水")
    page.renew()
    page.close()
