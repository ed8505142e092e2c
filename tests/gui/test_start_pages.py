"""Without a book: the welcome page, the page of a book that cannot be opened, the wizard of a new one."""

from __future__ import annotations

import datetime
import gc
import shutil
import sqlite3
import threading
import weakref
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pytest
from PySide6.QtCore import QMimeData, QPointF, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QWizard

from tests.books import clock
from tests.gui.conftest import settle
from zhengzhou_desk.common.settings import Settings
from zhengzhou_desk.gui.actions import backups, file
from zhengzhou_desk.gui.actions import file as files
from zhengzhou_desk.gui.dialogs.new_book import NewBook, is_elsewhere
from zhengzhou_desk.gui.main_window import MainWindow
from zhengzhou_desk.gui.pages.open_failed import OpenFailedDialog, OpenFailedPage
from zhengzhou_desk.gui.pages.welcome import WelcomePage
from zhengzhou_desk.gui.system import ask, auto_backup
from zhengzhou_desk.gui.table.tab import RecordTab
from zhengzhou_desk.gui.window_api import Start
from zhengzhou_desk.records import Filing
from zhengzhou_desk.services import editing
from zhengzhou_desk.store import book_file
from zhengzhou_desk.store.backup import back_up

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def another(qapp: Any, qtbot: QtBot, tmp_path: Path) -> MainWindow:
    """A second window, on a computer that has not opened anything."""
    made = MainWindow(Start(Settings(tmp_path / "other.json"), "zh", clock, "李"))
    qtbot.addWidget(made)
    made.show()
    return made


def over(window: MainWindow) -> OpenFailedPage:
    """The page of a book that was not opened, over the one that is."""
    found = [dialog.findChild(OpenFailedPage) for dialog in window.findChildren(OpenFailedDialog) if dialog.isVisible()]
    assert len(found) == 1
    return cast("OpenFailedPage", found[0])


def damage(book: Path) -> None:
    given = bytearray(book.read_bytes())
    given[5_000:9_000] = bytes(4_000)
    book.write_bytes(given)


def test_the_welcome_page_offers_four_ways_and_the_books_opened_last(window: MainWindow) -> None:
    path = window.desk.path
    window.welcome()
    page = window.start_pages.page
    assert isinstance(page, WelcomePage)
    buttons = {button.accessibleName(): button for button in page.findChildren(QPushButton)}
    assert {"新建账册…", "打开账册…", "看示例县", "从备份恢复…", "金水"} == set(buttons)
    assert "备份" in buttons["金水"].text()
    assert not window.tabs.isVisible()
    buttons["金水"].click()
    assert window.desk.path == path


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


