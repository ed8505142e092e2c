"""The dialog of notices: what is chosen is what is issued, with the number that stands in it."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from zhengzhou_desk.gui.dialogs.notices import NoticesDialog, RemindersDialog
from zhengzhou_desk.gui.main_window import MainWindow
from zhengzhou_desk.gui.system import ask
from zhengzhou_desk.records import Filing, Notice, Unit
from zhengzhou_desk.services import editing
from zhengzhou_desk.services.notices import register

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def dialog_of(window: MainWindow, qtbot: QtBot) -> NoticesDialog:
    """A second department with a unit that falls short, too."""
    desk = window.desk
    editing.add(desk, Unit, {"code": "201", "name": "卫健委", "canteen": "无食堂"})
    editing.add(desk, Unit, {"code": "201001", "name": "区医院", "department": "201", "canteen": "自有"})
    day = datetime.date(2024, 3, 10)
    editing.add(
        desk,
        Filing,
        {"year": 2024, "unit": "201001", "total": 100, "reserve": 1, "state": "已填报", "first_filed": day},
    )
    made = NoticesDialog(window)
    qtbot.addWidget(made)
    return made


def test_units_of_another_department_than_is_shown_are_not_written_to(window: MainWindow, qtbot: QtBot) -> None:
    dialog = dialog_of(window, qtbot)
    dialog._choose("101")
    assert [content.unit for content in dialog.contents()] == ["101003"]
    dialog._choose("201")
    assert {content.unit for content in dialog.contents()} <= {"201", "201001"}
    assert "201001" in {content.unit for content in dialog.contents()}
    dialog._choose(None)
    assert {"101003", "201001"} <= {content.unit for content in dialog.contents()}


def test_the_serial_that_stands_in_the_dialog_is_the_first_one_issued(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = dialog_of(window, qtbot)
    dialog._choose("101")
    dialog.first.setValue(7)
    monkeypatch.setattr(ask, "yes", lambda *given, **more: True)
    monkeypatch.setattr(ask, "folder", lambda *given: tmp_path)
    dialog._issue()
    qtbot.waitUntil(lambda: "已写出" in window.bar.label.text(), timeout=20_000)
    assert [row.number for row in window.desk.rows(Notice)] == ["金水财购〔2024〕7号"]


def test_notices_are_drafted_previewed_and_issued(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = NoticesDialog(window)
    qtbot.addWidget(dialog)
    assert [content.unit for content in dialog.contents()] == ["101003"]
    dialog.show()
    qtbot.waitUntil(lambda: dialog.page.pages[0].pixmap().width() > 200)
    assert "首次" in dialog.tone.text()
    monkeypatch.setattr(ask, "yes", lambda *given, **more: True)
    monkeypatch.setattr(ask, "folder", lambda *given: tmp_path)
    dialog._issue()
    qtbot.waitUntil(lambda: (tmp_path / "001_金水第一小学.pdf").exists(), timeout=20_000)
    qtbot.waitUntil(lambda: "已写出 1 份" in window.bar.label.text(), timeout=20_000)
    assert [row.number for row in window.desk.rows(Notice)] == ["金水财购〔2024〕1号"]


def test_of_who_has_not_filed_nothing_is_reckoned(window: MainWindow, qtbot: QtBot) -> None:
    row = next(row for row in window.desk.rows(Filing) if row.unit == "101003" and row.year == 2024)
    editing.edit_many(
        window.desk, [(row, "state", "未填报"), (row, "total", None), (row, "reserve", None), (row, "confirmed", None)]
    )
    dialog = NoticesDialog(window)
    qtbot.addWidget(dialog)
    codes, lines = dialog.listed(None)
    listed = lines[codes.index("101003")]
    assert "—" in listed, "blank is not 0.00"
    assert "0.00" not in listed
    assert "截止日" in listed[-1], "and the reason beside it"


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
    dialog.ticks.tick(range(2))
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
    assert [content.unit for content in again.contents()] == [code for code in every if code != "101003"]
    assert again.choose_unit("101003")
    assert "关于做好" in again.contents()[0].title and "再次提醒" in again.contents()[0].title


def test_how_many_are_chosen_is_said_all_the_while(window: MainWindow, qtbot: QtBot) -> None:
    dialog = NoticesDialog(window)
    qtbot.addWidget(dialog)
    count = len(dialog._codes)
    assert dialog.chosen.text() == f"已选 {count} 个" and dialog.chosen.checkState() == Qt.CheckState.Checked
    dialog.chosen.click()
    assert dialog.chosen.text() == "已选 0 个" and not dialog.issue.isEnabled()
    dialog.show()
    dialog.table.setFocus()
    dialog.table.selectRow(0)
    QTest.keyClick(dialog.table, Qt.Key.Key_Space)
    assert dialog.chosen.text() == "已选 1 个"
    box = dialog.ticks.index(0, 0)
    assert dialog.ticks.data(box, Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    dialog.ticks.setData(box, Qt.CheckState.Unchecked.value, Qt.ItemDataRole.CheckStateRole)
    assert dialog._chosen() == []


def test_the_letter_beside_the_list_follows_the_cursor_and_the_fields(issued: MainWindow, qtbot: QtBot) -> None:
    dialog = NoticesDialog(issued)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.table.selectRow(0)
    qtbot.waitUntil(lambda: "再次督促" in dialog.tone.text())
    assert "金水财购〔2024〕1号" in dialog.tone.text(), "and which one it follows"
    qtbot.waitUntil(lambda: dialog.page.pages[0].pixmap().width() > 200)
    again = dialog.page.pages[0].pixmap().toImage()
    dialog.table.selectRow(1)
    qtbot.waitUntil(lambda: "首次" in dialog.tone.text())
    assert dialog.page.pages[0].pixmap().toImage() != again
    first = dialog.page.pages[0].pixmap().toImage()
    dialog.word.setText("另一个字")
    qtbot.waitUntil(lambda: dialog.page.pages[0].pixmap().toImage() != first)


def test_what_is_missing_is_said_before_and_in_the_question(
    issued: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = NoticesDialog(issued)
    qtbot.addWidget(dialog)
    assert "联系人和电话" in dialog.hint.text() and "按局名推算" in dialog.hint.text()
    assert "1 个没有联系电话" in dialog.hint.text()
    dialog.first.setValue(1)
    assert dialog.hint.text().startswith("从这个序号起的文号里有已经用过的")
    dialog.reply.setDate(dialog.day.date())
    assert "回复期限不晚于成文日期" in dialog.hint.text()
    asked: list[str] = []
    monkeypatch.setattr(ask, "yes", lambda parent, question, details="", **more: asked.append(details))
    dialog._issue()
    assert "联系人和电话" in asked[0] and "已经用过" in asked[0]
    for name, value in (("contact", "王"), ("phone", "1"), ("office", "采购科"), ("number_word", "金水财购")):
        editing.set_setting(issued.desk, name, value)
    whole = NoticesDialog(issued)
    qtbot.addWidget(whole)
    assert whole.hint.text() == "选中的单位中有 1 个没有联系电话，送达时要另找"


def test_it_fits_a_small_screen_at_150_percent(window: MainWindow, qtbot: QtBot) -> None:
    dialog = NoticesDialog(window)
    qtbot.addWidget(dialog)
    least = dialog.minimumSizeHint()
    assert least.width() <= 911 - 16 and least.height() <= 512 - 48


def test_word_files_are_written_beside_and_noted_in_the_register(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = dialog_of(window, qtbot)
    dialog._choose("101")
    dialog.word_files.setChecked(True)
    monkeypatch.setattr(ask, "yes", lambda *given, **more: True)
    monkeypatch.setattr(ask, "folder", lambda *given: tmp_path)
    dialog._issue()
    qtbot.waitUntil(lambda: "已写出" in window.bar.label.text(), timeout=20_000)
    assert {path.suffix for path in tmp_path.iterdir() if path.name.startswith("001_")} == {".pdf", ".docx"}
    (notice,) = window.desk.tables.all(Notice)
    assert "可修改的Word文件" in (notice.note or "")
