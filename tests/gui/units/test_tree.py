"""The tree of departments: what is chosen in it is what every table and the findings show."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtTest import QTest

from tests.books import account
from tests.gui.helpers import put, rules, table
from zhengzhou_desk.gui.units import outline
from zhengzhou_desk.gui.units.tree import OPEN, UnitTree
from zhengzhou_desk.records import Change, Entry, Unit
from zhengzhou_desk.services import editing

if TYPE_CHECKING:
    from zhengzhou_desk.gui.main_window import MainWindow
    from zhengzhou_desk.gui.table.table_page import TablePage


@pytest.fixture
def tree(window: MainWindow) -> UnitTree:
    made = window.sides.tree
    assert made is not None
    made.read()
    return made


def names(tree: UnitTree) -> list[tuple[str, int, int]]:
    return [(top.name, top.errors, top.warnings) for top in tree.model.shown]


def codes(page: TablePage) -> list[str | None]:
    return [row.unit_of for row in page.records.rows]


def test_departments_with_their_units_and_how_much_is_found(window: MainWindow, tree: UnitTree) -> None:
    assert window.panel is not None
    counts = window.panel.model.all_counts
    assert names(tree)[0] == ("全部单位", counts["error"], counts["warning"])
    department = tree.model.shown[1]
    assert [(child.code, child.errors) for child in department.children][:2] == [("101", 0), ("101003", 1)]
    codes = {unit.code for unit in window.desk.rows(Unit)}
    nobodys = [one for one in window.desk.findings() if one.unit not in codes and one.severity == "error"]
    assert sum(top.errors for top in tree.model.shown[1:]) == counts["error"] - len(nobodys), [
        (one.rule, one.table, one.unit) for one in window.desk.findings() if one.severity == "error"
    ]


def test_choosing_a_unit_shows_it_alone_in_every_table_and_in_the_findings(window: MainWindow, tree: UnitTree) -> None:
    page = table(window, "filings")
    tree.view.setCurrentIndex(tree.model.index_of(outline.UNIT, "101004"))
    assert codes(page) == ["101004"]
    assert rules(window) == []
    assert codes(table(window, "units")) == ["101004"]
    assert "第二小学" in page._scope.text()
    tree.view.setCurrentIndex(tree.model.index_of(outline.ALL, ""))
    assert codes(table(window, "filings")) == ["101", "101003", "101004"]
    assert rules(window)


def test_the_way_back_stands_at_the_table_as_well(window: MainWindow, tree: UnitTree) -> None:
    page = table(window, "filings")
    tree.view.setCurrentIndex(tree.model.index_of(outline.UNIT, "101003"))
    page._scope.click()
    assert codes(page) == ["101", "101003", "101004"]
    node = tree.model.node(tree.view.currentIndex())
    assert node is not None
    assert node.kind == outline.ALL


def test_an_edit_changes_the_counts_and_leaves_what_is_open(window: MainWindow, tree: UnitTree) -> None:
    page = table(window, "filings")
    tree.view.expand(tree.model.index(1, 0))
    before = names(tree)[1]
    assert put(page, 1, "reserve", "900000")
    QTest.qWait(50)
    assert names(tree)[1][1] == before[1] - 1
    assert tree.view.isExpanded(tree.model.index(1, 0))
    editing.edit(window.desk, window.desk.rows(Unit)[2], "name", "改了名的小学")
    QTest.qWait(50)
    assert tree.view.isExpanded(tree.model.index(1, 0)), "read anew, and open as it was"
    assert "改了名的小学" in [child.name for child in tree.model.shown[1].children]
    assert window.settings.texts(OPEN) == ["101"]


def test_searched_by_pinyin_name_or_code(tree: UnitTree) -> None:
    for typed in ("dexx", "第二", "101004"):
        tree._search(typed)
        assert [child.name for top in tree.model.shown for child in top.children] == ["第二小学"], typed
        assert tree.view.isExpanded(tree.model.index(0, 0))
    tree._search("没有这个")
    assert tree.model.shown == []
    tree._search("")
    assert [top.kind for top in tree.model.shown] == [outline.ALL, outline.DEPARTMENT, outline.REGULATOR]


def test_enterprises_stand_under_their_regulators(window: MainWindow, tree: UnitTree) -> None:
    rows = (
        account("甲公司", "91410100000000001A", "101003", regulator="市国资委"),
        account("乙公司", "91410100000000002B", "101003"),
    )
    window.desk.apply(Entry("add", tuple(Change(None, row) for row in rows)))
    tree.read()
    assert [(top.name, [child.name for child in top.children]) for top in tree.model.shown[2:]] == [
        ("市国资委", ["甲公司"]),
        ("监管机构未填", ["城投公司", "乙公司"]),
    ]
    tree.view.setCurrentIndex(tree.model.index_of(outline.REGULATOR, "市国资委"))
    page = table(window, "accounts")
    assert [getattr(row, "name", "") for row in page.records.rows] == ["甲公司"]


def test_going_to_a_row_that_the_tree_hides_shows_everything_again(window: MainWindow, tree: UnitTree) -> None:
    tree.view.setCurrentIndex(tree.model.index_of(outline.UNIT, "101004"))
    table(window, "filings")
    window.show_record(window.desk.rows(Unit)[1], "code")
    assert window.scope.codes is None
