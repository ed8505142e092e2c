"""The findings' share of the window: kept whatever changes around it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize

from zhengzhou_desk.gui import preferences

if TYPE_CHECKING:
    from zhengzhou_desk.gui.main_window import MainWindow


def share(window: MainWindow, qapp: Any) -> int:
    for _ in range(4):
        qapp.processEvents()
    return round(window.dock.height() * 100 / window.height())


def test_the_findings_keep_their_share(window: MainWindow, qapp: Any) -> None:
    first = share(window, qapp)
    assert 25 <= first <= 35
    for name, value in (
        (preferences.SIZE, "huge"),
        (preferences.SIZE, "small"),
        (preferences.SIZE, "medium"),
        (preferences.LANGUAGE, "en"),
        (preferences.LANGUAGE, "zh"),
    ):
        window.settings.put(name, value)
        window.apply_look()
        assert abs(share(window, qapp) - first) <= 2, value
    for height in (1_000, 620, 760):
        window.resize(QSize(1_200, height))
        assert abs(share(window, qapp) - first) <= 2, height
    window.dock.take(380)
    window.dock.settle()
    assert abs(share(window, qapp) - 50) <= 2
    window.dock._keeping.timeout.emit()
    window.apply_look()
    assert abs(share(window, qapp) - 50) <= 2, "what a person has dragged it to stays"


def test_a_share_that_makes_no_sense_is_not_taken(window: MainWindow, qapp: Any) -> None:
    for kept in ("half", 3.5, True, 0, 99, [50]):
        window.settings.put("findings_share", kept)
        window._rebuild()
        assert window.dock.share == 30
