"""Exports: in either unit of money, of one year or of all."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QDialog

from zhengzhou_desk.gui.actions import file
from zhengzhou_desk.gui.dialogs import export
from zhengzhou_desk.gui.dialogs.before_submission import BeforeSubmissionDialog
from zhengzhou_desk.gui.dialogs.export import OneOf
from zhengzhou_desk.gui.system import ask

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from zhengzhou_desk.gui.main_window import MainWindow


def answer(monkeypatch: pytest.MonkeyPatch, place: int, path: Path) -> None:
    def chosen(dialog: OneOf) -> int:
        dialog._answers.button(place).setChecked(True)
        return int(QDialog.DialogCode.Accepted)

    monkeypatch.setattr(OneOf, "exec", chosen)
    monkeypatch.setattr(BeforeSubmissionDialog, "exec", lambda _: QDialog.DialogCode.Accepted)
    monkeypatch.setattr(ask, "save_file", lambda *given: path)


def test_the_summary_in_either_unit_of_money(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = {}
    for place, name in enumerate(("元.xlsx", "万元.xlsx")):
        answer(monkeypatch, place, tmp_path / name)
        file.summary(window)
        qtbot.waitUntil(lambda name=name: name in window.bar.label.text(), timeout=20_000)  # type: ignore[misc]
        found[name] = {
            str(cell.value) for sheet in load_workbook(tmp_path / name) for row in sheet.iter_rows() for cell in row
        }
    assert any("万元" in text for text in found["万元.xlsx"])
    assert window.bar.button.text() == "打开所在文件夹"


def test_the_workbook_of_one_year_or_of_all(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    years = []
    for place, name in enumerate(("一年.xlsx", "全部.xlsx")):
        answer(monkeypatch, place, tmp_path / name)
        file.export(window)
        qtbot.waitUntil(lambda name=name: name in window.bar.label.text(), timeout=20_000)  # type: ignore[misc]
        sheet = load_workbook(tmp_path / name)["填报"]
        years.append({row[0].value for row in sheet.iter_rows(min_row=2)})
    assert years == [{2024}, {2023, 2024}]


def test_nothing_is_written_where_a_person_thinks_better_of_it(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(OneOf, "exec", lambda self: 0)
    export.export(window)
    export.summary(window)
