"""The journal: what changed, by whom, and one step taken back or why not."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest

from tests.gui.helpers import texts
from zhengzhou_desk.gui.dialogs import journal
from zhengzhou_desk.gui.dialogs.journal import JournalWindow
from zhengzhou_desk.gui.main_window import MainWindow
from zhengzhou_desk.records import Filing, Unit
from zhengzhou_desk.services import editing

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_the_journal_shows_what_changed_and_takes_it_back(window: MainWindow, qtbot: QtBot) -> None:
    desk = window.desk
    editing.edit(desk, desk.rows(Filing)[1], "reserve", "70000")
    editing.edit(desk, desk.rows(Filing)[1], "reserve", "75000")
    dialog = JournalWindow(window)
    qtbot.addWidget(dialog)
    assert texts(dialog.list)[0][2:] == ("王", "修改 2024 101003 金水第一小学 预留份额")
    assert texts(dialog.changes) == [("填报", "2024 101003 金水第一小学", "预留份额", "70,000.00", "75,000.00")]
    dialog.list.selectRow(1)
    assert not dialog.back.isEnabled()
    assert "后来又改过" in dialog.why.text()
    dialog.list.selectRow(0)
    dialog.back.click()
    assert desk.rows(Filing)[1].reserve == 7_000_000
    assert texts(dialog.list)[0][3].startswith("撤销：")
    first = len(texts(dialog.list)) - 1
    dialog.list.selectRow(first)
    assert "不能撤回" in dialog.why.text()


def test_the_journal_of_one_unit(window: MainWindow, qtbot: QtBot) -> None:
    desk = window.desk
    editing.edit(desk, desk.rows(Filing)[2], "reserve", "88000")
    editing.edit(desk, desk.rows(Unit)[0], "note", "改")
    dialog = JournalWindow(window)
    qtbot.addWidget(dialog)
    dialog.search.setText("dexx")
    qtbot.waitUntil(lambda: len(texts(dialog.list)) == 2)
    assert [text[3] for text in texts(dialog.list)] == ["修改 2024 101004 第二小学 预留份额", "导入 test"]


def test_settings_are_called_by_their_names_in_the_journal(window: MainWindow, qtbot: QtBot) -> None:
    editing.set_setting(window.desk, "number_word", "金财购")
    editing.set_setting(window.desk, "law.canteen_ratio", "12%", 2024, "金财〔2024〕1号")
    dialog = JournalWindow(window)
    qtbot.addWidget(dialog)
    assert [text[3] for text in texts(dialog.list)][:2] == ["修改设置 食堂食材预留比例", "修改设置 发文代字"]


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


def test_older_steps_are_read_when_they_are_asked_for(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal, "_STEP", 2)
    for number in range(5):
        editing.edit(window.desk, window.desk.rows(Filing)[1], "reserve", str(70_000 + number))
    dialog = JournalWindow(window)
    qtbot.addWidget(dialog)
    dialog._read = 2
    dialog.renew()
    shown = [len(texts(dialog.list))]
    while not dialog.older.isHidden():
        dialog.older.click()
        shown.append(len(texts(dialog.list)))
    whole = len(window.desk.journal())
    assert shown[:2] == [2, 4] and shown[-1] == whole
    assert dialog.count.text() == f"{whole} 步"


def test_a_removed_row_is_called_by_its_key(window: MainWindow, qtbot: QtBot) -> None:
    editing.remove(window.desk, [window.desk.rows(Filing)[1]])
    dialog = JournalWindow(window)
    qtbot.addWidget(dialog)
    assert {text[1] for text in texts(dialog.changes)} == {"2024 101003"}
    assert ("填报", "2024 101003", "预留份额", "60,000.00", "") in texts(dialog.changes)


def test_in_a_book_that_is_only_read_no_step_is_taken_back(window: MainWindow, qtbot: QtBot) -> None:
    path = window.desk.path
    window.welcome()
    window.open_book(path, writable=False)
    dialog = JournalWindow(window)
    qtbot.addWidget(dialog)
    assert not dialog.back.isEnabled() and "账册是只读的" in dialog.why.text()


def test_a_step_that_was_overtaken_meanwhile_says_so(window: MainWindow, qtbot: QtBot) -> None:
    editing.edit(window.desk, window.desk.rows(Filing)[1], "reserve", "70000")
    dialog = JournalWindow(window)
    qtbot.addWidget(dialog)
    editing.edit(window.desk, window.desk.rows(Filing)[1], "reserve", "71000")
    assert dialog.back.isEnabled(), "the list is older than the book"
    dialog.back.click()
    assert "不能撤回" in dialog.why.text()
    assert window.desk.rows(Filing)[1].reserve == 7_100_000
    dialog.list.put([])
    dialog._look()
    dialog._take_back()
    assert not dialog.back.isEnabled() and not texts(dialog.changes)
