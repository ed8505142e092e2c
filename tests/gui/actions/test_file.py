"""Files from the menu: what cannot be made is told."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QStandardPaths

from tests.books import written
from zhengzhou_desk.gui.actions import file
from zhengzhou_desk.gui.dialogs.new_book import NewBook
from zhengzhou_desk.gui.main_window import MainWindow
from zhengzhou_desk.gui.system import ask

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


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


def test_the_sample_county_is_made_anew_each_time(
    another: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: str(tmp_path / "数据"))
    names = []
    for _ in range(2):
        file.open_sample(another)
        qtbot.waitUntil(lambda: another.has_book and another.desk.path.name not in names, timeout=30_000)
        names.append(another.desk.path.name)
    assert names == ["示例县.zzd", "示例县-2.zzd"]


def test_a_file_dropped_on_the_window_is_opened_or_imported(
    another: MainWindow, book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    imported: list[Path] = []
    monkeypatch.setattr(file, "import_file", lambda _, path: imported.append(path))
    sheet = tmp_path / "填报.xlsx"
    file.dropped(another, sheet)
    assert "先打开或新建账册" in another.bar.label.text()
    file.dropped(another, book)
    assert another.is_open(book)
    file.dropped(another, sheet)
    assert imported == [sheet]
    another.welcome()
    another.open_book(book, writable=False)
    file.dropped(another, sheet)
    assert imported == [sheet] and another.bar.label.text() == "现在是只读的，不能导入"


def test_a_book_is_opened_by_the_chooser(another: MainWindow, book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ask, "open_file", lambda *_: book)
    another.menus.made["open"].trigger()
    assert another.is_open(book)


def test_a_sheet_without_known_heads_is_said(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path / "菜单.xlsx", 菜单=[["周一", "周二"], ["面条", "米饭"]])
    monkeypatch.setattr(ask, "open_file", lambda *_: path)
    window.menus.made["import"].trigger()
    qtbot.waitUntil(lambda: "菜单" in window.bar.label.text() or "表头" in window.bar.label.text(), timeout=20_000)
    assert window.desk.writable


def test_a_new_book_is_made_with_what_was_answered(
    another: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def agreed(wizard: NewBook) -> int:
        wizard.region.setCurrentIndex(wizard.region.findData("410122"))
        wizard.contact.setText("李四")
        wizard.path.setText(str(tmp_path / "新" / "册.zzd"))
        return 1

    monkeypatch.setattr(NewBook, "exec", agreed)
    another.menus.made["new"].trigger()
    assert another.is_open(tmp_path / "新" / "册.zzd")
    assert (another.desk.bureau, another.desk.setting("contact")) == ("中牟县财政局", "李四")
    assert another.page.name == "units"
