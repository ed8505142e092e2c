"""The file choosers: what a person chose is what is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from zhengzhou_desk.gui.system import ask
from zhengzhou_desk.gui.system.ask import save_file  # itself, not what the conftest puts in its place

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from pytestqt.qtbot import QtBot


def test_the_name_with_its_ending_is_asked_about(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    """The chooser asks before `汇总` is replaced, while it is `汇总.xlsx` that would be."""
    parent = QWidget()
    qtbot.addWidget(parent)
    questions = []

    def said(_: object, question: str, *details: object, **more: object) -> bool:
        questions.append(question)
        return len(questions) > 1

    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "汇总"), ""))
    monkeypatch.setattr(ask, "yes", said)
    assert save_file(parent, "", "汇总", ".xlsx") == tmp_path / "汇总.xlsx"
    assert questions == []
    (tmp_path / "汇总.xlsx").touch()
    assert save_file(parent, "", "汇总", ".xlsx") is None
    assert save_file(parent, "", "汇总", ".xlsx") == tmp_path / "汇总.xlsx"
    assert all("汇总.xlsx" in question for question in questions)
