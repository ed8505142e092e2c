"""Shared canteens: shared only after a look at what follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengzhou_desk.gui.dialogs.canteens import CanteenDialog
from zhengzhou_desk.services import impact

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from zhengzhou_desk.gui.main_window import MainWindow


def test_a_canteen_is_shared_only_after_a_look(window: MainWindow, qtbot: QtBot) -> None:
    dialog = CanteenDialog(window)
    qtbot.addWidget(dialog)
    assert not dialog.look.isEnabled()
    dialog.put_in("101003")
    dialog.put_in("101004")
    dialog.host.setCurrentIndex(dialog.host.findData("101003"))
    dialog._look()
    assert "将出现" in dialog.follows.text() and not impact.impact_of(window.desk, ()).appearing
    assert window.desk.unit("101004").canteen == "own"  # type: ignore[union-attr]
    dialog.take.click()
    assert window.desk.unit("101004").canteen_host == "101003"  # type: ignore[union-attr]
    assert [row.texts for row in dialog.groups.records.rows] == [("101003 金水第一小学", "2")]
    dialog.members.selectRow(1)
    dialog._drop()
    assert not dialog.take.isEnabled() and not dialog.look.isEnabled(), "what was looked at holds no longer"
