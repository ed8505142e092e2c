"""Chinese input on Linux: Qt's wheels speak ibus and no fcitx, but fcitx 5 speaks ibus through its portal."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import MutableMapping


def prepare(environment: MutableMapping[str, str]) -> None:
    """Before the QApplication is made: has Qt reach fcitx by the way that both know.

    A person's own choice of another input method is left alone.
    """
    if sys.platform != "linux":
        return
    wanted = environment.get("QT_IM_MODULE", "")
    speaks_fcitx = "fcitx" in wanted or "fcitx" in environment.get("XMODIFIERS", "")
    if speaks_fcitx and wanted in ("", "fcitx", "fcitx5"):
        environment["QT_IM_MODULE"] = "ibus"
        environment["IBUS_USE_PORTAL"] = "1"
