"""Cell editors: units by code, name and initials, yes or no, a day from the calendar, an amount with its unit."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QDate, QEvent, QModelIndex, QPoint, QStringListModel
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCalendarWidget, QComboBox, QCompleter, QLineEdit, QMenu, QStyleOptionViewItem, QWidget

from tests.gui.helpers import table
from zhengzhou_desk.gui.table import delegates
from zhengzhou_desk.gui.table.delegates import AmountEdit, CellDelegate
from zhengzhou_desk.records import Account, Filing, Spending

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from zhengzhou_desk.gui.main_window import MainWindow


@pytest.mark.parametrize("typed", ["101004 第二小学", "101004 ", "101004"])
def test_a_unit_offered_by_code_and_name_is_kept_by_its_code(window: MainWindow, typed: str) -> None:
    page = table(window, "accounts")
    delegate = CellDelegate(page.records, page)
    index = page.records.index(0, page.records.column_of("unit"))
    editor = delegate.createEditor(page.grid, QStyleOptionViewItem(), index)
    assert isinstance(editor, QLineEdit)
    delegate.setEditorData(editor, index)
    assert editor.text() == "101003"
    editor.setText(typed)
    delegate.setModelData(editor, page.records, index)
    assert window.desk.rows(Account)[0].unit == "101004"


def test_an_editor_left_as_it_was_is_no_step(window: MainWindow) -> None:
    page = table(window, "filings")
    delegate = CellDelegate(page.records, page)
    steps = len(window.desk.journal())
    for column in ("reserve", "state", "first_filed", "platform_note"):
        index = page.records.index(1, page.records.column_of(column))
        editor = delegate.createEditor(page.grid, QStyleOptionViewItem(), index)
        delegate.setEditorData(editor, index)
        delegate.setModelData(editor, page.records, index)
        if column == "state":
            assert isinstance(editor, QComboBox)
            assert editor.currentText() == "已确认"
    assert len(window.desk.journal()) == steps
    assert window.desk.rows(Filing)[1].reserve == 6_000_000


def editor_of(window: MainWindow, tab: str, column: str, qtbot: QtBot) -> tuple[CellDelegate, QWidget, QModelIndex]:
    """The editor of a column in the first row of a tab, filled with what stands there."""
    page = table(window, tab)
    delegate = CellDelegate(page.records, page)
    index = page.records.index(0, page.records.column_of(column))
    editor = delegate.createEditor(page.grid.viewport(), QStyleOptionViewItem(), index)
    qtbot.addWidget(editor)
    delegate.setEditorData(editor, index)
    return delegate, editor, index


@pytest.mark.parametrize(
    ("typed", "offered"),
    [("dexx", ["101004 第二小学"]), ("1010", ["101003 金水第一小学", "101004 第二小学"]), ("第六", [])],
)
def test_units_are_offered_by_code_name_and_initials(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, typed: str, offered: list[str]
) -> None:
    popped: list[int] = []
    monkeypatch.setattr(QCompleter, "complete", lambda *_: popped.append(1))
    _, editor, _ = editor_of(window, "accounts", "unit", qtbot)
    assert isinstance(editor, QLineEdit)
    editor.setText(typed)
    editor.textEdited.emit(typed)
    model = editor.completer().model()
    assert isinstance(model, QStringListModel)
    assert model.stringList() == offered
    assert bool(popped) == bool(offered), "the list opens where there is something in it"
    editor.textEdited.emit("")
    assert model.stringList() == [], "nothing typed, nothing offered"


def test_a_yes_or_no_is_chosen_and_kept_at_once(window: MainWindow, qtbot: QtBot) -> None:
    delegate, editor, index = editor_of(window, "spending", "no_funds", qtbot)
    assert isinstance(editor, QComboBox)
    assert [editor.itemText(place) for place in range(editor.count())] == ["", "是", "否"]
    kept: list[QWidget] = []
    delegate.commitData.connect(kept.append)
    editor.setCurrentIndex(2)
    editor.activated.emit(2)
    assert kept == [editor]
    delegate.setModelData(editor, index.model(), index)
    assert window.desk.rows(Spending)[0].cell("no_funds") is False


def test_a_day_is_taken_from_the_calendar(window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    page = table(window, "filings")
    delegate = CellDelegate(page.records, page)
    index = page.records.index(1, page.records.column_of("first_filed"))
    editor = delegate.createEditor(page.grid.viewport(), QStyleOptionViewItem(), index)
    qtbot.addWidget(editor)
    delegate.setEditorData(editor, index)
    assert isinstance(editor, QLineEdit)
    begun: list[QDate] = []

    class ClickedMenu(QMenu):
        """A person clicks a day as soon as the calendar is open."""

        def exec(self, _place: QPoint) -> None:  # type: ignore[override]
            calendar = self.findChild(QCalendarWidget)
            assert isinstance(calendar, QCalendarWidget)
            begun.append(calendar.selectedDate())
            # The calendar takes the focus, which must not end the edit.
            assert not delegate.eventFilter(editor, QFocusEvent(QEvent.Type.FocusOut))
            calendar.clicked.emit(QDate(2024, 3, 12))

    monkeypatch.setattr(delegates, "QMenu", ClickedMenu)
    kept: list[QWidget] = []
    ended: list[QWidget] = []
    delegate.commitData.connect(kept.append)
    delegate.closeEditor.connect(lambda widget, *_: ended.append(widget))
    (action,) = editor.actions()
    action.trigger()
    assert begun == [QDate(2024, 3, 10)], "it opens at the day that stands there"
    assert (kept, ended) == ([editor], [editor])
    delegate.setModelData(editor, page.records, index)
    assert window.desk.rows(Filing)[1].first_filed == datetime.date(2024, 3, 12)


def test_an_amount_says_the_unit_that_is_shown(window: MainWindow, qtbot: QtBot) -> None:
    page = table(window, "filings")
    for wan, unit in ((False, "元"), (True, "万元")):
        page.records.show_in_wan(wan=wan)
        _, editor, _ = editor_of(window, "filings", "reserve", qtbot)
        assert isinstance(editor, AmountEdit)
        assert editor.unit == unit
        assert f"按{unit}计" in editor.toolTip()
        assert not editor.grab().isNull()
