"""The signing key in the window: made in three clicks, its code shown and copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from zhengzhou_desk.common import sealing
from zhengzhou_desk.gui.dialogs.signing_key import SigningKeyDialog
from zhengzhou_desk.gui.system import ask
from zhengzhou_desk.services import signing_key

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from zhengzhou_desk.gui.main_window import MainWindow


def test_a_key_is_made_shown_copied_and_replaced_after_a_question(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sealing, "LOG_N", 14)
    dialog = SigningKeyDialog(window)
    qtbot.addWidget(dialog)
    assert dialog.code.text() == "还没有签名密钥"
    assert not dialog.copy.isEnabled()
    monkeypatch.setattr(ask, "new_password", lambda *_: None)
    dialog.make.click()
    assert not signing_key.is_there(window.settings.folder)
    monkeypatch.setattr(ask, "new_password", lambda *_: "签名密钥的密码 1")
    dialog.make.click()
    qtbot.waitUntil(dialog.copy.isEnabled, timeout=10_000)
    first = signing_key.kept(window.settings.folder)
    assert first is not None
    assert dialog.code.text() == first.code
    dialog.copy.click()
    assert QApplication.clipboard().text() == first.code
    assert dialog.make.text() == "重新生成…"
    monkeypatch.setattr(ask, "yes", lambda *_, **__: False)
    dialog.make.click()
    assert signing_key.kept(window.settings.folder) == first
    monkeypatch.setattr(ask, "yes", lambda *_, **__: True)
    dialog.make.click()
    qtbot.waitUntil(lambda: dialog.code.text() != first.code, timeout=10_000)


def test_a_broken_key_is_said_and_can_be_replaced(window: MainWindow, qtbot: QtBot) -> None:
    (window.settings.folder / signing_key.FILE).write_bytes(b"{}")
    dialog = SigningKeyDialog(window)
    qtbot.addWidget(dialog)
    assert "已损坏或被改动过" in dialog.code.text()
    assert dialog.make.text() == "重新生成…"
    assert not dialog.copy.isEnabled()
