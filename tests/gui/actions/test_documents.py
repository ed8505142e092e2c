"""Papers from the menu: bulletin, account form, letter of changes, the day of a delivery."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.gui.helpers import choose, table
from zhengzhou_desk.gui.actions import documents
from zhengzhou_desk.gui.dialogs.preview import PreviewWindow
from zhengzhou_desk.gui.main_window import MainWindow
from zhengzhou_desk.gui.system import ask
from zhengzhou_desk.records import Account, KeptBulletin, Notice
from zhengzhou_desk.records.notice import DELIVERED

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_other_papers_from_the_menu(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from zhengzhou_desk.gui.dialogs.notices import RemindersDialog
    from zhengzhou_desk.gui.dialogs.templates import TemplateDialog
    from zhengzhou_desk.gui.dialogs.unit_change import ChangeDialog

    reminders = RemindersDialog(window)
    qtbot.addWidget(reminders)
    assert [content.kind for content in reminders.contents()] == ["remind"] * len(reminders._codes)
    assert "101003" in reminders._codes
    shown_: list[PreviewWindow] = []
    monkeypatch.setattr(PreviewWindow, "exec", lambda self: shown_.append(self) or 0)
    monkeypatch.setattr(ask, "yes", lambda *given, **more: True)
    documents.bulletin(window)
    qtbot.waitUntil(lambda: bool(shown_), timeout=20_000)
    qtbot.waitUntil(lambda: bool(window.desk.store.tables.all(KeptBulletin)))
    monkeypatch.setattr(ask, "save_file", lambda *given: tmp_path / "x.xlsx")
    documents.account_form(window)
    assert (tmp_path / "x.xlsx").exists()
    assert window.desk.rows(Account)[0].state == "applied"
    documents.change_letter(window)
    assert "没有需要告知平台的单位变更" in window.bar.label.text()
    change = ChangeDialog(window)
    qtbot.addWidget(change)
    change.kind.setCurrentIndex(change.kind.findData("merge"))
    change.old.choose("101004")
    change.into.choose("101003")
    change._look()
    assert "并入" in change.follows.text()
    change._apply()
    assert window.desk.unit("101004").closed == window.desk.today  # type: ignore[union-attr]
    documents.change_letter(window)
    assert len(shown_) == 2
    texts = TemplateDialog(window)
    qtbot.addWidget(texts)
    texts.text.setPlainText("{明天}")
    texts._save()
    assert "不认得的名称" in window.bar.label.text()


def test_the_day_of_a_delivery_is_asked(issued: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    page = table(issued, "notices")
    choose(page, 0, "number", 0, "number")
    monkeypatch.setattr(ask, "text", lambda *given: None)
    documents.advanced(DELIVERED)(issued)
    assert issued.desk.rows(Notice)[0].state == "issued"
    monkeypatch.setattr(ask, "text", lambda *given: "2024年3月29日")
    documents.advanced(DELIVERED)(issued)
    row = issued.desk.rows(Notice)[0]
    assert (row.state, row.delivered) == (DELIVERED, datetime.date(2024, 3, 29))
