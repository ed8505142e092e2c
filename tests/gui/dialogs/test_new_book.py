"""The wizard of a new book: an answer to everything, and what cannot be is said."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel, QWizard

from zhengzhou_desk.gui.dialogs.new_book import NewBook, is_elsewhere
from zhengzhou_desk.gui.main_window import MainWindow
from zhengzhou_desk.gui.system import ask

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_the_wizard_has_a_sensible_answer_to_everything(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    wizard = NewBook(window, datetime.date(2025, 1, 5))
    qtbot.addWidget(wizard)
    wizard.show()
    assert wizard.bureau.text() == "金水区财政局"
    assert wizard.year.value() == 2025
    wizard.region.setCurrentIndex(wizard.region.findData("410122"))
    assert wizard.bureau.text() == "中牟县财政局"
    wizard.bureau.setText(" ")
    wizard.next()
    wrong = wizard.currentPage().findChild(QLabel, "wrong")
    assert isinstance(wrong, QLabel)
    assert wrong.text() == "财政局名称不能空着"
    wizard.bureau.setText("中牟县财政局")
    wizard.next()
    wizard.contact.setText("李四")
    wizard.next()
    assert wizard.path.text().endswith("中牟县财政局2025.zzd")
    there = tmp_path / "有了.zzd"
    there.touch()
    for text, words in ((str(there), "不会被覆盖"), (str(tmp_path / "a.xlsx"), ".zzd 结尾"), ("", "起个名字")):
        wizard.path.setText(text)
        assert not wizard.validateCurrentPage()
        found = wizard.currentPage().findChild(QLabel, "wrong")
        assert isinstance(found, QLabel)
        assert words in found.text()
    wizard.path.setText(str(tmp_path / "新" / "a.zzd"))
    wizard.button(QWizard.WizardButton.FinishButton).click()
    assert wizard.result() == 1
    assert wizard.settings() == {"contact": "李四"}


def test_sticks_and_shares_are_warned_of(tmp_path: Path) -> None:
    assert not is_elsewhere(tmp_path / "a.zzd")
    assert is_elsewhere(Path("\\\\server\\share\\a.zzd"))
    if Path("/mnt").is_dir():
        assert is_elsewhere(Path("/mnt/a.zzd"))


def test_the_look_can_be_changed_after_a_new_book_was_begun(window: MainWindow) -> None:
    """The wizard lives on behind the window; Qt's own would give its pages a style that is gone, and the program with it."""
    wizard = NewBook(window, datetime.date(2025, 1, 5))
    wizard.reject()
    window.apply_look()
    assert wizard.parent() is window


def test_a_place_that_was_chosen_stays_whatever_the_bureau_is_called(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wizard = NewBook(window, datetime.date(2025, 1, 5))
    qtbot.addWidget(wizard)
    place = wizard.place
    place.propose("甲.zzd")
    assert place.path.text().endswith("甲.zzd")
    monkeypatch.setattr(ask, "save_file", lambda *_: None)
    place._choose()
    place.propose("乙.zzd")
    assert place.path.text().endswith("乙.zzd"), "nothing was chosen"
    monkeypatch.setattr(ask, "save_file", lambda *_: tmp_path / "我的.zzd")
    place._choose()
    place.propose("丙.zzd")
    assert place.path.text() == str(tmp_path / "我的.zzd")
    other = NewBook(window, datetime.date(2025, 1, 5))
    qtbot.addWidget(other)
    other.place.path.textEdited.emit("x")
    before = other.place.path.text()
    other.place.propose("丁.zzd")
    assert other.place.path.text() == before, "what is typed is the person's own"


def test_a_stick_is_warned_of_in_the_wizard(window: MainWindow, qtbot: QtBot) -> None:
    wizard = NewBook(window, datetime.date(2025, 1, 5))
    qtbot.addWidget(wizard)
    wizard.place.path.setText("\\\\server\\share\\a.zzd")
    assert "U盘或网络盘" in wizard.place.hint.text() and wizard.place.hint.objectName() == "caution"
    wizard.place.path.setText(str(window.desk.path.with_name("b.zzd")))
    assert "自动建立" in wizard.place.hint.text() and wizard.place.hint.objectName() == "quiet"
