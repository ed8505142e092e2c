"""关于: says what whoever helps asks for first, and writes the rest."""

from __future__ import annotations

import json
import zipfile
from typing import TYPE_CHECKING

from zhengzhou_desk import __version__, app
from zhengzhou_desk.common.messages import CHINESE, ENGLISH
from zhengzhou_desk.documents import fonts
from zhengzhou_desk.gui.dialogs import about
from zhengzhou_desk.gui.system import ask, translator
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
    assert "offscreen" in said and "缺少字体文件" not in said
    window.welcome()
    other = about.AboutDialog(window)
    qtbot.addWidget(other)
    assert "没有打开账册" in other.text.toPlainText()


def test_a_font_file_that_is_gone_is_named_in_both_languages(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(fonts._FILES, "rare", "gone.ttf")
    try:
        for lang, words in ((CHINESE, "缺少字体文件：gone.ttf"), (ENGLISH, "This font file is missing: gone.ttf")):
            translator.install(app.application([]), lang)
            dialog = about.AboutDialog(window)
            qtbot.addWidget(dialog)
            assert words in dialog.text.toPlainText()
    finally:
        translator.install(app.application([]), CHINESE)


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
        shown = json.loads(packed.read("program.json"))["window"]
    assert __version__ in said and "KeyError" in said and "checkup" in said
    assert (shown["platform plugin"], shown["style"]) == ("offscreen", "Fusion")
    assert (
        "Fusion" in shown["styles"]
        and shown["qt"].startswith("6.")
        and shown["screens"]
        and shown["drawn on the screen by"]["common"]
    )
    assert not [word for word in (*names, str(window.desk.path), str(tmp_path)) if word and word in said]
