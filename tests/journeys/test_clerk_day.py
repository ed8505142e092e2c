"""A clerk's day in one piece: import, mend, confirm, call, write, report, compare, submit; and how many keys it takes."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from tests.books import clock, written
from tests.gui.helpers import put, rules, table
from tests.gui.imports.helpers import opened, planned, workbook
from zhengzhou_desk.common.settings import Settings
from zhengzhou_desk.exchange import package
from zhengzhou_desk.gui.actions import documents, filings, followups, unit_lists
from zhengzhou_desk.gui.dialogs.before_submission import BeforeSubmissionDialog
from zhengzhou_desk.gui.dialogs.followup import FollowupDialog
from zhengzhou_desk.gui.dialogs.notices import NoticesDialog
from zhengzhou_desk.gui.dialogs.package import PackageDialog
from zhengzhou_desk.gui.dialogs.preview import PreviewWindow
from zhengzhou_desk.gui.dialogs.unit_lists import UnitListDialog
from zhengzhou_desk.gui.main_window import MainWindow
from zhengzhou_desk.gui.system import ask
from zhengzhou_desk.gui.table.tab import RecordTab
from zhengzhou_desk.gui.window_api import Start
from zhengzhou_desk.records import Filing, Followup, KeptBulletin, Notice, Submission, Unit
from zhengzhou_desk.records.followup import PROMISED

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

ACCEPTED = QDialog.DialogCode.Accepted
HEAD = ["年度", "单位编码", "年度食堂食材采购总额", "预留份额", "首次填报日期", "状态"]


def test_a_clerk_s_day(window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = window.desk
    # What came from the platform: one unit has filed anew, and a new school for the first time.
    platform = workbook(
        tmp_path / "平台导出.xlsx", HEAD, [2024, "101004", 900_000, 95_000, "2024-03-18", "已填报"],
        ["合计", None, 900_000, 95_000, None, None],
    )  # fmt: skip
    planned(opened(window, qtbot, platform), qtbot).apply()
    assert next(row.reserve for row in desk.rows(Filing) if row.unit == "101004") == 9_500_000

    # F8 leads to what is wrong; the cell it points at is typed anew, and the finding is gone.
    assert "ratio" in rules(window)
    window.step_finding(1)
    page = table(window, "filings")
    codes = [record.cell("unit") for record in page.records.rows]
    row = codes.index("101003")
    assert put(page, row, "total", "900000") and put(page, row, "reserve", "70000")
    assert "ratio" in rules(window), "still too little: the unit has to file anew"
    monkeypatch.setattr(ask, "yes", lambda *given, **more: True)
    filings.confirm_passing(window)
    assert next(row.state for row in desk.rows(Filing) if row.unit == "101004") == "confirmed"

    # A call, with a promise.
    def called(dialog: FollowupDialog) -> int:
        dialog.outcome.setCurrentIndex(dialog.outcome.findData(PROMISED))
        dialog.promised.put(datetime.date(2024, 4, 9))
        dialog._note()
        return ACCEPTED

    monkeypatch.setattr(FollowupDialog, "exec", called)
    page.grid.selectRow(row)
    followups.note(window)
    assert [each.unit for each in desk.rows(Followup)] == ["101003"]

    # A letter to whoever still falls short, with a file for the office system.
    def sent(dialog: NoticesDialog) -> int:
        dialog.word_files.setChecked(True)
        dialog._issue()
        return ACCEPTED

    letters = tmp_path / "发文"
    monkeypatch.setattr(ask, "folder", lambda *_: letters)
    monkeypatch.setattr(NoticesDialog, "exec", sent)
    documents.draft_notices(window)
    qtbot.waitUntil(lambda: "已写出" in window.bar.label.text(), timeout=20_000)
    assert [notice.unit for notice in desk.tables.all(Notice)] == ["101003"]
    assert {path.suffix for path in letters.iterdir()} == {".pdf", ".docx"}

    # The bulletin of the day, kept for the next one.
    monkeypatch.setattr(PreviewWindow, "exec", lambda _: 0)
    documents.bulletin(window)
    qtbot.waitUntil(lambda: bool(desk.tables.all(KeptBulletin)), timeout=20_000)

    # The budget system's list has a unit that the book lacks.
    others = written(
        tmp_path / "一体化.xlsx", 名录=[["单位编码", "单位名称", "主管部门"], ["101", "教育局", ""], ["101003", "金水第一小学", "101"],
                                     ["101004", "第二小学", "101"], ["101009", "新建小学", "101"]],
    )  # fmt: skip

    def accepted(dialog: UnitListDialog) -> int:
        item = dialog.list.topLevelItem(0)
        assert item is not None
        item.setCheckState(0, Qt.CheckState.Checked)
        QTest.qWait(1)
        dialog.basis.setText("金教〔2024〕3号")
        dialog.take.click()
        return ACCEPTED

    monkeypatch.setattr(ask, "open_file", lambda *_: others)
    monkeypatch.setattr(UnitListDialog, "exec", accepted)
    unit_lists.compare(window)
    qtbot.waitUntil(lambda: desk.unit("101009") is not None, timeout=20_000)

    # The package: with errors open only with a reason, which travels.
    def reasoned(dialog: BeforeSubmissionDialog) -> int:
        dialog.reason.setText("第一小学已承诺4月9日前补报")
        return ACCEPTED

    parcel = tmp_path / "金水.zdp"
    monkeypatch.setattr(BeforeSubmissionDialog, "exec", reasoned)
    monkeypatch.setattr(PackageDialog, "exec", lambda _: ACCEPTED)
    monkeypatch.setattr(ask, "save_file", lambda *_: parcel)
    window.take("package")
    qtbot.waitUntil(parcel.exists, timeout=20_000)
    assert "第一小学已承诺4月9日前补报" in str(package.read_package(parcel).manifest)

    # Tomorrow everything is as it was left, and the journal tells the day in order.
    qtbot.waitUntil(lambda: not window.feedback.is_busy and bool(desk.rows(Submission)))
    told = iter([line.name for line in reversed(desk.journal())])
    for step in ("import", "edit", "confirm", "followup", "issue", "office_copy", "bulletin"):
        assert step in told, f"{step} stands in its turn"
    path, units = desk.path, len(desk.rows(Unit))
    window.close()
    again = MainWindow(Start(Settings(tmp_path / "s.json"), "zh", clock, "王"))
    qtbot.addWidget(again)
    again.open_book(path)
    assert len(again.desk.rows(Unit)) == units and again.desk.rows(Followup)
    again.close()


class Keys:
    """What a person types into whatever has the focus, counted."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self.count = 0

    def type(self, text: str) -> None:
        for character in text:
            QTest.keyClicks(self._at(), character)
            self.count += 1

    def press(self, key: Qt.Key, *held: Qt.KeyboardModifier) -> None:
        modifiers = Qt.KeyboardModifier.NoModifier
        for each in held:
            modifiers |= each
        QTest.keyClick(self._at(), key, modifiers)
        self.count += 1 + len(held)

    def _at(self) -> Any:
        return QApplication.focusWidget() or QApplication.activeModalWidget() or self._window


CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def test_common_tasks_take_few_keys(window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """The keys of each are written down here: whoever makes a task longer sees it."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    spent: dict[str, int] = {}

    def task(name: str, *steps: Any) -> None:
        keys = Keys(window)
        for step in steps:
            step(keys)
            QTest.qWait(80)
        spent[name] = keys.count

    page = table(window, "filings")
    page.grid.setFocus()
    page.grid.setCurrentIndex(page.records.index(1, page.records.column_of("reserve")))

    def cell(row: int, column: str) -> object:
        record = page.records.record(row)
        assert record is not None
        return record.cell(column)

    before = cell(1, "reserve")
    task("改一个数", lambda k: k.type("81000"), lambda k: k.press(Qt.Key.Key_Return))
    assert cell(1, "reserve") == 8_100_000
    task("撤销", lambda k: k.press(Qt.Key.Key_Z, CTRL))
    assert cell(1, "reserve") == before
    task("下一条审核结果", lambda k: k.press(Qt.Key.Key_F8))
    task("到下一部分", lambda k: k.press(Qt.Key.Key_F6))
    page.grid.setFocus()
    task(
        "在表中查找",
        lambda k: k.press(Qt.Key.Key_F, CTRL),
        lambda k: k.type("dexx"),
        lambda k: k.press(Qt.Key.Key_Return),
    )
    qtbot.waitUntil(lambda: cell(page.grid.currentIndex().row(), "unit") == "101004")
    task("关掉查找", lambda k: k.press(Qt.Key.Key_Escape))
    page.grid.setFocus()
    page.grid.setCurrentIndex(page.records.index(0, page.records.column_of("platform_note")))
    task("复制到下一格", lambda k: k.press(Qt.Key.Key_Down, SHIFT), lambda k: k.press(Qt.Key.Key_D, CTRL))
    assert cell(1, "platform_note") == cell(0, "platform_note")
    shown: list[QDialog] = []

    def looked_at(dialog: QDialog) -> int:
        shown.append(dialog)
        return 0

    monkeypatch.setattr(NoticesDialog, "exec", looked_at)
    monkeypatch.setattr(FollowupDialog, "exec", looked_at)
    task("记一次联系", lambda k: k.press(Qt.Key.Key_F9))
    task("起草通知书", lambda k: k.press(Qt.Key.Key_P, CTRL))
    assert [type(each) for each in shown] == [FollowupDialog, NoticesDialog]
    task("只看一个单位", lambda k: k.press(Qt.Key.Key_L, CTRL, SHIFT), lambda k: k.type("dexx"))
    qtbot.waitUntil(lambda: page.records.rowCount() < 3)
    assert isinstance(window.page, RecordTab)
    assert spent == {
        "改一个数": 6, "撤销": 2, "下一条审核结果": 1, "到下一部分": 1, "在表中查找": 7, "关掉查找": 1, "复制到下一格": 4,
        "记一次联系": 1, "起草通知书": 2, "只看一个单位": 7,
    }  # fmt: skip
