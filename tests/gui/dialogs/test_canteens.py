"""Shared canteens: shared only after a look at what follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from tests.gui.helpers import texts
from zhengzhou_desk.gui.dialogs.canteens import CanteenDialog
from zhengzhou_desk.gui.widgets.unit_picker import UnitPicker
from zhengzhou_desk.records import Unit
from zhengzhou_desk.services import editing, impact

if TYPE_CHECKING:
    import pytest
    from pytestqt.qtbot import QtBot

    from zhengzhou_desk.gui.main_window import MainWindow


def test_a_canteen_is_shared_only_after_a_look(window: MainWindow, qtbot: QtBot) -> None:
    dialog = CanteenDialog(window)
    qtbot.addWidget(dialog)
    assert not dialog.look.isEnabled()
    dialog.put_in("101003")
    dialog.put_in("101004")
    dialog.host.setCurrentIndex(dialog.host.findData("101003"))
    dialog._look()
    assert "将出现" in dialog.follows.text() and not impact.impact_of(window.desk, ()).appearing
    assert window.desk.unit("101004").canteen == "own"  # type: ignore[union-attr]
    dialog.take.click()
    assert window.desk.unit("101004").canteen_host == "101003"  # type: ignore[union-attr]
    assert [row.texts for row in dialog.groups.records.rows] == [("101003 金水第一小学", "2")]
    dialog.members.selectRow(1)
    dialog._drop()
    assert not dialog.take.isEnabled() and not dialog.look.isEnabled(), "what was looked at holds no longer"


def test_a_group_is_begun_with_a_unit_of_the_list(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = CanteenDialog(window)
    qtbot.addWidget(dialog)

    def pick(chooser: QDialog) -> int:
        picker = chooser.findChild(UnitPicker)
        assert isinstance(picker, UnitPicker)
        picker.search.setText("dexx")
        return int(QDialog.DialogCode.Accepted)

    monkeypatch.setattr(QDialog, "exec", pick)
    dialog.fresh.click()
    assert dialog._members == {"101004": "第二小学"}
    monkeypatch.setattr(QDialog, "exec", lambda _: 0)
    dialog.add.click()
    assert dialog._members == {"101004": "第二小学"}, "who closes the list adds nobody"
    dialog.members.selectRow(0)
    dialog.drop.click()
    assert dialog._members == {} and not dialog.drop.isEnabled()


def test_what_a_group_cannot_be_is_said_in_the_dialog(window: MainWindow, qtbot: QtBot) -> None:
    dialog = CanteenDialog(window)
    qtbot.addWidget(dialog)
    editing.edit(window.desk, window.desk.rows(Unit)[2], "closed", "2024-03-01")
    dialog.put_in("101003")
    dialog.put_in("101004")
    dialog.host.setCurrentIndex(dialog.host.findData("101004"))
    dialog.look.click()
    assert "101004" in dialog.follows.text() or "第二小学" in dialog.follows.text()
    assert not dialog.take.isEnabled()
    head = window.desk.store.head
    dialog._take()
    assert window.desk.store.head == head, "what was refused cannot be taken"


def test_a_group_without_its_host_is_shown_as_such(window: MainWindow, qtbot: QtBot) -> None:
    """The unit that others name may have been merged away meanwhile."""
    desk = window.desk
    for row in desk.rows(Unit)[1:]:
        editing.edit_many(desk, [(row, "canteen", "共用"), (row, "canteen_host", "999")])
    dialog = CanteenDialog(window)
    qtbot.addWidget(dialog)
    assert texts(dialog.groups) == [("还没有代表单位", "2")]
    dialog.groups.selectRow(0)
    assert set(dialog._members) == {"101003", "101004"}
    dialog.host.setCurrentIndex(dialog.host.findData("101004"))
    dialog.look.click()
    dialog.take.click()
    assert texts(dialog.groups) == [("101004 第二小学", "2")]


def test_nothing_is_arranged_in_a_book_that_is_only_read(window: MainWindow, qtbot: QtBot) -> None:
    path = window.desk.path
    window.welcome()
    window.open_book(path, writable=False)
    dialog = CanteenDialog(window)
    qtbot.addWidget(dialog)
    assert not any(button.isEnabled() for button in (dialog.add, dialog.drop, dialog.look, dialog.take))
