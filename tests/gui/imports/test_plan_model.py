"""Rows of an import: filtered by what becomes of them, and ten thousand of them without a pause."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tests.counting import calls
from tests.gui.imports.helpers import opened, planned, workbook
from zhengzhou_desk.exchange.importing import layouts
from zhengzhou_desk.exchange.plan import REFUSED, ImportPlan
from zhengzhou_desk.exchange.reading import read_workbook
from zhengzhou_desk.exchange.sheet import Sheet
from zhengzhou_desk.gui.imports.dialog import ImportDialog
from zhengzhou_desk.gui.imports.plan_model import PlanModel, reason_sort
from zhengzhou_desk.gui.main_window import MainWindow
from zhengzhou_desk.services import imports
from zhengzhou_desk.services.desk import Desk

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def planned_rows(desk: Desk, rows: list[tuple[object, ...]]) -> ImportPlan:
    sheet = Sheet("填报", (("年度", "单位编码", "预留份额"), *(tuple(map(str, row)) for row in rows)))
    return imports.plan_sheets(desk, [sheet], "a.xlsx")


def test_rows_are_filtered_by_what_becomes_of_them_and_why(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    rows = [[2024, "101003", 60_000], [2024, "101004", "三万"], [2024, "999", 1], [2024, "998", 1], [2024, "101", "x"]]
    path = workbook(tmp_path / "a.xlsx", ["年度", "单位编码", "预留份额"], *rows)
    dialog = planned(opened(window, qtbot, path), qtbot)
    model = dialog.model
    assert model is not None
    assert not dialog.take.isEnabled()
    assert len(model.rows) == 4
    dialog.verdicts["same"].setChecked(True)
    assert len(model.rows) == 5
    reasons = [dialog.reason.itemText(place) for place in range(1, dialog.reason.count())]
    assert sorted(text.split()[-1] for text in reasons) == ["2", "2"]
    dialog.reason.setCurrentIndex(next(place for place in range(1, 3) if "不是金额" in dialog.reason.itemText(place)))
    dialog._filter()
    assert {row.number for row in model.rows} == {3, 6}
    dialog.reason.setCurrentIndex(0)
    dialog.search.setText("第二小学")
    qtbot.waitUntil(lambda: len(model.rows) == 0)
    dialog.search.setText("998")
    qtbot.waitUntil(lambda: [row.number for row in model.rows] == [5])


def test_ten_thousand_rows_are_shown_without_a_pause(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    rows = [[2024, f"9{number:05d}", number] for number in range(10_000)]
    path = workbook(tmp_path / "a.xlsx", ["年度", "单位编码", "预留份额"], *rows)
    sheets = read_workbook(path)
    dialog = ImportDialog(window, path, sheets, layouts(sheets))
    dialog.look()
    planned(dialog, qtbot)
    dialog.show()

    def turned() -> None:
        dialog.verdicts["refused"].setChecked(False)
        dialog.verdicts["refused"].setChecked(True)
        dialog.grab()

    # About one for every row: it grows with the rows, never with their square.
    assert calls(turned) < 5 * len(rows)
    assert dialog.model is not None
    assert len(dialog.model.rows) == 10_000
    dialog.close()


def test_a_hundred_thousand_refusals_are_told_apart_by_a_few_looks(window: MainWindow) -> None:
    """Sorting the reasons costs the same few calls a row however many there are, and finding text is made once."""
    plan = planned_rows(window.desk, [(2024, "101003", "三万")] * 2_000)
    model = PlanModel(window, plan)
    reason = reason_sort(plan.refused[0].reasons[0], "zh")
    assert calls(lambda: model.show(frozenset((REFUSED,)), reason)) < 50 * 2_000
    assert len(model.rows) == 2_000
    first = calls(lambda: model.show(frozenset((REFUSED,)), "", "三万"))
    assert len(model.rows) == 2_000
    assert calls(lambda: model.show(frozenset((REFUSED,)), "", "三")) * 4 < first, "the words are made once"
