"""Asking: what a person answers is what comes back, data is never read as markup, and a test that is asked unawares fails."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMessageBox, QPushButton, QWidget

from zhengzhou_desk.gui import ask

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

# As the module is, before the fixture that lets nobody answer.
real = importlib.util.spec_from_file_location("asking", ask.__file__)  # type: ignore[attr-defined]


@pytest.fixture
def asking() -> Any:
    """The module itself, not the one in which every question fails."""
    assert real is not None
    made = importlib.util.module_from_spec(real)  # type: ignore[attr-defined]
    assert real.loader is not None
    real.loader.exec_module(made)
    return made


def answered(text: str, look: Callable[[QMessageBox], None] = lambda box: None) -> None:
    """Presses a button of the box that is about to be shown."""

    def press() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        look(box)
        next(button for button in box.findChildren(QPushButton) if button.text() == text).click()

    QTimer.singleShot(0, press)


@pytest.mark.parametrize(("button", "expected"), [("删除", True), ("取消", False)])
def test_yes_or_no_in_the_words_of_the_question(qapp: Any, qtbot: QtBot, asking: Any, button: str, expected: bool) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)

    def look(box: QMessageBox) -> None:
        assert box.textFormat() == Qt.TextFormat.PlainText
        assert box.text() == "删除 <b>这些</b> 吗？"
        details = box.findChild(QLabel, "qt_msgbox_informativelabel")
        assert isinstance(details, QLabel)
        assert details.textFormat() == Qt.TextFormat.PlainText
        assert box.defaultButton().text() == "取消"

    answered(button, look)
    assert asking.yes(parent, "删除 <b>这些</b> 吗？", "<img src=/x>", accept="删除", danger=True) is expected


def test_an_unexpected_question_fails_a_test(window: Any) -> None:
    with pytest.raises(AssertionError, match="unexpected question"):
        ask.yes(window, "真的吗？")


def test_files_get_their_ending_and_the_folder_is_remembered(qapp: Any, qtbot: QtBot, asking: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    given: list[tuple[str, str]] = []

    def save(parent: QWidget, title: str, place: str, kinds: str) -> tuple[str, str]:
        given.append((place, kinds))
        return str(tmp_path / "汇总"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", save)
    assert asking.save_file(parent, "导出", "汇总.xlsx", ".xlsx") == tmp_path / "汇总.xlsx"
    asking.save_file(parent, "导出", "又一个.xlsx", ".xlsx")
    assert given[1][0] == str(tmp_path / "又一个.xlsx")
    assert "(*.xlsx)" in given[0][1]
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *given: ("", ""))
    assert asking.open_file(parent, "打开", "*.zzd") is None
    qapp.setProperty("folder", None)
