"""The law in the window: values with article and day, the bureau's own, and trying one out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.gui.helpers import texts
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.gui import feedback
from zhengzhou_desk.gui.dialogs.law import LawWindow
from zhengzhou_desk.gui.dialogs.what_if import WhatIfDialog
from zhengzhou_desk.reports.unit_status import FAIL
from zhengzhou_desk.services import editing, years

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from zhengzhou_desk.gui.main_window import MainWindow


def law(window: MainWindow, qtbot: QtBot, label: str) -> LawWindow:
    made = LawWindow(window)
    qtbot.addWidget(made)
    made.list.selectRow(next(place for place, text in enumerate(texts(made.list)) if text[0] == label))
    return made


def test_a_value_says_its_article_and_since_when(window: MainWindow, qtbot: QtBot) -> None:
    dialog = law(window, qtbot, "食堂食材预留比例")
    assert texts(dialog.list)[0][1:] == ("10%", "2023-04-14", "郑财购〔2023〕3号 一（一）")
    assert "政策原定：10%" in dialog.says.text()
    assert "不低于" in dialog.says.text()


def test_the_bureau_s_own_value_needs_its_document(window: MainWindow, qtbot: QtBot) -> None:
    dialog = law(window, qtbot, "食堂食材预留比例")
    dialog.typed.setText("十二")
    dialog.state.click()
    assert dialog.wrong.text()
    dialog.typed.setText("12%")
    dialog.state.click()
    assert dialog.wrong.text() == "本局数值要有依据文号"
    dialog.document.setText("金财〔2024〕1号")
    dialog.state.click()
    assert texts(dialog.list)[0][1] == "12%"
    assert "金财〔2024〕1号" in texts(dialog.list)[0][3]
    assert "政策原定：10%" in dialog.says.text()
    assert "本局规定：12%" in dialog.says.text()
    assert [row.state for row in window.desk.unit_statuses() if row.unit.code == "101004"] == [FAIL]
    dialog.withdraw.click()
    assert texts(dialog.list)[0][1] == "10%"


def test_choices_and_levels_are_chosen_from_a_list(window: MainWindow, qtbot: QtBot) -> None:
    dialog = law(window, qtbot, "计入完成的状态")
    assert [dialog.options.itemText(place) for place in range(dialog.options.count())] == ["下单", "已支付", "完结"]
    assert dialog.typed.isHidden()
    dialog.levels.setChecked(True)
    named = [row.texts[0] for row in dialog.list.records.rows]
    assert {"级别：未填报", "级别：未填报（期限之前）", "级别：结转的上年预留与填报不同（写明依据的）"} <= set(named)
    assert len(named) == len(set(named)), "no two rows are called the same"
    assert ("级别：预留比例不达标", "错误") in [text[:2] for text in texts(dialog.list)]
    for place in range(len(texts(dialog.list))):
        dialog.list.selectRow(place)
        assert dialog.says.text()


def test_trying_a_value_out_changes_nothing(window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[WhatIfDialog] = []
    monkeypatch.setattr(WhatIfDialog, "exec", lambda self: seen.append(self) or 0)
    dialog = law(window, qtbot, "食堂食材预留比例")
    head = window.desk.store.head
    dialog.typed.setText("15%")
    dialog.suppose.click()
    qtbot.waitUntil(lambda: bool(seen), timeout=10_000)
    assert [text[1] for text in texts(seen[0].list)] == ["101004"]
    assert "新增不达标 1 个" in seen[0].sums.text()
    assert window.desk.store.head == head


def test_an_empty_value_is_none_and_a_closed_year_takes_none(window: MainWindow, qtbot: QtBot) -> None:
    dialog = law(window, qtbot, "食堂食材预留比例")
    head = window.desk.store.head
    dialog.typed.setText(" ")
    dialog.state.click()
    dialog.suppose.click()
    assert dialog.wrong.text() == "数值不能空着"
    assert window.desk.store.head == head
    years.close_year(window.desk, 2024, closed=True)
    dialog = law(window, qtbot, "食堂食材预留比例")
    assert not dialog.state.isEnabled() and not dialog.document.isEnabled()
    dialog.list.put([])
    dialog._look()
    dialog._state()
    dialog._withdraw()
    assert dialog.value is None


def test_a_choice_of_the_bureau_s_own_is_stated_and_withdrawn(window: MainWindow, qtbot: QtBot) -> None:
    dialog = law(window, qtbot, "计入完成的状态")
    present = dialog.options.currentText()
    dialog.options.setCurrentText("已支付")
    dialog.document.setText("金财〔2024〕2号")
    dialog.state.click()
    assert dialog.options.currentText() == "已支付" and "本局规定：已支付" in dialog.says.text()
    dialog.withdraw.click()
    assert dialog.options.currentText() == present


def test_a_value_stated_in_a_large_book_is_judged_beside_the_window(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(feedback, "_MANY_ROWS", 0)
    dialog = law(window, qtbot, "食堂食材预留比例")
    before = window.desk.store.head
    dialog.typed.setText("15%")
    dialog.document.setText("郑财办〔2024〕1号")
    dialog.state.click()
    assert window.desk.is_paused, "nothing else is written meanwhile"
    qtbot.waitUntil(lambda: not window.desk.is_paused)
    assert window.desk.store.head != before
    assert "ratio" in {one.rule for one in window.desk.findings() if one.unit == "101004"}
    assert texts(dialog.list)[0], "the dialog shows the new value"
    # What is refused is said in the dialog, where it was typed.
    monkeypatch.setattr(editing, "set_setting", refuse)
    dialog.state.click()
    qtbot.waitUntil(lambda: dialog.wrong.text() == "磁盘已满")


def refuse(*_: object) -> None:
    raise Refused("磁盘已满")
