"""The page of a book that was not opened: why, and every way on."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QPushButton

from tests.books import clock
from tests.gui.helpers import altered, another_book, over, settle
from tests.systems import posix
from zhengzhou_desk.gui.dialogs.rescued import OPEN, RescuedDialog
from zhengzhou_desk.gui.main_window import MainWindow
from zhengzhou_desk.gui.pages.open_failed import OpenFailedPage
from zhengzhou_desk.gui.system import ask
from zhengzhou_desk.records import Filing
from zhengzhou_desk.services import editing
from zhengzhou_desk.store.backup import back_up

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_a_book_that_cannot_be_opened_gets_one_clear_page(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "坏.zzd"
    path.write_text("not a book", encoding="utf-8")
    window.welcome()
    window.open_book(path)
    assert not window.has_book
    assert isinstance(window.start_pages.page, OpenFailedPage)
    assert "不是郑采台账的账册" in window.start_pages.page.why.text()


@posix
def test_a_link_that_leads_back_to_itself_gets_the_page_as_well(window: MainWindow, tmp_path: Path) -> None:
    loop = tmp_path / "圈.zzd"
    loop.symlink_to(loop)
    window.open_book(loop)
    assert "链接绕成了圈" in over(window).why.text()
    window.welcome()
    window.open_book(loop)
    assert isinstance(window.start_pages.page, OpenFailedPage)
    assert "链接绕成了圈" in window.start_pages.page.why.text()


def damage(book: Path) -> None:
    given = bytearray(book.read_bytes())
    given[5_000:9_000] = bytes(4_000)
    book.write_bytes(given)


def test_a_locked_book_can_be_read_copied_or_tried_again(
    window: MainWindow, another: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    another.open_book(window.desk.path)
    page = another.start_pages.page
    assert isinstance(page, OpenFailedPage)
    assert "正由 王 在" in page.why.text()
    assert list(page.buttons)[:3] == ["read", "copy", "again"]
    folder = tmp_path / "副本"
    folder.mkdir()
    monkeypatch.setattr(ask, "folder", lambda *given: folder)
    page.buttons["copy"].click()
    qtbot.waitUntil(lambda: another.has_book, timeout=10_000)
    assert another.desk.path.parent == folder
    assert another.desk.writable
    copy = another.desk
    another.open_book(window.desk.path)
    assert another.desk is copy, "the present book stays"
    over(another).buttons["read"].click()
    assert another.desk.path == window.desk.path
    assert "只读方式" in another.strip.label.text()
    assert another.tabs.property("quiet") is True
    another.close()


def test_a_damaged_book_is_restored_from_the_list_and_kept(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    book = window.desk.path
    back_up(book, tmp_path, datetime.datetime(2024, 3, 1, 8, 0))
    window.session.close()
    # The copies that are made unasked must not be of the damage.
    settle()
    damage(book)
    window.open_book(book)
    page = window.start_pages.page
    assert isinstance(page, OpenFailedPage)
    assert "已损坏" in page.why.text()
    assert "check" in page.buttons
    restore = [button for button in page.findChildren(QPushButton) if button.text() == "恢复到 2024-03-01 08:00"]
    restore[0].click()
    qtbot.waitUntil(lambda: window.has_book, timeout=10_000)
    assert len(window.desk.rows(Filing)) == 3
    assert "原来的账册保留为" in window.bar.label.text()
    assert list(tmp_path.glob("金水_*_恢复前.zzd"))


@pytest.mark.parametrize(
    "statement",
    ["UPDATE anchor SET content = 'x'", "UPDATE book_year SET year = 1000000000000", "UPDATE filing SET year = 0"],
)
def test_a_book_with_nonsense_in_it_gets_the_page_that_offers_its_copies(
    window: MainWindow, tmp_path: Path, statement: str
) -> None:
    path = another_book(tmp_path)
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


def test_each_copy_says_how_far_it_goes_and_what_it_lacks(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    book = window.desk.path
    back_up(book, tmp_path, datetime.datetime(2024, 3, 1, 8, 0))
    editing.edit(window.desk, window.desk.rows(Filing)[1], "reserve", "70000")
    window.session.close()
    settle()
    damage(book)
    window.open_book(book)
    page = window.start_pages.page
    assert isinstance(page, OpenFailedPage)
    oldest = tmp_path / "金水_20240301-0800.zzd"
    qtbot.waitUntil(lambda: "缺 1 步" in page.about[oldest].text(), timeout=10_000)
    assert "王 修改 2024 101003 金水第一小学 预留份额" in page.about[oldest].text()
    assert "预留份额" in page.about[oldest].toolTip()


def test_a_damaged_book_is_rescued_into_a_new_one(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book, out = window.desk.path, tmp_path / "新.zzd"
    window.session.close()
    settle()
    damage(book)
    before = book.read_bytes()
    window.open_book(book)
    page = window.start_pages.page
    assert isinstance(page, OpenFailedPage)
    monkeypatch.setattr(ask, "save_file", lambda *given: None)
    page.buttons["rescue"].click()
    monkeypatch.setattr(ask, "save_file", lambda *given: book)
    page.buttons["rescue"].click()
    qtbot.waitUntil(lambda: "已经存在" in window.bar.label.text(), timeout=10_000)
    seen: list[RescuedDialog] = []

    def look(dialog: RescuedDialog) -> int:
        seen.append(dialog)
        return OPEN

    monkeypatch.setattr(RescuedDialog, "exec", look)
    monkeypatch.setattr(ask, "save_file", lambda *given: out)
    page.buttons["rescue"].click()
    qtbot.waitUntil(lambda: window.has_book, timeout=10_000)
    assert window.desk.path == out
    assert "页读不出" in seen[0].account.toPlainText()
    assert window.desk.journal()[0].name == "rescue"
    assert len(window.desk.rows(Filing)) == 3
    assert book.read_bytes() == before
