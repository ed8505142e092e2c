"""The districts' codes in a city's window: typed, refused by group, taken out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.books import clock
from tests.gui.helpers import texts
from zhengzhou_desk.gui.dialogs.district_codes import DistrictCodesDialog
from zhengzhou_desk.records import DistrictCode
from zhengzhou_desk.records.check_code import code_of
from zhengzhou_desk.services.desk import Desk

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from zhengzhou_desk.gui.main_window import MainWindow

CODE = code_of(b"a" * 32)


@pytest.fixture
def city(another: MainWindow, tmp_path: Path) -> MainWindow:
    Desk.new(tmp_path / "市.zzd", region="410100", bureau="郑州市财政局", year=2024, clock=clock, who="李").close()
    another.open_book(tmp_path / "市.zzd")
    return another


def test_a_code_is_registered_for_the_chosen_district(city: MainWindow, qtbot: QtBot) -> None:
    assert city.menus.made["district_codes"].isEnabled()
    dialog = DistrictCodesDialog(city)
    qtbot.addWidget(dialog)
    place = next(place for place, text in enumerate(texts(dialog.list)) if text[0] == "金水区（410105）")
    dialog.list.selectRow(place)
    assert not dialog.forget.isEnabled()
    dialog.code.setText(CODE[:-1] + ("0" if CODE[-1] != "0" else "1"))
    dialog.register.click()
    assert "第 8 组" in dialog.wrong.text()
    assert city.desk.rows(DistrictCode) == []
    dialog.code.setText(CODE.replace(" ", ""))
    dialog.told_by.setText("王科长")
    dialog.register.click()
    assert texts(dialog.list)[place][:4] == ("金水区（410105）", CODE, "2024-04-01", "王科长")
    assert (dialog.wrong.text(), dialog.code.text(), dialog.told_by.text()) == ("", "", "")
    assert [row.region for row in city.desk.rows(DistrictCode)] == ["410105"]
    assert dialog.forget.isEnabled(), "the same district is still chosen"
    dialog.forget.click()
    assert texts(dialog.list)[place][1] == ""
    assert city.desk.rows(DistrictCode) == []


def test_a_district_s_window_does_not_offer_it(window: MainWindow) -> None:
    assert not window.menus.made["district_codes"].isEnabled()
