"""The register in the window: what has been issued stays, and a second notice is a step of its own."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QTableView, QWidget

from tests.books import clock
from tests.gui.test_window import choose, put, shows, table
from zhengzhou_desk.common.settings import Settings
from zhengzhou_desk.gui.actions import documents
from zhengzhou_desk.gui.dialogs.notices import NoticesDialog, RemindersDialog
from zhengzhou_desk.gui.dialogs.unit_change import ChangeDialog
from zhengzhou_desk.gui.main_window import MainWindow
from zhengzhou_desk.gui.system import ask, translator
from zhengzhou_desk.gui.table.tab import RecordTab
from zhengzhou_desk.gui.window_api import Start
from zhengzhou_desk.records import Filing, Notice
from zhengzhou_desk.records.notice import DELIVERED
from zhengzhou_desk.services import editing
from zhengzhou_desk.services.desk import Desk
from zhengzhou_desk.services.notices import drafting, register

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


def texts(widget: QWidget) -> Iterator[str]:
    """What a widget shows, and what a screen reader says of it; not what a person or the book has put in."""
    yield widget.accessibleName()
    yield widget.toolTip()
    yield widget.windowTitle()
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    model = widget.model() if isinstance(widget, QTableView) else None
    if model is not None:
        yield from (str(model.headerData(n, Qt.Orientation.Horizontal) or "") for n in range(model.columnCount()))


def test_the_window_without_rows_is_english_in_every_corner(qapp: Any, qtbot: QtBot, tmp_path: Path) -> None:
    translator.install(qapp, "en")
    try:
        with Desk.new(
            tmp_path / "book.zzd", region="410105", bureau="Bureau", year=2024, clock=clock, who="Wang"
        ) as desk:
            path = desk.path
        window = MainWindow(Start(Settings(tmp_path / "s.json"), "en", clock, "Wang"))
        qtbot.addWidget(window)
        window.show()
        window.open_book(path)
        for page in window.pages:
            window.show_tab(page.name)
            if isinstance(page, RecordTab):
                for place in range(len(page.tables)):
                    page.show_table(place)
        dialogs: list[QWidget] = [NoticesDialog(window), RemindersDialog(window), ChangeDialog(window)]
        found = [
            text
            for widget in (window, *dialogs)
            for each in (widget, *widget.findChildren(QWidget))
            for text in texts(each)
        ]
        assert not [text for text in found if any("\u4e00" <= character <= "\u9fff" for character in text)]
        assert any("No notices have been issued yet" in text for text in found)
        choice = window.pages[-1]._choice  # type: ignore[attr-defined]
        assert "Register of notices" in [choice.itemText(place) for place in range(choice.count())]
        for dialog in dialogs:
            dialog.deleteLater()
        window.close()
    finally:
        translator.install(qapp, "zh")


@pytest.fixture
def issued(window: MainWindow) -> MainWindow:
    """The county, whose failing unit has been sent a notice, and where a second unit fails now."""
    register.issue(window.desk, drafting.drafts(window.desk))
    editing.edit(window.desk, window.desk.rows(Filing)[2], "reserve", "70000")
    return window


def test_an_issued_row_is_read_only_but_for_the_note(issued: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    page = table(issued, "notices")
    before = issued.desk.rows(Notice)[0]
    for column in page.records.columns:
        index = page.records.index(0, page.records.column_of(column.name))
        assert bool(page.records.flags(index) & Qt.ItemFlag.ItemIsEditable) is (column.name == "note"), column.name
    number = page.records.index(0, page.records.column_of("number"))
    assert "先撤回，再另发" in page.records.data(number, Qt.ItemDataRole.ToolTipRole)
    assert put(page, 0, "note", "电话已通知")
    assert not put(page, 0, "number", "金水财购〔2024〕9号")
    assert "不能改动或删除" in issued.bar.label.text()
    monkeypatch.setattr(ask, "yes", lambda *given, **more: True)
    choose(page, 0, "number", 0, "rules")
    page.grid.clear_cells()
    QGuiApplication.clipboard().setText("金水财购〔2024〕9号")
    page.grid.paste()
    page.grid.fill_selection()
    page.grid.remove_rows()
    assert issued.desk.rows(Notice) == [before if before.note else issued.desk.rows(Notice)[0]]
    assert shows(page, 0, "number") == "金水财购〔2024〕1号"


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


def test_who_has_a_notice_is_marked_and_not_chosen(issued: MainWindow, qtbot: QtBot) -> None:
    dialog = NoticesDialog(issued)
    qtbot.addWidget(dialog)
    cells = [str(dialog.table.model().index(row, 4).data()) for row in range(2)]
    assert cells == ["金水财购〔2024〕1号，2024-04-01，已发文", ""]
    assert [content.unit for content in dialog.contents()] == ["101004"]
    assert dialog.issue.isEnabled() and not dialog.again.isEnabled()
    for department in ("101", None):
        dialog._choose(department)
        assert [content.unit for content in dialog.contents()] == ["101004"]


def test_pressing_again_is_asked_with_what_it_replaces(
    issued: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = NoticesDialog(issued)
    qtbot.addWidget(dialog)
    dialog.table.selectAll()
    assert dialog.issue.isEnabled() and dialog.again.isEnabled()
    asked: list[str] = []
    monkeypatch.setattr(
        ask, "yes", lambda parent, question, details="", **more: asked.append(f"{question}\n{details}") or False
    )
    dialog._issue()
    assert "正式发出 1 份" in asked[0] and "另外 1 个单位已发文" in asked[0]
    dialog._issue_again()
    assert "再次督促 1 个单位" in asked[1] and "101003  金水财购〔2024〕1号，2024-04-01，已发文" in asked[1]
    assert len(issued.desk.rows(Notice)) == 1
    monkeypatch.setattr(ask, "yes", lambda *given, **more: True)
    monkeypatch.setattr(ask, "folder", lambda *given: tmp_path)
    dialog._issue_again()
    qtbot.waitUntil(lambda: "已写出 1 份" in issued.bar.label.text(), timeout=20_000)
    assert [(row.unit, row.state) for row in issued.desk.rows(Notice)] == [
        ("101003", "superseded"),
        ("101003", "issued"),
    ]


def test_a_refused_number_leaves_the_bureau_s_word_alone(
    issued: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = NoticesDialog(issued)
    qtbot.addWidget(dialog)
    assert dialog.contents()[0].code_word == "金水财购"
    dialog.word.setText("金水财")
    assert dialog.contents()[0].code_word == "金水财", "what is looked at is what is issued"
    dialog.word.setText("金水财购")
    dialog.first.setValue(1)
    monkeypatch.setattr(ask, "yes", lambda *given, **more: True)
    dialog._issue()
    assert "已经用过" in issued.bar.label.text()
    assert issued.desk.setting("number_word") is None


def test_reminders_know_their_own_kind_alone(issued: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    dialog = RemindersDialog(issued)
    qtbot.addWidget(dialog)
    every = [content.unit for content in dialog.contents()]
    assert "101003" in every, "a notice to file again is no reminder"
    register.issue(issued.desk, dialog.contents({"101003"}))
    again = RemindersDialog(issued)
    qtbot.addWidget(again)
    flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
    assert [content.unit for content in again.contents()] == [code for code in every if code != "101003"]
    again.table.selectionModel().select(again.table.model().index(again._codes.index("101003"), 0), flags)
    assert "关于做好" in again.contents()[0].title and "再次提醒" in again.contents()[0].title
