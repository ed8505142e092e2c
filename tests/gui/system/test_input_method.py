"""Chinese input where the system speaks fcitx: the way is chosen by what answers, and the bridge carries keys and text."""

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

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="fcitx is an input method of Linux")
_CONTEXT = "org.fcitx.Fcitx.InputContext"


def prepared(environment: dict[str, str], *, fcitx_5: bool) -> tuple[bool, dict[str, str]]:
    return input_method.prepare(environment, lambda name: fcitx_5), environment


def test_fcitx_5_is_reached_as_ibus_through_its_portal() -> None:
    assert prepared({"XMODIFIERS": "@im=fcitx"}, fcitx_5=True) == (
        False, {"XMODIFIERS": "@im=fcitx", "QT_IM_MODULE": "ibus", "IBUS_USE_PORTAL": "1"},
    )  # fmt: skip


def test_older_fcitx_gets_a_bridge() -> None:
    needs, environment = prepared({"QT_IM_MODULE": "fcitx"}, fcitx_5=False)
    assert needs
    assert environment["QT_IM_MODULE"] == "compose"


@pytest.mark.parametrize(
    "environment", [{}, {"QT_IM_MODULE": "ibus", "XMODIFIERS": "@im=fcitx"}, {"XMODIFIERS": "@im=ibus"}]
)
def test_another_choice_is_left_alone(environment: dict[str, str]) -> None:
    before = dict(environment)
    assert prepared(environment, fcitx_5=True) == (False, before)


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


def test_without_a_bus_typing_goes_on(qapp: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from zhengzhou_desk.gui.system.fcitx_bridge import Bridge

    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/bus")
    assert not input_method._has_owner(input_method.FCITX_5)
    assert Bridge.to_fcitx(qapp) is None
