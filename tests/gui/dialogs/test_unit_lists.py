"""Another list of units in the window: read, ticked by kind, accepted as one step, left, told again, identified."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.books import written
from zhengzhou_desk.gui.actions import unit_lists as action
from zhengzhou_desk.gui.dialogs.unit_lists import UnitListDialog
from zhengzhou_desk.gui.system import ask
from zhengzhou_desk.services import unit_lists

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTreeWidgetItem
    from pytestqt.qtbot import QtBot

    from zhengzhou_desk.gui.main_window import MainWindow

ROWS = [
    ["单位编码", "单位名称", "主管部门"], ["101", "教育局", ""], ["101003", "金水第一小学", "101"],
    ["101004", "第二实验小学", "101"], ["101005", "新校", "101"], ["103", "新局", ""],
]  # fmt: skip


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return written(tmp_path / "预算一体化.xlsx", 名录=ROWS)


def over(window: MainWindow, qtbot: QtBot, path: Path) -> UnitListDialog:
    dialog = UnitListDialog(window, unit_lists.compare_file(window.desk, path).listed)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def groups(dialog: UnitListDialog) -> dict[str, QTreeWidgetItem]:
    found = [dialog.list.topLevelItem(place) for place in range(dialog.list.topLevelItemCount())]
    return {item.text(0): item for item in found if item is not None}


def tick(item: QTreeWidgetItem, state: Qt.CheckState = Qt.CheckState.Checked) -> None:
    item.setCheckState(0, state)
    QTest.qWait(1)  # the buttons follow once all ticks of a click are there


def texts(item: QTreeWidgetItem) -> list[list[str]]:
    return [[item.child(row).text(column) for column in range(1, 5)] for row in range(item.childCount())]


def test_a_kind_is_ticked_at_once_and_accepted_as_one_step(
    window: MainWindow, qtbot: QtBot, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = over(window, qtbot, path)
    assert dialog.title.text() == "预算一体化.xlsx 与账册有 3 处差异"
    shown = groups(dialog)
    assert list(shown) == ["账册没有 (2)", "名称不同 (1)"]
    assert texts(shown["名称不同 (1)"]) == [["101004", "第二小学", "第二小学", "第二实验小学"]]
    assert texts(shown["账册没有 (2)"])[0] == ["101005", "新校", "没有", "新校"]
    assert not dialog.take.isEnabled()
    tick(shown["账册没有 (2)"])
    tick(shown["名称不同 (1)"].child(0))
    assert dialog.take.text() == "照此办理 3 处"
    asked: list[str] = []
    monkeypatch.setattr(ask, "yes", lambda _parent, question, details, **_: asked.append(details))
    dialog.take.click()
    assert "没有上年度预留，第一年只按比例要求" in asked[0]
    assert window.desk.unit("101005") is None, "not before one agrees"
    monkeypatch.setattr(ask, "yes", lambda *_, **__: True)
    dialog.basis.setText("金编〔2024〕3号")
    dialog.take.click()
    assert window.desk.unit("101004").name == "第二实验小学"  # type: ignore[union-attr]
    assert window.desk.unit("103") is not None
    assert dialog.title.text() == "预算一体化.xlsx 与账册没有新的差异"
    assert "可以撤销" in dialog.said.text()
    assert not groups(dialog)
    window.undo()
    assert window.desk.unit("101005") is None


def test_left_with_a_reason_shown_when_asked_for_and_listed_again(
    window: MainWindow, qtbot: QtBot, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = over(window, qtbot, path)
    assert dialog.with_left.isHidden()
    tick(groups(dialog)["账册没有 (2)"])
    monkeypatch.setattr(ask, "text", lambda *_: " ")
    dialog.keep.click()
    assert dialog.said.text() == "请写明留下的理由"
    monkeypatch.setattr(ask, "text", lambda *_: "未批复")
    dialog.keep.click()
    assert list(groups(dialog)) == ["名称不同 (1)"]
    assert dialog.with_left.text() == "显示以前留下的 2 处"
    dialog.with_left.setChecked(True)
    shown = groups(dialog)
    assert shown["账册没有 (2)"].child(0).text(5) == "未批复"
    assert not dialog.again.isEnabled()
    tick(shown["账册没有 (2)"].child(0))
    assert dialog.again.isEnabled() and not dialog.keep.isEnabled()
    dialog.again.click()
    assert dialog.title.text() == "预算一体化.xlsx 与账册有 2 处差异"


def test_which_unit_a_row_is_is_said_by_a_person(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [*ROWS[:3], ["101004", "城关小学", ""], ["101009", "第二小学", ""]]
    dialog = over(window, qtbot, written(tmp_path / "疑.xlsx", 名录=rows))
    (group,) = groups(dialog).values()
    assert group.text(0) == "请认定 (2)"
    assert group.child(1).text(3) == "像是：101004 第二小学"
    tick(group.child(1))
    assert not dialog.take.isEnabled(), "nothing is done before it is known which unit it is"
    dialog.list.setCurrentItem(group.child(1))
    offered: list[list[str]] = []

    def choose(_parent: object, _title: str, question: str, options: list[str]) -> int:
        offered.append([question, *options])
        return 0

    monkeypatch.setattr(ask, "choice", choose)
    dialog.which.click()
    assert offered == [["名录第 5 行‘101009 第二小学’是账册中的：", "101004 第二小学", "都不是，是另一个单位"]]
    assert "编码不同 (1)" in groups(dialog)
    monkeypatch.setattr(ask, "choice", lambda *_: None)
    dialog.list.itemDoubleClicked.emit(groups(dialog)["编码不同 (1)"].child(0), 0)
    assert "编码不同 (1)" in groups(dialog)


def test_what_cannot_be_done_is_said_in_the_dialog(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    rows = [*ROWS[:4], ["", "没有编码的学校", "101"]]
    dialog = over(window, qtbot, written(tmp_path / "名录.xlsx", 名录=rows))
    tick(groups(dialog)["账册没有 (1)"])
    dialog.take.click()
    assert "没有单位编码，不能新增" in dialog.said.text()


def test_from_the_menu(window: MainWindow, qtbot: QtBot, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[UnitListDialog] = []
    monkeypatch.setattr(UnitListDialog, "exec", lambda dialog: shown.append(dialog))
    monkeypatch.setattr(ask, "open_file", lambda *_: path)
    action.compare(window)
    qtbot.waitUntil(lambda: bool(shown), timeout=20_000)
    compared = unit_lists.compare(window.desk, shown[0]._listed)
    unit_lists.leave(window.desk, compared.listed, compared.fresh, "未批复")
    action.compare(window)
    qtbot.waitUntil(lambda: "没有新的差异" in window.bar.label.text(), timeout=20_000)
    assert len(shown) == 1
    window.bar.button.click()
    assert len(shown) == 2 and shown[1].with_left.isChecked() and len(groups(shown[1])) == 2


def test_in_a_book_that_is_only_read_it_is_looked_at(window: MainWindow, qtbot: QtBot, path: Path) -> None:
    book = window.desk.path
    window.welcome()
    window.open_book(book, writable=False)
    dialog = over(window, qtbot, path)
    tick(groups(dialog)["账册没有 (2)"])
    assert not any(each.isEnabled() for each in (dialog.take, dialog.keep, dialog.which))
