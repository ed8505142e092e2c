"""The findings' share of the window: kept whatever changes around it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize

from zhengzhou_desk.gui import preferences

if TYPE_CHECKING:
    from zhengzhou_desk.gui.main_window import MainWindow


def share(window: MainWindow, qapp: Any) -> int:
    for _ in range(16):
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


def test_in_a_wide_window_the_findings_stand_at_the_side(window: MainWindow, qapp: Any) -> None:
    assert window.panel is not None
    window.resize(QSize(2_200, 1_000))
    share(window, qapp)
    assert window.dock.is_beside
    assert window.dock.width() < window.width() // 3
    assert window.panel.list.isColumnHidden(3), "the sentence is read whole below the list"
    window.show_tab("filings")
    share(window, qapp)
    assert window.sides.inspector_dock.height() > window.height() // 4, "the inspector keeps its room above"
    window.resize(QSize(1_200, 760))
    assert 25 <= share(window, qapp) <= 35
    assert not window.dock.is_beside
    assert not window.panel.list.isColumnHidden(3)


def test_findings_that_were_closed_stay_closed_whatever_the_width(window: MainWindow, qapp: Any) -> None:
    window.dock.hide()
    window.resize(QSize(2_200, 1_000))
    share(window, qapp)
    assert window.dock.isHidden()
