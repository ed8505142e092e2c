"""A tab of records: filters that can be kept under a name, its switch between tables, the way to a row that is hidden."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from tests.gui.helpers import choose, table
from zhengzhou_desk.gui.actions import edit
from zhengzhou_desk.gui.main_window import MainWindow
from zhengzhou_desk.gui.pages.unit import UnitPage
from zhengzhou_desk.gui.system import ask
from zhengzhou_desk.gui.table.tab import RecordTab
from zhengzhou_desk.gui.table.table_page import TablePage
from zhengzhou_desk.gui.units import outline
from zhengzhou_desk.policy.parameters import ERROR, WARNING
from zhengzhou_desk.records import Filing, Unit, UnitChange, Waiver
from zhengzhou_desk.services import editing

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def codes(page: TablePage) -> list[str | None]:
    return [row.unit_of for row in page.records.rows]


def saved(page: TablePage) -> list[str]:
    """The texts of the menu of kept filters as it opens, those of the submenu of removals last."""
    menu = page._saved.menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def take(page: TablePage, text: str, *, removing: bool = False) -> None:
    """Chooses an entry of the menu of kept filters, or of its submenu of removals."""
    menu = page._saved.menu()
    menu.aboutToShow.emit()
    below = cast("list[QMenu]", menu.findChildren(QMenu))
    found = below[-1].actions() if removing else menu.actions()
    next(action for action in found if action.text() == text).trigger()


def test_a_filter_is_kept_under_a_name_taken_again_and_removed(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = table(window, "filings")
    assert saved(page) == ["保存当前筛选…"]
    page._toggle.setChecked(True)
    page.row.put({"reserve": "<70000"})
    page._quick.setText("第一")
    page._levels[ERROR].setChecked(True)
    window.scope.choose_department(window.desk, "101")
    assert codes(page) == ["101003"]
    monkeypatch.setattr(ask, "text", lambda *_: None)
    take(page, "保存当前筛选…")
    assert saved(page) == ["保存当前筛选…"], "who thinks better of it keeps nothing"
    monkeypatch.setattr(ask, "text", lambda *_: " 第一小学不足 ")
    take(page, "保存当前筛选…")
    page.lift_filters()
    assert codes(page) == ["101", "101003", "101004"]
    assert saved(page) == ["保存当前筛选…", "第一小学不足", "删除"]
    for _ in range(3):
        saved(page)
        QTest.qWait(0)
    assert len(list(page._saved.menu().findChildren(QMenu))) == 1, "each opening makes one submenu, and the former goes"
    take(page, "第一小学不足")
    assert codes(page) == ["101003"]
    assert page.row.conditions() == {"reserve": "<70000"} and page._quick.text() == "第一"
    assert page.records.severities == {ERROR} and window.scope.department == "101"
    take(page, "第一小学不足", removing=True)
    assert saved(page) == ["保存当前筛选…"]
    assert codes(page) == ["101003"], "what is shown stays as it is"


def test_kept_filters_belong_to_their_table_and_survive_the_window(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ask, "text", lambda *_: "小学")
    page = table(window, "units")
    page._quick.setText("小学")
    take(page, "保存当前筛选…")
    assert saved(table(window, "filings")) == ["保存当前筛选…"]
    window.apply_look()  # makes every page anew
    page = table(window, "units")
    page.lift_filters()
    take(page, "小学")
    assert codes(page) == ["101003", "101004"]


@pytest.mark.parametrize(
    "state", [{}, {"severities": 7, "conditions": ["x"], "quick": None, "department": "没有的部门"}]
)
def test_a_kept_filter_that_has_gone_wrong_shows_every_row(window: MainWindow, state: dict[str, object]) -> None:
    page = table(window, "filings")
    window.settings.put("filters.filing", {"坏": state, "更坏": 7})
    assert saved(page) == ["保存当前筛选…", "坏", "删除"]
    page._levels[WARNING].setChecked(True)
    take(page, "坏")
    assert codes(page) == ["101", "101003", "101004"]


def test_closing_the_filter_row_lifts_what_was_typed_into_it(window: MainWindow) -> None:
    page = table(window, "filings")
    page._toggle.click()
    assert page.row.isVisible()
    page.row.put({"reserve": "<70000"})
    assert page._counts.text() == "显示 1 行，共 3 行"
    page._toggle.click()
    assert not page.row.isVisible()
    assert page._counts.text() == "共 3 行"


def test_rows_with_errors_alone_and_all_again(window: MainWindow) -> None:
    page = table(window, "filings")
    page._levels[ERROR].click()
    assert codes(page) == ["101003"]
    page._levels[ERROR].click()
    assert codes(page) == ["101", "101003", "101004"]


def test_a_department_without_a_row_of_its_own_is_offered_by_its_code(window: MainWindow) -> None:
    editing.edit(window.desk, window.desk.rows(Unit)[2], "department", "102")
    page = table(window, "units")
    tree = window.sides.tree
    assert tree is not None
    tree.read()
    assert [(top.name, top.code) for top in tree.model.shown][:3] == [
        ("全部单位", ""),
        ("教育局", "101"),
        ("102", "102"),
    ]
    tree.view.setCurrentIndex(tree.model.index_of(outline.DEPARTMENT, "102"))
    assert codes(page) == ["101004"]


def test_the_way_to_a_row_lifts_the_filter_that_hides_it(window: MainWindow) -> None:
    page = table(window, "filings")
    page._quick.setText("第二")
    wanted = window.desk.rows(Filing)[1]
    assert page.go_to(wanted, "reserve")
    assert page._quick.text() == ""
    present = page.grid.currentIndex()
    assert page.records.record(present.row()) == wanted
    assert present.column() == page.records.column_of("reserve")
    of_another_year = next(row for row in window.desk.tables.all(Filing) if row.year == 2023)
    assert not page.go_to(of_another_year, "reserve"), "the year that is shown has no such row"


def test_a_tab_of_two_tables_shows_the_one_that_is_wanted(window: MainWindow) -> None:
    desk = window.desk
    editing.add(desk, Waiver, {"year": 2024, "unit": "101003", "ratio": "8%", "document": "财库〔2024〕9号"})
    (waiver,) = desk.rows(Waiver)
    window.show_tab("changes")
    page = window.page
    assert isinstance(page, RecordTab)
    assert page.table.spec.cls is UnitChange
    window.show_rows("waiver", [waiver.id], "放宽")
    assert page.table.spec.cls is Waiver and page._buttons.button(1).isChecked()
    assert page.table.records.rows == [waiver] and page.table._only.text() == "放宽"
    page._buttons.button(0).click()
    assert page.table.spec.cls is UnitChange
    assert page.show_record(waiver, None)
    assert page.table.spec.cls is Waiver
    assert not page.show_record(desk.rows(Filing)[0], None), "that table is in another tab"


def test_alt_enter_and_a_double_click_on_a_name_open_the_unit(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(UnitPage, "exec", lambda self: shown.append(self.windowTitle()) or 0)
    page = table(window, "filings")
    choose(page, 1, "reserve", 1, "reserve")
    edit.unit_page(window)
    page.grid.doubleClicked.emit(page.records.index(2, page.records.column_of("=unit_name")))
    page.grid.doubleClicked.emit(page.records.index(2, page.records.column_of("reserve")))
    assert len(shown) == 2, "a cell that can be edited is edited"
    assert "第一小学" in shown[0] and "第二小学" in shown[1]


def test_the_cursor_goes_into_the_filter_with_its_text_marked(window: MainWindow) -> None:
    page = table(window, "filings")
    page._quick.setText("第二")
    edit.filter_rows(window)
    assert page._quick.selectedText() == "第二"


def test_esc_shows_every_row_again_and_gives_the_keys_back(window: MainWindow, qtbot: QtBot) -> None:
    page = table(window, "filings")
    page._quick.setText("第二")
    page._levels[WARNING].setChecked(True)
    page.look_for()
    qtbot.keyClick(page._quick, Qt.Key.Key_Escape)
    assert codes(page) == ["101", "101003", "101004"]
    assert page.grid.hasFocus()


def test_tables_are_made_when_they_are_first_shown_and_follow_what_was_chosen_before(window: MainWindow) -> None:
    """A window that opens makes the tables of no tab but the one in front."""
    tabs = {page.name: page for page in window.pages if isinstance(page, RecordTab)}
    assert not any(tab._tables for tab in tabs.values())
    window.scope.choose({"101003"}, "第一小学")
    window.show_tab("filings")
    assert tabs["filings"]._tables and not tabs["units"]._tables
    assert {row.cell("unit") for row in tabs["filings"].table.records.rows} == {"101003"}
    assert tabs["filings"].table.grid.contextMenuPolicy() == Qt.ContextMenuPolicy.CustomContextMenu
    window.scope.lift()
    editing.edit(window.desk, window.desk.rows(Filing)[1], "reserve", "81000")
    window.show_tab("units")
    assert tabs["units"].table.records.rowCount() > 1
