"""Dividing a task in the window: the parts are seen before anything is done; what is wrong is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengzhou_desk.gui.dialogs.quotas import QuotasDialog
from zhengzhou_desk.records import Quota
from zhengzhou_desk.services import quotas

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from zhengzhou_desk.gui.main_window import MainWindow


def dialog_over(window: MainWindow, qtbot: QtBot) -> QuotasDialog:
    made = QuotasDialog(window)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_parts_are_seen_and_then_put_in_place(window: MainWindow, qtbot: QtBot) -> None:
    dialog = dialog_over(window, qtbot)
    assert not dialog.take.isEnabled()
    dialog.rule.setCurrentIndex(dialog.rule.findData(quotas.BY_TOTAL))
    dialog.total.setText("10万元")
    shown = {row.about: row.texts[2] for row in dialog.list.model().rows}  # type: ignore[attr-defined]
    assert sum(int(text.replace(",", "").replace(".", "")) for text in shown.values()) == 10_000_000
    assert "合计 100,000.00 元" in dialog.sum.text()
    dialog.take.click()
    assert {row.unit for row in window.desk.rows(Quota)} == set(shown)
    assert dialog_over(window, qtbot).total.text() == "100,000.00", "the amount that stands is there to begin with"


def test_what_is_no_amount_is_said_and_nothing_can_be_done(window: MainWindow, qtbot: QtBot) -> None:
    dialog = dialog_over(window, qtbot)
    for text in ("很多", "-5", "0"):
        dialog.total.setText(text)
        assert dialog.sum.text()
        assert not dialog.take.isEnabled()
    assert not window.desk.rows(Quota)