def test_a_book_that_is_overwritten_while_it_is_copied_unasked_is_said(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The order that once made two tests fail: the book was emptied after the copy had looked at it, and the thread died of that.

    What a thread dies of reaches whoever listens then: the test that ran, or the crash page of the next one.
    """
    settle()
    path, whole = window.desk.path, window.desk.path.read_bytes()
    real = book_file.connect

    def overtaken(book: Path, *, writable: bool) -> sqlite3.Connection:
        if threading.current_thread().name == "backup":
            book.write_bytes(b"")
        return real(book, writable=writable)

    monkeypatch.setattr(book_file, "connect", overtaken)
    window.session.copy()
    qtbot.waitUntil(lambda: "自动备份没有做成" in window.bar.label.text(), timeout=10_000)
    assert "已损坏" in window.bar.label.text()
    monkeypatch.undo()
    path.write_bytes(whole)


def test_what_is_no_book_or_not_there_says_so(window: MainWindow, tmp_path: Path) -> None:
    text = tmp_path / "字.zzd"
    text.write_text("不是账册" * 100, encoding="utf-8")
    window.welcome()
    for path, words in ((text, "不是郑采台账的账册"), (tmp_path / "没有.zzd", "没有找到账册")):
        window.open_book(path)
        page = window.start_pages.page
        assert isinstance(page, OpenFailedPage)
        assert words in page.why.text()
        assert {"open", "restore", "welcome"} <= set(page.buttons)
    cast("OpenFailedPage", window.start_pages.page).buttons["welcome"].click()
    assert isinstance(window.start_pages.page, WelcomePage)


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


def test_a_folder_that_cannot_be_made_is_told(
    another: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "文件").touch()

    def agreed(wizard: NewBook) -> int:
        wizard.path.setText(str(tmp_path / "文件" / "册.zzd"))
        return 1

    monkeypatch.setattr(NewBook, "exec", agreed)
    file.new_book(another)
    assert "不是文件夹" in another.bar.label.text()
    assert not another.has_book


def test_the_wizard_has_a_sensible_answer_to_everything(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    wizard = NewBook(window, datetime.date(2025, 1, 5))
    qtbot.addWidget(wizard)
    wizard.show()
    assert wizard.bureau.text() == "金水区财政局"
    assert wizard.year.value() == 2025
    wizard.region.setCurrentIndex(wizard.region.findData("410122"))
    assert wizard.bureau.text() == "中牟县财政局"
    wizard.bureau.setText(" ")
    wizard.next()
    wrong = wizard.currentPage().findChild(QLabel, "wrong")
    assert isinstance(wrong, QLabel)
    assert wrong.text() == "财政局名称不能空着"
    wizard.bureau.setText("中牟县财政局")
    wizard.next()
    wizard.contact.setText("李四")
    wizard.next()
    assert wizard.path.text().endswith("中牟县财政局2025.zzd")
    there = tmp_path / "有了.zzd"
    there.touch()
    for text, words in ((str(there), "不会被覆盖"), (str(tmp_path / "a.xlsx"), ".zzd 结尾"), ("", "起个名字")):
        wizard.path.setText(text)
        assert not wizard.validateCurrentPage()
        found = wizard.currentPage().findChild(QLabel, "wrong")
        assert isinstance(found, QLabel)
        assert words in found.text()
    wizard.path.setText(str(tmp_path / "新" / "a.zzd"))
    wizard.button(QWizard.WizardButton.FinishButton).click()
    assert wizard.result() == 1
    assert wizard.settings() == {"contact": "李四"}


def test_sticks_and_shares_are_warned_of(tmp_path: Path) -> None:
    assert not is_elsewhere(tmp_path / "a.zzd")
    assert is_elsewhere(Path("\\\\server\\share\\a.zzd"))
    if Path("/mnt").is_dir():
        assert is_elsewhere(Path("/mnt/a.zzd"))


def test_the_sample_county_opens_by_one_click(
    another: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda place: str(tmp_path / "程序"))
    assert isinstance(another.start_pages.page, WelcomePage)
    another.start_pages.page.chosen.emit("sample")
    qtbot.waitUntil(lambda: another.has_book, timeout=60_000)
    assert len(another.desk.rows(Filing)) > 100
    assert "虚构" in another.bar.label.text()
    another.close()


def drop(window: MainWindow, path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    window.dropEvent(
        QDropEvent(
            QPointF(5, 5), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
    )


def test_files_dropped_are_opened_or_imported(
    window: MainWindow, another: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = tmp_path / "填报.xlsx"
    taken: list[Path] = []
    monkeypatch.setattr(files, "import_file", lambda window, path: taken.append(path))
    drop(window, sheet)
    qtbot.waitUntil(lambda: taken == [sheet])
    drop(another, sheet)
    qtbot.waitUntil(lambda: "先打开或新建账册" in another.bar.label.text())
    copy = tmp_path / "另一本.zzd"
    path = window.desk.path
    window.session.close()
    shutil.copy(path, copy)
    drop(window, copy)
    qtbot.waitUntil(lambda: window.has_book and window.desk.path == copy)


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


def test_copies_are_made_unasked_and_their_age_is_in_sight(window: MainWindow, qtbot: QtBot) -> None:
    path = window.desk.path
    qtbot.waitUntil(lambda: bool(auto_backup.copies(path, window.settings)), timeout=10_000)
    qtbot.waitUntil(lambda: window.status.backup.text() == "今天已备份")
    text, old = auto_backup.age(path, window.settings, clock() + datetime.timedelta(days=9))
    assert (text, old) == ("9 天前备份", True)


def test_a_copy_that_cannot_be_made_is_said(window: MainWindow, qtbot: QtBot) -> None:
    path = window.desk.path
    qtbot.waitUntil(lambda: bool(auto_backup.copies(path, window.settings)), timeout=10_000)
    shutil.rmtree(path.parent / "备份")
    (path.parent / "备份").write_text("一个同名的文件", encoding="utf-8")
    window.session.copy()
    qtbot.waitUntil(lambda: "自动备份没有做成" in window.bar.label.text(), timeout=10_000)
    assert "备份" in window.bar.button.text()
    (path.parent / "备份").unlink()
    window.settings.put(auto_backup.FAILED, "磁盘已满")
    window.open_book(path)
    assert "上次关闭时自动备份没有做成：磁盘已满" in window.bar.label.text()


def test_the_day_turns_while_the_window_is_open(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    day = clock().date()
    window.desk.set_today(day)
    night = window._midnight
    monkeypatch.setattr(night, "_clock", lambda: clock() + datetime.timedelta(days=1))
    night.look()
    assert window.desk.today == day + datetime.timedelta(days=1)
    window.desk.set_today(datetime.date(2024, 2, 1))
    monkeypatch.setattr(night, "_clock", lambda: clock() + datetime.timedelta(days=2))
    night.look()
    assert window.desk.today == datetime.date(2024, 2, 1)
