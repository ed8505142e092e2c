"""Personal cells in the window: masked in tables, on the clipboard and the unit page until they are asked for."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel

from tests.gui.helpers import choose, shows, table
from zhengzhou_desk.gui.actions import personal as actions
from zhengzhou_desk.gui.dialogs.forget import ForgetDialog
from zhengzhou_desk.gui.pages.unit import UnitPage
from zhengzhou_desk.gui.system import ask
from zhengzhou_desk.gui.widgets import clipboard
from zhengzhou_desk.records import Unit
from zhengzhou_desk.services import editing
from zhengzhou_desk.store.old_copies import OldCopy

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from zhengzhou_desk.gui.main_window import MainWindow

NUMBER = "13917345628"


@pytest.fixture
def marked(window: MainWindow) -> MainWindow:
    row = window.desk.rows(Unit)[0]
    editing.edit(window.desk, row, "phone", NUMBER)
    return window


def labels(page: UnitPage) -> set[str]:
    return {label.text() for label in page.findChildren(QLabel)}


def test_masked_until_shown_and_again_afterwards(marked: MainWindow, qtbot: QtBot) -> None:
    units = table(marked, "units")
    unit = marked.desk.rows(Unit)[0]
    place = units.records.place_of(unit)
    assert place is not None
    for shown, text in ((False, "139****5628"), (True, NUMBER), (False, "139****5628")):
        if shown != marked.desk.shows_personal:
            actions.show(marked)
        assert actions.is_shown(marked) is shown
        assert shows(units, place, "phone") == text
        choose(units, place, "phone", place, "phone")
        assert units.grid.copy()
        assert clipboard.text().strip() == text
        page = UnitPage(marked, unit)
        qtbot.addWidget(page)
        assert text in labels(page)
    assert [line.name for line in marked.desk.journal(2)] == ["show_personal", "edit"]


def test_a_filter_finds_what_is_shown_or_the_whole_number_and_is_saved_without_it(
    marked: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    units = table(marked, "units")
    for typed, count in (("5628", 1), ("7345", 0), (NUMBER, 1)):
        units.records.show_conditions({"phone": typed})
        assert len(units.records.rows) == count, typed
    phone = units.records.column_of("phone")
    units.row.edits[phone].setText(NUMBER)
    monkeypatch.setattr(ask, "text", lambda *_: "某人")
    units._save()
    assert NUMBER not in str(marked.settings.get("filters.unit", {"": ""}))


def test_cutting_a_mask_asks_first_and_who_declines_loses_nothing(
    marked: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    units = table(marked, "units")
    place = units.records.place_of(marked.desk.rows(Unit)[0])
    assert place is not None
    choose(units, place, "phone", place, "phone")
    answers = iter((False, True))
    monkeypatch.setattr(ask, "yes", lambda *_, **__: next(answers))
    units.grid.cut()
    assert marked.desk.rows(Unit)[0].phone == NUMBER
    units.grid.cut()
    assert (clipboard.text().strip(), marked.desk.rows(Unit)[0].phone) == (NUMBER, NUMBER)
    choose(units, place + 1, "phone", place + 1, "phone")
    units.grid.paste()
    assert [row.phone for row in marked.desk.rows(Unit)][:2] == [None, NUMBER]


def test_the_dialog_deletes_what_it_lists(marked: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    editing.edit(marked.desk, marked.desk.rows(Unit)[0], "closed", "2010-01-01")
    dialog = ForgetDialog(marked)
    qtbot.addWidget(dialog)
    assert dialog.go.isEnabled()
    monkeypatch.setattr(ask, "yes", lambda *_, **__: True)
    dialog.go.click()
    assert NUMBER not in [row.phone for row in marked.desk.tables.all(Unit)]
    assert not dialog.go.isEnabled()
    assert NUMBER.encode() not in marked.desk.path.read_bytes()


def test_only_what_would_go_can_be_deleted(marked: MainWindow, qtbot: QtBot) -> None:
    """Pinned and encrypted backups are deleted when their box is ticked, unreadable ones never."""
    dialog = ForgetDialog(marked)
    qtbot.addWidget(dialog)
    day = datetime.datetime(2024, 1, 1)
    pinned = OldCopy(Path("a.zzd"), day, pinned=True, cells=3)
    sealed = OldCopy(Path("b.zzd"), day, pinned=False, cells=None, sealed=True)
    broken = OldCopy(Path("c.zzd"), day, pinned=False, cells=None)
    for copy, box in ((pinned, dialog.pinned), (sealed, dialog.sealed)):
        dialog._show_copies([copy, broken])
        assert not dialog.delete.isEnabled()
        box.setChecked(True)
        assert dialog.delete.isEnabled()
        box.setChecked(False)
    dialog._show_copies([broken])
    dialog.pinned.setChecked(True)
    dialog.sealed.setChecked(True)
    assert not dialog.delete.isEnabled()
