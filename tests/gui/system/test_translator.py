"""English: no Chinese is left in the window, its tables, menus and dialogs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QTableView, QWidget

from tests.books import clock, county
from zhengzhou_desk.common.settings import Settings
from zhengzhou_desk.gui.dialogs.notices import NoticesDialog, RemindersDialog
from zhengzhou_desk.gui.dialogs.unit_change import ChangeDialog
from zhengzhou_desk.gui.main_window import MainWindow
from zhengzhou_desk.gui.system import translator
from zhengzhou_desk.gui.table.tab import RecordTab
from zhengzhou_desk.gui.window_api import Start
from zhengzhou_desk.services.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


def test_english_is_complete(qapp: Any, qtbot: QtBot, tmp_path: Path) -> None:
    translator.install(qapp, "en")
    try:
        window = MainWindow(Start(Settings(tmp_path / "s.json"), "en", clock, "Wang"))
        qtbot.addWidget(window)
        window.open_book(county(tmp_path))
        titles = [window.tabs.tabText(place) for place in range(window.tabs.count())]
        labels = [
            column.label("en")
            for page in window.pages
            if isinstance(page, RecordTab)
            for each in page.tables
            for column in each.records.columns
        ]
        menus = [action.text() for action in window.menus.made.values()]
        for said in (*titles, *labels, *menus):
            assert not any("\u4e00" <= character <= "\u9fff" for character in said), said
        window.close()
    finally:
        translator.install(qapp, "zh")


def texts(widget: QWidget) -> Iterator[str]:
    """What a widget shows, and what a screen reader says of it; not what a person or the book has put in."""
    yield widget.accessibleName()
    yield widget.toolTip()
    yield widget.windowTitle()
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    model = widget.model() if isinstance(widget, QTableView) else None
    if model is not None:
        yield from (str(model.headerData(n, Qt.Orientation.Horizontal) or "") for n in range(model.columnCount()))


def test_the_window_without_rows_is_english_in_every_corner(qapp: Any, qtbot: QtBot, tmp_path: Path) -> None:
    translator.install(qapp, "en")
    try:
        with Desk.new(
            tmp_path / "book.zzd", region="410105", bureau="Bureau", year=2024, clock=clock, who="Wang"
        ) as desk:
            path = desk.path
        window = MainWindow(Start(Settings(tmp_path / "s.json"), "en", clock, "Wang"))
        qtbot.addWidget(window)
        window.show()
        window.open_book(path)
        for page in window.pages:
            window.show_tab(page.name)
            if isinstance(page, RecordTab):
                for place in range(len(page.tables)):
                    page.show_table(place)
        dialogs: list[QWidget] = [NoticesDialog(window), RemindersDialog(window), ChangeDialog(window)]
        found = [
            text
            for widget in (window, *dialogs)
            for each in (widget, *widget.findChildren(QWidget))
            for text in texts(each)
        ]
        assert not [text for text in found if any("\u4e00" <= character <= "\u9fff" for character in text)]
        assert any("No notices have been issued yet" in text for text in found)
        choice = window.pages[-1]._choice  # type: ignore[attr-defined]
        assert "Register of notices" in [choice.itemText(place) for place in range(choice.count())]
        for dialog in dialogs:
            dialog.deleteLater()
        window.close()
    finally:
        translator.install(qapp, "zh")
