"""关于: says what whoever helps asks for first, and writes the rest."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

from zhengzhou_desk import __version__
from zhengzhou_desk.gui.dialogs import about
from zhengzhou_desk.gui.system import ask
from zhengzhou_desk.records import Unit
from zhengzhou_desk.services import diagnosis

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from pytestqt.qtbot import QtBot

    from zhengzhou_desk.gui.main_window import MainWindow


def test_it_says_versions_fonts_and_licences(window: MainWindow, qtbot: QtBot) -> None:
    dialog = about.AboutDialog(window)
    qtbot.addWidget(dialog)
    said = dialog.text.toPlainText()
    for words in ("打开的账册：格式", "Qt 6", "LXGWZhuqueFangsong-Regular.ttf", "openpyxl", "LGPL", "download.qt.io"):
        assert words in said, words
    window.welcome()
    other = about.AboutDialog(window)
    qtbot.addWidget(other)
    assert "没有打开账册" in other.text.toPlainText()


def test_the_diagnosis_holds_no_row_and_no_path(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    out = tmp_path / "x.zip"
    monkeypatch.setattr(ask, "save_file", lambda *_: out)
    monkeypatch.setattr(diagnosis, "log_path", lambda: tmp_path / "crash.log")
    names = [row.name for row in window.desk.tables.all(Unit)]
    (tmp_path / "crash.log").write_text(f"KeyError {names} {window.desk.path}", encoding="utf-8")
    dialog = about.AboutDialog(window)
    qtbot.addWidget(dialog)
    dialog.diagnose.click()
    qtbot.waitUntil(out.exists, timeout=10_000)
    with zipfile.ZipFile(out) as packed:
        said = "".join(packed.read(name).decode() for name in packed.namelist())
    assert __version__ in said and "KeyError" in said and "checkup" in said
    assert not [word for word in (*names, str(window.desk.path), str(tmp_path)) if word and word in said]
