"""Without a book: the welcome page, the page of a book that cannot be opened, the wizard of a new one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QStandardPaths

from zhengzhou_desk.gui.main_window import MainWindow
from zhengzhou_desk.gui.pages.open_failed import OpenFailedPage
from zhengzhou_desk.gui.pages.welcome import WelcomePage
from zhengzhou_desk.records import Filing

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_what_is_no_book_or_not_there_says_so(window: MainWindow, tmp_path: Path) -> None:
    text = tmp_path / "字.zzd"
    text.write_text("不是账册" * 100, encoding="utf-8")
    window.welcome()
    for path, words in ((text, "不是郑采台账的账册"), (tmp_path / "没有.zzd", "没有找到账册")):
        window.open_book(path)
        page = window.start_pages.page
        assert isinstance(page, OpenFailedPage)
        assert words in page.why.text()
        assert {"open", "restore", "welcome"} <= set(page.buttons)
    cast("OpenFailedPage", window.start_pages.page).buttons["welcome"].click()
    assert isinstance(window.start_pages.page, WelcomePage)


def test_the_sample_county_opens_by_one_click(
    another: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda place: str(tmp_path / "程序"))
    assert isinstance(another.start_pages.page, WelcomePage)
    another.start_pages.page.chosen.emit("sample")
    qtbot.waitUntil(lambda: another.has_book, timeout=60_000)
    assert len(another.desk.rows(Filing)) > 100
    assert "虚构" in another.bar.label.text()
    another.close()
