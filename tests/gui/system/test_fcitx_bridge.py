"""The bridge to fcitx 4: keys go there first, its text comes back, and typing goes on without it."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from zhengzhou_desk.gui.system import input_method

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


_CONTEXT = "org.fcitx.Fcitx.InputContext"


class Fcitx:
    """A stand-in for fcitx 4 on a bus of its own: it takes every letter and commits 预算 on a space."""

    def __init__(self, address: str, bus: subprocess.Popen[str]) -> None:
        from jeepney import message_bus
        from jeepney.io.blocking import open_dbus_connection

        self.heard: list[str] = []
        self.bus = bus
        self._bus = open_dbus_connection(bus=address)
        self._bus.send_and_get_reply(message_bus.RequestName("org.fcitx.Fcitx-95"))
        self.thread = threading.Thread(target=self._serve, daemon=True)
        self.thread.start()

    def _serve(self) -> None:
        from jeepney import DBusAddress, HeaderFields, MessageType, new_method_return, new_signal

        context = DBusAddress("/inputcontext_7", interface=_CONTEXT)
        while True:
            try:
                call = self._bus.receive()
            except OSError:
                self._bus.close()
                return
            if call.header.message_type != MessageType.method_call:
                continue
            name = call.header.fields[HeaderFields.member]
            self.heard.append(name)
            if name == "CreateICv3":
                self._bus.send(new_method_return(call, "ibuuuu", (7, True, 0, 0, 0, 0)))
            elif name == "ProcessKeyEvent":
                key, _, _, released, _ = call.body
                if key == 32 and not released:
                    self._bus.send(new_signal(context, "CommitString", "s", ("预算",)))
                self._bus.send(new_method_return(call, "i", (int(key != 0xFF0D),)))
            else:
                self._bus.send(new_method_return(call))


@pytest.fixture
def fcitx(monkeypatch: pytest.MonkeyPatch) -> Iterator[Fcitx]:
    daemon = shutil.which("dbus-daemon")
    if daemon is None:
        pytest.skip("no D-Bus on this machine")
    with subprocess.Popen(
        [daemon, "--session", "--print-address", "--nofork"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as bus:
        assert bus.stdout is not None
        address = bus.stdout.readline().strip()
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        monkeypatch.setenv("DISPLAY", ":95.0")
        made = Fcitx(address, bus)
        yield made
        bus.terminate()
        made.thread.join(5)


def press(field: QLineEdit, key: Qt.Key, symbol: int, text: str) -> None:
    for sort in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(
            field.window().windowHandle(), QKeyEvent(sort, key, Qt.KeyboardModifier.NoModifier, 30, symbol, 0, text)
        )


def test_keys_go_to_fcitx_first_and_its_text_comes_back(qapp: Any, qtbot: QtBot, fcitx: Fcitx) -> None:
    from zhengzhou_desk.gui.system.fcitx_bridge import Bridge

    assert not input_method._has_owner(input_method.FCITX_5)
    bridge = Bridge.to_fcitx(qapp)
    assert bridge is not None
    try:
        field = QLineEdit()
        qtbot.addWidget(field)
        field.show()
        field.activateWindow()
        field.setFocus()
        qtbot.waitUntil(lambda: QApplication.focusObject() is field)
        for letter in "yusuan":
            press(field, Qt.Key(ord(letter.upper())), ord(letter), letter)
        assert field.text() == ""
        press(field, Qt.Key.Key_Space, 32, " ")
        qtbot.waitUntil(lambda: field.text() == "预算")
        assert {"FocusIn", "SetCursorRect"} <= set(fcitx.heard)
        fcitx.bus.terminate()
        qtbot.waitUntil(lambda: not bridge._notifier.isEnabled())
        press(field, Qt.Key.Key_A, ord("a"), "a")
        assert field.text() == "预算a"
    finally:
        bridge.setParent(None)


@pytest.mark.skipif(sys.platform != "linux", reason="fcitx is an input method of Linux")
def test_without_a_bus_typing_goes_on(qapp: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from zhengzhou_desk.gui.system.fcitx_bridge import Bridge

    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/bus")
    assert not input_method._has_owner(input_method.FCITX_5)
    assert Bridge.to_fcitx(qapp) is None
