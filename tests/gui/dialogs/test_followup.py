"""Noting a contact: from the selected rows, from the unit in front; refused where something is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel

from zhengzhou_desk.gui.actions import followups
from zhengzhou_desk.gui.actions.catalogue import ACTIONS
from zhengzhou_desk.gui.dialogs.followup import FollowupDialog
from zhengzhou_desk.gui.table.tab import RecordTab
from zhengzhou_desk.records import Followup, Unit
from zhengzhou_desk.records.followup import PROMISED, UNREACHED
from zhengzhou_desk.services import editing

if TYPE_CHECKING:
    import pytest
    from pytestqt.qtbot import QtBot

    from zhengzhou_desk.gui.main_window import MainWindow


def dialog_over(window: MainWindow, qtbot: QtBot, *codes: str) -> FollowupDialog:
    made = FollowupDialog(window, codes)
    qtbot.addWidget(made)
    made.show()
    return made


def test_what_is_chosen_is_noted_as_one_step(window: MainWindow, qtbot: QtBot) -> None:
    dialog = dialog_over(window, qtbot, "101003")
    assert "预留" in dialog.topic.text(), "what is wrong is the matter to begin with"
    dialog.outcome.setCurrentIndex(dialog.outcome.findData(PROMISED))
    assert dialog.promised.isVisible()
    dialog.whom.setText("李四")
    dialog.promised.setDate(QDate(2024, 4, 9))
    dialog._note()
    (row,) = window.desk.rows(Followup)
    assert (row.unit, row.whom, row.result, str(row.promised)) == ("101003", "李四", PROMISED, "2024-04-09")
    window.undo()
    assert not window.desk.rows(Followup)


def test_a_promise_is_only_asked_for_where_there_is_one(window: MainWindow, qtbot: QtBot) -> None:
    dialog = dialog_over(window, qtbot, "101003", "101004")
    dialog.outcome.setCurrentIndex(dialog.outcome.findData(UNREACHED))
    assert not dialog.promised.isVisible()
    assert not dialog.copy.isVisible(), "a text is for one unit"
    dialog._note()
    assert [(row.unit, row.promised) for row in window.desk.rows(Followup)] == [("101003", None), ("101004", None)]


def test_what_is_refused_is_said_and_the_dialog_stays(window: MainWindow, qtbot: QtBot) -> None:
    dialog = dialog_over(window, qtbot, "101003")
    dialog.outcome.setCurrentIndex(dialog.outcome.findData(PROMISED))
    dialog.promised.setDate(QDate(2023, 1, 1))
    dialog._note()
    assert "早于联系日期" in dialog.wrong.text()
    assert dialog.isVisible()
    assert not window.desk.rows(Followup)


def test_the_text_for_the_telephone_goes_to_the_clipboard(window: MainWindow, qtbot: QtBot) -> None:
    dialog = dialog_over(window, qtbot, "101003")
    dialog.copy.click()
    assert QGuiApplication.clipboard().text().startswith("金水第一小学：您单位2024年")


def test_the_telephone_is_masked_until_it_is_asked_for(window: MainWindow, qtbot: QtBot) -> None:
    editing.edit(
        window.desk, next(row for row in window.desk.rows(Unit) if row.code == "101003"), "phone", "13812345678"
    )

    def shown() -> str:
        return " ".join(label.text() for label in dialog_over(window, qtbot, "101003").findChildren(QLabel))

    assert "138****5678" in shown()
    window.desk.show_personal(shown=True)
    assert "13812345678" in shown()


def test_the_units_of_the_selected_rows_are_meant_each_once(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    meant: list[str] = []
    monkeypatch.setattr(followups, "note_with", lambda _, codes: meant.extend(codes))
    window.show_tab("filings")
    assert isinstance(window.page, RecordTab)
    window.page.table.grid.selectAll()
    followups.note(window)
    assert len(meant) == len(set(meant))
    assert set(meant) == {row.unit_of for row in window.page.table.records.rows}


def test_a_promise_is_noted_as_kept_from_its_row(window: MainWindow, qtbot: QtBot) -> None:
    dialog = dialog_over(window, qtbot, "101003")
    dialog.outcome.setCurrentIndex(dialog.outcome.findData(PROMISED))
    dialog.promised.setDate(QDate(2024, 4, 9))
    dialog._note()
    (row,) = window.desk.rows(Followup)
    window.show_record(row)
    keep = next(action for action in ACTIONS if action.key == "promise_kept")
    assert keep.enabled(window)
    keep.run(window)
    assert window.desk.rows(Followup)[0].fulfilled == window.desk.today
    keep.run(window)
    assert "没有还没兑现的承诺" in window.bar.label.text()


def test_the_unit_in_front_shows_its_last_contacts(window: MainWindow, qtbot: QtBot) -> None:
    window.show_tab("filings")
    window.show_record(next(row for row in window.desk.rows(Unit) if row.code == "101003"))
    dialog = dialog_over(window, qtbot, "101003")
    dialog._note()
    inspector = window.sides.inspector
    assert inspector is not None
    inspector.show_unit("101003")
    qtbot.waitUntil(lambda: inspector._contacts.count() == 1)
    assert not inspector._contacts_head.isHidden()
