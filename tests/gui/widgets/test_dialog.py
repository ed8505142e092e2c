"""Dialogs: none is larger than its screen; one that a person has made larger is as large the next time."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize

import zhengzhou_desk
from zhengzhou_desk.common.settings import Settings
from zhengzhou_desk.gui.widgets import dialog
from zhengzhou_desk.gui.widgets.dialog import Dialog, remember_sizes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

GUI = Path(zhengzhou_desk.__file__).parent / "gui"


@pytest.fixture
def settings(tmp_path: Path) -> Iterator[Settings]:
    made = Settings(tmp_path / "settings.json")
    remember_sizes(made)
    yield made
    dialog._KEPT.clear()


def shown(qtbot: QtBot, width: int, height: int) -> Dialog:
    made = Dialog()
    made.resize(width, height)
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_dialog_is_no_larger_than_the_screen(qtbot: QtBot) -> None:
    made = shown(qtbot, 4_000, 3_000)
    room = made.screen().availableSize()
    assert made.width() < room.width()
    assert made.height() < room.height()
    assert shown(qtbot, 300, 200).size() == QSize(300, 200)


def test_the_size_that_a_person_gives_it_is_kept(qtbot: QtBot, settings: Settings) -> None:
    made = shown(qtbot, 300, 200)
    made.close()
    assert settings.get("size.Dialog", "") == "", "as it came it is not kept: the next version may need more"
    made = shown(qtbot, 300, 200)
    made.resize(420, 333)
    made.close()
    assert shown(qtbot, 300, 200).size() == QSize(420, 333)


@pytest.mark.parametrize("kept", ["", "large", "99999x99999", "420", 7])
def test_a_size_that_makes_no_sense_is_not_taken_or_made_to_fit(qtbot: QtBot, settings: Settings, kept: object) -> None:
    settings.put("size.Dialog", kept)
    made = shown(qtbot, 300, 200)
    room = made.screen().availableSize()
    assert made.size() == QSize(300, 200) or made.width() < room.width()


def test_every_dialog_of_the_window_is_one() -> None:
    """The page of a crash alone stands without the rest of the program."""
    plain = [
        f"{path.relative_to(GUI)}:{node.lineno}"
        for path in GUI.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef) and any(getattr(base, "id", "") == "QDialog" for base in node.bases)
    ]
    assert sorted(each.split(":")[0].replace("\\", "/") for each in plain) == ["system/crash.py", "widgets/dialog.py"]
