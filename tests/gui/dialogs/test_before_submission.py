"""上报前检查 in the window: what is open leads there, and with errors it goes on only with a reason."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QDialog

from zhengzhou_desk.exchange import package
from zhengzhou_desk.gui.dialogs.before_submission import BeforeSubmissionDialog
from zhengzhou_desk.gui.dialogs.export import OneOf
from zhengzhou_desk.gui.dialogs.package import PackageDialog
from zhengzhou_desk.gui.system import ask
from zhengzhou_desk.policy.engine import Finding
from zhengzhou_desk.records import Change, Entry, Filing, Submission
from zhengzhou_desk.services import before_submission

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from pytestqt.qtbot import QtBot

    from zhengzhou_desk.gui.main_window import MainWindow


def shown(window: MainWindow, qtbot: QtBot, onward: str = "继续") -> BeforeSubmissionDialog:
    dialog = BeforeSubmissionDialog(window, before_submission.check(window.desk), onward)
    qtbot.addWidget(dialog)
    return dialog


def test_with_errors_it_goes_on_only_with_a_reason(window: MainWindow, qtbot: QtBot) -> None:
    dialog = shown(window, qtbot)
    assert before_submission.check(window.desk).needs_reason
    assert not dialog.onward.isEnabled()
    dialog.reason.setText("  ")
    assert not dialog.onward.isEnabled()
    dialog.reason.setText("单位已承诺补报 ")
    assert dialog.onward.isEnabled()
    assert dialog.despite == "单位已承诺补报"
    assert not shown(window, qtbot, "").reason.isVisibleTo(dialog), "only read: nothing to give a reason for"


def test_a_row_leads_to_what_it_is_about(window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    waiting = window.desk.rows(Filing)[0]
    window.desk.apply(Entry("edit", (Change(waiting, dataclasses.replace(waiting, state="filed")),), ("填报", "x")))
    dialog = shown(window, qtbot)
    went: list[Any] = []
    monkeypatch.setattr(window, "show_finding", went.append)
    monkeypatch.setattr(window, "show_units", lambda tab, codes, title: went.append((tab, codes)))
    rows = dialog.list.records.rows
    for place in (0, next(place for place, row in enumerate(rows) if isinstance(row.about, str))):
        dialog.list.selectRow(place)
        dialog.list.opened.emit()
    assert isinstance(went[0], Finding)
    dialog.part.setCurrentIndex(1)
    assert len({row.texts[0] for row in dialog.list.records.rows}) == 1
    assert went[1][0] == "filings"


def test_package_and_summary_come_after_the_check_with_the_reason(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []

    def agree(dialog: BeforeSubmissionDialog) -> int:
        seen.append(dialog.onward.text())
        dialog.reason.setText("单位已承诺补报")
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(BeforeSubmissionDialog, "exec", agree)
    monkeypatch.setattr(PackageDialog, "exec", lambda _: QDialog.DialogCode.Accepted)
    monkeypatch.setattr(ask, "save_file", lambda *_: tmp_path / "a.zdp")
    window.menus.made["package"].trigger()
    qtbot.waitUntil(lambda: bool(window.desk.rows(Submission)), timeout=10_000)
    said = package.read_package(tmp_path / "a.zdp").remarks
    assert said is not None
    assert said.despite == "单位已承诺补报"
    assert before_submission.check(window.desk).last is not None
    monkeypatch.setattr(OneOf, "exec", lambda _: QDialog.DialogCode.Accepted)
    monkeypatch.setattr(ask, "save_file", lambda *_: tmp_path / "a.xlsx")
    window.menus.made["summary"].trigger()
    qtbot.waitUntil((tmp_path / "a.xlsx").exists, timeout=20_000)
    assert seen == ["继续生成上报包…", "继续导出汇总…"]


def test_who_thinks_better_of_it_reports_nothing(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[bool] = []
    monkeypatch.setattr(BeforeSubmissionDialog, "exec", lambda _: looked.append(True) or 0)
    for key in ("before_submission", "package"):
        looked.clear()
        window.menus.made[key].trigger()
        qtbot.waitUntil(lambda: bool(looked), timeout=10_000)
    assert not window.desk.rows(Submission)
