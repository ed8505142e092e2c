"""What stands around the tables: menus on every column, one way to pick a unit, the dock's share, the bar's end."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QContextMenuEvent, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QComboBox, QMenu, QTableView, QTabWidget

from tests.gui.test_window import choose, put, table
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.gui import menus, preferences
from zhengzhou_desk.gui.dialogs import canteens, move_orders
from zhengzhou_desk.gui.dialogs.canteens import CanteenDialog
from zhengzhou_desk.gui.dialogs.journal import JournalWindow
from zhengzhou_desk.gui.dialogs.unit_change import ChangeDialog
from zhengzhou_desk.gui.imports import choose_unit
from zhengzhou_desk.gui.pages.unit import UnitPage
from zhengzhou_desk.gui.table.tab import RecordTab
from zhengzhou_desk.gui.widgets.message_bar import BACKUP
from zhengzhou_desk.gui.widgets.unit_picker import UnitPicker
from zhengzhou_desk.records import Filing, Unit
from zhengzhou_desk.services import unit_changes
from zhengzhou_desk.store.store import Store

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from zhengzhou_desk.gui.main_window import MainWindow


# -- menus ---------------------------------------------------------------------------------------------


def test_the_menu_comes_up_on_every_column_of_every_table(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[tuple[QPoint, list[str]]] = []

    class Read(QMenu):
        """A menu that is read at once, since nobody is there to close it."""

        def exec(self, at: QPoint) -> None:  # type: ignore[override]
            shown.append((at, [action.text() for action in self.actions()]))

    monkeypatch.setattr(menus, "QMenu", Read)
    count = 0
    for page in window.pages:
        if not isinstance(page, RecordTab):
            continue
        window.show_tab(page.name)
        for place, each in enumerate(page.tables):
            page.show_table(place)
            for view in (each.grid, each.grid.frozen):
                at = QPoint(12, 9)
                event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, view.viewport().mapToGlobal(at))
                QApplication.sendEvent(view.viewport(), event)
                count += 1
                assert len(shown) == count, (page.name, type(view).__name__)
                assert shown[-1][0] == view.viewport().mapToGlobal(at)
                assert "复制" in shown[-1][1]


# -- picking a unit ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "code"),
    [("第二", "101004"), ("dexx", "101004"), ("101004", "101004"), ("101004 第二小学", "101004"), ("jsdy", "101003")],
)
def test_what_is_typed_in_the_change_dialog_only_filters(
    window: MainWindow, qtbot: QtBot, typed: str, code: str
) -> None:
    dialog = ChangeDialog(window)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.kind.setCurrentIndex(dialog.kind.findData("dissolve"))
    dialog.old.search.setFocus()
    for letter in typed:
        event = QInputMethodEvent()
        event.setCommitString(letter)
        QApplication.sendEvent(dialog.old.search, event)
    assert dialog.old.search.text() == typed, "nothing is added to what a person types"
    assert dialog.old.code == code
    dialog.look.click()
    assert dialog.apply.isEnabled()
    assert dialog._step is not None and dialog._step.entry.about[0].split()[0] == code


def test_a_unit_that_is_not_there_is_said_and_nothing_chosen(window: MainWindow, qtbot: QtBot) -> None:
    dialog = ChangeDialog(window)
    qtbot.addWidget(dialog)
    dialog.kind.setCurrentIndex(dialog.kind.findData("dissolve"))
    dialog.old.search.setText("第六")
    assert dialog.old.code is None
    dialog.look.click()
    assert "没有找到“第六”这个单位" in dialog.follows.text()
    assert not dialog.apply.isEnabled()


def test_an_exact_code_goes_before_those_that_begin_with_it(window: MainWindow, qtbot: QtBot) -> None:
    picker = UnitPicker({"101003": "第一小学", "101": "教育局"})
    qtbot.addWidget(picker)
    picker.choose("101")
    assert picker.code == "101"


def test_every_dialog_picks_units_with_the_one_picker(window: MainWindow, qtbot: QtBot) -> None:
    for module in (canteens, choose_unit, move_orders):
        assert module.UnitPicker is UnitPicker
    for dialog in (ChangeDialog(window), CanteenDialog(window)):
        qtbot.addWidget(dialog)
        assert not [box for box in dialog.findChildren(QComboBox) if box.isEditable()]


# -- the dock ------------------------------------------------------------------------------------------


def share(window: MainWindow, qapp: Any) -> int:
    for _ in range(4):
        qapp.processEvents()
    return round(window.dock.height() * 100 / window.height())


def test_the_findings_keep_their_share(window: MainWindow, qapp: Any) -> None:
    first = share(window, qapp)
    assert 25 <= first <= 35
    for name, value in (
        (preferences.SIZE, "huge"),
        (preferences.SIZE, "small"),
        (preferences.SIZE, "medium"),
        (preferences.LANGUAGE, "en"),
        (preferences.LANGUAGE, "zh"),
    ):
        window.settings.put(name, value)
        window.apply_look()
        assert abs(share(window, qapp) - first) <= 2, value
    for height in (1_000, 620, 760):
        window.resize(QSize(1_200, height))
        assert abs(share(window, qapp) - first) <= 2, height
    window.dock.take(380)
    window.dock.settle()
    assert abs(share(window, qapp) - 50) <= 2
    window.dock._keeping.timeout.emit()
    window.apply_look()
    assert abs(share(window, qapp) - 50) <= 2, "what a person has dragged it to stays"


def test_a_share_that_makes_no_sense_is_not_taken(window: MainWindow, qapp: Any) -> None:
    for kept in ("half", 3.5, True, 0, 99, [50]):
        window.settings.put("findings_share", kept)
        window._rebuild()
        assert window.dock.share == 30


# -- the bar -------------------------------------------------------------------------------------------


def test_a_full_disk_is_said_until_something_is_written(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    page = table(window, "filings")
    real = Store._write

    def full(*given: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Store, "_write", full)
    assert not put(page, 1, "reserve", "70000")
    assert window.bar.isVisible()
    window.desk.set_today(window.desk.today)
    assert window.bar.isVisible(), "another day is no success"
    monkeypatch.setattr(Store, "_write", real)
    assert put(page, 1, "reserve", "70000")
    assert not window.bar.isVisible()


def test_what_failed_in_the_background_is_over_after_it_went_well(window: MainWindow, qtbot: QtBot) -> None:
    window.work("…", lambda progress, cancelled: refused(), lambda _: None)
    qtbot.waitUntil(lambda: window.bar.isVisible() and "磁盘已满" in window.bar.label.text(), timeout=20_000)
    done: list[int] = []
    window.work("…", lambda progress, cancelled: 1, done.append)
    qtbot.waitUntil(lambda: bool(done), timeout=20_000)
    assert not window.bar.isVisible()


def refused() -> None:
    raise Refused("磁盘已满")


def test_a_sentence_goes_only_with_its_own_cause(window: MainWindow) -> None:
    page = table(window, "filings")
    window.tell("自动备份没有做成", cause=BACKUP)
    assert put(page, 1, "reserve", "70000")
    assert window.bar.isVisible(), "an edit makes no copy"
    window.bar.over(BACKUP)
    assert not window.bar.isVisible()
    window.tell("已导出")
    assert put(page, 1, "reserve", "71000")
    assert window.bar.isVisible(), "news is not a refusal"


# -- a unit's steps ------------------------------------------------------------------------------------


def test_the_unit_page_s_journal_has_pastes_and_undos(window: MainWindow, qtbot: QtBot) -> None:
    page = table(window, "filings")
    choose(page, 1, "reserve", 2, "reserve")
    page.grid.clear_cells()
    window.desk.undo()
    unit = window.desk.unit("101003")
    assert unit is not None
    unit_changes.apply(window.desk, unit_changes.rename(window.desk, unit, "新名小学", window.desk.today))
    said: list[str] = []
    for code, renamed in (("101003", True), ("101004", False)):
        unit = window.desk.unit(code)
        assert isinstance(unit, Unit)
        dialog = UnitPage(window, unit)
        qtbot.addWidget(dialog)
        tabs = dialog.findChild(QTabWidget)
        assert tabs is not None
        for place in (tabs.count() - 1, 0, tabs.count() - 1):
            tabs.setCurrentIndex(place)
        (view,) = tabs.currentWidget().findChildren(QTableView)
        said = [str(view.model().index(row, 2).data()) for row in range(view.model().rowCount())]
        assert said == [
            *(["更名 101003 金水第一小学 为 新名小学"] if renamed else []),
            "撤销：清除 2 处",
            "清除 2 处",
            "导入 test",
        ]
    journal = JournalWindow(window, unit="101004")
    qtbot.addWidget(journal)
    assert [row.texts[3] for row in journal.list.records.rows] == said
    assert window.desk.rows(Filing)[1].reserve == 6_000_000
