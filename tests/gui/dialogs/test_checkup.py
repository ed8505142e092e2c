"""The check-up: sound or not, and what to do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.books import clock
from tests.gui.helpers import altered, another_book, texts
from zhengzhou_desk.gui.actions.backups import check_up
from zhengzhou_desk.gui.dialogs.checkup import ACCEPT, CheckupDialog
from zhengzhou_desk.gui.main_window import MainWindow
from zhengzhou_desk.gui.system import ask
from zhengzhou_desk.services import exports
from zhengzhou_desk.store.checkup import checkup

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_the_check_up_says_what_to_do(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    good = CheckupDialog(window, window.desk.path, checkup(window.desk.path, clock()), "zh")
    qtbot.addWidget(good)
    assert "账册完好" in good.verdict.text()
    assert good.restore.isHidden()
    bad = tmp_path / "坏.zzd"
    given = bytearray(window.desk.path.read_bytes())
    given[5_000:9_000] = bytes(4_000)
    bad.write_bytes(given)
    dialog = CheckupDialog(window, bad, checkup(bad, clock()), "zh")
    qtbot.addWidget(dialog)
    assert "项不正常" in dialog.verdict.text()
    assert not dialog.restore.isHidden()
    assert any("请用最近的备份恢复" in text[1] for text in texts(dialog.list))


def test_an_altered_book_says_so_until_a_person_has_looked(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = another_book(tmp_path)
    altered(path, "UPDATE filing SET reserve = 100 WHERE year = 2024 AND unit = '101004'")
    window.open_book(path)
    qtbot.waitUntil(lambda: not window.strip.isHidden(), timeout=10_000)
    assert "在程序之外被改动过" in window.strip.label.text()
    window.bar.hide()  # what is closed does not come back, but the strip stays
    assert window.desk.can_edit
    window.attempt(lambda: exports.export_book(window.desk, tmp_path / "a.xlsx"))
    assert "看过之前不出数" in window.bar.label.text()
    assert not (tmp_path / "a.xlsx").exists()
    seen: list[CheckupDialog] = []

    def look(dialog: CheckupDialog) -> int:
        seen.append(dialog)
        assert not dialog.accept_content.isHidden()
        dialog.accept_content.click()
        return dialog.result()

    monkeypatch.setattr(CheckupDialog, "exec", look)
    monkeypatch.setattr(ask, "yes", lambda *given, **more: True)
    window.strip.button.click()
    qtbot.waitUntil(lambda: bool(seen) and window.strip.isHidden(), timeout=10_000)
    assert seen[0].result() == ACCEPT
    assert "已确认账册的现有内容" in window.bar.label.text()
    assert window.desk.journal()[0].name == "accept_content"
    window.attempt(lambda: exports.export_book(window.desk, tmp_path / "a.xlsx"))
    assert (tmp_path / "a.xlsx").exists()


def test_a_person_who_thinks_better_of_it_confirms_nothing(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = another_book(tmp_path)
    altered(path, "UPDATE filing SET reserve = 100")
    window.open_book(path)
    asked: list[str] = []
    monkeypatch.setattr(CheckupDialog, "exec", lambda dialog: ACCEPT)
    monkeypatch.setattr(ask, "yes", lambda parent, question, *rest, **more: asked.append(question))
    check_up(window)
    qtbot.waitUntil(lambda: bool(asked), timeout=10_000)
    assert window.desk.journal()[0].name != "accept_content"


def test_a_sound_book_cannot_be_confirmed_and_shows_no_strip(window: MainWindow, qtbot: QtBot) -> None:
    from zhengzhou_desk.store.checkup import checkup

    assert window.desk.store.content_agrees()
    assert window.strip.isHidden()
    dialog = CheckupDialog(window, window.desk.path, checkup(window.desk.path), "zh", may_accept=True)
    qtbot.addWidget(dialog)
    assert dialog.accept_content.isHidden()
