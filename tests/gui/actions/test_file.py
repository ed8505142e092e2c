"""Files from the menu: what cannot be made is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from zhengzhou_desk.gui.actions import file
from zhengzhou_desk.gui.dialogs.new_book import NewBook
from zhengzhou_desk.gui.main_window import MainWindow


def test_a_folder_that_cannot_be_made_is_told(
    another: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "文件").touch()

    def agreed(wizard: NewBook) -> int:
        wizard.path.setText(str(tmp_path / "文件" / "册.zzd"))
        return 1

    monkeypatch.setattr(NewBook, "exec", agreed)
    file.new_book(another)
    assert "不是文件夹" in another.bar.label.text()
    assert not another.has_book
