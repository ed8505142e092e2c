"""Two copies edited apart, in the window: found beside the book, shown, taken over as one step."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from tests.books import opened
from tests.gui.helpers import another_book, settle, texts
from zhengzhou_desk.gui.actions import copies as action
from zhengzhou_desk.gui.dialogs.copies import CopiesDialog
from zhengzhou_desk.gui.main_window import MainWindow
from zhengzhou_desk.gui.system import ask
from zhengzhou_desk.records import Filing, Unit
from zhengzhou_desk.services import editing

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def edit(path: Path, row: int, column: str, given: str) -> None:
    with opened(path) as desk:
        record = desk.tables.get(Filing, row)
        assert record is not None
        editing.edit(desk, record, column, given)


def apart(folder: Path) -> tuple[Path, Path]:
    book = another_book(folder)
    other = Path(shutil.copy(book, book.with_name("金水 (冲突).zzd")))
    edit(book, 2, "reserve", "70000")
    for row, column, given in ((2, "reserve", "75000"), (4, "total", "900000"), (5, "total", "910000")):
        edit(other, row, column, given)
    return book, other


def shown(window: MainWindow, qtbot: QtBot) -> CopiesDialog:
    qtbot.waitUntil(lambda: bool(window.findChildren(CopiesDialog)), timeout=10_000)
    (dialog,) = window.findChildren(CopiesDialog)
    assert isinstance(dialog, CopiesDialog)
    return dialog


def test_a_copy_that_has_gone_on_is_told_at_opening_and_taken_over(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    book, other = apart(tmp_path)
    before = other.read_bytes()
    window.open_book(book)
    qtbot.waitUntil(lambda: "金水 (冲突).zzd 是这本账册的另一份" in window.bar.label.text(), timeout=10_000)
    window.bar.button.click()
    dialog = shown(window, qtbot)
    assert [row[3] for row in texts(dialog.here)] == ["修改 2024 101003 金水第一小学 预留份额"]
    items = [dialog.there.topLevelItem(row) for row in range(3)]
    assert [item.text(4) for item in items] == ["不能带过来", "可以带过来", "可以带过来"]
    assert "在这里是‘70,000.00’" in dialog.why.text()
    assert dialog.take.text() == "带过来 2 步"
    items[2].setCheckState(0, Qt.CheckState.Unchecked)
    assert dialog.take.text() == "带过来 1 步"
    dialog.take.click()
    row = window.desk.tables.get(Filing, 4)
    assert row is not None
    assert row.total == 90_000_000
    assert "已从另一份带过来 1 步" in window.bar.label.text()
    window.undo()
    row = window.desk.tables.get(Filing, 4)
    assert row is not None
    assert row.total == 80_000_000
    assert other.read_bytes() == before
    # What was looked through is not told again, until the copy goes on.
    window.bar.hide()
    window.open_book(book)
    settle()
    qtbot.wait(50)
    assert "另一份" not in window.bar.label.text() or window.bar.isHidden()
    window.session.close()
    edit(other, 1, "platform_note", "又改")
    window.open_book(book)
    qtbot.waitUntil(lambda: "是这本账册的另一份" in window.bar.label.text(), timeout=10_000)


def test_nothing_ticked_and_read_only_takes_nothing(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    book, other = apart(tmp_path)
    window.open_book(book, writable=False)
    action.compare(window, other)
    dialog = shown(window, qtbot)
    assert not dialog.take.isEnabled()
    dialog.reject()
    qtbot.waitUntil(lambda: not window.findChildren(CopiesDialog), timeout=10_000)
    window.open_book(book)
    action.compare(window, other)
    dialog = shown(window, qtbot)
    for row in (1, 2):
        dialog.there.topLevelItem(row).setCheckState(0, Qt.CheckState.Unchecked)
    assert not dialog.take.isEnabled()
    dialog.reject()


def test_another_file_can_be_chosen_and_what_does_not_fit_is_said(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    same = Path(shutil.copy(window.desk.path, tmp_path / "副本.zzd"))
    rubbish = tmp_path / "x.zzd"
    rubbish.write_bytes(b"nothing")
    said = {same: "里没有这里缺的步骤", window.desk.path: "就是现在打开的账册", rubbish: "日志读不全"}
    left = list(said)
    monkeypatch.setattr(ask, "open_file", lambda *given: left[0])
    while left:
        action.choose(window)
        qtbot.waitUntil(lambda: said[left[0]] in window.bar.label.text(), timeout=10_000)
        del left[0]
    monkeypatch.setattr(ask, "open_file", lambda *given: None)
    action.choose(window)
    assert window.desk.tables.all(Unit)
