"""Settings: what goes into the book can only be typed where the book can be written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtWidgets import QApplication

from zhengzhou_desk.gui import preferences
from zhengzhou_desk.gui.actions import book
from zhengzhou_desk.gui.dialogs.settings import SettingsDialog
from zhengzhou_desk.gui.system import ask, translator
from zhengzhou_desk.gui.widgets import theme
from zhengzhou_desk.records import Filing
from zhengzhou_desk.services import editing

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from zhengzhou_desk.gui.main_window import MainWindow


def editable(window: MainWindow, qtbot: QtBot) -> dict[str, bool]:
    dialog = SettingsDialog(window)
    qtbot.addWidget(dialog)
    return {name: field.isEnabled() for name, field in dialog._fields.items()}


def test_the_bureaus_own_words_of_a_book_that_is_only_read_are_only_read(window: MainWindow, qtbot: QtBot) -> None:
    path = window.desk.path
    assert set(editable(window, qtbot).values()) == {True}
    book.close_book(window)
    window.open_book(path, writable=False)
    assert set(editable(window, qtbot).values()) == {False}


def test_settings_go_to_the_book_and_to_this_computer(window: MainWindow, qtbot: QtBot) -> None:
    window.show_tab("filings")
    path, year = window.desk.path, window.desk.year
    dialog = SettingsDialog(window)
    qtbot.addWidget(dialog)
    dialog._fields["contact"].setText("李四")
    dialog.look.setCurrentIndex(dialog.look.findData(theme.DARK))
    dialog.size_of_type.setCurrentIndex(dialog.size_of_type.findData("large"))
    try:
        dialog._accept()
        assert window.desk.setting("contact") == "李四"
        assert theme.is_dark(window.settings.get(preferences.LOOK, theme.SYSTEM))
        assert QApplication.font().pointSizeF() == theme.SIZES["large"]
        assert (window.desk.path, window.desk.year, window.page.name) == (path, year, "filings")
        editing.edit(window.desk, window.desk.rows(Filing)[1], "reserve", "81000")
        assert "已保存" in window.windowTitle()
    finally:
        window.settings.put(preferences.LOOK, theme.LIGHT)
        window.settings.put(preferences.SIZE, "medium")
        window.apply_look()


def test_the_language_changes_at_once(window: MainWindow, qtbot: QtBot, qapp: Any) -> None:
    dialog = SettingsDialog(window)
    qtbot.addWidget(dialog)
    dialog.language.setCurrentIndex(dialog.language.findData("en"))
    try:
        dialog._accept()
        assert window.lang == "en"
        assert [window.tabs.tabText(place) for place in (1, 2)] == ["Units", "Filings"]
        assert len({action.text() for menu in window.menuBar().actions() for action in [menu]}) == 7
        window.menus.made["undo"].trigger()
    finally:
        translator.install(qapp, "zh")


def test_a_bad_setting_is_refused_in_the_dialog(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = SettingsDialog(window)
    qtbot.addWidget(dialog)
    dialog._fields["bureau"].setText("")
    dialog._accept()
    assert dialog.wrong.text() == "财政局名称不能空着"
    assert window.desk.bureau == "金水区财政局"
    dialog._fields["bureau"].setText("金水区财政局")
    face = next(iter(dialog.fonts))
    dialog.fonts[face].setText(str(tmp_path / "没有.ttf"))
    dialog._accept()
    assert dialog.wrong.text()


def test_a_font_is_chosen_and_an_unreadable_setting_takes_the_first_choice(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.settings.put(preferences.LOOK, "花哨")
    dialog = SettingsDialog(window)
    qtbot.addWidget(dialog)
    assert dialog.look.currentIndex() == 0
    field = next(iter(dialog.fonts.values()))
    (choose,) = [action for action in field.actions() if action.text() == "选择字体文件"]
    monkeypatch.setattr(ask, "open_file", lambda *_: None)
    choose.trigger()
    assert field.text() == ""
    monkeypatch.setattr(ask, "open_file", lambda *_: tmp_path / "仿宋.ttf")
    choose.trigger()
    assert field.text() == str(tmp_path / "仿宋.ttf")
