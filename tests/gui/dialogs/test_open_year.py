"""Opening a year in the window: what it begins with is seen first; one button; what is open leads to its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengzhou_desk.gui.dialogs.open_year import OpenYearDialog
from zhengzhou_desk.records import Spending
from zhengzhou_desk.services import unit_changes, years

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from zhengzhou_desk.gui.main_window import MainWindow


def over(window: MainWindow, qtbot: QtBot) -> OpenYearDialog:
    dialog = OpenYearDialog(window)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_what_is_carried_is_seen_and_the_year_is_opened_as_one_step(window: MainWindow, qtbot: QtBot) -> None:
    unit = window.desk.unit("101004")
    assert unit is not None
    unit_changes.apply(window.desk, unit_changes.rename(window.desk, unit, "第二实验小学", window.desk.today, "批复"))
    dialog = over(window, qtbot)
    assert dialog.year.value() == 2025
    assert "上年预留作为下限：2 个单位，合计 140,000.00 元" in dialog.carried.text()
    assert [row.texts[1:] for row in dialog.changes.records.rows] == [
        ("更名", "101004 第二实验小学", "101004 第二实验小学", "批复")
    ]
    assert dialog.take.text() == "开启 2025 年度"
    assert dialog.members.text() == "工会会员数也照上年带过来（1 个单位），福利总额和采购金额另填"
    assert not dialog.members.isChecked()
    dialog.members.setChecked(True)
    dialog.take.click()
    assert window.desk.year == 2025
    assert [(row.unit, row.members) for row in window.desk.rows(Spending)] == [("101003", 10)]
    window.undo()
    assert window.desk.year == 2024 and 2025 not in window.desk.years
    assert [window.years.itemData(place) for place in range(window.years.count())] == [2024, 2023]


def test_what_is_open_leads_to_its_rows_in_the_year_before(window: MainWindow, qtbot: QtBot) -> None:
    years.open_year(window.desk, 2025)
    dialog = over(window, qtbot)
    dialog.year.setValue(2026)
    assert "2025 年度没有了结的" in dialog.ends_head.text()
    dialog.year.setValue(2025)
    assert "2025 年度已经在账册里了" in dialog.carried.text()
    assert not dialog.take.isEnabled()
    assert dialog.ends_head.isHidden() and not dialog.ends.records.rows
    window.desk.choose_year(2024)
    dialog.year.setValue(2026)
    place = next(at for at, row in enumerate(dialog.ends.records.rows) if row.texts[0] == "填报预留份额")
    dialog.ends.selectRow(place)
    dialog.ends.opened.emit()
    assert window.desk.year == 2025
    assert not dialog.isVisible()
    assert window.page.name in ("filings", "units")


def test_rows_of_a_matter_are_shown_as_rows(window: MainWindow, qtbot: QtBot) -> None:
    dialog = over(window, qtbot)
    place = next(at for at, row in enumerate(dialog.ends.records.rows) if row.texts[0] == "为国有企业开通交易账号")
    dialog.ends.selectRow(place)
    dialog.ends.opened.emit()
    assert window.page.name == "accounts"
