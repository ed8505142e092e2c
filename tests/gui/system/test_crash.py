"""The crash log: written down, never without end."""

from __future__ import annotations

import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton

from tests.books import clock
from zhengzhou_desk.gui.system import crash
from zhengzhou_desk.gui.system.crash import CrashHook, CrashPage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_a_full_log_gives_way_to_a_new_one_and_only_the_last_is_kept(
    qapp: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crash, "_MOST_BYTES", 200)
    log = tmp_path / "log" / "crash.log"
    hook = crash.CrashHook(log, clock)
    try:
        for number in range(30):
            hook._write(f"第 {number} 次出错" + "。" * 20)
    finally:
        hook.let_go()
    written = sorted(path.name for path in log.parent.iterdir())
    assert written == ["crash.log", "crash.old"]
    assert sum(path.stat().st_size for path in log.parent.iterdir()) < 1_000
    assert "第 29 次出错" in log.read_text(encoding="utf-8")


def test_an_unexpected_error_is_written_down_and_shown(
    qapp: Any, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[CrashPage] = []
    monkeypatch.setattr(CrashPage, "exec", lambda self: seen.append(self) or 0)
    # A window that another test has left to its end would take the page with it.
    monkeypatch.setattr(QApplication, "activeWindow", staticmethod(lambda: None))
    log = tmp_path / "log" / "crash.log"
    hook = CrashHook(log, clock)
    try:
        try:
            raise ValueError("坏了")
        except ValueError:
            hook.handle(*sys.exc_info())
        qtbot.waitUntil(lambda: len(seen) == 1)
        thread = threading.Thread(target=lambda: next(iter([])))
        thread.start()
        thread.join()
        qtbot.waitUntil(lambda: len(seen) == 2)
    finally:
        hook.let_go()
    written = log.read_text(encoding="utf-8")
    assert "坏了" in written
    assert "StopIteration" in written
    page = seen[0]
    assert "坏了" in page.text.toPlainText()
    qtbot.addWidget(page)
    assert "没有丢失" in page.safe.text()
    next(button for button in page.findChildren(QPushButton) if button.text() == "复制错误内容").click()
    assert "坏了" in QGuiApplication.clipboard().text()


def test_a_log_that_cannot_be_written_does_not_hide_the_error(
    qapp: Any, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[CrashPage] = []
    monkeypatch.setattr(CrashPage, "exec", lambda self: seen.append(self) or 0)
    (tmp_path / "log").write_text("一个文件", encoding="utf-8")
    hook = CrashHook(tmp_path / "log" / "crash.log", clock)
    try:
        hook.handle(ValueError, ValueError("x"), None)
        qtbot.waitUntil(lambda: bool(seen))
    finally:
        hook.let_go()
