"""A bridge to fcitx 4 over D-Bus: keys go to the input method first, what it commits comes back as text."""

from __future__ import annotations

import os
from collections import deque
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from jeepney import DBusAddress, MatchRule, message_bus, new_method_call
from jeepney.io.blocking import open_dbus_connection
from PySide6.QtCore import QEvent, QObject, QSocketNotifier, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QInputMethodQueryEvent, QKeyEvent, QWindow

from zhengzhou_desk.common.override import override

if TYPE_CHECKING:
    from jeepney import Message
    from PySide6.QtWidgets import QApplication

_METHOD, _CONTEXT = "org.fcitx.Fcitx.InputMethod", "org.fcitx.Fcitx.InputContext"
# A key must not wait for an input method that has hung.
_PATIENCE = 0.3
_PREEDIT, _FORMATTED = 1 << 1, 1 << 4


class Bridge(QObject):
    """One input context for the whole program; the object that has the focus gets the text."""

    @classmethod
    def to_fcitx(cls, app: QApplication) -> Bridge | None:
        """A bridge, or None where no fcitx 4 answers."""
        screen = os.environ.get("DISPLAY", ":0").rpartition(":")[2].partition(".")[0] or "0"
        try:
            return cls(app, f"org.fcitx.Fcitx-{screen}")
        except (OSError, KeyError, ValueError, TimeoutError):
            return None

    def __init__(self, app: QApplication, service: str) -> None:
        super().__init__(app)
        self._app = app
        self._bus = open_dbus_connection(bus="SESSION")
        made = self._ask(
            DBusAddress("/inputmethod", service, _METHOD), "CreateICv3", "si", (app.applicationName(), os.getpid())
        )
        path = f"/inputcontext_{made[0]}"
        self._context = DBusAddress(path, service, _CONTEXT)
        rule = MatchRule(type="signal", interface=_CONTEXT, path=path)
        self._signals: deque[Message] = deque()
        self._bus.filter(rule, queue=self._signals)
        self._bus.send_and_get_reply(message_bus.AddMatch(rule), timeout=_PATIENCE)
        self._ask(self._context, "SetCapacity", "u", (_PREEDIT | _FORMATTED,))
        self._notifier = QSocketNotifier(self._bus.sock.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(lambda *_: self._read())
        app.focusObjectChanged.connect(self._focus)
        app.installEventFilter(self)

    def _ask(self, where: DBusAddress, name: str, signature: str = "", body: tuple[Any, ...] = ()) -> tuple[Any, ...]:
        answer = self._bus.send_and_get_reply(new_method_call(where, name, signature or None, body), timeout=_PATIENCE)
        if answer.header.message_type.name == "error":
            raise ValueError(answer.body)
        return tuple(answer.body)

    def _tell(self, name: str, signature: str = "", body: tuple[Any, ...] = ()) -> None:
        """Says something to the context; an input method that has gone is no reason to stop."""
        with suppress(OSError, ValueError, TimeoutError):
            self._ask(self._context, name, signature, body)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys on their way to a window: those that the input method takes end here."""
        if isinstance(watched, QWindow) and isinstance(event, QKeyEvent) and _takes_text(QGuiApplication.focusObject()):
            released = event.type() == QEvent.Type.KeyRelease
            if event.type() in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease) and event.nativeVirtualKey():
                return self._took(event, released=released)
        return False

    def _took(self, event: QKeyEvent, *, released: bool) -> bool:
        words = (
            event.nativeVirtualKey(),
            event.nativeScanCode(),
            event.nativeModifiers(),
            int(released),
            event.timestamp() & 0xFFFFFFFF,
        )
        self._place()
        try:
            taken = bool(self._ask(self._context, "ProcessKeyEvent", "uuuiu", words)[0] == 1)
        except (OSError, ValueError, TimeoutError):
            taken = False
        self._hear()
        return taken

    def _focus(self, what: QObject | None) -> None:
        self._tell("FocusIn" if _takes_text(what) else "FocusOut")
        self._place()

    def _place(self) -> None:
        """Where the list of characters is to appear: below the cursor, in the screen's own dots."""
        window = QGuiApplication.focusWindow()
        if window is None:
            return
        rectangle = QGuiApplication.inputMethod().cursorRectangle().toRect()
        corner, scale = window.mapToGlobal(rectangle.topLeft()), window.devicePixelRatio()
        numbers = (corner.x(), corner.y(), rectangle.width(), rectangle.height())
        self._tell("SetCursorRect", "iiii", tuple(round(number * scale) for number in numbers))

    def _read(self) -> None:
        try:
            while True:
                self._bus.recv_messages(timeout=0)
        except TimeoutError:
            self._hear()
        except OSError:
            self.take_down()

    def take_down(self) -> None:
        """The bus has gone: keys go straight to the window again."""
        self._notifier.setEnabled(False)
        self._app.removeEventFilter(self)
        self._app.focusObjectChanged.disconnect(self._focus)
        self._bus.close()

    def _hear(self) -> None:
        """Passes on what the input method has said meanwhile."""
        while self._signals:
            signal = self._signals.popleft()
            name = signal.header.fields.get(3)
            if name == "CommitString":
                self._send("", signal.body[0])
            elif name == "UpdateFormattedPreedit":
                self._send("".join(text for text, _ in signal.body[0]), "")
            elif name == "UpdatePreedit":
                self._send(signal.body[0], "")

    def _send(self, preedit: str, commit: str) -> None:
        what = QGuiApplication.focusObject()
        if what is not None:
            event = QInputMethodEvent(preedit, [])
            event.setCommitString(commit)
            QGuiApplication.sendEvent(what, event)


def _takes_text(what: QObject | None) -> bool:
    """Whether an object wants an input method at all."""
    if what is None:
        return False
    query = QInputMethodQueryEvent(Qt.InputMethodQuery.ImEnabled)
    QGuiApplication.sendEvent(what, query)
    return bool(query.value(Qt.InputMethodQuery.ImEnabled))
