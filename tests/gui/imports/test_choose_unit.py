"""A name that no unit bears is named once for all its rows."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pytest
from PySide6.QtWidgets import QDialog

from tests.gui.imports.helpers import opened, planned, workbook
from zhengzhou_desk.exchange.plan import REFUSED
from zhengzhou_desk.gui.imports.choose_unit import ChooseUnit
from zhengzhou_desk.gui.main_window import MainWindow

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_an_unknown_name_is_named_once_for_all(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = (["年度", "单位名称", "预留份额"], [2024, "金水一小", 85_000])
    path = workbook(tmp_path / "a.xlsx", *rows)
    dialog = planned(opened(window, qtbot, path), qtbot)
    assert [row.verdict for row in dialog.plan.rows] == [REFUSED]
    dialog.table.selectRow(0)
    assert not dialog.notes.name.isHidden()

    def choose(chooser: ChooseUnit) -> int:
        chooser.picker.search.setText("jsdy")
        assert [row.texts for row in chooser.picker.list.records.rows] == [("101003", "金水第一小学")]
        chooser.take.click()
        return int(QDialog.DialogCode.Accepted)

    monkeypatch.setattr(ChooseUnit, "exec", choose)
    dialog.model = cast("Any", dialog.model)
    dialog.notes.name.click()
    qtbot.waitUntil(lambda: dialog.take.text() == "导入 1 行", timeout=20_000)
    dialog.reject()
    again = planned(opened(window, qtbot, path), qtbot)
    assert again.take.text() == "导入 1 行"
