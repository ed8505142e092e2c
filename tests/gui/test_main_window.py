"""The main window: files dropped on it, events it has no use for."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication

from zhengzhou_desk.gui.actions import file as files
from zhengzhou_desk.gui.main_window import MainWindow

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_unused_events_do_no_harm(window: MainWindow) -> None:
    QApplication.sendEvent(window, QEvent(QEvent.Type.LanguageChange))
    assert window.has_book


def drop(window: MainWindow, path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    window.dropEvent(
        QDropEvent(
            QPointF(5, 5), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
    )


def test_files_dropped_are_opened_or_imported(
    window: MainWindow, another: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = tmp_path / "填报.xlsx"
    taken: list[Path] = []
    monkeypatch.setattr(files, "import_file", lambda window, path: taken.append(path))
    drop(window, sheet)
    qtbot.waitUntil(lambda: taken == [sheet])
    drop(another, sheet)
    qtbot.waitUntil(lambda: "先打开或新建账册" in another.bar.label.text())
    copy = tmp_path / "另一本.zzd"
    path = window.desk.path
    window.session.close()
    shutil.copy(path, copy)
    drop(window, copy)
    qtbot.waitUntil(lambda: window.has_book and window.desk.path == copy)
